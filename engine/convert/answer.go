package convert

import (
	"cmp"
	"strings"

	"github.com/CycloneDX/cyclonedx-go"

	"github.com/bidgate/bidgate/engine/evidence"
)

// scores are the degrees of conformance of statuses; the others have none.
var scores = map[string]float64{"met": 1, "partial": 0.5, "not_met": 0}

// answers writes for each answer its claims, one for each part, an entry of
// the map, and the annotation that says its status in full.
func (w *writer) answers() {
	at := cyclonedx.Attestation{Summary: "Declaration of the manufacturer"}
	var entries []cyclonedx.AttestationMap
	for i := range w.d.Answers {
		entries = append(entries, w.answer(&w.d.Answers[i]))
	}
	at.Map = list(entries)
	if w.d.Assessor.State == evidence.Stated {
		at.Assessor = "assessor"
	}
	w.out.Attestations = &[]cyclonedx.Attestation{at}
}

func (w *writer) answer(a *evidence.Answer) cyclonedx.AttestationMap {
	id := a.Requirement.Value
	entry := cyclonedx.AttestationMap{Requirement: id, Conformance: &cyclonedx.AttestationConformance{Rationale: rationale(a)}}
	if score, ok := scores[a.Status.Value]; ok {
		entry.Conformance.Score = &score
	}
	if a.Confidence.State == evidence.Stated {
		entry.Confidence = &cyclonedx.AttestationConfidence{Score: &a.Confidence.Value}
	}
	plan := w.plan(a)
	entry.Conformance.MitigationStrategies = plan
	var claims []cyclonedx.BOMReference
	for _, target := range w.answerTargets(a) {
		claim := cyclonedx.Claim{BOMRef: w.ref("claim-" + id), Target: target, MitigationStrategies: plan, Evidence: w.proven(a),
			Predicate: predicate(a), Reasoning: a.Justification.Value}
		w.claims = append(w.claims, claim)
		claims = append(claims, cyclonedx.BOMReference(claim.BOMRef))
	}
	if a.Status.Value == "not_met" {
		entry.CounterClaims = list(claims)
	} else {
		entry.Claims = list(claims)
	}
	w.notes = append(w.notes, w.status(a, claims))
	return entry
}

// predicate is what an answer claims. What is not met and not stated is claimed
// in the words of its reason; what is met in part needs words of its own.
func predicate(a *evidence.Answer) string {
	if a.Status.Value == "met" || a.Status.Value == "partial" {
		return a.Statement.Value
	}
	return cmp.Or(a.Statement.Value, a.Justification.Value)
}

func rationale(a *evidence.Answer) string {
	if a.Status.Value == "not_applicable" && a.Justification.Value != "" {
		return "Not applicable: " + a.Justification.Value
	}
	return cmp.Or(a.Justification.Value, a.Statement.Value)
}

// answerTargets are the parts that an answer is for; else the product.
func (w *writer) answerTargets(a *evidence.Answer) []cyclonedx.BOMReference {
	var targets []cyclonedx.BOMReference
	for _, part := range a.Parts.Items {
		targets = append(targets, cyclonedx.BOMReference("part-"+part))
	}
	if len(targets) == 0 {
		targets = append(targets, "product")
	}
	return targets
}

// status is the annotation of an answer: its status, who answers for it, when.
func (w *writer) status(a *evidence.Answer, claims []cyclonedx.BOMReference) cyclonedx.Annotation {
	note := cyclonedx.Annotation{BOMRef: w.ref("answer-" + a.Requirement.Value), Subjects: list(claims), Timestamp: stamp(a.Date),
		Text: "status=" + cmp.Or(dashed(a.Status), "unknown"), Annotator: &cyclonedx.Annotator{Organization: w.organization()}}
	if a.Responsible.State == evidence.Stated {
		note.Annotator = &cyclonedx.Annotator{Individual: w.contact(a.Responsible.Value)}
	}
	if note.Timestamp == "" {
		note.Timestamp = cmp.Or(stamp(w.d.Date), "1970-01-01T00:00:00Z")
		note.Text += "; undated"
	}
	return note
}

// contact is a person by the id in the form.
func (w *writer) contact(id string) *cyclonedx.OrganizationalContact {
	p := w.people[id]
	return &cyclonedx.OrganizationalContact{Name: cmp.Or(p.Name.Value, id), Email: p.Email.Value}
}

// organization is the maker, by its name.
func (w *writer) organization() *cyclonedx.OrganizationalEntity {
	return &cyclonedx.OrganizationalEntity{Name: cmp.Or(w.d.Manufacturer.Name.Value, "the manufacturer")}
}

// plan writes how and when an answer will be met in full.
func (w *writer) plan(a *evidence.Answer) *[]cyclonedx.BOMReference {
	if a.Plan.State != evidence.Stated && a.Due.State != evidence.Stated {
		return nil
	}
	plan := cyclonedx.DeclarationEvidence{BOMRef: w.ref("remediation-" + a.Requirement.Value), PropertyName: "bidgate:remediation",
		Description: a.Plan.Value, Expires: stamp(a.Due)}
	w.plans = append(w.plans, plan)
	return &[]cyclonedx.BOMReference{cyclonedx.BOMReference(plan.BOMRef)}
}

// proven are the entries of evidence that an answer rests on. One that points
// into a file is an entry of its own.
func (w *writer) proven(a *evidence.Answer) *[]cyclonedx.BOMReference {
	var refs []cyclonedx.BOMReference
	for _, proof := range a.Evidence {
		key := proof.Ref.Value + "\x00" + proof.Pointer.Value
		if _, ok := w.proofs[key]; !ok {
			item, known := w.items[proof.Ref.Value]
			if !known {
				continue
			}
			entry := w.item(item, "evidence-"+proof.Ref.Value+strings.NewReplacer("/", "-", "#", "", "~", "-").Replace(proof.Pointer.Value), proof.Pointer.Value)
			entry.Created, entry.Expires, entry.Author, entry.Reviewer = "", "", nil, nil
			w.proofs[key] = entry.BOMRef
			w.evidence = append(w.evidence, entry)
		}
		refs = append(refs, cyclonedx.BOMReference(w.proofs[key]))
	}
	return list(refs)
}

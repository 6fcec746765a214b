package convert

import (
	"cmp"
	"encoding/json"
	"strings"

	"github.com/CycloneDX/cyclonedx-go"

	"github.com/bidgate/bidgate/engine/evidence"
)

// listEvidence writes every entry of evidence, with its digest at the document:
// evidence of an attestation has no place for one.
func (w *writer) listEvidence() {
	for _, item := range w.d.Evidence.Items {
		entry := w.item(item, "evidence-"+item.ID.Value, "")
		w.proofs[item.ID.Value+"\x00"] = entry.BOMRef
		w.evidence = append(w.evidence, entry)
		if url := cmp.Or(item.File.Path.Value, item.File.URL.Value); url != "" {
			w.files = append(w.files, cyclonedx.ExternalReference{Type: fileType(item.Kind.Value), URL: url,
				Comment: "evidence " + item.ID.Value, Hashes: hashes(item.File.Digest)})
		}
		if item.Classification.State == evidence.Stated {
			w.marks = append(w.marks, cyclonedx.Property{Name: "bidgate:evidence:" + item.ID.Value + ":classification", Value: item.Classification.Value})
		}
	}
}

// fileTypes are the types of references by kinds of evidence.
var fileTypes = map[string]cyclonedx.ExternalReferenceType{
	"threat_model": cyclonedx.ERTypeThreatModel, "sbom": cyclonedx.ERTypeBOM, "vex": cyclonedx.ERTypeVulnerabilityAssertion,
	"test_report": cyclonedx.ERTypeDynamicAnalysisReport, "pentest_report": cyclonedx.ERTypePentestReport,
	"risk_assessment": cyclonedx.ERTypeRiskAssessment, "certificate": cyclonedx.ERTypeCertificationReport,
}

func fileType(kind string) cyclonedx.ExternalReferenceType {
	return cmp.Or(fileTypes[kind], cyclonedx.ERTypeDocumentation)
}

func hashes(digest evidence.Text) *[]cyclonedx.Hash {
	hex, ok := strings.CutPrefix(digest.Value, "sha256:")
	if !ok {
		return nil
	}
	return &[]cyclonedx.Hash{{Algorithm: cyclonedx.HashAlgoSHA256, Value: hex}}
}

// item writes an entry of evidence that points to a place in its file.
func (w *writer) item(item evidence.EvidenceItem, ref, pointer string) cyclonedx.DeclarationEvidence {
	url := cmp.Or(item.File.Path.Value, item.File.URL.Value)
	if pointer != "" {
		url += "#" + pointer
	}
	data := cyclonedx.EvidenceData{Name: item.ID.Value}
	if url != "" {
		data.Contents = &cyclonedx.EvidenceDataContents{URL: url}
	}
	entry := cyclonedx.DeclarationEvidence{BOMRef: w.ref(ref), PropertyName: "bidgate:evidence:" + cmp.Or(dashed(item.Kind), "document"),
		Description: item.Title.Value, Data: &[]cyclonedx.EvidenceData{data}, Created: stamp(item.Created), Expires: stamp(item.Expires)}
	if item.Author.State == evidence.Stated {
		entry.Author = w.contact(item.Author.Value)
	}
	if item.Reviewer.State == evidence.Stated {
		entry.Reviewer = w.contact(item.Reviewer.Value)
	}
	return entry
}

// remarks writes what CycloneDX has no place for as annotations on the product.
func (w *writer) remarks() {
	for _, r := range w.d.KnownRisks.Items {
		w.remark("known-risk", "known-risk "+object(
			"id", r.ID.Value, "statement", r.Statement.Value, "severity", r.Severity.Value, "response", r.Response.Value,
			"accepted_by", r.AcceptedBy.Value, "review", r.Review.Value.Text, "threat", r.Threat.Value, "parts", r.Parts.Items))
	}
	for _, m := range w.d.Matrix.Items {
		var told any
		if m.ToldIn.Ref.State == evidence.Stated {
			told = json.RawMessage(object("ref", m.ToldIn.Ref.Value, "pointer", m.ToldIn.Pointer.Value))
		}
		w.remark("responsibility", "responsibility "+object(
			"topic", m.Topic.Value, "manufacturer", m.Manufacturer.Value, "deployer", m.Deployer.Value, "user", m.User.Value, "told_in", told))
	}
	for _, text := range w.d.Limits.Items {
		w.remark("limitation", "limitation "+text)
	}
}

func (w *writer) remark(name, text string) {
	w.notes = append(w.notes, cyclonedx.Annotation{BOMRef: w.ref(name), Subjects: &[]cyclonedx.BOMReference{"product"}, Text: text,
		Annotator: &cyclonedx.Annotator{Organization: w.organization()}, Timestamp: cmp.Or(stamp(w.d.Date), "1970-01-01T00:00:00Z")})
}

// object is a JSON object of names and values in order; empty values are left out.
func object(pairs ...any) string {
	var members []string
	for i := 0; i+1 < len(pairs); i += 2 {
		switch v := pairs[i+1].(type) {
		case nil:
			continue
		case string:
			if v == "" {
				continue
			}
		case []string:
			if len(v) == 0 {
				continue
			}
		}
		name, _ := json.Marshal(pairs[i]) // texts and lists of texts are always JSON
		value, _ := json.Marshal(pairs[i+1])
		members = append(members, string(name)+": "+string(value))
	}
	return "{" + strings.Join(members, ", ") + "}"
}

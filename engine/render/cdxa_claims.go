package render

import (
	"slices"
	"strconv"
	"strings"

	"github.com/CycloneDX/cyclonedx-go"

	"github.com/bidgate/bidgate/engine/report"
)

// cdxa collects the parts of one attestation.
type cdxa struct {
	view
	requirements []cyclonedx.StandardRequirement
	entries      []cyclonedx.AttestationMap
	claims       []cyclonedx.Claim
	evidence     []cyclonedx.DeclarationEvidence
	known        map[report.Place]cyclonedx.BOMReference // evidence by place
	answers      map[string][]cdxaAnswer                 // by clause, in lower case
}

// cdxaAnswer is what a declaration says of one clause.
type cdxaAnswer struct {
	at                       report.Place
	status, predicate, plain string
}

func newCDXA(v view) *cdxa {
	c := &cdxa{view: v, known: map[report.Place]cyclonedx.BOMReference{}, answers: map[string][]cdxaAnswer{}}
	add := func(clause, status, predicate, reasoning string, at report.Place) {
		key := strings.ToLower(clause)
		c.answers[key] = append(c.answers[key], cdxaAnswer{at, status, predicate, reasoning})
	}
	if v.Inventory != nil {
		for i := range v.Inventory.Answers {
			a := &v.Inventory.Answers[i]
			add(a.Clause, a.Status, a.Statement, a.Justification, a.Place)
		}
		return c
	}
	for _, d := range v.Evidence.Declarations {
		for _, a := range d.Answers {
			add(a.Clause, a.Status, "", "", report.Place{Document: d.Document})
		}
	}
	return c
}

// add tells one finding: its requirement, what is claimed on either side, and
// how far the evidence conforms.
func (c *cdxa) add(f *report.Finding) {
	id := Escape(f.ID, maxID)
	ref := "requirement-" + id
	c.requirements = append(c.requirements, cyclonedx.StandardRequirement{
		BOMRef: ref, Identifier: stated(f.ID, maxID), Title: stated(f.Title, maxTitle), Text: Escape(f.Remedy, maxMessage),
	})
	entry := cyclonedx.AttestationMap{Requirement: ref, Conformance: c.conformance(f)}
	if claims := c.vendorClaims(f, id); len(claims) > 0 {
		entry.Claims = &claims
	}
	if claims := c.counterClaims(f, id); len(claims) > 0 {
		entry.CounterClaims = &claims
	}
	if score, known := cdxaConfidence[f.Level]; known {
		entry.Confidence = &cyclonedx.AttestationConfidence{Score: &score, Rationale: levelWords[f.Level]}
	}
	c.entries = append(c.entries, entry)
}

// cdxaConfidence is how sure each level of a basis makes.
var cdxaConfidence = map[report.Level]float64{report.Asserted: 0.3, report.Evidenced: 0.7, report.Verified: 1}

// conformance has a score only where the requirement was decided.
func (c *cdxa) conformance(f *report.Finding) *cyclonedx.AttestationConformance {
	one, zero := 1.0, 0.0
	a := &cyclonedx.AttestationConformance{Rationale: markOf(f).words}
	switch f.Outcome {
	case report.OutcomeMet:
		a.Score = &one
	case report.OutcomeNotMet:
		a.Score = &zero
	case report.OutcomeExcused:
		if f.Status == report.Fail {
			a.Score = &zero
		}
	}
	if excuse := c.excuse(f); excuse != "" {
		a.Rationale += ". " + Line(excuse, 2*maxMessage)
		if f.Outcome == report.OutcomeExcused && f.Exception != nil {
			ref := "exception-" + Escape(f.ID, maxID)
			c.evidence = append(c.evidence, cyclonedx.DeclarationEvidence{BOMRef: ref, Description: Line(excuse, 2*maxMessage), Expires: c.expires(f)})
			a.MitigationStrategies = &[]cyclonedx.BOMReference{cyclonedx.BOMReference(ref)}
		}
	}
	return a
}

func (c *cdxa) expires(f *report.Finding) string {
	return (&oscal{view: c.view}).deadline(f)
}

// vendorClaims are what the vendor says: its answers to the clause, and what
// our bases rest on.
func (c *cdxa) vendorClaims(f *report.Finding, id string) []cyclonedx.BOMReference {
	var refs []cyclonedx.BOMReference
	add := func(predicate, reasoning string, evidence []cyclonedx.BOMReference) {
		ref := "claim-" + id + "-" + strconv.Itoa(len(refs)+1)
		claim := cyclonedx.Claim{BOMRef: ref, Target: cdxaProduct, Predicate: predicate, Reasoning: reasoning}
		if len(evidence) > 0 {
			claim.Evidence = &evidence
		}
		c.claims = append(c.claims, claim)
		refs = append(refs, cyclonedx.BOMReference(ref))
	}
	for i, a := range c.answers[strings.ToLower(f.Member)] {
		if f.Member == "" || i == cdxaPlaces {
			break
		}
		add(answered(stated(a.status, maxWord), Escape(a.predicate, maxMessage)), Escape(a.plain, maxMessage), c.cite([]report.Place{a.at}))
	}
	for i, s := range f.Basis {
		if i == fewItems {
			break
		}
		add(stated(s.Message, maxMessage), levelWords[s.Level], c.cite(s.Places))
	}
	return refs
}

// counterClaims are what the evidence shows against the requirement. Its
// evidence counters what the vendor says.
func (c *cdxa) counterClaims(f *report.Finding, id string) []cyclonedx.BOMReference {
	var refs []cyclonedx.BOMReference
	for i, s := range f.Violations {
		if i == fewItems {
			break
		}
		ref := "counterclaim-" + id + "-" + strconv.Itoa(i+1)
		claim := cyclonedx.Claim{BOMRef: ref, Target: cdxaProduct, Predicate: stated(s.Message, maxMessage), Reasoning: Escape(f.Remedy, maxMessage)}
		if evidence := c.cite(s.Places); len(evidence) > 0 {
			claim.CounterEvidence = &evidence
		}
		c.claims = append(c.claims, claim)
		refs = append(refs, cyclonedx.BOMReference(ref))
	}
	return refs
}

// cite gives a piece of evidence for each of the first places. A place is one
// piece of evidence, however many rest on it.
func (c *cdxa) cite(places []report.Place) []cyclonedx.BOMReference {
	var refs []cyclonedx.BOMReference
	for _, at := range places[:min(len(places), cdxaPlaces)] {
		ref, known := c.known[at]
		if !known && len(c.evidence) >= cdxaEvidence {
			break
		}
		if !known {
			ref = cyclonedx.BOMReference("evidence-" + strconv.Itoa(len(c.known)+1))
			c.known[at] = ref
			c.evidence = append(c.evidence, cyclonedx.DeclarationEvidence{
				BOMRef: string(ref), Description: Escape(oscalPlace(at), maxMessage),
				Data: &[]cyclonedx.EvidenceData{{Name: stated(at.Document, maxPath), Contents: &cyclonedx.EvidenceDataContents{URL: oscalHref(at)}}},
			})
		}
		if !slices.Contains(refs, ref) {
			refs = append(refs, ref)
		}
	}
	return refs
}

package convert

import (
	"cmp"
	"slices"
	"strings"

	"github.com/CycloneDX/cyclonedx-go"

	"github.com/bidgate/bidgate/engine/evidence"
)

func (w *writer) manufacturer() *cyclonedx.OrganizationalEntity {
	m := w.d.Manufacturer
	if m.Name.State != evidence.Stated {
		return nil
	}
	e := &cyclonedx.OrganizationalEntity{BOMRef: "manufacturer", Name: m.Name.Value}
	if m.Address.State == evidence.Stated {
		e.Address = &cyclonedx.PostalAddress{StreetAddress: m.Address.Value}
	}
	if m.URL.State == evidence.Stated {
		e.URL = &[]string{m.URL.Value}
	}
	contact := cyclonedx.OrganizationalContact{Name: m.ContactName.Value, Email: m.ContactEmail.Value, Phone: m.ContactPhone.Value}
	if contact != (cyclonedx.OrganizationalContact{}) {
		e.Contact = &[]cyclonedx.OrganizationalContact{contact}
	}
	return e
}

// close writes who assessed and who affirms. A signatory stands there with a
// signature only; where one has none, the form inside alone names them.
func (w *writer) close() {
	if a := w.d.Assessor; a.State == evidence.Stated {
		// The library writes no "thirdParty": false; a property says which it is.
		by := cyclonedx.Assessor{BOMRef: "assessor", ThirdParty: a.Type.Value == "third_party"}
		if a.Organization.State == evidence.Stated {
			by.Organization = &cyclonedx.OrganizationalEntity{Name: a.Organization.Value}
		}
		w.out.Assessors = &[]cyclonedx.Assessor{by}
	}
	affirmation := w.d.Affirmation
	if affirmation.Statement.State != evidence.Stated {
		return
	}
	w.out.Affirmation = &cyclonedx.Affirmation{Statement: affirmation.Statement.Value}
	var signatories []cyclonedx.Signatory
	for _, s := range affirmation.Signatories.Items {
		if s.Signature.Path.State != evidence.Stated || s.Person.State != evidence.Stated {
			return
		}
		p := w.people[s.Person.Value]
		signatories = append(signatories, cyclonedx.Signatory{Name: cmp.Or(p.Name.Value, s.Person.Value), Role: p.Role.Value,
			Organization: &cyclonedx.OrganizationalEntity{Name: cmp.Or(p.Organization.Value, w.organization().Name)},
			ExternalReference: &cyclonedx.ExternalReference{Type: cyclonedx.ERTypeDigitalSignature, URL: s.Signature.Path.Value,
				Comment: dashed(s.SignatureType), Hashes: hashes(s.Signature.Digest)}})
	}
	w.out.Affirmation.Signatories = list(signatories)
}

// standardNames are the titles of the standards that are known here.
var standardNames = map[string]string{
	"ir8259r1":    "NIST IR 8259r1: Foundational Cybersecurity Activities for IoT Product Manufacturers",
	"ir8259-2020": "NIST IR 8259: Foundational Cybersecurity Activities for IoT Device Manufacturers",
	"ir8259a":     "NIST IR 8259A: IoT Device Cybersecurity Capability Core Baseline",
	"ir8259b":     "NIST IR 8259B: IoT Non-Technical Supporting Capability Core Baseline",
}

// standards writes the standards that are answered, with the answered clauses.
func (w *writer) standards() []cyclonedx.StandardDefinition {
	var all []cyclonedx.StandardDefinition
	for _, s := range w.d.Standards.Items {
		standard := cyclonedx.StandardDefinition{BOMRef: s.ID.Value, Name: cmp.Or(standardNames[s.ID.Value], s.ID.Value), Version: s.Edition.Value}
		if standardNames[s.ID.Value] != "" {
			standard.Owner = "National Institute of Standards and Technology"
		}
		var clauses []cyclonedx.StandardRequirement
		for _, a := range w.d.Answers {
			id := a.Requirement.Value
			short, ok := strings.CutPrefix(id, s.ID.Value+"-")
			taken := slices.ContainsFunc(clauses, func(c cyclonedx.StandardRequirement) bool { return c.BOMRef == id })
			if ok && !taken {
				clauses = append(clauses, cyclonedx.StandardRequirement{BOMRef: id, Identifier: short})
			}
		}
		standard.Requirements = list(clauses)
		all = append(all, standard)
	}
	return all
}

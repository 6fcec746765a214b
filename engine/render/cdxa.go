package render

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/CycloneDX/cyclonedx-go"

	"github.com/bidgate/bidgate/engine/report"
)

// The references of a CDXA document to its own parts.
const (
	cdxaProduct  = "product"
	cdxaVendor   = "assessor-vendor"
	cdxaBuyer    = "assessor-buyer"
	cdxaProfile  = "profile"
	cdxaPlaces   = 12     // of one finding, each a piece of evidence
	cdxaEvidence = 50_000 // of all findings
)

// writeCDXA writes a CycloneDX attestation: for each requirement the vendor's
// claim, where the report knows one, and beside it our counter-claim where the
// evidence contradicts it, each with the places that it rests on. The vendor is
// one assessor, the buyer is the other. What was not decided has no score. The
// document is CycloneDX 1.6, and would be valid as 1.7.
func writeCDXA(w io.Writer, r *report.Report, _ Options) error {
	v, err := newView(r)
	if err != nil {
		return err
	}
	c := newCDXA(v)
	for _, f := range v.findings {
		c.add(f)
	}
	bom := &cyclonedx.BOM{
		JSONSchema: "http://cyclonedx.org/schema/bom-1.6.schema.json", BOMFormat: cyclonedx.BOMFormat, SpecVersion: cyclonedx.SpecVersion1_6,
		SerialNumber: "urn:uuid:" + uuidOf(v.digest, "cdxa"), Version: 1,
		Metadata: &cyclonedx.Metadata{
			Timestamp: oscalTime(r.AsOf), Component: c.product(""), Properties: cdxaProperties(digests(v)),
			Tools: &cyclonedx.ToolsChoice{Components: &[]cyclonedx.Component{{Type: cyclonedx.ComponentTypeApplication, Name: "bidgate", Version: Escape(r.Provenance.Engine, maxWord)}}},
		},
		ExternalReferences: c.references(),
		Definitions:        &cyclonedx.Definitions{Standards: &[]cyclonedx.StandardDefinition{c.standard()}},
		Declarations:       c.declarations(),
	}
	var b bytes.Buffer // encoding for a version named copies the document and loses a score of 0 on the way
	if err := cyclonedx.NewBOMEncoder(&b, cyclonedx.BOMFileFormatJSON).SetPretty(true).SetEscapeHTML(false).Encode(bom); err != nil {
		return fmt.Errorf("cdxa: %w", err)
	}
	return send(w, "cdxa", report.Inert(b.Bytes()))
}

// product is what was offered: the first item, and the names of all.
func (c *cdxa) product(ref string) *cyclonedx.Component {
	p := &cyclonedx.Component{BOMRef: ref, Type: cyclonedx.ComponentTypeApplication, Name: noName}
	if items := c.Offer.Items; len(items) > 0 {
		p.Name, p.Version = stated(items[0].Product, maxName), Escape(items[0].Version, maxWord)
		if len(items) > 1 {
			p.Description = offered(c.Offer)
		}
	}
	if c.Offer.Vendor != "" {
		p.Supplier = &cyclonedx.OrganizationalEntity{Name: Escape(c.Offer.Vendor, maxName)}
	}
	return p
}

func cdxaProperties(list []namedDigest) *[]cyclonedx.Property {
	props := []cyclonedx.Property{}
	for _, d := range list {
		if d.value != "" {
			props = append(props, cyclonedx.Property{Name: "bidgate:" + d.name, Value: Escape(d.value, maxMessage)})
		}
	}
	return &props
}

// references are the documents of the bundle with their digests, for which
// evidence in an attestation has no field.
func (c *cdxa) references() *[]cyclonedx.ExternalReference {
	list := []cyclonedx.ExternalReference{}
	for _, d := range c.Documents {
		ref := cyclonedx.ExternalReference{Type: cyclonedx.ERTypeEvidence, URL: inertURI(d.Path), Comment: kinds(d)}
		if cdxaHash(d.SHA256) {
			ref.Hashes = &[]cyclonedx.Hash{{Algorithm: cyclonedx.HashAlgoSHA256, Value: d.SHA256}}
		}
		list = append(list, ref)
	}
	if len(list) == 0 {
		return nil
	}
	return &list
}

func cdxaHash(s string) bool {
	return len(s) == 64 && strings.Trim(s, "0123456789abcdefABCDEF") == ""
}

// standard is the profile as a standard, with a requirement for each finding.
func (c *cdxa) standard() cyclonedx.StandardDefinition {
	s := cyclonedx.StandardDefinition{
		BOMRef: cdxaProfile, Name: stated(c.Profile.Title, maxTitle), Version: stated(c.Profile.Edition, maxWord), Description: Escape(c.Profile.ID, maxID),
	}
	if len(c.requirements) > 0 {
		s.Requirements = &c.requirements
	}
	return s
}

func (c *cdxa) declarations() *cyclonedx.Declarations {
	d := &cyclonedx.Declarations{
		Assessors: &[]cyclonedx.Assessor{
			{BOMRef: cdxaVendor, Organization: &cyclonedx.OrganizationalEntity{Name: stated(c.Offer.Vendor, maxName)}},
			{BOMRef: cdxaBuyer, ThirdParty: true, Organization: &cyclonedx.OrganizationalEntity{Name: cdxaBuyerName}},
		},
		Targets: &cyclonedx.Targets{Components: &[]cyclonedx.Component{*c.product(cdxaProduct)}},
	}
	attestation := cyclonedx.Attestation{Summary: annotationOfVerdict(c.view).title + ". " + Escape(c.Notice, maxMessage), Assessor: cdxaBuyer}
	if len(c.entries) > 0 {
		attestation.Map = &c.entries
	}
	d.Attestations = &[]cyclonedx.Attestation{attestation}
	if len(c.claims) > 0 {
		d.Claims = &c.claims
	}
	if len(c.evidence) > 0 {
		d.Evidence = &c.evidence
	}
	return d
}

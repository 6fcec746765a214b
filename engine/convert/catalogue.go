package convert

import (
	"bytes"
	"slices"
	"strings"

	"github.com/CycloneDX/cyclonedx-go"

	"github.com/bidgate/bidgate/engine/evidence"
)

// Clause is what the catalogue of requirements says of a clause.
type Clause struct {
	Title, Family, FamilyTitle string
	// Confidence is that of the best source: "source" where somebody read the
	// original. Any other is marked in the catalogue, for the title is then not
	// the standard's.
	Confidence string
}

// catalogueSerial names the catalogue, so that attestations can refer to its
// clauses by BOM-Link. It stays when clauses are added.
const catalogueSerial = "urn:uuid:0b1d6a7e-8259-4a0b-9c1e-5d2f7b6a8259"

// catalogued are the standards of the catalogue, with their editions.
var catalogued = [][2]string{{"ir8259r1", "2026-04"}, {"ir8259a", "2020-05"}, {"ir8259b", "2021-08"}}

// Catalogue writes the clauses of NIST IR 8259r1, 8259A and 8259B that a
// declaration answers as a CycloneDX document of standards. Their bom-refs are
// the ids that the form and the requirements use. A clause of which clauses
// says nothing has no title.
func Catalogue(clauses map[string]Clause) ([]byte, error) {
	bom := cyclonedx.NewBOM()
	bom.SerialNumber = catalogueSerial
	families := map[string]string{}
	for _, c := range clauses {
		families[c.Family] = c.FamilyTitle
	}
	var standards []cyclonedx.StandardDefinition
	for _, row := range catalogued {
		id, edition := row[0], row[1]
		standard := cyclonedx.StandardDefinition{BOMRef: id, Name: standardNames[id], Version: edition, Owner: "National Institute of Standards and Technology",
			Description: "The clauses that a declaration answers, in our own words; the text of the standard is with its owner."}
		var list []cyclonedx.StandardRequirement
		family := ""
		for _, name := range evidence.KnownClauses() {
			short, ok := strings.CutPrefix(name, id+"-")
			if !ok {
				continue
			}
			clause := cyclonedx.StandardRequirement{BOMRef: name, Identifier: short, Title: clauses[name].Title}
			if family != "" && strings.HasPrefix(name, family) && slices.Contains([]byte(".-"), name[len(family)]) {
				clause.Parent = family
			} else {
				family, clause.Title = name, families[name]
			}
			if c, known := clauses[name]; known && c.Confidence != "source" {
				clause.Properties = &[]cyclonedx.Property{{Name: "bidgate:title:confidence", Value: c.Confidence}}
			}
			list = append(list, clause)
		}
		standard.Requirements = &list
		standards = append(standards, standard)
	}
	bom.Definitions = &cyclonedx.Definitions{Standards: &standards}
	var b bytes.Buffer
	enc := cyclonedx.NewBOMEncoder(&b, cyclonedx.BOMFileFormatJSON).SetPretty(true).SetEscapeHTML(false)
	err := enc.EncodeVersion(bom, cyclonedx.SpecVersion1_6)
	return b.Bytes(), err
}

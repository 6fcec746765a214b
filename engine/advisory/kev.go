package advisory

import (
	_ "embed"

	"github.com/go-json-experiment/json/jsontext"
)

// kevSchema is CISA's schema of its catalogue, as CISA publishes it.
//
//go:embed schema/kev.json
var kevSchema []byte

type kevCatalogue struct {
	Version         text   `json:"catalogVersion"`
	Released        string `json:"dateReleased"`
	Count           int    `json:"count"`
	Vulnerabilities []struct {
		CVE        string   `json:"cveID"`
		Vendor     string   `json:"vendorProject"`
		Product    string   `json:"product"`
		Name       string   `json:"vulnerabilityName"`
		Added      string   `json:"dateAdded"`
		Due        string   `json:"dueDate"`
		Action     string   `json:"requiredAction"`
		Ransomware string   `json:"knownRansomwareCampaignUse"`
		CWEs       []string `json:"cwes"`
	} `json:"vulnerabilities"`
}

// readKEV reads the catalogue, which is one JSON document.
func readKEV(r *reading, d document) error {
	data, err := d.whole(maxDocument)
	if err != nil {
		return err
	}
	if err := r.conforms(kevSchema, data); err != nil {
		return within(err, d.name, data, 0, "")
	}
	catalogue := kevCatalogue{}
	if err := decode(data, &catalogue); err != nil {
		return within(err, d.name, data, 0, "")
	}
	if n := len(catalogue.Vulnerabilities); n != catalogue.Count {
		return refuse("the catalogue says that it has %d entries and has %d: it was cut or changed", catalogue.Count, n)
	}
	r.dated(catalogue.Released)
	for _, v := range catalogue.Vulnerabilities {
		entry := Exploited{
			CVE: v.CVE, Vendor: v.Vendor, Product: v.Product, Name: v.Name, Added: v.Added, Due: v.Due,
			Action: v.Action, Ransomware: v.Ransomware, CWEs: append([]string{}, v.CWEs...),
		}
		if err := r.add(exploitedRecord(&entry)); err != nil {
			return err
		}
	}
	return nil
}

// conforms holds a document to a JSON schema, with formats asserted. A schema is
// read once in an import.
func (r *reading) conforms(text, data []byte) error {
	if err := strict(data); err != nil {
		return err
	}
	asked := r.schemas[string(text)]
	if asked == nil {
		var err error
		if asked, err = readSchema(text); err != nil {
			return err
		}
		r.schemas[string(text)] = asked
	}
	var value any
	if err := decode(data, &value); err != nil {
		return err
	}
	if found := asked.check(value, ""); found != nil {
		return schemaFault(found, data)
	}
	return nil
}

// strict refuses what two readers may read as two things: a name that stands
// twice, or something behind the value; and what nests too deep.
func strict(data []byte) error {
	if err := shallow(data); err != nil {
		return err
	}
	var value jsontext.Value
	return decode(data, &value)
}

// schemaFault tells where the document is not as its schema asks.
func schemaFault(found *unfit, data []byte) error {
	where := "the document"
	if found.at != "" {
		where = printable(string(found.at))
	}
	fault := &ImportError{What: where + " is not as the publisher's schema asks: " + found.what}
	if offset := locate(data, found.at); offset >= 0 && found.at != "" {
		fault.Line, fault.Column = position(data, offset)
	}
	return fault
}

package advisory

import (
	"bytes"
	_ "embed"
	"errors"
	"slices"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/santhosh-tekuri/jsonschema/v6"
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
// compiled once in an import.
func (r *reading) conforms(schema, data []byte) error {
	if err := strict(data); err != nil {
		return err
	}
	compiled := r.schemas[string(schema)]
	if compiled == nil {
		var err error
		if compiled, err = compiledSchema(schema); err != nil {
			return err
		}
		r.schemas[string(schema)] = compiled
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		return err
	}
	invalid := (*jsonschema.ValidationError)(nil)
	if err := compiled.Validate(value); errors.As(err, &invalid) {
		return schemaFault(invalid, data)
	}
	return err
}

func compiledSchema(schema []byte) (*jsonschema.Schema, error) {
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		return nil, err
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("schema.json", value); err != nil {
		return nil, err
	}
	return c.Compile("schema.json")
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

// schemaFault tells the first of the deepest faults that a schema finds.
func schemaFault(e *jsonschema.ValidationError, data []byte) error {
	for len(e.Causes) > 0 {
		e = slices.MinFunc(e.Causes, func(a, b *jsonschema.ValidationError) int {
			return strings.Compare(strings.Join(a.InstanceLocation, "/"), strings.Join(b.InstanceLocation, "/"))
		})
	}
	pointer := jsontext.Pointer("")
	for _, token := range e.InstanceLocation {
		pointer = pointer.AppendToken(token)
	}
	what := e.Error()
	if _, after, ok := strings.Cut(what, "': "); ok { // the library names the schema first
		what = after
	}
	where := "the document"
	if pointer != "" {
		where = printable(string(pointer))
	}
	fault := &ImportError{What: where + " is not as the publisher's schema asks: " + what}
	if offset := locate(data, pointer); offset >= 0 && pointer != "" {
		fault.Line, fault.Column = position(data, offset)
	}
	return fault
}

package advisory

import (
	_ "embed"
	"strings"
	"time"

	"github.com/go-json-experiment/json/jsontext"
)

// openEoXSchema is the OpenEoX core schema 1.0 as OASIS publishes it, without
// its reference to a meta-schema that adds nothing to what it asks.
//
//go:embed schema/openeox.json
var openEoXSchema []byte

// openEoXEntry is a core beside its product: a core alone does not say what it
// is of, so a collection says it.
type openEoXEntry struct {
	Product  string         `json:"product"`
	PURLs    []string       `json:"purls"`
	CPEs     []string       `json:"cpes"`
	Versions string         `json:"versions"` // a VERS range or a version; "" is the product as a whole
	Core     jsontext.Value `json:"core"`
}

type openEoXCore struct {
	Available string `json:"general_availability"`
	Security  string `json:"end_of_security_support"`
	Life      string `json:"end_of_life"`
	Updated   string `json:"last_updated"`
}

// readOpenEoX reads a collection: {"openeox": [{product, purls, cpes, versions, core}]}.
func readOpenEoX(r *reading, d document) error {
	data, err := d.whole(maxDocument)
	if err != nil {
		return err
	}
	if err := strict(data); err != nil {
		return within(err, d.name, data, 0, "")
	}
	collection := struct {
		Entries []openEoXEntry `json:"openeox"`
		Life    jsontext.Value `json:"end_of_life"`
	}{}
	if err := decode(data, &collection); err != nil {
		return within(err, d.name, data, 0, "")
	}
	if collection.Life != nil {
		return refuse(`an OpenEoX core does not say of which product it is: put it as "core" beside the product, as in {"openeox": [{"product": "Gateway", "purls": ["pkg:generic/acme/gateway"], "core": {...}}]}`)
	}
	for i := range collection.Entries {
		e := &collection.Entries[i]
		if err := r.openEoX(e); err != nil {
			return within(err, d.name, data, 0, e.Product)
		}
	}
	return nil
}

func (r *reading) openEoX(e *openEoXEntry) error {
	if e.Product == "" || len(e.PURLs)+len(e.CPEs) == 0 {
		return refuse("an entry lacks its product, or a purl or CPE of it")
	}
	if err := r.conforms(openEoXSchema, e.Core); err != nil {
		return refuse("the core: %v", err)
	}
	core := openEoXCore{}
	if err := decode(e.Core, &core); err != nil {
		return err
	}
	cycle := Cycle{
		Product: e.Product, PURLs: basesOf(e.PURLs), CPEs: e.CPEs, Names: []string{strings.ToLower(e.Product)}, Versions: e.Versions,
		Released: announced(core.Available), EndOfSecurity: announced(core.Security), EndOfLife: announced(core.Life),
	}
	cycle.CPEs = append([]string{}, cycle.CPEs...)
	rec := cycleRecord(&cycle)
	rec.modified, rec.dated = core.Updated, core.Updated
	return r.add(rec)
}

func basesOf(purls []string) []string {
	bases := make([]string, len(purls))
	for i, purl := range purls {
		bases[i], _ = splitPURL(purl)
	}
	return bases
}

// announced is the day of a date-time; what is to be announced is not stated.
func announced(moment string) string {
	if t, err := time.Parse(time.RFC3339, moment); err == nil {
		return t.Format(time.DateOnly)
	}
	return ""
}

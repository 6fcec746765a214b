package policy

import (
	"encoding/json"
	"slices"

	"github.com/bidgate/bidgate/engine/report"
)

// Catalogue describes every loaded requirement. Its JSON form is the base
// document data.bidgate.catalog; every key is always there and none is null.
type Catalogue struct {
	Requirements map[string]Requirement `json:"requirements"` // by id, <area>.<name>
}

func newCatalogue() *Catalogue { return &Catalogue{Requirements: map[string]Requirement{}} }

// Requirement is what its METADATA and files say of one requirement.
type Requirement struct {
	Area          string               `json:"area"`
	Name          string               `json:"name"`
	Title         string               `json:"title"`
	Description   string               `json:"description"`
	Section       string               `json:"section"`
	Severity      report.Severity      `json:"severity"`
	Evidence      Needs                `json:"evidence"`
	Over          string               `json:"over"` // the subjects; "" of a composed one
	Sources       []report.Source      `json:"sources"`
	EffectiveFrom Effective            `json:"effective_from"`
	EffectiveTo   Effective            `json:"effective_to"`
	Parameters    map[string]Parameter `json:"parameters"`
	Messages      map[string]string    `json:"messages"`
	Remedy        string               `json:"remedy"`
	Question      string               `json:"question"`
	Tags          []string             `json:"tags"`
	Equivalents   []Equivalent         `json:"equivalents"`
	// ComposedOf is flattened: it names requirements with rules only.
	ComposedOf []string          `json:"composed_of"`
	HasMembers bool              `json:"has_members"`
	Members    map[string]Member `json:"members"` // of a table-driven requirement, by the clause's own id
	// Raw: the requirement reads the vendor's own tree.
	Raw          bool                   `json:"raw"`
	Translations map[string]Translation `json:"translations"` // by language
}

// Needs are the kinds of evidence that a requirement rests on.
type Needs struct {
	All   []string `json:"all"`   // every one, from the vendor
	Any   []string `json:"any"`   // at least one, from the vendor
	Buyer []string `json:"buyer"` // data sets, from the buyer
}

// Effective is a day from which, or up to which, a requirement is in force.
type Effective struct {
	Set  bool   `json:"set"`
	Day  int    `json:"day"`
	Text string `json:"text"`
}

// Parameter is a value that the buyer may choose. A policy sees one with
// default as its plain value and one without as {"set", "value"}; a date is
// {"day", "text"} wherever a value stands.
type Parameter struct {
	Type        string `json:"type"` // number, integer, string, boolean, strings or date
	Description string `json:"description"`
	HasDefault  bool   `json:"has_default"`
	Default     any    `json:"default"` // of the type; its zero value without default
	Min         Bound  `json:"min"`
	Max         Bound  `json:"max"`
}

// Bound is a limit of a number, where one is set.
type Bound struct {
	Set   bool    `json:"set"`
	Value float64 `json:"value"`
}

// Equivalent is a clause of another standard that satisfies the requirement.
type Equivalent struct {
	Standard string `json:"standard"`
	Clause   string `json:"clause"`
}

// Member is one row of a table-driven requirement. What a row leaves out is
// the requirement's own.
type Member struct {
	Position    int             `json:"position"` // in the file, from 0
	Title       string          `json:"title"`
	Family      string          `json:"family"`
	FamilyTitle string          `json:"family_title"`
	Severity    report.Severity `json:"severity"`
	Sources     []report.Source `json:"sources"`
	Section     string          `json:"section"`
	Remedy      string          `json:"remedy"`
	Question    string          `json:"question"`
	Columns     map[string]any  `json:"columns"` // everything else: scalars and lists of them
}

// Translation holds the texts of a requirement in one language; a text that is
// not translated is empty.
type Translation struct {
	Title       string                `json:"title"`
	Description string                `json:"description"`
	Messages    map[string]string     `json:"messages"`
	Remedy      string                `json:"remedy"`
	Question    string                `json:"question"`
	Members     map[string]MemberText `json:"members"`
}

// MemberText is the translation of one row.
type MemberText struct {
	Title       string `json:"title"`
	FamilyTitle string `json:"family_title"`
	Remedy      string `json:"remedy"`
	Question    string `json:"question"`
}

// IDs lists the requirements in order.
func (c *Catalogue) IDs() []string {
	ids := make([]string, 0, len(c.Requirements))
	for id := range c.Requirements {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// JSON is the catalogue as policies read it.
func (c *Catalogue) JSON() ([]byte, error) {
	return json.Marshal(c)
}

// The closed sets of METADATA.
var (
	sections   = []string{"governance", "supply-chain", "development", "deployment", "vulnerability-management"}
	severities = []report.Severity{report.Blocking, report.Major, report.Minor, report.Info}
	levels     = []report.Level{report.Asserted, report.Evidenced, report.Verified}
	subjects   = []string{"sboms", "threat_models", "declarations", "attestations", "vex", "lifecycle", "attachments", "bundle"}
	kinds      = []string{"sbom", "threat_model", "declaration", "vex", "lifecycle", "standard", "attestation", "attachment"}
	confidence = []string{"source", "secondary", "memory"}
	types      = []string{"number", "integer", "string", "boolean", "strings", "date"}
)

// Defaults are the parameters of every requirement as policies see them where
// nobody sets one: area, requirement, parameter.
func (c *Catalogue) Defaults() map[string]map[string]map[string]any {
	all := map[string]map[string]map[string]any{}
	for _, r := range c.Requirements {
		if len(r.Parameters) == 0 {
			continue
		}
		if all[r.Area] == nil {
			all[r.Area] = map[string]map[string]any{}
		}
		all[r.Area][r.Name] = map[string]any{}
		for name, p := range r.Parameters {
			all[r.Area][r.Name][name] = p.value(nil)
		}
	}
	return all
}

package policy

import (
	"github.com/bidgate/bidgate/engine/report"
)

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

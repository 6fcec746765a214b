package report

// Requirement describes one requirement that a policy library can judge, from
// its METADATA. Lists are never null.
type Requirement struct {
	ID            string      `json:"id"` // <area>.<name>
	Title         string      `json:"title"`
	Description   string      `json:"description"`
	Section       string      `json:"section"`
	Severity      Severity    `json:"severity"` // unless a profile says otherwise
	Evidence      Needed      `json:"evidence"`
	Over          string      `json:"over"` // what it looks at one by one; "" of a composed one
	Sources       []Source    `json:"sources"`
	EffectiveFrom string      `json:"effective_from"` // YYYY-MM-DD or ""
	EffectiveTo   string      `json:"effective_to"`   // YYYY-MM-DD or ""
	Parameters    []Setting   `json:"parameters"`     // by name
	Messages      []Wording   `json:"messages"`       // by code
	Remedy        string      `json:"remedy"`
	Question      string      `json:"question"`
	Tags          []string    `json:"tags"`
	Equivalents   []Clause    `json:"equivalents"` // of other standards, that satisfy it too
	ComposedOf    []string    `json:"composed_of"`
	Members       []MemberRow `json:"members"`  // in the order of the table
	Profiles      []Use       `json:"profiles"` // that select it, by id
}

// Needed are the kinds of evidence that a requirement rests on.
type Needed struct {
	All   []string `json:"all"`   // every one, from the vendor
	Any   []string `json:"any"`   // at least one, from the vendor
	Buyer []string `json:"buyer"` // data sets, from the buyer
}

// Clause is a place in a standard.
type Clause struct {
	Standard string `json:"standard"`
	Clause   string `json:"clause"`
}

// Setting is a parameter that the buyer may set.
type Setting struct {
	Name        string `json:"name"`
	Type        string `json:"type"` // number, integer, string, boolean, strings or date
	Description string `json:"description"`
	HasDefault  bool   `json:"has_default"`
	Default     any    `json:"default,omitempty"` // with HasDefault
	// Min and Max bound a number, where there is a bound.
	Min *float64 `json:"min,omitempty"`
	Max *float64 `json:"max,omitempty"`
}

// Wording is what a code says; names in braces stand for arguments.
type Wording struct {
	Code string `json:"code"`
	Text string `json:"text"`
	// Rules are those that may say it: violation, review, not_applicable, basis.
	Rules []string `json:"rules"`
	// Members are the rows of a table that alone may say it; empty stands for all.
	Members []string `json:"members"`
}

// MemberRow is one row of a table-driven requirement.
type MemberRow struct {
	ID          string   `json:"id"` // without the requirement's
	Title       string   `json:"title"`
	Family      string   `json:"family"`
	FamilyTitle string   `json:"family_title"`
	Severity    Severity `json:"severity"`
	Sources     []Source `json:"sources"`
	Remedy      string   `json:"remedy"`
	Question    string   `json:"question"`
}

// Use is one profile's choice of a requirement, or of one member of it.
type Use struct {
	Profile  string   `json:"profile"`
	Member   string   `json:"member"` // "" unless table-driven
	Severity Severity `json:"severity"`
	Level    Level    `json:"level"`
	// Values are the requirement's parameters as the profile sets them, by name.
	Values []Parameter `json:"values"`
}

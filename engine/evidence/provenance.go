package evidence

// Change is one step of the pedigree of a component: a commit or a patch that
// sets it apart from what it was made of, or the notes on that.
type Change struct {
	Row    int    `json:"row"` // row in components; -1 for the subject
	Kind   string `json:"kind" enum:"commit,patch,notes"`
	Type   string `json:"type"` // of a patch: unofficial, monkey, backport, cherry-pick
	UID    string `json:"uid"`  // of a commit
	URL    string `json:"url"`  // of a commit, or of the difference that a patch makes
	Author string `json:"author"`
	Date   Date   `json:"date"` // when the author made the commit
	Text   string `json:"text"` // the message of a commit, the notes
	// Resolves are the issues that a patch resolves.
	Resolves []Issue `json:"resolves"`
	Location string  `json:"location"`
}

// Issue is one issue that a change resolves.
type Issue struct {
	Type   string `json:"type"` // defect, enhancement, security
	ID     string `json:"id"`
	Source string `json:"source"` // who keeps the list that the id is of
}

// ComponentEvidence is what tools say of how they know a component: the
// evidence of CycloneDX. It is a tool's word, and shows nothing by itself.
type ComponentEvidence struct {
	Row        int        `json:"row"` // row in components; -1 for the subject
	Identities []Identity `json:"identities"`
	// Occurrences are the places where the component was found, and Frames the
	// calls that lead to it, the outermost first.
	Occurrences []Occurrence `json:"occurrences"`
	Frames      []Frame      `json:"frames"`
	Licences    []string     `json:"licences"`
	Copyright   []string     `json:"copyright"`
}

// Occurrence is one place where a tool found a component. It is of the build,
// the image or the sources that the tool looked at.
type Occurrence struct {
	BOMRef  string `json:"bom_ref"`
	Path    string `json:"path"` // a file, or a file in a file
	Line    Number `json:"line"`
	Offset  Number `json:"offset"` // bytes from the begin of the file
	Symbol  string `json:"symbol"`
	Context string `json:"context"` // what the tool says beside that, such as the line of code
}

// Frame is one call on the way to a component.
type Frame struct {
	Package    string   `json:"package"`
	Module     string   `json:"module"`
	Function   string   `json:"function"`
	Parameters []string `json:"parameters"`
	Line       Number   `json:"line"`
	Column     Number   `json:"column"`
	Path       string   `json:"path"` // of the file
}

// Identity is how a tool knows one field of a component.
type Identity struct {
	Field      string           `json:"field"` // purl, cpe, hash, name, …
	Value      string           `json:"value"` // what the tool concluded
	Confidence Number           `json:"confidence"`
	Methods    []IdentityMethod `json:"methods"`
	Tools      []string         `json:"tools"` // bom-refs
}

// IdentityMethod is one way by which a tool came to know.
type IdentityMethod struct {
	Technique  string `json:"technique"`
	Value      string `json:"value"`
	Confidence Number `json:"confidence"`
}

// Composition is one statement of completeness with the bom-refs of what it is
// about: with what these contain, what they depend on, or what is known to be
// vulnerable in them.
type Composition struct {
	Aggregate       Text     `json:"aggregate"`
	BOMRef          string   `json:"bom_ref"`
	Assemblies      []string `json:"assemblies"`
	Dependencies    []string `json:"dependencies"`
	Vulnerabilities []string `json:"vulnerabilities"`
	Location        string   `json:"location"`
}

// Extra is one value of CycloneDX that no other table of the dossier has a
// place for, such as a release note, a governance contact or a patent: what
// the document says there is kept, and nothing is measured or judged.
type Extra struct {
	Of    string `json:"of" enum:"document,metadata,subject,component,service,crypto,model_card"`
	Row   int    `json:"row"`   // row in the table that Of names: components, services, crypto, model_cards; else -1
	Field string `json:"field"` // where it stands in that, as in releaseNotes/notes/0/locale
	State State  `json:"state"` // of a text, whether it only fills the place; else stated
	// Value is as it stands, numbers and truth values as they are written. A
	// file that is attached, and longer than the bound of a text, is "".
	Value string `json:"value"`
}

// NamedValue is one name and value beside the fields of a row.
type NamedValue struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

package evidence

import (
	"slices"
	"strings"
)

// vexTable collects the statements of one document within the bound.
type vexTable struct {
	form  string // a key of vexStatuses
	rows  []VEXStatement
	left  int // of MaxStatements
	over  bool
	limit int
}

func newVEXTable(form string, l Limits) vexTable {
	return vexTable{form: form, left: l.MaxStatements, limit: l.MaxStatements}
}

// add takes one statement with its products, which count as rows too. It
// refuses one beyond the bound, and is then done.
func (t *vexTable) add(s VEXStatement) bool {
	t.left -= 1 + len(s.Products)
	if t.over = t.over || t.left < 0; t.over {
		return false
	}
	t.rows = append(t.rows, s)
	return true
}

// crossed is the problem of a document with more statements than the bound;
// such a document gives no statements at all, since half of a document could
// leave out what its other half takes back.
func (t *vexTable) crossed(at Position) *Problem {
	return limitProblem("MaxStatements", t.limit, "the number of statements about vulnerabilities, with the products that they name,", at)
}

// status takes a status in the words of the document.
func (t *vexTable) status(s *VEXStatement, raw Text) {
	s.Status, s.StatusRaw, s.States.Status = statusNone, raw.Value, raw.State
	word, known := vexStatuses[t.form][raw.Value]
	switch {
	case raw.State != Stated:
	case known:
		s.Status = word
	default:
		s.States.Status = Invalid
	}
}

// justification takes a justification in the words of the document.
func (t *vexTable) justification(s *VEXStatement, raw Text) {
	s.JustificationRaw, s.States.Justification = raw.Value, raw.State
	if raw.State != Stated {
		return
	}
	if word, known := vexJustifications[raw.Value]; known && t.form == "cyclonedx" {
		s.Justification = word
		return
	}
	if s.Justification = raw.Value; !slices.Contains(keptJustifications, raw.Value) {
		s.Justification, s.States.Justification = "", Invalid
	}
}

// rate takes a rating where none was taken or the one before has no score.
func (s *VEXStatement) rate(severity, vector Text, score Number) {
	if word := strings.ToLower(severity.Value); s.Severity == "" && slices.Contains(vexSeverities, word) {
		s.Severity = word
	}
	if s.Score.State != Stated {
		s.Score = score
	}
	if s.Vector == "" {
		s.Vector = vector.Value
	}
}

// newStatement is a statement that says nothing.
func newStatement(location string) VEXStatement {
	return VEXStatement{
		Aliases: []string{}, Responses: []string{}, Products: []VEXProduct{}, Status: statusNone,
		Properties: []NamedValue{}, Extras: []NamedValue{},
		Score: Number{State: Absent}, Date: Date{State: Absent}, Location: location,
		States: VEXStatementStates{Absent, Absent, Absent, Absent, Absent, Absent},
	}
}

// newProduct is a product that is matched with nothing as yet.
func newProduct(ref string) VEXProduct {
	return VEXProduct{Ref: ref, Of: -1, Match: "none", SBOM: -1, Row: -1}
}

// finish makes the head of a document with its counts; what a form cannot say
// is told as such.
func (t *vexTable) finish(v *VEX) {
	v.Unsupported = vexUnsupported[t.form]
	for _, text := range []*Text{&v.ID, &v.Version, &v.Author, &v.Role, &v.Product.Name, &v.Product.Version, &v.Product.PURL, &v.Product.CPE} {
		if text.State == "" {
			text.State = Absent
		}
	}
	for _, date := range []*Date{&v.Date, &v.Updated} {
		if date.State == "" {
			date.State = Absent
		}
	}
	for _, name := range v.Unsupported {
		switch name {
		case "role":
			v.Role.State = Unsupported
		case "product":
			none := Text{State: Unsupported}
			v.Product = Product{none, none, none, none}
		case "statements.score":
			for i := range t.rows {
				t.rows[i].Score.State = Unsupported
			}
		}
	}
	v.AuthorIs = "unknown"
	v.Counts = countVEX(v, t.rows)
}

// stated says that a statement has a status: a list of vulnerabilities that a
// scanner found in a product's components has none.
func (t *vexTable) stated() bool {
	return slices.ContainsFunc(t.rows, func(s VEXStatement) bool { return s.Status != statusNone })
}

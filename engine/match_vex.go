package engine

import (
	"slices"
	"strings"

	"github.com/bidgate/bidgate/engine/evidence"
)

// vexIndex finds what VEX statements say of a component.
type vexIndex struct {
	d    *evidence.Dossier
	said []saidOf
	// rows are the statements of each SBOM by component row; -1 is the subject.
	rows []map[int][]int
	// byID are the same by row and id.
	byID []map[rowID][]int
}

type rowID struct {
	row int
	id  string
}

// saidOf is one statement on one component.
type saidOf struct {
	vexSaid
	ids []string
}

// newVEXIndex goes over all statements once.
func newVEXIndex(d *evidence.Dossier) *vexIndex {
	x := &vexIndex{d: d, rows: make([]map[int][]int, len(d.SBOMs)), byID: make([]map[rowID][]int, len(d.SBOMs))}
	for i := range d.SBOMs {
		x.rows[i], x.byID[i] = map[int][]int{}, map[rowID][]int{}
	}
	for i := range d.VEX {
		for j := range d.VEXStatements[i] {
			x.statement(i, j)
		}
	}
	return x
}

// statement notes a statement under every component that it is about. A
// product that is named with parts of it stands for its parts.
func (x *vexIndex) statement(vex, row int) {
	s := &x.d.VEXStatements[vex][row]
	ids := idsOf(s)
	if len(ids) == 0 {
		return
	}
	whole := map[int]bool{}
	for _, p := range s.Products {
		if p.Of >= 0 {
			whole[p.Of] = true
		}
	}
	type component struct{ sbom, row int }
	noted := map[component]int{}
	for k, p := range s.Products {
		if p.Match == "none" || p.SBOM < 0 || whole[k] {
			continue
		}
		at, exact := component{p.SBOM, p.Row}, p.Match != "versionless"
		if before, known := noted[at]; known {
			x.said[before].Exact = x.said[before].Exact || exact
			continue
		}
		n := len(x.said)
		noted[at] = n
		x.said = append(x.said, saidOf{ids: ids, vexSaid: vexSaid{
			VEX: vex, Row: row, AuthorIs: x.d.VEX[vex].AuthorIs, Status: statusOf(s, &p),
			Justified: s.States.Justification == evidence.Stated || s.States.Impact == evidence.Stated,
			Date:      x.date(vex, s), Exact: exact,
		}})
		x.rows[p.SBOM][p.Row] = append(x.rows[p.SBOM][p.Row], n)
		for _, id := range ids {
			key := rowID{p.Row, id}
			x.byID[p.SBOM][key] = append(x.byID[p.SBOM][key], n)
		}
	}
}

// idsOf are the ids of a statement's vulnerability, each once.
func idsOf(s *evidence.VEXStatement) []string {
	ids := []string{}
	for _, id := range append([]string{s.Vulnerability}, s.Aliases...) {
		if id = strings.TrimSpace(id); id != "" && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// statusOf is the statement's status; where it has none, what it says of the
// version.
func statusOf(s *evidence.VEXStatement, p *evidence.VEXProduct) string {
	switch {
	case s.Status != "none" && s.Status != "":
		return s.Status
	case p.Status == "affected":
		return "affected"
	case p.Status == "unaffected":
		return "not_affected"
	}
	return "none"
}

// date is when it was said: the statement's date, else the document's.
func (x *vexIndex) date(vex int, s *evidence.VEXStatement) evidence.Date {
	for _, date := range []evidence.Date{s.Date, x.d.VEX[vex].Updated, x.d.VEX[vex].Date} {
		if date.State == evidence.Stated {
			return date
		}
	}
	return evidence.Date{State: evidence.Absent}
}

// join puts what VEX says to the vulnerabilities of an SBOM, and adds those
// that only the vendor's documents tie to a component. A statement on the
// subject speaks for its components too.
func (x *vexIndex) join(c *screening, sbom int, list []vulnerability) ([]vulnerability, error) {
	used := map[int]bool{}
	for i := range list {
		v := &list[i]
		own := x.find(sbom, v.Row, v)
		for _, n := range own {
			used[n] = true
		}
		if v.Row >= 0 {
			for _, n := range x.find(sbom, -1, v) {
				used[n] = true
				own = append(own, n)
			}
		}
		x.say(v, own)
	}
	rows := make([]int, 0, len(x.rows[sbom]))
	for row := range x.rows[sbom] {
		rows = append(rows, row)
	}
	slices.Sort(rows)
	for _, row := range rows {
		var err error
		if list, err = x.vendorOnly(c, sbom, row, used, list); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(list, func(a, b vulnerability) int {
		if a.Row != b.Row {
			return a.Row - b.Row
		}
		return strings.Compare(a.ID, b.ID)
	})
	return list, nil
}

// vendorOnly adds the vulnerabilities of one row that no record of the buyer's
// ties to it.
func (x *vexIndex) vendorOnly(c *screening, sbom, row int, used map[int]bool, list []vulnerability) ([]vulnerability, error) {
	for _, n := range x.rows[sbom][row] {
		if used[n] {
			continue
		}
		described, err := c.Data.Describe(x.said[n].ids)
		if err != nil {
			return nil, err
		}
		v := c.vulnerability(row, &described)
		own := x.find(sbom, row, &v)
		for _, n := range own {
			used[n] = true
		}
		if row >= 0 {
			own = append(own, x.find(sbom, -1, &v)...)
		}
		x.say(&v, own)
		list = append(list, v)
	}
	return list, nil
}

// find gives the statements on a row that name the vulnerability by any id.
func (x *vexIndex) find(sbom, row int, v *vulnerability) []int {
	var found []int
	for _, id := range append([]string{v.ID}, v.Aliases...) {
		for _, n := range x.byID[sbom][rowID{row, id}] {
			if !slices.Contains(found, n) {
				found = append(found, n)
			}
		}
	}
	return found
}

// say lists what was said, the oldest first and what is not dated before it,
// and folds it.
func (x *vexIndex) say(v *vulnerability, said []int) {
	for _, n := range said {
		v.Said = append(v.Said, x.said[n].vexSaid)
	}
	slices.SortFunc(v.Said, func(a, b vexSaid) int {
		switch {
		case a.dated() != b.dated():
			if b.dated() {
				return -1
			}
			return 1
		case a.Date.Value.Day != b.Date.Value.Day:
			return a.Date.Value.Day - b.Date.Value.Day
		case a.VEX != b.VEX:
			return a.VEX - b.VEX
		}
		return a.Row - b.Row
	})
	v.Status = inForce(v.Said)
}

func (s *vexSaid) dated() bool { return s.Date.State == evidence.Stated }

// inForce is the latest of the exact statements. Statements of one day, or
// those without a date where none has one, must agree.
func inForce(said []vexSaid) vexStatusInForce {
	out := vexStatusInForce{Status: "none", AuthorIs: "unknown", Said: -1}
	for i := len(said) - 1; i >= 0; i-- {
		s := &said[i]
		if !s.Exact {
			continue
		}
		if out.Said < 0 {
			out = vexStatusInForce{Status: s.Status, AuthorIs: s.AuthorIs, Justified: s.Justified, Said: i}
			continue
		}
		last := &said[out.Said]
		if last.dated() != s.dated() || last.Date.Value.Day != s.Date.Value.Day {
			break
		}
		if s.Status != last.Status {
			return vexStatusInForce{Status: "conflict", AuthorIs: "unknown", Said: -1}
		}
	}
	return out
}

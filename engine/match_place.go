package engine

import (
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/bidgate/bidgate/engine/evidence"
)

// evidencePaths turns a path into a match, at most most of them, into the
// paths of the evidence that the match is about; total counts them all. ok is
// false for a path into no match, which Dossier.Locate knows itself.
func (c *screening) evidencePaths(at []any, most int) (paths [][]any, total int, ok bool, err error) {
	if len(at) == 0 {
		return nil, 0, false, nil
	}
	switch at[0] {
	case "matches":
		paths, total, err = c.matchPaths(at, most)
	case "sources":
		paths, total, err = c.sourcePaths(at)
	case "certificates":
		paths, total, err = c.certificatePaths(at)
	default:
		return nil, 0, false, nil
	}
	return paths, total, true, err
}

// one is a single path.
func one(path ...any) ([][]any, int, error) { return [][]any{path}, 1, nil }

// matchPaths is of ["matches", sbom, …].
func (c *screening) matchPaths(at []any, most int) ([][]any, int, error) {
	if len(at) == 1 {
		return one("bundle")
	}
	sbom, err := rowOf(at, 1, len(c.input.Matches))
	if err != nil {
		return nil, 0, err
	}
	m := &c.input.Matches[sbom]
	if len(at) == 2 {
		return one("sboms", sbom)
	}
	switch at[2] {
	case "coverage":
		return coveragePaths(&m.Coverage, sbom, at, most)
	case "vulnerabilities":
		if len(at) == 3 {
			return one("components", sbom)
		}
		k, err := rowOf(at, 3, len(m.Vulnerabilities))
		if err != nil {
			return nil, 0, err
		}
		return saidPath(sbom, &m.Vulnerabilities[k], at)
	case "lifecycle":
		if len(at) == 3 {
			return one("components", sbom)
		}
		k, err := rowOf(at, 3, len(m.Lifecycle))
		if err != nil {
			return nil, 0, err
		}
		return one(componentPath(sbom, m.Lifecycle[k].Row)...)
	}
	return nil, 0, noStep(at, 2)
}

// saidPath is a vulnerability's component, or the statement of VEX that the
// path goes on to.
func saidPath(sbom int, v *vulnerability, at []any) ([][]any, int, error) {
	if len(at) < 6 || at[4] != "said" {
		return one(componentPath(sbom, v.Row)...)
	}
	j, err := rowOf(at, 5, len(v.Said))
	if err != nil {
		return nil, 0, err
	}
	return one("vex_statements", v.Said[j].VEX, v.Said[j].Row)
}

// componentPath is of a component, or of the subject.
func componentPath(sbom, row int) []any {
	if row < 0 {
		return []any{"sboms", sbom, "subject"}
	}
	return []any{"components", sbom, row}
}

// coveragePaths are the components of one list of rows; the SBOM's components
// for the coverage itself or an empty list.
func coveragePaths(cover *matchCoverage, sbom int, at []any, most int) ([][]any, int, error) {
	rows, known := coverageRows(cover, at)
	if !known {
		return nil, 0, noStep(at, len(at)-1)
	}
	if len(at) == 6 {
		i, err := rowOf(at, 5, len(rows))
		if err != nil {
			return nil, 0, err
		}
		rows = rows[i : i+1]
	}
	if len(rows) == 0 {
		return one("components", sbom)
	}
	paths := make([][]any, 0, min(len(rows), most))
	for _, row := range rows[:min(len(rows), most)] {
		paths = append(paths, componentPath(sbom, int(row)))
	}
	return paths, len(rows), nil
}

// coverageRows are the rows of ["matches", sbom, "coverage", part, list].
func coverageRows(cover *matchCoverage, at []any) (rows []evidence.Row, known bool) {
	if len(at) == 3 || at[3] == "total" {
		return nil, true
	}
	lists := func(l *lookedUp) map[string][]evidence.Row {
		return map[string][]evidence.Row{"looked_up": l.LookedUp, "by_name": l.ByName, "no_identifier": l.NoIdentifier,
			"no_version": l.NoVersion, "bad_version": l.BadVersion, "not_covered": l.NotCovered}
	}
	parts := map[string]map[string][]evidence.Row{
		"advisory": lists(&cover.Advisory), "lifecycle": lists(&cover.Lifecycle),
		"withdrawn": {"records": nil, "rows": cover.Withdrawn.Rows}, "blind": {"records": nil, "rows": cover.Blind.Rows},
	}
	part, known := parts[fmt.Sprint(at[3])]
	if !known || len(at) == 4 {
		return nil, known
	}
	rows, known = part[fmt.Sprint(at[4])]
	return rows, known && len(at) <= 6
}

// sourcePaths is of ["sources", …].
func (c *screening) sourcePaths(at []any) ([][]any, int, error) {
	if len(at) < 3 {
		return one("bundle")
	}
	if at[1] != "matches" {
		return nil, 0, noStep(at, 1)
	}
	k, err := rowOf(at, 2, len(c.input.Sources.Matches))
	if err != nil {
		return nil, 0, err
	}
	return one(c.sourcePath(&c.input.Sources.Matches[k])...)
}

// sourceFields are where in a row of its table a field stands, where that is
// not under the field's own name.
var sourceFields = map[string]map[string][]any{
	"sboms": {"author": {"authors"}, "domain": {"authors"}, "supplier": {"subject", "supplier"}, "manufacturer": {"subject", "manufacturer"},
		"purl": {"subject", "purl"}, "cpe": {"subject", "cpe"}, "name": {"subject", "name"}},
	"declarations": {"manufacturer": {"manufacturer"}, "domain": {"manufacturer"}, "purl": {"product", "purl"}, "cpe": {"product", "cpe"},
		"name": {"product", "name"}, "country": {"country_of_production"}, "author": {"evidence"}},
	"threat_models": {"author": {"authors"}, "domain": {"authors"}},
	"vex":           {"author": {"author"}},
	"attestations":  {"author": {"assessors"}},
}

// sourcePath is where the name of a prohibited source stands.
func (c *screening) sourcePath(s *sourceMatch) []any {
	switch s.Table {
	case "bundle":
		if c.dossier.Bundle.Manifest.State != evidence.Stated {
			return []any{"bundle"}
		}
		return []any{"bundle", "manifest", "vendor"}
	case "components":
		if s.Field == "producer" { // of several fields the first that is stated
			return []any{"components", s.Index, s.Row}
		}
		return []any{"components", s.Index, s.Row, s.Field}
	case "declarations":
		if s.Field == "author" && c.dossier.Declarations[s.Index].Assessor.Organization.Value == s.Value {
			return []any{"declarations", s.Index, "assessor"}
		}
	}
	return append([]any{s.Table, s.Index}, sourceFields[s.Table][s.Field]...)
}

// certificatePaths is of ["certificates", …].
func (c *screening) certificatePaths(at []any) ([][]any, int, error) {
	if len(at) == 1 {
		return one("bundle")
	}
	k, err := rowOf(at, 1, len(c.input.Certificates))
	if err != nil {
		return nil, 0, err
	}
	certificate := &c.input.Certificates[k]
	return one("declarations", certificate.Declaration, "cmvp", "items", certificate.Row)
}

// rowOf is the row that a step of a path names.
func rowOf(at []any, step, rows int) (int, error) {
	n := -1
	switch value := at[step].(type) {
	case int:
		n = value
	case float64:
		if value == float64(int(value)) {
			n = int(value)
		}
	case json.Number:
		if i, err := strconv.Atoi(value.String()); err == nil {
			n = i
		}
	}
	if n < 0 || n >= rows {
		return 0, noStep(at, step)
	}
	return n, nil
}

func noStep(at []any, step int) error {
	return fmt.Errorf("place %v: step %d: there is no %v", at, step+1, at[step])
}

package evidence

import "reflect"

// The tables beside the components of an SBOM, and the statements about
// vulnerabilities, may have millions of rows. They are gone over once by a plan
// for each type of row; only a row with a flaw is gone over again, by names.

// textTables are those whose texts are looked at, by the key of the input.
var textTables = []struct {
	key  string
	vex  bool // a table for each VEX document, else for each SBOM
	rows func(d *Dossier, i int) reflect.Value
}{
	{"services", false, func(d *Dossier, i int) reflect.Value { return reflect.ValueOf(d.Services[i]) }},
	{"crypto", false, func(d *Dossier, i int) reflect.Value { return reflect.ValueOf(d.Crypto[i]) }},
	{"model_cards", false, func(d *Dossier, i int) reflect.Value { return reflect.ValueOf(d.ModelCards[i]) }},
	{"properties", false, nil},
	{"pedigree", false, func(d *Dossier, i int) reflect.Value { return reflect.ValueOf(d.Pedigree[i]) }},
	{"component_evidence", false, func(d *Dossier, i int) reflect.Value { return reflect.ValueOf(d.ComponentEvidence[i]) }},
	{"compositions", false, func(d *Dossier, i int) reflect.Value { return reflect.ValueOf(d.Compositions[i]) }},
	{"extras", false, func(d *Dossier, i int) reflect.Value { return reflect.ValueOf(d.Extras[i]) }},
	{"vex_statements", true, func(d *Dossier, i int) reflect.Value { return reflect.ValueOf(d.VEXStatements[i]) }},
}

// textPlan is what of a type of row is text: its fields that are, or that hold
// some. Words of our own, such as states and places, are not.
type textPlan struct {
	field int
	name  string
	of    []textPlan // of what the field holds; nil for a text
	list  bool
}

// planOf makes the plan for a struct.
func planOf(t reflect.Type) []textPlan {
	plan := []textPlan{}
	for i := range t.NumField() {
		f := t.Field(i)
		name, held := f.Tag.Get("json"), f.Type
		p := textPlan{field: i, name: name, list: held.Kind() == reflect.Slice}
		if p.list {
			held = held.Elem()
		}
		switch {
		case !f.IsExported() || name == "location" || f.Tag.Get("enum") != "":
			continue
		case held.Kind() == reflect.Struct:
			if p.of = planOf(held); len(p.of) == 0 {
				continue
			}
		case held != reflect.TypeFor[string]():
			continue
		}
		plan = append(plan, p)
	}
	return plan
}

// tables looks at the tables of an SBOM or of a VEX document.
func (w *textWalk) tables(d *Dossier, vex bool, i int) {
	for _, t := range textTables {
		if t.vex != vex {
			continue
		}
		if t.key == "properties" {
			w.properties(d, i)
			continue
		}
		rows := t.rows(d, i)
		plan := planOf(rows.Type().Elem())
		for row := range rows.Len() {
			if w.flawed(rows.Index(row), plan) && w.rows < maxMisleading {
				w.tell(d, rows.Index(row), plan, []any{t.key, i, row})
			}
		}
	}
}

// flawed counts the texts of a row and reports whether one has a flaw.
func (w *textWalk) flawed(row reflect.Value, plan []textPlan) bool {
	flawed := false
	for _, p := range plan {
		switch v := row.Field(p.field); {
		case p.list:
			for i := range v.Len() {
				flawed = w.flawedIn(v.Index(i), p) || flawed
			}
		default:
			flawed = w.flawedIn(v, p) || flawed
		}
	}
	return flawed
}

func (w *textWalk) flawedIn(v reflect.Value, p textPlan) bool {
	if p.of != nil {
		return w.flawed(v, p.of)
	}
	text := v.String()
	if text != "" {
		w.check.LookedAt++
	}
	return flawsAs(p.name, text) != 0
}

// tell adds the texts of a row that mislead.
func (w *textWalk) tell(d *Dossier, row reflect.Value, plan []textPlan, path []any) {
	for _, p := range plan {
		v, at := row.Field(p.field), append(path[:len(path):len(path)], p.name)
		if !p.list {
			w.tellOne(d, v, p, at)
			continue
		}
		for i := range v.Len() {
			w.tellOne(d, v.Index(i), p, append(at[:len(at):len(at)], i))
		}
	}
}

func (w *textWalk) tellOne(d *Dossier, v reflect.Value, p textPlan, path []any) {
	if p.of != nil {
		w.tell(d, v, p.of, path)
		return
	}
	flaws := flawsAs(p.name, v.String())
	if flaws == 0 {
		return
	}
	if path[0] == "vex_statements" && path[3] != "properties" && path[3] != "extras" {
		path = path[:3] // the forms have other names for the fields
	}
	pointer := ""
	if places, _, err := d.Locate(path, 1); err == nil && len(places) > 0 {
		pointer = places[0].Pointer
	}
	w.add(flaws, v.String(), pointer)
}

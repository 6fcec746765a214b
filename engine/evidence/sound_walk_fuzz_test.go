package evidence

import (
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// sound holds a dossier to what policies and findings rely on: no reader broke
// down, nothing is null, what is stated is not empty and what is not stated has
// no value, words are of their closed sets, rows are there, and bounds hold.
// What places are there is asked beside, for it costs more.
func sound(t *testing.T, d *Dossier, l Limits) *soundness {
	t.Helper()
	w := &soundness{t: t, d: d, limits: l}
	for i, doc := range d.Bundle.Documents {
		w.document(i, doc)
	}
	w.tables()
	w.value(reflect.ValueOf(d).Elem(), nil, "")
	return w
}

// soundness goes through a whole dossier.
type soundness struct {
	t      *testing.T
	d      *Dossier
	limits Limits
	paths  [][]any // to everything that a finding could point at
}

func (w *soundness) fail(path []any, format string, args ...any) {
	w.t.Helper()
	w.t.Fatalf(pathText(path)+": "+format, args...)
}

func (w *soundness) document(row int, doc Document) {
	lines := linesOf(w.d.sources[row])
	for _, p := range doc.Problems {
		switch {
		case p.Code == codeInternal:
			w.t.Fatal(p.Message)
		case p.Code == "" || p.Message == "" || strings.ContainsAny(p.Message, "\n\r\x00"):
			w.t.Fatalf("%+v is no sentence", p)
		case p.At.Line < 0 || p.At.Line > lines || p.At.Column < 0 || (p.At.Line == 0) != (p.At.Column == 0):
			w.t.Fatalf("%+v is not in a document of %d lines", p, lines)
		}
	}
	if len(doc.Kinds) == 0 || len(doc.Problems) > 2*w.limits.MaxProblems+3 {
		w.t.Fatalf("kinds %v, %d problems", doc.Kinds, len(doc.Problems))
	}
}

// linesOf is how many lines a document has, by the widest of the rules of the
// syntaxes: YAML also breaks lines at CR, NEL, LS and PS.
func linesOf(src *source) int {
	data := src.data
	if src.original != nil {
		data = src.original.data
	}
	lines := 1
	for _, end := range []string{"\n", "\r", "\u0085", "\u2028", "\u2029"} {
		lines += strings.Count(string(data), end)
	}
	return lines
}

// tables holds the tables to their heads and bounds.
func (w *soundness) tables() {
	d, l := w.d, w.limits
	for _, n := range []int{len(d.Components), len(d.Dependencies), len(d.Services), len(d.Crypto), len(d.ModelCards), len(d.Properties),
		len(d.Pedigree), len(d.ComponentEvidence), len(d.Compositions), len(d.Extras)} {
		if n != len(d.SBOMs) {
			w.t.Fatalf("%d tables for %d SBOMs", n, len(d.SBOMs))
		}
	}
	if len(d.VEX) != len(d.VEXStatements) {
		w.t.Fatalf("%d tables for %d VEX documents", len(d.VEXStatements), len(d.VEX))
	}
	for i := range d.SBOMs {
		for _, table := range []struct{ rows, most int }{
			{len(d.Components[i]), l.MaxComponents}, {d.Dependencies[i].Len(), l.MaxDependencies}, {len(d.Services[i]), l.MaxServices},
			{len(d.Crypto[i]), l.MaxCryptoAssets}, {len(d.ModelCards[i]), l.MaxModelCards}, {d.Properties[i].Len(), l.MaxProperties},
			{len(d.Pedigree[i]), l.MaxPedigree}, {len(d.ComponentEvidence[i]), l.MaxEvidence}, {len(d.Compositions[i]), l.MaxDependencies}, {len(d.Extras[i]), l.MaxExtras},
		} {
			if table.rows > table.most {
				w.t.Fatalf("%d rows in a table of %d at most", table.rows, table.most)
			}
		}
	}
	for i, rows := range d.VEXStatements {
		n := len(rows)
		for _, s := range rows {
			n += len(s.Products)
		}
		if n > l.MaxStatements || d.VEX[i].Counts.Statements != len(rows) {
			w.t.Fatalf("%d statements and products, counted %+v", n, d.VEX[i].Counts)
		}
	}
}

// value walks a value. The word is the field's closed set, where it has one.
func (w *soundness) value(v reflect.Value, path []any, set string) {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			w.fail(path, "null")
		}
		w.value(v.Elem(), path, set)
	case reflect.Struct:
		if table, is := v.Interface().(madeTable); is {
			for i := range table.Len() {
				w.value(reflect.ValueOf(table.made(i)), append(slices.Clip(path), i), "")
			}
			return
		}
		w.object(v, path)
	case reflect.Slice:
		if v.IsNil() {
			w.fail(path, "null")
		}
		for i := range v.Len() {
			if item := v.Index(i); item.Kind() == reflect.String && item.Len() == 0 && path[len(path)-1] != "depends_on" {
				w.fail(path, "entry %d is empty", i) // a reference to nothing is kept, as one that leads nowhere
			}
			w.value(v.Index(i), append(slices.Clip(path), i), "")
		}
	case reflect.Map:
		if v.IsNil() {
			w.fail(path, "null")
		}
		for _, key := range v.MapKeys() {
			w.value(v.MapIndex(key), append(slices.Clip(path), key.String()), "")
		}
	case reflect.Float64:
		if f := v.Float(); math.IsNaN(f) || math.IsInf(f, 0) {
			w.fail(path, "%v", f)
		}
	case reflect.String:
		w.text(v, path, set)
	}
}

var states = []State{"", Absent, Stated, Unknown, Withheld, Placeholder, Unsupported, Invalid}

func (w *soundness) text(v reflect.Value, path []any, set string) {
	switch {
	case set != "" && !slices.Contains(strings.Split(set, ","), v.String()):
		w.fail(path, "%q is none of %s", v.String(), set)
	case v.Type() == reflect.TypeFor[State]() && !slices.Contains(states, State(v.String())):
		w.fail(path, "%q is no state", v.String())
	case v.Type() == reflect.TypeFor[Kind]() && v.String() != "" && kindTitles[Kind(v.String())] == "":
		w.fail(path, "%q is no kind", v.String())
	}
}

func (w *soundness) object(v reflect.Value, path []any) {
	if len(path) > 0 {
		w.paths = append(w.paths, path)
	}
	w.stated(v, path)
	w.rows(v, path)
	if states := v.FieldByName("States"); states.IsValid() {
		w.apart(v, reflect.Indirect(states), path)
	}
	for i := range v.NumField() {
		if f := v.Type().Field(i); f.IsExported() {
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			w.value(v.Field(i), append(slices.Clip(path), name), f.Tag.Get("enum"))
		}
	}
}

// stated holds a value to its state.
func (w *soundness) stated(v reflect.Value, path []any) {
	state, value := v.FieldByName("State"), v.FieldByName("Value")
	if !state.IsValid() {
		return
	}
	is := State(state.String()) == Stated
	switch held := v.Interface().(type) {
	case Text:
		if is != (held.Value != "") {
			w.fail(path, "%+v", held)
		}
	case Date:
		if is != (held.Value.Text != "") {
			w.fail(path, "%+v", held)
		}
	case Period:
		if is != (held.Value.Text != "") {
			w.fail(path, "%+v", held)
		}
	default:
		if value.IsValid() && !is && !value.IsZero() {
			w.fail(path, "%+v", held)
		}
		switch held.(type) {
		case List[Party], List[Tool]: // whose state is that of the best of them
			return
		}
		if items := v.FieldByName("Items"); items.IsValid() && !is && items.Len() > 0 {
			w.fail(path, "%d items of a list that is %s", items.Len(), state)
		}
	}
}

// apart holds fields to their states where these stand in a struct of their own.
func (w *soundness) apart(v, states reflect.Value, path []any) {
	for i := range states.NumField() {
		name := states.Type().Field(i).Name
		if f := v.FieldByName(name); f.IsValid() && f.Kind() == reflect.String && State(states.Field(i).String()) == Stated && f.Len() == 0 {
			w.fail(path, "%s is stated and empty", name)
		}
	}
}

// rows holds the numbers of rows to the tables that they are of.
func (w *soundness) rows(v reflect.Value, path []any) {
	d := w.d
	inside := func(name string, n, length int) {
		if n < -1 || n >= length {
			w.fail(path, "%s is %d of %d", name, n, length)
		}
	}
	for name, length := range map[string]int{"Document": len(d.Bundle.Documents), "SBOM": len(d.SBOMs), "Model": len(d.ThreatModels), "Declaration": len(d.Declarations), "To": len(d.SBOMs)} {
		if f := v.FieldByName(name); f.IsValid() && f.Kind() == reflect.Int {
			inside(name, int(f.Int()), length)
		}
	}
	if link, is := v.Interface().(DocumentLink); is {
		inside("Service", link.Service, len(d.Services[link.SBOM]))
	}
	row, sbom := v.FieldByName("Row"), v.FieldByName("SBOM")
	if row.IsValid() && row.Kind() == reflect.Int {
		length := -1
		switch {
		case sbom.IsValid() && sbom.Int() >= 0:
			length = len(d.Components[sbom.Int()])
		case sbom.IsValid():
			length = 0
		case len(path) > 1: // a table beside the components
			i := path[1].(int)
			length = len(d.Components[i])
			if of := v.FieldByName("Of"); of.IsValid() && of.Kind() == reflect.String {
				length = map[string]int{ofComponent: length, ofService: len(d.Services[i]), ofCrypto: len(d.Crypto[i]), ofModelCard: len(d.ModelCards[i])}[of.String()]
			}
		}
		inside("Row", int(row.Int()), length)
	}
}

package engine_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/convert"
)

// Damage to the structure of documents takes something away, or makes a value
// one of another type: none of it writes a better value. So in a bundle without
// digests that is one fault from meeting, with the fault in a field that is
// asked for, it must not make the bundle pass. A value taken away may hide what
// contradicts it, so the claim is of faults that nothing else hides: an answer
// that refuses, a review that is too old, an SBOM that is not there.

// structural are the kinds of damage to a value in a document: v is one of an
// object's members or of a list's entries, and the result stands in its place.
var structural = []struct {
	name string
	do   func(v any) (any, bool) // false: it is taken out
}{
	{"taken out", func(any) (any, bool) { return nil, false }},
	{"null", func(any) (any, bool) { return nil, true }},
	{"emptied", func(v any) (any, bool) {
		switch v.(type) {
		case []any:
			return []any{}, true
		case map[string]any:
			return map[string]any{}, true
		}
		return "", true
	}},
	{"of another type", func(v any) (any, bool) {
		switch v.(type) {
		case []any:
			return map[string]any{}, true
		case map[string]any:
			return []any{}, true
		}
		return []any{v}, true
	}},
	{"a placeholder", func(any) (any, bool) { return "TBD", true }},
	{"cut to its first", func(v any) (any, bool) {
		switch v := v.(type) {
		case []any:
			return v[:min(len(v), 1)], true
		case map[string]any:
			names := slices.Sorted(maps.Keys(v))
			for _, name := range names[min(len(names), 1):] {
				delete(v, name)
			}
			return v, true
		case string:
			return v[:min(len(v), 1)], true
		}
		return nil, false
	}},
}

// damaged does the damage to the value at this place, counted in the order of
// the document, and wraps at the end.
func damaged(document any, kind, at int) any {
	count := 0
	walk(document, func(v any) (any, bool) { count++; return v, true })
	if count == 0 {
		return document
	}
	at %= count
	return walk(document, func(v any) (any, bool) {
		if at--; at == -1 {
			return structural[kind].do(v)
		}
		return v, true
	})
}

// walk puts for every value below v what do says.
func walk(v any, do func(any) (any, bool)) any {
	switch v := v.(type) {
	case map[string]any:
		for _, name := range slices.Sorted(maps.Keys(v)) {
			if next, keep := do(v[name]); keep {
				v[name] = walk(next, do)
			} else {
				delete(v, name)
			}
		}
	case []any:
		kept := []any{}
		for _, item := range v {
			if next, keep := do(item); keep {
				kept = append(kept, walk(next, do))
			}
		}
		return kept
	}
	return v
}

// unsealed is a copy of the case without digests in its manifest.
func (f faulty) unsealed() faulty {
	files := maps.Clone(f.files)
	files["bundle.yaml"] = digests.ReplaceAll(files["bundle.yaml"], nil)
	return faulty{f.name, files, f.offer}
}

// inJSON is the content of a document; nil for one that has no structure.
func inJSON(t testing.TB, text []byte) any {
	t.Helper()
	var document any
	if err := yaml.Unmarshal(text, &document); err != nil {
		t.Fatal(err)
	}
	return document
}

// tear does this many damages to the structure of a document, one after the
// other, and writes it as JSON, which every reader of YAML takes too.
func (f faulty) tear(t testing.TB, file int, kinds, places []int) faulty {
	t.Helper()
	f = f.unsealed()
	names := f.documents()
	name := names[file%len(names)]
	document := inJSON(t, f.files[name])
	for i, kind := range kinds {
		document = damaged(document, kind%len(structural), places[i])
	}
	text, err := json.Marshal(document)
	if err != nil {
		t.Fatal(err)
	}
	f.files[name] = text
	return f
}

// otherForms are the faulty cases, and again with the declaration as an
// attestation, as it is and as its maker would write it without the form in it.
func otherForms(t testing.TB) []faulty {
	t.Helper()
	list := faulties(t)
	for _, f := range faulties(t) {
		const form, name = "declaration/mail-bridge.yaml", "declaration/mail-bridge.cdx.json"
		for _, spec := range convert.Specs {
			attestation, err := convert.ToAttestation("a.yaml", f.files[form], spec)
			if err != nil {
				t.Fatal(err)
			}
			other := faulty{f.name + " attested in " + spec, maps.Clone(f.files), f.offer}
			delete(other.files, form)
			other.files[name] = attestation
			other.files["bundle.yaml"] = bytes.ReplaceAll(digests.ReplaceAll(f.files["bundle.yaml"], nil), []byte(form), []byte(name))
			list = append(list, other)
		}
	}
	return list
}

// TestStructuralDamage draws damages to the structure from a seed, and does each
// damage to a whole file.
func TestStructuralDamage(t *testing.T) {
	engine.OneGoroutine(t)
	e, list, rounds := newEngine(t), otherForms(t), 10*len(structural)
	s, random := byBaseline(t, e), rand.New(rand.NewPCG(7, 11))
	for i := range rounds {
		f := list[i%len(list)]
		torn := f.tear(t, random.IntN(8), []int{i, random.IntN(8)}, []int{random.IntN(1 << 12), random.IntN(1 << 12)})
		if r := screen(t, e, torn.bundle(t), s).Report; passes(r) {
			t.Errorf("%s: %s after round %d", f.name, r.Verdict, i)
		}
	}
	for i, how := range whole[:min(len(whole), rounds)] {
		f := list[i%len(list)].unsealed()
		names := f.documents()
		how.do(t, f.files, names[random.IntN(len(names))])
		if r := screen(t, e, f.bundle(t), s).Report; passes(r) {
			t.Errorf("%s: %s with a file %s", f.name, r.Verdict, how.name)
		}
	}
}

// FuzzStructuralDamage goes on from there: any number of damages, to the
// structure of a document and to files as a whole.
func FuzzStructuralDamage(f *testing.F) {
	engine.OneGoroutine(f)
	e, list := newEngine(f), otherForms(f)
	s := byBaseline(f, e)
	f.Add(uint8(0), uint8(0), []byte{0, 1, 2}, uint8(0))
	f.Fuzz(func(t *testing.T, bundle, file uint8, draws []byte, also uint8) {
		var kinds, places []int
		for i := 0; i+2 < min(len(draws), 60); i += 3 {
			kinds, places = append(kinds, int(draws[i])), append(places, int(draws[i+1])<<8|int(draws[i+2]))
		}
		torn := list[int(bundle)%len(list)].tear(t, int(file), kinds, places)
		if how := int(also); how < len(whole) {
			names := torn.documents()
			whole[how].do(t, torn.files, names[int(file)%len(names)])
		}
		r := screen(t, e, torn.bundle(t), s).Report
		if passes(r) {
			t.Errorf("%s: %s", torn.name, r.Verdict)
		}
		inert(t, r)
	})
}

package evidence

import (
	"encoding/json"
	"strings"
	"testing"
)

// FuzzHCLTM reads anything as a hcltm file.
func FuzzHCLTM(f *testing.F) {
	f.Add(example(f, "threatmodel/hcltm-tm1.json"))
	f.Add(`{"spec_version":"1","threatmodel":[{"a":[{"threat":[{"description":"x","control":"y"},{"t":{"description":"z"}}]}]}]}`)
	f.Fuzz(func(t *testing.T, text string) { fuzzForm(t, readHCLTM, text, false) })
}

// FuzzPytm reads anything as a pytm file.
func FuzzPytm(f *testing.F) {
	f.Add(`{"threatsFile":"x","elements":[{"name":"a","__class__":"Server","inScope":false,"findings":[{"id":1,"severity":"High"}]}],"flows":[{"source":"a","sink":"b"}],"assumptions":["a",{"name":"b"}],"excluded_findings":[{"assumption":"x"}]}`)
	f.Fuzz(func(t *testing.T, text string) { fuzzForm(t, readPytm, text, false) })
}

// fuzzModel reads a source of any syntax: no panic, no null, and places inside
// the document.
func fuzzModel(t *testing.T, src *source, readModel func(*source, Limits) reading) {
	out := readModel(src, Limits{})
	if out.readable != (out.threatModel() != nil) || !out.readable && len(out.problems) == 0 {
		t.Fatalf("readable %v with %v", out.readable, out.problems)
	}
	data, err := json.Marshal(out.threatModels)
	if err != nil || out.readable && hasNull(t, data) {
		t.Fatalf("%v, or null in %s", err, data)
	}
	lines := strings.Count(string(src.data), "\n") + 1
	for _, m := range out.threatModels {
		for _, w := range m.Warnings {
			if at := src.position(w.Location); at.Line < 1 || at.Line > lines {
				t.Fatalf("%+v is not in a document of %d lines", w, lines)
			}
		}
	}
}

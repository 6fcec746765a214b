package evidence

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestPropertyRows keeps the properties of components, the subject, the
// metadata and the document, in the order in which they stand.
func TestPropertyRows(t *testing.T) {
	text := cycloneDX("\n"+`"metadata": {"properties": [{"name": "m", "value": "1"}], "component": {"type": "device", "name": "d", "properties": [{"name": "s"}]}}`,
		"\n"+`"components": [{"type": "library", "name": "a", "components": [{"type": "library", "name": "b", "properties": [{"name": "x", "value": "TBD"}]}],`+"\n"+
			`"properties": [{"name": "y", "value": ""}, {"name": "y", "value": "2"}]}]`,
		"\n"+`"properties": [{"name": "z", "value": "3"}]`)
	d := readFiles(t, map[string]string{"a.cdx.json": text})
	var rows []string
	for _, p := range d.Properties[0].All() {
		rows = append(rows, p.Name+"="+p.Value)
	}
	if got := strings.Join(rows, " "); got != "m=1 s= x=TBD y= y=2 z=3" || len(d.Bundle.Documents[0].Problems) != 0 {
		t.Errorf("%s, %v", got, d.Bundle.Documents[0].Problems)
	}
	for path, want := range map[string]Place{
		`["properties", 0]`:            {0, "/properties", 5, 15, ""},
		`["properties", 0, 0]`:         {0, "/metadata/properties/0", 2, 29, ""},
		`["properties", 0, 1]`:         {0, "/metadata/component/properties/0", 2, 119, ""},
		`["properties", 0, 2, "name"]`: {0, "/components/0/components/0/properties/0", 3, 112, "b"},
		`["properties", 0, 4]`:         {0, "/components/0/properties/1", 4, 44, "a"},
		`["properties", 0, 5]`:         {0, "/properties/0", 5, 16, ""},
	} {
		if diff := cmp.Diff([]Place{want}, located(t, d, path)); diff != "" {
			t.Errorf("%s: %s", path, diff)
		}
	}
}

// TestPropertiesOfWrongTypes keeps a row for each element, so that a number in
// the list is a place, and a problem for each wrong type.
func TestPropertiesOfWrongTypes(t *testing.T) {
	r := readText(cycloneDX(`"components": [{"type": "library", "name": "a", "properties": [1, {"name": 2, "value": "v"}, {"name": "n", "value": {"x": ["y"]}}, {"name": "last", "value": "w"}]}]`,
		`"properties": {}`))
	want := []string{"=", "=v", "n=", "last=w"}
	var got []string
	for _, p := range (PropertyTable{r.properties}).All() {
		got = append(got, p.Name+"="+p.Value)
	}
	if diff := cmp.Diff(want, got); diff != "" || len(r.problems) != 4 {
		t.Errorf("%v %s", r.problems, diff)
	}
}

// TestPropertiesBound leaves out what is beyond a bound and tells it once; the
// document stays readable.
func TestPropertiesBound(t *testing.T) {
	text := cycloneDX(`"components": [{"type": "library", "name": "a", "properties": [{"name": "a", "value": "12345678901"}, {"name": "b"}, {"name": "c"}]}]`)
	for _, c := range []struct {
		limits Limits
		want   string
		rows   int
	}{
		{Limits{MaxProperties: 3}, "", 3}, {Limits{MaxProperties: 2}, "MaxProperties", 2}, {Limits{MaxProperties: 1}, "MaxProperties", 1},
		{Limits{MaxStringBytes: 11}, "", 3}, {Limits{MaxStringBytes: 10}, "MaxStringBytes", 3},
	} {
		r := readCycloneDXJSON(&source{data: []byte(text), syntax: jsonSyntax}, c.limits)
		limit := ""
		for _, p := range r.problems {
			limit += p.Limit
		}
		if !r.readable || r.properties.count() != c.rows || limit != c.want {
			t.Errorf("%+v: %d rows, %v", c.limits, r.properties.count(), r.problems)
		}
	}
}

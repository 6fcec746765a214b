package evidence

import (
	"encoding/json"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// escaped is an SBOM whose properties and graph are written in every way.
var escaped = cycloneDX(`"components": [{"type": "library", "bom-ref": "a", "name": "a", "properties": [{"name": "src\u003aName", "value": "a\"\\\u00e9 <b>"},
	{"name": "srcVersion", "value": ""}, {"name": "other", "value": "src"}, {"name": "src:Name"}]}, {"type": "library", "bom-ref": "b", "name": "b"}]`,
	`"dependencies": [{"ref": "a", "dependsOn": ["b", "c"], "provides": ["b"]}, {"ref": "b"}, {"dependsOn": [1]}]`)

// TestMadeTables gives every row of a table that makes them, one by one, in
// order, by the beginning of its name and as JSON, on many goroutines at once.
func TestMadeTables(t *testing.T) {
	d := readFiles(t, map[string]string{"a.cdx.json": escaped})
	property := func(name, value string) Property { return Property{Of: ofComponent, Name: name, Value: value} }
	properties := []Property{property("src:Name", `a"\é <b>`), property("srcVersion", ""), property("other", "src"), property("src:Name", "")}
	edges := []Dependency{{Ref: "a", DependsOn: []string{"b", "c"}, Provides: []string{"b"}}, {Ref: "b", DependsOn: []string{}, Provides: []string{}},
		{DependsOn: []string{""}, Provides: []string{}}}
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			var rows, named []Property
			for i, p := range d.Properties[0].All() {
				if rows = append(rows, p); p != d.Properties[0].At(i) {
					t.Errorf("row %d is %+v and %+v", i, p, d.Properties[0].At(i))
				}
			}
			for _, p := range d.Properties[0].Named("src:") {
				named = append(named, p)
			}
			var graph []Dependency
			for _, row := range d.Dependencies[0].All() {
				graph = append(graph, row)
			}
			for _, diff := range []string{cmp.Diff(properties, rows), cmp.Diff([]Property{properties[0], properties[3]}, named), cmp.Diff(edges, graph),
				cmp.Diff(marshalled(t, properties), marshalled(t, d.Properties[0])), cmp.Diff(marshalled(t, edges), marshalled(t, d.Dependencies[0]))} {
				if diff != "" {
					t.Error(diff)
				}
			}
		})
	}
	all.Wait()
	for range d.Properties[0].Named("none") {
		t.Error("a property of no such name")
	}
}

func marshalled(t *testing.T, v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		t.Error(err)
	}
	return string(text)
}

// TestNoMadeTable holds the zero tables to be empty lists.
func TestNoMadeTable(t *testing.T) {
	var p PropertyTable
	var d DependencyTable
	if got := marshalled(t, []any{p, d}); got != "[[],[]]" || p.Len()+d.Len() != 0 {
		t.Error(got)
	}
	for range p.Named("") {
		t.Error("a row of nothing")
	}
}

// TestTextTable numbers texts in the order in which they come, the same one
// again, through every size of the table and of its blocks.
func TestTextTable(t *testing.T) {
	var table statedTexts
	text := func(i int) string { return strings.Repeat("x", i%37) + strings.Repeat("y", i/37) }
	const n = 5000
	for range 2 {
		for i := range n {
			if id := table.id([]byte(text(i))); int(id) != i || table.names[id] != text(i) {
				t.Fatalf("text %d has the number %d, of %q", i, id, table.names[id])
			}
		}
	}
	long := strings.Repeat("z", mostBlock)
	if table.keep([]byte(long)) != long || table.judged([]byte("unknown supplier")) != (Text{State: Placeholder}) ||
		table.judged([]byte("xy")) != (Text{State: Stated, Value: "xy"}) || len(table.names) != n+2 { // "xy" was there
		t.Errorf("%d texts", len(table.names))
	}
}

// TestRowsOfOneKindOfState shares the states of rows, and gives each its own.
func TestRowsOfOneKindOfState(t *testing.T) {
	d := readFiles(t, map[string]string{"a.cdx.json": cycloneDX(`"components": [{"type": "library", "name": "a"}, {"type": "library", "name": "b"}, {"type": "library", "version": "1"}, {"type": "library", "name": "c"}]`)})
	c := d.Components[0]
	if c[0].States != c[1].States || c[0].States != c[3].States || c[2].States == c[0].States {
		t.Error("states are not shared as they are alike")
	}
	if c[2].States.Name != Absent || c[2].States.Version != Stated || c[3].States.Name != Stated || c[3].States.Version != Absent {
		t.Errorf("%+v, %+v", *c[2].States, *c[3].States)
	}
}

// TestRoomForRows gives no more room than asked, and takes back what is far too much.
func TestRoomForRows(t *testing.T) {
	rows := grown([]int{1, 2, 3}, 997)
	if len(rows) != 3 || cap(rows) != 1000 || rows[2] != 3 {
		t.Error(len(rows), cap(rows))
	}
	if kept := fitted(rows); len(kept) != 3 || cap(kept) > 70 {
		t.Error(len(kept), cap(kept))
	}
	r := &cdxReader{walker: &walker{src: &source{data: make([]byte, 1<<20)}}}
	for _, c := range []struct{ n, from, offset, want int }{
		{0, 0, 0, 64}, {64, 0, 640, 192}, {1024, 0, 10 << 10, 15 * 1024}, {1024, 0, 512 << 10, 1062}, {1000, 512 << 10, 1 << 20, 250},
	} {
		if got := r.room(c.n, c.from, c.offset); got < c.want-20 || got > c.want+20 {
			t.Errorf("room after %d rows of %d to %d: %d, want about %d", c.n, c.from, c.offset, got, c.want)
		}
	}
}

// madeRows compares tables by the rows that they make.
var madeRows = cmp.Options{
	cmp.Transformer("dependencies", func(l *dependencyList) []placedDependency {
		rows := []placedDependency{}
		for i, row := range (DependencyTable{l}).All() {
			rows = append(rows, placedDependency{row, l.edges[i].container, l.edges[i].index})
		}
		return rows
	}),
	cmp.Transformer("properties", func(l *propertyList) []Property {
		rows := []Property{}
		for _, row := range (PropertyTable{l}).All() {
			rows = append(rows, row)
		}
		return rows
	}),
}

// placedDependency is a row of the graph and where it stands.
type placedDependency struct {
	Dependency
	Container string
	Index     int32
}

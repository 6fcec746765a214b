package evidence

import (
	"archive/tar"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func TestBundleLimits(t *testing.T) {
	files := map[string]string{"a.cdx.json": strings.Repeat("a", 10), "b.txt": strings.Repeat("b", 20), "c.txt": "c"}
	cases := []struct {
		name  string
		l     Limits
		want  []string
		files int
	}{
		{"none", Limits{}, []string{}, 3},
		{"files at", Limits{MaxFiles: 3}, []string{}, 3},
		{"files over", Limits{MaxFiles: 2}, []string{"limit MaxFiles"}, 0},
		{"file at", Limits{MaxFileBytes: 20}, []string{}, 3},
		{"file over", Limits{MaxFileBytes: 19}, []string{"limit MaxFileBytes"}, 3},
		{"bundle at", Limits{MaxBundleBytes: 31}, []string{}, 3},
		{"bundle over", Limits{MaxBundleBytes: 30}, []string{"limit MaxBundleBytes"}, 3},
	}
	for _, c := range cases {
		dir, err := OpenDir(folder(t, files), c.l)
		if err != nil {
			t.Fatal(err)
		}
		tarred := tarOf(t, files, "", 3, tar.FormatUnknown)
		for packing, b := range map[string]*Bundle{
			"folder": dir, "zip": unzip(t, pack(t, files, "", 3), c.l),
			"tar": openArchive(t, tarred, c.l), "tgz": openArchive(t, zipped(t, string(tarred)), c.l),
		} {
			d := Read(b)
			if diff := cmp.Diff(c.want, problems(d.Bundle.Problems)); diff != "" || len(d.Bundle.Documents) != c.files {
				t.Errorf("%s, %s: %d documents, %s", c.name, packing, len(d.Bundle.Documents), diff)
			}
		}
	}
	if _, err := OpenFS(fstest.MapFS{}, Limits{MaxFileBytes: 1 << 31}); err == nil || !strings.Contains(err.Error(), "MaxFileBytes") {
		t.Errorf("a bound over 32 bits gives %v", err)
	}
	if _, err := OpenFS(fstest.MapFS{}, Limits{MaxDepth: -1}); err == nil || !strings.Contains(err.Error(), "MaxDepth") {
		t.Errorf("a bound below zero gives %v", err)
	}
}

func TestRatio(t *testing.T) {
	for size, want := range map[int]int{1 << 20: 0, 1<<20 + 1: 1} {
		b := unzip(t, pack(t, map[string]string{"zeros.txt": strings.Repeat("\x00", size), "z": ""}, "", 1), Limits{})
		if len(b.problems) != want || want == 1 && b.problems[0].Limit != "MaxRatio" {
			t.Errorf("%d zeros: %+v", size, b.problems)
		}
	}
}

// TestBounds holds the table to the fields.
func TestBounds(t *testing.T) {
	fields := reflect.TypeFor[Limits]()
	if got := len(Bounds()); got != fields.NumField() {
		t.Errorf("%d bounds of %d fields", got, fields.NumField())
	}
	for i, b := range Bounds() {
		if b.Name != fields.Field(i).Name || b.Bounds == "" || b.Default < 1 || b.Of(Limits{}) != b.Default {
			t.Errorf("bound %d is %+v, of the field %s", i, b, fields.Field(i).Name)
		}
		var l Limits
		if err := l.Set(b.Name, 7); err != nil || b.Of(l) != 7 {
			t.Errorf("%s: set to 7 gives %d, %v", b.Name, b.Of(l), err)
		}
		for _, value := range []int{-1, 1 << 31} {
			if err := l.Set(b.Name, value); err == nil || !strings.Contains(err.Error(), b.Name) {
				t.Errorf("%s: set to %d gives %v", b.Name, value, err)
			}
		}
	}
	if err := new(Limits).Set("MaxNothing", 1); err == nil {
		t.Error("a limit that is none is set")
	}
}

// TestSharedBounds are crossed by no document alone.
func TestSharedBounds(t *testing.T) {
	model := func(threats int) string {
		return "threat_model: 1\nthreats: [" + strings.Repeat("{}, ", threats) + "]\n"
	}
	files := map[string]string{"a.yaml": model(5), "b.yaml": model(5), "c.json": `{"threat_model": "1", "threats": [{}, {}, {}, {}, {}]}`}
	for _, c := range []struct {
		name string
		l    Limits
		want []string
	}{
		{"rows at", Limits{MaxRows: 15}, []string{}},
		{"rows over", Limits{MaxRows: 14}, []string{"limit MaxRows"}},
		{"nodes at", Limits{MaxNodesTotal: 24}, []string{}},
		{"nodes over", Limits{MaxNodesTotal: 23}, []string{"limit MaxNodesTotal"}},
		{"nodes spent", Limits{MaxNodesTotal: 16}, []string{"limit MaxNodesTotal"}},
		{"YAML at", Limits{MaxYAMLTotal: 2 * len(model(5))}, []string{}},
		{"YAML over", Limits{MaxYAMLTotal: 2*len(model(5)) - 1}, []string{"limit MaxYAMLTotal"}},
	} {
		b, err := OpenDir(folder(t, files), c.l)
		if err != nil {
			t.Fatal(err)
		}
		d, got := Read(b), []string{}
		for _, doc := range d.Bundle.Documents {
			if !doc.Readable {
				got = append(got, problems(doc.Problems)...)
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" || len(d.ThreatModels) != 3-len(c.want) {
			t.Errorf("%s: %d threat models, %s", c.name, len(d.ThreatModels), diff)
		}
	}
}

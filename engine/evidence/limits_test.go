package evidence

import (
	"archive/tar"
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

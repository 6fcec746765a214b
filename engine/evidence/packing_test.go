package evidence

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func TestEveryPackingGivesTheSameDossier(t *testing.T) {
	b, err := OpenDir(folder(t, vendorFiles), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	want := dossierJSON(t, b)
	fsys := fstest.MapFS{}
	for n, text := range vendorFiles {
		fsys["deep/er/"+n] = &fstest.MapFile{Data: []byte(text)}
	}
	if b, err = OpenFS(fsys, Limits{}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, dossierJSON(t, b)); diff != "" {
		t.Errorf("file system: %s", diff)
	}
	for seed := range int64(20) {
		for _, top := range []string{"", "offer 1/", "./"} {
			if diff := cmp.Diff(want, dossierJSON(t, unzip(t, pack(t, vendorFiles, top, seed), Limits{}))); diff != "" {
				t.Fatalf("zip %d in %q: %s", seed, top, diff)
			}
		}
	}
}

func TestOneFolderOnly(t *testing.T) {
	files := map[string]string{"sbom/a.txt": "a", "sbom/b.txt": "b"}
	b, err := OpenDir(folder(t, files), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	want := dossierJSON(t, b)
	for _, top := range []string{"", "offer/"} {
		if diff := cmp.Diff(want, dossierJSON(t, unzip(t, pack(t, files, top, 1), Limits{}))); diff != "" {
			t.Errorf("%q: %s", top, diff)
		}
	}
}

package evidence

import (
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
)

// TestReadsAtOnce reads documents of every form from several goroutines, which
// share the schemas, tables and patterns that are made on first use: each finds
// what one alone finds. The race detector watches.
func TestReadsAtOnce(t *testing.T) {
	const most = 40 << 10 // bytes; what is shared does not grow with a document
	bundles := map[string]*Bundle{}
	err := fs.WalkDir(os.DirFS("testdata"), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(name, "fuzz/") {
			return err
		}
		data, err := os.ReadFile("testdata/" + name)
		if err != nil || len(data) > most {
			return err
		}
		bundles[name], err = OpenFS(fstest.MapFS{path.Base(name): {Data: data}}, Limits{})
		return err
	})
	if err != nil || len(bundles) == 0 {
		t.Fatalf("%d documents, %v", len(bundles), err)
	}
	var readers [4]map[string]string
	var group sync.WaitGroup
	for i := range readers {
		readers[i] = map[string]string{}
		group.Go(func() {
			for name, b := range bundles {
				text, err := json.MarshalIndent(Read(b), "", " ")
				if err != nil {
					t.Errorf("%s: %v", name, err)
				}
				readers[i][name] = string(text)
			}
		})
	}
	group.Wait()
	for name, b := range bundles {
		want := dossierJSON(t, b)
		for i := range readers {
			if readers[i][name] != want {
				t.Errorf("%s: goroutine %d finds something else than one alone", name, i)
			}
		}
	}
}

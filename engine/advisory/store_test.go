package advisory_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine/advisory"
)

// imported is the clock of the tests.
var imported = time.Date(2026, 11, 22, 4, 0, 0, 0, time.UTC)

// corpus is a file or folder of the shared corpus.
func corpus(t testing.TB, name string) string {
	t.Helper()
	path := filepath.Join("../../../shared/corpus/advisories", name)
	if _, err := os.Stat(path); err != nil {
		t.Skip("the shared corpus is not here")
	}
	return path
}

// source is a file or folder of the disk.
func source(t testing.TB, path string) advisory.Source {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if info.IsDir() {
		return advisory.FolderSource(filepath.Base(path), os.DirFS(path))
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return advisory.FileSource(filepath.Base(path), f, info.Size())
}

// text is a file of a source that a test writes down.
func text(name, content string) advisory.Source {
	return advisory.FileSource(name, bytes.NewReader([]byte(content)), int64(len(content)))
}

// folder is a store on the disk.
type folder struct {
	t    testing.TB
	root *os.Root
}

func newFolder(t testing.TB) folder {
	t.Helper()
	root, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = root.Close() })
	return folder{t, root}
}

func (f folder) try(from advisory.Source, job advisory.Import) (*advisory.Imported, error) {
	f.t.Helper()
	job.Imported = imported
	s, err := advisory.Lock(context.Background(), f.root)
	if err != nil {
		f.t.Fatal(err)
	}
	defer s.Close() //nolint:errcheck // a test
	return s.Import(context.Background(), from, job)
}

func (f folder) add(from advisory.Source, job advisory.Import) advisory.Set {
	f.t.Helper()
	done, err := f.try(from, job)
	if err != nil {
		f.t.Fatal(err)
	}
	return done.Set
}

func (f folder) open() *advisory.Data {
	f.t.Helper()
	d, err := advisory.Open(f.root.FS())
	if err != nil {
		f.t.Fatal(err)
	}
	f.t.Cleanup(func() { _ = d.Close() })
	return d
}

func TestImportKEV(t *testing.T) {
	store := newFolder(t)
	set := store.add(source(t, corpus(t, "kev/known_exploited_vulnerabilities.json")), advisory.Import{Format: "kev"})
	want := advisory.Set{Name: "kev", Kind: advisory.KindKEV, Format: "kev", Source: "known_exploited_vulnerabilities.json",
		Date: "2025-08-25", Imported: "2026-11-22T04:00:00Z", Records: 1404, Ecosystems: []string{}, Digest: set.Digest, Size: set.Size}
	if diff := cmp.Diff(want, set); diff != "" {
		t.Error(diff)
	}
	d := store.open()
	if diff := cmp.Diff([]advisory.Set{want}, d.Sets()); diff != "" {
		t.Error(diff)
	}
	_, got, err := d.Exploited("CVE-2025-48384")
	if err != nil {
		t.Fatal(err)
	}
	if got == nil || got.Due != "2025-09-15" || got.Vendor != "Git" {
		t.Errorf("CVE-2025-48384: %+v", got)
	}
	if _, got, err := d.Exploited("CVE-1999-0001"); err != nil || got != nil {
		t.Errorf("not listed: %v, %v", got, err)
	}
	if err := d.Verify(); err != nil {
		t.Error(err)
	}
}

func TestImportOSV(t *testing.T) {
	store := newFolder(t)
	set := store.add(source(t, corpus(t, "osv")), advisory.Import{Format: "osv"})
	t.Logf("%+v", set)
	hits, err := store.open().Package("Go", "github.com/gin-gonic/gin")
	if err != nil {
		t.Fatal(err)
	}
	for _, hit := range hits {
		t.Logf("%+v", *hit.Advisory)
	}
}

package engine_test

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/evidence"
)

// packings are the ways in which the same files reach the engine, in an order
// and with a time that random decides.
var packings = []struct {
	name string
	open func(t *testing.T, dir string, random *rand.Rand) (*evidence.Bundle, error)
}{
	{"folder", func(t *testing.T, dir string, _ *rand.Rand) (*evidence.Bundle, error) {
		root, err := os.OpenRoot(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer root.Close() //nolint:errcheck // only read
		return evidence.OpenDir(root, evidence.Limits{})
	}},
	{"zip", func(t *testing.T, dir string, random *rand.Rand) (*evidence.Bundle, error) {
		archive := zipped(t, os.DirFS(dir), random)
		return evidence.OpenArchive(bytes.NewReader(archive), int64(len(archive)), evidence.Limits{})
	}},
	{"tar", func(t *testing.T, dir string, random *rand.Rand) (*evidence.Bundle, error) {
		archive := tarred(t, dir, random)
		return evidence.OpenArchive(bytes.NewReader(archive), int64(len(archive)), evidence.Limits{})
	}},
	{"tar.gz", func(t *testing.T, dir string, random *rand.Rand) (*evidence.Bundle, error) {
		archive := gzipped(t, tarred(t, dir, random))
		return evidence.OpenArchive(bytes.NewReader(archive), int64(len(archive)), evidence.Limits{})
	}},
	{"zip on a stream", func(t *testing.T, dir string, random *rand.Rand) (*evidence.Bundle, error) {
		return evidence.OpenStream("stdin", bytes.NewReader(zipped(t, os.DirFS(dir), random)), evidence.Limits{})
	}},
	{"tar.gz on a stream", func(t *testing.T, dir string, random *rand.Rand) (*evidence.Bundle, error) {
		return evidence.OpenStream("stdin", bytes.NewReader(gzipped(t, tarred(t, dir, random))), evidence.Limits{})
	}},
}

func tarred(t *testing.T, dir string, random *rand.Rand) []byte {
	t.Helper()
	var names []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	random.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		rel, err := filepath.Rel(dir, name)
		if err != nil {
			t.Fatal(err)
		}
		header := tar.Header{Name: filepath.ToSlash(rel), Mode: 0o644, Size: int64(len(data)), ModTime: time.Unix(random.Int64N(1<<31), 0), Uname: "somebody"}
		if err := w.WriteHeader(&header); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gzipped(t *testing.T, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestOneDigest screens the same files again and again, in every packing, with their
// order, times and permissions shuffled, on one and on two processors: one set
// of bytes, of the dossier, the report, the input and the decision.
func TestOneDigest(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../fixtures/mongo-no-declaration/bundle")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "damaged.cdx.json"), []byte(`{"bomFormat": "CycloneDX", "bomFormat": 1}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if sboms, _ := filepath.Glob(filepath.Join(dir, "sbom", "*")); len(sboms) > 0 {
		small(t, dir, sboms)
	}
	e := newEngine(t, engine.WithoutLibrary())
	s := engine.Screening{Profile: profile(t, "profile: 1\nid: small\nedition: \"1\"\ntitle: Small\nuse: [screening]\n"), AsOf: asOf}
	digests := map[string]string{}
	runs := len(packings) * engine.Rounds(34, 2)
	for run := range runs {
		random := rand.New(rand.NewPCG(uint64(run), 7))
		p, processors := packings[run%len(packings)], 1+run/len(packings)%2
		runtime.GOMAXPROCS(processors)
		b, err := p.open(t, dir, random)
		if err != nil {
			t.Fatal(err)
		}
		result := screen(t, e, b, s)
		dossier, err := json.Marshal(evidence.Read(b))
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(slices.Concat(dossier, encode(t, result.Report), result.Input, result.Decision))
		digests[fmt.Sprintf("%x", sum)] = fmt.Sprintf("run %d, %s, on %d processors", run, p.name, processors)
	}
	if len(digests) != 1 {
		t.Errorf("%d digests in %d runs: %v", len(digests), runs, digests)
	}
}

// small puts a short SBOM in the place of the large ones: what matters here is
// how often, and in how many ways, not how much.
func small(t *testing.T, dir string, sboms []string) {
	t.Helper()
	for _, name := range sboms {
		if err := os.WriteFile(name, []byte(goodSBOM), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "second.cdx.json"), []byte(noComponents), 0o600); err != nil {
		t.Fatal(err)
	}
}

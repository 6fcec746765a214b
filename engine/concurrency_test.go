package engine_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/report"
	"github.com/bidgate/bidgate/engine/tender"
)

func encode(t testing.TB, r *report.Report) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := r.Encode(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestConcurrentScreens runs one Engine, which has compiled nothing yet, from
// many goroutines with different profiles, records and bundles, and compares
// with the same done one by one.
func TestConcurrentScreens(t *testing.T) {
	e, err := engine.New(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	strict := profile(t, "profile: 1\nid: strict\nedition: \"1\"\ntitle: T\nextends: baseline\nclarify_at: info\nrequirements:\n  sbom.component_version: {severity: blocking, parameters: {min_share: 1}}\n")
	baseline, err := e.Profile("baseline")
	if err != nil {
		t.Fatal(err)
	}
	exception := tender.Exception{
		Requirement: "sbom.dependency_references", WholeTender: true, Reason: "r", Approver: "a",
		Until: tender.Day{Day: 30000, Text: "2052-02-20"},
	}
	type job struct {
		bundle *evidence.Bundle
		s      engine.Screening
	}
	var jobs []job
	for _, name := range []string{"edk2-meets", "keycloak-contradicts", "mongo-no-declaration"} {
		b, err := evidence.OpenFS(os.DirFS("../fixtures/"+name+"/bundle"), evidence.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		jobs = append(jobs,
			job{b, engine.Screening{Profile: baseline, AsOf: asOf}},
			job{b, engine.Screening{Profile: strict, AsOf: asOf}},
			job{b, engine.Screening{Profile: baseline, AsOf: "2030-01-01", Exceptions: []tender.Exception{exception}}},
		)
	}
	run := func(j job) []byte {
		result, err := e.Screen(context.Background(), j.bundle, j.s)
		if err != nil {
			t.Error(err)
			return nil
		}
		return slices.Concat(encode(t, result.Report), result.Input, result.Decision)
	}
	got := make([][]byte, engine.Rounds(32, len(jobs)))
	var group sync.WaitGroup
	for i := range got {
		group.Go(func() { got[i] = run(jobs[i%len(jobs)]) })
	}
	group.Wait()
	for i, j := range jobs {
		want := run(j)
		for n := i; n < len(got); n += len(jobs) {
			if !bytes.Equal(got[n], want) {
				t.Errorf("goroutine %d: another result than when run alone", n)
			}
		}
	}
}

// TestPackingDoesNotMatter screens the folder of every fixture, and zips of it
// with their entries shuffled: one set of bytes.
func TestPackingDoesNotMatter(t *testing.T) {
	engine.OneGoroutine(t)
	e := newEngine(t)
	p, err := e.Profile("baseline")
	if err != nil {
		t.Fatal(err)
	}
	folders, err := filepath.Glob("../fixtures/*/bundle")
	if err != nil || len(folders) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, name := range folders {
		folder := os.DirFS(name)
		b, err := evidence.OpenFS(folder, evidence.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		want := encode(t, screen(t, e, b, engine.Screening{Profile: p}).Report)
		for i := range 4 {
			archive := zipped(t, folder, rand.New(rand.NewPCG(uint64(i), 1)))
			b, err := evidence.OpenArchive(bytes.NewReader(archive), int64(len(archive)), evidence.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			if got := encode(t, screen(t, e, b, engine.Screening{Profile: p}).Report); !bytes.Equal(got, want) {
				t.Fatalf("%s, shuffle %d: another report than from the folder", name, i)
			}
		}
	}
}

func zipped(t *testing.T, folder fs.FS, random *rand.Rand) []byte {
	t.Helper()
	var names []string
	err := fs.WalkDir(folder, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	random.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		data, err := fs.ReadFile(folder, name)
		if err != nil {
			t.Fatal(err)
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: []uint16{zip.Store, zip.Deflate}[random.IntN(2)]})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestCancelledScreenReturnsTheContextsError and never a finding.
func TestCancelledScreenReturnsTheContextsError(t *testing.T) {
	e := newEngine(t)
	p, err := e.Profile("baseline")
	if err != nil {
		t.Fatal(err)
	}
	b, err := evidence.OpenFS(os.DirFS("../fixtures/edk2-meets/bundle"), evidence.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	result, err := e.Screen(ctx, b, engine.Screening{Profile: p, AsOf: asOf})
	if !errors.Is(err, context.Canceled) || result != nil {
		t.Errorf("got %v, %v", result, err)
	}
}

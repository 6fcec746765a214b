package advisory_test

import (
	"context"
	"fmt"
	"os"
	"sync"
	"testing"

	"github.com/bidgate/bidgate/engine/advisory"
)

// TestImportsAtOnce imports under the same and under other names at once, while
// others read: no set mixes with another, none is lost, and every reader finds
// each set as it was before an import or as it is after it.
func TestImportsAtOnce(t *testing.T) {
	dir := t.TempDir()
	open := func() *os.Root {
		root, err := os.OpenRoot(dir)
		if err != nil {
			t.Error(err)
		}
		return root
	}
	put := func(name string, records int) error {
		root := open()
		defer root.Close() //nolint:errcheck // a test
		store, err := advisory.Lock(context.Background(), root)
		if err != nil {
			return err
		}
		defer store.Close() //nolint:errcheck // a test
		data := recordsOf(records)
		_, err = store.Import(context.Background(), text("t.jsonl", data), advisory.Import{Format: "osv", Name: name, Imported: imported})
		return err
	}
	if err := put("shared", 100); err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	var writers, readers sync.WaitGroup
	for i := range 4 {
		writers.Go(func() {
			for round := range 5 {
				if err := put("shared", 100+i*10+round); err != nil {
					t.Error(err)
				}
				if err := put(fmt.Sprintf("own-%d", i), 50+round); err != nil {
					t.Error(err)
				}
			}
		})
	}
	for range 3 {
		readers.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				if err := wholeStore(open()); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	writers.Wait()
	close(done)
	readers.Wait()
	root := open()
	d, err := advisory.Open(root.FS())
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close() //nolint:errcheck // only read
	if sets := d.Sets(); len(sets) != 5 || sets[0].Name != "own-0" || sets[0].Records != 54 || sets[4].Name != "shared" {
		t.Errorf("sets: %+v", sets)
	}
	if entries, err := os.ReadDir(dir + "/sets"); err != nil || len(entries) > 5 {
		t.Errorf("files are left behind: %v, %v", entries, err)
	}
}

// wholeStore opens a store, reads it whole and looks something up.
func wholeStore(root *os.Root) error {
	defer root.Close() //nolint:errcheck // a test
	d, err := advisory.Open(root.FS())
	if err != nil {
		return err
	}
	defer d.Close() //nolint:errcheck // only read
	if err := d.Verify(); err != nil {
		return err
	}
	for i, set := range d.Sets() {
		hits, err := d.ByID("T-7")
		if err != nil {
			return err
		}
		if len(hits) != len(d.Sets()) || hits[i].Set != i {
			return fmt.Errorf("%s: %d hits in %d sets", set.Name, len(hits), len(d.Sets()))
		}
	}
	return nil
}

// TestReadersInParallel looks up from many goroutines in one Data.
func TestReadersInParallel(t *testing.T) {
	store := newFolder(t)
	store.add(text("t.jsonl", recordsOf(3000)), advisory.Import{Format: "osv"})
	d := store.open()
	var readers sync.WaitGroup
	for g := range 4 {
		readers.Go(func() {
			for i := g; i < 1500; i += 2 {
				hits, err := d.Package("npm", fmt.Sprintf("p-%d", i))
				if err != nil || len(hits) != 2 {
					t.Errorf("p-%d: %d hits, %v", i, len(hits), err)
					return
				}
			}
		})
	}
	readers.Wait()
}

// TestLeftBehind opens and changes a store in which a killed import left files.
func TestLeftBehind(t *testing.T) {
	store := newFolder(t)
	store.add(text("t.jsonl", recordsOf(10)), advisory.Import{Format: "osv"})
	for _, name := range []string{"sets/set.new", "bidgate-data.json.new", "sets/0000000000000000000000000000000000000000000000000000000000000000.set"} {
		if err := store.root.WriteFile(name, []byte("half a "), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := store.useAll(10); err != nil {
		t.Error(err)
	}
	store.add(text("t.jsonl", recordsOf(20)), advisory.Import{Format: "osv"})
	if err := store.useAll(20); err != nil {
		t.Error(err)
	}
	store.setFile() // the one that is left
}

// TestSameBytes imports the same records in other orders and packings: the set
// file is the same.
func TestSameBytes(t *testing.T) {
	one, two := newFolder(t), newFolder(t)
	a := one.add(text("t.jsonl", recordsOf(9)), advisory.Import{Format: "osv"})
	b := two.add(advisory.FolderSource("many", shuffled(t, 9)), advisory.Import{Format: "osv"})
	if a.Digest != b.Digest || a.Size != b.Size {
		t.Errorf("%s and %s", a.Digest, b.Digest)
	}
	first, err := one.root.ReadFile(one.setFile())
	if err != nil {
		t.Fatal(err)
	}
	second, err := two.root.ReadFile(two.setFile())
	if err != nil {
		t.Fatal(err)
	}
	if string(first) != string(second) {
		t.Error("equal sets have other bytes")
	}
	inMemory := advisory.New(advisory.Content{Set: advisory.Set{Name: "x", Kind: advisory.KindAdvisories, Format: "osv", Date: "2026-10-01"},
		Advisories: advisoriesOf(t, one.open(), 9)})
	if got := inMemory.Sets()[0].Digest; got != a.Digest {
		t.Errorf("in memory the digest is %s, want %s", got, a.Digest)
	}
}

// TestSmallCache reads a set that is far larger than the eight chunks that are
// kept of it, from many goroutines: every record is there.
func TestSmallCache(t *testing.T) {
	const records = 1_000
	d, err := advisory.ImportInMemory("osv", "t.jsonl", []byte(recordsOf(records)), advisory.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for reader := range 4 {
		all.Go(func() {
			for i := range records {
				id := fmt.Sprintf("T-%d", (i*7919+reader*300)%records)
				if hits, err := d.ByID(id); err != nil || len(hits) != 1 || hits[0].Advisory.ID != id {
					t.Errorf("%s: %d records, %v", id, len(hits), err)
					return
				}
			}
		})
	}
	all.Wait()
}

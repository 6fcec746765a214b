package advisory

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// A store is a folder with an index that names the current sets, and the set
// files, each named by its digest. The index is replaced in one step, so a
// reader sees every set as it was before an import or as it is after it, and
// a process that is killed leaves at most a file that nothing names.
const (
	indexName  = "bidgate-data.json"
	lockName   = "lock"
	setsFolder = "sets"
	setEnd     = ".set"
	staged     = ".new"
	maxIndex   = 16 << 20
	// tries is how often a reader takes the index again when a set that it
	// names has gone meanwhile.
	tries = 5
)

// index is the file that names the current sets.
type index struct {
	Store int    `json:"bidgate_data"`
	Sets  []Set  `json:"sets"`
	Check string `json:"check"` // digest of the sets as written here
}

// Open opens the current sets of a store. It reads only what it needs to know
// what is there: the records are read, and held to their digests, when they
// are looked up.
func Open(folder fs.FS) (*Data, error) {
	var err error
	for range tries {
		var d *Data
		if d, err = openOnce(folder); err == nil {
			return d, nil
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	return nil, err
}

func openOnce(folder fs.FS) (*Data, error) {
	sets, err := readIndex(folder)
	if err != nil {
		return nil, err
	}
	d, shared := &Data{}, newCache(cacheLimit)
	for _, set := range sets {
		t, file, err := openSet(folder, set, shared)
		if file != nil {
			d.files = append(d.files, file)
		}
		if err != nil {
			return nil, errors.Join(fmt.Errorf("data set %s: %w", printable(set.Name), err), d.Close())
		}
		d.sets, d.tables = append(d.sets, t.describe(set)), append(d.tables, t)
	}
	return d, nil
}

// openSet opens one set file, and holds it to the digest in the index.
func openSet(folder fs.FS, set Set, c *cache) (*table, io.Closer, error) {
	name, err := fileOf(set.Digest)
	if err != nil {
		return nil, nil, err
	}
	f, err := folder.Open(name)
	if err != nil {
		return nil, nil, err
	}
	info, err := f.Stat()
	if err != nil {
		return nil, f, err
	}
	at, ok := f.(io.ReaderAt)
	if !ok {
		return nil, f, fmt.Errorf("%s: this file system cannot read from the middle of a file", name)
	}
	t, err := openTable(name, at, info.Size(), c)
	if err == nil && t.digest != set.Digest {
		err = t.damaged("its header is not the one that was stored")
	}
	return t, f, err
}

// fileOf is where a set with a digest is kept.
func fileOf(digest string) (string, error) {
	plain, ok := strings.CutPrefix(digest, "sha256:")
	if raw, err := hex.DecodeString(plain); !ok || err != nil || len(raw) != sha256.Size || plain != strings.ToLower(plain) {
		return "", fmt.Errorf("%s is not a digest", printable(digest))
	}
	return path.Join(setsFolder, plain+setEnd), nil
}

// errNoStore says that a folder is not a store.
var errNoStore = errors.New("there are no data sets in the folder: import one with `bidgate data import`")

func readIndex(folder fs.FS) ([]Set, error) {
	f, err := folder.Open(indexName)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, errNoStore
	}
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // only read
	data, err := io.ReadAll(io.LimitReader(f, maxIndex))
	if err != nil {
		return nil, err
	}
	list := index{}
	if err := json.Unmarshal(data, &list, json.RejectUnknownMembers(true)); err != nil {
		return nil, damagedIndex("it cannot be read")
	}
	if list.Store != 1 {
		return nil, damagedIndex("it is of another version of bidgate")
	}
	if check, err := checkOf(list.Sets); err != nil || check != list.Check {
		return nil, damagedIndex("its list of sets is not the one that was written")
	}
	return list.Sets, nil
}

func damagedIndex(what string) error {
	return fmt.Errorf("%s: the index of the data sets is damaged (%s): restore it from a copy, or remove it and import the sets again", indexName, what)
}

func checkOf(sets []Set) (string, error) {
	text, err := json.Marshal(sets)
	if err != nil {
		return "", err
	}
	digest := sha256.Sum256(text)
	return "sha256:" + hex.EncodeToString(digest[:]), nil
}

// Store is a folder of data sets that can be changed. One process at a time
// changes it; any number read it meanwhile.
type Store struct {
	root *os.Root
	lock io.Closer
}

// Lock opens a store for a change; it waits until nobody else changes it, or
// the context ends. Close gives it free.
func Lock(ctx context.Context, root *os.Root) (*Store, error) {
	lock, err := lockFile(ctx, root, lockName)
	if err != nil {
		return nil, err
	}
	s := &Store{root, lock}
	if err := root.MkdirAll(setsFolder, 0o755); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// Close gives the store free.
func (s *Store) Close() error { return s.lock.Close() }

// sets gives the current sets; a folder without an index has none.
func (s *Store) sets() ([]Set, error) {
	sets, err := readIndex(s.root.FS())
	if errors.Is(err, errNoStore) {
		return nil, nil
	}
	return sets, err
}

// put stores a set in place of the one with its name.
func (s *Store) put(set Set, write func(io.Writer) (digest string, size int64, err error)) (Set, error) {
	sets, err := s.sets()
	if err != nil {
		return set, err
	}
	var digest string
	next := path.Join(setsFolder, "set"+staged)
	err = s.write(next, func(w io.Writer) (err error) {
		digest, set.Size, err = write(w)
		return err
	})
	if err != nil {
		return set, err
	}
	set.Digest = digest
	name, err := fileOf(digest)
	if err != nil {
		return set, err
	}
	if err := s.root.Rename(next, name); err != nil {
		return set, err
	}
	t, file, err := openSet(s.root.FS(), set, newCache(1))
	if err != nil {
		return set, err
	}
	set = t.describe(set)
	sets = slices.DeleteFunc(sets, func(old Set) bool { return old.Name == set.Name })
	sets = append(sets, set)
	slices.SortFunc(sets, func(a, b Set) int { return strings.Compare(a.Name, b.Name) })
	return set, errors.Join(file.Close(), s.syncFolder(setsFolder), s.replaceIndex(sets))
}

// replaceIndex makes the sets the current ones, and removes the files that
// they do not name.
func (s *Store) replaceIndex(sets []Set) error {
	check, err := checkOf(sets)
	if err != nil {
		return err
	}
	text, err := json.Marshal(index{1, sets, check}, jsontext.WithIndent("  "))
	if err != nil {
		return err
	}
	next := indexName + staged
	err = s.write(next, func(w io.Writer) error {
		_, err := w.Write(append(text, '\n'))
		return err
	})
	if err != nil {
		return err
	}
	if err := s.root.Rename(next, indexName); err != nil {
		return err
	}
	if err := s.syncFolder("."); err != nil {
		return err
	}
	return s.sweep(sets)
}

// sweep removes files that no set names: older ones, and what a killed import
// left behind. Who has one open can read it to the end.
func (s *Store) sweep(sets []Set) error {
	named := map[string]bool{}
	for _, set := range sets {
		if name, err := fileOf(set.Digest); err == nil {
			named[name] = true
		}
	}
	entries, err := fs.ReadDir(s.root.FS(), setsFolder)
	for _, entry := range entries {
		name := path.Join(setsFolder, entry.Name())
		if ours := strings.HasSuffix(name, setEnd) || strings.HasSuffix(name, staged); ours && !named[name] {
			err = errors.Join(err, s.root.Remove(name))
		}
	}
	return err
}

// write writes a whole file and flushes it to the disk.
func (s *Store) write(name string, write func(io.Writer) error) error {
	f, err := s.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	err = write(f)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// syncFolder makes the new names in a folder last. Not every system can.
func (s *Store) syncFolder(name string) error {
	f, err := s.root.Open(name)
	if err != nil {
		return err
	}
	return errors.Join(syncOpenFolder(f), f.Close())
}

package evidence

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"testing/iotest"
	"time"
)

var errDisk = errors.New("the disk is broken")

// faulty is a file system whose files are read through a reader of the test's.
type faulty struct {
	fstest.MapFS
	open func(fs.File) (io.Reader, error)
}

type faultyFile struct {
	fs.File
	r io.Reader
}

func (f faultyFile) Read(p []byte) (int, error) { return f.r.Read(p) }

func (f faulty) Open(name string) (fs.File, error) {
	file, err := f.MapFS.Open(name)
	if err != nil || name != "b.cdx.json" {
		return file, err
	}
	r, err := f.open(file)
	return faultyFile{file, r}, err
}

const faultSBOM = `{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1}`

// TestReadFaults: a file that the host cannot give whole is the caller's to
// mend, and never a bundle without it or with a part of it.
func TestReadFaults(t *testing.T) {
	for _, c := range []struct {
		name string
		open func(fs.File) (io.Reader, error)
		want string // of the error; "" reads all
	}{
		{"cannot be opened", func(fs.File) (io.Reader, error) { return nil, fs.ErrPermission }, "permission denied"},
		{"vanished", func(fs.File) (io.Reader, error) { return nil, fs.ErrNotExist }, "file does not exist"},
		{"fails at once", func(fs.File) (io.Reader, error) { return iotest.ErrReader(errDisk), nil }, "the disk is broken"},
		{"fails half-way", func(f fs.File) (io.Reader, error) {
			return io.MultiReader(io.LimitReader(f, 20), iotest.ErrReader(errDisk)), nil
		}, "the disk is broken"},
		{"times out", func(f fs.File) (io.Reader, error) { return iotest.TimeoutReader(iotest.OneByteReader(f)), nil }, "timeout"},
		{"ends unexpectedly", func(f fs.File) (io.Reader, error) {
			return io.MultiReader(io.LimitReader(f, 20), iotest.ErrReader(io.ErrUnexpectedEOF)), nil
		}, "unexpected EOF"},
		{"a byte at a time", func(f fs.File) (io.Reader, error) { return iotest.OneByteReader(f), nil }, ""},
		{"half of what is asked", func(f fs.File) (io.Reader, error) { return iotest.HalfReader(f), nil }, ""},
		{"error with the last bytes", func(f fs.File) (io.Reader, error) { return iotest.DataErrReader(f), nil }, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			fsys := faulty{fstest.MapFS{"a.txt": {Data: []byte("a")}, "b.cdx.json": {Data: []byte(faultSBOM)}}, c.open}
			b, err := OpenFS(fsys, Limits{})
			if c.want != "" {
				if err == nil || b != nil || !strings.Contains(err.Error(), "b.cdx.json: ") || !strings.Contains(err.Error(), c.want) {
					t.Errorf("got %v, %v", b, err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if d := Read(b); len(d.SBOMs) != 1 || !d.Bundle.Documents[1].Readable {
				t.Errorf("documents %+v", d.Bundle.Documents)
			}
		})
	}
}

// TestStreamFaults: an archive or document on a stream that breaks is an error.
func TestStreamFaults(t *testing.T) {
	for _, r := range []io.Reader{
		iotest.ErrReader(errDisk),
		io.MultiReader(strings.NewReader(faultSBOM), iotest.ErrReader(errDisk)),
		io.MultiReader(strings.NewReader("PK\x03\x04"), iotest.ErrReader(errDisk)),
	} {
		if b, err := OpenStream("a.cdx.json", r, Limits{}); !errors.Is(err, errDisk) || b != nil {
			t.Errorf("got %v, %v", b, err)
		}
	}
}

// TestFileChangesWhileRead changes a file of a real folder in mid-read.
func TestFileChangesWhileRead(t *testing.T) {
	for name, change := range map[string]func(path string) error{
		"grows": func(path string) error {
			f, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND, 0)
			if err != nil {
				return err
			}
			_, err = f.WriteString("more")
			return errors.Join(err, f.Close())
		},
		"shrinks":      func(path string) error { return os.Truncate(path, 3) },
		"is rewritten": func(path string) error { return os.WriteFile(path, []byte(strings.Repeat("y", 64)), 0o600) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "a.txt")
			if err := os.WriteFile(path, []byte(strings.Repeat("x", 64)), 0o600); err != nil {
				t.Fatal(err)
			}
			past := time.Now().Add(-time.Hour)
			if err := os.Chtimes(path, past, past); err != nil {
				t.Fatal(err)
			}
			root, err := os.OpenRoot(dir)
			if err != nil {
				t.Fatal(err)
			}
			defer root.Close() //nolint:errcheck // only read
			f, err := openRegular(root, "a.txt")
			if err != nil {
				t.Fatal(err)
			}
			if _, err := io.ReadFull(f, make([]byte, 10)); err != nil {
				t.Fatal(err)
			}
			if err := change(path); err != nil {
				t.Fatal(err)
			}
			e := entry{path: "a.txt", packed: -1, open: func() (io.ReadCloser, error) { return f, nil }}
			b := &Bundle{limits: Limits{}.withDefaults()}
			if _, err := b.take(e, 1<<20); err == nil || !strings.Contains(err.Error(), "a.txt: it changed while it was read") {
				t.Errorf("error %v", err)
			}
		})
	}
}

// TestFileVanishes between the list of the folder and its reading.
func TestFileVanishes(t *testing.T) {
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close() //nolint:errcheck // only read
	if f, err := openRegular(root, "a.txt"); !errors.Is(err, fs.ErrNotExist) || f != nil {
		t.Errorf("got %v, %v", f, err)
	}
}

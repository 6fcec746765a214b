package advisory

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Limits bound what an import reads. A zero is the default.
type Limits struct {
	File    int64 // bytes of one file as unpacked (1 GiB)
	Record  int64 // bytes of one record or line (16 MiB)
	Total   int64 // bytes of all files as unpacked (16 GiB)
	Files   int   // files in folders and archives (4 million)
	Records int   // records of one set (4 million)
	Ratio   int64 // by how much a packed file of some size may grow (400)
}

func (l Limits) orDefault() Limits {
	def := func(v *int64, to int64) {
		if *v == 0 {
			*v = to
		}
	}
	def(&l.File, 1<<30)
	def(&l.Record, 16<<20)
	def(&l.Total, 16<<30)
	def(&l.Ratio, 400)
	if l.Files == 0 {
		l.Files = 4 << 20
	}
	if l.Records == 0 {
		l.Records = 4 << 20
	}
	return l
}

// Source is what an import reads: a file, which may be packed, or a folder.
type Source struct {
	name string
	file *io.SectionReader
	tree fs.FS
}

// FileSource is one file: a document, or a zip or gzip archive of documents.
// The name tells messages and the set where it came from.
func FileSource(name string, file io.ReaderAt, size int64) Source {
	return Source{name: name, file: io.NewSectionReader(file, 0, size)}
}

// FolderSource is all files of a folder and of those below it, except hidden ones.
func FolderSource(name string, tree fs.FS) Source { return Source{name: name, tree: tree} }

// document is one unpacked file of a source.
type document struct {
	name string
	read *bufio.Reader
}

// unpacking goes through the documents of a source, in the order of their names.
type unpacking struct {
	limits Limits
	total  int64
	files  int
	takes  func(name string) bool
	call   func(document) error
}

// packedSmall may be packed at any ratio.
const packedSmall = 1 << 20

// documents calls for every document that the format takes.
func (s Source) documents(ctx context.Context, l Limits, takes func(string) bool, call func(document) error) error {
	w := &unpacking{limits: l, takes: takes, call: func(d document) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		return call(d)
	}}
	if s.tree == nil {
		return w.file(s.name, s.file)
	}
	err := fs.WalkDir(s.tree, ".", func(name string, entry fs.DirEntry, err error) error {
		hidden := strings.HasPrefix(path.Base(name), ".") && name != "."
		switch {
		case err != nil:
			return err
		case entry.IsDir() && hidden:
			return fs.SkipDir
		case hidden || !entry.Type().IsRegular():
			return nil
		case !takes(name) && path.Ext(name) != ".zip" && path.Ext(name) != ".gz":
			return nil
		}
		return w.open(s.tree, name)
	})
	if err == nil && w.files == 0 {
		return refuse("the folder %s has no file of this kind", printable(s.name))
	}
	return err
}

func (w *unpacking) open(tree fs.FS, name string) error {
	f, err := tree.Open(name)
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // only read
	if at, ok := f.(io.ReaderAt); ok {
		info, err := f.Stat()
		if err != nil {
			return err
		}
		return w.file(name, io.NewSectionReader(at, 0, info.Size()))
	}
	data, err := io.ReadAll(io.LimitReader(f, w.limits.File+1)) // a file system in memory
	if err != nil {
		return err
	}
	return w.file(name, io.NewSectionReader(bytes.NewReader(data), 0, int64(len(data))))
}

// file reads a file by what it begins with; its name says nothing.
func (w *unpacking) file(name string, file *io.SectionReader) error {
	front := make([]byte, 4)
	n, err := file.ReadAt(front, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	switch front = front[:n]; {
	case bytes.HasPrefix(front, []byte("PK")):
		return w.zip(name, file)
	case bytes.HasPrefix(front, []byte{0x1f, 0x8b}):
		packed, err := gzip.NewReader(bufio.NewReader(file))
		if err != nil {
			return &ImportError{File: name, What: "the gzip file is damaged"}
		}
		return w.document(name, packed, w.mayGrow(file.Size()))
	}
	return w.document(name, file, w.limits.File)
}

// mayGrow is how large a packed file of some size may become.
func (w *unpacking) mayGrow(packed int64) int64 {
	return min(w.limits.File, packedSmall+packed*w.limits.Ratio)
}

func (w *unpacking) zip(name string, file *io.SectionReader) error {
	archive, err := zip.NewReader(file, file.Size())
	if err != nil {
		return &ImportError{File: name, What: fmt.Sprintf("the zip file is damaged or cut off (%s)", strings.TrimPrefix(err.Error(), "zip: "))}
	}
	entries := slices.Clone(archive.File)
	slices.SortStableFunc(entries, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	for _, entry := range entries {
		inner := name + "/" + plainName(entry.Name)
		if !w.takes(entry.Name) || entry.Mode().IsDir() {
			continue
		}
		if !entry.Mode().IsRegular() {
			return &ImportError{File: inner, What: "the zip file holds something that is not a regular file"}
		}
		if err := w.entry(inner, entry); err != nil {
			return err
		}
	}
	return nil
}

func (w *unpacking) entry(name string, entry *zip.File) error {
	r, err := entry.Open()
	if err != nil {
		return &ImportError{File: name, What: fmt.Sprintf("the file in the zip file cannot be unpacked (%s)", strings.TrimPrefix(err.Error(), "zip: "))}
	}
	defer r.Close()                                                                  //nolint:errcheck // only read
	return w.document(name, r, w.mayGrow(int64(min(entry.CompressedSize64, 1<<40)))) //nolint:gosec // bounded
}

func (w *unpacking) document(name string, r io.Reader, most int64) error {
	if w.files++; w.files > w.limits.Files {
		return refuse("there are more than %d files", w.limits.Files)
	}
	bounded := &boundedReader{r: r, left: most, total: &w.total, most: w.limits.Total, name: name}
	return w.call(document{name: name, read: bufio.NewReaderSize(bounded, 64<<10)})
}

// boundedReader ends with an error where a bound is crossed, and says so of
// what the unpacking of a damaged archive gives.
type boundedReader struct {
	r     io.Reader
	left  int64
	total *int64
	most  int64
	name  string
}

func (b *boundedReader) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	b.left -= int64(n)
	*b.total += int64(n)
	switch {
	case b.left < 0:
		return 0, &ImportError{File: b.name, What: "the file is larger than a file of its kind may be, or is packed too densely"}
	case *b.total > b.most:
		return 0, refuse("the files together are larger than %d bytes", b.most)
	case err != nil && !errors.Is(err, io.EOF):
		return 0, &ImportError{File: b.name, What: fmt.Sprintf("the file cannot be read to its end (%v)", err)}
	}
	return n, err
}

// plainName makes the name of an archive's entry fit for messages.
func plainName(name string) string {
	quoted := printable(name)
	if plain := quoted[1 : len(quoted)-1]; plain == name {
		return name
	}
	return quoted
}

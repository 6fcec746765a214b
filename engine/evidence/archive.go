package evidence

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
)

// ErrNotArchive says that a file given as an archive is none.
var ErrNotArchive = errors.New("not an archive: give a folder, a .zip, .tar or .tar.gz archive, or a single document")

// OpenArchive takes every file of an archive as a bundle: zip, tar, or tar
// packed by gzip, told by its content. The archive is read in place; nothing
// is written. An archive that two programs could read differently (bytes
// between or after the entries, headers that disagree, a size told twice)
// gives a bundle without files and a problem that says so. The error is
// ErrNotArchive where r is no archive at all, else that of r.
func OpenArchive(r io.ReaderAt, size int64, l Limits) (*Bundle, error) {
	if err := l.check(); err != nil {
		return nil, err
	}
	form, err := archiveFormOf(r, size)
	if err != nil {
		return nil, err
	}
	entries, err := readArchive(form, r, size, l.withDefaults())
	return archiveBundle(entries, err, l)
}

// OpenStream takes all of r as a bundle: the files of an archive, as
// OpenArchive does, or one document with the path name, whichever its content
// is. A zip file that is an office document is one document. No more is read
// than the bounds on a bundle allow, and it is held in memory.
func OpenStream(name string, r io.Reader, l Limits) (*Bundle, error) {
	if err := l.check(); err != nil {
		return nil, err
	}
	d := l.withDefaults()
	buf := roomFor(min(sizeOf(r), maxUnpacked(d)+1))
	if _, err := buf.ReadFrom(io.LimitReader(r, maxUnpacked(d)+1)); err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	data, size := buf.Bytes(), int64(buf.Len())
	form, err := archiveFormOf(bytes.NewReader(data), size)
	if err != nil {
		return nil, err
	}
	if form == noArchive {
		return newBundle([]entry{heldEntry(name, data)}, nil, l)
	}
	if size > maxUnpacked(d) {
		return archiveBundle(nil, &archiveError{*limitProblem("MaxBundleBytes", d.MaxBundleBytes, "the size of the archive", Position{})}, l)
	}
	entries, err := readArchive(form, bytes.NewReader(data), size, d)
	if form == zipArchive && slices.ContainsFunc(entries, officeEntry) {
		return newBundle([]entry{heldEntry(name, data)}, nil, l)
	}
	return archiveBundle(entries, err, l)
}

// sizeOf is what a reader says of its size; 0 where it says nothing. It is a
// hint, so that a large document is not held twice while it is read.
func sizeOf(r io.Reader) int64 {
	switch r := r.(type) {
	case interface{ Len() int }:
		return int64(r.Len())
	case interface{ Stat() (fs.FileInfo, error) }:
		if info, err := r.Stat(); err == nil && info.Mode().IsRegular() {
			return info.Size()
		}
	}
	return 0
}

// officeEntry says that a zip file with this entry is an office document: the
// one of OOXML, or that of OpenDocument.
func officeEntry(e entry) bool { return e.path == "[Content_Types].xml" || e.path == "mimetype" }

// archiveForm is a form of archive.
type archiveForm string

const (
	noArchive   archiveForm = ""
	zipArchive  archiveForm = "zip"
	tarArchive  archiveForm = "tar"
	gzipArchive archiveForm = "gzip"
)

// archiveFormOf tells the form of an archive by its first bytes. They decide
// alone: an archive often holds another at its end.
func archiveFormOf(r io.ReaderAt, size int64) (archiveForm, error) {
	first := make([]byte, min(size, tarBlock))
	if err := readAt(r, first, 0); err != nil {
		return noArchive, err
	}
	switch {
	case bytes.HasPrefix(first, []byte("PK\x03\x04")), bytes.HasPrefix(first, []byte("PK\x05\x06")):
		return zipArchive, nil
	case bytes.HasPrefix(first, []byte("\x1f\x8b")):
		return gzipArchive, nil
	case len(first) < tarBlock:
		return noArchive, nil
	case isTarHeader(first):
		return tarArchive, nil
	case zeros(first): // the end marker alone, or something else that begins so
		empty, err := onlyZeros(r, size, 0)
		if empty && size >= 2*tarBlock {
			return tarArchive, err
		}
		return noArchive, err
	}
	return noArchive, nil
}

// readArchive lists the files of an archive. What is none of the other forms
// is taken for a zip with bytes before it, if it has the end of one.
func readArchive(form archiveForm, r io.ReaderAt, size int64, l Limits) ([]entry, error) {
	switch form {
	case tarArchive:
		return readTar(r, size, nil, l)
	case gzipArchive:
		data, err := gunzip(r, size, l)
		if err != nil {
			return nil, err
		}
		inner := bytes.NewReader(data)
		if form, err = archiveFormOf(inner, inner.Size()); form != tarArchive || err != nil {
			return nil, badArchive("what gzip packed is no tar archive")
		}
		return readTar(inner, inner.Size(), data, l)
	}
	members, err := readZip(r, size, l)
	entries := make([]entry, len(members))
	for i, m := range members {
		entries[i] = m.entry(r)
	}
	return entries, err
}

// archiveBundle makes the bundle of the entries, or of the archive's fault.
func archiveBundle(entries []entry, err error, l Limits) (*Bundle, error) {
	var bad *archiveError
	if errors.As(err, &bad) {
		return newBundle(nil, []Problem{bad.problem}, l)
	}
	if err != nil {
		return nil, err
	}
	return newBundle(entries, nil, l)
}

// archivePath is the path of an entry by its name. A leading ./ is usual, and
// a name that is not UTF-8 is refused later and must be nameable until then.
func archivePath(name string) string {
	return strings.ToValidUTF8(strings.TrimPrefix(name, "./"), "\uFFFD")
}

// maxUnpacked bounds the bytes of a whole archive once unpacked: those of the
// files and what the archive may need beside them.
func maxUnpacked(l Limits) int64 {
	const beside = 4 << 10 // headers, padding and long names of a file
	return int64(l.MaxBundleBytes) + beside*int64(min(l.MaxFiles, 1<<20)) + 64<<10
}

// archiveError is a fault of the archive as a whole.
type archiveError struct{ problem Problem }

func (e *archiveError) Error() string { return e.problem.Message }

func badArchive(format string, args ...any) error {
	return &archiveError{Problem{Code: codeArchive,
		Message: "the archive was not read: " + fmt.Sprintf(format, args...) + "; pack the files again with an ordinary zip or tar program"}}
}

package evidence

import (
	"archive/tar"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"strings"
)

// readTar lists the files of a tar archive. Its blocks are walked by our own
// rules, and again by archive/tar, which puts long names together; both must
// find the same entries. Where held is not nil it is the archive's bytes.
func readTar(r io.ReaderAt, size int64, held []byte, l Limits) ([]entry, error) {
	w := tarWalk{r: r, size: size, most: 2 * l.MaxFiles}
	if err := w.walk(); err != nil {
		return nil, err
	}
	if w.over {
		return nil, &archiveError{*limitProblem("MaxFiles", l.MaxFiles, "the number of files", Position{})}
	}
	in := &faultReader{r: io.NewSectionReader(r, 0, size)}
	reader := tar.NewReader(in)
	var entries []entry
	for _, m := range w.members {
		h, err := reader.Next()
		if err != nil && !errors.Is(err, tar.ErrInsecurePath) { // names are checked later
			return nil, in.blame("the header of the entry %s is damaged", quoted(m.name))
		}
		if err := m.agree(h); err != nil {
			return nil, err
		}
		if e, ok := m.entry(h, r, held); ok {
			entries = append(entries, e)
		}
	}
	if _, err := reader.Next(); err != io.EOF {
		return nil, in.blame("it holds more entries than its headers say")
	}
	return entries, nil
}

// agree holds an entry to what archive/tar made of it and of the extended
// headers before it.
func (m tarMember) agree(h *tar.Header) error {
	kind := h.Typeflag
	if m.kind == 0 && (kind == tar.TypeReg || kind == tar.TypeDir) { // as the oldest writers have it
		kind = 0
	}
	for key := range h.PAXRecords {
		switch {
		case kind == tar.TypeXGlobalHeader && key != "comment":
			return badArchive("a global header says something of all entries (%s)", quoted(key))
		case strings.HasPrefix(key, "GNU.sparse."):
			return badArchive("the entry %s is a sparse file", quoted(h.Name))
		}
	}
	switch {
	case kind == m.kind && kind == tar.TypeXGlobalHeader:
	case kind != m.kind || h.Size != m.size || !m.named && h.Name != m.name:
		return badArchive("the headers of the entry %s do not agree", quoted(h.Name))
	case h.Typeflag != tar.TypeReg && h.Typeflag != tar.TypeCont && m.size != 0:
		return badArchive("the entry %s is no file and has content", quoted(h.Name))
	}
	return nil
}

// entry is the member as a file or folder of a bundle; false for a header
// that is neither.
func (m tarMember) entry(h *tar.Header, r io.ReaderAt, held []byte) (entry, bool) {
	e := entry{path: archivePath(h.Name), packed: -1, size: m.size}
	switch h.Typeflag {
	case tar.TypeXGlobalHeader:
		return entry{}, false
	case tar.TypeDir:
		return folderEntry(e.path), true
	case tar.TypeLink, tar.TypeSymlink:
		e.refuse = refusedType(fs.ModeSymlink)
		return e, true
	case tar.TypeReg:
	default:
		e.refuse = refusedType(fs.ModeIrregular)
		return e, true
	}
	if held != nil {
		e.held = held[m.data : m.data+m.size : m.data+m.size]
		return e, true
	}
	e.open = func() (io.ReadCloser, error) {
		return &wholeReader{r: io.NewSectionReader(r, m.data, m.size), left: m.size}, nil
	}
	return e, true
}

// wholeReader fails where a file ends before its size; it would have been cut
// since its archive was walked.
type wholeReader struct {
	r    io.Reader
	left int64
}

func (w *wholeReader) Read(p []byte) (int, error) {
	n, err := w.r.Read(p)
	if w.left -= int64(n); err == io.EOF && w.left > 0 {
		return n, io.ErrUnexpectedEOF
	}
	return n, err
}

func (w *wholeReader) Close() error { return nil }

func zeros(p []byte) bool { return len(bytes.Trim(p, "\x00")) == 0 }

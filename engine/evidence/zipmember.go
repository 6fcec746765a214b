package evidence

import (
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"strings"
)

// zipMember is one entry of a zip archive, as directory and local header agree on it.
type zipMember struct {
	name         string
	flags        uint16
	method       uint16
	crc          uint32
	packed, size uint32
	unix         bool
	mode         uint32 // of a unix system
	header, data int64  // offsets of the local header and of the bytes
}

// The file types of a unix mode.
const (
	unixType    = 0o170000
	unixRegular = 0o100000
	unixLink    = 0o120000
)

// refuse says why the entry's bytes are not taken.
func (m zipMember) refuse() *Problem {
	switch kind := m.mode & unixType; {
	case m.unix && kind == unixLink:
		return refusedType(fs.ModeSymlink)
	case m.unix && kind != 0 && kind != unixRegular:
		return refusedType(fs.ModeIrregular)
	case m.flags&(flagEncrypted|flagStrong|flagMasked) != 0:
		return &Problem{Code: codeEncrypted, Message: "it is encrypted; pack it without a password"}
	case m.method != methodStore && m.method != methodDeflate:
		return &Problem{Code: codeArchive, Message: fmt.Sprintf("it is packed by method %d, which is not read; pack it by deflate", m.method)}
	}
	return nil
}

func (m zipMember) entry(r io.ReaderAt) entry {
	e := entry{path: archivePath(m.name), packed: int64(m.packed), size: int64(m.size), refuse: m.refuse()}
	if strings.HasSuffix(m.name, "/") && m.size == 0 {
		return folderEntry(e.path)
	}
	e.open = func() (io.ReadCloser, error) { return m.open(r), nil }
	return e
}

// open reads the entry's content; the last read fails unless size and
// checksum are those of the directory.
func (m zipMember) open(r io.ReaderAt) io.ReadCloser {
	packed := &countedReader{r: io.NewSectionReader(r, m.data, int64(m.packed))}
	c := &checkedReader{member: m, packed: packed}
	if m.method == methodDeflate {
		c.content = flate.NewReader(packed)
	} else {
		c.content = io.NopCloser(packed)
	}
	return c
}

// countedReader counts the bytes read, one at a time for flate, so that it is
// known whether the compressed stream ends where the entry does.
type countedReader struct {
	r   *io.SectionReader
	buf bytes.Reader
	raw []byte
	n   int64
}

func (c *countedReader) fill() error {
	if c.buf.Len() > 0 {
		return nil
	}
	if c.raw == nil {
		c.raw = make([]byte, 32<<10)
	}
	n, err := c.r.Read(c.raw)
	c.buf.Reset(c.raw[:n])
	if n > 0 {
		return nil
	}
	return err
}

func (c *countedReader) Read(p []byte) (int, error) {
	if err := c.fill(); err != nil {
		return 0, err
	}
	n, err := c.buf.Read(p)
	c.n += int64(n)
	return n, err
}

// ReadByte lets flate take no more than the stream has.
func (c *countedReader) ReadByte() (byte, error) {
	if err := c.fill(); err != nil {
		return 0, err
	}
	c.n++
	return c.buf.ReadByte()
}

// checkedReader verifies an entry as it is read.
type checkedReader struct {
	member  zipMember
	packed  *countedReader
	content io.ReadCloser
	crc     uint32
	n       int64
}

func (c *checkedReader) Read(p []byte) (int, error) {
	n, err := c.content.Read(p)
	c.crc = crc32.Update(c.crc, crc32.IEEETable, p[:n])
	c.n += int64(n)
	switch {
	case err == io.EOF && (c.n != int64(c.member.size) || c.crc != c.member.crc || c.packed.n != int64(c.member.packed)):
		return n, errDamaged
	case errors.As(err, new(flate.CorruptInputError)), errors.Is(err, io.ErrUnexpectedEOF):
		return n, errDamaged
	}
	return n, err
}

func (c *checkedReader) Close() error { return c.content.Close() }

package evidence

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"io"
)

// gunzip unpacks r into memory: one member (RFC 1952) whose checksum and
// length hold, and nothing after it. What comes out is counted while it comes.
func gunzip(r io.ReaderAt, size int64, l Limits) ([]byte, error) {
	packed := &faultReader{r: io.NewSectionReader(r, 0, size)}
	in := bufio.NewReaderSize(packed, 64<<10)
	z, err := gzip.NewReader(in)
	if err != nil {
		return nil, packed.blame("the head of its gzip part is damaged")
	}
	z.Multistream(false)
	name, value, most := "MaxBundleBytes", l.MaxBundleBytes, maxUnpacked(l)
	if ratio := mostUnpacked(size, l); ratio < most {
		name, value, most = "MaxRatio", l.MaxRatio, ratio
	}
	var buf bytes.Buffer
	if claimed, err := gzipLength(r, size); err != nil {
		return nil, err
	} else if claimed <= most {
		buf.Grow(int(claimed) + bytes.MinRead)
	}
	n, err := buf.ReadFrom(io.LimitReader(z, most+1))
	if n > most {
		return nil, &archiveError{*limitProblem(name, value, "the size of the unpacked archive", Position{})}
	}
	if err != nil {
		return nil, packed.blame("its gzip part is damaged or ends too early")
	}
	if _, err := in.ReadByte(); err != io.EOF {
		return nil, packed.blame("there are bytes after the end of its gzip part")
	}
	return buf.Bytes(), packed.err
}

// gzipLength is the length that the end of the member claims, a hint for what
// to set aside; the bound on the ratio keeps a lie small.
func gzipLength(r io.ReaderAt, size int64) (int64, error) {
	var last [4]byte
	if size < int64(len(last)) {
		return 0, nil
	}
	err := readAt(r, last[:], size-int64(len(last)))
	return int64(binary.LittleEndian.Uint32(last[:])), err
}

// faultReader keeps the error of what it reads from, so that a host that
// cannot read is told from an archive that is damaged.
type faultReader struct {
	r   io.ReadSeeker
	err error
}

func (f *faultReader) Read(p []byte) (int, error) {
	n, err := f.r.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		f.err = err
	}
	return n, err
}

func (f *faultReader) Seek(offset int64, whence int) (int64, error) { return f.r.Seek(offset, whence) }

// blame gives the host's error if there was one, else a fault of the archive.
func (f *faultReader) blame(format string, args ...any) error {
	if f.err != nil {
		return f.err
	}
	return badArchive(format, args...)
}

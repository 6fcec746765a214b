package evidence

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
)

// The structures of a zip archive (APPNOTE.TXT 6.3.10, section 4.3).
const (
	sigLocal      = 0x04034b50
	sigCentral    = 0x02014b50
	sigEnd        = 0x06054b50
	sigDescriptor = 0x08074b50

	localLen   = 30
	centralLen = 46
	endLen     = 22
	maxComment = 1<<16 - 1

	flagEncrypted  = 1 << 0
	flagDescriptor = 1 << 3
	flagStrong     = 1 << 6
	flagMasked     = 1 << 13

	methodStore   = 0
	methodDeflate = 8

	extraZip64       = 0x0001
	extraUnicodePath = 0x7075
	creatorUnix      = 3
	max32            = 1<<32 - 1
	maxDirectory     = 64 << 20 // bytes of a directory that is read at all
)

// readZip reads the directory of an archive and holds the whole structure to
// it: one end record at the end, the directory just before it, and the entries
// before that, without gaps or overlaps, each agreeing with its directory row.
func readZip(r io.ReaderAt, size int64, l Limits) ([]zipMember, error) {
	count, directory, at, err := endRecord(r, size)
	if err != nil {
		return nil, err
	}
	// Folders are entries too: as many again as files is ample.
	if count > 2*l.MaxFiles || len(directory) > maxDirectory {
		return nil, &archiveError{*limitProblem("MaxFiles", l.MaxFiles, "the number of files", Position{})}
	}
	members, err := centralRows(directory, count)
	if err != nil {
		return nil, err
	}
	return members, localHeaders(r, members, at)
}

// endRecord finds the one end record and reads the directory that it names.
func endRecord(r io.ReaderAt, size int64) (count int, directory []byte, at int64, err error) {
	tail := make([]byte, min(size, endLen+maxComment))
	if err := readAt(r, tail, size-int64(len(tail))); err != nil {
		return 0, nil, 0, err
	}
	end := bytes.LastIndex(tail, []byte("PK\x05\x06"))
	if end < 0 || len(tail)-end < endLen {
		return 0, nil, 0, noEndRecord(r, size)
	}
	record := tail[end:]
	u16 := func(i int) int64 { return int64(binary.LittleEndian.Uint16(record[i:])) }
	u32 := func(i int) int64 { return int64(binary.LittleEndian.Uint32(record[i:])) }
	length, offset := u32(12), u32(16)
	start := size - int64(len(tail)) + int64(end)
	switch {
	case u16(4) != 0 || u16(6) != 0 || u16(8) != u16(10):
		return 0, nil, 0, badArchive("it is split into parts")
	case u16(10) == 1<<16-1 || length == max32 || offset == max32:
		return 0, nil, 0, badArchive("it is in the ZIP64 form")
	case int64(len(record)) != endLen+u16(20):
		return 0, nil, 0, badArchive("there are bytes after its end")
	case offset+length != start:
		return 0, nil, 0, badArchive("its directory is not where its end record says, as when archives were joined or cut")
	case otherEnd(tail, end, offset-(size-int64(len(tail)))):
		return 0, nil, 0, badArchive("it has more than one end record")
	case length > maxDirectory:
		return int(u16(10)), make([]byte, maxDirectory+1), offset, nil
	}
	directory = make([]byte, length)
	return int(u16(10)), directory, offset, readAt(r, directory, offset)
}

// otherEnd says whether tail holds a second end record that a reader could
// take for the archive's: within the directory, or with a comment that reaches
// to the end of the file. Any other is the content of an entry, such as an
// office document that is stored as it is.
func otherEnd(tail []byte, end int, directory int64) bool {
	for at := bytes.Index(tail, []byte("PK\x05\x06")); at >= 0 && at < end; {
		comment := int(binary.LittleEndian.Uint16(tail[at+20:]))
		if int64(at) >= directory || at+endLen+comment == len(tail) {
			return true
		}
		next := bytes.Index(tail[at+1:], []byte("PK\x05\x06"))
		if next < 0 {
			return false
		}
		at += 1 + next
	}
	return false
}

// noEndRecord tells a damaged zip from what is no zip.
func noEndRecord(r io.ReaderAt, size int64) error {
	first := make([]byte, min(size, 4))
	if err := readAt(r, first, 0); err != nil {
		return err
	}
	if string(first) == "PK\x03\x04" {
		return badArchive("it ends too early")
	}
	return ErrNotArchive
}

func readAt(r io.ReaderAt, p []byte, offset int64) error {
	if len(p) == 0 {
		return nil
	}
	n, err := r.ReadAt(p, offset)
	if n == len(p) || errors.Is(err, io.EOF) {
		err = nil
		if n < len(p) {
			err = badArchive("it ends too early")
		}
	}
	return err
}

// centralRows reads the rows of the directory.
func centralRows(directory []byte, count int) ([]zipMember, error) {
	var members []zipMember
	for len(directory) > 0 {
		if len(directory) < centralLen || binary.LittleEndian.Uint32(directory) != sigCentral {
			return nil, badArchive("its directory is damaged")
		}
		u16 := func(i int) uint16 { return binary.LittleEndian.Uint16(directory[i:]) }
		u32 := func(i int) uint32 { return binary.LittleEndian.Uint32(directory[i:]) }
		name, extra := int(u16(28)), int(u16(30))
		length := centralLen + name + extra + int(u16(32))
		if length > len(directory) {
			return nil, badArchive("its directory is damaged")
		}
		m := zipMember{
			name: string(directory[centralLen : centralLen+name]), flags: u16(8), method: u16(10),
			crc: u32(16), packed: u32(20), size: u32(24), header: int64(u32(42)),
			unix: u16(4)>>8 == creatorUnix, mode: u32(38) >> 16,
		}
		if err := m.plausible(directory[centralLen+name:centralLen+name+extra], u16(34)); err != nil {
			return nil, err
		}
		members = append(members, m)
		directory = directory[length:]
	}
	if len(members) != count {
		return nil, badArchive("its directory has %d entries and its end record says %d", len(members), count)
	}
	return members, nil
}

// plausible refuses a row of the directory that readers could take differently.
func (m zipMember) plausible(extra []byte, disk uint16) error {
	fields, ok := extraFields(extra)
	other, renamed := fields[extraUnicodePath]
	switch {
	case !ok:
		return badArchive("the entry %s has damaged extra data", quoted(m.name))
	case m.packed == max32 || m.size == max32 || m.header == max32 || disk != 0:
		return badArchive("the entry %s is in the ZIP64 form or in another part", quoted(m.name))
	case renamed && (len(other) < 5 || string(other[5:]) != m.name):
		return badArchive("the entry %s has a second name", quoted(m.name))
	case len(m.name) > 0 && m.name[len(m.name)-1] == '/' && m.size != 0:
		return badArchive("the folder %s has content", quoted(m.name))
	case m.method == methodStore && m.packed != m.size && m.flags&flagEncrypted == 0:
		return badArchive("the entry %s has two sizes", quoted(m.name))
	}
	return nil
}

// extraFields splits an extra block into its fields by id. Trailing bytes too
// short for a field are padding that some writers leave.
func extraFields(extra []byte) (map[uint16][]byte, bool) {
	fields := map[uint16][]byte{}
	for len(extra) >= 4 {
		id, length := binary.LittleEndian.Uint16(extra), int(binary.LittleEndian.Uint16(extra[2:]))
		if _, twice := fields[id]; twice || length > len(extra)-4 {
			return nil, false
		}
		fields[id] = extra[4 : 4+length]
		extra = extra[4+length:]
	}
	return fields, true
}

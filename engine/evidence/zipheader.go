package evidence

import (
	"bytes"
	"encoding/binary"
	"io"
	"slices"
	"unicode/utf8"
)

// localHeaders checks each entry's own header against its row and finds where
// its bytes are. The entries must fill the file up to the directory.
func localHeaders(r io.ReaderAt, members []zipMember, directory int64) error {
	order := make([]int, len(members))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return int(members[i].header - members[j].header) })
	at := int64(0)
	for n, i := range order {
		next := directory
		if n+1 < len(order) {
			next = members[order[n+1]].header
		}
		if members[i].header != at {
			return badArchive("there are bytes before the entry %s, or entries overlap", quoted(members[i].name))
		}
		if err := members[i].localHeader(r, next); err != nil {
			return err
		}
		at = next
	}
	if at != directory {
		return badArchive("there are bytes before its directory")
	}
	return nil
}

// localHeader checks the header at m.header, of an entry that ends at next.
func (m *zipMember) localHeader(r io.ReaderAt, next int64) error {
	head := make([]byte, localLen)
	if next-m.header < localLen {
		return badArchive("entries overlap at %s", quoted(m.name))
	}
	if err := readAt(r, head, m.header); err != nil {
		return err
	}
	u16 := func(i int) uint16 { return binary.LittleEndian.Uint16(head[i:]) }
	u32 := func(i int) uint32 { return binary.LittleEndian.Uint32(head[i:]) }
	rest := make([]byte, int(u16(26))+int(u16(28)))
	m.data = m.header + localLen + int64(len(rest))
	end := m.data + int64(m.packed)
	if end > next {
		return badArchive("entries overlap at %s", quoted(m.name))
	}
	if err := readAt(r, rest, m.header+localLen); err != nil {
		return err
	}
	name, extra := string(rest[:u16(26)]), rest[u16(26):]
	_, ok := extraFields(extra)
	if u32(0) != sigLocal || name != m.name || u16(6) != m.flags || u16(8) != m.method || !ok || !utf8.ValidString(name) && name != m.name {
		return badArchive("the header of the entry %s does not agree with the directory", quoted(m.name))
	}
	if m.flags&flagDescriptor != 0 {
		return m.descriptor(r, end, next)
	}
	if u32(14) != m.crc || !sameSize(u32(18), m.packed, extra) || !sameSize(u32(22), m.size, extra) || end != next {
		return badArchive("the header of the entry %s does not agree with the directory", quoted(m.name))
	}
	return nil
}

// sameSize compares a size in a local header; one of ones is in the ZIP64 field.
func sameSize(local, central uint32, extra []byte) bool {
	if local != max32 {
		return local == central
	}
	fields, _ := extraFields(extra)
	field := fields[extraZip64]
	for len(field) >= 8 {
		if binary.LittleEndian.Uint64(field) == uint64(central) {
			return true
		}
		field = field[8:]
	}
	return false
}

// descriptor checks the record after an entry that was written as a stream: an
// optional signature, the checksum, and both sizes in 4 or 8 bytes.
func (m *zipMember) descriptor(r io.ReaderAt, from, to int64) error {
	if to-from > 24 {
		return badArchive("there are bytes after the entry %s", quoted(m.name))
	}
	record := make([]byte, to-from)
	if err := readAt(r, record, from); err != nil {
		return err
	}
	short := binary.LittleEndian.AppendUint32(nil, m.crc)
	long := binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(bytes.Clone(short), uint64(m.packed)), uint64(m.size))
	short = binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(short, m.packed), m.size)
	signature := binary.LittleEndian.AppendUint32(nil, sigDescriptor)
	for _, want := range [][]byte{short, long} {
		if bytes.Equal(record, want) || bytes.Equal(record, append(bytes.Clone(signature), want...)) {
			return nil
		}
	}
	return badArchive("the record after the entry %s does not agree with the directory", quoted(m.name))
}

package evidence

import (
	"bytes"
	"io"
	"slices"
	"strconv"
	"strings"
)

// The structures of a tar archive (POSIX.1-2024, pax, "ustar Interchange
// Format") and of the form that GNU tar writes.
const (
	tarBlock  = 512
	tarSumAt  = 148 // of the checksum, 8 bytes
	tarSizeAt = 124 // of the size, 12 bytes
	tarTypeAt = 156
	tarMagic  = 257
	tarPrefix = 345 // in the ustar form, of what stands before the name

	maxTarTail = 16 << 20 // zeros after the end marker, which fill a tape's record
)

// Types of headers that say more of the entry after them.
const (
	tarExtended = 'x'
	tarLongName = 'L'
	tarLongLink = 'K'
)

// tarExtensions are the headers that may stand together before one entry.
var tarExtensions = []string{"x", "L", "K", "LK", "KL"}

// tarMember is one entry of a tar archive, as its own header has it.
type tarMember struct {
	kind  byte
	name  string
	named bool  // a header before it may give another name
	size  int64 // bytes of content
	data  int64 // offset of the content
}

// tarWalk goes through the blocks of an archive.
type tarWalk struct {
	r       io.ReaderAt
	size    int64
	most    int // entries
	members []tarMember
	over    bool // there are more
}

// walk finds the entries, up to the end marker and the zeros after it.
func (w *tarWalk) walk() error {
	block := make([]byte, tarBlock)
	extensions := ""
	for at := int64(0); !w.over; {
		if w.size-at < tarBlock {
			return badArchive("it ends without an end marker")
		}
		if err := readAt(w.r, block, at); err != nil {
			return err
		}
		if zeros(block) {
			return w.end(at, extensions)
		}
		m, err := readTarHeader(block, at+tarBlock)
		if err != nil {
			return err
		}
		if m.size > w.size-m.data {
			return badArchive("it ends too early")
		}
		at = m.data + (m.size+tarBlock-1)/tarBlock*tarBlock
		if extensions, err = w.add(m, extensions); err != nil {
			return err
		}
	}
	return nil
}

// add enters what a header describes. It returns the kinds of the extended
// headers that speak of the next entry.
func (w *tarWalk) add(m tarMember, extensions string) (string, error) {
	switch m.kind {
	case tarExtended, tarLongName, tarLongLink:
		if extensions += string(rune(m.kind)); !slices.Contains(tarExtensions, extensions) {
			return "", badArchive("an entry has several extended headers")
		}
		return extensions, nil
	case 'g':
		if extensions != "" {
			return "", badArchive("a global header stands within an entry")
		}
	}
	m.named = strings.Trim(extensions, string(rune(tarLongLink))) != ""
	w.members = append(w.members, m)
	w.over = len(w.members) > w.most
	return "", nil
}

// end checks that nothing but zeros follows, and enough of them.
func (w *tarWalk) end(at int64, extensions string) error {
	switch {
	case extensions != "":
		return badArchive("it ends within an entry")
	case w.size-at < 2*tarBlock:
		return badArchive("it ends without a whole end marker")
	}
	only, err := onlyZeros(w.r, w.size, at)
	if err == nil && !only {
		return badArchive("there is something after its end marker")
	}
	return err
}

// onlyZeros says that all bytes from at on are zeros, and that they are not
// more than any writer leaves.
func onlyZeros(r io.ReaderAt, size, at int64) (bool, error) {
	if size-at > maxTarTail {
		return false, nil
	}
	block := make([]byte, 64<<10)
	for ; at < size; at += int64(len(block)) {
		block = block[:min(int64(len(block)), size-at)]
		if err := readAt(r, block, at); err != nil {
			return false, err
		}
		if !zeros(block) {
			return false, nil
		}
	}
	return true, nil
}

// readTarHeader reads a header whose entry's content begins at data. Only
// types that are known are passed over rightly, so others end the reading.
func readTarHeader(block []byte, data int64) (tarMember, error) {
	m := tarMember{kind: block[tarTypeAt], name: tarName(block), data: data}
	if !isTarHeader(block) {
		return m, badArchive("a header is damaged")
	}
	size, err := tarNumber(block[tarSizeAt : tarSizeAt+12])
	if err != nil {
		return m, badArchive("the entry %s has no plain size", quoted(m.name))
	}
	m.size = size
	switch {
	case m.kind == 'S':
		return m, badArchive("the entry %s is a sparse file", quoted(m.name))
	case m.kind != 0 && !strings.ContainsRune("01234567gxLK", rune(m.kind)):
		return m, badArchive("the entry %s is of the type %s, which is not read", quoted(m.name), quoted(string(rune(m.kind))))
	}
	return m, nil
}

// isTarHeader checks a block's checksum, which counts itself as spaces.
func isTarHeader(block []byte) bool {
	want, err := tarNumber(block[tarSumAt : tarSumAt+8])
	sum := int64(8 * ' ')
	for i, c := range block {
		if i < tarSumAt || i >= tarSumAt+8 {
			sum += int64(c)
		}
	}
	return err == nil && sum == want
}

// tarNumber reads a number in octal digits between spaces and zeros.
func tarNumber(field []byte) (int64, error) {
	digits := strings.Trim(string(field), " \x00")
	if digits == "" {
		return 0, nil
	}
	n, err := strconv.ParseUint(digits, 8, 62)
	return int64(n), err
}

// tarName is the name in a header, joined to its prefix in the ustar form.
func tarName(block []byte) string {
	name := tarText(block[:100])
	if string(block[tarMagic:tarMagic+6]) != "ustar\x00" {
		return name
	}
	if prefix := tarText(block[tarPrefix : tarPrefix+155]); prefix != "" {
		return prefix + "/" + name
	}
	return name
}

func tarText(field []byte) string {
	text, _, _ := bytes.Cut(field, []byte{0})
	return string(text)
}

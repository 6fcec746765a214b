package hostile

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"strings"
)

const tarBlock = 512

// The places of fields in a header.
const (
	tarSize   = 124
	tarSum    = 148
	tarKind   = 156
	tarTarget = 157
	tarMagic  = 257
	tarPrefix = 345
)

// tarEnd is the end marker.
var tarEnd = strings.Repeat("\x00", 2*tarBlock)

// block is one entry of a tar archive, in the ustar form but for changes.
func block(kind byte, name, content string, change ...func(header []byte)) string {
	h := make([]byte, tarBlock)
	copy(h, name)
	copy(h[100:], "0000644\x00")
	copy(h[tarSize:], fmt.Sprintf("%011o\x00", len(content)))
	h[tarKind] = kind
	copy(h[tarMagic:], "ustar\x0000")
	for _, f := range change {
		f(h)
	}
	sum := 8 * int(' ')
	for i, c := range h {
		if i < tarSum || i >= tarSum+8 {
			sum += int(c)
		}
	}
	copy(h[tarSum:], fmt.Sprintf("%06o\x00 ", sum))
	pad := (tarBlock - len(content)%tarBlock) % tarBlock
	return string(h) + content + strings.Repeat("\x00", pad)
}

// write puts text into a header.
func write(at int, text string) func([]byte) { return func(h []byte) { copy(h[at:], text) } }

// extended is an extended header of the pax form.
func extended(kind byte, records ...string) string {
	var b strings.Builder
	for i := 0; i+1 < len(records); i += 2 {
		rest := " " + records[i] + "=" + records[i+1] + "\n"
		length := len(rest) + 1
		for len(fmt.Sprint(length))+len(rest) != length {
			length = len(fmt.Sprint(length)) + len(rest)
		}
		fmt.Fprintf(&b, "%d%s", length, rest)
	}
	return block(kind, "PaxHeaders/x", b.String())
}

// members are the entries of files, without the end marker.
func members(files []File) string {
	var b strings.Builder
	for _, f := range files {
		if len(f.Path) > 100 {
			b.WriteString(extended('x', "path", f.Path))
		}
		b.WriteString(block('0', f.Path, f.Text))
	}
	return b.String()
}

// tarOf is a good archive of files.
func tarOf(files []File) []byte {
	return []byte(members(append([]File{first, second}, files...)) + tarEnd)
}

// tarWith is an archive of files with entries before them.
func tarWith(name, code, place, before string) Row {
	return Row{Format: "tar", Name: name, Code: code, Place: place,
		pack: func(files []File) []byte { return append([]byte(before), tarOf(files)...) }}
}

// tarEdit is a good archive with one change.
func tarEdit(name, code, place string, change func(t []byte) []byte) Row {
	return Row{Format: "tar", Name: name, Code: code, Place: place,
		pack: func(files []File) []byte { return change(tarOf(files)) }}
}

// gzipped packs by gzip.
func gzipped(data []byte) []byte {
	var buf bytes.Buffer
	w := gzip.NewWriter(&buf)
	if _, err := w.Write(data); err != nil {
		panic(err) // writes to memory
	}
	if err := w.Close(); err != nil {
		panic(err) // writes to memory
	}
	return buf.Bytes()
}

// gzipEdit is a good tar.gz with one change.
func gzipEdit(name, place string, change func(z []byte) []byte) Row {
	return Row{Format: "tar.gz", Name: name, Code: "archive", Place: place,
		pack: func(files []File) []byte { return change(gzipped(tarOf(files))) }}
}

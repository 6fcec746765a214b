package hostile

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"io"
	"slices"
	"strings"
	"time"
)

const (
	localLen   = 30
	centralLen = 46
	endLen     = 22
	central    = "PK\x01\x02"
)

// first and second stand before all other files of an archive.
var (
	first  = File{"0first.txt", strings.Repeat("first ", 50)}
	second = File{"1second.txt", "second"}
)

// zipOf packs files in their order: the first deflated, with its sizes in its
// header, the second stored, the rest deflated with sizes after them.
func zipOf(files []File) []byte {
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for i, f := range append([]File{first, second}, files...) {
		h := &zip.FileHeader{Name: f.Path, Method: zip.Deflate, Modified: time.Date(2026, 1, 2, 3, 4, 6, 0, time.UTC)}
		h.SetMode(0o644)
		if i == 1 {
			h.Method = zip.Store
		}
		if err := addZip(w, h, f.Text); err != nil {
			panic(err) // writes to memory
		}
	}
	if err := w.Close(); err != nil {
		panic(err) // writes to memory
	}
	return buf.Bytes()
}

func addZip(w *zip.Writer, h *zip.FileHeader, text string) error {
	e, err := w.CreateHeader(h)
	if err == nil {
		_, err = io.WriteString(e, text)
	}
	return err
}

// zipEdit is a good archive with one change.
func zipEdit(name, code, place string, change func(z []byte) []byte) Row {
	return Row{Format: "zip", Name: name, Code: code, Place: place,
		pack: func(files []File) []byte { return change(zipOf(files)) }}
}

// at changes one byte of the first directory row (from its start), and of the
// first local header where local is not below zero.
func at(row, local int, change func(byte) byte) func([]byte) []byte {
	return func(z []byte) []byte {
		if row >= 0 {
			i := directory(z) + row
			z[i] = change(z[i])
		}
		if local >= 0 {
			z[local] = change(z[local])
		}
		return z
	}
}

func put(value byte) func(byte) byte { return func(byte) byte { return value } }
func flip(bits byte) func(byte) byte { return func(b byte) byte { return b ^ bits } }
func set(bits byte) func(byte) byte  { return func(b byte) byte { return b | bits } }
func more(n byte) func(b byte) byte  { return func(b byte) byte { return b + n } }
func u16(z []byte) uint16            { return binary.LittleEndian.Uint16(z) }
func u32(z []byte) uint32            { return binary.LittleEndian.Uint32(z) }
func put16(z []byte, v int)          { binary.LittleEndian.PutUint16(z, uint16(v)) } //nolint:gosec // what a test writes fits
func put32(z []byte, v int)          { binary.LittleEndian.PutUint32(z, uint32(v)) } //nolint:gosec // what a test writes fits
func endOf(z []byte) []byte          { return z[len(z)-endLen:] }
func directory(z []byte) int         { return int(u32(endOf(z)[16:])) }
func shift(z []byte, field, n int)   { put32(endOf(z)[field:], int(u32(endOf(z)[field:]))+n) }
func end(field int, v byte) func([]byte) []byte {
	return func(z []byte) []byte { endOf(z)[field] += v; return z }
}

// ones fills a field of the end record or of the first row, which then means
// that the value is elsewhere (ZIP64).
func ones(of func([]byte) []byte, from, n int) func([]byte) []byte {
	return func(z []byte) []byte {
		copy(of(z)[from:from+n], "\xff\xff\xff\xff")
		return z
	}
}

func row(z []byte) []byte { return z[directory(z):] }

// mode gives the first entry a mode of a unix system.
func mode(m uint32) func([]byte) []byte {
	return func(z []byte) []byte {
		row(z)[5] = 3
		put16(row(z)[40:], int(m))
		return z
	}
}

// extra adds a field to the first row of the directory.
func extra(field string) func([]byte) []byte {
	return func(z []byte) []byte {
		d := directory(z)
		name := int(u16(z[d+28:]))
		put16(z[d+30:], int(u16(z[d+30:]))+len(field))
		shift(z, 12, len(field))
		return slices.Insert(z, d+centralLen+name+int(u16(z[d+30:]))-len(field), []byte(field)...)
	}
}

// localExtra adds a field to the header of the first entry.
func localExtra(field string) func([]byte) []byte {
	return func(z []byte) []byte {
		name, has := int(u16(z[26:])), int(u16(z[28:]))
		put16(z[28:], has+len(field))
		z = slices.Insert(z, localLen+name+has, []byte(field)...)
		return moved(z, len(field))
	}
}

// moved mends the directory after n bytes were added within the first entry.
func moved(z []byte, n int) []byte {
	shift(z, 16, n)
	for at, i := directory(z), 0; at < len(z)-endLen; i++ {
		if i > 0 {
			put32(z[at+42:], int(u32(z[at+42:]))+n)
		}
		at += centralLen + int(u16(z[at+28:])) + int(u16(z[at+30:])) + int(u16(z[at+32:]))
	}
	return z
}

// dataOf is where the content of the first entry begins.
func dataOf(z []byte) int { return localLen + int(u16(z[26:])) + int(u16(z[28:])) }

// descriptor is where the record after the first entry begins.
func descriptor(z []byte) int { return dataOf(z) + int(u32(row(z)[20:])) }

package hostile

import (
	"archive/zip"
	"bytes"
	"slices"
	"strings"
)

func zipRows() []Row {
	return slices.Concat(zipWholeRows(), zipEndRows(), zipDirectoryRows(), zipEntryRows())
}

// zipWholeRows are archives that begin, end or join where they must not.
func zipWholeRows() []Row {
	return []Row{
		zipEdit("a program before the archive", "archive", "before the first entry", func(z []byte) []byte { return append([]byte("MZ program"), z...) }),
		zipEdit("a byte after the archive", "archive", "after the end record", func(z []byte) []byte { return append(z, 'x') }),
		zipEdit("zeros after the archive", "archive", "zeros after the end record", func(z []byte) []byte { return append(z, make([]byte, 512)...) }),
		zipEdit("two archives joined", "archive", "joined", func(z []byte) []byte { return append(z, zipOf(nil)...) }),
		zipEdit("another archive before it", "archive", "joined before", func(z []byte) []byte { return append(zipOf(nil), z...) }),
		zipEdit("cut in the end record", "archive", "cut in the end record", func(z []byte) []byte { return z[:len(z)-3] }),
		zipEdit("cut in the directory", "archive", "cut in the directory", func(z []byte) []byte { return z[:len(z)-endLen-10] }),
		zipEdit("cut in an entry", "archive", "cut in an entry", func(z []byte) []byte { return z[:directory(z)-5] }),
		zipEdit("cut after the first header", "archive", "cut in the first entry", func(z []byte) []byte { return z[:localLen+12] }),
		zipEdit("half of it", "archive", "cut in half", func(z []byte) []byte { return z[:len(z)/2] }),
		zipEdit("the signature alone", "archive", "only the signature", func(z []byte) []byte { return z[:4] }),
		zipEdit("bytes between the entries and the directory", "archive", "before the directory", func(z []byte) []byte {
			d := directory(z)
			shift(z, 16, 4)
			return slices.Insert(z, d, []byte("gap!")...)
		}),
		zipEdit("bytes between two entries", "archive", "between entries", func(z []byte) []byte {
			next := int(u32(z[directory(z)+centralLen+int(u16(row(z)[28:]))+int(u16(row(z)[30:]))+42:]))
			return moved(slices.Insert(z, next, []byte(strings.Repeat("gap!", 10))...), 40)
		}),
	}
}

// zipEndRows lie in the end record.
func zipEndRows() []Row {
	return []Row{
		zipEdit("more entries counted than there are", "archive", "end record: count", func(z []byte) []byte { return end(10, 1)(end(8, 1)(z)) }),
		zipEdit("fewer entries counted than there are", "archive", "end record: count, fewer", func(z []byte) []byte { return end(10, 0xff)(end(8, 0xff)(z)) }),
		zipEdit("two counts", "archive", "end record: count of this part", end(10, 1)),
		zipEdit("a part number", "archive", "end record: part", end(4, 1)),
		zipEdit("a directory in another part", "archive", "end record: part of the directory", end(6, 1)),
		zipEdit("a directory that is longer", "archive", "end record: length", end(12, 1)),
		zipEdit("a directory that is elsewhere", "archive", "end record: offset", end(16, 1)),
		zipEdit("a comment that is not there", "archive", "end record: length of the comment", end(20, 5)),
		zipEdit("a count that is elsewhere", "archive", "end record: count in ZIP64", ones(endOf, 8, 4)),
		zipEdit("a length that is elsewhere", "archive", "end record: length in ZIP64", ones(endOf, 12, 4)),
		zipEdit("an offset that is elsewhere", "archive", "end record: offset in ZIP64", ones(endOf, 16, 4)),
		zipEdit("a comment that is an end record", "archive", "comment", func(z []byte) []byte {
			record := slices.Clone(endOf(z))
			put16(z[len(z)-2:], len(record))
			return append(z, record...)
		}),
		zipEdit("an entry that holds an end record up to the end", "archive", "end record in an entry", func(z []byte) []byte {
			record := make([]byte, endLen)
			copy(record, "PK\x05\x06")
			pack := func() []byte { return zipOf([]File{{"2record.bin", string(record)}}) }
			whole := storeAll(pack())
			put16(record[endLen-2:], len(whole)-bytes.Index(whole, []byte("PK\x05\x06"))-endLen)
			return storeAll(pack())
		}),
	}
}

// storeAll packs an archive again without compression.
func storeAll(z []byte) []byte {
	r, err := zip.NewReader(bytes.NewReader(z), int64(len(z)))
	if err != nil {
		panic(err) // written by zipOf
	}
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for _, f := range r.File {
		text, err := readZip(f)
		if err == nil {
			err = addZip(w, &zip.FileHeader{Name: f.Name, Method: zip.Store}, text)
		}
		if err != nil {
			panic(err) // in memory
		}
	}
	if err := w.Close(); err != nil {
		panic(err) // in memory
	}
	return buf.Bytes()
}

func readZip(f *zip.File) (string, error) {
	r, err := f.Open()
	if err != nil {
		return "", err
	}
	var buf bytes.Buffer
	_, err = buf.ReadFrom(r)
	return buf.String(), err
}

// zipDirectoryRows lie in a row of the directory.
func zipDirectoryRows() []Row {
	return []Row{
		zipEdit("no signature", "archive", "directory: signature", at(0, -1, flip(1))),
		zipEdit("another checksum", "archive", "directory: checksum", at(16, -1, flip(1))),
		zipEdit("another packed size", "archive", "directory: packed size", at(20, -1, more(1))),
		zipEdit("another size", "archive", "directory: size", at(24, -1, more(1))),
		zipEdit("a longer name", "archive", "directory: length of the name", at(28, -1, more(1))),
		zipEdit("a name beyond the end", "archive", "directory: length of the name, high", at(29, -1, put(0xff))),
		zipEdit("longer extra data", "archive", "directory: length of the extra data", at(30, -1, more(1))),
		zipEdit("a comment beyond the row", "archive", "directory: length of the comment", at(32, -1, more(1))),
		zipEdit("another part", "archive", "directory: part", at(34, -1, put(1))),
		zipEdit("another offset", "archive", "directory: offset", at(42, -1, more(1))),
		zipEdit("another name", "archive", "directory: name", at(centralLen, -1, flip(1))),
		zipEdit("another method", "archive", "directory: method", at(10, -1, put(0))),
		zipEdit("encrypted in the directory alone", "archive", "directory: flags", at(8, -1, set(1))),
		zipEdit("a size that is elsewhere", "archive", "directory: size in ZIP64", ones(row, 24, 4)),
		zipEdit("a packed size that is elsewhere", "archive", "directory: packed size in ZIP64", ones(row, 20, 4)),
		zipEdit("an offset that is elsewhere", "archive", "directory: offset in ZIP64", ones(row, 42, 4)),
		zipEdit("a second name", "archive", "directory: unicode name", extra("\x75\x70\x09\x00\x01\x00\x00\x00\x00evil")),
		zipEdit("a second name cut short", "archive", "directory: unicode name, cut", extra("\x75\x70\x02\x00\x01\x00")),
		zipEdit("extra data that claims too much", "archive", "directory: extra data", extra("\x99\x99\xff\x00")),
		zipEdit("an extra field twice", "archive", "directory: extra data twice", extra("\x99\x99\x00\x00\x99\x99\x00\x00")),
		zipEdit("two rows for one entry", "archive", "directory: two rows for one entry", func(z []byte) []byte {
			d := directory(z)
			next := d + centralLen + int(u16(z[d+28:])) + int(u16(z[d+30:]))
			put32(z[next+42:], 0)
			return z
		}),
		zipEdit("a folder with content", "archive", "directory: folder with content", func(z []byte) []byte {
			last := len(first.Path) - 1
			z[localLen+last], row(z)[centralLen+last] = '/', '/'
			return z
		}),
	}
}

// zipEntryRows lie in an entry: its header, its content, what it is.
func zipEntryRows() []Row {
	return []Row{
		zipEdit("no signature", "archive", "entry: signature", at(-1, 0, flip(4))),
		zipEdit("another name", "archive", "entry: name", at(-1, localLen, flip(1))),
		zipEdit("another method", "archive", "entry: method", at(-1, 8, put(12))),
		zipEdit("encrypted in the header alone", "archive", "entry: flags", at(-1, 6, set(1))),
		zipEdit("a longer name", "archive", "entry: length of the name", at(-1, 26, more(1))),
		zipEdit("longer extra data", "archive", "entry: length of the extra data", at(-1, 28, more(1))),
		zipEdit("extra data that claims too much", "archive", "entry: extra data", localExtra("\x99\x99\xff\x00")),
		zipEdit("another checksum after the content", "archive", "entry: checksum after it", func(z []byte) []byte { z[descriptor(z)+4] ^= 1; return z }),
		zipEdit("another packed size after the content", "archive", "entry: packed size after it", func(z []byte) []byte { z[descriptor(z)+8]++; return z }),
		zipEdit("another size after the content", "archive", "entry: size after it", func(z []byte) []byte { z[descriptor(z)+12]++; return z }),
		zipEdit("bytes after the record", "archive", "entry: after its record", func(z []byte) []byte {
			return moved(slices.Insert(z, descriptor(z)+16, 'x'), 1)
		}),
		zipEdit("no record after the content", "archive", "entry: no record after it", func(z []byte) []byte {
			d := descriptor(z)
			return moved(slices.Delete(z, d, d+16), -16)
		}),
		zipEdit("content changed", "archive", "content of 0first.txt", func(z []byte) []byte { z[dataOf(z)+3] ^= 0x55; return z }),
		zipEdit("content of an unknown block type", "archive", "deflate block of 0first.txt", func(z []byte) []byte { z[dataOf(z)] = 7; return z }),
		zipEdit("content that ends before its bytes do", "archive", "deflate end of 0first.txt", func(z []byte) []byte { z[dataOf(z)] |= 1; return z }),
		zipEdit("a method that is not read", "archive", "method of 0first.txt", at(10, 8, put(12))),
		zipEdit("a stored entry that is deflated", "archive", "method of 0first.txt, stored", at(10, 8, put(0))),
		zipEdit("encrypted", "encrypted", "flag of encryption", at(8, 6, set(1))),
		zipEdit("strongly encrypted", "encrypted", "flag of strong encryption", at(8, 6, set(1<<6))),
		zipEdit("headers masked", "encrypted", "flag of masked headers", at(9, 7, set(1<<5))),
		zipEdit("a symbolic link", "link", "mode: link", mode(0o120777)),
		zipEdit("a block device", "special_file", "mode: block device", mode(0o060644)),
		zipEdit("a character device", "special_file", "mode: character device", mode(0o020644)),
		zipEdit("a pipe", "special_file", "mode: pipe", mode(0o010644)),
		zipEdit("a socket", "special_file", "mode: socket", mode(0o140644)),
		zipEdit("a folder by its mode alone", "special_file", "mode: folder", mode(0o040755)),
		zipEdit("a mode of no system", "special_file", "mode: unknown", mode(0o150644)),
	}
}

package hostile

import (
	"slices"
	"strings"
)

func tarRows() []Row {
	return slices.Concat(tarWholeRows(), tarHeaderRows(), tarExtendedRows(), tarKindRows())
}

var tarX = block('0', "x.txt", "x")

// tarWholeRows begin, end or join where they must not.
func tarWholeRows() []Row {
	body := func(t []byte) []byte { return t[:len(t)-len(tarEnd)] }
	return []Row{
		tarEdit("no end marker", "archive", "end marker", body),
		tarEdit("half an end marker", "archive", "end marker: half", func(t []byte) []byte { return t[:len(t)-tarBlock] }),
		tarEdit("a part of a block at the end", "archive", "end marker: part of a block", func(t []byte) []byte { return t[:len(t)-100] }),
		tarEdit("an entry after the end marker", "archive", "after the end marker: entry", func(t []byte) []byte { return append(t, tarX+tarEnd...) }),
		tarEdit("an archive after the end marker", "archive", "joined", func(t []byte) []byte { return append(t, tarOf(nil)...) }),
		tarEdit("a byte after the end marker", "archive", "after the end marker: byte", func(t []byte) []byte { return append(t, 'x') }),
		tarEdit("a zip after the end marker", "archive", "after the end marker: zip", func(t []byte) []byte { return append(t, zipOf(nil)...) }),
		tarEdit("one zero block between entries", "archive", "between entries: zeros", func(t []byte) []byte { return append([]byte(tarX+tarEnd[:tarBlock]), t...) }),
		tarEdit("an end marker between entries", "archive", "between entries: end marker", func(t []byte) []byte { return append([]byte(tarX+tarEnd), t...) }),
		tarEdit("too many zeros at the end", "archive", "after the end marker: zeros", func(t []byte) []byte { return append(t, make([]byte, 17<<20)...) }),
		tarEdit("cut in the content", "archive", "cut in content", func(t []byte) []byte { return append(body(t), tarX[:tarBlock]...) }),
		tarEdit("cut in a header", "archive", "cut in a header", func(t []byte) []byte { return append(body(t), tarX[:100]...) }),
	}
}

// tarHeaderRows lie in the header of an entry.
func tarHeaderRows() []Row {
	sized := func(text string) string { return block('0', "x.txt", "x", write(tarSize, text)) }
	return []Row{
		tarEdit("another checksum", "archive", "header: checksum", func(t []byte) []byte { t[tarBlock*2] ^= 1; return t }),
		tarWith("a size over the end", "archive", "header: size over the end", sized("77777777777\x00")),
		tarWith("a size below zero", "archive", "header: size below zero", sized("-0000000001\x00")),
		tarWith("a size in bytes", "archive", "header: size in bytes", sized("\x80\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01")),
		tarWith("a size below zero in bytes", "archive", "header: size below zero in bytes", sized("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff")),
		tarWith("a size with a gap", "archive", "header: size with a gap", sized("0000000 001\x00")),
		tarWith("a size that is no octal number", "archive", "header: size not octal", sized("00000000009\x00")),
		tarWith("a prefix in the GNU form", "archive", "header: prefix in the GNU form", block('0', "x.txt", "x", write(tarMagic, "ustar  \x00"), write(tarPrefix, "evil"))),
		tarWith("a folder with content", "archive", "header: folder with content", block('5', "d/", "x")),
		tarWith("a folder of the oldest form with content", "archive", "header: old folder with content", block(0, "d/", "x", write(tarMagic, strings.Repeat("\x00", 8)))),
		tarWith("a link with content", "archive", "header: link with content", block('1', "l", "x", write(tarTarget, "0first.txt"))),
		tarWith("a symbolic link with content", "archive", "header: symbolic link with content", block('2', "l", "x", write(tarTarget, "0first.txt"))),
		tarWith("a pipe with content", "archive", "header: pipe with content", block('6', "p", "x")),
	}
}

// tarExtendedRows lie in the headers before an entry.
func tarExtendedRows() []Row {
	long := func(kind byte, text string) string { return block(kind, "././@LongLink", text+"\x00") }
	return []Row{
		tarWith("a size in an extended header", "archive", "extended: size", extended('x', "size", "0")+tarX),
		tarWith("a size that hides an entry", "archive", "extended: size over an entry", extended('x', "size", "1024")+block('0', "x.txt", "")+tarX),
		tarWith("sparse, by its type", "archive", "sparse: type", block('S', "x.txt", "x", write(tarMagic, "ustar  \x00"))),
		tarWith("sparse, version 1.0", "archive", "sparse: 1.0", extended('x', "GNU.sparse.major", "1", "GNU.sparse.minor", "0", "GNU.sparse.name", "x", "GNU.sparse.realsize", "1")+block('0', "x.txt", "1\n0\n1\n")),
		tarWith("sparse, version 0.1", "archive", "sparse: 0.1", extended('x', "GNU.sparse.size", "1", "GNU.sparse.numblocks", "1", "GNU.sparse.map", "0,1")+tarX),
		tarWith("a sparse name", "archive", "sparse: name", extended('x', "GNU.sparse.name", "../evil")+tarX),
		tarWith("a global path", "archive", "global: path", extended('g', "path", "evil")),
		tarWith("a global size", "archive", "global: size", extended('g', "size", "0")),
		tarWith("a global comment and more", "archive", "global: comment and owner", extended('g', "comment", "c", "uname", "root")),
		tarWith("a global header within an entry", "archive", "global: within an entry", extended('x', "path", "evil")+extended('g', "comment", "c")+tarX),
		tarWith("two extended headers", "archive", "extended: two", extended('x', "path", "a")+extended('x', "path", "b")+tarX),
		tarWith("two long names", "archive", "long name: two", long('L', "a")+long('L', "b")+tarX),
		tarWith("two long links", "archive", "long link: two", long('K', "a")+long('K', "b")+tarX),
		tarWith("an extended and a long name", "archive", "extended and long name", extended('x', "path", "a")+long('L', "b")+tarX),
		tarWith("a long and an extended name", "archive", "long name and extended", long('L', "b")+extended('x', "path", "a")+tarX),
		tarEdit("an extended header at the end", "archive", "extended: at the end", func(t []byte) []byte {
			return append(t[:len(t)-len(tarEnd)], extended('x', "path", "a")+tarEnd...)
		}),
		tarWith("a record that claims too much", "archive", "extended: length of a record", block('x', "x", "99 path=evil\n")+tarX),
		tarWith("a record without a name", "archive", "extended: record without a name", block('x', "x", "5 =a\n")+tarX),
		tarWith("a record without an end", "archive", "extended: record without an end", block('x', "x", "8 path=a")+tarX),
		tarWith("an extended header of 1 MiB", "archive", "extended: too long", extended('x', "comment", strings.Repeat("x", 1<<20))+tarX),
		tarWith("a NUL in an extended name", "archive", "extended: NUL in a name", extended('x', "path", "a\x00b")+tarX),
	}
}

// tarKindRows are entries that are no files.
func tarKindRows() []Row {
	to := func(target string) func([]byte) { return write(tarTarget, target) }
	return []Row{
		tarWith("several volumes", "archive", "type: M", block('M', "x.txt", "x")),
		tarWith("a volume label", "archive", "type: V", block('V', "label", "")),
		tarWith("a dumped folder", "archive", "type: D", block('D', "d/", "Yx.txt\x00")),
		tarWith("an access list of Solaris", "archive", "type: A", block('A', "x.txt", "x")),
		tarWith("an unknown type", "archive", "type: Z", block('Z', "x.txt", "x")),
		tarWith("a symbolic link out of the bundle", "link", "symbolic link", block('2', "l", "", to("/etc/passwd"))),
		tarWith("a symbolic link to a file of the bundle", "link", "symbolic link within", block('2', "l", "", to("0first.txt"))),
		tarWith("a hard link", "link", "hard link", block('1', "l", "", to("/etc/passwd"))),
		tarWith("a long link", "link", "long link", long120+block('2', "l", "")),
		tarWith("a character device", "special_file", "character device", block('3', "null", "")),
		tarWith("a block device", "special_file", "block device", block('4', "sda", "")),
		tarWith("a pipe", "special_file", "pipe", block('6', "pipe", "")),
		tarWith("a contiguous file", "special_file", "contiguous file", block('7', "c", "c")),
		tarWith("a name given again", "name_collision", "extended name of another", extended('x', "path", "0first.txt")+tarX),
		tarWith("a long name given again", "name_collision", "long name of another", block('L', "l", "0first.txt\x00")+tarX),
		tarWith("a prefix that climbs", "name", "prefix", block('0', "x.txt", "x", write(tarPrefix, ".."))),
		tarWith("a file named as a folder", "name", "slash at the end", block('0', "d/", "")),
		tarWith("a file that is a folder", "name_collision", "folder", block('5', "0first.txt/", "")),
		tarWith("a file above a folder", "name_collision", "folder below", block('5', "0FIRST.TXT/d/", "")),
	}
}

var long120 = block('K', "././@LongLink", strings.Repeat("x", 120)+"\x00")

// gzipRows lie in the gzip part of a tar.gz.
func gzipRows() []Row {
	return []Row{
		gzipEdit("two members", "after the member: member", func(z []byte) []byte { return append(z, gzipped(tarOf(nil))...) }),
		gzipEdit("an empty member after it", "after the member: empty member", func(z []byte) []byte { return append(z, gzipped(nil)...) }),
		gzipEdit("a byte after it", "after the member: byte", func(z []byte) []byte { return append(z, 'x') }),
		gzipEdit("zeros after it", "after the member: zeros", func(z []byte) []byte { return append(z, 0, 0) }),
		gzipEdit("a zip after it", "after the member: zip", func(z []byte) []byte { return append(z, zipOf(nil)...) }),
		gzipEdit("another checksum", "checksum", func(z []byte) []byte { z[len(z)-8] ^= 1; return z }),
		gzipEdit("another length", "length", func(z []byte) []byte { z[len(z)-4] ^= 1; return z }),
		gzipEdit("a length of 4 GiB", "length of 4 GiB", func(z []byte) []byte { copy(z[len(z)-4:], "\xff\xff\xff\xff"); return z }),
		gzipEdit("another method", "head: method", func(z []byte) []byte { z[2] = 7; return z }),
		gzipEdit("a head that claims more", "head: flags", func(z []byte) []byte { z[3] = 0x1e; return z }),
		gzipEdit("content changed", "content", func(z []byte) []byte { z[len(z)/2] ^= 0xff; return z }),
		gzipEdit("cut in the end", "cut in the end", func(z []byte) []byte { return z[:len(z)-1] }),
		gzipEdit("cut in the content", "cut in the content", func(z []byte) []byte { return z[:len(z)/2] }),
		gzipEdit("cut in the head", "cut in the head", func(z []byte) []byte { return z[:5] }),
		gzipEdit("a document in it", "content: document", func([]byte) []byte { return gzipped([]byte(goodSBOM)) }),
		gzipEdit("nothing in it", "content: nothing", func([]byte) []byte { return gzipped(nil) }),
		gzipEdit("gzip in gzip", "content: gzip", func(z []byte) []byte { return gzipped(z) }),
		gzipEdit("a zip in gzip", "content: zip", func([]byte) []byte { return gzipped(zipOf(nil)) }),
		gzipEdit("a member that is parted", "parted", func([]byte) []byte {
			t := tarOf(nil)
			return append(gzipped(t[:tarBlock]), gzipped(t[tarBlock:])...)
		}),
	}
}

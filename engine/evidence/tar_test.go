package evidence

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

// block is one entry of a tar archive, header and content, with what change
// does to the header before its checksum is made.
func block(kind byte, name, content string, change ...func(header []byte)) string {
	h := make([]byte, tarBlock)
	copy(h, name)
	copy(h[100:], "0000644\x00")
	copy(h[tarSizeAt:], fmt.Sprintf("%011o\x00", len(content)))
	h[tarTypeAt] = kind
	copy(h[tarMagic:], "ustar\x0000")
	for _, f := range change {
		f(h)
	}
	mendSum(h)
	pad := (tarBlock - len(content)%tarBlock) % tarBlock
	return string(h) + content + strings.Repeat("\x00", pad)
}

func mendSum(h []byte) {
	sum := 8 * int(' ')
	for i, c := range h {
		if i < tarSumAt || i >= tarSumAt+8 {
			sum += int(c)
		}
	}
	copy(h[tarSumAt:], fmt.Sprintf("%06o\x00 ", sum))
}

// mendSums makes the checksums of an archive right, so that fuzzing comes
// further than the first of them.
func mendSums(data []byte) []byte {
	data = bytes.Clone(data)
	for at := int64(0); at+tarBlock <= int64(len(data)) && !zeros(data[at:at+tarBlock]); {
		h := data[at : at+tarBlock]
		mendSum(h)
		size, err := tarNumber(h[tarSizeAt : tarSizeAt+12])
		if err != nil || size > int64(len(data)) {
			break
		}
		at += tarBlock + (size+tarBlock-1)/tarBlock*tarBlock
	}
	return data
}

// extended is an extended header of the pax form.
func extended(kind byte, records ...string) string {
	var b strings.Builder
	for i := 0; i < len(records); i += 2 {
		rest := " " + records[i] + "=" + records[i+1] + "\n"
		length := len(rest) + 1
		for len(fmt.Sprint(length))+len(rest) != length {
			length = len(fmt.Sprint(length)) + len(rest)
		}
		fmt.Fprintf(&b, "%d%s", length, rest)
	}
	return block(kind, "PaxHeaders/x", b.String())
}

// set writes text into a header.
func set(at int, text string) func([]byte) { return func(h []byte) { copy(h[at:], text) } }

// tarEnd is the end marker.
var tarEnd = strings.Repeat("\x00", 2*tarBlock)

type tarCase struct {
	data  string
	want  string // code of the first problem
	files int
}

var (
	tarGood  = block('0', "a.txt", "a")
	tarOther = block('0', "b.txt", strings.Repeat("b", 600))
)

// tarCases are good archives and ones that are hostile in one way each.
var tarCases = map[string]tarCase{
	"good":                       {tarGood + tarOther + tarEnd, "", 2},
	"long record":                {tarGood + strings.Repeat(tarEnd, 20), "", 1},
	"empty":                      {tarEnd, "", 0},
	"oldest form":                {block(0, "a.txt", "a", set(tarMagic, strings.Repeat("\x00", 8))) + tarEnd, "", 1},
	"oldest folder":              {block(0, "d/", "", set(tarMagic, strings.Repeat("\x00", 8))) + tarGood + tarEnd, "", 1},
	"prefix":                     {block('0', "a.txt", "a", set(tarPrefix, "folder")) + tarOther + tarEnd, "", 2},
	"folders":                    {block('5', "./", "") + block('5', "./d/", "") + block('0', "./d/a.txt", "a") + tarOther + tarEnd, "", 2},
	"comment":                    {extended('g', "comment", "52f90d8") + tarGood + tarEnd, "", 1},
	"long name":                  {extended('x', "path", strings.Repeat("long/", 10)+"ä.txt", "mtime", "1.5") + tarGood + tarOther + tarEnd, "", 2},
	"long GNU name":              {block('L', "././@LongLink", strings.Repeat("x", 120)+"\x00") + tarGood + tarOther + tarEnd, "", 2},
	"long GNU link and its name": {block('K', "././@LongLink", strings.Repeat("x", 120)+"\x00") + block('L', "././@LongLink", "long\x00") + block('2', "l", "") + tarOther + tarEnd, codeLink, 2},

	"no end marker":             {tarGood, codeArchive, 0},
	"half an end marker":        {tarGood + tarEnd[:tarBlock], codeArchive, 0},
	"end marker within":         {tarGood + tarEnd + tarOther + tarEnd, codeArchive, 0},
	"one zero block within":     {tarGood + tarEnd[:tarBlock] + tarOther + tarEnd, codeArchive, 0},
	"bytes after":               {tarGood + tarEnd + "x", codeArchive, 0},
	"too many zeros after":      {tarGood + strings.Repeat("\x00", maxTarTail+1), codeArchive, 0},
	"joined":                    {strings.Repeat(tarGood+tarEnd, 2), codeArchive, 0},
	"cut in content":            {tarGood + tarOther[:700], codeArchive, 0},
	"cut in a header":           {tarGood + tarOther[:100], codeArchive, 0},
	"checksum":                  {tarGood + strings.Replace(tarOther, "b.txt", "c.txt", 1) + tarEnd, codeArchive, 0},
	"size over the end":         {block('0', "a.txt", "a", set(tarSizeAt, "00000100000\x00")) + tarEnd, codeArchive, 0},
	"size below zero":           {block('0', "a.txt", "a", set(tarSizeAt, "-0000000001\x00")) + tarEnd, codeArchive, 0},
	"size in bytes":             {block('0', "a.txt", "a", set(tarSizeAt, "\x80\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01")) + tarEnd, codeArchive, 0},
	"size with a gap":           {block('0', "a.txt", "a", set(tarSizeAt, "0000000 001\x00")) + tarEnd, codeArchive, 0},
	"size in extended header":   {extended('x', "size", "0") + tarGood + tarEnd, codeArchive, 0},
	"size hides an entry":       {extended('x', "size", "1536") + block('0', "a.txt", "") + tarGood + tarOther + tarEnd, codeArchive, 0},
	"sparse":                    {block('S', "a.txt", "a", set(tarMagic, "ustar  \x00")) + tarEnd, codeArchive, 0},
	"sparse, extended":          {extended('x', "GNU.sparse.major", "1", "GNU.sparse.minor", "0", "GNU.sparse.name", "a", "GNU.sparse.realsize", "1") + block('0', "a.txt", "1\n0\n1\n") + tarEnd, codeArchive, 0},
	"sparse name":               {extended('x', "GNU.sparse.name", "../evil") + tarGood + tarEnd, codeArchive, 0},
	"global path":               {extended('g', "path", "evil") + tarGood + tarEnd, codeArchive, 0},
	"global comment and more":   {extended('g', "comment", "c", "uname", "root") + tarGood + tarEnd, codeArchive, 0},
	"global header in an entry": {extended('x', "path", "evil") + extended('g', "comment", "c") + tarGood + tarEnd, codeArchive, 0},
	"two extended headers":      {extended('x', "path", "a") + extended('x', "path", "b") + tarGood + tarEnd, codeArchive, 0},
	"two long names":            {block('L', "l", "a\x00") + block('L', "l", "b\x00") + tarGood + tarEnd, codeArchive, 0},
	"extended and GNU name":     {extended('x', "path", "a") + block('L', "l", "b\x00") + tarGood + tarEnd, codeArchive, 0},
	"extended header at end":    {tarGood + extended('x', "path", "a") + tarEnd, codeArchive, 0},
	"extended header damaged":   {block('x', "x", "99 path=evil\n") + tarGood + tarEnd, codeArchive, 0},
	"extended header too long":  {extended('x', "comment", strings.Repeat("x", 1<<20)) + tarGood + tarEnd, codeArchive, 0},
	"GNU form with a prefix":    {block('0', "a.txt", "a", set(tarMagic, "ustar  \x00"), set(tarPrefix, "evil")) + tarEnd, codeArchive, 0},
	"several volumes":           {block('M', "a.txt", "a") + tarEnd, codeArchive, 0},
	"volume label":              {block('V', "label", "") + tarGood + tarEnd, codeArchive, 0},
	"dumped folder":             {block('D', "d/", "Ya.txt\x00") + tarGood + tarEnd, codeArchive, 0},
	"unknown type":              {block('Z', "a.txt", "a") + tarEnd, codeArchive, 0},
	"folder with content":       {block('5', "d/", "a") + tarGood + tarEnd, codeArchive, 0},
	"oldest folder and content": {block(0, "d/", "a") + tarGood + tarEnd, codeArchive, 0},
	"link with content":         {block('1', "l", "a", set(157, "a.txt")) + tarGood + tarEnd, codeArchive, 0},

	"symbolic link":           {block('2', "l", "", set(157, "/etc/passwd")) + tarGood + tarEnd, codeLink, 2},
	"hard link":               {tarGood + block('1', "l", "", set(157, "a.txt")) + tarEnd, codeLink, 2},
	"character device":        {block('3', "null.txt", "") + tarGood + tarEnd, codeSpecial, 2},
	"block device":            {block('4', "sda", "") + tarGood + tarEnd, codeSpecial, 2},
	"pipe":                    {block('6', "pipe", "") + tarGood + tarEnd, codeSpecial, 2},
	"contiguous":              {block('7', "c", "c") + tarGood + tarEnd, codeSpecial, 2},
	"path override":           {extended('x', "path", "../evil") + tarGood + tarOther + tarEnd, codeName, 1},
	"absolute path override":  {extended('x', "path", "/etc/passwd") + tarGood + tarOther + tarEnd, codeName, 1},
	"GNU path override":       {block('L', "l", "../evil\x00") + tarGood + tarOther + tarEnd, codeName, 1},
	"override of a good name": {extended('x', "path", "b.txt") + tarGood + tarOther + tarEnd, codeSameName, 0},
	"prefix that climbs":      {block('0', "a.txt", "a", set(tarPrefix, "..")) + tarOther + tarEnd, codeName, 1},
	"file named as a folder":  {block('0', "d/", "") + tarOther + tarEnd, codeName, 1},
	"a name twice":            {tarGood + tarGood + tarOther + tarEnd, codeSameName, 1},
	"a file and a folder":     {tarGood + block('5', "a.txt/", "") + tarOther + tarEnd, codeSameName, 1},
	"a file above a folder":   {tarGood + block('5', "A.TXT/d/", "") + tarOther + tarEnd, codeSameName, 1},
	"a file above a file":     {tarGood + block('0', "a.txt/c", "") + tarOther + tarEnd, codeSameName, 1},
}

func TestHostileTar(t *testing.T) {
	for name, c := range tarCases {
		t.Run(name, func(t *testing.T) {
			for packing, data := range map[string][]byte{"tar": []byte(c.data), "tar.gz": zipped(t, c.data)} {
				b := openArchive(t, data, Limits{MaxRatio: 10_000})
				got := ""
				if len(b.problems) > 0 {
					got = b.problems[0].Code
				}
				if got != c.want || len(b.files) != c.files {
					t.Errorf("%s: got %q and %d files, want %q and %d: %v", packing, got, len(b.files), c.want, c.files, b.problems)
				}
				dossierJSON(t, b)
			}
		})
	}
}

func TestTarFileNames(t *testing.T) {
	for _, c := range nameCases {
		data := extended('x', "path", c.name) + tarGood + tarOther + tarEnd
		b := openArchive(t, []byte(data), Limits{})
		got := ""
		if len(b.problems) > 0 {
			got = b.problems[0].Code
		}
		if want := c.want; got != want && !(c.unreadable && got == codeArchive) {
			t.Errorf("%q: got %q, want %q", c.name, got, want)
		}
	}
}

func TestTarOfAHostThatFails(t *testing.T) {
	broken := errors.New("broken disk")
	data := []byte(tarGood + tarOther + tarEnd)
	for at := range data {
		r := failingAt{bytes.NewReader(data), int64(at), broken}
		if at%97 != 0 {
			continue
		}
		if b, err := OpenArchive(r, int64(len(data)), Limits{}); !errors.Is(err, broken) {
			if err != nil || len(b.problems) > 0 {
				t.Errorf("failing at %d gives %v and %+v", at, err, b)
			}
		}
	}
	if _, err := OpenStream("x", io.MultiReader(bytes.NewReader(data), iotest.ErrReader(broken)), Limits{}); !errors.Is(err, broken) {
		t.Errorf("a stream gives %v", err)
	}
}

// failingAt cannot read one byte.
type failingAt struct {
	r   io.ReaderAt
	at  int64
	err error
}

func (f failingAt) ReadAt(p []byte, offset int64) (int, error) {
	if offset <= f.at && f.at < offset+int64(len(p)) {
		return 0, f.err
	}
	return f.r.ReadAt(p, offset)
}

func FuzzOpenTar(f *testing.F) {
	for _, c := range tarCases {
		if len(c.data) < 10_000 {
			f.Add([]byte(c.data))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		data = mendSums(data)
		b, err := OpenArchive(bytes.NewReader(data), int64(len(data)), Limits{MaxBundleBytes: 1 << 20})
		if err != nil || !isTar(data) {
			return
		}
		dossierJSON(t, b)
		if len(b.problems) == 0 {
			sameAsArchiveTar(t, b, data)
		}
	})
}

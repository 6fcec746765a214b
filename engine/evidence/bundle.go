package evidence

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"sort"
	"strings"
	"sync/atomic"

	"github.com/CycloneDX/cyclonedx-go"
)

// Bundle is what a vendor sent, held in memory: files by path, and what was
// wrong with the packing. It is immutable and safe for concurrent use, and
// nothing has to be closed. A bundle without files is valid; it shows nothing.
//
// A folder and an archive of it give the same Bundle: folders that every file
// lies under are left out of the paths, and files are in order of path.
type Bundle struct {
	files    []file
	problems []Problem
	limits   Limits
	top      string // the folders left out of the paths, with a slash at the end; or ""
	begun    atomic.Pointer[ahead]
}

// file is one file of a bundle. Where problem is set, the bytes could not be
// taken and data is empty.
type file struct {
	path    string
	data    []byte
	problem *Problem
}

// entry is a file that is still in its folder or archive.
type entry struct {
	path   string
	packed int64                         // bytes that it takes in an archive; -1 in a folder
	size   int64                         // bytes as its holder claims; only a hint
	folder bool                          // a folder, which has a path and nothing else
	held   []byte                        // its bytes, where they are in memory already
	open   func() (io.ReadCloser, error) // nil where they are
	refuse *Problem                      // why it may not be opened
}

func folderEntry(path string) entry {
	return entry{path: strings.TrimSuffix(path, "/"), folder: true}
}

func heldEntry(path string, data []byte) entry {
	return entry{path: path, packed: -1, held: data}
}

// errDamaged marks a failure that lies in the vendor's bytes; any other
// failure of open or read is the host's, and the caller's to mend.
var errDamaged = errors.New("damaged")

// OpenFile takes one document from r as a bundle of one file. The name gives
// the document its path; only its last element is used.
func OpenFile(name string, r io.Reader, l Limits) (*Bundle, error) {
	base := path.Base(strings.ReplaceAll(name, "\\", "/"))
	return newBundle([]entry{{path: base, packed: -1, open: func() (io.ReadCloser, error) { return io.NopCloser(r), nil }}}, nil, l)
}

// FromBOM takes a BOM that the caller already holds, as a bundle of one
// document, bom.cdx.json: the BOM is written as JSON of its own specVersion and
// then read like any other.
func FromBOM(bom *cyclonedx.BOM) (*Bundle, error) {
	if bom == nil {
		return nil, errors.New("no BOM: give one that is not nil")
	}
	var buf bytes.Buffer
	if err := cyclonedx.NewBOMEncoder(&buf, cyclonedx.BOMFileFormatJSON).Encode(bom); err != nil {
		return nil, fmt.Errorf("encode BOM as JSON: %w", err)
	}
	return OpenFile("bom.cdx.json", &buf, Limits{})
}

// newBundle checks the names of the entries, reads each once, in order of
// path, and closes it. What is refused becomes a problem of the bundle.
func newBundle(entries []entry, problems []Problem, l Limits) (*Bundle, error) {
	if err := l.check(); err != nil {
		return nil, err
	}
	b := &Bundle{limits: l.withDefaults(), problems: problems}
	if countFiles(entries) > b.limits.MaxFiles {
		b.problems = append(b.problems, *limitProblem("MaxFiles", b.limits.MaxFiles, "the number of files", Position{}))
		return b, nil
	}
	left := b.limits.MaxBundleBytes
	for _, e := range b.admit(entries) {
		f, err := b.take(e, left)
		if err != nil {
			return nil, err
		}
		left -= len(f.data)
		b.add(f)
	}
	sort.SliceStable(b.problems, func(i, j int) bool { return b.problems[i].Message < b.problems[j].Message })
	return b, nil
}

func countFiles(entries []entry) int {
	n := 0
	for _, e := range entries {
		if !e.folder {
			n++
		}
	}
	return n
}

// add appends a file; what is wrong with it is also told of the bundle.
func (b *Bundle) add(f file) {
	b.files = append(b.files, f)
	if f.problem != nil {
		told := *f.problem
		told.Message = "the file " + quoted(f.path) + " was not read: " + told.Message
		b.problems = append(b.problems, told)
	}
}

// take reads one entry under what is left of the bundle's bytes.
func (b *Bundle) take(e entry, left int) (file, error) {
	f := file{path: e.path, problem: e.refuse}
	if f.problem != nil {
		return f, nil
	}
	if e.open == nil {
		if most := b.tightest(e, left); len(e.held) > most.bytes {
			f.problem = most.crossed()
			return f, nil
		}
		f.data = e.held
		return f, nil
	}
	r, err := e.open()
	if err == nil {
		f.data, f.problem, err = b.read(e, r, left)
		err = errors.Join(err, r.Close())
	}
	if errors.Is(err, errDamaged) {
		f.data = nil
		f.problem = &Problem{Code: codeArchive, Message: "its bytes in the archive are damaged; pack the file again"}
		return f, nil
	}
	if err != nil {
		return file{}, fmt.Errorf("read %s: %w", e.path, err)
	}
	return f, nil
}

// bound is one of the limits on the bytes of a file.
type bound struct {
	name  string
	value int // as Limits has it
	bytes int // what it leaves for this file
}

func (t bound) crossed() *Problem { return limitProblem(t.name, t.value, "its size", Position{}) }

// tightest is the bound that a file crosses first.
func (b *Bundle) tightest(e entry, left int) bound {
	l := b.limits
	tightest := bound{"MaxFileBytes", l.MaxFileBytes, l.MaxFileBytes}
	if left < tightest.bytes {
		tightest = bound{"MaxBundleBytes", l.MaxBundleBytes, left}
	}
	if e.packed >= 0 {
		if most := mostUnpacked(e.packed, l); most < int64(tightest.bytes) {
			tightest = bound{"MaxRatio", l.MaxRatio, int(most)}
		}
	}
	return tightest
}

// mostUnpacked is what so many packed bytes may hold.
func mostUnpacked(packed int64, l Limits) int64 { return max(1<<20, packed*int64(l.MaxRatio)) }

// roomFor is a buffer for a file of a size, 0 where it is not known. It is not
// grown to it: that would write zeros all over it first, and 150 MB of those are
// a stretch that the collector cannot stop.
func roomFor(size int64) *bytes.Buffer {
	if size <= 0 {
		return &bytes.Buffer{}
	}
	return bytes.NewBuffer(make([]byte, 0, size+bytes.MinRead))
}

// read reads at most what the tightest bound allows. It counts what comes out
// of an archive, whatever its headers claim.
func (b *Bundle) read(e entry, r io.Reader, left int) ([]byte, *Problem, error) {
	most := b.tightest(e, left)
	if e.packed < 0 && e.size > int64(most.bytes) {
		return nil, most.crossed(), nil // what is not taken is not read
	}
	size := e.size
	if size > int64(most.bytes) {
		size = 0
	}
	buf := roomFor(size)
	n, err := buf.ReadFrom(io.LimitReader(r, int64(most.bytes)+1))
	if n > int64(most.bytes) {
		return nil, most.crossed(), nil
	}
	if err != nil {
		return nil, nil, err
	}
	return buf.Bytes(), nil, nil
}

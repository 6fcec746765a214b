package policy

import (
	_ "embed" // compiled.bin
	"hash/crc32"
	"io"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"github.com/bidgate/bidgate/policies"
)

// prepared is what was worked out of the built-in tree when the tree was last
// changed: a process reads of it what it selects, and nothing of the rest. It
// counts for the very files that it was made of and for no others, so that a
// tree that was changed since is read as any other is. To load takes 2.6 thousand
// allocations where it took 1.3 million (BenchmarkLoad beside
// BenchmarkLoadUnprepared).
type prepared struct {
	sources []source // in order of path, to be read when they are asked for
	schema  source
	digest  string             // of a library of these sources alone
	entries map[string]*listed // of the catalogue
	// keys are what Library.InputKeys tells of each requirement with rules, in
	// order, and of the decision as decisionUnit.
	keys    map[string][]string
	says    map[string]string          // what Library.Says tells, unread
	modules map[string]*compiledModule // by canonical path
}

//go:embed compiled.bin
var preparedText string

// prepare takes what was prepared, where the pack is the embedded tree, which
// is as it was then, and the checks do not ask for more.
func (l *loading) prepare(i int, text string) bool {
	pack := l.packs[i]
	if !pack.BuiltIn || pack.FS != fs.FS(policies.FS) || l.everything || text == "" {
		return false
	}
	r := wordReader{text: text}
	embedded, content := r.word(), r.word()
	if (embedded == "" || embedded != embeddedSum(policies.FS)) && content != checksum(policies.FS) {
		return false
	}
	l.compiled = readPrepared(r, i, pack)
	l.taken, l.catalogue = i, &Catalogue{entries: l.compiled.entries}
	return true
}

// checksum tells whether files changed, and nobody's hand in it: the files and
// what was prepared of them are parts of one program. SHA-256 takes five times as
// long, 2 ms of every start.
func checksum(tree fs.FS) string {
	table := crc32.MakeTable(crc32.Castagnoli)
	sum, size := uint32(0), 0
	block := make([]byte, 64<<10)
	add := func(name string) error {
		sum = crc32.Update(sum, table, []byte(name+"\n"))
		f, err := tree.Open(name)
		if err != nil {
			return err
		}
		defer f.Close() //nolint:errcheck // only read
		for {
			n, err := f.Read(block)
			sum, size = crc32.Update(sum, table, block[:n]), size+n
			if err == io.EOF { //nolint:errorlint // as readers give it
				return nil
			}
			if err != nil {
				return err
			}
		}
	}
	err := fs.WalkDir(tree, "bidgate", func(p string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && notSources[p]:
			return fs.SkipDir
		case entry.IsDir() || !isSource(p):
			return nil
		}
		return add(p)
	})
	if err == nil {
		err = add(schemaPath)
	}
	if err != nil {
		return "" // which no checksum is
	}
	return strconv.Itoa(size) + " " + strconv.FormatUint(uint64(sum), 16)
}

// readPrepared reads what prepared_test.go writes.
func readPrepared(r wordReader, number int, pack Pack) prepared {
	p := prepared{digest: r.word(), sources: make([]source, r.number()), entries: map[string]*listed{}, keys: map[string][]string{}, says: map[string]string{}, modules: map[string]*compiledModule{}}
	file := func() source {
		s := source{pack: number, path: r.word(), tree: pack.FS}
		s.name = path.Join(pack.Name, s.path)
		copy(s.sum[:], r.word())
		return s
	}
	p.schema = file()
	for i := range p.sources {
		p.sources[i] = file()
	}
	for range r.number() {
		id := r.word()
		p.entries[id] = &listed{text: r.word()}
		p.says[id] = r.word()
	}
	for range r.number() {
		id := r.word()
		p.keys[id] = r.words()
	}
	for range r.number() {
		name := r.word()
		p.modules[name] = &compiledModule{reads: r.words(), grouped: r.numbers(), text: r.word()}
	}
	return p
}

// readSays reads what Library.Says tells of one requirement.
func readSays(text string) map[string][]string {
	r := wordReader{text: text}
	says := map[string][]string{}
	for r.at < len(text) {
		code := r.word()
		says[code] = r.words()
	}
	return says
}

// withoutLibrary leaves the requirements out that a pack does not want.
func (l *loading) withoutLibrary() {
	kept := l.sources[:0]
	for _, s := range l.sources {
		if !l.packs[s.pack].leavesOut(path.Dir(s.path)) {
			kept = append(kept, s)
		}
	}
	l.sources = kept
	for id := range l.catalogue.entries {
		if l.packs[l.taken].leavesOut("bidgate/requirement/" + areaOf(id)) {
			delete(l.catalogue.entries, id)
		}
	}
}

// unparsed is a module of the prepared tree. Its package is its folder, as
// checkPackage holds.
func (l *loading) unparsed(s source) *module {
	m := &module{source: s, path: strings.Split(path.Dir(s.path), "/"), caps: l.caps}
	m.pkg, m.place = strings.Join(m.path, "."), s.path
	m.classify()
	m.compiled = l.compiled.modules[m.canonical()]
	return m
}

package policy

import (
	"crypto/sha256"
	_ "embed" // prepared.json
	"encoding/hex"
	"io/fs"
	"path"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/bidgate/bidgate/policies"
)

// cataloguePath is the generated catalogue in the built-in tree.
const cataloguePath = "bidgate/catalog/data.json"

// prepared is what was worked out of the built-in tree when the tree was last
// changed: with the catalogue beside it, a process parses only the modules that
// it compiles. It counts for the very bytes that it was made of and for no
// others, so that a tree that was changed since is read as any other is. To load
// takes a twentieth of the time and 37 thousand allocations where it took 1.2
// million (BenchmarkLoad beside BenchmarkLoadUnprepared).
type prepared struct {
	Sources   string `json:"sources"`   // digest of the library
	Catalogue string `json:"catalogue"` // digest of the catalogue's file
	// Says is what Library.Says tells, by requirement.
	Says map[string]map[string][]string `json:"says"`
	// Keys are what Library.InputKeys tells of each requirement with rules, in
	// order, and of the decision as decisionUnit.
	Keys map[string][]string `json:"keys"`
}

//go:embed prepared.json
var preparedText []byte

// prepare takes what was prepared, where the built-in pack is the embedded tree
// and the checks do not ask for more.
func (l *loading) prepare(text []byte) {
	for i, pack := range l.packs {
		if !pack.BuiltIn || pack.FS != fs.FS(policies.FS) || l.everything {
			continue
		}
		var p prepared
		if json.Unmarshal(text, &p) != nil {
			continue
		}
		catalogue, err := fs.ReadFile(pack.FS, cataloguePath)
		if err != nil || p.Catalogue != digestOf(catalogue) || p.Sources != l.digestOf(i) {
			continue
		}
		if l.texts, l.catalogue, err = readCatalogue(catalogue); err != nil {
			continue
		}
		l.prepared, l.says, l.keys, l.compiled = i, p.Says, p.Keys, compiledOf(compiledModules, p.Sources)
		return
	}
}

// readCatalogue reads the catalogue's file, which is written by Catalogue.JSON.
func readCatalogue(text []byte) (map[string]jsontext.Value, *Catalogue, error) {
	var file struct {
		Requirements map[string]jsontext.Value `json:"requirements"`
	}
	c := newCatalogue()
	if err := json.Unmarshal(text, &file); err != nil {
		return nil, c, err
	}
	for id, text := range file.Requirements {
		var q Requirement
		if err := json.Unmarshal(text, &q); err != nil {
			return nil, newCatalogue(), err
		}
		if err := q.restoreDefaults(); err != nil {
			return nil, newCatalogue(), err
		}
		c.Requirements[id] = q
	}
	return file.Requirements, c, nil
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
	for id, q := range l.catalogue.Requirements {
		if l.packs[l.prepared].leavesOut("bidgate/requirement/" + q.Area) {
			delete(l.catalogue.Requirements, id)
		}
	}
}

// unparsed is a module of the prepared tree. Its package is its folder, as
// checkPackage holds.
func (l *loading) unparsed(s source) *module {
	m := &module{source: s, path: strings.Split(path.Dir(s.path), "/"), caps: l.caps}
	m.pkg = strings.Join(m.path, ".")
	m.classify()
	m.compiled = l.compiled[m.canonical()]
	return m
}

func digestOf(content []byte) string {
	sum := sha256.Sum256(content)
	return "sha256:" + hex.EncodeToString(sum[:])
}

package policy

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"path"
	"slices"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
)

// loading is a Library in the making.
type loading struct {
	packs      []Pack
	sources    []source
	modules    []*module
	catalogue  *Catalogue
	schema     map[string]any
	text       source               // the schema
	tableData  map[string]*ast.Term // of packs, by area
	caps       *ast.Capabilities
	everything bool     // is checked, the built-in tree too
	unchecked  bool     // nothing is: another process does it
	taken      int      // the pack that was prepared; -1 is none
	compiled   prepared // of that pack
}

// Load reads and checks the packs. What is wrong with a source is a
// *LoadError; loading stops after the first step that finds something. Of the
// built-in tree it checks names and METADATA and leaves the rest to Check,
// which tests call: it is the same in every process.
func Load(ctx context.Context, packs []Pack) (*Library, error) {
	return load(ctx, packs, false)
}

// Check is Load with every check on the built-in tree too.
func Check(ctx context.Context, packs []Pack) (*Library, error) {
	return load(ctx, packs, true)
}

func newLoading(packs []Pack) *loading {
	return &loading{packs: packs, caps: Capabilities(), taken: -1, catalogue: newCatalogue()}
}

// checked tells whether the module is held to the whole contract.
func (l *loading) checked(m *module) bool {
	return l.everything || !l.unchecked && !l.packs[m.source.pack].BuiltIn
}

func load(ctx context.Context, packs []Pack, everything bool) (*Library, error) {
	l := newLoading(packs)
	l.everything = everything
	steps := []struct {
		rule string // as problems name it
		do   func(*problems)
	}{
		{"files", l.read}, {"syntax", l.parse}, {"metadata", l.describe}, {"composition", l.compose}, {"tables", l.readTables}, {"contract", l.shapes}, {"values", l.lint},
	}
	for _, step := range steps {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		var found problems
		step.do(&found)
		found.of(step.rule)
		if err := found.err(); err != nil {
			return nil, err
		}
	}
	return l.library()
}

// library ends loading: it compiles the units that are checked.
func (l *loading) library() (*Library, error) {
	described, err := l.described()
	if err != nil {
		return nil, fmt.Errorf("catalogue: %w", err)
	}
	lib := &Library{
		modules: l.modules, beside: sync.OnceValue(l.beside), catalogue: l.catalogue, described: described, digest: l.digest(),
		schema: sync.OnceValue(l.inputSchema), says: l.compiled.says, keys: l.compiled.keys, caps: l.caps, units: l.units(),
		chosen: map[string]*unit{},
	}
	var found problems
	for _, name := range sortedKeys(lib.units) {
		if u := lib.units[name]; u.checked {
			u.compile()
			found = append(found, u.found...)
		}
	}
	found.of("types")
	if err := found.err(); err != nil {
		return nil, err
	}
	return lib, nil
}

func (l *loading) read(found *problems) {
	for i, pack := range l.packs {
		if l.prepare(i, preparedText) {
			l.sources = append(l.sources, l.compiled.sources...)
			l.text = l.compiled.schema
			continue
		}
		l.sources = append(l.sources, readPack(i, pack, found)...)
	}
	if l.text.tree == nil {
		text, err := readSchema(l.packs)
		if err != nil {
			found.add(schemaPath, 0, "cannot be read: %v", err)
		}
		l.text = Pack{}.source(0, schemaPath, text)
	}
	l.withoutLibrary()
}

func (l *loading) parse(found *problems) {
	l.modules = l.modulesOf(l.sources, found)
	if len(*found) == 0 {
		checkNames(l.packs, l.modules, found)
	}
	sortModules(l.modules)
}

// modulesOf parses sources, but for those of a prepared pack.
func (l *loading) modulesOf(sources []source, found *problems) []*module {
	var modules []*module
	var rest []source
	for _, s := range sources {
		switch {
		case path.Ext(s.path) != ".rego":
		case s.pack == l.taken:
			modules = append(modules, l.unparsed(s))
		default:
			rest = append(rest, s)
		}
	}
	return append(modules, parseModules(rest, l.caps, found)...)
}

// describe makes the catalogue from METADATA, rows and translations.
func (l *loading) describe(found *problems) {
	for _, group := range l.requirements() {
		first := group[0]
		q := readMetadata(first, found)
		l.tables(first, q, found)
		l.catalogue.put(first.id(), *q)
	}
	beside := sync.OnceValue(l.beside)
	for _, s := range l.sources {
		if s.pack != l.taken && path.Base(s.path) == rowsFile && !beside().has(s) {
			found.add(s.name, 0, "stands beside no requirement, so its rows would not count; move it into the requirement's folder")
		}
	}
	if l.taken >= 0 && !slices.ContainsFunc(l.modules, l.checked) {
		return // the schema is sound, and may never be asked for
	}
	schema, err := inputSchema(l.text.content(), l.catalogue)
	if err != nil {
		found.add(schemaPath, 0, "%v", err)
	}
	l.schema = schema
}

// requirements groups the modules of each requirement that was not prepared,
// the one with METADATA first.
func (l *loading) requirements() [][]*module {
	var groups [][]*module
	for _, m := range l.modules {
		if m.role != requirement || m.source.pack == l.taken {
			continue
		}
		if n := len(groups); n > 0 && groups[n-1][0].pkg == m.pkg {
			groups[n-1] = append(groups[n-1], m)
			continue
		}
		groups = append(groups, []*module{m})
	}
	for _, group := range groups {
		slices.SortStableFunc(group, func(a, b *module) int { return cmp.Compare(unannotated(a), unannotated(b)) })
	}
	return groups
}

func unannotated(m *module) int {
	if _, line := m.metadata(); line > 0 {
		return 0
	}
	return 1
}

// tables reads the rows and translations that stand in the requirement's folder.
func (l *loading) tables(m *module, q *Requirement, found *problems) {
	var translations []source
	for _, s := range l.sources {
		if s.pack != m.source.pack || path.Dir(s.path) != path.Dir(m.source.path) || path.Ext(s.path) != ".yaml" {
			continue
		}
		if path.Base(s.path) == rowsFile {
			readRows(s, q, found)
		} else {
			translations = append(translations, s)
		}
	}
	for _, s := range translations {
		language, ok := languageOf(s.path, m.name)
		if !ok {
			found.add(s.name, 0, "is no file of requirement %s; name rows %s and a translation %s.<language>.yaml", m.id(), rowsFile, m.name)
			continue
		}
		readTranslation(s, language, q, found)
	}
}

// digest is over everything that was loaded, whatever the packs' layout. That of
// the built-in tree alone was prepared.
func (l *loading) digest() string {
	if l.taken >= 0 && len(l.packs) == 1 && !l.packs[0].WithoutLibrary {
		return l.compiled.digest
	}
	files := map[string][sha256.Size]byte{schemaPath: l.text.sum}
	for name, s := range l.beside() {
		files[name] = s.sum
	}
	for _, m := range l.modules {
		files[m.canonical()] = m.source.sum
	}
	return digestOfFiles(files)
}

func digestOfFiles(files map[string][sha256.Size]byte) string {
	sum := sha256.New()
	for _, name := range sortedKeys(files) {
		content := files[name]
		_, _ = io.WriteString(sum, hex.EncodeToString(content[:])+"  "+name+"\n")
	}
	return "sha256:" + hex.EncodeToString(sum.Sum(nil))
}

// besides are rows and translations of requirements, by canonical path.
type besides map[string]source

// has tells whether the file is one of them.
func (b besides) has(s source) bool {
	for _, other := range b {
		if other.pack == s.pack && other.path == s.path {
			return true
		}
	}
	return false
}

// beside are the files beside the requirements.
func (l *loading) beside() besides {
	type folder struct {
		pack int
		path string
	}
	requirements := map[folder]*module{}
	for _, m := range l.modules {
		at := folder{m.source.pack, path.Dir(m.source.path)}
		if m.role == requirement && requirements[at] == nil {
			requirements[at] = m
		}
	}
	files := besides{}
	for _, s := range l.sources {
		if _, table := tableOf(s.path); table {
			files[s.path] = s
			continue
		}
		if m := requirements[folder{s.pack, path.Dir(s.path)}]; m != nil && path.Ext(s.path) == ".yaml" {
			files[path.Join(path.Join(m.path...), path.Base(s.path))] = s
		}
	}
	return files
}

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

	"github.com/open-policy-agent/opa/v1/ast"
)

// loading is a Library in the making.
type loading struct {
	packs     []Pack
	sources   []source
	modules   []*module
	catalogue *Catalogue
	schema    map[string]any
	text      []byte // of the schema as read
	caps      *ast.Capabilities
	checked   func(*module) bool
}

// Load reads and checks the packs. What is wrong with a source is a
// *LoadError; loading stops after the first step that finds something. Of the
// built-in tree it checks names and METADATA and leaves the rest to Check,
// which tests call: it is the same in every process.
func Load(ctx context.Context, packs []Pack) (*Library, error) {
	return load(ctx, packs, func(m *module) bool { return !packs[m.source.pack].BuiltIn })
}

// Check is Load with every check on the built-in tree too.
func Check(ctx context.Context, packs []Pack) (*Library, error) {
	return load(ctx, packs, func(*module) bool { return true })
}

// load holds the modules that checked tells to the whole contract.
func load(ctx context.Context, packs []Pack, checked func(*module) bool) (*Library, error) {
	l := &loading{packs: packs, caps: Capabilities(), checked: checked}
	steps := []struct {
		rule string // as problems name it
		do   func(*problems)
	}{
		{"files", l.read}, {"syntax", l.parse}, {"metadata", l.describe}, {"composition", l.compose}, {"contract", l.shapes}, {"values", l.lint},
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
	text, err := l.catalogue.JSON()
	if err != nil {
		return nil, fmt.Errorf("catalogue: %w", err)
	}
	catalogue, err := parseValue(text)
	if err != nil {
		return nil, fmt.Errorf("catalogue: %w", err)
	}
	lib := &Library{
		modules: l.modules, beside: l.beside(), catalogue: l.catalogue, digest: l.digest(), schema: l.schema,
		data: ast.NewObject(ast.Item(ast.StringTerm("bidgate"),
			ast.ObjectTerm(ast.Item(ast.StringTerm("catalog"), ast.NewTerm(catalogue))))),
		units: l.units(),
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
		l.sources = append(l.sources, readPack(i, pack, found)...)
	}
	text, err := readSchema(l.packs)
	if err != nil {
		found.add(schemaPath, 0, "cannot be read: %v", err)
	}
	l.text = text
}

func (l *loading) parse(found *problems) {
	l.modules = parseModules(l.sources, l.caps, found)
	if len(*found) == 0 {
		checkNames(l.packs, l.modules, found)
	}
	slices.SortFunc(l.modules, func(a, b *module) int { return cmp.Compare(a.canonical(), b.canonical()) })
}

// describe makes the catalogue from METADATA, rows and translations.
func (l *loading) describe(found *problems) {
	l.catalogue = &Catalogue{Requirements: map[string]Requirement{}}
	for _, group := range l.requirements() {
		first := group[0]
		q := readMetadata(first, found)
		l.tables(first, q, found)
		l.catalogue.Requirements[first.id()] = *q
	}
	for _, s := range l.sources {
		if _, beside := l.besideOf(s); !beside && path.Base(s.path) == rowsFile {
			found.add(s.name, 0, "stands beside no requirement, so its rows would not count; move it into the requirement's folder")
		}
	}
	schema, err := inputSchema(l.text, l.catalogue)
	if err != nil {
		found.add(schemaPath, 0, "%v", err)
	}
	l.schema = schema
}

// requirements groups the modules of each requirement, the one with METADATA first.
func (l *loading) requirements() [][]*module {
	var groups [][]*module
	for _, m := range l.modules {
		if m.role != requirement {
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

// digest is over everything that was loaded, whatever the packs' layout.
func (l *loading) digest() string {
	files := l.beside()
	files[schemaPath] = l.text
	for _, m := range l.modules {
		files[m.canonical()] = m.source.content
	}
	sum := sha256.New()
	for _, name := range sortedKeys(files) {
		content := sha256.Sum256(files[name])
		_, _ = io.WriteString(sum, hex.EncodeToString(content[:])+"  "+name+"\n")
	}
	return "sha256:" + hex.EncodeToString(sum.Sum(nil))
}

// beside are the rows and translations of requirements, by canonical path.
func (l *loading) beside() map[string][]byte {
	files := map[string][]byte{}
	for _, s := range l.sources {
		if name, beside := l.besideOf(s); beside {
			files[name] = s.content
		}
	}
	return files
}

// besideOf is the canonical path of a file beside a requirement.
func (l *loading) besideOf(s source) (string, bool) {
	for _, m := range l.modules {
		if path.Ext(s.path) == ".yaml" && m.role == requirement && m.source.pack == s.pack && path.Dir(m.source.path) == path.Dir(s.path) {
			return path.Join(path.Join(m.path...), path.Base(s.path)), true
		}
	}
	return "", false
}

package policy

import (
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/bidgate/bidgate/engine/internal/pattern"
	"github.com/bidgate/bidgate/policies"
)

// Pack is one tree of policy sources. What counts in a module is its package;
// rows.yaml and translations belong to the requirement in their folder, and
// tables to the area that their folder names.
type Pack struct {
	Name    string // shown in load errors, such as the folder's name; "" for the built-in tree
	FS      fs.FS
	BuiltIn bool // the tree with decision, lib and schema: at most one
	// WithoutLibrary leaves out the requirements of the built-in tree, but for
	// the area screening, which every profile selects.
	WithoutLibrary bool

	given []source // of a pack that another process has read; then FS is not
}

// builtIn is the tree that comes with the program.
func builtIn(withoutLibrary bool) Pack {
	return Pack{FS: policies.FS, BuiltIn: true, WithoutLibrary: withoutLibrary}
}

// source is a file of the pack.
func (p Pack) source(number int, name string, content []byte) source {
	return source{pack: number, path: name, name: path.Join(p.Name, name), read: content, sum: sha256.Sum256(content)}
}

// source is one file that was read from a pack.
type source struct {
	pack int
	path string // in the pack
	name string // in load errors and locations
	sum  [sha256.Size]byte
	read []byte
	tree fs.FS // where it is read when it is asked for; nil where it was read
}

// content is what stands in the file. One that was not read yet is a part of the
// program, and so can be read.
func (s source) content() []byte {
	if s.tree == nil {
		return s.read
	}
	content, err := fs.ReadFile(s.tree, s.path)
	if err != nil {
		panic(err)
	}
	return content
}

// readPack lists the pack's sources in order of path: modules without tests,
// rows and translations.
func readPack(number int, pack Pack, found *problems) []source {
	if pack.given != nil {
		return pack.given
	}
	root := "."
	if pack.BuiltIn {
		root = "bidgate"
	}
	var sources []source
	size := 0
	err := fs.WalkDir(pack.FS, root, func(p string, entry fs.DirEntry, err error) error {
		name := path.Join(pack.Name, p)
		switch {
		case err != nil:
			found.add(name, 0, "cannot be read: %v", err)
			return nil
		case entry.IsDir():
			if pack.BuiltIn && notSources[p] || IsExample(p) {
				return fs.SkipDir
			}
			return nil
		case isDataFile(p):
			found.add(name, 0, "a data file could supply results without a rule; put tables in rows.yaml beside the requirement, or in bidgate/table/<area>/data.json with a schema.json beside it, and remove this file")
			return nil
		case !isSource(p):
			return nil
		case len(sources) == maxPackFiles:
			found.add(name, 0, "is one file too many: a pack holds at most %d; split it", maxPackFiles)
			return fs.SkipAll
		}
		content, err := readSource(pack.FS, p)
		if err != nil {
			found.add(name, 0, "cannot be read: %v", err)
			return nil
		}
		if len(content) > maxSource {
			found.add(name, 0, "is larger than %d bytes; split it", maxSource)
			return nil
		}
		if size += len(content); size > maxPackBytes {
			found.add(name, 0, "makes the pack larger than %d bytes; split it", maxPackBytes)
			return fs.SkipAll
		}
		sources = append(sources, pack.source(number, p, content))
		return nil
	})
	if err != nil {
		found.add(path.Join(pack.Name, root), 0, "cannot be read: %v", err)
	}
	slices.SortFunc(sources, func(a, b source) int { return strings.Compare(a.path, b.path) })
	return sources
}

// readSource reads a regular file, or a link to one, to one byte more than a
// file may have. Anything else is not opened: to open a pipe may block for ever.
func readSource(tree fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(tree, name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("it is no regular file; remove it")
	}
	f, err := tree.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // only read
	return io.ReadAll(io.LimitReader(f, maxSource+1))
}

// notSources are the folders of the built-in tree that are not policy sources:
// the catalogue made from them, and what tests build inputs with.
var notSources = map[string]bool{"bidgate/catalog": true, "bidgate/lib/testing": true}

// leavesOut tells the folders of the requirements that a pack is to do without.
func (p Pack) leavesOut(folder string) bool {
	area, below := strings.CutPrefix(folder, "bidgate/requirement/")
	return p.BuiltIn && p.WithoutLibrary && below && area != screeningArea && !strings.HasPrefix(area, screeningArea+"/")
}

// IsExample tells the folders of example evidence beside a requirement, which
// are no policy sources: example/good and example/bad, or example/good.<member>
// and example/bad.<member>.
func IsExample(folder string) bool {
	return path.Base(path.Dir(folder)) == "example" && exampleName().MatchString(path.Base(folder))
}

var exampleName = pattern.Lazy(`^(good|bad)(\.[A-Za-z0-9._-]+)?$`)

// IsReserved tells the areas of the built-in requirements, which no other pack
// may take, whether they are loaded or not.
func IsReserved(area string) bool {
	info, err := fs.Stat(policies.FS, "bidgate/requirement/"+area)
	return err == nil && info.IsDir()
}

// isDataFile tells the names that stock opa loads as base data from a bundle,
// but for a pack's table in its place.
func isDataFile(p string) bool {
	if _, table := tableOf(p); table {
		return false
	}
	switch path.Base(p) {
	case "data.json", "data.yaml", "data.yml":
		return true
	}
	return false
}

func isSource(p string) bool {
	if _, table := tableOf(p); table {
		return true
	}
	switch path.Ext(p) {
	case ".rego":
		return !strings.HasSuffix(p, "_test.rego")
	case ".yaml":
		return true
	}
	return false
}

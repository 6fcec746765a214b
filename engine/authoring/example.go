package authoring

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/bidgate/bidgate/engine/internal/policy"
	"github.com/bidgate/bidgate/policies"
)

// Example is a bundle of evidence that shows a requirement met or not met.
type Example struct {
	Requirement string        `json:"requirement"`
	Member      string        `json:"member"` // of a table-driven requirement; "" is the whole
	Good        bool          `json:"good"`   // the requirement is met
	Dir         string        `json:"dir"`    // of the bundle in the tree
	Files       []ExampleFile `json:"files"`  // in order of path
}

// ExampleFile is one document of an example.
type ExampleFile struct {
	Path string `json:"path"` // in the bundle
	Text string `json:"text"`
	Note string `json:"note"` // what to look at; "" where that is plain
}

// maxExample bounds one file of an example, in bytes: an example is to be read.
const maxExample = 64 << 10

// Examples reads the examples of a tree: the folders example/good and
// example/bad beside a requirement are one bundle each, and so is each folder
// below example/good.<member> and example/bad.<member> of a table-driven one.
// They are in order of requirement and member, good ones first.
func Examples(tree fs.FS) ([]Example, error) {
	list := []Example{}
	err := fs.WalkDir(tree, ".", func(p string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.IsDir() || !policy.IsExample(p) {
			return err
		}
		e := Example{Dir: p, Good: strings.HasPrefix(path.Base(p), "good")}
		_, e.Member, _ = strings.Cut(path.Base(p), ".")
		if e.Requirement, err = requirementIn(tree, path.Dir(path.Dir(p))); err != nil || e.Requirement == "" {
			return err
		}
		e.Files, err = exampleFiles(tree, p)
		list = append(list, e)
		return cmp.Or(err, error(fs.SkipDir))
	})
	if err != nil {
		return nil, fmt.Errorf("examples: %w", err)
	}
	slices.SortFunc(list, func(a, b Example) int {
		return cmp.Or(cmp.Compare(a.Requirement, b.Requirement), cmp.Compare(a.Member, b.Member), cmp.Compare(b.Dir, a.Dir))
	})
	return list, nil
}

func exampleFiles(tree fs.FS, dir string) ([]ExampleFile, error) {
	files := []ExampleFile{}
	err := fs.WalkDir(tree, dir, func(p string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		if !info.Mode().IsRegular() || info.Size() > maxExample {
			return fmt.Errorf("%s: is no file of at most %d bytes; an example is to be read, so make it small", p, maxExample)
		}
		text, err := fs.ReadFile(tree, p)
		files = append(files, ExampleFile{Path: strings.TrimPrefix(p, dir+"/"), Text: string(text)})
		return err
	})
	return files, err
}

// requirementIn is the id of the requirement whose rules lie in the folder, or
// "" without one.
func requirementIn(tree fs.FS, dir string) (string, error) {
	entries, err := fs.ReadDir(tree, dir)
	if err != nil {
		return "", err
	}
	for _, entry := range entries {
		if entry.IsDir() || path.Ext(entry.Name()) != ".rego" || isTest(entry.Name()) {
			continue
		}
		text, err := fs.ReadFile(tree, path.Join(dir, entry.Name()))
		if err != nil {
			return "", err
		}
		if id, ok := strings.CutPrefix(packageOf(text), "bidgate.requirement."); ok {
			return id, nil
		}
	}
	return "", nil
}

// packageOf is the package that a Rego file says it is of, or "".
func packageOf(text []byte) string {
	if found := packageLine.FindSubmatch(text); found != nil {
		return string(found[1])
	}
	return ""
}

var packageLine = regexp.MustCompile(`(?m)^package ([a-z0-9_.]+)\s*$`)

// BuiltInExamples are the examples of the built-in tree, those that lie beside
// their requirement first.
func BuiltInExamples() ([]Example, error) {
	list, err := Examples(policies.FS)
	if err != nil {
		return nil, err
	}
	recorded, err := RecordedExamples()
	for _, r := range recorded {
		list = append(list, r.example())
	}
	return list, err
}

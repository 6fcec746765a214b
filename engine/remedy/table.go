package remedy

import (
	"bytes"
	"embed"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"

	"github.com/bidgate/bidgate/engine/report"
)

// tableFiles are the remedies: one file for the edits, one for what tools have
// in common, and one for each tool or kind of tool.
//
//go:embed tools/*.yaml
var tableFiles embed.FS

// The ways in which a cause can be removed.
const (
	FixFlag   = "flag"   // the tool writes it when it is told to
	FixUpdate = "update" // a newer version of the tool writes it
	FixStep   = "step"   // a step after the tool, or before it, adds it
	FixEdit   = "edit"   // somebody writes it into the document
	FixNone   = "none"   // no flag of the tool can, and somebody has to find it out
)

var fixes = []string{FixFlag, FixUpdate, FixStep, FixEdit, FixNone}

// The ways in which a row of the table is known.
const (
	Tried    = "tried"    // the tool was run, or the advice followed on a sample
	Read     = "read"     // in the tool's help, documentation or sources
	Recalled = "recalled" // from memory; nobody has checked it
)

var confidences = []string{Tried, Read, Recalled}

// table is what the files say together.
type table struct {
	Remedies int    `yaml:"remedies"`
	Edits    []edit `yaml:"edits"`
	Shared   []row  `yaml:"shared"`
	Tools    []tool `yaml:"tools"`
}

// edit is what repairs a finding in a document of a form.
type edit struct {
	Requirements []string `yaml:"requirements"`
	Codes        []string `yaml:"codes"` // empty stands for all
	Says         string   `yaml:"says"`  // words that the statement holds; "" for any
	Form         string   `yaml:"form"`  // cyclonedx, spdx, summary, declaration, or supplement for a summary beside the document
	Needs        string   `yaml:"needs"` // the first version of the form that can hold it; "" for any
	Where        string   `yaml:"where"` // the object that gets it, one of wheres
	Add          string   `yaml:"add"`   // members, as JSON or YAML
}

// wheres are the objects that an edit goes into: the document, its metadata, its
// subject, each place of the finding, each component; and rows of the model that
// a summary completes.
var wheres = []string{"document", "metadata", "subject", "place", "component", "summary", "threat", "assumption", "asset", "adversary", "flow"}

// supplement is the form of what goes into a summary beside a threat model.
const supplement = "supplement"

// tool is what is known of one tool.
type tool struct {
	Tool     string   `yaml:"tool"`
	Names    []string `yaml:"names"`   // how documents name it, in lower case, to the first that begins so
	Formats  []string `yaml:"formats"` // of documents that only this tool writes
	Remedies []row    `yaml:"remedies"`
}

// row is one cause that a tool brings about.
type row struct {
	Tools        []string `yaml:"tools"`        // of a shared row
	Requirements []string `yaml:"requirements"` // or single members of them
	Codes        []string `yaml:"codes"`        // empty stands for all
	Cause        string   `yaml:"cause"`
	Fix          string   `yaml:"fix"`
	Do           string   `yaml:"do"`
	Run          string   `yaml:"run"`
	Since        string   `yaml:"since"`      // the first version that can
	Confidence   string   `yaml:"confidence"` // how this is known
	Source       string   `yaml:"source"`     // where it was seen; "" only for what is recalled
}

// read parses the table once; a test holds that it is sound.
var read = sync.OnceValues(func() (*table, error) {
	files, err := tableFiles.ReadDir("tools")
	if err != nil {
		return nil, err
	}
	all := &table{}
	for _, f := range files {
		text, err := tableFiles.ReadFile(path.Join("tools", f.Name()))
		if err != nil {
			return nil, err
		}
		t := &table{}
		d := yaml.NewDecoder(bytes.NewReader(text))
		d.KnownFields(true)
		if err := d.Decode(t); err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name(), err)
		}
		all.Edits, all.Shared, all.Tools = append(all.Edits, t.Edits...), append(all.Shared, t.Shared...), append(all.Tools, t.Tools...)
	}
	all.share()
	return all, nil
})

// share gives the shared rows to their tools, and puts each tool's name into
// its texts.
func (t *table) share() {
	for i := range t.Tools {
		of := &t.Tools[i]
		for _, r := range t.Shared {
			if slices.Contains(r.Tools, of.Tool) {
				of.Remedies = append(of.Remedies, r)
			}
		}
		for j := range of.Remedies {
			r := &of.Remedies[j]
			r.Cause, r.Do = strings.ReplaceAll(r.Cause, "{tool}", of.Tool), strings.ReplaceAll(r.Do, "{tool}", of.Tool)
		}
	}
}

// toolOf finds the tool that made a document.
func (t *table) toolOf(generator, format string) *tool {
	name := strings.ReplaceAll(strings.ToLower(generator), " ", "-")
	for i := range t.Tools {
		of := &t.Tools[i]
		if slices.Contains(of.Formats, format) || slices.ContainsFunc(of.Names, func(n string) bool { return strings.HasPrefix(name, n) }) {
			return of
		}
	}
	return nil
}

// about says that a list of requirements names a requirement or a member of it.
func about(list []string, requirement, id string) bool {
	return slices.Contains(list, requirement) || slices.Contains(list, id)
}

// row finds what the tool's rows say of a statement of a requirement, or of its
// member with the given id; a row that names the code comes before one that
// does not.
func (t *tool) row(requirement, id, code string) *row {
	if t == nil {
		return nil
	}
	var found *row
	for i := range t.Remedies {
		r := &t.Remedies[i]
		switch {
		case !about(r.Requirements, requirement, id):
		case slices.Contains(r.Codes, code):
			return r
		case len(r.Codes) == 0 && found == nil:
			found = r
		}
	}
	return found
}

// edits are what to write for a statement into a document of a form.
func (t *table) edits(f *report.Finding, s *report.Statement, form string) []Edit {
	var list []Edit
	for i := range t.Edits {
		e := &t.Edits[i]
		if e.Form == form && about(e.Requirements, f.Requirement, f.ID) && (len(e.Codes) == 0 || slices.Contains(e.Codes, s.Code)) && strings.Contains(s.Message, e.Says) {
			list = append(list, Edit{Where: e.Where, Add: e.Add, Needs: e.Needs})
		}
	}
	return list
}

// older says that a version is before another; one without a number is not.
func older(version, than string) bool {
	a, b := numbers(version), numbers(than)
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	return slices.Compare(a, b) < 0
}

func numbers(version string) []int {
	var list []int
	for part := range strings.SplitSeq(strings.TrimPrefix(version, "v"), ".") {
		n, err := strconv.Atoi(part)
		if err != nil {
			break
		}
		list = append(list, n)
	}
	return list
}

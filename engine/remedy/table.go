package remedy

import (
	"bytes"
	_ "embed" // the table of remedies
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"
)

//go:embed remedies.yaml
var tableText []byte

// The ways in which a cause can be removed.
const (
	FixFlag   = "flag"   // the tool writes it when it is told to
	FixUpdate = "update" // a newer version of the tool writes it
	FixStep   = "step"   // a step after the tool, or before it, adds it
	FixEdit   = "edit"   // somebody writes it into the document
	FixNone   = "none"   // no flag of the tool can, and somebody has to find it out
)

var fixes = []string{FixFlag, FixUpdate, FixStep, FixEdit, FixNone}

// table is remedies.yaml.
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
	Form         string   `yaml:"form"`  // cyclonedx, spdx, summary or declaration
	Where        string   `yaml:"where"` // the object that gets it: document, metadata, subject or place
	Add          string   `yaml:"add"`   // members, as JSON or YAML
}

// tool is what is known of one tool.
type tool struct {
	Tool     string   `yaml:"tool"`
	Names    []string `yaml:"names"`   // how documents name it, in lower case, to the first that begins so
	Formats  []string `yaml:"formats"` // of documents that only this tool writes
	Remedies []row    `yaml:"remedies"`
}

// row is one cause that a tool brings about.
type row struct {
	Tools        []string `yaml:"tools"` // of a shared row
	Requirements []string `yaml:"requirements"`
	Codes        []string `yaml:"codes"` // empty stands for all
	Cause        string   `yaml:"cause"`
	Fix          string   `yaml:"fix"`
	Do           string   `yaml:"do"`
	Run          string   `yaml:"run"`
	Since        string   `yaml:"since"` // the first version that can
}

// read parses the table once; a test holds that it is sound.
var read = sync.OnceValues(func() (*table, error) {
	t := &table{}
	d := yaml.NewDecoder(bytes.NewReader(tableText))
	d.KnownFields(true)
	if err := d.Decode(t); err != nil {
		return nil, fmt.Errorf("remedies.yaml: %w", err)
	}
	t.share()
	return t, nil
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

// row finds what the tool's rows say of a statement of a requirement; a row
// that names the code comes before one that does not.
func (t *tool) row(requirement, code string) *row {
	if t == nil {
		return nil
	}
	var found *row
	for i := range t.Remedies {
		r := &t.Remedies[i]
		switch {
		case !slices.Contains(r.Requirements, requirement):
		case slices.Contains(r.Codes, code):
			return r
		case len(r.Codes) == 0 && found == nil:
			found = r
		}
	}
	return found
}

func (t *table) edit(requirement, code, form string) *edit {
	for i := range t.Edits {
		e := &t.Edits[i]
		if e.Form == form && slices.Contains(e.Requirements, requirement) && (len(e.Codes) == 0 || slices.Contains(e.Codes, code)) {
			return e
		}
	}
	return nil
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

package tender

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"github.com/bidgate/bidgate/engine/internal/pattern"
)

const (
	maxSize  = 1 << 20 // bytes of one file; officers write a few kilobytes
	maxDepth = 16      // nesting; the files need six
)

// document is one file while it is read. It collects faults, so that a reader
// hears of several at once, and the line of each key.
type document struct {
	file   string
	faults Faults
	lines  map[string]int
}

func (d *document) fault(line int, key, wrong, do string) {
	d.faults = append(d.faults, Fault{File: d.file, Line: line, Key: key, Wrong: wrong, Do: do})
}

// markers are the first keys of the buyer's files, with what each file is.
var markers = []struct{ key, what string }{
	{"profile", "a profile"},
	{"tender", "a tender"},
	{"exceptions", "a file of exceptions"},
	{"determinations", "a file of determinations"},
	{"limits", "a file of limits"},
	{"keys", "a list of keys"},
}

// parse reads a file of the kind that marker begins. What it returns is nil
// when the file as a whole cannot be read; the document then has faults.
func parse(file string, data []byte, marker string, keys ...string) (*document, *object) {
	d := &document{file: file, lines: map[string]int{}}
	root := d.root(data)
	if root == nil || !d.gate(root, "", 0) || !d.marked(root, marker) {
		return d, nil
	}
	what := ""
	for _, m := range markers {
		if m.key == marker {
			what = m.what
		}
	}
	return d, d.object(root, "", what, append([]string{marker}, keys...)...)
}

// root gives the top mapping of the one YAML document in data.
func (d *document) root(data []byte) *yaml.Node {
	const do = "give a YAML file as the documentation shows it"
	switch {
	case len(data) > maxSize:
		d.fault(1, "", "is larger than 1 MiB", do)
		return nil
	case !utf8.Valid(data) || bytes.IndexByte(data, 0) >= 0:
		d.fault(1, "", "is not UTF-8 text", do)
		return nil
	}
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	var node, next yaml.Node
	if err := decoder.Decode(&node); err != nil {
		d.syntax(err)
		return nil
	}
	if err := decoder.Decode(&next); err == nil {
		d.fault(max(next.Line, 1), "", "holds more than one YAML document", "keep only one")
		return nil
	} else if !errors.Is(err, io.EOF) {
		d.syntax(err)
		return nil
	}
	if len(node.Content) != 1 || node.Content[0].Kind != yaml.MappingNode {
		d.fault(max(node.Line, 1), "", "does not hold keys and values", do)
		return nil
	}
	return node.Content[0]
}

var syntaxLine = pattern.Lazy(`^line ([0-9]+): `)

func (d *document) syntax(err error) {
	if errors.Is(err, io.EOF) {
		d.fault(1, "", "is empty", "write the file as the documentation shows it")
		return
	}
	message, line := strings.TrimPrefix(err.Error(), "yaml: "), 1
	if m := syntaxLine().FindStringSubmatch(message); m != nil {
		message = message[len(m[0]):]
		if n, err := strconv.Atoi(m[1]); err == nil {
			line = max(n, 1)
		}
	}
	d.fault(line, "", fmt.Sprintf("is not valid YAML (%s)", strings.Trim(quoted(message), `"`)), "correct this line or one beside it")
}

// gate refuses what two readers of YAML could understand differently, and
// notes the line of every key.
func (d *document) gate(n *yaml.Node, path string, depth int) bool {
	before := len(d.faults)
	switch {
	case depth > maxDepth:
		d.fault(n.Line, path, "is nested too deeply", "write it as the documentation shows it")
	case n.Kind == yaml.AliasNode || n.Anchor != "":
		d.fault(n.Line, path, "uses an anchor or alias", "write the value out")
	case n.Style&yaml.TaggedStyle != 0:
		d.fault(n.Line, path, "has a YAML tag", "remove the tag")
	case n.Kind == yaml.SequenceNode:
		for i, item := range n.Content {
			place := fmt.Sprintf("%s[%d]", path, i)
			d.lines[place] = item.Line
			d.gate(item, place, depth+1)
		}
	case n.Kind == yaml.MappingNode:
		d.gateKeys(n, path, depth)
	}
	return len(d.faults) == before
}

func (d *document) gateKeys(n *yaml.Node, path string, depth int) {
	seen := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		place := join(path, key.Value)
		switch first, twice := seen[key.Value]; {
		case key.Kind != yaml.ScalarNode || key.ShortTag() != "!!str" || key.Anchor != "" || key.Style&yaml.TaggedStyle != 0:
			d.fault(key.Line, path, "has a key that is not plain text", "write each key as a word")
			continue
		case twice:
			d.fault(key.Line, place, fmt.Sprintf("stands here a second time (first in line %d)", first), "keep only one of them")
			continue
		}
		seen[key.Value] = key.Line
		d.lines[place] = key.Line
		d.gate(n.Content[i+1], place, depth+1)
	}
}

// marked says whether the file begins as its kind must, in this version.
func (d *document) marked(root *yaml.Node, marker string) bool {
	do := fmt.Sprintf("begin the file with `%s: 1`", marker)
	found := map[string]*yaml.Node{}
	for i := 0; i+1 < len(root.Content); i += 2 {
		found[root.Content[i].Value] = root.Content[i+1]
	}
	version, ok := found[marker]
	switch {
	case ok && version.Kind == yaml.ScalarNode && version.Style == 0 && version.Value == "1":
		return true
	case ok && version.Kind == yaml.ScalarNode:
		d.fault(version.Line, marker, quoted(version.Value)+" is not a version of this format that bidgate knows", do)
		return false
	}
	for _, m := range markers {
		if v, other := found[m.key]; other && m.key != marker && v.Value == "1" {
			d.fault(d.lines[m.key], "", "is "+m.what, fmt.Sprintf("give a file that begins with `%s: 1`", marker))
			return false
		}
	}
	d.fault(root.Line, marker, "is missing", do)
	return false
}

var plainKey = pattern.Lazy(`^[A-Za-z0-9_.:/@-]{1,80}$`)

// join adds a key to a path; a key that is no plain word is shown in quotes.
func join(path, key string) string {
	if !plainKey().MatchString(key) {
		key = quoted(key)
	}
	if path == "" {
		return key
	}
	return path + "." + key
}

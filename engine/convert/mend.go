package convert

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// said is what stands for a value that the vendor does not know, and open what a
// form begins with.
const (
	said = "unknown"
	open = "TBD"
)

// Family is a family of capabilities that a declaration is asked to answer.
type Family struct{ ID, Title string }

// CompleteForm writes unknown where a hand-written form leaves a value open, and
// answers each family that is asked for and has no answer with it. What is no such
// form in YAML stays as it is, and so does all else in one that is.
func CompleteForm(text []byte, families []Family) []byte {
	var root yaml.Node
	if !plainLines(text) || yaml.Unmarshal(text, &root) != nil || root.Kind != yaml.DocumentNode || root.Content[0].Kind != yaml.MappingNode {
		return text
	}
	lines := strings.Split(string(text), "\n")
	form := root.Content[0]
	var values []*yaml.Node
	openValues(form, &values)
	slices.SortFunc(values, func(a, b *yaml.Node) int { return (b.Line-a.Line)*10000 + b.Column - a.Column }) // from the end
	for _, v := range values {
		fill(lines, v)
	}
	if answers := member(form, "answers"); answers != nil && len(families) > 0 {
		lines = answer(lines, answers, families)
	}
	return []byte(strings.Join(lines, "\n"))
}

// plainLines says that the lines of a text are those that YAML counts, which
// knows further breaks.
func plainLines(text []byte) bool {
	return !bytes.ContainsAny(bytes.ReplaceAll(text, []byte("\r\n"), nil), "\r\u0085\u2028\u2029")
}

// openValues are the values of members that say nothing: TBD or an empty text.
// A digest that stands beside a path is filled in otherwise.
func openValues(n *yaml.Node, list *[]*yaml.Node) {
	if n.Kind == yaml.MappingNode && member(n, "path") != nil && member(n, "digest") != nil {
		return
	}
	for i, child := range n.Content {
		value := n.Kind == yaml.MappingNode && i%2 == 1
		if value && child.Kind == yaml.ScalarNode && (child.Value == open || child.Value == "" && child.Style != 0) {
			*list = append(*list, child)
		}
		openValues(child, list)
	}
}

// fill puts the word in the place of a scalar; what the reader places elsewhere
// than on its line stays.
func fill(lines []string, v *yaml.Node) {
	line := []rune(lines[v.Line-1])
	for _, written := range []string{open, `"` + open + `"`, "'" + open + "'", `""`, "''"} {
		from := v.Column - 1
		if to := from + len(written); to <= len(line) && string(line[from:to]) == written {
			lines[v.Line-1] = string(line[:from]) + said + string(line[to:])
			return
		}
	}
}

// SetDigests gives each reference of a form to a file of the bundle the digest
// of that file: where a path stands beside a digest. Files are those of the bundle
// by their paths; what is not among them keeps its digest.
func SetDigests(text []byte, files map[string][]byte) []byte {
	var root yaml.Node
	if !plainLines(text) || yaml.Unmarshal(text, &root) != nil || root.Kind != yaml.DocumentNode {
		return text
	}
	lines := strings.Split(string(text), "\n")
	for _, m := range references(&root) {
		data, there := files[m.path.Value]
		if !there {
			continue
		}
		sum := sha256.Sum256(data)
		putDigest(lines, m.digest, `"sha256:`+hex.EncodeToString(sum[:])+`"`)
	}
	return []byte(strings.Join(lines, "\n"))
}

// reference is a path beside a digest.
type reference struct{ path, digest *yaml.Node }

// references are those of a tree, the last one first, so that what stands
// before on a line keeps its place.
func references(n *yaml.Node) []reference {
	var list []reference
	for _, child := range n.Content {
		list = append(references(child), list...)
	}
	if n.Kind != yaml.MappingNode {
		return list
	}
	path, digest := member(n, "path"), member(n, "digest")
	if path != nil && digest != nil && path.Kind == yaml.ScalarNode && digest.Kind == yaml.ScalarNode {
		list = append(list, reference{path, digest})
	}
	return list
}

// putDigest writes a digest in the place of one that is written on its line, bare or
// in quotes, or in the place of an open value.
func putDigest(lines []string, v *yaml.Node, digest string) {
	line := []rune(lines[v.Line-1])
	for _, written := range []string{`"` + v.Value + `"`, "'" + v.Value + "'", v.Value} {
		from := v.Column - 1
		if to := from + len([]rune(written)); v.Value != "" && to <= len(line) && string(line[from:to]) == written {
			if v.Value != strings.Trim(digest, `"`) {
				lines[v.Line-1] = string(line[:from]) + digest + string(line[to:])
			}
			return
		}
	}
}

// member is the value of a key.
func member(of *yaml.Node, key string) *yaml.Node {
	for i := 0; i+1 < len(of.Content); i += 2 {
		if of.Content[i].Value == key {
			return of.Content[i+1]
		}
	}
	return nil
}

// answer adds an answer for each family of which nothing is answered, after the
// last answer of a list in block style.
func answer(lines []string, answers *yaml.Node, families []Family) []string {
	if answers.Kind != yaml.SequenceNode || answers.Style == yaml.FlowStyle || len(answers.Content) == 0 {
		return lines
	}
	given := []string{}
	for _, a := range answers.Content {
		if id := member(a, "requirement"); id != nil {
			given = append(given, id.Value)
		}
	}
	last := lastLine(answers)
	indent := strings.Repeat(" ", answers.Column-1)
	var added []string
	asked := map[string]bool{}
	for _, f := range families {
		answered := slices.ContainsFunc(given, func(id string) bool { return strings.HasPrefix(id, f.ID) })
		if !answered && !asked[f.ID] {
			asked[f.ID] = true
			added = append(added, fmt.Sprintf("%s- {requirement: %s, status: %s} # %s", indent, f.ID, said, strings.Join(strings.Fields(f.Title), " ")))
		}
	}
	return slices.Insert(lines, last, added...)
}

// lastLine is the last line on which something of a node begins.
func lastLine(n *yaml.Node) int {
	last := n.Line
	for _, child := range n.Content {
		last = max(last, lastLine(child))
	}
	return last
}

// SortManifest brings the documents of a manifest in the order of their paths,
// where each is an entry of its own lines without comments between them.
func SortManifest(text []byte) []byte {
	var root yaml.Node
	if !plainLines(text) || yaml.Unmarshal(text, &root) != nil || root.Kind != yaml.DocumentNode {
		return text
	}
	documents := member(root.Content[0], "documents")
	if documents == nil || documents.Kind != yaml.SequenceNode || documents.Style == yaml.FlowStyle || len(documents.Content) < 2 {
		return text
	}
	type entry struct {
		path  string
		lines []string
	}
	lines := strings.Split(string(text), "\n")
	end := lastLine(documents)
	var entries []entry
	for i, d := range documents.Content {
		to := end
		if i+1 < len(documents.Content) {
			to = documents.Content[i+1].Line - 1
		}
		path := member(d, "path")
		own := lines[d.Line-1 : to]
		if path == nil || slices.ContainsFunc(own, func(l string) bool { return strings.HasPrefix(strings.TrimSpace(l), "#") }) {
			return text
		}
		entries = append(entries, entry{path.Value, own})
	}
	slices.SortStableFunc(entries, func(a, b entry) int { return strings.Compare(a.path, b.path) })
	sorted := slices.Clone(lines[:documents.Content[0].Line-1])
	for _, e := range entries {
		sorted = append(sorted, e.lines...)
	}
	return []byte(strings.Join(append(sorted, lines[end:]...), "\n"))
}

package tender

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"go.yaml.in/yaml/v3"
)

// AddException gives the text of a file of exceptions with one more at its end,
// and everything else as it is; a file that is empty begins anew. The error is
// that of ParseExceptions on the new text, or says that the list cannot be
// added to.
func AddException(name string, text []byte, e Exception) ([]byte, error) {
	fields := record{}
	fields.text("id", e.ID)
	fields.text("requirement", strings.TrimSuffix(e.Requirement+"."+e.Member, "."))
	fields.text("vendor", e.Vendor)
	fields.text("product", e.Product)
	fields.text("version", e.Version)
	if e.WholeTender {
		fields = append(fields, scalar("tender"), &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: "true"})
	}
	fields.digest(e.Document)
	if len(e.Components) > 0 {
		list := &yaml.Node{Kind: yaml.SequenceNode}
		for _, c := range e.Components {
			list.Content = append(list.Content, scalar(c))
		}
		fields = append(fields, scalar("components"), list)
	}
	fields.text("reason", e.Reason)
	fields.text("approver", e.Approver)
	fields.day("from", e.From)
	fields.day("until", e.Until)
	return add(name, text, "exceptions", fields, ParseExceptions)
}

// AddDetermination gives the text of a file of determinations with one more at
// its end, as AddException does.
func AddDetermination(name string, text []byte, d Determination) ([]byte, error) {
	fields := record{}
	fields.text("requirement", strings.TrimSuffix(d.Requirement+"."+d.Member, "."))
	fields.text("vendor", d.Vendor)
	fields.text("product", d.Product)
	fields.digest(d.Document)
	fields.text("outcome", string(d.Outcome))
	fields.text("reason", d.Reason)
	fields.text("place", d.Place)
	fields.text("by", d.By)
	fields.day("date", d.Date)
	return add(name, text, "determinations", fields, ParseDeterminations)
}

// record is one item of a list on its way to YAML: keys and values in turn.
type record []*yaml.Node

func scalar(text string) *yaml.Node {
	n := &yaml.Node{}
	n.SetString(text) // quotes what would be no text, and keeps lines
	return n
}

func (r *record) text(key, value string) {
	if value != "" {
		*r = append(*r, scalar(key), scalar(value))
	}
}

func (r *record) digest(hex string) {
	if hex != "" {
		r.text("document", "sha256:"+hex)
	}
}

// day writes a date as people do, without quotes.
func (r *record) day(key string, d Day) {
	if d.Text != "" {
		*r = append(*r, scalar(key), &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!timestamp", Value: d.Text})
	}
}

// add puts a record behind the last of the file's list, and holds that the
// file then says what it said and this.
func add[T any](name string, text []byte, marker string, fields record, parse func(string, []byte) ([]T, error)) ([]byte, error) {
	before, indent := []T{}, 2
	if len(bytes.TrimSpace(text)) == 0 {
		text = []byte(marker + ": 1\nlist:\n")
	} else {
		var err error
		if before, err = parse(name, text); err != nil {
			return nil, err
		}
		if indent, err = listIndent(name, text); err != nil {
			return nil, err
		}
	}
	item, err := itemText(fields, indent)
	if err != nil {
		return nil, err
	}
	text = append(append(bytes.TrimRight(bytes.Clone(text), " \t\r\n"), '\n'), item...)
	after, err := parse(name, text)
	if err != nil {
		return nil, err
	}
	if len(after) != len(before)+1 || len(before) > 0 && !reflect.DeepEqual(before, after[:len(before)]) {
		return nil, cannotAdd(name, 1)
	}
	return text, nil
}

func itemText(fields record, indent int) ([]byte, error) {
	var b bytes.Buffer
	enc := yaml.NewEncoder(&b)
	enc.SetIndent(2)
	list := &yaml.Node{Kind: yaml.SequenceNode, Content: []*yaml.Node{{Kind: yaml.MappingNode, Content: fields}}}
	if err := errors.Join(enc.Encode(list), enc.Close()); err != nil {
		return nil, fmt.Errorf("record: %w", err)
	}
	var out bytes.Buffer
	for line := range bytes.Lines(b.Bytes()) {
		out.WriteString(strings.Repeat(" ", indent))
		out.Write(line)
	}
	return out.Bytes(), nil
}

// listIndent is the column of the dashes of the list, which must be the last
// thing in the file, an item a line.
func listIndent(name string, text []byte) (int, error) {
	var root yaml.Node
	if err := yaml.Unmarshal(text, &root); err != nil || len(root.Content) != 1 {
		return 0, cannotAdd(name, 1)
	}
	keys := root.Content[0].Content
	last, list := keys[len(keys)-2], keys[len(keys)-1]
	if last.Value != "list" || list.Kind != yaml.SequenceNode || list.Style&yaml.FlowStyle != 0 || len(list.Content) == 0 {
		return 0, cannotAdd(name, last.Line)
	}
	return list.Column - 1, nil
}

func cannotAdd(name string, line int) error {
	return Faults{{File: name, Line: line, Key: "list", Wrong: "cannot be added to as it is written", Do: "let `list:` be the last key, with each item after a dash on lines of its own"}}
}

// Package convert writes a manufacturer's declaration as a CycloneDX
// attestation, and an attestation as the hand-written form. It knows how the
// one is kept in the other and must not know what is asked or judged.
//
// A conversion checks itself: what it writes is read again, and must be valid
// against the official schema and give the same answers. The same declaration
// gives the same bytes: there is no clock and no random id in them.
//
// It also mends what people write by hand, text by text and no more than is
// certain: CompleteForm, SetDigests and SortManifest change single words and
// lines, and leave the rest of a document as it is.
package convert

import (
	"bytes"
	"fmt"

	"go.yaml.in/yaml/v3"

	"github.com/bidgate/bidgate/engine/evidence"
)

// document reads one document, and gives its only declaration.
func document(name string, data []byte) (*evidence.Dossier, error) {
	bundle, err := evidence.OpenFile(name, bytes.NewReader(data), evidence.Limits{})
	if err != nil {
		return nil, err
	}
	d := evidence.Read(bundle)
	doc := d.Bundle.Documents[0]
	if len(d.Declarations) == 1 && doc.Readable {
		return d, nil
	}
	for _, p := range doc.Problems {
		return nil, fmt.Errorf("line %d: %s", p.At.Line, p.Message)
	}
	return nil, fmt.Errorf("holds no declaration and no attestation that answers a known clause; give one that does")
}

// ToForm gives the declaration of an attestation in the hand-written form, in
// YAML: as its maker wrote it, where the attestation carries that and agrees
// with it, else made of what the attestation says. Problems are what the
// reader found, for a person to look at.
func ToForm(name string, data []byte) (form []byte, problems []evidence.Problem, err error) {
	d, err := document(name, data)
	if err != nil {
		return nil, nil, err
	}
	tree, source := d.DeclarationForm(0)
	if source == nil {
		source, err = block(tree)
	}
	return source, told(d), err
}

// IsForm says that a document is a declaration in the hand-written form.
func IsForm(name string, data []byte) (bool, error) {
	d, err := document(name, data)
	return err == nil && d.Declarations[0].Format == "declaration", err
}

// told are the problems but those of files that are not beside one document.
func told(d *evidence.Dossier) []evidence.Problem {
	var list []evidence.Problem
	for _, p := range d.Bundle.Documents[0].Problems {
		if p.Code != "dangling_reference" {
			list = append(list, p)
		}
	}
	return list
}

// block writes JSON as YAML that people can edit.
func block(tree []byte) ([]byte, error) {
	var root yaml.Node
	if err := yaml.Unmarshal(tree, &root); err != nil {
		return nil, err
	}
	unfold(&root)
	var b bytes.Buffer
	enc := yaml.NewEncoder(&b)
	enc.SetIndent(2)
	if err := enc.Encode(&root); err != nil {
		return nil, err
	}
	return b.Bytes(), enc.Close()
}

// unfold takes the flow style off lists and objects, and the quotes off keys.
func unfold(n *yaml.Node) {
	n.Style &^= yaml.FlowStyle
	for i, child := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 0 {
			child.Style = 0
		}
		unfold(child)
	}
}

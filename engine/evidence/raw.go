package evidence

import (
	"bytes"
	"encoding/json"

	"github.com/go-json-experiment/json/jsontext"
)

// RawDocument is the vendor's own tree of one document that was read.
type RawDocument struct {
	Document int             `json:"document"` // row in documents
	Tree     json.RawMessage `json:"tree"`
}

// Raw gives the own tree of every document that passed the JSON or the YAML
// gate, in order of documents, for policies that ask for more than the dossier
// holds. Scalars of YAML that are no plain decimal number or truth value are
// strings.
func (d *Dossier) Raw() []RawDocument {
	list := []RawDocument{}
	for i, document := range d.Bundle.Documents {
		if !document.Readable || i >= len(d.sources) || d.sources[i] == nil {
			continue
		}
		src := d.sources[i]
		switch {
		case document.Format == "cyclonedx-json":
			list = append(list, RawDocument{Document: i, Tree: src.readAlike()})
		case src.tree != nil:
			list = append(list, RawDocument{Document: i, Tree: src.tree.json()})
		}
	}
	return list
}

// json writes the tree as JSON.
func (n *node) json() json.RawMessage {
	var b bytes.Buffer
	n.write(&b)
	return b.Bytes()
}

func (n *node) write(b *bytes.Buffer) {
	switch n.kind {
	case nullNode:
		b.WriteString("null")
	case boolNode:
		b.WriteString(n.text)
	case numberNode:
		b.WriteString(asRead(n.text))
	case stringNode:
		writeString(b, n.text)
	case arrayNode:
		b.WriteByte('[')
		for i, child := range n.children {
			if i > 0 {
				b.WriteByte(',')
			}
			child.write(b)
		}
		b.WriteByte(']')
	case objectNode:
		b.WriteByte('{')
		for i, child := range n.children {
			if i > 0 {
				b.WriteByte(',')
			}
			writeString(b, n.names[i])
			b.WriteByte(':')
			child.write(b)
		}
		b.WriteByte('}')
	}
}

// readAlike is the document with its numbers as every reader reads them.
func (s *source) readAlike() json.RawMessage {
	if !s.longNumbers {
		return s.data
	}
	var b bytes.Buffer
	dec, end := jsontext.NewDecoder(bytes.NewBuffer(s.data)), 0
	for {
		token, err := dec.ReadToken()
		if err != nil { // at its end: the document was read
			b.Write(s.data[end:])
			return b.Bytes()
		}
		if token.Kind() == '0' {
			next, written := int(dec.InputOffset()), token.String()
			b.Write(s.data[end : next-len(written)])
			b.WriteString(asRead(written))
			end = next
		}
	}
}

func writeString(b *bytes.Buffer, s string) {
	text, err := json.Marshal(s)
	if err != nil {
		panic("a string is always JSON: " + err.Error())
	}
	b.Write(text)
}

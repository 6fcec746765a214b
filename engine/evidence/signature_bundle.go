package evidence

import (
	"encoding/base64"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// bundlePayload is the payload type of a signature over the files of a bundle,
// as package attest writes it; a test there holds the two equal.
const bundlePayload = "application/vnd.bidgate.bundle-content.v1+json"

// maxPayloads is how many bytes of lists of files are read in one bundle: far
// more than several signatures of the largest bundle have.
const maxPayloads = 8 << 20

// wholeSignatures are the documents that are signatures over the whole bundle:
// they stand at its root, and their name is not that of a document that they
// are beside. None of them can be in the list that another one signs.
func (r *resolver) wholeSignatures() map[int]bool {
	whole := map[int]bool{}
	for i := range r.d.Attachments {
		a := &r.d.Attachments[i]
		path := r.d.Bundle.Documents[a.Document].Path
		if a.Form != "dsse" || a.PayloadType.Value != bundlePayload || strings.Contains(path, "/") {
			continue
		}
		beside := strings.TrimSuffix(strings.TrimSuffix(path, ".json"), ".dsse")
		whole[a.Document] = beside == path || r.d.documentAt(beside) < 0
	}
	return whole
}

// payloadOf is the payload of an envelope that was read as a tree.
func payloadOf(src *source) []byte {
	payload, _ := base64Text(src.tree.field("payload").plainText())
	return payload
}

// plainText is the text of a string; "" for anything else.
func (n *node) plainText() string {
	if n == nil || n.kind != stringNode {
		return ""
	}
	return n.text
}

// compareSigned holds the list of files in a payload against the bundle. A
// payload that cannot be read covers nothing.
func (d *Dossier) compareSigned(row *Signature, payload []byte, signatures map[int]bool, l Limits) {
	root, problem := parseJSON(payload, l)
	if problem != nil {
		return
	}
	listed := map[int]bool{}
	for _, n := range root.field("files").items() {
		path := n.field("path").plainText()
		i := d.rowOf(path)
		if i < 0 {
			row.Removed = append(row.Removed, path)
			continue
		}
		listed[i] = true
		doc := d.Bundle.Documents[i]
		size := ""
		if s := n.field("size"); s != nil && s.kind == numberNode {
			size = s.text
		}
		if n.field("sha256").plainText() == doc.SHA256 && doc.SHA256 != "" && size == strconv.FormatInt(doc.Size, 10) {
			row.Covers = append(row.Covers, Row(i))
		} else {
			row.Changed = append(row.Changed, Row(i))
		}
	}
	for i := range d.Bundle.Documents {
		if row.Whole && !listed[i] && !signatures[i] {
			row.Added = append(row.Added, Row(i))
		}
	}
}

// WithBundleSignature returns a copy of the dossier with the signatures of an
// envelope over the bundle that did not come in it. An error says that the
// text is no such envelope.
func (d *Dossier) WithBundleSignature(text []byte, l Limits) (*Dossier, error) {
	root, problem := parseJSON(text, l)
	if problem != nil {
		return nil, errors.New(problem.Message)
	}
	src := &source{data: text, tree: root, syntax: jsonSyntax}
	if kind := root.field("payloadType").plainText(); kind != bundlePayload {
		return nil, fmt.Errorf("is no signature over a bundle: its payload type is %q, and %q is wanted", kind, bundlePayload)
	}
	a := newAttachment("dsse")
	a.Document = -1
	readEnvelope(&spotReader{limits: l.withDefaults()}, spot{n: root}, a)
	if len(a.Signers.Items) == 0 {
		return nil, errors.New("holds no signature")
	}
	out := *d
	out.beside = src
	about := Signature{Document: -1, Form: bundleSignature, Outcome: signatureNotChecked, Whole: true}
	out.compareSigned(&about, payloadOf(src), newResolver(d).wholeSignatures(), l.withDefaults())
	out.Signatures = append(oneForEach(about, a.Signers.Items), d.Signatures...)
	fill(reflect.ValueOf(&out.Signatures).Elem())
	return &out, nil
}

// base64Text takes a text in one of both alphabets, as DSSE asks of who verifies.
func base64Text(text string) ([]byte, bool) {
	if text == "" {
		return nil, false
	}
	data, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		data, err = base64.URLEncoding.DecodeString(text)
	}
	return data, err == nil
}

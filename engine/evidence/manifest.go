package evidence

import (
	"fmt"
	"slices"
	"strings"
)

const (
	codeManifest        = "manifest"         // the manifest cannot be read
	codeManifestMissing = "manifest_missing" // a listed file is not in the bundle
	codeManifestDiffers = "manifest_differs" // a listed file has another digest
	codeManifestKind    = "manifest_kind"    // a listed file turned out to be of another kind
)

// manifestNames are the names of a manifest, at the bundle's root only.
var manifestNames = []string{"bundle.yaml", "bundle.yml", "bundle.json"}

// otherClaim stands for a kind in the manifest that is none of ours, such as
// test-report: the document is what its content says, and no candidate.
const otherClaim Kind = "other"

// manifestKeys are the known keys, for refusing ones in another case.
var manifestKeys = []string{"bundle", "vendor", "product", "version", "documents", "path", "kind", "sha256", "date"}

// manifestReader reads bundle.yaml and compares it with the bundle.
type manifestReader struct {
	d        *Dossier
	m        *Manifest
	problems []Problem // of the manifest's own document
}

// findManifest returns the row of the manifest, or -1. More than one is refused.
func findManifest(d *Dossier) int {
	row := -1
	for i, doc := range d.Bundle.Documents {
		if !slices.Contains(manifestNames, doc.Path) {
			continue
		}
		if row >= 0 {
			d.Bundle.Problems = append(d.Bundle.Problems, Problem{Code: codeManifest,
				Message: "the bundle has two manifests, " + quoted(d.Bundle.Documents[row].Path) + " and " + quoted(doc.Path) + "; keep one"})
			continue
		}
		row = i
	}
	return row
}

// readManifest reads the manifest, if there is one, and returns what it claims
// of each document. Digests are compared later, by checkManifest.
func readManifest(d *Dossier, left *budget) map[string]Kind {
	m := &d.Bundle.Manifest
	m.State, m.Document = Absent, findManifest(d)
	if m.Document < 0 {
		return nil
	}
	r := &manifestReader{d: d, m: m}
	src := d.sources[m.Document]
	src.syntax = yamlSyntax
	if hasEnding(src.path, ".json") {
		src.syntax = jsonSyntax
	}
	doc := &d.Bundle.Documents[m.Document]
	doc.Kinds, doc.Format = []Kind{KindAttachment}, "manifest"
	p := left.tree(src)
	if p == nil {
		_, p = src.parse(left.limits)
	}
	root := src.tree
	if p == nil {
		p = r.head(root)
	}
	if p != nil {
		m.State, doc.Problems = Invalid, append(doc.Problems, *p)
		d.Bundle.Problems = append(d.Bundle.Problems, Problem{Code: codeManifest,
			Message: "the manifest " + quoted(doc.Path) + " cannot be read: " + p.Message})
		return nil
	}
	doc.Readable, doc.FormatVersion = true, "1"
	m.State = Stated
	claims := r.documents(root.field("documents"))
	doc.Problems = append(doc.Problems, r.problems...)
	return claims
}

// head checks the first level and takes the fields of the bundle.
func (r *manifestReader) head(root *node) *Problem {
	if p := misspelt(root, manifestKeys); p != nil {
		return p
	}
	if v := root.field("bundle"); v == nil || (v.kind != numberNode && v.kind != stringNode) || v.text != "1" {
		at := root
		if v != nil {
			at = v
		}
		return &Problem{Code: codeManifest, Message: "only version 1 of the manifest is read; begin it with bundle: 1",
			At: Position{Pointer: "/bundle", Line: at.line, Column: at.column}}
	}
	r.m.Vendor = r.text(root, "", "vendor")
	r.m.Product = r.text(root, "", "product")
	r.m.Version = r.text(root, "", "version")
	return nil
}

// text takes a plain text, or a number as it is written.
func (r *manifestReader) text(n *node, pointer, name string) Text {
	v := n.field(name)
	switch {
	case v == nil || v.kind == nullNode:
		return Text{State: Absent}
	case (v.kind == stringNode && strings.TrimSpace(v.text) != "") || v.kind == numberNode:
		return Text{State: Stated, Value: v.text}
	}
	r.problem(v, pointerJoin(pointer, name), "the field "+name+" must be a text")
	return Text{State: Invalid}
}

// date takes the calendar date of a listed document.
func (r *manifestReader) date(n *node, pointer string) Date {
	text := r.text(n, pointer, "date")
	if text.State != Stated {
		return Date{State: text.State}
	}
	day, ok := parseDay(text.Value)
	if !ok {
		r.problem(n.field("date"), pointerJoin(pointer, "date"), "the field date must be a day such as 2026-09-14")
		return Date{State: Invalid}
	}
	return Date{State: Stated, Value: day}
}

func (r *manifestReader) problem(n *node, pointer, message string) {
	r.problems = append(r.problems, Problem{Code: codeManifest, Message: message,
		At: Position{Pointer: pointer, Line: n.line, Column: n.column}})
}

// documents reads the list of documents and returns the kinds that it claims, by path.
func (r *manifestReader) documents(list *node) map[string]Kind {
	claims := map[string]Kind{}
	if list != nil && list.kind != arrayNode {
		r.problem(list, "/documents", "the field documents must be a list")
	}
	for i, n := range list.items() {
		pointer := fmt.Sprintf("/documents/%d", i)
		p := r.text(n, pointer, "path")
		if n.kind != objectNode || p.State != Stated || misspelt(n, manifestKeys) != nil {
			r.problem(n, pointer, "each document in the list needs a path, and the keys path, kind, product, version, date and sha256 in small letters")
			r.d.Bundle.Problems = append(r.d.Bundle.Problems, Problem{Code: codeManifest,
				Message: fmt.Sprintf("row %d of the manifest's documents cannot be read; give it a path", i+1)})
			continue
		}
		row := ManifestDocument{
			Path: p.Value, Kind: r.text(n, pointer, "kind"), SHA256: r.text(n, pointer, "sha256"),
			Product: r.text(n, pointer, "product"), Version: r.text(n, pointer, "version"), Date: r.date(n, pointer),
			Document: r.d.documentAt(p.Value), Location: pointer,
		}
		r.m.Documents = append(r.m.Documents, row)
		if row.Document >= 0 && row.Kind.State == Stated {
			claims[r.d.Bundle.Documents[row.Document].Path] = manifestKind(row.Kind.Value)
		}
	}
	return claims
}

// manifestKind takes - for _ and capitals for small letters.
func manifestKind(word string) Kind {
	k := Kind(strings.ReplaceAll(strings.ToLower(strings.TrimSpace(word)), "-", "_"))
	if _, ours := kindTitles[k]; ours {
		return k
	}
	return otherClaim
}

// checkManifest compares the listed documents with those of the bundle, once
// their digests and kinds are known.
func checkManifest(d *Dossier) {
	for i := range d.Bundle.Manifest.Documents {
		row := &d.Bundle.Manifest.Documents[i]
		row.Outcome = row.compare(d.Bundle.Documents)
		told := Problem{Code: codeManifestMissing,
			Message: "the manifest lists " + quoted(row.Path) + ", which is not in the bundle; add the file or take it off the list"}
		switch row.Outcome {
		case "differs":
			told = Problem{Code: codeManifestDiffers,
				Message: "the file " + quoted(row.Path) + " is not the one that the manifest lists: its SHA-256 differs; send the right file or correct the list"}
		case "same", "no_digest":
			doc := d.Bundle.Documents[row.Document]
			want := manifestKind(row.Kind.Value)
			if row.Kind.State != Stated || want == otherClaim || want == KindAttachment || slices.Contains(doc.Kinds, want) || doc.Format != "" && slices.Contains(d.sources[row.Document].may, want) {
				continue
			}
			told = Problem{Code: codeManifestKind,
				Message: "the manifest says that " + quoted(row.Path) + " is a " + titlesOf([]Kind{want}) + ", and its content says otherwise; correct the list"}
		}
		d.Bundle.Problems = append(d.Bundle.Problems, told)
	}
}

func (row *ManifestDocument) compare(documents []Document) string {
	if row.Document < 0 {
		return "missing"
	}
	stated := strings.TrimPrefix(strings.ToLower(row.SHA256.Value), "sha256:")
	switch {
	case row.SHA256.State == Absent:
		return "no_digest"
	case row.SHA256.State == Stated && stated == documents[row.Document].SHA256:
		return "same"
	}
	return "differs"
}

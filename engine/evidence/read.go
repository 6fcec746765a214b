package evidence

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sync"
)

// Read turns a bundle into its dossier: bundle bytes in, plain data out, and
// nothing else is looked at. It never fails: what cannot be read is a Problem
// in the dossier. The same files and limits give the same dossier.
func Read(b *Bundle) *Dossier {
	d, _ := readOnce(context.Background(), b) // which never ends
	return d
}

func readOnce(ctx context.Context, b *Bundle) (*Dossier, error) {
	if d := b.taken(ctx); d != nil {
		return d, nil
	}
	return readWhile(ctx, b)
}

func readWhile(ctx context.Context, b *Bundle) (*Dossier, error) {
	d := &Dossier{top: b.top}
	d.Bundle.Problems = append(d.Bundle.Problems, b.problems...)
	for _, f := range b.files {
		doc := Document{Path: f.path, Size: int64(len(f.data))}
		if f.problem != nil {
			doc.Problems = []Problem{*f.problem}
		}
		d.Bundle.Documents = append(d.Bundle.Documents, doc)
		d.sources = append(d.sources, &source{path: f.path, data: f.data})
	}
	digests := startDigests(b.files, d.sources)
	r := &reader{d: d, limits: b.limits, left: newBudget(b.limits)}
	claims := readManifest(d, r.left)
	for i, f := range b.files {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if i != d.Bundle.Manifest.Document {
			r.contained(i, claims[f.path], func() { r.document(i, f, claims[f.path]) })
		}
	}
	r.readParts()
	d.takeDigests(digests())
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	checkManifest(d)
	resolve(d, b.limits)
	d.Dates, d.Text = statedDates(d), checkTexts(d)
	countKinds(d)
	fillEmpty(d)
	return d, nil
}

// startDigests hashes the files beside the reading and returns a function
// that waits for the digests. A file that was not taken has none. Where there are
// sources, the lines of those that begin as JSON does are counted on the way, while
// the bytes are at hand: findings ask for them when nothing is left to do beside
// it, which was a hundredth of a screening of 10,000 components (BenchmarkLineIndex).
func startDigests(files []file, sources []*source) func() []string {
	digests := make([]string, len(files))
	var done sync.WaitGroup
	done.Go(func() {
		for i, f := range files {
			switch {
			case f.problem != nil:
			case sources != nil && bytes.HasPrefix(f.data, []byte("{")):
				marks := newLineMarks(f.data)
				digests[i] = fileDigest(f.data, marks.until)
				lines := &sources[i].lines
				lines.once.Do(func() { lines.marks = marks.marks })
			default:
				digests[i] = fileDigest(f.data, func(int) {})
			}
		}
	})
	return func() []string { done.Wait(); return digests }
}

// fileDigest hashes a file piece by piece, and says how far it is. Whoever hashes
// cannot be stopped in a piece, and the collector waits for him, at work: as one
// piece, a file of 100,000 components cost a twenty-fifth of the processor's time
// for waiting (make bench TABLE=peers).
func fileDigest(data []byte, reached func(end int)) string {
	const piece = 256 << 10
	sum := sha256.New()
	for start := 0; start < len(data); start += piece {
		end := min(start+piece, len(data))
		sum.Write(data[start:end])
		reached(end)
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// takeDigests fills in the digests of the documents and of the bundle: the
// SHA-256 of one line "<sha256>  <path>" for each document, in order of path.
// A document without a digest has "-" in its place.
func (d *Dossier) takeDigests(digests []string) {
	contents := make([]Content, len(digests))
	for i := range d.Bundle.Documents {
		doc := &d.Bundle.Documents[i]
		doc.SHA256 = digests[i]
		contents[i] = Content{Path: doc.Path, SHA256: doc.SHA256}
	}
	d.Bundle.Digest = ContentDigest(contents)
}

// reader reads the documents of a bundle one after the other.
type reader struct {
	d      *Dossier
	limits Limits
	left   *budget
	// together are the documents that are read last, for they may belong together.
	together []laterDocument
	paths    map[string]int // rows by path, once they are read
}

// document reads one document and enters what it gave.
func (r *reader) document(row int, f file, claim Kind) {
	src, doc := r.d.sources[row], &r.d.Bundle.Documents[row]
	h := readHead(f.path, f.data, claim)
	src.syntax = h.syntax
	if f.problem != nil { // its bytes are not there; what it claims still counts
		doc.Kinds = append(h.claims(), KindAttachment)[:1]
		return
	}
	id := recognise(h)
	if id.form != nil {
		doc.Format = id.form.name
	}
	src.may = id.may
	switch {
	case !r.left.another(id):
		r.tooMany(doc)
		return
	case id.refused != nil:
		doc.Kinds, doc.Problems = id.kinds, []Problem{*id.refused}
		if p := r.syntaxProblem(src, h); p != nil {
			doc.Problems = []Problem{*p}
		}
		return
	case id.form == nil || id.form.read == nil:
		r.unread(src, doc, h, id.form)
		a := newAttachment(attachmentForm(h, f.data))
		if a.Document = row; a.Form == "security_txt" {
			a.Security = readSecurityTxt(f.data)
		}
		r.d.Attachments = append(r.d.Attachments, *a)
		return
	}
	src.anchors, src.list = id.form.anchors, id.form.list
	if id.form.tree {
		if p := r.left.treeOf(src, id.form); p != nil {
			doc.Kinds, doc.Problems = append(h.claims(), KindAttachment)[:1], []Problem{*p}
			return
		}
	}
	if id.form.together {
		r.together = append(r.together, laterDocument{row: row, head: h, form: id.form})
		return
	}
	r.enter(row, h, guarded(func() reading { return id.form.read(src, r.shared()) }))
}

// syntaxProblem says what is wrong with the writing of a document that claims
// a kind and was not recognised, where that is the reason.
func (r *reader) syntaxProblem(src *source, h head) *Problem {
	if !tree(h) {
		return nil
	}
	if p := r.left.tree(src); p != nil {
		return p
	}
	_, p := src.parse(r.limits)
	return p
}

// enter puts what a document gave into the dossier's tables.
func (r *reader) enter(row int, h head, got reading) {
	d, doc := r.d, &r.d.Bundle.Documents[row]
	r.charge(&got)
	doc.FormatVersion, doc.Readable = got.formatVersion, got.readable
	doc.Problems = r.bounded(got.problems)
	if doc.Kinds = got.kinds; len(doc.Kinds) == 0 {
		doc.Kinds = append(h.claims(), KindAttachment)[:1]
	}
	if !got.readable {
		return
	}
	if got.sbom != nil {
		got.sbom.Document = row
		for _, link := range got.links {
			link.SBOM = len(d.SBOMs)
			d.Links.Documents = append(d.Links.Documents, link)
		}
		d.SBOMs = append(d.SBOMs, *got.sbom)
		d.Components = append(d.Components, got.components)
		d.Dependencies = append(d.Dependencies, DependencyTable{rows: got.dependencies})
		d.Services = append(d.Services, got.services)
		d.Crypto = append(d.Crypto, got.crypto)
		d.ModelCards = append(d.ModelCards, got.modelCards)
		d.Properties = append(d.Properties, PropertyTable{rows: got.properties})
		d.Pedigree = append(d.Pedigree, got.changes)
		d.ComponentEvidence = append(d.ComponentEvidence, got.proofs)
		d.Compositions = append(d.Compositions, got.compositions)
		d.Extras = append(d.Extras, got.extras)
		if threatModelParts(d.sources[row], got.problems) {
			d.sources[row].may = []Kind{KindThreatModel}
		}
	}
	for _, m := range got.threatModels {
		m.Document = row
		d.ThreatModels = append(d.ThreatModels, m)
	}
	r.enterRest(row, got)
}

// shared are the limits of one document, within what all documents share.
func (r *reader) shared() Limits {
	l := r.limits.withDefaults()
	l.MaxYAMLBytes = max(min(l.MaxYAMLBytes, r.left.yaml), 1)
	l.MaxRows = max(min(l.MaxRows, r.left.rows), 1)
	r.left.limitTables(&l)
	return l
}

// charge takes the entries that a document has beside its own tables from what
// all documents share.
func (r *reader) charge(got *reading) {
	r.left.chargeTables(got)
	if got.entries == 0 {
		return
	}
	r.left.yaml = max(r.left.yaml-got.yaml, 0)
	if r.left.rows -= got.entries; r.left.rows >= 0 {
		return
	}
	r.left.rows = 0
	got.problems = append(got.problems, *limitProblem("MaxRows", r.limits.MaxRows,
		"the number of list entries in all threat models, declarations, attestations and manifests", Position{}))
	got.attestation, got.declaration, got.catalogues = nil, nil, nil
	got.readable = got.sbom != nil
}

// enterRest enters what is neither an SBOM nor a threat model.
func (r *reader) enterRest(row int, got reading) {
	d := r.d
	if got.declaration != nil {
		got.declaration.Document = row
		d.Declarations = append(d.Declarations, *got.declaration)
	}
	if got.attestation != nil {
		got.attestation.Document, got.attestation.Declaration = row, -1
		if got.declaration != nil {
			got.attestation.Declaration = len(d.Declarations) - 1
		}
		d.Attestations = append(d.Attestations, *got.attestation)
	}
	for _, c := range got.catalogues {
		c.Document = row
		d.Catalogues = append(d.Catalogues, c)
	}
	if got.vex != nil {
		got.vex.Document = row
		d.VEX = append(d.VEX, *got.vex)
		d.VEXStatements = append(d.VEXStatements, got.statements)
	}
	for _, l := range got.lifecycle {
		if l.Document = row; l.about {
			l.SBOM = len(d.SBOMs) - 1
		}
		d.Lifecycle = append(d.Lifecycle, l)
	}
	if got.attachment != nil {
		got.attachment.Document = row
		d.Attachments = append(d.Attachments, *got.attachment)
	}
}

// bounded caps the problems told of one document; the cap itself is told.
func (r *reader) bounded(problems []Problem) []Problem {
	if len(problems) <= r.limits.MaxProblems {
		return problems
	}
	more := limitProblem("MaxProblems", r.limits.MaxProblems, fmt.Sprintf("the number of problems, %d,", len(problems)), Position{})
	return append(problems[:r.limits.MaxProblems:r.limits.MaxProblems], *more)
}

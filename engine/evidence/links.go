package evidence

import (
	"fmt"
	"slices"
	"strings"
)

// claim is what one document says that it is about, and what it says of others.
type claim struct {
	side  Side
	whole productName
	parts partNames           // of a declaration
	ref   SBOMRef             // of a threat model or declaration
	files map[int]EvidenceRef // that a declaration lists as evidence, by row in documents
}

// linker compares documents two by two.
type linker struct {
	d      *Dossier
	sboms  []claim
	models []claim
	decls  []claim
	pairs  []Pair
	most   int // pairs
	missed int
}

// linkPairs compares the documents that speak of a product: each SBOM with
// each threat model and declaration, each threat model with each declaration,
// and SBOMs that claim the same product with the first that does. There are at
// most so many; the bundle has a problem that says so when there are more.
func linkPairs(d *Dossier, most int) []Pair {
	l := newLinker(d)
	l.most = most
	for _, s := range l.sboms {
		for _, m := range l.models {
			l.add(s, m, l.sbomWithModel)
		}
		for _, decl := range l.decls {
			l.add(s, decl, l.sbomWithDeclaration)
		}
	}
	for _, m := range l.models {
		for _, decl := range l.decls {
			l.add(m, decl, l.modelWithDeclaration)
		}
	}
	l.sbomsOfOneProduct()
	if l.missed > 0 {
		d.Bundle.Problems = append(d.Bundle.Problems, Problem{Code: codeLimit, Limit: "MaxPairs", Message: fmt.Sprintf(
			"%d of the comparisons between documents were not made, because there are more than the bound of %d (MaxPairs); send fewer documents in one bundle, or ask the buyer to raise this bound", l.missed, most)})
	}
	return l.pairs
}

func newLinker(d *Dossier) *linker {
	l := &linker{d: d, pairs: []Pair{}}
	for i := range d.SBOMs {
		side := Side{Kind: KindSBOM, Index: i, Document: d.SBOMs[i].Document}
		l.sboms = append(l.sboms, claim{side: side, whole: d.SBOMs[i].productName()})
	}
	for i := range d.ThreatModels {
		m := &d.ThreatModels[i]
		side := Side{Kind: KindThreatModel, Index: i, Document: m.Document}
		l.models = append(l.models, claim{side: side, whole: m.Product.productName(), ref: m.SBOMRef})
	}
	for i := range d.Declarations {
		decl := &d.Declarations[i]
		side := Side{Kind: KindDeclaration, Index: i, Document: decl.Document}
		l.decls = append(l.decls, claim{side: side, whole: decl.Product.productName(), parts: decl.partNames(), ref: decl.SBOMRef, files: decl.files()})
	}
	return l
}

// files are the documents of the bundle that a declaration lists as evidence;
// the entry whose digest holds counts where one is listed twice.
func (d *Declaration) files() map[int]EvidenceRef {
	files := map[int]EvidenceRef{}
	for _, item := range d.Evidence.Items {
		if have, ok := files[item.File.Document]; item.File.Document >= 0 && (!ok || have.Outcome != "same") {
			files[item.File.Document] = item.File
		}
	}
	return files
}

func (l *linker) add(a, b claim, compare func(a, b claim) Pair) {
	if len(l.pairs) == l.most {
		l.missed++
		return
	}
	l.pairs = append(l.pairs, compare(a, b))
}

// newPair compares two identities; digest and serial number stay not
// comparable, and the link is the strongest that identities can give.
func newPair(left, right Side, a, b productName) Pair {
	right.Part = b.part
	p := Pair{
		Left: left, Right: right, Link: "none",
		Name:    compare(a.name, b.name, func(string, string) bool { return a.called(b) }),
		Version: compareVersions(a.version, b.version),
		PURL:    compare(a.purl, b.purl, samePURL),
		Digest:  compare("", "", nil),
		Serial:  compare("", "", nil),
	}
	switch {
	case p.PURL.Outcome == "equal":
		p.Link = "purl"
	case a.cpe != "" && strings.EqualFold(a.cpe, b.cpe):
		p.Link = "cpe"
	case p.Name.Outcome == "equal":
		p.Link = "name"
	}
	return p
}

// sbomWithModel compares an SBOM with what a threat model is about. Where the
// model is about a product that a declaration takes apart, and the SBOM is
// that of a part, the part is compared: it has a version of its own.
func (l *linker) sbomWithModel(s, m claim) Pair {
	other := m.whole
	if !s.whole.called(m.whole) {
		for _, decl := range l.decls {
			if decl.whole.called(m.whole) {
				if part := decl.parts.fit(s.whole, m.whole); part.part != "" {
					other = part
					break
				}
			}
		}
	}
	p := newPair(s.side, m.side, s.whole, other)
	l.reference(&p, s, m.ref)
	return p
}

func (l *linker) sbomWithDeclaration(s, decl claim) Pair {
	p := newPair(s.side, decl.side, s.whole, decl.parts.fit(s.whole, decl.whole))
	l.reference(&p, s, decl.ref)
	l.listed(&p, s, decl)
	return p
}

func (l *linker) modelWithDeclaration(m, decl claim) Pair {
	p := newPair(m.side, decl.side, m.whole, decl.parts.fit(m.whole, decl.whole))
	l.listed(&p, m, decl)
	return p
}

// sbomsOfOneProduct compares each SBOM with the first that names the same
// product, so that the number of comparisons grows with that of SBOMs.
func (l *linker) sbomsOfOneProduct() {
	first := map[string]claim{}
	for i, s := range l.sboms {
		if s.whole.name == "" {
			continue
		}
		key := foldName(value(l.d.SBOMs[i].Subject.Group)) + "\n" + s.whole.names[0]
		other, ok := first[key]
		if !ok {
			first[key] = s
			continue
		}
		l.add(other, s, func(a, b claim) Pair { return newPair(a.side, b.side, a.whole, b.whole) })
	}
}

// reference compares an SBOM with what a document states of its SBOM. A
// reference that names another document of the bundle says nothing of this one.
func (l *linker) reference(p *Pair, s claim, ref SBOMRef) {
	if ref.Document >= 0 && ref.Document != s.side.Document {
		return
	}
	if digest := l.d.Bundle.Documents[s.side.Document].SHA256; digest != "" {
		p.Digest = compare("sha256:"+digest, value(ref.Digest), strings.EqualFold)
	}
	p.Serial = compare(value(l.d.SBOMs[s.side.Index].SerialNumber), value(ref.SerialNumber), strings.EqualFold)
	switch {
	case p.Digest.Outcome == "equal":
		p.Link = "digest"
	case p.Serial.Outcome == "equal":
		p.Link = "serial_number"
	case ref.Path.State == Stated && ref.Document == s.side.Document:
		p.Link = "path"
	}
}

// listed links a document that the declaration lists among its evidence, where
// that link is stronger than the one found.
func (l *linker) listed(p *Pair, of, decl claim) {
	file, ok := decl.files[of.side.Document]
	if !ok {
		return
	}
	link := "path"
	if file.Outcome == "same" {
		link = "digest"
	}
	if p.Digest.Outcome == "not_comparable" {
		p.Digest = compare("sha256:"+l.d.Bundle.Documents[of.side.Document].SHA256, value(file.Digest), strings.EqualFold)
	}
	if slices.Index(linkStrength, link) < slices.Index(linkStrength, p.Link) {
		p.Link = link
	}
}

// linkStrength orders links, strongest first.
var linkStrength = []string{"digest", "serial_number", "path", "purl", "cpe", "name", "none"}

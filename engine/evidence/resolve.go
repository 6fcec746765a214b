package evidence

// resolve looks up what documents say of each other, once all are read: files
// by path and digest, SBOMs, components, threats, places in files. Paths count
// from the root of the bundle alone, or from a folder above it that holds all
// files; a path that would also do from the folder of its document is not
// tried, because two files could then be meant.
func resolve(d *Dossier, l Limits) {
	d.supplement(l)
	r := newResolver(d)
	r.limits = l
	for i := range d.ThreatModels {
		r.threatModel(&d.ThreatModels[i])
	}
	for i := range d.Declarations {
		r.declaration(&d.Declarations[i])
	}
	r.components()
	r.pointers()
	r.vex()
	r.attachments()
	r.traffic()
	r.documentLinks()
	r.signatures()
	d.Links.Pairs = linkPairs(d, l.MaxPairs)
}

// resolver knows the documents of a bundle by what they are referred to.
type resolver struct {
	d        *Dossier
	limits   Limits
	byDigest map[string]int  // the first with the digest
	sboms    map[int]int     // row in sboms by row in documents
	threats  map[string]bool // ids in any threat model
	refs     componentRefs
	proofs   []pendingProof
	sums     map[string]string // digests of documents by algorithm and row, once they are asked for
}

func newResolver(d *Dossier) *resolver {
	r := &resolver{d: d, byDigest: map[string]int{}, sboms: map[int]int{}, threats: map[string]bool{}, sums: map[string]string{}}
	for i, doc := range d.Bundle.Documents {
		if _, taken := r.byDigest[doc.SHA256]; !taken && doc.SHA256 != "" {
			r.byDigest["sha256:"+doc.SHA256] = i
		}
	}
	for i, s := range d.SBOMs {
		r.sboms[s.Document] = i
	}
	for _, m := range d.ThreatModels {
		for _, t := range m.Threats.Items {
			r.threats[t.ID.Value] = true
		}
	}
	return r
}

// problem adds a problem to a document, up to the usual bound.
func (r *resolver) problem(document int, code, pointer, format string, args ...any) {
	doc := &r.d.Bundle.Documents[document]
	if len(doc.Problems) < r.limits.MaxProblems {
		doc.Problems = append(doc.Problems, r.d.sources[document].problem(code, pointer, format, args...))
	}
}

// document finds the row of a stated path; -1 when the bundle has no such file.
func (r *resolver) document(p Text) int {
	if p.State != Stated {
		return -1
	}
	return r.d.documentAt(p.Value)
}

// digest is the digest of a document as documents state it; "" when its bytes
// were not taken.
func (r *resolver) digest(row int) string {
	if row < 0 || r.d.Bundle.Documents[row].SHA256 == "" {
		return ""
	}
	return "sha256:" + r.d.Bundle.Documents[row].SHA256
}

// sbomRef finds the document that a reference to an SBOM names: by path, else
// by digest, else by serial number.
func (r *resolver) sbomRef(ref *SBOMRef, document int, pointer string) {
	ref.Document = r.document(ref.Path)
	if row, ok := r.byDigest[ref.Digest.Value]; ok && ref.Document < 0 && ref.Digest.State == Stated {
		ref.Document = row
	}
	several := false
	if ref.Document < 0 && ref.SerialNumber.State == Stated {
		found := r.serial(ref.SerialNumber.Value, ref.Version)
		if several = len(found) > 1; len(found) == 1 {
			ref.Document = found[0]
		}
	}
	stated := ref.Path.State == Stated || ref.Digest.State == Stated || ref.SerialNumber.State == Stated
	switch {
	case !stated:
	case several:
		r.problem(document, codeDangling, pointer, "several SBOMs of the bundle have the serial number that is named here; name the one that is meant by its path or digest")
	case ref.Document < 0:
		r.problem(document, codeDangling, pointer, "the SBOM that is named here is not in the bundle; add it or correct the reference")
	case ref.Digest.State == Stated && r.digest(ref.Document) != ref.Digest.Value:
		r.problem(document, codeDigestDiffers, pointer+"/digest", "the digest is not that of %s; send the file that was meant, or correct the digest", quoted(r.d.Bundle.Documents[ref.Document].Path))
	}
}

// file says whether a reference to a supporting document holds.
func (r *resolver) file(ref *EvidenceRef, document int) {
	ref.Document, ref.Outcome = r.document(ref.Path), "none"
	switch {
	case ref.Path.State == Stated && r.digest(ref.Document) == "":
		ref.Document, ref.Outcome = -1, "missing"
		r.problem(document, codeDangling, ref.Location+"/path", "the file %s is not in the bundle; add it or correct the path", quoted(ref.Path.Value))
	case ref.Path.State == Stated && ref.Digest.State != Stated:
		ref.Outcome = "no_digest"
	case ref.Path.State == Stated && r.digest(ref.Document) == ref.Digest.Value:
		ref.Outcome = "same"
	case ref.Path.State == Stated:
		ref.Outcome = "differs"
		r.problem(document, codeDigestDiffers, ref.Location+"/digest", "the digest is not that of %s; send the file that was meant, or correct the digest", quoted(ref.Path.Value))
	case ref.URL.State == Stated:
		ref.Outcome = "url"
	case ref.Digest.State == Stated:
		ref.Outcome = "missing"
		if row, ok := r.byDigest[ref.Digest.Value]; ok {
			ref.Document, ref.Outcome = row, "same"
		}
	}
}

// threatModel resolves what a threat model refers to.
func (r *resolver) threatModel(m *ThreatModel) {
	at := "/sbom_ref"
	if m.supplied("sbom_ref") {
		at = m.SupplementedBy.Location + at
	}
	r.sbomRef(&m.SBOMRef, m.from("sbom_ref"), at)
	for i := range m.Mitigations.Items {
		evidence := m.Mitigations.Items[i].Evidence.Items
		for j := range evidence {
			r.file(&evidence[j], m.from("mitigations.evidence"))
		}
	}
	r.refs.want(m)
}

// declaration resolves what a declaration refers to.
func (r *resolver) declaration(d *Declaration) {
	place := "/product/sbom"
	if d.Format != "declaration" {
		place = d.Location
	}
	r.sbomRef(&d.SBOMRef, d.Document, place)
	items := map[string]*EvidenceItem{}
	for i := range d.Evidence.Items {
		item := &d.Evidence.Items[i]
		r.file(&item.File, d.Document)
		if _, taken := items[item.ID.Value]; !taken && item.ID.State == Stated {
			items[item.ID.Value] = item
		}
	}
	for i := range d.Answers {
		for j := range d.Answers[i].Evidence {
			r.proof(&d.Answers[i].Evidence[j], items, d.Document)
		}
	}
	for i := range d.Matrix.Items {
		r.proof(&d.Matrix.Items[i].ToldIn, items, d.Document)
	}
	for i := range d.Affirmation.Signatories.Items {
		r.file(&d.Affirmation.Signatories.Items[i].Signature, d.Document)
	}
	r.risks(d)
	for _, f := range d.AI.Features.Items {
		r.refs.wantRef(f.ModelRef.Value)
	}
}

// risks reports known risks whose threat no threat model of the bundle has;
// without a threat model there is nothing to look in.
func (r *resolver) risks(d *Declaration) {
	for _, risk := range d.KnownRisks.Items {
		if risk.Threat.State == Stated && len(r.d.ThreatModels) > 0 && !r.threats[risk.Threat.Value] {
			r.problem(d.Document, codeDangling, risk.Location+"/threat", "no threat model in the bundle has the threat %s; correct the id or add the threat", quoted(risk.Threat.Value))
		}
	}
}

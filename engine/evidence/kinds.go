package evidence

import "slices"

// countKinds counts the documents of each kind, once the references between
// them are known.
func countKinds(d *Dossier) {
	counts := d.Bundle.Kinds.byKind()
	evidence := referenced(d)
	for i, doc := range d.Bundle.Documents {
		for _, kind := range doc.Kinds {
			count := counts[kind]
			switch {
			case count == nil:
			case doc.Readable:
				count.Readable++
			default:
				count.Unreadable++
			}
		}
		for _, kind := range d.sources[i].may {
			if kinds, told := evidence[i]; !told || slices.Contains(kinds, kind) {
				counts[kind].Candidates = append(counts[kind].Candidates, Row(i))
			}
		}
	}
}

// byKind returns the counts by kind.
func (k *Kinds) byKind() map[Kind]*KindCount {
	return map[Kind]*KindCount{
		KindSBOM: &k.SBOM, KindThreatModel: &k.ThreatModel, KindDeclaration: &k.Declaration, KindVEX: &k.VEX,
		KindLifecycle: &k.Lifecycle, KindStandard: &k.Standard, KindAttestation: &k.Attestation, KindAttachment: &k.Attachment,
	}
}

// referenced says for each document that another one cites as evidence which
// kinds it is cited as; a test report that a declaration lists is no candidate
// for a declaration.
func referenced(d *Dossier) map[int][]Kind {
	cited := map[int][]Kind{}
	cite := func(row int, kind Kind) {
		if row >= 0 && row < len(d.Bundle.Documents) {
			cited[row] = append(cited[row], kind)
		}
	}
	for _, decl := range d.Declarations {
		for _, item := range decl.Evidence.Items {
			cite(item.File.Document, manifestKind(item.Kind.Value))
		}
	}
	for _, model := range d.ThreatModels {
		for _, m := range model.Mitigations.Items {
			for _, ref := range m.Evidence.Items {
				cite(ref.Document, otherClaim)
			}
		}
	}
	return cited
}

package evidence

import (
	"slices"
	"strings"
)

// What is known of a signature.
const (
	signatureNotChecked  = "not_checked"   // no keys were given
	signatureVerified    = "verified"      // a trusted key made it over these very bytes
	signatureExpired     = "expired"       // it holds, and the key was not to be used any more
	signatureNotYetValid = "not_yet_valid" // it holds, and the key was not to be used yet
	signatureUnknownKey  = "unknown_key"   // no trusted key made it
	signatureBroken      = "broken"        // its key is known, and what it was made over was changed
	signatureUnsupported = "unsupported"   // bidgate does not verify signatures of this form
)

// The forms of signatures.
const (
	bundleSignature   = "bundle"   // an envelope around the list of files, as `bidgate sign` writes it
	dsseSignature     = "dsse"     // any other envelope (DSSE 1.0.2)
	jsfSignature      = "jsf"      // inside a CycloneDX document (JSF 0.82)
	detachedSignature = "detached" // a file beside a document, with the bare signature
	otherSignature    = "other"    // OpenPGP, SSH, CMS, sigstore, XML: bidgate does not verify it
)

// Signature is one signature over documents of the bundle, wherever it stands.
type Signature struct {
	// Document is the file that holds it; -1 where it was given beside the bundle.
	Document int    `json:"document"`
	Form     string `json:"form" enum:"bundle,dsse,jsf,detached,other"`
	Outcome  string `json:"outcome" enum:"not_checked,verified,expired,not_yet_valid,unknown_key,broken,unsupported"`
	// KeyID is that of the trusted key which made it; where none did, what the
	// signature says of its key, which anyone can write.
	KeyID string `json:"key_id"`
	// Owner is whose key it is and Until the last day on which it counts, both
	// in the words of the buyer's list; "" where no trusted key made it.
	Owner string `json:"owner"`
	Until string `json:"until"`
	// Whole says that it is over the list of all files of the bundle.
	Whole bool `json:"whole"`
	// Covers are the documents whose bytes are those that it names. Changed have
	// other bytes than it names, Added came after a signature over the whole
	// bundle, and Removed are the paths that the bundle lacks.
	Covers   []Row    `json:"covers" table:"documents"`
	Changed  []Row    `json:"changed" table:"documents"`
	Added    []Row    `json:"added" table:"documents"`
	Removed  []string `json:"removed"`
	Location string   `json:"location"`
}

// detachedEndings are those of files with a signature over the file whose name
// stands before the ending.
var detachedEndings = []struct{ ending, form string }{
	{".sig", detachedSignature}, {".asc", otherSignature}, {".minisig", otherSignature}, {".p7s", otherSignature},
	{".sigstore", otherSignature}, {".sigstore.json", otherSignature}, {".cosign.bundle", otherSignature},
}

// signatures lists every signature of the bundle in order of the files that
// hold them. Nothing in a row is trusted before its outcome is verified.
func (r *resolver) signatures() {
	d := r.d
	whole := r.wholeSignatures()
	payloads := maxPayloads
	rows := []Signature{}
	for i := range d.Attachments {
		a := &d.Attachments[i]
		about := Signature{Document: a.Document, Form: dsseSignature, Outcome: signatureNotChecked}
		switch {
		case a.Form != "dsse":
			continue
		case a.PayloadType.Value == bundlePayload:
			about.Form, about.Whole = bundleSignature, whole[a.Document]
			payload := payloadOf(d.sources[a.Document])
			if payloads -= len(payload); payloads >= 0 {
				d.compareSigned(&about, payload, whole, r.limits)
			}
		default:
			r.subjects(&about, a.Subjects.Items)
		}
		rows = append(rows, oneForEach(about, a.Signers.Items)...)
	}
	for i := range d.SBOMs {
		if s := &d.SBOMs[i]; s.Facts.Document.Signature == Stated {
			row := Signature{Document: s.Document, Form: jsfSignature, Outcome: signatureNotChecked, Covers: []Row{Row(s.Document)}, Location: "/signature"}
			if d.sources[s.Document].original != nil {
				row.Form, row.Outcome, row.Location = otherSignature, signatureUnsupported, ""
			}
			rows = append(rows, row)
		}
	}
	rows = append(rows, r.detached()...)
	slices.SortStableFunc(rows, func(a, b Signature) int { return a.Document - b.Document })
	boundSignatures(rows)
	d.Signatures = rows
}

// maxSigned is how many files all signatures together may name. A signature
// beyond it covers nothing, and counts as one that is not verified.
const maxSigned = 20_000

func boundSignatures(rows []Signature) {
	left := maxSigned
	for i := range rows {
		row := &rows[i]
		if left -= len(row.Covers) + len(row.Changed) + len(row.Added) + len(row.Removed); left < 0 {
			rows[i] = Signature{Document: row.Document, Form: otherSignature, Outcome: signatureUnsupported, Location: row.Location}
			left = 0
		}
	}
}

// oneForEach gives a row for each signer of an envelope.
func oneForEach(about Signature, signers []Signer) []Signature {
	var rows []Signature
	for _, signer := range signers {
		row := about
		row.KeyID, row.Location = signer.KeyID.Value, signer.Location
		rows = append(rows, row)
	}
	return rows
}

// subjects takes the documents that a statement names, by their digests.
func (r *resolver) subjects(row *Signature, subjects []SubjectOf) {
	for _, s := range subjects {
		switch s.Outcome {
		case "same":
			row.Covers = append(row.Covers, Row(s.Document))
		case "differs":
			row.Changed = append(row.Changed, Row(s.Document))
		}
	}
}

// detached finds the files that are signatures of others: by their names, and
// by the word of a declaration. A file is a signature of one document once.
func (r *resolver) detached() []Signature {
	type pair struct{ holder, over int }
	var rows []Signature
	seen := map[pair]bool{}
	add := func(holder, over int, form string) {
		if seen[pair{holder, over}] || holder == over {
			return
		}
		seen[pair{holder, over}] = true
		row := Signature{Document: holder, Form: form, Outcome: signatureNotChecked, Covers: []Row{Row(over)}}
		if row.Form == detachedSignature && bareSignature(r.d.sources[holder].bytes()) == nil {
			row.Form = otherSignature
		}
		if row.Form == otherSignature {
			row.Outcome = signatureUnsupported
		}
		rows = append(rows, row)
	}
	byPath := map[string]int{}
	for i, doc := range r.d.Bundle.Documents {
		byPath[doc.Path] = i
	}
	for i, doc := range r.d.Bundle.Documents {
		for _, known := range detachedEndings {
			if over, found := strings.CutSuffix(doc.Path, known.ending); found {
				if row, there := byPath[over]; there {
					add(i, row, known.form)
				}
			}
		}
	}
	for _, d := range r.d.Declarations {
		for _, s := range d.Affirmation.Signatories.Items {
			if s.Signature.Document >= 0 && s.SignatureType.Value == "detached" {
				add(s.Signature.Document, d.Document, detachedSignature)
			}
		}
	}
	return rows
}

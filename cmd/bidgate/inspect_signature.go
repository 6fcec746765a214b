package main

import (
	"bytes"
	"fmt"

	"github.com/bidgate/bidgate/engine/evidence"
)

// signatureWords say what became of a signature.
var signatureWords = map[string]string{
	"not_checked": "not verified: no keys are given", "verified": "verified", "expired": "its key had expired", "not_yet_valid": "its key was not valid yet",
	"unknown_key": "made by no key that you trust, or changed since", "broken": "broken: it names a key that you trust, which did not make it",
	"unsupported": "not verified: bidgate does not verify this form",
}

// signatureForms name the forms of signatures.
var signatureForms = map[string]string{
	"bundle": "DSSE, over the files of the bundle", "dsse": "DSSE", "jsf": "JSF, inside the document", "detached": "a file beside the document", "other": "another form",
}

// signaturesText writes every signature with what it covers and what became of it.
func signaturesText(w *bytes.Buffer, d *evidence.Dossier, path func(int) string) {
	for i := range d.Signatures {
		s := &d.Signatures[i]
		at := "beside the bundle"
		if s.Document >= 0 {
			at = path(s.Document)
		}
		fmt.Fprintf(w, "\nSignature %s\n", at)
		until := ""
		if s.Until != "" {
			until = ", valid until " + s.Until
		}
		of := oneLine(s.KeyID)
		if s.Owner != "" {
			of = oneLine(s.Owner) + " (" + of + until + ")"
		}
		columns(w, [][2]string{
			{"form", signatureForms[s.Form]}, {"outcome", signatureWords[s.Outcome]}, {"key", of},
			{"covers", documentsOf(s.Covers, path)}, {"changed since", documentsOf(s.Changed, path)},
			{"added since", documentsOf(s.Added, path)}, {"removed since", textsOf(evidence.Texts{Items: s.Removed})},
		})
	}
}

// documentsOf names documents, up to as many as people are named.
func documentsOf(rows []evidence.Row, path func(int) string) string {
	var of [][2]string
	for _, row := range rows {
		of = append(of, [2]string{path(int(row))})
	}
	return named(of)
}

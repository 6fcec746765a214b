package main

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/bidgate/bidgate/engine/evidence"
)

// open marks a value that somebody has to fill in; a screening takes it as not
// stated.
const open = "TBD"

// quotedOr is a stated text in quotes, else the mark of an open value.
func quotedOr(t evidence.Text) string {
	if t.State == evidence.Stated {
		return fmt.Sprintf("%q", t.Value)
	}
	return open + " # FILL IN"
}

// subjectOf is the product that the first SBOM is of, with where that stands.
func subjectOf(d *evidence.Dossier) (name, version evidence.Text, path, digest string) {
	if len(d.SBOMs) == 0 {
		return evidence.Text{State: evidence.Absent}, evidence.Text{State: evidence.Absent}, "", ""
	}
	s := &d.SBOMs[0]
	doc := d.Bundle.Documents[s.Document]
	return s.Subject.Name, s.Subject.Version, doc.Path, doc.SHA256
}

// declarationForm is the form of a declaration for a profile, with what the
// SBOM says of the product and an answer to each family of capabilities.
func declarationForm(d *evidence.Dossier, w *wanted) []byte {
	name, version, path, digest := subjectOf(d)
	var b bytes.Buffer
	fmt.Fprintf(&b, "# Declaration of the manufacturer, for %s.\n", oneLine(w.by))
	if w.digest != "" {
		fmt.Fprintf(&b, "# Its digest is %s.\n", oneLine(w.digest))
	}
	fmt.Fprintf(&b, `# Fill in what is marked FILL IN. What you do not know yet is honestly said with
# "unknown", and what you may not tell with "withheld"; a value that stays TBD
# counts as not stated. bidgate help bundle has whole examples.
declaration: 1
id: TBD # FILL IN: a number of your own for this declaration
date: TBD # FILL IN: YYYY-MM-DD
manufacturer:
  name: TBD # FILL IN
  address: TBD # FILL IN
  contact: {name: TBD, email: TBD} # FILL IN
product:
  name: %s
  version: %s
  type: TBD # FILL IN: device, software, service or component
  description: TBD # FILL IN: what it is for, in one sentence
`, quotedOr(name), quotedOr(version))
	if path != "" {
		fmt.Fprintf(&b, "  sbom: {path: %q, digest: \"sha256:%s\"}\n", path, digest)
	}
	b.WriteString(`people:
  - {id: signatory, name: TBD, role: TBD} # FILL IN: who answers for this declaration
standards:
  - {id: ir8259a, edition: "2020-05"}
  - {id: ir8259b, edition: "2021-08"}
  - {id: ir8259r1, edition: "2026-04"}

# One answer to each family speaks for all its members. status is met, partial,
# not_met, not-applicable or unknown. Anything but met needs a justification.
answers:
`)
	answersText(&b, w.rows)
	b.WriteString(`
# The documents that answers rest on: put them into the bundle, and give each its
# path; bidgate check --fix fills in digests that are TBD. For example
#   - {id: update-test, kind: test-report, title: Update test, path: evidence/update-test.md, digest: TBD}
evidence: []

support:
  start: TBD # FILL IN: YYYY-MM-DD
  end: TBD # FILL IN: the last day of security updates, YYYY-MM-DD
updates:
  mechanism: unknown # FILL IN: automatic, assisted, manual or none
vulnerability_disclosure:
  policy: TBD # FILL IN: address of your policy
  contact: TBD # FILL IN: such as mailto:security@example.com
ai:
  used: unknown # FILL IN: true or false
affirmation:
  statement: We declare under our sole responsibility that these answers are true.
  place: TBD # FILL IN
  date: TBD # FILL IN: YYYY-MM-DD
  signatories: [{person: signatory}]
`)
	return b.Bytes()
}

// answersText writes an answer for each family, and for each member that the
// buyer wants shown by a document.
func answersText(b *bytes.Buffer, rows []wantedRow) {
	var family string
	for i, row := range rows {
		if row.family == family {
			continue
		}
		family = row.family
		of := slices.DeleteFunc(slices.Clone(rows[i:]), func(r wantedRow) bool { return r.family != family })
		fmt.Fprintf(b, "\n  # %s (%s). It asks:\n", oneLine(either(row.familyTitle, family)), oneLine(family))
		for _, member := range of {
			fmt.Fprintf(b, "  #   - %s\n", oneLine(member.title))
		}
		fmt.Fprintf(b, "  - {requirement: %s, status: unknown, statement: TBD} # FILL IN\n", family)
		for _, member := range of {
			if member.shown {
				fmt.Fprintf(b, "  # A document must show this: %s\n", oneLine(member.title))
				fmt.Fprintf(b, "  - {requirement: %s, status: unknown, statement: TBD} # FILL IN, and add evidence: [{ref: ID}]\n", member.id)
			}
		}
	}
}

// threatModelForm is a summary to begin with.
func threatModelForm(d *evidence.Dossier) []byte {
	name, version, path, digest := subjectOf(d)
	var b bytes.Buffer
	fmt.Fprintf(&b, `# Summary of the threat model. Where a tool makes your threat model, put its file
# into the bundle and remove this one, or keep it to say what the tool cannot, with
# supplements: PATH. bidgate help bundle has whole examples.
threat_model: 1
product: {name: %s, version: %s}
`, flowOr(name), flowOr(version))
	if path != "" {
		fmt.Fprintf(&b, "sbom_ref: {path: %q, digest: \"sha256:%s\"}\n", path, digest)
	}
	b.WriteString(`version: "1"
date: TBD # FILL IN: YYYY-MM-DD
next_review: TBD # FILL IN: YYYY-MM-DD
owner: {name: TBD} # FILL IN
authors: [{name: TBD}] # FILL IN
reviewers: [{name: TBD}] # FILL IN: somebody who is no author
method: [STRIDE]
scope: {in: [TBD], out: []} # FILL IN
assumptions: [{id: a1, text: TBD}] # FILL IN: what must be true around the product
components:
  - {id: product, name: TBD} # FILL IN
threats:
  - id: T-01
    title: TBD # FILL IN
    categories: [{taxonomy: STRIDE, name: tampering}]
    components: [product]
    severity: TBD # FILL IN: low, medium, high or critical
    response: TBD # FILL IN: reduce, accept, avoid or transfer
    mitigations: [M-01]
mitigations:
  - {id: M-01, title: TBD, status: TBD} # FILL IN: planned or implemented
`)
	return b.Bytes()
}

// flowOr is quotedOr within a line.
func flowOr(t evidence.Text) string {
	if t.State == evidence.Stated {
		return fmt.Sprintf("%q", t.Value)
	}
	return open
}

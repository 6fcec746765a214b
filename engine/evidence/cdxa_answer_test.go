package evidence

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// attest makes a document with one map entry for ir8259a-SU-2.
func attest(entry, more string) string {
	return cycloneDX(`"serialNumber": "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79", "version": 1`+more,
		`"declarations": {
    "targets": {"components": [{"bom-ref": "gw", "type": "device", "name": "Gateway", "version": "2"}]},
    "claims": [{"bom-ref": "c1", "target": "gw", "predicate": "Images are signed."}, {"bom-ref": "c2", "target": "gw", "predicate": "Some are not."}],
    "attestations": [{"map": [{"requirement": "ir8259a-SU-2"`+entry+`}]}]}`)
}

func noted(text string) string {
	return fmt.Sprintf(`, "annotations": [{"subjects": ["c1"], "annotator": {"individual": {"name": "Alice"}}, "timestamp": "2026-10-20T00:00:00Z", "text": %q}]`, text)
}

func TestAttestedStatus(t *testing.T) {
	met := Text{Stated, "met"}
	for _, test := range []struct {
		entry, more string
		want        Text
		problem     string
	}{
		{`, "claims": ["c1"], "conformance": {"score": 1}`, "", met, ""},
		{`, "claims": ["c1"], "conformance": {"score": 1.0}`, "", met, ""},
		{`, "claims": ["c1"], "conformance": {"score": 0.8}`, "", Text{Stated, "partial"}, ""},
		{`, "claims": ["c1"], "conformance": {"score": 0}`, "", Text{Stated, "not_met"}, ""},
		{`, "claims": ["c1"]`, "", Text{Unknown, ""}, ""},
		{``, "", Text{Unknown, ""}, ""},
		{`, "conformance": {"score": 1}`, "", met, ""},
		{`, "claims": ["c1"], "counterClaims": ["c2"], "conformance": {"score": 1}`, "", Text{Stated, "not_met"}, ""},
		{`, "claims": ["c1"], "counterClaims": ["c2"], "conformance": {"score": 0.5}`, "", Text{Stated, "partial"}, ""},
		{`, "claims": ["c1"], "counterClaims": ["gone"]`, "", Text{Stated, "not_met"}, "dangling_reference"},
		{`, "claims": ["c1"], "conformance": {"score": 7}`, "", Text{Unknown, ""}, "schema"},
		{`, "claims": ["c1"], "conformance": {"score": "1"}`, "", Text{Unknown, ""}, "schema"},
		{`, "claims": ["c1"]`, noted("status=not-applicable"), Text{Stated, "not_applicable"}, ""},
		{`, "claims": ["c1"], "conformance": {"score": 1}`, noted("status=met"), met, ""},
		{`, "claims": ["c1"], "conformance": {"score": 1}`, noted("status=met; undated"), met, ""},
		{`, "claims": ["c1"]`, noted("status=met"), Text{Unknown, ""}, "contradiction"},
		{`, "claims": ["c1"], "conformance": {"score": 0}`, noted("status=met"), Text{Stated, "not_met"}, "contradiction"},
		{`, "claims": ["c1"], "conformance": {"score": 1}`, noted("status=excellent"), Text{Unknown, ""}, "contradiction"},
		{`, "claims": ["c1"], "conformance": {"score": 1}`, noted("I like it"), met, ""},
	} {
		r := readText(attest(test.entry, test.more))
		if r.declaration == nil || len(r.declaration.Answers) != 1 {
			t.Errorf("%s: no answer; %v", test.entry, r.problems)
			continue
		}
		if got := r.declaration.Answers[0].Status; got != test.want {
			t.Errorf("%s %s: %v, want %v", test.entry, test.more, got, test.want)
		}
		var codes []string
		for _, p := range r.problems {
			codes = append(codes, p.Code)
		}
		if got := strings.Join(codes, " "); (test.problem == "") != (got == "") || !strings.Contains(got, strings.TrimPrefix(test.problem, "schema")) {
			t.Errorf("%s %s: problems %v, want %q", test.entry, test.more, r.problems, test.problem)
		}
	}
}

// TestAttestedClause: which maps make a declaration.
func TestAttestedClause(t *testing.T) {
	for name, want := range map[string]string{
		"ir8259a-SU-2": "ir8259a-SU-2", "IR8259A-su-2": "ir8259a-SU-2", "ssdf-1.1-PO.2": "ssdf-1.1-PO.2", "ssaf-DRAFT-2023-11-1-a": "ssaf-DRAFT-2023-11-1-a", "ir8259-2020-3": "ir8259-2020-3",
		"urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#ir8259b-DO-1": "ir8259b-DO-1", "their-1": "ir8259a-DI-1", "their-2": "", "V1.1": "",
	} {
		r := readText(strings.Replace(attest("", `, "definitions": {"standards": [{"bom-ref": "ir8259a", "name": "IR 8259A",
			"requirements": [{"bom-ref": "their-1", "identifier": "DI-1"}, {"bom-ref": "their-2", "identifier": "7"}]}]}`), `"requirement": "ir8259a-SU-2"`, `"requirement": "`+name+`"`, 1))
		got := ""
		if r.declaration != nil {
			got = r.declaration.Answers[0].Requirement.Value
		}
		if got != want || r.attestation == nil {
			t.Errorf("%s: answers %q, want %q", name, got, want)
		}
	}
}

// TestAttestedUnsupported: what CycloneDX has no place for is not missing.
func TestAttestedUnsupported(t *testing.T) {
	d := readText(attest("", "")).declaration
	got := map[string]State{
		"updates": d.Updates.State, "updates.mechanism": d.Updates.Mechanism.State, "use_cases": d.UseCases.State, "ai": d.AI.State,
		"password_scheme": d.Passwords.State, "support": d.Support.State, "support.end": d.Support.End.State, "support.period": d.Support.Period.State,
		"contact": d.Disclosure.Contact.State, "affirmation": d.Affirmation.State, "product.name": d.Product.Name.State, "cra.class": d.CRA.Class.State,
		"manufacturer.name": d.Manufacturer.Name.State, "language": d.Language.State,
	}
	alone := strings.ReplaceAll(declarationFile(t, "example-fg200.cdxa.json"), sourceMark, "x")
	for _, p := range readText(alone).declaration.People.Items { // a contact has no role in CycloneDX, a signatory has
		if want := map[string]State{"Alice Example": Unsupported, "Bob Example": Stated}[p.Name.Value]; p.Role.State != want {
			t.Errorf("the role of %s is %s, want %s, at %s", p.Name.Value, p.Role.State, want, p.Location)
		}
	}
	want := map[string]State{
		"updates": Unsupported, "updates.mechanism": Unsupported, "use_cases": Unsupported, "ai": Unsupported, "password_scheme": Unsupported,
		"support": Absent, "support.end": Absent, "support.period": Unsupported, "contact": Absent, "affirmation": Absent, "product.name": Stated,
		"cra.class": Unsupported, "manufacturer.name": Absent, "language": Unsupported,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestEmbeddedDeclaration: the form inside counts only where it agrees.
func TestEmbeddedDeclaration(t *testing.T) {
	whole := declarationFile(t, "example-fg200.cdxa.json")
	for name, test := range map[string]struct {
		old, now string
		status   string // of the answer to ir8259b-IQ-2
		updates  State  // of update notices, which only the form inside has
		problem  string
	}{
		"agrees":            {"", "", "not_met", Stated, ""},
		"other status":      {`"score": 0,`, `"score": 0.5,`, "not_met", Unsupported, "contradiction"},
		"other statement":   {`"predicate": "The Head`, `"predicate": "A head`, "not_met", Unsupported, "contradiction answers/0/statement"},
		"other product":     {`"version": "2.1.0",` + "\n" + `   "purl"`, `"version": "2.2.0",` + "\n" + `   "purl"`, "not_met", Unsupported, "contradiction"},
		"not base64":        {`"content": "IyBF`, `"content": "!!`, "not_met", Unsupported, "syntax"},
		"not a declaration": {`"content": "IyBF`, `"content": "AAAAIyBF`, "not_met", Unsupported, "encoding"},
	} {
		text := strings.Replace(whole, test.old, test.now, 1)
		if test.old != "" && text == whole {
			t.Fatalf("%s: nothing to replace", name)
		}
		r := readText(text)
		if r.declaration == nil {
			t.Errorf("%s: %v", name, r.problems)
			continue
		}
		got := fmt.Sprint(r.problems)
		code, field, _ := strings.Cut(test.problem, " ")
		if test.problem == "" && len(r.problems) > 0 || !strings.Contains(got, code) || !strings.Contains(got, field) {
			t.Errorf("%s: problems %v, want %q", name, got, test.problem)
		}
		if r.declaration.Support.NoticeDays.State != test.updates {
			t.Errorf("%s: notice %v, want %v", name, r.declaration.Support.NoticeDays, test.updates)
		}
		if last := r.declaration.Answers[5].Status; last.Value != test.status && name != "other status" {
			t.Errorf("%s: status %v", name, last)
		}
	}
}

// TestAttestedBounds: a document that repeats itself is refused.
func TestAttestedBounds(t *testing.T) {
	var refs, entries []string
	for range 300 {
		refs, entries = append(refs, `"e"`), append(entries, `{"requirement": "ir8259a-SU-2", "claims": ["c"]}`)
	}
	text := cycloneDX(`"declarations": {"claims": [{"bom-ref": "c", "predicate": "p", "evidence": [` + strings.Join(refs, ",") + `]}],
		"evidence": [{"bom-ref": "e", "description": "d"}], "attestations": [{"map": [` + strings.Join(entries, ",") + `]}]}`)
	for _, l := range []Limits{{MaxRows: 2000}, {MaxTreeBytes: 40_000}, {MaxRows: 100}, {MaxTreeBytes: 100}, {MaxNodes: 100}} {
		r := readCycloneDXJSON(&source{path: "a.cdx.json", data: []byte(text), syntax: jsonSyntax}, l)
		last := r.problems[len(r.problems)-1]
		if r.readable || r.declaration != nil || last.Limit == "" {
			t.Errorf("%+v: readable %v, problems %v", l, r.readable, r.problems)
		}
	}
}

package policy_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine/internal/policy"
	"github.com/bidgate/bidgate/engine/report"
)

// answered is a table-driven requirement.
const answered = `# METADATA
# title: Each clause is answered
# description: Asks for an answer to each clause.
# custom:
#   contract: 1
#   severity: minor
#   section: governance
#   evidence: {any: [declaration, attestation]}
#   over: declarations
#   sources: []
#   messages: {missing: "No answer to {clause}.", given: "Answered."}
#   remedy: Answer.
#   question: What is your answer?
package bidgate.requirement.acme.answered

_rows := data.bidgate.catalog.requirements["acme.answered"].members

violation contains {"code": "missing", "args": {"clause": id}, "at": ["declarations", i], "member": id} if {
	some i, _ in input.declarations
	some id, _ in _rows
	not id in input.declarations[i].product_details.models.items
}

basis contains {"code": "given", "args": {}, "at": ["declarations", i], "level": "asserted", "member": id} if {
	some i, _ in input.declarations
	some id, _ in _rows
	id in input.declarations[i].product_details.models.items
}
`

const answeredRows = `- {id: "AC-1", title: First, family: AC, family_title: Access, severity: blocking, controls: [a, b], weight: 2}
- {id: "AC-2", title: Second, family: AC}
`

// both folds two requirements.
const both = `# METADATA
# title: Both are met
# description: Folds two.
# custom:
#   contract: 1
#   severity: blocking
#   section: governance
#   sources: []
#   remedy: See the parts.
#   question: See the parts.
#   composed_of: [acme.versions, acme.answered]
package bidgate.requirement.acme.both
`

func tables() map[string]string {
	return map[string]string{
		"versions/versions.rego":    versions,
		"answered/answered.rego":    answered,
		"answered/rows.yaml":        answeredRows,
		"answered/answered.de.yaml": "title: Jede Klausel\nmessages: {missing: \"Keine Antwort zu {clause}.\", given: Beantwortet.}\nmembers: {AC-1: {title: Erste}}\n",
		"both/both.rego":            both,
		"all/all.rego":              strings.NewReplacer("acme.both", "acme.all", "[acme.versions, acme.answered]", "[acme.both]").Replace(both),
	}
}

func TestTableDrivenRequirement(t *testing.T) {
	lib, err := load(t, tables())
	if err != nil {
		t.Fatal(err)
	}
	q := lib.Catalogue().Requirement("acme.answered")
	want := map[string]policy.Member{
		"AC-1": {
			Title: "First", Family: "AC", FamilyTitle: "Access", Severity: report.Blocking, Sources: []report.Source{}, Section: "governance",
			Remedy: "Answer.", Question: "What is your answer?", Columns: map[string]any{"controls": []any{"a", "b"}, "weight": 2},
		},
		"AC-2": {
			Position: 1, Title: "Second", Family: "AC", Severity: report.Minor, Sources: []report.Source{}, Section: "governance",
			Remedy: "Answer.", Question: "What is your answer?", Columns: map[string]any{},
		},
	}
	if diff := cmp.Diff(want, q.Members); diff != "" || !q.HasMembers {
		t.Error(diff)
	}
	if got := q.Translations["de"].Members["AC-1"].Title; got != "Erste" {
		t.Errorf("translated title is %q", got)
	}
	got := decide(t, lib, `{"errored": [], "declarations": [{"product_details": {"models": {"state": "stated", "items": ["AC-2"]}}}]}`, "acme.answered")
	for _, part := range []string{
		`["acme","answered","violation",{"args":{"clause":"AC-1"},"at":["declarations",0],"code":"missing","member":"AC-1"}]`,
		`["acme","answered","basis",{"args":{},"at":["declarations",0],"code":"given","level":"asserted","member":"AC-2"}]`,
	} {
		if !strings.Contains(got, part) {
			t.Errorf("the decision does not have %s: %s", part, got)
		}
	}
}

func TestComposedRequirementsAreFlat(t *testing.T) {
	lib, err := load(t, tables())
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"acme.answered", "acme.versions"}
	for _, id := range []string{"acme.both", "acme.all"} {
		if diff := cmp.Diff(want, lib.Catalogue().Requirement(id).ComposedOf); diff != "" {
			t.Errorf("%s: %s", id, diff)
		}
	}
}

func TestCatalogueHasNoNull(t *testing.T) {
	lib, err := load(t, tables())
	if err != nil {
		t.Fatal(err)
	}
	text, err := lib.Catalogue().JSON()
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(text), "null") {
		t.Errorf("the catalogue holds null: %s", text)
	}
	var plain struct {
		Requirements map[string]map[string]any `json:"requirements"`
	}
	if err := json.Unmarshal(text, &plain); err != nil {
		t.Fatal(err)
	}
	want := len(plain.Requirements["acme.versions"])
	for id, q := range plain.Requirements {
		if len(q) != want {
			t.Errorf("%s has %d keys, acme.versions has %d", id, len(q), want)
		}
	}
}

func TestTablesAndCompositionsRefused(t *testing.T) {
	for _, test := range []struct{ name, file, old, text, want string }{
		{"unknown member", "answered/answered.rego", `"level": "asserted", "member": id}`, `"level": "asserted", "member": "AC-9"}`, `member "AC-9" is no row`},
		{"object without member", "answered/answered.rego", `, "member": id} if`, `} if`, `violation has no key "member"`},
		{"unknown part", "both/both.rego", "acme.answered]", "acme.other]", `composed_of names "acme.other"`},
		{"circle", "both/both.rego", "acme.answered]", "acme.all]", `back to itself`},
		{"composed with rules", "both/both.rego", "package bidgate.requirement.acme.both\n", "package bidgate.requirement.acme.both\n\nviolation contains {} if input.sboms\n", "a requirement with composed_of has no rules"},
		{"rows beside no requirement", "rows.yaml", "", answeredRows, "stands beside no requirement"},
		{"translated row that is not there", "answered/answered.de.yaml", "AC-1", "AC-7", `row "AC-7" is not in rows.yaml`},
	} {
		t.Run(test.name, func(t *testing.T) {
			files := tables()
			if !strings.Contains(files[test.file], test.old) {
				t.Fatalf("%s has no %q", test.file, test.old)
			}
			files[test.file] = strings.Replace(files[test.file], test.old, test.text, 1)
			_, err := load(t, files)
			var refused *policy.LoadError
			if !errors.As(err, &refused) {
				t.Fatalf("got %v, want a load error", err)
			}
			for _, p := range refused.Problems {
				if strings.Contains(p.String(), test.want) {
					return
				}
			}
			t.Errorf("got %v, want %s", refused.Problems, test.want)
		})
	}
}

func TestTwoPacksCannotOwnOneArea(t *testing.T) {
	_, err := policy.Load(t.Context(), []policy.Pack{
		builtIn(),
		{Name: "one", FS: tree(map[string]string{"v.rego": versions})},
		{Name: "two", FS: tree(map[string]string{"w.rego": strings.Replace(versions, "acme.versions\n", "acme.others\n", 1)})},
	})
	if err == nil || !strings.Contains(err.Error(), `two/w.rego:18: area "acme" belongs to another policy pack`) {
		t.Errorf("got %v", err)
	}
}

func TestWithoutLibrary(t *testing.T) {
	pack := builtIn()
	pack.FS = tree(map[string]string{
		"bidgate/decision.rego":                                deciding,
		"bidgate/lib/said/said.rego":                           said,
		"bidgate/requirement/acme/versions/versions.rego":      versions,
		"bidgate/requirement/screening/versions/versions.rego": strings.ReplaceAll(versions, "acme", "screening"),
	})
	for _, without := range []bool{false, true} {
		pack.WithoutLibrary = without
		lib, err := policy.Load(t.Context(), []policy.Pack{pack})
		if err != nil {
			t.Fatal(err)
		}
		want := []string{"acme.versions", "screening.versions"}
		if without {
			want = want[1:]
		}
		if got := lib.Catalogue().IDs(); !slices.Equal(got, want) {
			t.Errorf("without library %v: got %v, want %v", without, got, want)
		}
	}
}

func TestDigestIgnoresLayout(t *testing.T) {
	digest := func(files map[string]string) string {
		lib, err := load(t, files)
		if err != nil {
			t.Fatal(err)
		}
		return lib.Digest()
	}
	one := digest(map[string]string{"versions.rego": versions, "profile.txt": "x"})
	if two := digest(map[string]string{"deep/down/versions.rego": versions}); one != two {
		t.Error("the same sources in another layout have another digest")
	}
	if three := digest(map[string]string{"versions.rego": versions + "\n"}); one == three {
		t.Error("other sources have the same digest")
	}
}

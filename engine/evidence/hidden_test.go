package evidence_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/google/go-cmp/cmp"
)

func read(t *testing.T, files map[string]string) *evidence.Dossier {
	t.Helper()
	bundle := fstest.MapFS{}
	for name, text := range files {
		bundle[name] = &fstest.MapFile{Data: []byte(text)}
	}
	b, err := evidence.OpenFS(bundle, evidence.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return evidence.Read(b)
}

// TestHiddenComponents: what the graph treats as delivered and the counts do
// not. Rows are those of the components in their order.
func TestHiddenComponents(t *testing.T) {
	for _, c := range []struct {
		name, components, dependencies string
		want                           evidence.HiddenFacts
	}{
		{"needed by a delivered one", `{"bom-ref": "a"}, {"bom-ref": "b", "scope": "excluded"}`, `root>a a>b`, evidence.HiddenFacts{ExcludedNeeded: []evidence.Row{1}}},
		{"needed by the subject alone", `{"bom-ref": "a"}, {"bom-ref": "b", "scope": "excluded"}`, `root>a root>b`, evidence.HiddenFacts{ExcludedDirect: []evidence.Row{1}}},
		{"through excluded ones alone", `{"bom-ref": "a", "scope": "excluded"}, {"bom-ref": "b", "scope": "excluded"}`, `root>a a>b`, evidence.HiddenFacts{ExcludedDirect: []evidence.Row{0}}},
		{"needed by what nothing needs", `{"bom-ref": "a"}, {"bom-ref": "b", "scope": "excluded"}`, `a>b`, evidence.HiddenFacts{}},
		{"needed by what only an excluded one needs", `{"bom-ref": "a"}, {"bom-ref": "b", "scope": "excluded"}, {"bom-ref": "c", "scope": "excluded"}`, `root>b b>a a>c`, evidence.HiddenFacts{ExcludedDirect: []evidence.Row{1}}},
		{"nested and excluded", `{"bom-ref": "a", "components": [{"type": "library", "name": "n", "bom-ref": "b", "scope": "excluded"}]}`, `root>a a>b`, evidence.HiddenFacts{ExcludedNeeded: []evidence.Row{1}}},
		{"in the pedigree and needed", `{"bom-ref": "a", "pedigree": {"ancestors": [{"type": "library", "name": "n", "bom-ref": "b"}]}}`, `root>a a>b`, evidence.HiddenFacts{Elsewhere: []evidence.Row{1}, ElsewhereReached: []evidence.Row{1}}},
		{"in the pedigree", `{"bom-ref": "a", "pedigree": {"ancestors": [{"type": "library", "name": "n", "bom-ref": "b"}]}}`, `root>a`, evidence.HiddenFacts{Elsewhere: []evidence.Row{1}}},
		{"in the pedigree under the ref of a delivered one", `{"bom-ref": "a", "pedigree": {"ancestors": [{"type": "library", "name": "n", "bom-ref": "a"}]}}`, `root>a`, evidence.HiddenFacts{Elsewhere: []evidence.Row{1}}},
		{"no graph", `{"bom-ref": "a"}, {"bom-ref": "b", "scope": "excluded"}`, ``, evidence.HiddenFacts{}},
	} {
		components := strings.ReplaceAll(c.components, `{"bom-ref"`, `{"type": "library", "name": "n", "bom-ref"`)
		edges := []string{}
		for edge := range strings.FieldsSeq(c.dependencies) {
			from, to, _ := strings.Cut(edge, ">")
			edges = append(edges, `{"ref": "`+from+`", "dependsOn": ["`+to+`"]}`)
		}
		d := read(t, map[string]string{"a.cdx.json": `{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "metadata": {"component": {"type": "application", "name": "x", "bom-ref": "root"}},
 "components": [` + components + `], "dependencies": [` + strings.Join(edges, ", ") + `]}`})
		for _, list := range []*[]evidence.Row{&c.want.Elsewhere, &c.want.ElsewhereReached, &c.want.ExcludedNeeded, &c.want.ExcludedDirect} {
			*list = append([]evidence.Row{}, *list...)
		}
		if diff := cmp.Diff(c.want, d.SBOMs[0].Facts.Hidden); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestDates: each date of what was done is listed once, with its place.
func TestDates(t *testing.T) {
	d := read(t, map[string]string{
		"a.cdx.json": `{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "metadata": {"timestamp": "2027-01-01T00:00:00Z"}, "components": []}`,
		"b.yaml":     "threat_model: 1\nproduct: {name: x}\ndate: 2027-01-02\nreviewed_at: 2027-01-03\nnext_review: 2028-01-01\nvalidation: [{kind: test, date: 2027-01-04}]\n",
		"c.yaml": "declaration: 1\ndate: 2027-01-05\nanswers: [{requirement: ir8259a-SU-2, status: met, date: 2027-01-06}]\n" +
			"evidence: [{id: e, kind: other, created: 2027-01-07, expires: 2028-01-01}]\naffirmation: {statement: s, date: 2027-01-08}\nsupport: {end: 2030-01-01}\n",
	})
	var got []string
	for _, date := range d.Dates {
		got = append(got, date.What+" "+date.Date.Text+" "+date.Location)
	}
	want := []string{
		"sbom 2027-01-01T00:00:00Z /metadata/timestamp", "threat_model 2027-01-02 /date", "threat_model_review 2027-01-03 /reviewed_at",
		"validation 2027-01-04 /validation/0/date", "declaration 2027-01-05 /date", "answer 2027-01-06 /answers/0/date",
		"evidence 2027-01-07 /evidence/0/created", "affirmation 2027-01-08 /affirmation/date",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("dates (-want +got):\n%s", diff)
	}
}

// TestOtherBids: what a bundle has in common with other bids, whatever their order.
func TestOtherBids(t *testing.T) {
	sbom := `{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "serialNumber": "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
 "metadata": {"component": {"type": "application", "name": "Pump"}}, "components": []}`
	d := read(t, map[string]string{"a.cdx.json": sbom, "b.yaml": "threat_model: 1\nproduct: {name: BoltSense}\n"})
	own := d.SBOMIdentities()[0]
	item := func(product string) []evidence.OfferItem { return []evidence.OfferItem{{Product: product}} }
	copied := evidence.Bid{Vendor: "Copy", Items: item("Pump"), SBOMs: []evidence.SBOMIdentity{own}}
	changed := evidence.Bid{Vendor: "Edit", SBOMs: []evidence.SBOMIdentity{{SerialNumber: strings.ToUpper(own.SerialNumber), SHA256: "00"}}}
	bolt := evidence.Bid{Vendor: "Bolt", Items: item("boltsense")}
	apart := evidence.Bid{Vendor: "Apart", Items: item("Valve"), SBOMs: []evidence.SBOMIdentity{{SHA256: "00"}}}
	want := []evidence.OtherBid{
		{Vendor: "Apart", Items: []evidence.Item{{Product: "Valve"}}, Shared: []evidence.SharedID{}},
		{Vendor: "Bolt", Items: []evidence.Item{{Product: "boltsense"}}, Shared: []evidence.SharedID{
			{Document: evidence.Side{Kind: "threat_model", Document: 1}, By: "product", Value: "BoltSense", Theirs: true},
		}},
		{Vendor: "Copy", Items: []evidence.Item{{Product: "Pump"}}, Shared: []evidence.SharedID{
			{Document: evidence.Side{Kind: "sbom"}, By: "product", Value: "Pump", Ours: true, Theirs: true},
			{Document: evidence.Side{Kind: "sbom"}, By: "digest", Value: "sha256:" + own.SHA256, Ours: true, Theirs: true},
		}},
		{Vendor: "Edit", Items: []evidence.Item{}, Shared: []evidence.SharedID{
			{Document: evidence.Side{Kind: "sbom"}, By: "serial_number", Value: own.SerialNumber, Ours: true},
		}},
	}
	bids := []evidence.Bid{copied, changed, bolt, apart}
	for range len(bids) {
		bids = append(bids[1:], bids[0])
		if diff := cmp.Diff(want, d.OtherBids("Acme", item("Pump"), bids)); diff != "" {
			t.Errorf("other bids (-want +got):\n%s", diff)
		}
	}
	if got := d.OtherBids("Acme", item("Pump"), nil); len(got) != 0 {
		t.Errorf("without other bids: %v", got)
	}
}

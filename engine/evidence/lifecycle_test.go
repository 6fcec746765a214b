package evidence

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestCorpusOpenEoX reads the examples and the validator's cases: each is one
// record, and only a date that is no date-time is told. What the dates say of
// each other is for policies.
func TestCorpusOpenEoX(t *testing.T) {
	for _, row := range corpusTable(t, "advisories/MANIFEST.tsv") {
		name := row["file"]
		if !strings.HasPrefix(name, "openeox/") {
			continue
		}
		d := readAlone(t, filepath.Join(corpusDir, "advisories", name))
		doc := d.Bundle.Documents[0]
		t.Log(name, doc.Kinds, doc.Format, doc.FormatVersion, len(d.Lifecycle), problems(doc.Problems))
		if strings.Contains(name, "schema/") {
			if len(d.Lifecycle) != 0 || doc.Format != "" {
				t.Errorf("%s: a schema counts as a record", name)
			}
			continue
		}
		if len(d.Lifecycle) != 1 || doc.Format != "openeox" || doc.FormatVersion != "1.0" {
			t.Errorf("%s: %v", name, doc)
			continue
		}
		wrong := map[string]string{"oasis_openeox_tc-core-1_0-2025-7-1-02-01.json": "bad_date"}[filepath.Base(name)]
		if got := strings.Join(problems(doc.Problems), ","); got != wrong {
			t.Errorf("%s: problems %s, want %s", name, got, wrong)
		}
		data, err := os.ReadFile(filepath.Join(corpusDir, "advisories", name))
		if err != nil {
			t.Fatal(err)
		}
		var plain map[string]string
		if err := json.Unmarshal(data, &plain); err != nil {
			t.Fatal(err)
		}
		l := d.Lifecycle[0]
		for field, date := range map[string]Date{"general_availability": l.GeneralAvailability, "end_of_sales": l.EndOfSales,
			"end_of_security_support": l.EndOfSecurity, "end_of_life": l.EndOfLife, "last_updated": l.Updated} {
			want := Stated
			switch text := plain[field]; {
			case text == "":
				want = Absent
			case text == "tba":
				want = Unknown
			case strings.Contains(text, " "):
				want = Invalid
			}
			if date.State != want || want == Stated && date.Value.Text != plain[field] {
				t.Errorf("%s: %s is %v, want %s %s", name, field, date, want, plain[field])
			}
		}
	}
}

const cleDocument = `{"$schema":"https://ecma-tc54.github.io/ECMA-428/cle-1.0.0.schema.json","identifier":["pkg:generic/acme/gateway","cpe:2.3:a:acme:gateway:*:*:*:*:*:*:*:*"],
 "updatedAt":"2026-05-01T00:00:00Z","events":[
 {"id":5,"type":"withdrawn","effective":"2026-05-01T00:00:00Z","published":"2026-05-01T00:00:00Z","eventId":3},
 {"id":4,"type":"endOfLife","effective":"2032-01-01T00:00:00Z","published":"2026-01-01T00:00:00Z","versions":[{"range":"vers:generic/>=2"}]},
 {"id":3,"type":"endOfLife","effective":"2029-01-01T00:00:00Z","published":"2025-01-01T00:00:00Z","versions":[{"range":"vers:generic/>=2"}]},
 {"id":2,"type":"endOfSupport","effective":"2030-01-01T00:00:00Z","published":"2025-01-01T00:00:00Z","versions":[{"range":"vers:generic/>=2"}],"supportId":"standard"},
 {"id":1,"type":"released","effective":"2025-01-01T00:00:00Z","published":"2025-01-01T00:00:00Z","version":"2.4.1"}]}`

func TestCLE(t *testing.T) {
	sbom := strings.Replace(vexGateway, `"name":"Gateway",`, `"name":"Gateway","purl":"pkg:generic/acme/gateway@2.4.1",`, 1)
	d := read(t, map[string]string{"a.cdx.json": sbom, "cle.json": cleDocument})
	if len(d.Lifecycle) != 1 || len(d.Bundle.Documents[1].Problems) > 0 {
		t.Fatalf("%v", d.Bundle.Documents[1])
	}
	l := d.Lifecycle[0]
	got := []string{l.GeneralAvailability.Value.Text, l.EndOfSupport.Value.Text, l.EndOfLife.Value.Text, string(l.EndOfSecurity.State), string(l.EndOfSales.State)}
	want := []string{"2025-01-01T00:00:00Z", "2030-01-01T00:00:00Z", "2032-01-01T00:00:00Z", "unsupported", "absent"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("dates (-want +got)\n%s", diff)
	}
	if l.SBOM != 0 || l.Row != -1 || !l.Events.Items[2].Withdrawn || l.Events.Items[1].Withdrawn || l.Events.Items[3].Support.Value != "standard" {
		t.Errorf("%+v", l)
	}
	for line, path := range map[int][]any{
		6: {"lifecycle", 0, "events", "items", 3, "effective"}, 4: {"lifecycle", 0, "end_of_life"}, 2: {"lifecycle", 0, "updated"},
	} {
		places, _, err := d.Locate(path, 1)
		if err != nil || len(places) != 1 || places[0].Line != line {
			t.Errorf("%v is at %v, want line %d (%v)", path, places, line, err)
		}
	}
	odd := read(t, map[string]string{"cle.json": `{"identifier":7,"updatedAt":"today","events":[1,{"type":"ended","effective":[]},{"id":1,"type":"endOfLife","effective":"2030-01-01T00:00:00Z"},{"id":2,"type":"endOfLife","effective":"2031-01-01T00:00:00Z"}]}`})
	if got := strings.Join(problems(odd.Bundle.Documents[0].Problems), ","); got != "bad_date,unknown_value,wrong_type,wrong_type,unknown_value" {
		t.Errorf("problems %s", got)
	}
	if l := odd.Lifecycle[0]; l.EndOfLife.State != Absent || len(l.Events.Items) != 3 {
		t.Errorf("of two ends of life one counts: %v", l)
	}
	wrong := read(t, map[string]string{"cle.json": strings.Replace(cleDocument, `"effective":"2032-01-01T00:00:00Z"`, `"effective":"in 2032"`, 1)})
	if l := wrong.Lifecycle[0]; l.EndOfLife.State != Invalid || l.EndOfSupport.State != Stated {
		t.Errorf("a day of a wrong form is %s", l.EndOfLife.State)
	}
}

func TestMilestones(t *testing.T) {
	d := read(t, map[string]string{"a.cdx.json": cycloneDX(
		`"metadata":{"component":{"type":"firmware","name":"gw","version":"1","properties":[{"name":"cdx:lifecycle:milestone:endOfSupport","value":"2031-05-01"}]}}`,
		`"components":[{"type":"library","name":"a"},{"type":"library","name":"b","properties":[{"name":"cdx:lifecycle:milestone:endOfLife","value":"soon"},{"name":"cdx:lifecycle:milestone:generalAvailability","value":"2020-01-01"}]}]`)})
	if len(d.Lifecycle) != 2 {
		t.Fatalf("%d records, want 2", len(d.Lifecycle))
	}
	subject, part := d.Lifecycle[0], d.Lifecycle[1]
	if subject.SBOM != 0 || subject.Row != -1 || subject.EndOfSupport.Value.Text != "2031-05-01" || subject.Product.Name.Value != "gw" {
		t.Errorf("%+v", subject)
	}
	if part.Row != 1 || part.EndOfLife.State != Invalid || part.Events.Items[0].Effective.State != Invalid || part.GeneralAvailability.State != Stated || part.Location != "/components/1/properties" {
		t.Errorf("%+v", part)
	}
	if diff := cmp.Diff([]Kind{KindSBOM, KindLifecycle}, d.Bundle.Documents[0].Kinds); diff != "" {
		t.Error(diff)
	}
}

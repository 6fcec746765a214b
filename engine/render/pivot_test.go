package render_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/report"
)

// TestReportsPivotOnTags: the table of findings has the core area and the
// functions of the CSF of each finding in columns of their own, so that counts
// by either are those of the report.
func TestReportsPivotOnTags(t *testing.T) {
	text, err := os.ReadFile("../../fixtures/edk2-meets/report.json")
	if err != nil {
		t.Fatal(err)
	}
	var r report.Report
	if err := json.Unmarshal(text, &r); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := render.Render(&b, &r, "csv", render.Options{}); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	id := slices.Index(rows[0], "finding")
	for _, key := range []string{"core_area", "csf"} {
		at := slices.Index(rows[0], key)
		want, got := map[string]map[string]bool{}, map[string]map[string]bool{}
		count := func(into map[string]map[string]bool, value, finding string) {
			if into[value] == nil {
				into[value] = map[string]bool{}
			}
			into[value][finding] = true
		}
		for _, f := range r.Findings {
			for _, tag := range f.Tags {
				if value, ok := strings.CutPrefix(tag, key+":"); ok {
					count(want, value, f.ID)
				}
			}
		}
		for _, row := range rows[1:] {
			for value := range strings.FieldsSeq(row[at]) {
				count(got, value, row[id])
			}
		}
		if diff := cmp.Diff(want, got); diff != "" || len(want) < 3 {
			t.Errorf("%s: %d groups: %s", key, len(want), diff)
		}
	}
}

package engine_test

import (
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/report"
)

// TestModelWithoutAVersionIsForAPerson: a threat model whose format cannot say a
// version is never taken for one of this version, nor for one of another, by the
// name of its product alone; a summary that adds the version settles it.
func TestModelWithoutAVersionIsForAPerson(t *testing.T) {
	engine.OneGoroutine(t)
	e := newEngine(t)
	files := map[string]string{
		"a.cdx.json": `{"bomFormat":"CycloneDX","specVersion":"1.6","version":1,"metadata":{"component":{"type":"application","name":"Meter","version":"3"}}}`,
		"b.json":     `{"version":"2.3.0","summary":{"title":"Meter","owner":"Ann"},"detail":{"diagrams":[{"diagramType":"STRIDE","cells":[]}]}}`,
	}
	p := profile(t, "profile: 1\nid: test\nedition: \"1\"\ntitle: T\nuse: [product.same_product]\n")
	for _, c := range []struct {
		summary string
		want    report.Status
		code    string
	}{
		{"", report.Review, "not_comparable"},
		{"threat_model: 1\nsupplements: b.json\nproduct: {version: \"3\"}\n", report.Pass, "documents_agree"},
		{"threat_model: 1\nsupplements: b.json\nproduct: {version: \"4\"}\n", report.Fail, "version_differs"},
	} {
		if delete(files, "c.yaml"); c.summary != "" {
			files["c.yaml"] = c.summary
		}
		f := faulty{files: map[string][]byte{}}
		for name, text := range files {
			f.files[name] = []byte(text)
		}
		finding := screen(t, e, f.bundle(t), engine.Screening{Profile: p}).Report.Findings[0]
		codes := ""
		for _, list := range [][]report.Statement{finding.Violations, finding.Reviews, finding.Basis} {
			for _, s := range list {
				codes += s.Code + " "
			}
		}
		if finding.Status != c.want || !strings.Contains(codes, c.code) {
			t.Errorf("%q: %s, %s, want %s with %s", c.summary, finding.Status, codes, c.want, c.code)
		}
	}
}

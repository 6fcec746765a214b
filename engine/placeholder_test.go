package engine_test

import (
	"fmt"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/report"
)

// TestWordThatFillsThePlace: beside the tables too, a text that only fills the
// place of a value is none, in either form of an SBOM.
func TestWordThatFillsThePlace(t *testing.T) {
	e := newEngine(t)
	p := profile(t, "profile: 1\nid: test\nedition: \"1\"\ntitle: T\nuse: [ai.datasets]\n")
	for word, want := range map[string]report.Status{
		"public": report.Pass, "TBD": report.Fail, "n/a": report.Fail, "[to be determined]": report.Fail, "unknown": report.Review,
	} {
		for name, text := range map[string]string{
			"a.cdx.json": `{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": [{"type": "data", "bom-ref": "d", "name": "coco",
"supplier": {"name": "COCO Consortium"}, "licenses": [{"license": {"id": "CC-BY-4.0"}}], "data": [{"type": "dataset", "classification": %q}]}]}`,
			"a.cdx.xml": `<bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1"><components><component type="data" bom-ref="d"><supplier><name>COCO Consortium</name></supplier><name>coco</name>
<licenses><license><id>CC-BY-4.0</id></license></licenses><data><type>dataset</type><classification>%s</classification></data></component></components></bom>`,
		} {
			r := screen(t, e, open(t, fstest.MapFS{name: file(fmt.Sprintf(text, word))}), engine.Screening{Profile: p}).Report
			var got []report.Status
			for _, f := range r.Findings {
				if f.ID == "ai.datasets" {
					got = append(got, f.Status)
				}
			}
			if !slices.Equal(got, []report.Status{want}) {
				t.Errorf("%s %q: %s, want %s", name, word, got, want)
			}
		}
	}
}

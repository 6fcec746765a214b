package xlsx_test

import (
	"bytes"
	"fmt"
	"os"
	"testing"

	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/render/xlsx"
	"github.com/bidgate/bidgate/engine/report"
)

// BenchmarkWorkbook writes 500 and 5,000 findings with up to three places each,
// and as many components.
func BenchmarkWorkbook(b *testing.B) {
	data, err := os.ReadFile("../testdata/does_not_meet.json")
	if err != nil {
		b.Fatal(err)
	}
	for _, n := range []int{500, 5_000} {
		r, err := report.Decode(bytes.NewReader(data))
		if err != nil {
			b.Fatal(err)
		}
		shown := r.Findings
		r.Findings, r.Inventory = nil, &report.Inventory{ComponentsTotal: n}
		for i := range n {
			f := shown[i%len(shown)]
			f.ID = fmt.Sprint("area.name", i)
			f.Violations = nil
			for _, s := range shown[i%len(shown)].Violations {
				s.Places = s.Places[:min(len(s.Places), 3)]
				f.Violations = append(f.Violations, s)
			}
			r.Findings = append(r.Findings, f)
			r.Inventory.Components = append(r.Inventory.Components, report.Component{Name: f.ID, Version: "1", PURL: "pkg:npm/" + f.ID})
		}
		b.Run(fmt.Sprintf("findings=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			size := 0
			for b.Loop() {
				var out bytes.Buffer
				if err := xlsx.Write(&out, r, render.Options{}); err != nil {
					b.Fatal(err)
				}
				size = out.Len()
			}
			b.ReportMetric(float64(size)/1e6, "MB-written")
		})
	}
}

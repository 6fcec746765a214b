package render_test

import (
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/report"
)

// many is a report of n findings with three places each, of all outcomes.
func many(n int) report.Report {
	r := doesNotMeet()
	shown := r.Findings
	r.Findings = nil
	for i := range n {
		f := shown[i%len(shown)]
		f.ID, f.Requirement, f.Member, f.Family = fmt.Sprintf("area%d.name%d", i%50, i), fmt.Sprintf("area%d.name%d", i%50, i), "", ""
		f.Title = fmt.Sprintf("%s, number %d", f.Title, i)
		f.Section = sectionsOf[i%len(sectionsOf)]
		if f.Status != report.Pass {
			f.Violations = []report.Statement{{Code: "wrong", Message: fmt.Sprintf("Number %d is not as asked.", i), Places: places("version", 3)}}
		}
		r.Findings = append(r.Findings, f)
	}
	return counted(r)
}

var sectionsOf = []string{"governance", "supply-chain", "development", "deployment", "vulnerability-management"}

// BenchmarkRender writes 500 and 5,000 findings in each format: memory grows
// with the report and what is written of it, and with nothing else, and none
// is kept: live-MB is what stays after all runs, with the report itself left out.
func BenchmarkRender(b *testing.B) {
	for _, n := range []int{500, 5_000} {
		r := many(n)
		for _, f := range render.Formats() {
			b.Run(fmt.Sprintf("%s/findings=%d", f.Name, n), func(b *testing.B) {
				b.ReportAllocs()
				var size counter
				before := live()
				for b.Loop() {
					size = 0
					if err := render.Render(&size, &r, f.Name, render.Options{}); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(size)/1e6, "MB-written")
				b.ReportMetric(max(0, live()-before), "live-MB")
			})
		}
	}
}

// live is how much memory is in use, in MB, when what is not has been collected.
func live() float64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc) / 1e6
}

type counter int

func (c *counter) Write(p []byte) (int, error) { *c += counter(len(p)); return len(p), nil }

var _ io.Writer = (*counter)(nil)

// TestManyFindings: 5,000 findings stay within what readers take, and on a page
// all but the first few are folded.
func TestManyFindings(t *testing.T) {
	OneGoroutine(t)
	r := many(5_000)
	page := renderTo(t, &r, "html", render.Options{})
	if open, folded := strings.Count(page, "<details open>"), strings.Count(page, "<details>"); open > 12 || folded < 1_000 {
		t.Errorf("%d points are open and %d folded", open, folded)
	}
	for _, format := range []string{"markdown", "github"} {
		checks[format](t, format, renderTo(t, &r, format, render.Options{}))
	}
}

package main

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"text/tabwriter"
)

// table is what make bench prints: measured in one run on one machine, so that
// the ratios count and the figures beside them do not.
type table struct {
	b strings.Builder
	w *tabwriter.Writer
}

func newTable() *table {
	t := &table{}
	t.w = tabwriter.NewWriter(&t.b, 0, 0, 2, ' ', 0)
	return t
}

// head begins a part of the table.
func (t *table) head(title string, columns ...string) {
	_ = t.w.Flush() // to memory
	fmt.Fprintf(&t.b, "\n%s\n", title)
	t.row(columns...)
}

func (t *table) row(cells ...string) {
	_, _ = fmt.Fprintln(t.w, "  "+strings.Join(cells, "\t")) // to memory
}

// notes are lines below a part.
func (t *table) notes(lines []string) {
	_ = t.w.Flush() // to memory
	for _, line := range lines {
		fmt.Fprintf(&t.b, "  %s\n", line)
	}
}

func (t *table) String() string {
	_ = t.w.Flush() // to memory
	return t.b.String()
}

// goal is a row of what is to be reached: how many times something fits into
// the peer's, or, where less is better, how large it is beside it.
type goal struct {
	must, excellent float64
	less            bool
}

// against writes a ratio with what is asked of it.
func (t goal) against(ratio float64) string {
	reached := func(bound float64) bool { return ratio >= bound && !t.less || ratio <= bound && t.less }
	word := "missed"
	if reached(t.excellent) {
		word = "excellent"
	} else if reached(t.must) {
		word = "reached"
	}
	sign := "≥"
	if t.less {
		sign = "≤"
	}
	return fmt.Sprintf("%.2f× (must %s %g, excellent %s %g): %s", ratio, sign, t.must, sign, t.excellent, word)
}

// TestTable measures everything that is promised of speed and size and writes
// it to table.txt. It takes minutes, so that it runs only where BIDGATE_TABLE names what was
// built for it: see make bench. It fails where something cannot be measured and
// never because it is slow.
func TestTable(t *testing.T) {
	dir := os.Getenv("BIDGATE_TABLE")
	if dir == "" {
		t.Skip("make bench runs it")
	}
	m := newMaterial(t, dir)
	out := newTable()
	for _, part := range []struct {
		name string
		fill func(*testing.T, *material, *table)
	}{
		{"peers", besidePeers}, {"cold", coldStarts}, {"growth", growthByComponents}, {"requirements", growthByRequirements},
		{"documents", growthByDocuments}, {"findings", growthByFindings}, {"throughput", throughput}, {"leak", leaks}, {"size", sizes},
	} {
		if only := os.Getenv("BIDGATE_TABLE_ONLY"); only == "" || strings.Contains(only, part.name) {
			part.fill(t, m, out)
		}
		// After each part: what comes later may be stopped.
		if err := os.WriteFile(m.program("table.txt"), []byte(out.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

package hostile_test

import (
	"slices"
	"testing"

	"github.com/bidgate/bidgate/engine/hostile"
)

// TestRowsAreDistinct counts the table by format. Two rows that are the same in
// code, format and place show the same thing once.
func TestRowsAreDistinct(t *testing.T) {
	rows := hostile.Rows()
	seen, refused, accepted := map[string]string{}, map[string]int{}, map[string]int{}
	total := 0
	for _, r := range rows {
		if before, twice := seen[r.Key()]; twice {
			t.Errorf("%s: %q and %q are one row: %s", r.Format, before, r.Name, r.Key())
		}
		seen[r.Key()] = r.Name
		if r.Code == "" {
			accepted[r.Format]++
			continue
		}
		refused[r.Format]++
		total++
	}
	formats := []string{}
	for format := range refused {
		formats = append(formats, format)
	}
	slices.Sort(formats)
	for _, format := range formats {
		t.Logf("%-16s %4d with a problem %4d at or below a bound", format, refused[format], accepted[format])
	}
	t.Logf("%-16s %4d with a problem, %d rows", "all", total, len(rows))
	if total < 300 {
		t.Errorf("%d rows with a problem, want 300", total)
	}
}

package evidence

import "testing"

func TestParseDay(t *testing.T) {
	for text, want := range map[string]int{
		"1970-01-01":                0,
		"1969-12-31":                -1,
		"2026-09-14":                20710,
		"2026-09-14T23:30:00-02:00": 20711, // the day in UTC
		"2026-09-14T00:00:00.5Z":    20710,
	} {
		got, ok := parseDay(text)
		if !ok || got.Day != want || got.Text != text {
			t.Errorf("parseDay(%q) = %v, %v; want day %d", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "2026", "2026-02-30", "14.09.2026", "2026-9-14", "2026-09-14 10:00", "0000-01-01", "9999-12-31T23:59:59-12:00"} {
		if got, ok := parseDay(text); ok {
			t.Errorf("parseDay(%q) = %v", text, got)
		}
	}
}

func TestParseSpan(t *testing.T) {
	for text, want := range map[string]Span{
		"P5Y":         {Months: 60},
		"P1Y6M":       {Months: 18},
		"P18M":        {Months: 18},
		"P2W":         {Days: 14},
		"P1Y2M3W4D":   {Months: 14, Days: 25},
		"P0D":         {},
		"P99999Y":     {Months: 1199988},
		"P00001Y2D":   {Months: 12, Days: 2},
		"P1Y10D":      {Months: 12, Days: 10},
		"P10M1D":      {Months: 10, Days: 1},
		"P12M99999D":  {Months: 12, Days: 99999},
		"P99999M365D": {Months: 99999, Days: 365},
	} {
		want.Text = text
		if got, ok := parseSpan(text); !ok || got != want {
			t.Errorf("parseSpan(%q) = %v, %v; want %v", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "P", "5Y", "P5", "PY", "P1D1Y", "P1Y1Y", "PT5H", "P1.5Y", "-P1Y", "P100000Y", "5 years"} {
		if got, ok := parseSpan(text); ok {
			t.Errorf("parseSpan(%q) = %v", text, got)
		}
	}
}

func TestCalendarArithmetic(t *testing.T) {
	for _, c := range []struct {
		start, span, end string
		months           int
	}{
		{"2026-12-01", "P5Y", "2031-12-01", 60},
		{"2024-02-29", "P1Y", "2025-02-28", 12},
		{"2026-01-31", "P1M", "2026-02-28", 1},
		{"2026-01-31", "P1M1D", "2026-03-01", 1},
		{"2026-11-15", "P2M", "2027-01-15", 2},
		{"2026-11-15", "P30D", "2026-12-15", 1},
		{"2026-11-15", "P29D", "2026-12-14", 0},
		{"1969-12-31", "P1D", "1970-01-01", 0},
	} {
		start, _ := parseDay(c.start)
		span, _ := parseSpan(c.span)
		got, ok := addSpan(start, span)
		if !ok || got.Text != c.end {
			t.Errorf("%s + %s = %v, %v; want %s", c.start, c.span, got, ok, c.end)
		}
		if want, _ := parseDay(c.end); want.Day != got.Day {
			t.Errorf("%s + %s is day %d, not %d", c.start, c.span, got.Day, want.Day)
		}
		if months := monthsBetween(start, got); months != c.months {
			t.Errorf("from %s to %s: %d whole months, want %d", c.start, c.end, months, c.months)
		}
		if months := monthsBetween(got, start); got.Day > start.Day && months != 0 {
			t.Errorf("backwards from %s to %s: %d months, want 0", c.end, c.start, months)
		}
	}
	start, _ := parseDay("2026-01-01")
	if got, ok := addSpan(start, Span{Months: 12 * 99999}); ok {
		t.Errorf("a day after the year 9999: %v", got)
	}
}

package evidence

import (
	"strconv"
	"strings"
	"time"
)

// secondsPerDay of UTC; the calendar here has no leap seconds.
const secondsPerDay = 24 * 60 * 60

// parseDay reads a calendar date (2026-09-14) or an RFC 3339 date-time, which
// counts as its day in UTC. Years before 1 and after 9999 are not dates.
func parseDay(text string) (Day, bool) {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		t, err = time.Parse(time.RFC3339Nano, text)
	}
	if err != nil || t.UTC().Year() < 1 || t.UTC().Year() > 9999 {
		return Day{}, false
	}
	return Day{Day: dayNumber(t.UTC()), Text: text}, true
}

// dayNumber counts whole days since 1970-01-01; it rounds down, also before it.
func dayNumber(t time.Time) int {
	seconds := t.Unix()
	days := seconds / secondsPerDay
	if seconds%secondsPerDay < 0 {
		days--
	}
	return int(days)
}

func (d Day) time() time.Time {
	return time.Unix(int64(d.Day)*secondsPerDay, 0).UTC()
}

// parseSpan reads an ISO 8601 duration of whole years, months, weeks and days,
// such as P5Y or P1Y6M. Times of day and fractions are refused: no period of
// support or availability is stated in them.
func parseSpan(text string) (Span, bool) {
	rest, ok := strings.CutPrefix(strings.TrimSpace(text), "P")
	if !ok || rest == "" {
		return Span{}, false
	}
	span, units := Span{Text: text}, "YMWD"
	for rest != "" {
		digits := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
		if digits == 0 || digits > 5 || digits == len(rest) {
			return Span{}, false
		}
		n, _ := strconv.Atoi(rest[:digits]) // digits only, at most five
		unit := strings.IndexByte(units, rest[digits])
		if unit < 0 {
			return Span{}, false
		}
		switch units[unit] {
		case 'Y':
			span.Months += 12 * n
		case 'M':
			span.Months += n
		case 'W':
			span.Days += 7 * n
		case 'D':
			span.Days += n
		}
		units, rest = units[unit+1:], rest[digits+1:]
	}
	return span, true
}

// addSpan is the day that lies s after d by the calendar: a month after
// 31 January is the last day of February.
func addSpan(d Day, s Span) (Day, bool) {
	t := d.time()
	year, month, day := t.Date()
	months := int(month) - 1 + s.Months
	year, month = year+months/12, time.Month(months%12+1)
	if last := time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day(); day > last {
		day = last
	}
	end := time.Date(year, month, day+s.Days, 0, 0, 0, 0, time.UTC)
	if end.Year() > 9999 {
		return Day{}, false
	}
	return Day{Day: dayNumber(end), Text: end.Format(time.DateOnly)}, true
}

// monthsBetween is the number of whole months from start to end; 0 when end
// is not after start.
func monthsBetween(start, end Day) int {
	from, to := start.time(), end.time()
	months := 12*(to.Year()-from.Year()) + int(to.Month()) - int(from.Month())
	if after, ok := addSpan(start, Span{Months: max(months, 0)}); ok && after.Day > end.Day {
		months--
	}
	return max(months, 0)
}

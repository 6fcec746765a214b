package evidence

import "strings"

// parseTimestamp reads a date-time of RFC 3339 with the optional suffixes of
// RFC 9557 ("[Europe/Paris]", "[u-ca=iso8601]"), which do not change the
// instant, and gives its day in UTC.
func parseTimestamp(text string) (Day, bool) {
	stamp, suffixes := text, ""
	if i := strings.IndexByte(text, '['); i >= 0 {
		stamp, suffixes = text[:i], text[i:]
	}
	if !strictTimestamp(stamp) || !validSuffixes(suffixes) {
		return Day{}, false
	}
	stamp = strings.ToUpper(stamp)
	// A leap second is second 60, which time.Parse refuses.
	if stamp[17:19] == "60" {
		stamp = stamp[:17] + "59" + stamp[19:]
	}
	day, ok := parseDay(stamp)
	day.Text = text
	return day, ok
}

// strictTimestamp checks what time.Parse lets through against RFC 3339: a
// comma before the fraction, one-digit hours, offsets beyond a day.
func strictTimestamp(s string) bool {
	const form = "0000-00-00T00:00:00"
	if len(s) < len(form)+1 {
		return false
	}
	for i := range len(form) {
		switch c := s[i]; form[i] {
		case '0':
			if c < '0' || c > '9' {
				return false
			}
		case 'T':
			if c != 'T' && c != 't' {
				return false
			}
		default:
			if c != form[i] {
				return false
			}
		}
	}
	zone := s[len(form):]
	if strings.HasPrefix(zone, ".") {
		rest := strings.TrimLeft(zone[1:], "0123456789")
		if len(rest) == len(zone)-1 {
			return false
		}
		zone = rest
	}
	if zone == "Z" || zone == "z" {
		return true
	}
	return len(zone) == 6 && (zone[0] == '+' || zone[0] == '-') && zone[3] == ':' &&
		zone[1:3] <= "23" && zone[4:6] <= "59"
}

// validSuffixes checks the form of the bracketed suffixes of RFC 9557.
func validSuffixes(s string) bool {
	for s != "" {
		end := strings.IndexByte(s, ']')
		if s[0] != '[' || end < 2 {
			return false
		}
		for _, c := range []byte(s[1:end]) {
			if !isAlphanumeric(c) && !strings.ContainsRune("!_=-+/.:", rune(c)) {
				return false
			}
		}
		s = s[end+1:]
	}
	return true
}

package advisory

import (
	"slices"
	"strings"
)

// CertificateNumber is a certificate's number in digits, as people write it:
// #4282, Cert. 4282, CMVP 4282; "" where there is no number in it, or several.
func CertificateNumber(text string) string {
	numbers := strings.FieldsFunc(text, func(r rune) bool { return r < '0' || r > '9' })
	numbers = slices.DeleteFunc(numbers, func(n string) bool { return n == "140" || strings.HasPrefix(text, "FIPS") && len(n) < 3 })
	if len(numbers) != 1 || len(numbers[0]) > 9 {
		return ""
	}
	return strings.TrimLeft(numbers[0], "0")
}

// SameModule compares the name of a module as it is declared with the
// certificate's: equal where the words of one stand in the other.
func SameModule(declared, listed string) string {
	a, b := nameWords(declared), nameWords(listed)
	switch {
	case len(a) == 0 || len(b) == 0:
		return "not_comparable"
	case standsIn(a, b) || standsIn(b, a):
		return "equal"
	}
	return "unequal"
}

// standsIn says that the words stand in others one after the other.
func standsIn(words, others []string) bool {
	for i := range others {
		if starts(others[i:], words) {
			return true
		}
	}
	return false
}

// SameVersion compares a declared version with those of a certificate.
func SameVersion(declared string, listed []string) string {
	declared = bareVersion(declared)
	if declared == "" || len(listed) == 0 {
		return "not_comparable"
	}
	for _, v := range listed {
		if bareVersion(v) == declared {
			return "equal"
		}
	}
	return "unequal"
}

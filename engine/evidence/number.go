package evidence

import (
	"math"
	"strconv"
	"strings"
)

// Most readers keep a number as a float64; OPA and others keep its digits. A
// number whose digits no float64 gives back is another number for the ones
// than for the others, and is refused.

// numberProblem bounds the literal of a number and refuses one that readers
// would take differently. The place is asked for only where there is a
// problem: finding it costs a look at all that stands before.
func numberProblem(literal string, l Limits, at func() Position) *Problem {
	if len(literal) > l.MaxNumberChars {
		return limitProblem("MaxNumberChars", l.MaxNumberChars, "a number", at())
	}
	if shortNumber(literal) {
		return nil
	}
	f, err := strconv.ParseFloat(literal, 64)
	switch {
	case err != nil || math.IsInf(f, 0) || math.IsNaN(f):
		return &Problem{Code: codeNumber, Message: "the number " + quoted(literal) + " is too large to be read", At: at()}
	case !givesBack(f, literal):
		return &Problem{Code: codeNumber, At: at(), Message: "the number " + quoted(literal) + " is read as " +
			strconv.FormatFloat(f, 'g', -1, 64) + " by many readers; write it as text, or with digits that all of them keep"}
	}
	return nil
}

// shortNumber says that a literal has so few digits, and no exponent, that
// every reader takes it for the same number.
func shortNumber[T string | []byte](literal T) bool {
	if len(literal) > 15 { // digits that a float64 always gives back
		return false
	}
	for i := range len(literal) {
		if literal[i] == 'e' || literal[i] == 'E' {
			return false
		}
	}
	return true
}

// givesBack says that f, written with as many digits as the literal has, is
// the literal.
func givesBack(f float64, literal string) bool {
	digits, exponent := significant(literal)
	if digits == "" || f == 0 {
		return digits == "" && f == 0
	}
	got, gotExponent := significant(strconv.FormatFloat(f, 'e', len(digits)-1, 64))
	return got == digits && gotExponent == exponent
}

// significant are the digits of a literal without zeros before and after, and
// the power of ten of the first; for a zero there are none.
func significant(literal string) (digits string, exponent int) {
	mantissa, power := strings.TrimLeft(literal, "+-"), 0
	if i := strings.IndexAny(mantissa, "eE"); i >= 0 {
		power, _ = strconv.Atoi(mantissa[i+1:]) // of a number that is finite and not zero, it is small
		mantissa = mantissa[:i]
	}
	whole, fraction, _ := strings.Cut(mantissa, ".")
	all := whole + fraction
	digits = strings.TrimLeft(all, "0")
	exponent = power + len(whole) - 1 - (len(all) - len(digits))
	return strings.TrimRight(digits, "0"), exponent
}

// asRead writes a number that was let through so that readers which keep all
// digits take it for what the others do.
func asRead(literal string) string {
	if shortNumber(literal) || !strings.ContainsAny(literal, ".eE") {
		return literal
	}
	f, err := strconv.ParseFloat(literal, 64)
	if err != nil {
		return literal
	}
	return strconv.FormatFloat(f, 'g', -1, 64)
}

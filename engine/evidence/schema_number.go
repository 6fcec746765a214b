package evidence

import (
	"math/big"
	"strconv"
	"strings"
)

// rational is the exact value of a number that the gate has accepted. An
// exponent far below zero, whose exact value would take all memory, is cut
// short: the value stays between zero and anything that a schema compares with.
func rational(literal string) *big.Rat {
	const least = -1000
	if i := strings.IndexAny(literal, "eE"); i >= 0 {
		mantissa := literal[:i]
		exponent, err := strconv.Atoi(strings.TrimPrefix(literal[i+1:], "+"))
		switch {
		case strings.Trim(mantissa, "-0.") == "":
			literal = "0"
		case err != nil || exponent < least: // above zero it would not be finite
			literal = mantissa + "e" + strconv.Itoa(least)
		}
	}
	r, ok := new(big.Rat).SetString(literal)
	if !ok {
		return new(big.Rat)
	}
	return r
}

// wholeLiteral reports whether a number is written as digits alone, as nearly
// all are.
func wholeLiteral(b []byte) bool {
	for i, c := range b {
		if (c < '0' || c > '9') && (i > 0 || c != '-') {
			return false
		}
	}
	return len(b) > 0 && b[0] != '-' || len(b) > 1 && b[1] != '0'
}

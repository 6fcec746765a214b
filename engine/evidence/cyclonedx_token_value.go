package evidence

import (
	"encoding/binary"
	"math/bits"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// stringAt reads a string, and reports whether it has escapes.
func (s *tokenizer) stringAt(at int) (end int, escaped bool) {
	data, i := s.data, at+1
	s.nul = false
	for {
		for i+8 <= len(data) {
			if special := specials(binary.LittleEndian.Uint64(data[i:])); special != 0 {
				i += bits.TrailingZeros64(special) / 8
				break
			}
			i += 8
		}
		if i >= len(data) {
			return 0, false
		}
		switch c := data[i]; {
		case c == '"':
			return i + 1, escaped
		case c == '\\':
			if i = s.escape(i); i == 0 {
				return 0, false
			}
			escaped = true
		case c < ' ':
			return 0, false
		case c < utf8.RuneSelf:
			i++
		default:
			_, size := utf8.DecodeRune(data[i:])
			if size == 1 {
				return 0, false
			}
			i += size
		}
	}
}

// specials marks the high bit of the first of eight bytes that is a quote, a
// backslash, a control character or no ASCII; bytes after it may be marked too.
func specials(x uint64) uint64 {
	const ones, highs = 0x0101010101010101, 0x8080808080808080
	quote, slash := x^ones*'"', x^ones*'\\'
	return ((quote-ones)&^quote | (slash-ones)&^slash | (x-ones*' ')&^x | x) & highs
}

// escape reads what begins with a backslash. A surrogate comes with the other
// half of its pair.
func (s *tokenizer) escape(at int) int {
	if at+1 >= len(s.data) {
		return 0
	}
	switch s.data[at+1] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return at + 2
	case 'u':
		first, ok := s.unit(at)
		s.nul = s.nul || ok && first == 0
		if !ok || !utf16.IsSurrogate(first) {
			return ifRead(ok, at+6)
		}
		second, ok := s.unit(at + 6)
		return ifRead(ok && utf16.DecodeRune(first, second) != utf8.RuneError, at+12)
	}
	return 0
}

// unit reads one escaped unit of UTF-16.
func (s *tokenizer) unit(at int) (rune, bool) {
	if at+6 > len(s.data) || s.data[at] != '\\' || s.data[at+1] != 'u' || !areHex(s.data[at+2:at+6]) {
		return 0, false
	}
	n, err := strconv.ParseUint(string(s.data[at+2:at+6]), 16, 16)
	return rune(n), err == nil //nolint:gosec // four digits
}

func ifRead(ok bool, end int) int {
	if !ok {
		return 0
	}
	return end
}

func (s *tokenizer) literal(at int, word string) int {
	end := at + len(word)
	return ifRead(end <= len(s.data) && string(s.data[at:min(end, len(s.data))]) == word, end)
}

// number reads a number: RFC 8259, section 6.
func (s *tokenizer) number(at int) int {
	i := at
	if s.data[i] == '-' {
		i++
	}
	digits := s.digits(i)
	if digits == i {
		return 0
	}
	if s.data[i] == '0' { // what follows it is another token
		digits = i + 1
	}
	if i = digits; i < len(s.data) && s.data[i] == '.' {
		if digits = s.digits(i + 1); digits == i+1 {
			return 0
		}
		i = digits
	}
	if i < len(s.data) && (s.data[i] == 'e' || s.data[i] == 'E') {
		if i++; i < len(s.data) && (s.data[i] == '+' || s.data[i] == '-') {
			i++
		}
		if digits = s.digits(i); digits == i {
			return 0
		}
		i = digits
	}
	return i
}

func (s *tokenizer) digits(at int) int {
	for at < len(s.data) && '0' <= s.data[at] && s.data[at] <= '9' {
		at++
	}
	return at
}

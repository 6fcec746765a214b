package evidence

import (
	"unicode"
	"unicode/utf8"
)

// textFlaws is a set of ways in which a short text does not show what it holds.
type textFlaws uint8

const (
	bidiFlaw textFlaws = 1 << iota
	invisibleFlaw
	controlFlaw
	mixedScriptFlaw
)

// flawKinds names the flaws, in the order in which they are told. Texts that
// only look alike are confusable, which is no flaw of one text alone.
var flawKinds = []struct {
	flaw textFlaws
	kind string
}{
	{bidiFlaw, "bidi"},
	{invisibleFlaw, "invisible"},
	{controlFlaw, "control"},
	{mixedScriptFlaw, "mixed_script"},
}

const confusableKind = "confusable"

// printable reports whether a text is printable ASCII, which has no flaw.
func printable(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i]-' ' > '~'-' ' {
			return false
		}
	}
	return true
}

// flawsOf finds the flaws of an identifier: a name, a version, a reference.
// Characters that only order, join or hide are flaws but where a script or an
// emoji needs them. Control characters are those that a terminal obeys, and the
// two that part lines and paragraphs.
func flawsOf(text string) textFlaws {
	if printable(text) {
		return 0
	}
	var flaws textFlaws
	before := utf8.RuneError
	for _, r := range text {
		switch {
		case unicode.Is(bidiControls, r):
			flaws |= bidiFlaw
		case unicode.Is(unicode.Cc, r) || r == '\u2028' || r == '\u2029':
			flaws |= controlFlaw
		case invisible(r) && !joins(before, r):
			flaws |= invisibleFlaw
		}
		before = r
	}
	if mixesScripts(text) {
		flaws |= mixedScriptFlaw
	}
	return flaws
}

// overrides finds in running text what no honest writing needs: characters
// that turn the order of letters around, tags, which say in hiding what only a
// machine reads, and the escape by which terminals are commanded. Marks of
// direction and joiners are let be, since languages written from right to left
// need them.
func overrides(text string) textFlaws {
	if printable(text) {
		return 0
	}
	var flaws textFlaws
	for _, r := range text {
		switch {
		case r == '\u202d' || r == '\u202e':
			flaws |= bidiFlaw
		case r >= 0xe0000 && r <= 0xe007f:
			flaws |= invisibleFlaw
		case r == '\x1b':
			flaws |= controlFlaw
		}
	}
	return flaws
}

// bidiControls are all characters of the property Bidi_Control.
var bidiControls = table("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

// visibleFormats are format characters that stand around numbers and are seen.
var visibleFormats = table("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")

// blanks are letters, marks and symbols that show nothing.
var blanks = table("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")

func table(runes string) *unicode.RangeTable {
	t := &unicode.RangeTable{}
	for _, r := range runes {
		code := uint32(r) //nolint:gosec // a rune of a text is not negative
		t.R32 = append(t.R32, unicode.Range32{Lo: code, Hi: code, Stride: 1})
	}
	return t
}

func invisible(r rune) bool {
	switch {
	case r >= 0xfe00 && r <= 0xfe0f, r >= 0xe0100 && r <= 0xe01ef: // variation selectors
		return true
	case unicode.Is(blanks, r):
		return true
	}
	return unicode.Is(unicode.Cf, r) && !unicode.Is(visibleFormats, r)
}

// joins reports whether an invisible character belongs to the one before it: a
// joiner or non-joiner after a letter of a script that is written with them
// (UAX 31, 2.3), and what emoji are put together with.
func joins(before, r rune) bool {
	switch r {
	case '\u200c':
		return unicode.In(before, joinedScripts...)
	case '\u200d':
		return before == '\ufe0f' || unicode.Is(unicode.So, before) || tone(before) || unicode.In(before, joinedScripts...)
	case '\ufe0f':
		return unicode.Is(unicode.So, before) || tone(before)
	}
	return false
}

// tone reports whether r is a skin tone of an emoji.
func tone(r rune) bool { return r >= 0x1f3fb && r <= 0x1f3ff }

var joinedScripts = []*unicode.RangeTable{
	unicode.Arabic, unicode.Syriac, unicode.Mongolian, unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi, unicode.Gujarati,
	unicode.Oriya, unicode.Tamil, unicode.Telugu, unicode.Kannada, unicode.Malayalam, unicode.Sinhala, unicode.Khmer, unicode.Myanmar,
}

package evidence

import (
	"strings"
	"sync"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// lookalikeLetters gives letters the Latin letter or sign that they are taken for:
// the Greek, Cyrillic and Armenian letters, digits and signs that are drawn
// alike in common typefaces. It is a part of confusables.txt of UTS 39, which
// no kept Go module carries: letters of other scripts, letters with diacritics
// that resemble others, and pairs such as rn for m are not in it. What NFKC
// makes equal (full width, ligatures, mathematical letters) needs no line.
var lookalikeLetters = []string{
	"A", "ΑА", "B", "ΒВ", "C", "СϹ", "E", "ΕЕ", "F", "Ϝ", "G", "Ԍ", "H", "ΗН", "J", "ЈͿ", "K", "ΚК", "M", "ΜМ", "N", "Ν", "O", "ΟОՕ0",
	"P", "ΡР", "Q", "Ԛ", "S", "ЅՏ", "T", "ΤТ", "U", "Ս", "W", "Ԝ", "X", "ΧХ", "Y", "ΥҮУ", "Z", "Ζ",
	"a", "аɑα", "c", "сϲ", "d", "ԁ", "e", "еҽ", "g", "ɡց", "h", "һհ", "i", "іıι", "j", "јϳ", "k", "κк", "l", "ӏ1IΙІӀǀ|", "n", "ո",
	"o", "оοօσ", "p", "рρ", "q", "ԛզ", "r", "г", "s", "ѕ", "u", "υս", "v", "νѵ", "w", "ԝѡա", "x", "хχ", "y", "уүγ",
	"-", "‐‑‒–—−⁃", "'", "’‘ʼ′`´", "/", "⁄∕", ".", "․", ":", "։ː∶", "_", "ߺ",
}

var lookalikes = sync.OnceValue(func() map[rune]rune { return lookalikeTable(lookalikeLetters...) })

// lookalikeTable is made for the first name that is compared.
func lookalikeTable(pairs ...string) map[rune]rune {
	table := map[rune]rune{}
	for i := 0; i+1 < len(pairs); i += 2 {
		for _, r := range pairs[i+1] {
			table[r] = []rune(pairs[i])[0]
		}
	}
	return table
}

// skeleton is a text as the eye takes it: two texts with one skeleton look
// alike. Invisible characters are left out, and case is folded after letters
// were taken for others, so that I is l and not i.
func skeleton(text string) string {
	if !printable(text) {
		text = norm.NFKC.String(text)
	}
	table := lookalikes()
	text = strings.Map(func(r rune) rune {
		if like, ok := table[r]; ok {
			return like
		}
		if r > '~' && invisible(r) {
			return -1
		}
		return r
	}, text)
	return foldCase(text)
}

// foldCase folds without a copy where nothing changes.
func foldCase(text string) string {
	if printable(text) {
		return strings.ToLower(text)
	}
	return cases.Fold().String(text)
}

// suspicious reports whether the skeleton of a text may be that of another
// that is written otherwise: in all others nothing is taken for something else.
func suspicious(text string) bool {
	for i := 0; i < len(text); i++ {
		if suspects[text[i]] {
			return true
		}
	}
	return false
}

// suspects are the bytes of such texts.
var suspects = func() (table [256]bool) {
	for c := range table {
		table[c] = c < ' ' || c > '~'
	}
	for _, c := range []byte("01I|`") {
		table[c] = true
	}
	return table
}()

// lookAlike reports whether two texts look alike without being the same but
// for case and for the forms in which Unicode writes one character.
func lookAlike(a, b string) bool {
	return a != b && skeleton(a) == skeleton(b) && foldCase(norm.NFC.String(a)) != foldCase(norm.NFC.String(b))
}

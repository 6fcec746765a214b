package evidence

import (
	"math/bits"
	"unicode"
)

// scriptSet is a set of scripts, by their place in scripts; the bit after the
// last is any script that is not there.
type scriptSet uint32

// scripts are those that UTS 39 recommends for identifiers (UAX 31, table 5).
// Latin, Greek and Cyrillic come first.
var scripts = []*unicode.RangeTable{
	unicode.Latin, unicode.Greek, unicode.Cyrillic,
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo, unicode.Hangul,
	unicode.Arabic, unicode.Armenian, unicode.Bengali, unicode.Devanagari, unicode.Ethiopic, unicode.Georgian,
	unicode.Gujarati, unicode.Gurmukhi, unicode.Hebrew, unicode.Kannada, unicode.Khmer, unicode.Lao, unicode.Malayalam,
	unicode.Myanmar, unicode.Oriya, unicode.Sinhala, unicode.Tamil, unicode.Telugu, unicode.Thaana, unicode.Thai, unicode.Tibetan,
}

const (
	latinScript scriptSet = 1 << iota
	greekScript
	cyrillicScript
	hanScript
	hiraganaScript
	katakanaScript
	bopomofoScript
	hangulScript

	otherScript scriptSet = 1 << 29
)

// usualScripts are written together in one word (UTS 39, highly restrictive).
var usualScripts = []scriptSet{
	latinScript | hanScript | hiraganaScript | katakanaScript,
	latinScript | hanScript | bopomofoScript,
	latinScript | hanScript | hangulScript,
}

// mixesScripts reports whether a word of the text is written in scripts that
// do not go together, by the level "moderately restrictive" of UTS 39: beside
// the usual scripts of China, Japan and Korea, Latin goes with any one script
// but Greek, Cyrillic and those that nobody uses today. Words, not whole texts,
// are held to it, so that a Russian name with a Latin brand beside it is
// nothing to speak of. The letters mu and omega stand for units and go with
// every script.
func mixesScripts(text string) bool {
	var word scriptSet
	for _, r := range text {
		if !unicode.In(r, unicode.L, unicode.M, unicode.N) {
			if mixed(word) {
				return true
			}
			word = 0
			continue
		}
		word |= scriptOf(r)
	}
	return mixed(word)
}

// scriptOf is the script of a letter; none for what all scripts share.
func scriptOf(r rune) scriptSet {
	switch {
	case r < 0x80 && unicode.IsLetter(r):
		return latinScript
	case r < 0x80, r == 'μ', r == 'Ω', unicode.In(r, unicode.Common, unicode.Inherited):
		return 0
	}
	for i, script := range scripts {
		if unicode.Is(script, r) {
			return 1 << i
		}
	}
	return otherScript
}

func mixed(word scriptSet) bool {
	if bits.OnesCount32(uint32(word)) < 2 {
		return false
	}
	for _, usual := range usualScripts {
		if word&^usual == 0 {
			return false
		}
	}
	return bits.OnesCount32(uint32(word)) > 2 || word&latinScript == 0 || word&(greekScript|cyrillicScript|otherScript) != 0
}

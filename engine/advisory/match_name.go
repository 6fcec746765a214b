package advisory

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// legalForms are words of a company's name that say its form and not who it is.
var legalForms = map[string]bool{
	"ab": true, "ag": true, "as": true, "aps": true, "asa": true, "bhd": true, "bv": true, "co": true, "company": true, "corp": true,
	"corporation": true, "eood": true, "gmbh": true, "inc": true, "incorporated": true, "jsc": true, "kft": true, "kg": true, "kk": true,
	"limited": true, "llc": true, "llp": true, "lp": true, "ltd": true, "ltda": true, "nv": true, "oao": true, "ooo": true, "oy": true,
	"oyj": true, "pao": true, "plc": true, "pjsc": true, "pte": true, "pty": true, "sa": true, "sarl": true, "sas": true, "sdn": true,
	"se": true, "spa": true, "srl": true, "the": true, "zao": true,
	"有限公司": true, "股份有限公司": true, "株式会社": true,
}

// nameWords are the words of a name as names are compared: NFKC, folded, split
// at signs, with joined initials (B.V. is bv), and without legal forms.
func nameWords(name string) []string {
	if len(name) > 1024 {
		return nil
	}
	name = folded(name)
	name = strings.ReplaceAll(name, "&", " and ")
	words := strings.FieldsFunc(strings.ReplaceAll(name, "'", ""), func(r rune) bool {
		return r != '.' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	list := make([]string, 0, len(words))
	for _, word := range words {
		list = append(list, dotted(word)...)
	}
	plain := slices.DeleteFunc(slices.Clone(list), func(word string) bool { return legalForms[word] })
	if len(plain) == 0 {
		return list // a name of nothing but such words is that name
	}
	return plain
}

// folded is a name in NFKC, folded. Most names are of ASCII, where that is small
// letters: to go through the tables of Unicode was half of a look at the lists.
func folded(name string) string {
	for i := range len(name) {
		if name[i] >= utf8.RuneSelf {
			return cases.Fold().String(norm.NFKC.String(name))
		}
	}
	return strings.ToLower(name)
}

// dotted joins initials, s.p.a., and parts other words at their dots.
func dotted(word string) []string {
	parts := strings.FieldsFunc(word, func(r rune) bool { return r == '.' })
	initials := len(parts) > 1
	for _, part := range parts {
		initials = initials && len([]rune(part)) == 1
	}
	if initials {
		return []string{strings.Join(parts, "")}
	}
	return parts
}

func starts(words, with []string) bool {
	return len(words) >= len(with) && slices.Equal(words[:len(with)], with)
}

// tiny is a name too short to be looked for inside another.
func tiny(words []string) bool { return len(words) == 1 && len([]rune(words[0])) < 3 }

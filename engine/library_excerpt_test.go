package engine_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
)

// The bounds of an excerpt, in lines and in letters of a line.
const (
	shownLines = 16
	shownWidth = 200
)

// excerpt is what stands at a line: the line and those indented below it. Where
// these are too many, what is nested deeper is folded, and then entries are left
// out, but not those of which the words speak.
func excerpt(text string, line int, words string) string {
	lines := strings.Split(text, "\n")
	if line > len(lines) {
		return ""
	}
	block := blockAt(lines[line-1:], line == 1)
	if len(block) > shownLines {
		block = folded(block, words)
	}
	if len(block) > shownLines {
		block = thinned(block, words)
	}
	for i, l := range block {
		if runes := []rune(l); len(runes) > shownWidth {
			block[i] = string(runes[:shownWidth]) + "…"
		}
	}
	last := len(block) - 1
	block[last] = strings.TrimRight(block[last], ", \r")
	return strings.Join(block, "\n") + "\n"
}

func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " \t")) }

// blockAt takes the first line with what belongs to it, up to its own indent.
func blockAt(lines []string, whole bool) []string {
	own, taken := indent(lines[0]), []string{}
	for i, l := range lines {
		closes := strings.HasPrefix(strings.TrimLeft(l, " \t"), "}") || strings.HasPrefix(strings.TrimLeft(l, " \t"), "]")
		if i > 0 && !whole && (indent(l) < own || indent(l) == own && !closes) {
			break
		}
		taken = append(taken, strings.TrimRight(l[min(own, indent(l)):], " \r"))
		if i > 0 && !whole && indent(l) == own {
			break
		}
	}
	for len(taken) > 1 && taken[len(taken)-1] == "" {
		taken = taken[:len(taken)-1]
	}
	return taken
}

// depth is the indent of the entries of a block.
func depth(block []string) int {
	for _, l := range block[1:] {
		if l != "" {
			return indent(l)
		}
	}
	return 0
}

// folded leaves out what is nested in an entry that the words do not speak of.
func folded(block []string, words string) []string {
	entries, taken := depth(block), block[:1:1]
	for i := 1; i < len(block); i++ {
		l := block[i]
		end := i + 1
		for end < len(block) && (indent(block[end]) > entries || indent(block[end]) == entries && strings.HasPrefix(block[end][entries:], "- ") && !strings.HasPrefix(l[min(len(l), entries):], "- ")) {
			end++
		}
		if indent(l) != entries || end == i+1 || speaksOf(words, l) {
			taken = append(taken, l)
			continue
		}
		switch {
		case strings.HasSuffix(l, "{"):
			l += "…}"
		case strings.HasSuffix(l, "["):
			l += "…]"
		default:
			taken = append(taken, l+" …")
			i = end - 1
			continue
		}
		if end < len(block) && strings.HasSuffix(block[end], ",") {
			l += ","
		}
		taken, i = append(taken, l), end
	}
	return taken
}

// thinned leaves out entries that the words do not speak of, from the end, and
// then whatever is too long.
func thinned(block []string, words string) []string {
	tooMany, taken := len(block)-shownLines+1, []string{}
	entries := depth(block)
	for i := len(block) - 1; i >= 0; i-- {
		plain := indent(block[i]) == entries && i > 3 && !speaksOf(words, block[i]) && (i == len(block)-1 || indent(block[i+1]) <= entries)
		if tooMany > 0 && plain && i < len(block)-1 {
			tooMany--
			if len(taken) == 0 || strings.TrimSpace(taken[len(taken)-1]) != "…" {
				taken = append(taken, strings.Repeat(" ", entries)+"…")
			}
			continue
		}
		taken = append(taken, block[i])
	}
	for i, j := 0, len(taken)-1; i < j; i, j = i+1, j-1 {
		taken[i], taken[j] = taken[j], taken[i]
	}
	if len(taken) > shownLines {
		taken = append(taken[:shownLines-1], "…")
	}
	return taken
}

// speaksOf says whether one of the words begins like the key of the line.
func speaksOf(words, line string) bool {
	key, _, found := strings.Cut(line, ":")
	if !found {
		return false
	}
	for _, part := range letters(key) {
		for _, word := range letters(words) {
			if len(part) > 3 && len(word) > 3 && part[:4] == word[:4] {
				return true
			}
		}
	}
	return false
}

func letters(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
}

// TestExcerpt holds that an excerpt is short, and shows what its words speak of.
func TestExcerpt(t *testing.T) {
	long := "[\n  {\n    \"name\": \"a\",\n    \"hashes\": [\n      {\n        \"alg\": \"MD5\"\n      }\n    ],\n    \"licenses\": [\n      {\n        \"id\": \"MIT\"\n      }\n    ],\n" +
		strings.Repeat("    \"other\": 1,\n", 12) + "    \"version\": \"1\"\n  },\n  {\n    \"name\": \"b\"\n  }\n]\n"
	for words, want := range map[string]string{
		"Its hash is MD5": "{\n  \"name\": \"a\",\n  \"hashes\": [\n    {\n      \"alg\": \"MD5\"\n    }\n  ],\n  \"licenses\": […],\n  \"other\": 1,\n  \"other\": 1,\n  \"other\": 1,\n  \"other\": 1,\n  \"other\": 1,\n  \"other\": 1,\n  …\n}\n",
		"No version":      "{\n  \"name\": \"a\",\n  \"hashes\": […],\n  \"licenses\": […],\n  \"other\": 1,\n  \"other\": 1,\n  \"other\": 1,\n  \"other\": 1,\n  \"other\": 1,\n  \"other\": 1,\n  \"other\": 1,\n  \"other\": 1,\n  \"other\": 1,\n  …\n  \"version\": \"1\"\n}\n",
	} {
		if diff := cmp.Diff(want, excerpt(long, 2, words)); diff != "" {
			t.Errorf("%s: -want +got\n%s", words, diff)
		}
	}
	if got, want := excerpt("a: 1\nb:\n  c: 2\nd: 3\n", 2, ""), "b:\n  c: 2\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

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

// excerpt is what stands at a line: the line and those indented below it, or of
// a list the entry of which the words speak most. Where that is too much, what is
// nested deeper is folded, and then entries are left out, but not those of which
// the words speak. Of a document as a whole there is nothing to show. The line is
// that of what is shown.
func excerpt(text string, line int, pointer, words string) (string, int) {
	lines := strings.Split(text, "\n")
	if line <= 1 || line > len(lines) {
		return "", 0
	}
	lines = lines[line-1:]
	name := pointer[strings.LastIndex(pointer, "/")+1:]
	start := strings.TrimSpace(lines[0])
	switch {
	case strings.HasSuffix(start, "[") || strings.HasPrefix(start, "- ") && strings.Trim(name, "0123456789") != "":
		entry, after := entryOf(lines, words)
		return shown(entry, words), line + after
	case strings.HasPrefix(start, "\"") || strings.HasPrefix(start, "{") || strings.HasPrefix(start, "- ") || strings.HasPrefix(start, name+":"):
		return shown(blockAt(lines, false), words), line
	}
	return shown(blockAt(lines, true), words), line // what is within a mapping of YAML
}

// shown is a block cut to what fits.
func shown(block []string, words string) string {
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

// entryOf is the entry of a list that has most of the words, the rarer the more;
// the list begins at the first line, by a bracket or by its first entry. An entry
// whose name the words state is the one. It says how many lines down that stands.
func entryOf(lines []string, words string) ([]string, int) {
	first := 0
	if strings.HasSuffix(strings.TrimSpace(lines[0]), "[") {
		first = 1
	}
	var entries [][]string
	var starts []int
	var has []map[string]bool
	in := map[string]int{}
	for i := first; i < len(lines) && indent(lines[i]) >= indent(lines[first]); i++ {
		opens := strings.HasPrefix(lines[i][indent(lines[i]):], "{") || strings.HasPrefix(lines[i][indent(lines[i]):], "- ")
		if indent(lines[i]) > indent(lines[first]) || !opens {
			continue
		}
		entry := blockAt(lines[i:], false)
		entries, starts, has = append(entries, entry), append(starts, i), append(has, beginnings(strings.Join(entry, "\n")))
		for word := range has[len(has)-1] {
			in[word]++
		}
	}
	best, after, most := blockAt(lines, false), 0, 0
	for i, entry := range entries {
		score := 0
		if named(entry, words) {
			score = 100_000_000
		}
		for word := range beginnings(words) {
			if has[i][word] {
				score += 1_000_000 / in[word] // whole numbers: no sum depends on the order
			}
		}
		if score > most {
			best, after, most = entry, starts[i], score
		}
	}
	return best, after
}

// named says whether the words state the name of an entry.
func named(entry []string, words string) bool {
	for _, line := range entry {
		key, value, _ := strings.Cut(line, ":")
		if value = strings.Trim(value, " \","); strings.Trim(key, " \"-") == "name" && len(value) > 2 && strings.Contains(words, value) {
			return true
		}
	}
	return false
}

// beginnings are the words of a text by their first four letters.
func beginnings(text string) map[string]bool {
	found := map[string]bool{}
	for _, word := range letters(text) {
		if len(word) > 3 {
			found[word[:4]] = true
		}
	}
	return found
}

func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " \t")) }

// blockAt takes the first line with what belongs to it, up to its own indent; or
// with its siblings too.
func blockAt(lines []string, siblings bool) []string {
	own, taken := indent(lines[0]), []string{}
	for i, l := range lines {
		closes := strings.HasPrefix(strings.TrimLeft(l, " \t"), "}") || strings.HasPrefix(strings.TrimLeft(l, " \t"), "]")
		if i > 0 && (indent(l) < own || indent(l) == own && !closes && !siblings) {
			break
		}
		taken = append(taken, strings.TrimRight(l[min(own, indent(l)):], " \r"))
		if i > 0 && !siblings && indent(l) == own {
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
		if indent(l) != entries || end == i+1 || speaksOf(words, block[i:end]...) {
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

// speaksOf says whether one of the words begins like the key of one of the lines.
func speaksOf(words string, lines ...string) bool {
	spoken := beginnings(words)
	for _, line := range lines {
		key, _, found := strings.Cut(line, ":")
		for word := range beginnings(key) {
			if found && spoken[word] {
				return true
			}
		}
	}
	return false
}

func letters(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
}

func text(shown string, _ int) string { return shown }

// TestExcerpt holds that an excerpt is short, and shows what its words speak of.
func TestExcerpt(t *testing.T) {
	long := "[\n  {\n    \"name\": \"a\",\n    \"hashes\": [\n      {\n        \"alg\": \"MD5\"\n      }\n    ],\n    \"licenses\": [\n      {\n        \"id\": \"MIT\"\n      }\n    ],\n" +
		strings.Repeat("    \"other\": 1,\n", 12) + "    \"version\": \"1\"\n  },\n  {\n    \"name\": \"b\"\n  }\n]\n"
	for words, want := range map[string]string{
		"Its hash is MD5": "{\n  \"name\": \"a\",\n  \"hashes\": [\n    {\n      \"alg\": \"MD5\"\n    }\n  ],\n  \"licenses\": […],\n  \"other\": 1,\n  \"other\": 1,\n  \"other\": 1,\n  \"other\": 1,\n  \"other\": 1,\n  \"other\": 1,\n  …\n}\n",
		"No version":      "{\n  \"name\": \"a\",\n  \"hashes\": […],\n  \"licenses\": […],\n  \"other\": 1,\n  \"other\": 1,\n  \"other\": 1,\n  \"other\": 1,\n  \"other\": 1,\n  \"other\": 1,\n  \"other\": 1,\n  \"other\": 1,\n  \"other\": 1,\n  …\n  \"version\": \"1\"\n}\n",
	} {
		if diff := cmp.Diff(want, text(excerpt(long, 2, "/0", words))); diff != "" {
			t.Errorf("%s: -want +got\n%s", words, diff)
		}
	}
	if got, want := text(excerpt("a: 1\nb:\n  c: 2\nd: 3\n", 2, "/b", "")), "b:\n  c: 2\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	list := "a:\n  - x: 1\n    y: poison\n  - x: 2\n    y: evasion\n"
	if got, line := excerpt(list, 2, "/a", "Evasion is thought of"); got != "- x: 2\n  y: evasion\n" || line != 4 {
		t.Errorf("%q at line %d", got, line)
	}
	list = "{\n \"components\": [\n  {\n   \"name\": \"AES-256\"\n  },\n  {\n   \"name\": \"SHA-384\"\n  }\n ]\n}\n"
	if got, line := excerpt(list, 2, "/components", "Of the suite: SHA-384"); got != "{\n \"name\": \"SHA-384\"\n}\n" || line != 6 {
		t.Errorf("%q at line %d", got, line)
	}
	if got, want := text(excerpt("a:\n  x: 1\n  y: 2\nb: 3\n", 2, "/a", "")), "x: 1\ny: 2\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

package tender

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Fault is one thing wrong in one of the buyer's files.
type Fault struct {
	File  string
	Line  int    // from 1
	Key   string // path of the key, such as offers[0].bundle; "" is the file as a whole
	Wrong string // what is wrong
	Do    string // what to do about it
}

// Error gives the fault in one line: place, what is wrong, what to do.
func (f Fault) Error() string {
	place := fmt.Sprintf("%s:%d: ", f.File, f.Line)
	if f.Key != "" {
		place += f.Key + ": "
	}
	return place + f.Wrong + "; " + f.Do
}

// Faults is all that is wrong in one file, by line. It is never empty.
type Faults []Fault

// Error gives the first fault in full, and says where the others are.
func (f Faults) Error() string {
	if len(f) == 1 {
		return f[0].Error()
	}
	const most = 5
	lines := make([]string, 0, most)
	for _, fault := range f[1:min(len(f), most+1)] {
		lines = append(lines, strconv.Itoa(fault.Line))
	}
	if len(f) > most+1 {
		lines = append(lines, "…")
	}
	return fmt.Sprintf("%s (and %d more, line %s)", f[0].Error(), len(f)-1, strings.Join(lines, ", "))
}

func (f Faults) sorted() Faults {
	slices.SortStableFunc(f, func(a, b Fault) int { return cmp.Compare(a.Line, b.Line) })
	return f
}

// quoted shows a value from a file in one short, inert piece.
func quoted(value string) string {
	const most = 60
	if utf8.RuneCountInString(value) > most {
		value = string([]rune(value)[:most-1]) + "…"
	}
	return strconv.Quote(value)
}

// either lists the members of a closed set, the last one after "or".
func either[T ~string](set []T) string {
	words := make([]string, len(set))
	for i, word := range set {
		words[i] = string(word)
	}
	if len(words) == 1 {
		return words[0]
	}
	return strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
}

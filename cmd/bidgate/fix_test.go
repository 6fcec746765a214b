package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestChangedLines: a change shows the lines that went and came, and no more.
func TestChangedLines(t *testing.T) {
	split := func(s string) []string { return strings.Split(s, " ") }
	for _, c := range []struct {
		old, now string
		want     []mendedLine
	}{
		{"a b c", "a b c", []mendedLine{}},
		{"a b c", "a x c", []mendedLine{{"f", 2, "b", "x"}}},
		{"a c", "a b c", []mendedLine{{"f", 2, "", "b"}}},
		{"a b c", "a c", []mendedLine{{"f", 2, "b", ""}}},
		{"b a c", "a b c", []mendedLine{{"f", 1, "b", ""}, {"f", 3, "", "b"}}},
		{"a b c d", "x b y d", []mendedLine{{"f", 1, "a", "x"}, {"f", 3, "c", "y"}}},
	} {
		if diff := cmp.Diff(c.want, changedLines("f", split(c.old), split(c.now))); diff != "" {
			t.Errorf("%s to %s: -want +got\n%s", c.old, c.now, diff)
		}
	}
}

//go:build race

package main

import (
	"strings"
	"testing"
)

// oneGoroutine leaves a long test that runs on one goroutine, or that starts the
// program again and again with something wrong around it, to the run without the
// race detector, which has nothing to find in it that scripts have not shown and
// makes it ten times as long. make test does both runs.
func oneGoroutine(t testing.TB) {
	t.Helper()
	t.Skip("runs on one goroutine; make test runs it without the race detector")
}

// raceEnabled says that this run looks for races, which makes a screen ten
// times dearer: cases that differ in evidence alone are left to the run without.
const raceEnabled = true

// racing are the scripts that run here too, one in eight: they differ in what
// is asked and told, not in what runs beside what.
func racing(scripts []string) []string {
	some := []string{}
	for i := 0; i < len(scripts); i += 8 {
		if !strings.Contains(scripts[i], "journey-") { // they run the same commands, many times
			some = append(some, scripts[i])
		}
	}
	return some
}

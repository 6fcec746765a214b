//go:build race

package remedy_test

import "testing"

// OneGoroutine leaves a long test that runs on one goroutine to the run without
// the race detector, which has nothing to find in it and makes it ten times as
// long. make test does both runs.
func OneGoroutine(t testing.TB) {
	t.Helper()
	t.Skip("runs on one goroutine; make test runs it without the race detector")
}

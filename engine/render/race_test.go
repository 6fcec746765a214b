//go:build race

package render_test

import "testing"

// OneGoroutine leaves a long test that runs on one goroutine to the run without
// the race detector: see the one of the package engine.
func OneGoroutine(t testing.TB) {
	t.Helper()
	t.Skip("runs on one goroutine; make test runs it without the race detector")
}

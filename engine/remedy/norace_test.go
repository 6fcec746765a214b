//go:build !race

package remedy_test

import "testing"

// OneGoroutine runs the test: there is no race detector.
func OneGoroutine(testing.TB) {}

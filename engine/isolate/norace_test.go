//go:build !race

package isolate

import "testing"

func OneGoroutine(testing.TB) {}

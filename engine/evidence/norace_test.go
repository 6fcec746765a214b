//go:build !race

package evidence

import "testing"

func OneGoroutine(testing.TB) {}

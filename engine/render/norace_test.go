//go:build !race

package render_test

import "testing"

func OneGoroutine(testing.TB) {}

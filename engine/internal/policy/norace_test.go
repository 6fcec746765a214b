//go:build !race

package policy

import "testing"

func OneGoroutine(testing.TB) {}

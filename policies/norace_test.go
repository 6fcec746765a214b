//go:build !race

package policies_test

import "testing"

func oneGoroutine(testing.TB) {}

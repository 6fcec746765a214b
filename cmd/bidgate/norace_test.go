//go:build !race

package main

import "testing"

func oneGoroutine(testing.TB) {}

const raceEnabled = false

func racing(scripts []string) []string { return scripts }

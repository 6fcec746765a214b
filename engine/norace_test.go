//go:build !race

package engine_test

const shuffles = 20

const raceEnabled = false

//go:build race

package engine_test

// shuffles of each bundle: the race detector makes a screen ten times dearer,
// and make test runs the full number without it.
const shuffles = 2

const raceEnabled = true

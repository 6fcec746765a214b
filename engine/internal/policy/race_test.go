//go:build race

package policy_test

// raceDetector says that this run looks for races: tests that run on one
// goroutine have none, and make test runs them without it.
const raceDetector = true

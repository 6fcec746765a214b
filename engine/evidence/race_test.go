//go:build race

package evidence

// raceDetector says that this run looks for races: long tests that run on one
// goroutine, or bound memory, are left to the run without it.
const raceDetector = true

// Package pattern makes regular expressions that are compiled when they are
// first used. It knows nothing of what they match.
//
// A package that compiles its own when the program starts makes every command
// wait for them: sixty took 2 ms and 1 MB of every start, of which a screening
// of one SBOM uses ten (BenchmarkCold/version).
package pattern

import (
	"regexp"
	"sync"
)

// Lazy gives a regular expression, the same each time. One that is not of the
// syntax panics when it is first asked for, so that a test must use it.
func Lazy(text string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(text) })
}

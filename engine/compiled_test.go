package engine

import (
	"context"
	"sync"
	"testing"
)

// shared is one engine of the built-in library alone for all tests that only
// screen by it: an Engine does not change, and compiling costs more than most
// of them.
var shared = sync.OnceValues(func() (*Engine, error) { return New(context.Background()) })

// Compiled gives the shared engine to the tests outside of the package too.
func Compiled(t testing.TB) *Engine {
	t.Helper()
	e, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	return e
}

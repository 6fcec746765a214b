package policy

import (
	"sync"
	"sync/atomic"
)

// inParallel does n pieces of work on at most this many goroutines, and on one
// at least; it returns when all are done.
func inParallel(workers, n int, do func(i int)) {
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(max(workers, 1), n) {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	group.Wait()
}

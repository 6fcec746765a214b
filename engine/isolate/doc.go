// Package isolate evaluates policies in a killable child of the same program.
// It knows processes and their limits; of what is sent and answered it knows
// only that package policy reads it.
//
// A program that uses it calls Child first thing in main, before it reads its
// arguments, and ends with the status when it is one:
//
//	if status, child := isolate.Child(); child {
//		os.Exit(status)
//	}
//
// and gives engine.WithIsolation a Runner. Each request starts one child, with
// an empty environment, the root as its folder, no file but the three streams,
// standard error discarded, and the bounds of Limits: time and the size of the
// answer are held by the parent, which kills; memory by the child over itself,
// before it reads the request, through RLIMIT_DATA on Linux and on every system
// by a watch over the heap, which a single huge allocation can outrun. The
// child ends when its parent does, for it watches its standard input. It keeps
// no file and leaves none.
package isolate

package main

import "syscall"

// inLargePages asks for the memory in large pages: a wish, and no change of
// anything where it is not granted.
func inLargePages(room []byte) { _ = syscall.Madvise(room, syscall.MADV_HUGEPAGE) }

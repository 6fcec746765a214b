//go:build race

package main

// raceEnabled says that this run looks for races, which makes a screen ten
// times dearer: cases that differ in evidence alone are left to the run without.
const raceEnabled = true

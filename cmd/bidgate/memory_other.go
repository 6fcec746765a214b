//go:build !linux

package main

// inLargePages is for Linux; other systems choose by themselves.
func inLargePages([]byte) {}

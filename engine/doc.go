// Package engine screens a vendor's evidence bundle against a buyer's profile
// with Rego policies, and says why.
//
// An Engine is compiled once by New and is immutable; it may be used from many
// goroutines at a time. What changes from tender to tender and from day to day
// is in the call to Screen. The package reads no clock, no environment and no
// file, writes to no standard stream and keeps no global state: the same
// bundle content, policies, profile, records, date and version give the same
// bytes. Without WithIsolation policies are evaluated in this process:
// the limits of package evidence bound what a bundle can cost, not what a
// policy pack can. New and Screen then still return when their context ends,
// but what a pack set going keeps its processor and memory until it is done, and
// a pack that takes all memory ends the process. Package isolate gives the
// option its killable child.
//
// A vendor's bad document is data in the report, never an error. An error
// means that the caller, a profile or a policy is at fault, and names the
// place. A cancelled context returns the context's error and no result.
//
// To embed it, make one Engine at start and keep it: New compiles for a part of
// a second, Screen is what a request does. Bound what a bundle may cost with
// evidence.Limits, the bytes taken in before, and the time by the context. The
// report is the contract (package report): switch over its verdict, read its
// findings with their places, or hand it to package render. Store it with
// Report.Encode, and Result.Input and Result.Decision beside it where somebody
// may want to decide again with the public opa program. The examples show a
// folder, a file system in memory with requirements of one's own, what stands in
// a report, and an http.Handler with bounds.
package engine

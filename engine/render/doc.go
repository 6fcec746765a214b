// Package render writes a report for a reader: an officer at a terminal, or
// another program. Every format is made from a report.Report alone and decides
// nothing: the same report and options give the same bytes.
//
// Text from a vendor is inert in every output: each format names one escaper in
// the table of render.go, Escape for text, and no other place may let text
// through. The text format says every status by symbol, word and colour, so
// that it reads the same without colour.
//
// A new format is one file and one row of the table in render.go. One that links
// a large library or starts a program is a package below this one, and a row of
// the table in cmd/bidgate/formats.go.
package render

// Package remedy turns the findings of a report into causes that a vendor can
// act on: what made them, where they stand, the edit that repairs them, and
// what to tell the tool that wrote the document. What it knows of tools is
// data, one file for each tool; each row says how it is known, and what nobody
// has checked is told as such. The package knows reports, and neither evidence
// nor policies.
//
// Each finding that is not met goes under one cause at least, and none under a
// cause that fits everything: what no row speaks of keeps the requirement's own
// remedy. Where no flag of a tool helps, the row says so. Causes is a pure
// function of the report, and safe for concurrent use.
package remedy

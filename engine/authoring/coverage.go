package authoring

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/cover"
)

// Coverage says which lines of a file the tests reached. Only lines with a
// rule's head or an expression count.
type Coverage struct {
	File      string `json:"file"`
	Reached   int    `json:"reached"`   // lines
	Unreached []int  `json:"unreached"` // lines, in order
}

// Test tells whether the file holds tests.
func (c Coverage) Test() bool { return isTest(c.File) }

// Percent is the share of the lines of policies that the tests reached, from 0
// to 100, rounded down; files of tests do not count, and without lines it is 0.
func (r *TestReport) Percent() int {
	reached, all := 0, 0
	for _, c := range r.Coverage {
		if !c.Test() {
			reached += c.Reached
			all += c.Reached + len(c.Unreached)
		}
	}
	if all == 0 {
		return 0
	}
	return 100 * reached / all
}

func coverage(files []file, r cover.Report) []Coverage {
	list := []Coverage{}
	for _, f := range files {
		c := Coverage{File: f.name, Unreached: []int{}}
		if report := r.Files[f.name]; report != nil {
			c.Unreached = rows(report.NotCovered)
			// A line may hold an expression that is reached and one that is not.
			reached := slices.DeleteFunc(rows(report.Covered), func(row int) bool { return slices.Contains(c.Unreached, row) })
			c.Reached = len(reached)
		}
		list = append(list, c)
	}
	return list
}

// rows are the lines that the ranges take up, each once and in order.
func rows(ranges []cover.Range) []int {
	list := []int{}
	for _, r := range ranges {
		for row := r.Start.Row; row <= r.End.Row; row++ {
			list = append(list, row)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

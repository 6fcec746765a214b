package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/tender"
)

// limitsHelp follows the list of limits.
const limitsHelp = `
The numbers are defaults. To change one, write a file such as

  limits: 1
  MaxFiles: 20000

and give it to screen or inspect by --limits, or name it in the tender. The
report says which limits were changed. A file in a bundle is never taken.

With these defaults any bundle ends within 10 seconds and 1 GiB of memory, on
a machine of two processors; higher ones cost more. No limit lets in a zip file in the form
ZIP64: below 4 GiB and 65,535 files none needs it, so pack such a file again.
`

func limitsFlag() cli.Flag {
	return &cli.StringFlag{Name: "limits", Usage: "`FILE` of limits on what is read (bidgate explain limits)"}
}

// readLimits reads a file of limits; without a file all are at their default.
// The file is the buyer's: one that lies in a bundle is the vendor's word on
// how closely the vendor is looked at.
func readLimits(file string, bundles []string) (evidence.Limits, error) {
	limits := evidence.Limits{}
	if file == "" {
		return limits, nil
	}
	for _, bundle := range bundles {
		if liesIn(file, bundle) {
			return limits, limitsInBundle(file, bundle)
		}
	}
	names := make([]string, 0, len(evidence.Bounds()))
	for _, bound := range evidence.Bounds() {
		names = append(names, bound.Name)
	}
	list, err := parseFile(file, func(name string, data []byte) ([]tender.Limit, error) {
		return tender.ParseLimits(name, data, names)
	})
	if err != nil {
		return limits, err
	}
	for _, limit := range list {
		if err := limits.Set(limit.Name, limit.Value); err != nil {
			return limits, err
		}
	}
	return limits, nil
}

// liesIn says that a file is in a folder, or is that very file, links followed.
func liesIn(file, folder string) bool {
	if folder == standardInput {
		return false
	}
	inside, err := filepath.Rel(realPath(folder), realPath(file))
	return err == nil && inside != ".." && !strings.HasPrefix(inside, ".."+string(filepath.Separator))
}

// realPath is where a path leads; what cannot be followed is itself, and is
// complained of by whoever opens it.
func realPath(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	return path
}

// boundRow is one limit as explain shows it.
type boundRow struct {
	Name    string `json:"name"`
	Bounds  string `json:"bounds"`
	Default int    `json:"default"`
}

func boundRows() []boundRow {
	rows := []boundRow{}
	for _, bound := range evidence.Bounds() {
		rows = append(rows, boundRow{bound.Name, bound.Bounds, bound.Default})
	}
	return rows
}

func boundsText(w *bytes.Buffer, rows []boundRow) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, row := range rows {
		_, _ = fmt.Fprintf(t, "%s\t%d\t%s\n", row.Name, row.Default, row.Bounds) // to memory
	}
	_ = t.Flush() // to memory
	fmt.Fprint(w, limitsHelp)
}

// limitsText tells in inspect which limits are not at their default.
func limitsText(w *bytes.Buffer, limits evidence.Limits) {
	for _, bound := range evidence.Bounds() {
		if value := bound.Of(limits); value != bound.Default {
			fmt.Fprintf(w, "  limit changed: %s %d (default %d)\n", bound.Name, value, bound.Default)
		}
	}
}

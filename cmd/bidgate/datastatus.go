package main

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine/advisory"
	"github.com/bidgate/bidgate/engine/tender"
)

// setRow is one data set with what only the day tells: its age.
type setRow struct {
	advisory.Set
	AgeDays *int `json:"age_days,omitempty"` // absent where the publisher gives no date
}

func (p *program) dataStatus(c *cli.Context) error {
	if c.NArg() != 0 {
		return wrongArguments("data status", "no argument", c.NArg())
	}
	asOf := p.now().UTC().Format(time.DateOnly)
	if text := c.String("as-of"); c.IsSet("as-of") {
		day, err := tender.ParseDay(text)
		if err != nil {
			return badDate("--as-of", err)
		}
		asOf = day.Text
	}
	return p.list(c.String("format"), func() (any, func(*bytes.Buffer), error) {
		data, err := openData(c)
		if err != nil {
			return nil, nil, err
		}
		rows := setRows(data.Sets(), asOf)
		if c.Bool("verify") {
			if err := data.Verify(); err != nil {
				return nil, nil, errors.Join(badData(c.String("data"), err), data.Close())
			}
		}
		return rows, func(w *bytes.Buffer) { statusText(w, rows, asOf, c.Bool("verify")) }, data.Close()
	})
}

func setRows(sets []advisory.Set, asOf string) []setRow {
	rows := make([]setRow, len(sets))
	for i, set := range sets {
		rows[i] = setRow{Set: set}
		from, err := time.Parse(time.DateOnly, set.Date)
		to, err2 := time.Parse(time.DateOnly, asOf)
		if err == nil && err2 == nil {
			age := int(to.Sub(from).Hours() / 24)
			rows[i].AgeDays = &age
		}
	}
	return rows
}

func statusText(w *bytes.Buffer, rows []setRow, asOf string, verified bool) {
	if len(rows) == 0 {
		fmt.Fprintln(w, "There is no data set; import one with `bidgate data import`.")
		return
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	_, _ = fmt.Fprintf(t, "SET\tKIND\tDATE\tAGE\tRECORDS\tWITHDRAWN\tDIGEST\tSOURCE\n") // to memory
	for _, row := range rows {
		date, age := either(row.Date, "not stated"), "-"
		if row.AgeDays != nil {
			age = count(*row.AgeDays, "day")
		}
		_, _ = fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%d\t%d\t%s\t%s\n", row.Name, row.Kind, date, age, row.Records,
			row.Withdrawn, shortDigest(row.Digest), oneLine(row.Source)) // to memory
	}
	_ = t.Flush() // to memory
	fmt.Fprintf(w, "\nAges are at %s.", asOf)
	for _, row := range rows {
		if row.Skipped > 0 {
			fmt.Fprintf(w, " %s was imported without %s.", row.Name, count(row.Skipped, "invalid record"))
		}
	}
	if verified {
		fmt.Fprint(w, " Every byte of every set is as it was stored.")
	}
	fmt.Fprintln(w)
}

// shortDigest is enough of a digest to compare by eye; json has it whole.
func shortDigest(digest string) string {
	return strings.TrimPrefix(digest, "sha256:")[:12]
}

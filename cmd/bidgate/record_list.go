package main

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/tender"
)

// exceptionRow is one exception as the list shows it.
type exceptionRow struct {
	ID          string `json:"id"`
	Requirement string `json:"requirement"`
	Scope       string `json:"scope"`
	State       string `json:"state"` // in_force, not_yet or expired
	Until       string `json:"until"`
	Approver    string `json:"approver"`
	Reason      string `json:"reason"`
}

func (p *program) exceptionList(c *cli.Context) error {
	if c.NArg() != 1 {
		return wrongArguments("exception list", "one file", c.NArg())
	}
	asOf, err := p.today(c.String("as-of"))
	if err != nil {
		return err
	}
	list, err := parseFile(c.Args().First(), tender.ParseExceptions)
	if err != nil {
		return err
	}
	rows := make([]exceptionRow, len(list))
	for i, e := range list {
		scope := "every bid"
		if !e.WholeTender {
			scope = strings.Join([]string{e.Vendor, e.Product, e.Version}, ", ")
		}
		if e.Document != "" {
			scope += "; one document"
		}
		if n := len(e.Components); n > 0 {
			scope += "; " + count(n, "component")
		}
		state := "in_force"
		switch {
		case e.Until.Day < asOf.Day:
			state = "expired"
		case e.From.Day > asOf.Day:
			state = "not_yet"
		}
		rows[i] = exceptionRow{e.ID, strings.TrimSuffix(e.Requirement+"."+e.Member, "."), scope, state, e.Until.Text, e.Approver, e.Reason}
	}
	return p.list(c.String("format"), func() (any, func(*bytes.Buffer), error) {
		return rows, func(w *bytes.Buffer) {
			for _, r := range rows {
				recordText(w, r.ID, r.Requirement, stateWord(r.State)+", until "+r.Until, r.Scope, "approved by "+r.Approver, r.Reason)
			}
			fmt.Fprintf(w, "%s\n", count(len(rows), "exception"))
		}, nil
	})
}

// determinationRow is one determination as the list shows it.
type determinationRow struct {
	Requirement string `json:"requirement"`
	Outcome     string `json:"outcome"`
	Scope       string `json:"scope"`
	Place       string `json:"place"`
	By          string `json:"by"`
	Date        string `json:"date"`
	Reason      string `json:"reason"`
}

func (p *program) determineList(c *cli.Context) error {
	if c.NArg() != 1 {
		return wrongArguments("determine list", "one file", c.NArg())
	}
	list, err := parseFile(c.Args().First(), tender.ParseDeterminations)
	if err != nil {
		return err
	}
	rows := make([]determinationRow, len(list))
	for i, d := range list {
		scope := []string{}
		for _, part := range []string{d.Vendor, d.Product} {
			if part != "" {
				scope = append(scope, part)
			}
		}
		if d.Document != "" {
			scope = append(scope, "document sha256:"+d.Document)
		}
		rows[i] = determinationRow{strings.TrimSuffix(d.Requirement+"."+d.Member, "."), string(d.Outcome), strings.Join(scope, ", "), d.Place, d.By, d.Date.Text, d.Reason}
	}
	return p.list(c.String("format"), func() (any, func(*bytes.Buffer), error) {
		return rows, func(w *bytes.Buffer) {
			for _, r := range rows {
				recordText(w, "", r.Requirement, strings.ReplaceAll(r.Outcome, "_", " "), r.Scope, "by "+r.By+" on "+r.Date+", at "+r.Place, r.Reason)
			}
			fmt.Fprintf(w, "%s\n", count(len(rows), "determination"))
		}, nil
	})
}

// recordText shows one record in a few lines.
func recordText(w *bytes.Buffer, id, requirement, state string, lines ...string) {
	if id != "" {
		id = render.Escape(id, 40) + "  "
	}
	fmt.Fprintf(w, "%s%s: %s\n", id, oneLine(requirement), state)
	for _, line := range lines {
		if line != "" {
			for _, part := range render.Wrap(line, explainWidth-2) {
				fmt.Fprintf(w, "  %s\n", part)
			}
		}
	}
}

func stateWord(state string) string { return strings.ReplaceAll(state, "_", " ") }

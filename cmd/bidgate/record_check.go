package main

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine/report"
	"github.com/bidgate/bidgate/engine/tender"
)

func (p *program) exceptionCheck(c *cli.Context) error {
	return p.checkRecords(c, func(reports []*report.Report) recordCheck {
		return func(name string, text []byte, with tender.Check) (tender.Faults, error) {
			list, err := tender.ParseExceptions(name, text)
			if err != nil {
				return nil, err
			}
			if len(reports) > 0 {
				with.Used = func(row int) bool { return usedException(list[row], reports) }
			}
			if c.IsSet("max-days") {
				with.MaxDays = c.Int("max-days")
			}
			return tender.CheckExceptions(name, text, with)
		}
	})
}

func (p *program) determineCheck(c *cli.Context) error {
	return p.checkRecords(c, func(reports []*report.Report) recordCheck {
		return func(name string, text []byte, with tender.Check) (tender.Faults, error) {
			list, err := tender.ParseDeterminations(name, text)
			if err != nil {
				return nil, err
			}
			if len(reports) > 0 {
				with.Used = func(row int) bool { return usedDetermination(list[row], reports) }
			}
			return tender.CheckDeterminations(name, text, with)
		}
	})
}

// recordCheck finds what is wrong in one file.
type recordCheck func(name string, text []byte, with tender.Check) (tender.Faults, error)

func (p *program) checkRecords(c *cli.Context, of func([]*report.Report) recordCheck) error {
	if c.NArg() == 0 {
		return wrongArguments(c.Command.HelpName, "one file or more", 0)
	}
	asOf, err := p.today(c.String("as-of"))
	if err != nil {
		return err
	}
	paths, err := reportsIn(c.StringSlice("report"))
	if err != nil {
		return err
	}
	reports := make([]*report.Report, len(paths))
	for i, path := range paths {
		if reports[i], err = readReport(path); err != nil {
			return err
		}
	}
	e, err := p.load(c)
	if err != nil {
		return err
	}
	requirements, err := e.Requirements()
	if err != nil {
		return err
	}
	with, found := tender.Check{AsOf: asOf, MaxDays: longest(requirements), Known: known(requirements)}, 0
	var out strings.Builder
	for _, path := range c.Args().Slice() {
		faults, err := parseFile(path, func(name string, text []byte) (tender.Faults, error) { return of(reports)(name, text, with) })
		if err != nil {
			return err
		}
		for _, fault := range faults {
			found++
			out.WriteString(composed(fault.Error()) + "\n")
		}
	}
	out.WriteString(checkedRecords(c.NArg(), found))
	if found > 0 {
		p.status = statusProblems
	}
	return p.write(out.String())
}

// longest is how many days an exception may run unless a profile says otherwise,
// as the requirement on exceptions has it; 0, which is no bound, without it.
func longest(list []report.Requirement) int {
	for _, r := range list {
		for _, s := range r.Parameters {
			if r.ID == "screening.exceptions" && s.Name == "max_days" {
				days, _ := strconv.Atoi(fmt.Sprint(s.Default))
				return days
			}
		}
	}
	return 0
}

// known answers what requirements and members there are.
func known(list []report.Requirement) func(requirement, member string) (bool, int) {
	return func(requirement, member string) (bool, int) {
		for _, r := range list {
			if r.ID == requirement {
				there := member == "" || slices.ContainsFunc(r.Members, func(m report.MemberRow) bool { return m.ID == member })
				return there, len(r.Members)
			}
		}
		return false, 0
	}
}

func usedException(e tender.Exception, reports []*report.Report) bool {
	return slices.ContainsFunc(reports, func(r *report.Report) bool {
		return slices.ContainsFunc(r.Exceptions, func(x report.Exception) bool {
			return x.State == "in_force" && x.ID == e.ID && x.Requirement == e.Requirement && x.Member == e.Member && x.Reason == e.Reason && x.Until == e.Until.Text
		})
	})
}

func usedDetermination(d tender.Determination, reports []*report.Report) bool {
	return slices.ContainsFunc(reports, func(r *report.Report) bool {
		return slices.ContainsFunc(r.Determinations, func(x report.Determination) bool {
			return x.Used && cmp.Or(strings.Compare(x.Requirement, d.Requirement), strings.Compare(x.Member, d.Member),
				strings.Compare(x.Reason, d.Reason), strings.Compare(x.Date, d.Date.Text), strings.Compare(x.By, d.By)) == 0
		})
	})
}

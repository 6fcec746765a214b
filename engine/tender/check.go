package tender

import (
	"fmt"
	"slices"
	"strings"
)

// Check is what records are held against. A nil function is not asked.
type Check struct {
	AsOf    Day // the day of the check
	MaxDays int // the longest that an exception may run, in days; 0 is no bound
	// Known says whether there is such a requirement and member, and how many
	// members the requirement has. A member "" stands for all.
	Known func(requirement, member string) (known bool, members int)
	// Used says whether the record counted in one of the reports at hand; rows
	// are numbered from 0 in the order of the file.
	Used func(row int) bool
}

// CheckExceptions finds in a file of exceptions what excuses nothing, more than
// it should, or the same twice. The list is empty where nothing is wrong; the
// error is that of ParseExceptions.
func CheckExceptions(name string, text []byte, c Check) (Faults, error) {
	list, err := ParseExceptions(name, text)
	if err != nil {
		return nil, err
	}
	d, _ := parse(name, text, "exceptions", "list")
	for i, e := range list {
		at := func(key, wrong, do string) { d.record(i, key, wrong, do) }
		c.requirement(e.Requirement, e.Member, at)
		switch limited := e.Member != "" || e.Document != "" || len(e.Components) > 0; {
		case e.WholeTender && !limited:
			at("tender", "lets every bid fail all of "+e.Requirement, "name the offer, or limit it to a member, a document or components")
		case c.members(e) > 1 && !limited:
			at("requirement", fmt.Sprintf("covers all %d members of %s", c.members(e), e.Requirement), "name the member that is meant, as "+e.Requirement+".MEMBER")
		}
		from := max(e.From.Day, 0)
		if e.From.Text == "" {
			from = c.AsOf.Day
		}
		switch days := e.Until.Day - from; {
		case e.Until.Day < c.AsOf.Day:
			at("until", "ended on "+e.Until.Text+", so it excuses nothing", "remove it, or have it approved anew")
		case c.MaxDays > 0 && days > c.MaxDays:
			at("until", fmt.Sprintf("lets it run for %d days; at most %d are allowed", days, c.MaxDays), "give an earlier day")
		}
		for j, other := range list[:i] {
			if covers(other, e) {
				at("", fmt.Sprintf("says nothing that list[%d] (line %d) does not say", j, d.lines[fmt.Sprintf("list[%d]", j)]), "keep one of them")
				break
			}
			if covers(e, other) {
				at("", fmt.Sprintf("makes list[%d] (line %d) needless", j, d.lines[fmt.Sprintf("list[%d]", j)]), "keep one of them")
				break
			}
		}
		c.stale(i, at)
	}
	return d.faults.sorted(), nil
}

// CheckDeterminations finds in a file of determinations what settles nothing,
// or what two of them settle differently.
func CheckDeterminations(name string, text []byte, c Check) (Faults, error) {
	list, err := ParseDeterminations(name, text)
	if err != nil {
		return nil, err
	}
	d, _ := parse(name, text, "determinations", "list")
	for i, one := range list {
		at := func(key, wrong, do string) { d.record(i, key, wrong, do) }
		c.requirement(one.Requirement, one.Member, at)
		if one.Date.Day > c.AsOf.Day {
			at("date", "is "+one.Date.Text+", which is yet to come", "give the day on which the person looked")
		}
		for j, other := range list[:i] {
			if one.Requirement != other.Requirement || one.Member != other.Member || one.Vendor != other.Vendor ||
				one.Product != other.Product || one.Document != other.Document {
				continue
			}
			if wrong := "says the same as"; one.Outcome != other.Outcome {
				at("outcome", fmt.Sprintf("is %s, and list[%d] (line %d) says %s of the same", one.Outcome, j, d.lines[fmt.Sprintf("list[%d]", j)], other.Outcome), "keep the one that holds")
			} else {
				at("", fmt.Sprintf("%s list[%d] (line %d)", wrong, j, d.lines[fmt.Sprintf("list[%d]", j)]), "keep one of them")
			}
		}
		c.stale(i, at)
	}
	return d.faults.sorted(), nil
}

// record notes a fault of one item of the list.
func (d *document) record(row int, key, wrong, do string) {
	place := fmt.Sprintf("list[%d]", row)
	line := d.lines[place]
	if key != "" {
		place += "." + key
		if at, there := d.lines[place]; there {
			line = at
		}
	}
	d.fault(line, place, wrong, do)
}

func (c Check) requirement(requirement, member string, at func(key, wrong, do string)) {
	if c.Known == nil {
		return
	}
	if known, _ := c.Known(requirement, member); !known {
		at("requirement", strings.TrimSuffix(requirement+"."+member, ".")+" is no requirement that is loaded", "write it as `bidgate policy list` does, or load the policies that have it")
	}
}

func (c Check) members(e Exception) int {
	if c.Known == nil {
		return 0
	}
	_, n := c.Known(e.Requirement, e.Member)
	return n
}

func (c Check) stale(row int, at func(key, wrong, do string)) {
	if c.Used != nil && !c.Used(row) {
		at("", "counted in none of the reports given", "remove it if nothing needs it any more")
	}
}

// covers says that wide excuses all that narrow does, on every day of it.
func covers(wide, narrow Exception) bool {
	offer := wide.WholeTender || !narrow.WholeTender && wide.Vendor == narrow.Vendor && wide.Product == narrow.Product && wide.Version == narrow.Version
	components := len(wide.Components) == 0 || len(narrow.Components) > 0 &&
		!slices.ContainsFunc(narrow.Components, func(c string) bool { return !slices.Contains(wide.Components, c) })
	return offer && components && wide.Requirement == narrow.Requirement &&
		(wide.Member == "" || wide.Member == narrow.Member) && (wide.Document == "" || wide.Document == narrow.Document) &&
		(wide.From.Text == "" || narrow.From.Text != "" && wide.From.Day <= narrow.From.Day) && wide.Until.Day >= narrow.Until.Day
}

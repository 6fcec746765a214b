package remedy

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

// merge makes one cause of those that several requirements found at the very
// same places: one placeholder is one thing to mend, whoever reads it. What a row
// on the tool speaks of is grouped by that row already.
func (g *grouper) merge() {
	at := map[string]string{} // the cause that stands for a set of places
	g.order = slices.DeleteFunc(g.order, func(key string) bool {
		where, ok := g.where(key)
		if !ok {
			return false
		}
		first, seen := at[where]
		if !seen {
			at[where] = key
			return false
		}
		g.causes[first].add(g.causes[key])
		return true
	})
}

// where names the places of a cause that can be merged. A row of a list, or a
// document as a whole, may lack several things, each of which is a cause of its
// own; only a member is what it is.
func (g *grouper) where(key string) (string, bool) {
	c := g.causes[key]
	if c.Specific || len(g.places[key]) == 0 || c.Count > len(g.places[key]) {
		return "", false
	}
	places := slices.SortedFunc(maps.Keys(g.places[key]), func(a, b report.Place) int { return cmp.Compare(a.Pointer, b.Pointer) })
	where := c.Document
	for _, p := range places {
		last := p.Pointer[strings.LastIndexByte(p.Pointer, '/')+1:]
		if _, err := strconv.Atoi(last); last == "" || err == nil {
			return "", false
		}
		where += "\n" + p.Pointer
	}
	return where, true
}

// add takes over what another cause at the same places says. The heavier of the
// two gives the sentence, and what each of them asks to do is kept.
func (c *Cause) add(other *Cause) {
	if weight(other.Severity) < weight(c.Severity) {
		c.Cause, other.Cause = other.Cause, c.Cause
		c.Do, other.Do = other.Do, c.Do
		c.Severity = other.Severity
	}
	if !strings.Contains(c.Do, other.Do) {
		c.Do += " " + other.Do
	}
	for _, id := range other.Findings {
		if i, found := slices.BinarySearch(c.Findings, id); !found {
			c.Findings = slices.Insert(c.Findings, i, id)
		}
	}
	for _, message := range other.Messages {
		if !slices.Contains(c.Messages, message) && len(c.Messages) < maxPlaces {
			c.Messages = append(c.Messages, message)
		}
	}
	for _, title := range other.Titles {
		if !slices.Contains(c.Titles, title) {
			c.Titles = append(c.Titles, title)
		}
	}
	for _, e := range other.Edits {
		if !slices.Contains(c.Edits, e) {
			c.Edits = append(c.Edits, e)
		}
	}
}

package advisory

import "slices"

// verdict is what one record's entry on a package says of a version.
type verdict struct {
	hit   bool
	words string   // the range or list that has the version, for people
	fixed []string // versions above it that its ranges name as repaired
	// blind is set where some range could not be compared with the version and
	// nothing else has it: the entry may be about it.
	blind bool
}

// affects evaluates an entry as section "evaluation" of the OSV schema says: a
// version is affected that a range has or that the list names. order is that
// of the package's ecosystem; "" is none.
func (o *orders) affects(a *Affected, order, version string) verdict {
	var out verdict
	ordered := false
	for i := range a.Ranges {
		r := &a.Ranges[i]
		rangeOrder := order
		switch r.Type {
		case "SEMVER":
			rangeOrder = "npm"
		case "ECOSYSTEM", "vers", "":
		default: // GIT, and what a later schema adds
			rangeOrder = ""
		}
		one := o.within(r, rangeOrder, version)
		out.blind = out.blind || one.blind
		ordered = ordered || !one.blind
		if one.hit {
			out.hit = true
			if out.words == "" {
				out.words = one.words
			}
		}
		for _, fixed := range one.fixed {
			if !slices.Contains(out.fixed, fixed) {
				out.fixed = append(out.fixed, fixed)
			}
		}
	}
	if !out.hit && o.listed(a.Versions, order, version, ordered) {
		out.hit, out.words = true, "version "+version+" is listed"
	}
	// A list that is complete beside a range that cannot be compared answers.
	out.blind = out.blind && !out.hit && !ordered && len(a.Versions) == 0
	return out
}

// listed looks for the version in a list. Beside ranges the list spells them
// out and texts are compared; alone it is compared by the order.
func (o *orders) listed(versions []string, order, version string, ranges bool) bool {
	if slices.Contains(versions, version) {
		return true
	}
	if ranges || order == "" {
		return false
	}
	mine := o.parse(order, version)
	for _, v := range versions {
		if sign, ok := o.compareParsed(order, version, mine, v); ok && sign == 0 {
			return true
		}
	}
	return false
}

// within evaluates one range: of the events at or below the version the last
// in order tells. introduced 0 is below every version.
func (o *orders) within(r *Range, order, version string) verdict {
	if order == "" || len(r.Events) == 0 {
		return verdict{blind: true}
	}
	mine := o.parse(order, version)
	if !mine.ok {
		return verdict{blind: true}
	}
	w := walk{o: o, order: order, version: version, mine: mine, limits: true}
	for i := range r.Events {
		if !w.event(&r.Events[i]) {
			return verdict{blind: true}
		}
	}
	if !w.affected || !w.limits && w.limited {
		return verdict{}
	}
	return verdict{hit: true, words: w.words(), fixed: w.fixed}
}

// walk goes over the events of a range.
type walk struct {
	o       *orders
	order   string
	version string
	mine    parsedVersion

	affected bool   // what the last event in order says
	last     string // its version; "" before the first and for introduced 0
	any      bool   // some event was at or below the version

	limited, limits bool
	introduced      string
	next            Event // the first event above the version that ends the range
	fixed           []string
}

// event takes one event, in any order; it reports whether the event's version
// can be placed.
func (w *walk) event(e *Event) bool {
	text := e.Introduced + e.Fixed + e.LastAffected + e.Limit
	if e.Introduced == "0" {
		w.at("", true)
		return true
	}
	if e.Limit == "*" {
		w.limited, w.limits = true, true
		return true
	}
	sign, ok := w.o.compareParsed(w.order, w.version, w.mine, text) // of the version against the event
	if !ok {
		return false
	}
	switch {
	case e.Introduced != "":
		if sign >= 0 {
			w.at(text, true)
		}
	case e.Fixed != "":
		if sign >= 0 {
			w.at(text, false)
		} else {
			w.fixed = append(w.fixed, text)
			w.ends(*e)
		}
	case e.LastAffected != "":
		if sign > 0 {
			w.at(text, false)
		} else {
			w.ends(*e)
		}
	case e.Limit != "":
		if !w.limited {
			w.limits = false
		}
		w.limited = true
		w.limits = w.limits || sign < 0
	}
	return true
}

// at notes an event at or below the version, if none noted is above it.
func (w *walk) at(text string, affected bool) {
	if w.any && w.last != "" {
		if text == "" {
			return
		}
		if sign, _ := w.o.compare(w.order, text, w.last); sign < 0 {
			return
		}
	}
	w.any, w.last, w.affected = true, text, affected
	if affected {
		w.introduced = text
	}
}

// ends notes the nearest event above the version that ends the range.
func (w *walk) ends(e Event) {
	have := w.next.Fixed + w.next.LastAffected
	if have != "" {
		if sign, _ := w.o.compare(w.order, e.Fixed+e.LastAffected, have); sign >= 0 {
			return
		}
	}
	w.next = e
}

// words says the part of the range that has the version.
func (w *walk) words() string {
	switch from := w.introduced; {
	case w.next.Fixed != "" && from == "":
		return "before " + w.next.Fixed
	case w.next.Fixed != "":
		return "from " + from + " and before " + w.next.Fixed
	case w.next.LastAffected != "" && from == "":
		return "up to " + w.next.LastAffected
	case w.next.LastAffected != "":
		return "from " + from + " up to " + w.next.LastAffected
	case from == "":
		return "every version"
	default:
		return "from " + from + " on"
	}
}

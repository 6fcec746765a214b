package report

import "cmp"

// Newly is a finding that decides a verdict and was not as bad before.
type Newly struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	// Said is the first reason that is new; "" where the outcome alone is.
	Said string `json:"said"`
	// Places are how many places are new.
	Places int `json:"places"`
}

// Since lists, of the findings that decided the verdict of now, those that the
// baseline does not have as they are: another outcome or severity, a reason or
// a place that is new. A place is known again by its name, else by its document,
// because lines move when a file is edited. The list is empty where all that
// decides stood in the baseline already.
func Since(baseline, now *Report) []Newly {
	list := []Newly{}
	old, found := byID(baseline), byID(now)
	for _, id := range now.Reasons {
		f := found[id]
		if f == nil {
			continue
		}
		before := old[id]
		if before == nil || before.Outcome != f.Outcome || f.Severity.Rank() < before.Severity.Rank() || before.Advisory && !f.Advisory {
			list = append(list, Newly{ID: id, Title: f.Title, Said: firstSaid(f)})
			continue
		}
		if n := newlySaid(before, f); n.Said != "" || n.Places > 0 {
			list = append(list, n)
		}
	}
	return list
}

func firstSaid(f *Finding) string {
	for _, s := range reasons(f) {
		return s.Message
	}
	return ""
}

func reasons(f *Finding) []Statement {
	list := append(append([]Statement{}, f.Violations...), f.Reviews...)
	for _, e := range f.Errors {
		list = append(list, Statement{Code: "error", Message: e})
	}
	for _, m := range f.NotSupplied {
		list = append(list, Statement{Code: "not_supplied " + m.Kind})
	}
	return list
}

// newlySaid compares two findings of one outcome, reason by reason.
func newlySaid(before, now *Finding) Newly {
	n := Newly{ID: now.ID, Title: now.Title}
	known, totals := map[[2]string]int{}, map[string]int{}
	for _, s := range reasons(before) {
		totals[s.Code] += max(s.PlacesTotal, len(s.Places), 1)
		for _, p := range s.Places {
			known[[2]string{s.Code, named(p)}]++
		}
	}
	for _, s := range reasons(now) {
		fresh := 0
		for _, p := range s.Places {
			key := [2]string{s.Code, named(p)}
			if known[key]--; known[key] < 0 {
				fresh++
			}
		}
		if totals[s.Code] == 0 || fresh > 0 {
			n.Said = cmp.Or(n.Said, s.Message, s.Code)
		}
		n.Places += fresh
		totals[s.Code] -= max(s.PlacesTotal, len(s.Places), 1)
	}
	for code, left := range totals {
		if left < 0 && n.Said == "" { // more places than are listed
			n.Said, n.Places = cmp.Or(messageOf(now, code), code), n.Places-left
		}
	}
	return n
}

func messageOf(f *Finding, code string) string {
	for _, s := range reasons(f) {
		if s.Code == code {
			return s.Message
		}
	}
	return ""
}

func named(p Place) string { return p.Document + "\x00" + p.Name }

package report

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// Difference is what sets two reports apart, both sides of each difference.
// Causes are differences in what was given; findings are what came of them.
type Difference struct {
	Contract int     `json:"difference"` // version of this form, 1
	Equal    bool    `json:"equal"`      // the two reports are the same in every byte
	Verdict  Sides   `json:"verdict"`
	Causes   []Cause `json:"causes"` // in the order of their kinds, then by name
	// Findings that differ, those that set the verdicts apart first, then by id.
	Findings []FindingDifference `json:"findings"`
	// Questions are those of a letter after the first report, by what became of
	// them in the second.
	Questions Questions `json:"questions"`
}

// Questions are ids of findings that weigh enough to be asked about, in order.
type Questions struct {
	Answered []string `json:"answered"` // open or not met before, and no more
	Open     []string `json:"open"`     // before and after
	New      []string `json:"new"`      // only after
}

// Sides are the two sides of one value; "" where a side has none.
type Sides struct {
	Before string `json:"before"`
	After  string `json:"after"`
}

// Cause is one thing given to a screening that differs.
type Cause struct {
	Kind string `json:"kind" enum:"as_of,tender,offer,document,policy,profile,parameter,data_set,exception,determination,limit,annex,records_file,engine"`
	Name string `json:"name"` // of the document, parameter, data set, …; "" where there is one only
	Sides
}

// FindingDifference is one finding that differs. A side is empty where that
// report does not have the finding.
type FindingDifference struct {
	ID       string `json:"id"`
	Title    string `json:"title"`
	Decides  bool   `json:"decides"` // it is among what sets the verdicts apart
	Status   Sides  `json:"status"`
	Severity Sides  `json:"severity"`
	Outcome  Sides  `json:"outcome"`
	// Said: the sentences or their places differ, whatever the status.
	Said bool `json:"said"`
}

// Compare tells what sets two reports apart.
func Compare(before, after *Report) Difference {
	d := Difference{Contract: 1, Causes: []Cause{}, Findings: []FindingDifference{},
		Verdict: Sides{string(before.Verdict), string(after.Verdict)}}
	d.Equal = reflect.DeepEqual(whole(reflect.ValueOf(*before)).Interface(), whole(reflect.ValueOf(*after)).Interface())
	for _, kind := range causes {
		d.Causes = append(d.Causes, differing(kind.name, kind.of(before), kind.of(after))...)
	}
	d.findings(before, after)
	d.Questions = questions(asked(before), asked(after))
	return d
}

// asked are the findings that a letter asks about: in force, open or not met,
// and as heavy as the profile wants clarified.
func asked(r *Report) []string {
	ids := []string{}
	for i := range r.Findings {
		f := &r.Findings[i]
		unsettled := f.Outcome == OutcomeNotMet || f.Outcome == OutcomeOpen
		if unsettled && f.Question != OwnRecords && !f.Advisory && !f.PartOnly && f.Severity.AtLeast(r.Profile.ClarifyAt) {
			ids = append(ids, f.ID)
		}
	}
	slices.Sort(ids)
	return ids
}

func questions(before, after []string) Questions {
	q := Questions{Answered: []string{}, Open: []string{}, New: []string{}}
	for _, id := range before {
		if slices.Contains(after, id) {
			q.Open = append(q.Open, id)
		} else {
			q.Answered = append(q.Answered, id)
		}
	}
	for _, id := range after {
		if !slices.Contains(before, id) {
			q.New = append(q.New, id)
		}
	}
	return q
}

// causes are what a verdict rests on, by kind; each gives texts by name.
var causes = []struct {
	name string
	of   func(*Report) map[string]string
}{
	{"as_of", func(r *Report) map[string]string { return map[string]string{"": r.AsOf} }},
	{"tender", func(r *Report) map[string]string { return map[string]string{"": r.Tender.ID} }},
	{"offer", func(r *Report) map[string]string { return map[string]string{"": offerText(r.Offer)} }},
	{"document", func(r *Report) map[string]string {
		return texts(r.Documents, func(d Document) (string, string) { return d.Path, "sha256:" + d.SHA256 })
	}},
	{"policy", func(r *Report) map[string]string { return map[string]string{"": r.Provenance.Policy} }},
	{"profile", func(r *Report) map[string]string {
		p := r.Profile
		return map[string]string{"": fmt.Sprintf("%s, edition %s, %s", p.ID, p.Edition, p.Digest)}
	}},
	{"parameter", func(r *Report) map[string]string {
		return texts(r.Parameters, func(p Parameter) (string, string) { return p.Name, parameterText(p) })
	}},
	{"data_set", func(r *Report) map[string]string {
		return texts(r.Provenance.DataSets, func(s DataSet) (string, string) {
			return s.Name, fmt.Sprintf("%s of %s, %s", s.Kind, cmp.Or(s.Date, "no stated day"), s.Digest)
		})
	}},
	{"exception", func(r *Report) map[string]string {
		return texts(r.Exceptions, func(e Exception) (string, string) {
			return cmp.Or(e.ID, e.Requirement), fmt.Sprintf("%s, %s, until %s", idOf(e.Requirement, e.Member), strings.ReplaceAll(e.State, "_", " "), e.Until)
		})
	}},
	{"determination", func(r *Report) map[string]string {
		return texts(r.Determinations, func(d Determination) (string, string) {
			return idOf(d.Requirement, d.Member), fmt.Sprintf("%s, by %s on %s", d.Outcome, d.By, d.Date)
		})
	}},
	{"limit", func(r *Report) map[string]string {
		return texts(r.Limits, func(l Limit) (string, string) { return l.Name, fmt.Sprint(l.Value) })
	}},
	{"annex", func(r *Report) map[string]string { return map[string]string{"": r.Provenance.Annex} }},
	{"records_file", func(r *Report) map[string]string {
		return texts(r.Provenance.Records, func(f RecordFile) (string, string) {
			return f.Kind, strings.TrimSpace(f.Digest + ", " + strings.ReplaceAll(f.Signature, "_", " ") + " " + f.Owner)
		})
	}},
	{"engine", func(r *Report) map[string]string {
		return map[string]string{"": "bidgate " + r.Provenance.Engine + ", opa " + r.Provenance.OPA}
	}},
}

// texts names the rows of a list; the second of a name has its number with it.
func texts[T any](rows []T, of func(T) (name, text string)) map[string]string {
	found := map[string]string{}
	for _, row := range rows {
		name, text := of(row)
		for n, unique := 2, name; ; n++ {
			if _, twice := found[unique]; !twice {
				found[unique] = text
				break
			}
			unique = fmt.Sprintf("%s (%d)", name, n)
		}
	}
	return found
}

func idOf(requirement, member string) string { return strings.TrimSuffix(requirement+"."+member, ".") }

func offerText(o Offer) string {
	parts := []string{o.Vendor}
	for _, item := range o.Items {
		parts = append(parts, strings.TrimSpace(item.Product+" "+item.Version))
	}
	return strings.Trim(strings.Join(parts, "; "), "; ")
}

func parameterText(p Parameter) string {
	if !p.Set {
		return "not set"
	}
	return fmt.Sprint(p.Value)
}

func differing(kind string, before, after map[string]string) []Cause {
	list := []Cause{}
	for name, text := range before {
		if other, there := after[name]; !there || other != text {
			list = append(list, Cause{kind, name, Sides{text, other}})
		}
	}
	for name, text := range after {
		if _, there := before[name]; !there {
			list = append(list, Cause{kind, name, Sides{"", text}})
		}
	}
	slices.SortFunc(list, func(a, b Cause) int { return strings.Compare(a.Name, b.Name) })
	return list
}

func (d *Difference) findings(before, after *Report) {
	old, now := byID(before), byID(after)
	for id := range now {
		if old[id] == nil {
			old[id] = &Finding{Title: now[id].Title}
		}
	}
	for id, a := range old {
		b := now[id]
		if b == nil {
			b = &Finding{}
		}
		f := FindingDifference{ID: id, Title: a.Title, Said: !sameSaid(a, b),
			Status:   Sides{string(a.Status), string(b.Status)},
			Severity: Sides{string(a.Severity), string(b.Severity)},
			Outcome:  Sides{string(a.Outcome), string(b.Outcome)}}
		weighs := f.Severity.Before != f.Severity.After || f.Outcome.Before != f.Outcome.After || a.Advisory != b.Advisory
		f.Decides = before.Verdict != after.Verdict && weighs &&
			(slices.Contains(before.Reasons, id) || slices.Contains(after.Reasons, id))
		if weighs || f.Said || f.Status.Before != f.Status.After {
			d.Findings = append(d.Findings, f)
		}
	}
	slices.SortFunc(d.Findings, func(a, b FindingDifference) int {
		if a.Decides != b.Decides {
			return map[bool]int{true: -1, false: 1}[a.Decides]
		}
		return strings.Compare(a.ID, b.ID)
	})
}

func byID(r *Report) map[string]*Finding {
	found := map[string]*Finding{}
	for i := range r.Findings {
		found[r.Findings[i].ID] = &r.Findings[i]
	}
	return found
}

// sameSaid says whether two findings say the same, of the same places.
func sameSaid(a, b *Finding) bool {
	said := func(f *Finding) any {
		return whole(reflect.ValueOf([]any{f.Violations, f.Basis, f.Reviews, f.NotApplicable, f.NotSupplied, f.Errors})).Interface()
	}
	return reflect.DeepEqual(said(a), said(b))
}

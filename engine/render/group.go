package render

import (
	"fmt"
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

// entry is one numbered point of a section: a single finding, the members of
// one family, or findings that are open for one and the same reason.
type entry struct {
	family   bool
	same     bool
	findings []*report.Finding // heaviest first, never empty
}

// entries groups findings so that one cause is read once: a declaration that
// is absent leaves dozens of findings open, and is one point.
func entries(findings []*report.Finding) []entry {
	reasons := map[string]int{}
	for _, f := range findings {
		reasons[reason(f)]++
	}
	var list []entry
	at := map[string]int{}
	for _, f := range findings {
		e, key := entry{}, f.ID
		switch why := reason(f); {
		case why != "" && reasons[why] > 1:
			e.same, key = true, why
		case f.Member != "":
			e.family, key = true, "family\x00"+f.Requirement+"\x00"+f.Family
		}
		i, ok := at[key]
		if !ok {
			i = len(list)
			at[key] = i
			list = append(list, e)
		}
		list[i].findings = append(list[i].findings, f)
	}
	return list
}

// reason is equal for findings that one answer settles, and "" for a finding
// that stands for itself.
func reason(f *report.Finding) string {
	if f.Outcome != report.OutcomeOpen || f.Exception != nil || f.Determination != nil || len(f.ComposedOf) > 0 {
		return ""
	}
	if f.Status == report.NotSupplied {
		return fmt.Sprintf("missing\x00%v", f.NotSupplied)
	}
	if f.Status == report.Review && len(f.Reviews) > 0 && len(f.Violations) == 0 {
		return fmt.Sprintf("review\x00%v\x00%v", f.NotSupplied, f.Reviews)
	}
	return ""
}

// items name the findings of an entry in a line each; members of a family are
// one line, unless all are wanted.
func items(findings []*report.Finding, verbose bool) []string {
	var list []string
	members := map[string]int{}
	for _, f := range findings {
		members[f.Requirement+"\x00"+f.Family]++
	}
	for _, f := range findings {
		key := f.Requirement + "\x00" + f.Family
		n := members[key]
		switch {
		case f.Member == "" || verbose || n == 1:
			list = append(list, fmt.Sprintf("%s (%s)", Escape(f.Title, maxTitle), Escape(f.ID, maxID)))
		case n > 0:
			list = append(list, fmt.Sprintf("%s: %s", family(f), count(n, "requirement", "requirements")))
			members[key] = 0
		}
	}
	return list
}

// family names a member's family as people say it: "ir8259a-SU Software update".
func family(f *report.Finding) string {
	return Escape(familyTitle(f.Family, f.FamilyTitle), maxTitle)
}

// siblings counts the findings of a family by what they count as, in words:
// "3 met, 1 not met, 1 not supplied".
func siblings(r *report.Report, of *report.Finding) string {
	counts := map[mark]int{}
	for i := range r.Findings {
		if f := &r.Findings[i]; sameFamily(f, of) {
			counts[markOf(f)]++
		}
	}
	var words []string
	for _, s := range statusOrder {
		if n := counts[statusWords[s]]; n > 0 {
			words = append(words, fmt.Sprintf("%d %s", n, countWord(statusWords[s], n)))
		}
	}
	if n := counts[excusedWords]; n > 0 {
		words = append(words, fmt.Sprintf("%d %s", n, excusedWords.words))
	}
	return strings.Join(words, ", ")
}

// sameFamily says that f is in force and of the family of the member "of".
func sameFamily(f, of *report.Finding) bool {
	return f.Requirement == of.Requirement && f.Family == of.Family && f.Member != "" && !f.PartOnly && !f.Advisory
}

package evidence

import (
	"strings"
	"sync"
)

// Clauses maps every clause id that the form knows to the answers that speak
// for it; a clause without answers is there with an empty list.
type Clauses map[string]ClauseAnswer

// clauseMembers lists the clause ids of the declaration form (reference form
// 2.4) by family: <standard>-<family> and the numbers of its members.
var clauseMembers = []struct {
	family  string
	members []string
}{
	{"ir8259r1-A0", []string{"1", "2", "3", "4"}},
	{"ir8259r1-A1", []string{"1", "2", "3", "4"}},
	{"ir8259r1-A2", []string{"1", "2", "3", "4", "5"}},
	{"ir8259r1-A3", []string{"1", "2"}},
	{"ir8259r1-A4", []string{"1", "2"}},
	{"ir8259r1-A5", []string{"1", "2", "3"}},
	{"ir8259r1-A6", []string{"1", "2", "3", "4", "5"}},
	{"ir8259r1-A7", []string{"1", "2"}},
	{"ir8259r1-A8", []string{"1", "2", "3", "4", "5", "6"}},
	{"ir8259a-DI", []string{"1", "2", "3"}},
	{"ir8259a-DC", []string{"1", "2", "3", "4"}},
	{"ir8259a-DP", []string{"1", "2", "3"}},
	{"ir8259a-LA", []string{"1", "2", "3", "4", "5", "6"}},
	{"ir8259a-SU", []string{"1", "2", "3", "4", "5"}},
	{"ir8259a-CS", []string{"1", "2", "3", "4"}},
	{"ir8259b-DO", []string{"1", "2", "3", "4", "5", "6"}},
	{"ir8259b-IQ", []string{"1", "2"}},
	{"ir8259b-ID", []string{"1", "2"}},
	{"ir8259b-EA", []string{"1", "2", "3"}},
	{"sp800213a-DS", []string{"EXE", "COM", "RSC", "DIN", "ONB", "OPS"}},
}

// clauseSeparator is "." below an activity (ir8259r1-A1.3) and "-" below a
// family (ir8259a-SU-2).
func clauseSeparator(family string) string {
	if strings.HasPrefix(family, "ir8259r1-") {
		return "."
	}
	return "-"
}

// KnownClauses lists every clause id of the declaration form, families before
// their members, in the form's order.
func KnownClauses() []string {
	var ids []string
	for _, f := range clauseMembers {
		ids = append(ids, f.family)
		for _, m := range f.members {
			ids = append(ids, f.family+clauseSeparator(f.family)+m)
		}
	}
	return ids
}

// questionnaires are the beginnings of ids of other lists of questions, whose
// answers are kept as they are: SSDF tasks (ssdf-1.1-PO.1.1), the CISA
// software acquisition guide (sag-GOV-01), the CISA attestation form (att- in the
// form; ssaf- are the ids of its CycloneDX catalogue), Secure
// by Demand and Bad Practices (sbd-01), single regimes, and bidgate-<row> for
// a row of the requirements catalogue that has no other id.
var questionnaires = []string{
	"ssdf-", "sag-", "att-", "ssaf-", "sbd-", "cra-", "psti-", "ctm-", "ir8425-", "sp800213a-", "en303645-", "en18031-", "iec62443-", "bidgate-",
}

// first2020 maps the activities of the 2020 edition of IR 8259 to those of
// revision 1; activities 0 and 6 of the revision have no forerunner.
var first2020 = map[string][]string{
	"1": {"ir8259r1-A1"}, "2": {"ir8259r1-A2"}, "3": {"ir8259r1-A3", "ir8259r1-A4"},
	"4": {"ir8259r1-A5"}, "5": {"ir8259r1-A7"}, "6": {"ir8259r1-A8"},
}

// clauseOf writes a clause id as the form does, whatever the case it is given in.
func clauseOf(text string) (string, bool) {
	if id, ok := clausesInLowerCase()[strings.ToLower(text)]; ok {
		return id, true
	}
	return text, true
}

// clausesInLowerCase is made on first use and never changed.
var clausesInLowerCase = sync.OnceValue(func() map[string]string {
	ids := map[string]string{}
	for _, id := range KnownClauses() {
		ids[strings.ToLower(id)] = id
	}
	return ids
})

// speaksFor lists the known clauses that an answer to id speaks for.
func speaksFor(id string, known map[string]bool) []string {
	if known[id] {
		return []string{id}
	}
	if activity, ok := strings.CutPrefix(strings.ToLower(id), "ir8259-2020-"); ok {
		return first2020[strings.TrimPrefix(activity, "a")]
	}
	return nil
}

// inQuestionnaire says that id belongs to a list of questions that the form
// does not know one by one.
func inQuestionnaire(id string) bool {
	for _, prefix := range questionnaires {
		if strings.HasPrefix(strings.ToLower(id), prefix) && len(id) > len(prefix) {
			return true
		}
	}
	return false
}

// spread says for every known clause which answers speak for it: its own, else
// those to its family. own lists the answers by clause.
func spread(own map[string][]Row) Clauses {
	clauses := Clauses{}
	for _, f := range clauseMembers {
		clauses[f.family] = ClauseAnswer{Answers: append([]Row{}, own[f.family]...)}
		for _, m := range f.members {
			id := f.family + clauseSeparator(f.family) + m
			answer := ClauseAnswer{Answers: append([]Row{}, own[id]...)}
			if len(answer.Answers) == 0 && len(own[f.family]) > 0 {
				answer = ClauseAnswer{Answers: append([]Row{}, own[f.family]...), Inherited: true}
			}
			clauses[id] = answer
		}
	}
	return clauses
}

package evidence

import "strings"

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

package report

import (
	"fmt"
	"slices"
	"strings"
)

// The closed sets, in the order in which a reader wants them: what weighs most
// comes first. Parsing, ranking, the JSON Schema and its tests range over them.
var (
	verdicts   = []Verdict{DoesNotMeet, Undetermined, MeetsWithExceptions, Meets}
	statuses   = []Status{Fail, Error, Review, NotSupplied, Pass, NotApplicable}
	outcomes   = []Outcome{OutcomeNotMet, OutcomeError, OutcomeOpen, OutcomeExcused, OutcomeMet, OutcomeNotApplicable}
	severities = []Severity{Blocking, Major, Minor, Info}
	levels     = []Level{Asserted, Evidenced, Verified}
)

// Verdicts lists the verdicts, worst first.
func Verdicts() []Verdict { return slices.Clone(verdicts) }

// Statuses lists the statuses in the order in which a reader deals with them.
func Statuses() []Status { return slices.Clone(statuses) }

// Outcomes lists the outcomes in the order in which a reader deals with them.
func Outcomes() []Outcome { return slices.Clone(outcomes) }

// Severities lists the severities, heaviest first.
func Severities() []Severity { return slices.Clone(severities) }

// Levels lists the levels, weakest first.
func Levels() []Level { return slices.Clone(levels) }

// Rank is 0 for the heaviest severity and grows as they get lighter. What is
// not a severity ranks after all of them.
func (s Severity) Rank() int { return rank(severities, s) }

// AtLeast says that s weighs as much as floor or more. What is not a severity
// weighs less than any that is.
func (s Severity) AtLeast(floor Severity) bool {
	return s.Rank() < len(severities) && s.Rank() <= floor.Rank()
}

// Rank is 0 for the status that a reader deals with first, a failure. What is
// not a status ranks after all of them.
func (s Status) Rank() int { return rank(statuses, s) }

// Rank is 0 for the weakest level. It is -1 for "" and anything else that is
// not a level, which is weaker than any that is.
func (l Level) Rank() int { return slices.Index(levels, l) }

// Less orders findings for a reader: heaviest severity first, then by status,
// then by id.
func Less(a, b *Finding) bool {
	if a.Severity.Rank() != b.Severity.Rank() {
		return a.Severity.Rank() < b.Severity.Rank()
	}
	if a.Status.Rank() != b.Status.Rank() {
		return a.Status.Rank() < b.Status.Rank()
	}
	return a.ID < b.ID
}

// ParseVerdict reads a verdict; anything else is an error that lists them.
func ParseVerdict(s string) (Verdict, error) { return parse("verdict", verdicts, s) }

// ParseStatus reads a status; anything else is an error that lists them.
func ParseStatus(s string) (Status, error) { return parse("status", statuses, s) }

// ParseOutcome reads an outcome; anything else is an error that lists them.
func ParseOutcome(s string) (Outcome, error) { return parse("outcome", outcomes, s) }

// ParseSeverity reads a severity; anything else is an error that lists them.
func ParseSeverity(s string) (Severity, error) { return parse("severity", severities, s) }

// ParseLevel reads a level; anything else, "" included, is an error that lists
// them.
func ParseLevel(s string) (Level, error) { return parse("level", levels, s) }

func rank[T comparable](set []T, v T) int {
	if i := slices.Index(set, v); i >= 0 {
		return i
	}
	return len(set)
}

func parse[T ~string](what string, set []T, s string) (T, error) {
	if slices.Contains(set, T(s)) {
		return T(s), nil
	}
	names := make([]string, len(set))
	for i, v := range set {
		names[i] = string(v)
	}
	return "", fmt.Errorf("%q is not a %s: use one of %s", s, what, strings.Join(names, ", "))
}

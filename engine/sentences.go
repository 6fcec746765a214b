package engine

import (
	"maps"
	"slices"
	"strings"
)

// The sentences of this layer for people, in one place for translation.
const (
	notice = "This verdict compares the evidence supplied with the profile named. It is not an award decision, and it does not say that a product complies with any law."
	replay = "opa eval -b policy.tar.gz -i input.json -f raw data.bidgate.decision"
)

// noteMessages are what the decision itself says of a finding, by code.
var noteMessages = map[string]string{
	"candidate":  "This document may be the evidence asked for, and it is in a form that bidgate does not read; a person must look.",
	"unreadable": "This document is of a kind that the requirement needs, and it cannot be read.",
	"silent":     "The requirement came to no result here; a person must look.",
	"weak_basis": "The profile asks that this is {needed}, and here it is {level}.",
	"word_alone": "Only the vendor's word says that this does not apply; a person must confirm it.",
}

// levelWords are the levels of a basis in words.
var levelWords = map[string]string{
	"asserted":  "the vendor's word",
	"evidenced": "shown by a document in the bundle",
	"verified":  "checked by bidgate",
}

// stateWords are the states that do not read well after "is" as they stand.
var stateWords = map[string]string{
	"placeholder": "a placeholder",
	"invalid":     "not in a usable form",
	"unsupported": "not sayable in this form",
}

// noPlace says what a form has no place for: nobody declared that, and nothing is
// it. What a message says otherwise of the state stays as it is.
var noPlace = strings.NewReplacer(
	"declares that its subject is {state}", "has no place for its subject",
	"is declared {state}", "has no place in this form",
	"are declared {state}", "have no place in this form",
	"as {state}", "no value, because its form has no place for one",
	"is {state}", "has no place in this form",
	"are {state}", "have no place in this form",
)

// withheld stands for what a message quotes, in a version for release.
const withheld = "(withheld)"

// publicArguments are the arguments of messages, beside numbers, that quote
// nothing of a vendor's evidence: words of closed sets, clauses of standards
// and ids of requirements.
var publicArguments = map[string]bool{
	"state": true, "level": true, "needed": true, "field": true, "requirement": true, "clause": true, "capability": true,
	"family": true, "rating": true, "severity": true, "status": true, "edition": true, "completeness": true,
}

// errorMessages say why a requirement could not be evaluated, by code.
var errorMessages = map[string]string{
	"evaluation":          "The policy could not be evaluated: ",
	"unknown_requirement": "No loaded policy defines this requirement.",
	"basis_and_violation": "The policy says both that the requirement is met and that it is not.",
	"not_an_object":       "The policy gave something that is no statement.",
	"args_not_an_object":  "The policy gave a statement without arguments.",
	"unknown_code":        "The policy gave a code that has no message.",
	"unknown_subject":     "The policy spoke of something that is not in the evidence.",
	"unknown_member":      "The policy spoke of a member that its table does not have.",
	"unknown_level":       "The policy gave a basis without a known level.",
	"unknown_key":         "The policy gave a statement with a key that the contract does not know.",
}

func quotedList(names []string) string {
	return strings.Join(names, ", ")
}

func sortedKeys[V any](m map[string]V) []string {
	return slices.Sorted(maps.Keys(m))
}

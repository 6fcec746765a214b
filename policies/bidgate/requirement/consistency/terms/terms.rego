# METADATA
# title: What is said in words agrees with what is filled in
# description: |
#   Holds the words of a declaration against its fields: the end of support, the
#   time in which reports are confirmed, the way of updates, the erasing of data,
#   the scheme of signatures, uses, markets, and what is affirmed, when and by
#   whom. One use that is meant and excluded, data that cannot be erased in spite
#   of an answer, and answers given after they were affirmed fail; others that do
#   not fit are for a person, who asks which holds. What is not stated, or
#   declared unknown or withheld, can be held against nothing and is asked for by
#   other requirements. This knows only the words of its table, which are
#   English, and cannot tell which of two statements is true.
# custom:
#   contract: 1
#   severity: minor
#   section: governance
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: CISA Software Acquisition Guide, edition: "2024", clause: "Answers agree with evidence", confidence: secondary}
#     - {standard: bidgate, edition: "1", clause: Dates, confidence: source}
#   messages:
#     other_end: "The answer to {clause} gives {year} as the end of support, and the form {day:date}, so a person must ask which one holds."
#     other_time: "The answer to {clause} says that reports are confirmed within {said:day|days}, and the form says {days}, so a person must ask which one holds."
#     by_hand: "The answer to {clause} says that updates come by themselves, and the form that they come by hand, so a person must ask which one holds."
#     cannot_erase: "The answer to {clause} says that data can be erased, and elsewhere the declaration says of that: {value}."
#     other_scheme: "The scheme of signatures is given as {scheme}, and the check of updates as {check}, so a person must ask which one holds."
#     meant_and_excluded: "The use {use} is meant for the product and excluded."
#     law_missing: "The product is for the market {market}, and none of the laws named is its law on products with digital elements, so a person must ask why."
#     taken_back: "The affirmation says “{words}”, so a person must ask what it is worth."
#     answered_later: "{n:answer was|answers were} given up to {day:date}, after they were affirmed on {affirmed:date}."
#     same_person: "The evidence {evidence} was reviewed by the person who made it, so a person must ask for another review."
#     nothing: "The declaration states nothing here that could cross something else."
#     agrees: "Of {n:statement|statements} looked at, none crosses another one of the declaration."
#   remedy: Correct whichever of the statements is wrong.
#   question: Which of the statements holds?
#   tags: [core_area:security_evaluation, csf:ID, csf2:ID.RA-09]
package bidgate.requirement.consistency.terms

_members := data.bidgate.catalog.requirements["consistency.terms"].members

# Answers that claim something, with what they say in lower case.
_said contains {"i": i, "clause": answer.requirement.value, "text": lower(answer.statement.value), "at": ["declarations", i, "answers", a]} if {
	some i, declaration in input.declarations
	some a, answer in declaration.answers
	answer.status.value in {"met", "partial"}
	answer.statement.state == "stated"
}

# Numbers that a pattern of the member takes out of an answer.
_numbers contains {"member": member, "i": said.i, "clause": said.clause, "number": number, "at": said.at} if {
	some member in {"support_end", "confirmation"}
	some pattern in _members[member].columns.patterns
	some said in _said
	some [_, number] in regex.find_all_string_submatch_n(pattern, said.text, 4)
}

_ends := {i: declaration.support.end.value |
	some i, declaration in input.declarations
	declaration.support.end.state == "stated"
}

_ending contains object.union(found, {"end": end}) if {
	some found in _numbers
	found.member == "support_end"
	some i, end in _ends
	i == found.i
}

_compared contains {"member": "support_end", "at": found.at} if some found in _ending

_doubt contains {"member": "support_end", "code": "other_end", "args": {"clause": found.clause, "year": found.number, "day": found.end.day}, "at": found.at} if {
	some found in _ending
	found.number != substring(found.end.text, 0, 4)
}

_times := {i: declaration.vulnerability_disclosure.acknowledgement_days.value |
	some i, declaration in input.declarations
	declaration.vulnerability_disclosure.acknowledgement_days.state == "stated"
}

_timed contains object.union(found, {"days": days, "said": to_number(found.number)}) if {
	some found in _numbers
	found.member == "confirmation"
	some i, days in _times
	i == found.i
}

_compared contains {"member": "confirmation", "at": found.at} if some found in _timed

_doubt contains {"member": "confirmation", "code": "other_time", "args": {"clause": found.clause, "said": found.said, "days": found.days}, "at": found.at} if {
	some found in _timed
	found.said != found.days
}

_updating contains {"i": said.i, "clause": said.clause, "mechanism": input.declarations[said.i].updates.mechanism.value, "at": said.at} if {
	columns := _members.updating.columns
	some said in _said
	input.declarations[said.i].updates.mechanism.state == "stated"
	some pattern in columns.patterns
	some words in regex.find_n(pattern, said.text, 1)
	count([1 | some denial in columns.denials; regex.match(denial, words)]) == 0
}

_compared contains {"member": "updating", "at": found.at} if some found in _updating

_doubt contains {"member": "updating", "code": "by_hand", "args": {"clause": found.clause}, "at": found.at} if {
	some found in _updating
	found.mechanism in _members.updating.columns.mechanisms
}

_erasing contains {"clause": said.clause, "value": value.value, "at": said.at} if {
	asked := {lower(clause) | some clause in _members.erasing.columns.asked_as}
	some said in _said
	lower(said.clause) in asked
	declaration := input.declarations[said.i]
	some value in [declaration.retirement.erase, declaration.support.eol_plan.data_removal]
	value.state == "stated"
}

_compared contains {"member": "erasing", "at": found.at} if some found in _erasing

_wrong contains {"member": "erasing", "code": "cannot_erase", "args": {"clause": found.clause, "value": found.value}, "at": found.at} if {
	some found in _erasing
	trim_right(lower(found.value), ".") in _members.erasing.columns.denials
}

# Schemes that the text names.
_schemes(text) := {scheme |
	some scheme in _members.signature_scheme.columns.schemes
	regex.match(concat("", [`\b`, scheme, `\b`]), lower(text))
}

_checked contains {"at": ["declarations", i, "signature_scheme"], "scheme": scheme.value, "check": check.value, "named": _schemes(scheme.value), "used": _schemes(check.value)} if {
	some i, declaration in input.declarations
	scheme := declaration.signature_scheme
	check := declaration.updates.verification
	{scheme.state, check.state} == {"stated"}
}

_compared contains {"member": "signature_scheme", "at": found.at} if some found in _checked

_doubt contains {"member": "signature_scheme", "code": "other_scheme", "args": {"scheme": found.scheme, "check": found.check}, "at": found.at} if {
	some found in _checked
	min([count(found.named), count(found.used)]) > 0
	count(found.named & found.used) == 0
}

_meant contains {"i": i, "use": lower(trim_space(use.purpose.value)), "at": ["declarations", i, "use_cases", "items", u]} if {
	some i, declaration in input.declarations
	count(declaration.excluded_uses.items) > 0
	some u, use in declaration.use_cases.items
	use.purpose.state == "stated"
}

_excluded := {[i, lower(trim_space(use))] |
	some i, declaration in input.declarations
	some use in declaration.excluded_uses.items
}

_compared contains {"member": "excluded_use", "at": found.at} if some found in _meant

_wrong contains {"member": "excluded_use", "code": "meant_and_excluded", "args": {"use": found.use}, "at": found.at} if {
	some found in _meant
	[found.i, found.use] in _excluded
}

_sold contains {"i": i, "market": market, "at": ["declarations", i, "regimes"]} if {
	some i, declaration in input.declarations
	declaration.regimes.state == "stated"
	some market in declaration.product_details.markets.items
	lower(market) in _members.market_laws.columns.markets
}

_lawful contains i if {
	columns := _members.market_laws.columns
	some i, declaration in input.declarations
	some regime in declaration.regimes.items
	some law in array.concat(columns.laws, columns.others)
	regex.match(law, lower(regime))
}

_compared contains {"member": "market_laws", "at": found.at} if some found in _sold

_doubt contains {"member": "market_laws", "code": "law_missing", "args": {"market": found.market}, "at": found.at} if {
	some found in _sold
	not found.i in _lawful
}

_affirmed contains {"text": lower(statement.value), "at": ["declarations", i, "affirmation", "statement"]} if {
	some i, declaration in input.declarations
	statement := declaration.affirmation.statement
	statement.state == "stated"
}

_compared contains {"member": "affirmation", "at": found.at} if some found in _affirmed

_doubt contains {"member": "affirmation", "code": "taken_back", "args": {"words": concat("”, “", sort(words))}, "at": found.at} if {
	some found in _affirmed
	words := {word |
		some pattern in _members.affirmation.columns.patterns
		some word in regex.find_n(pattern, found.text, 1)
	}
	count(words) > 0
}

# Answers with a day up to the screening, under an affirmation that is not older
# than the declaration: other days are told by other requirements.
_dated contains {"i": i, "a": a, "day": answer.date.value.day, "affirmed": declaration.affirmation.date.value.day} if {
	some i, declaration in input.declarations
	declaration.affirmation.date.state == "stated"
	count([1 | declaration.date.state == "stated"; declaration.date.value.day > declaration.affirmation.date.value.day]) == 0
	some a, answer in declaration.answers
	answer.date.state == "stated"
	answer.date.value.day <= input.as_of.day
}

_compared contains {"member": "signed_answers", "at": ["declarations", found.i, "answers", found.a]} if some found in _dated

_later[found.i] contains found if {
	some found in _dated
	found.day > found.affirmed
}

_wrong contains {
	"member": "signed_answers", "code": "answered_later", "args": {"n": count(rows), "day": last.day, "affirmed": last.affirmed},
	"at": ["declarations", last.i, "answers", last.a, "date"],
} if {
	some rows in _later
	days := {row.day | some row in rows}
	last := max({row | some row in rows; row.day == max(days)})
}

_reviewed contains {"i": i, "j": j, "evidence": item.id.value, "author": item.author.value, "reviewer": item.reviewer.value} if {
	some i, declaration in input.declarations
	some j, item in declaration.evidence.items
	{item.author.state, item.reviewer.state} == {"stated"}
}

_compared contains {"member": "own_review", "at": ["declarations", found.i, "evidence", "items", found.j]} if some found in _reviewed

_doubt contains {
	"member": "own_review", "code": "same_person", "args": {"evidence": found.evidence},
	"at": ["declarations", found.i, "evidence", "items", found.j, "reviewer"],
} if {
	some found in _reviewed
	lower(found.author) == lower(found.reviewer)
}

violation contains {"member": wrong.member, "code": wrong.code, "args": wrong.args, "at": wrong.at} if some wrong in _wrong

review contains {"member": doubt.member, "code": doubt.code, "args": doubt.args, "at": doubt.at} if some doubt in _doubt

_doubted := {[told.at[1], told.member] | some told in (_wrong | _doubt)}

_places[[row.at[1], row.member]] contains row.at if some row in _compared

_held := {place | some place, _ in _places}

not_applicable contains {"member": member, "code": "nothing", "args": {}, "at": ["declarations", i], "level": "verified"} if {
	some i, _ in input.declarations
	some member, _ in _members
	not [i, member] in _held
}

basis contains {"member": member, "code": "agrees", "args": {"n": count(places)}, "at": ["declarations", i], "level": "verified"} if {
	some [i, member], places in _places
	not [i, member] in _doubted
}

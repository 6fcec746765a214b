# METADATA
# title: The declaration agrees with itself
# description: |
#   Holds statements of a declaration against each other: a yes against its own
#   words, the dates of answers, evidence and affirmation against that of the
#   declaration, those who sign against the maker, the end of support against
#   updates, sale and use, and the times of fixes against each other. What cannot
#   be so fails: what was affirmed or listed before it was there, and a task of
#   nobody. Others that do not fit are for a person, who asks which holds. Names of companies fit
#   where one word of them does. What is not stated, or declared unknown or
#   withheld, is asked for by other requirements, and can be held against nothing.
#   This cannot tell which of two statements is true, and knows only the words
#   of its table.
# custom:
#   contract: 1
#   severity: minor
#   section: governance
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: CISA Software Acquisition Guide, edition: "2024", clause: "Answers agree with evidence", confidence: secondary}
#     - {standard: bidgate, edition: "1", clause: Dates, confidence: source}
#   parameters:
#     max_answer_days: {type: integer, default: 1095, min: 0, description: Days by which an answer may be older than the declaration.}
#     max_same_share: {type: number, default: 0.5, min: 0, max: 1, description: Share of the answers of yes that may have one text.}
#   messages:
#     planned: "The answer to {clause} is yes, and a plan says what is left to do, so a person must ask."
#     one_text: "{n} of {total} answers of yes have one and the same text, so a person must ask what it means for each."
#     old_answer: "The answer to {clause} is of {day:date}, long before the declaration of {declared:date}, so a person must ask whether it still holds."
#     later_evidence: "The evidence {evidence} was made on {day:date}, after the declaration of {declared:date} that lists it."
#     affirmed_before: "The declaration was affirmed on {day:date}, before it was written on {declared:date}."
#     other_company: "The declaration is that of {maker}, and {person} of {company} signs it, so a person must ask by what right."
#     updates_end: "The last update is to come on {last}, and support is to end on {day:date}, so a person must ask which day holds."
#     support_runs: "Support starts on {start:date}, and the product comes on the market on {day:date}, so a person must ask how long buyers have support."
#     nobody: "The task {task} is done by nobody."
#     nothing: "The declaration states nothing here that could cross something else."
#     agrees: "Of {n:statement|statements} looked at, none crosses another one of the declaration."
#   remedy: Correct whichever of the statements is wrong.
#   question: Which of the statements holds?
#   tags: [core_area:security_evaluation, csf:ID, csf2:ID.RA-09]
package bidgate.requirement.consistency.declared

import data.bidgate.lib.company

_members := data.bidgate.catalog.requirements["consistency.declared"].members

_parameters := input.parameters.consistency.declared

# Answers of yes, with what they say.
_yes contains {"i": i, "a": a, "clause": answer.requirement.value, "text": lower(answer.statement.value), "state": answer.statement.state} if {
	some i, declaration in input.declarations
	some a, answer in declaration.answers
	answer.status.value == "met"
}

_texts := {i: rows |
	some i, _ in input.declarations
	rows := {yes.a | some yes in _yes; yes.i == i; yes.state == "stated"}
}

# Statements that can be held against another one, by member.
_compared contains {"i": yes.i, "member": member, "at": ["declarations", yes.i, "answers", yes.a]} if {
	some yes in _yes
	yes.state == "stated"
	some member in {"answer_plan", "answer_texts"}
}

_doubt contains {"member": "answer_plan", "code": "planned", "args": {"clause": yes.clause}, "at": ["declarations", yes.i, "answers", yes.a, "plan"]} if {
	some yes in _yes
	input.declarations[yes.i].answers[yes.a].plan.state == "stated"
}

_same[[i, text]] contains yes.a if {
	some yes in _yes
	yes.state == "stated"
	i := yes.i
	text := yes.text
}

_doubt contains {"member": "answer_texts", "code": "one_text", "args": {"n": count(rows), "total": total}, "at": ["declarations", i, "answers", min(rows)]} if {
	some [i, _], rows in _same
	count(rows) > 3
	total := count(_texts[i])
	count(rows) > _parameters.max_same_share * total
}

_aged contains {"i": i, "a": a, "day": answer.date.value.day, "declared": declaration.date.value.day, "clause": answer.requirement.value} if {
	some i, declaration in input.declarations
	declaration.date.state == "stated"
	some a, answer in declaration.answers
	answer.date.state == "stated"
}

_compared contains {"i": aged.i, "member": "answer_age", "at": ["declarations", aged.i, "answers", aged.a]} if some aged in _aged

_doubt contains {
	"member": "answer_age", "code": "old_answer", "args": {"clause": aged.clause, "day": aged.day, "declared": aged.declared},
	"at": ["declarations", aged.i, "answers", aged.a, "date"],
} if {
	some aged in _aged
	aged.declared - aged.day > _parameters.max_answer_days
}

_listed contains {"i": i, "j": j, "day": item.created.value.day, "declared": declaration.date.value.day, "evidence": item.id.value} if {
	some i, declaration in input.declarations
	declaration.date.state == "stated"
	some j, item in declaration.evidence.items
	item.created.state == "stated"
}

_compared contains {"i": row.i, "member": "evidence_date", "at": ["declarations", row.i, "evidence", "items", row.j]} if some row in _listed

_wrong contains {
	"member": "evidence_date", "code": "later_evidence", "args": {"evidence": row.evidence, "day": row.day, "declared": row.declared},
	"at": ["declarations", row.i, "evidence", "items", row.j, "created"],
} if {
	some row in _listed
	row.day > row.declared
}

_affirmed contains {"i": i, "day": declaration.affirmation.date.value.day, "declared": declaration.date.value.day} if {
	some i, declaration in input.declarations
	declaration.date.state == "stated"
	declaration.affirmation.date.state == "stated"
}

_compared contains {"i": row.i, "member": "affirmation_date", "at": ["declarations", row.i, "affirmation"]} if some row in _affirmed

_wrong contains {
	"member": "affirmation_date", "code": "affirmed_before", "args": {"day": row.day, "declared": row.declared},
	"at": ["declarations", row.i, "affirmation", "date"],
} if {
	some row in _affirmed
	row.day < row.declared
}

_signing contains {"i": i, "j": j, "maker": declaration.manufacturer.name.value, "person": person.name.value, "company": person.organization.value} if {
	some i, declaration in input.declarations
	declaration.manufacturer.name.state == "stated"
	some j, signatory in declaration.affirmation.signatories.items
	some person in declaration.people.items
	person.id.value == signatory.person.value
	person.organization.state == "stated"
}

_compared contains {"i": row.i, "member": "signatory", "at": ["declarations", row.i, "affirmation", "signatories", "items", row.j]} if some row in _signing

_doubt contains {
	"member": "signatory", "code": "other_company", "args": {"maker": row.maker, "person": row.person, "company": row.company},
	"at": ["declarations", row.i, "affirmation", "signatories", "items", row.j],
} if {
	some row in _signing
	not company.fits(row.maker, row.company)
}

_lasting contains {"i": i, "last": last, "day": end.day, "text": end.text} if {
	some i, declaration in input.declarations
	declaration.support.end.state == "stated"
	end := declaration.support.end.value
	last := declaration.support.eol_plan.last_update.value
	regex.match(`^\d{4}-\d\d-\d\d$`, last)
}

_compared contains {"i": row.i, "member": "last_update", "at": ["declarations", row.i, "support", "eol_plan"]} if some row in _lasting

_doubt contains {"member": "last_update", "code": "updates_end", "args": {"last": row.last, "day": row.day}, "at": ["declarations", row.i, "support", "eol_plan", "last_update"]} if {
	some row in _lasting
	row.last < row.text
}

_sold contains {"i": i, "day": declaration.product_details.first_market_date.value.day, "start": declaration.support.start.value.day} if {
	some i, declaration in input.declarations
	declaration.support.start.state == "stated"
	declaration.product_details.first_market_date.state == "stated"
}

_compared contains {"i": row.i, "member": "market", "at": ["declarations", row.i, "support"]} if some row in _sold

_doubt contains {"member": "market", "code": "support_runs", "args": {"start": row.start, "day": row.day}, "at": ["declarations", row.i, "support", "start"]} if {
	some row in _sold
	row.day > row.start
}

_tasks contains {"i": i, "j": j, "task": duty.topic.value, "who": {text.value | some text in [duty.manufacturer, duty.deployer, duty.user]; text.state == "stated"}} if {
	some i, declaration in input.declarations
	some j, duty in declaration.responsibility_matrix.items
	duty.manufacturer.state == "stated"
	duty.deployer.state == "stated"
}

_compared contains {"i": row.i, "member": "duty", "at": ["declarations", row.i, "responsibility_matrix", "items", row.j]} if some row in _tasks

_wrong contains {"member": "duty", "code": "nobody", "args": {"task": row.task}, "at": ["declarations", row.i, "responsibility_matrix", "items", row.j]} if {
	some row in _tasks
	row.who == {"none"}
}

violation contains {"member": wrong.member, "code": wrong.code, "args": wrong.args, "at": wrong.at} if some wrong in _wrong

review contains {"member": doubt.member, "code": doubt.code, "args": doubt.args, "at": doubt.at} if some doubt in _doubt

_doubted := {[told.at[1], told.member] | some told in (_wrong | _doubt)}

_places[[row.i, row.member]] contains row.at if some row in _compared

_held := {place | some place, _ in _places}

not_applicable contains {"member": member, "code": "nothing", "args": {}, "at": ["declarations", i], "level": "verified"} if {
	some i, _ in input.declarations
	some member, _ in _members
	not [i, member] in _held
	not [i, member] in _doubted
}

basis contains {"member": member, "code": "agrees", "args": {"n": count(places)}, "at": ["declarations", i], "level": "verified"} if {
	some [i, member], places in _places
	not [i, member] in _doubted
}

# What is said to be settled, absent or unknown, and what speaks against it.
package bidgate.requirement.consistency.documents

# Vulnerabilities that the maker says do not matter, and threats that name one.
_settled := {lower(name) |
	some v, _ in input.vex
	some statement in input.vex_statements[v]
	statement.status in {"not_affected", "fixed"}
	some name in array.concat([statement.vulnerability], statement.aliases)
}

_named contains {"threat": threat.key, "status": threat.status.value, "name": name, "at": ["threat_models", m, "threats", "items", t]} if {
	count(_settled) > 0
	some m, model in input.threat_models
	some t, threat in model.threats.items
	some name in regex.find_n(_members.weakness.columns.names, lower(concat(" ", [threat.title.value, threat.statement.value])), 16)
	name in _settled
}

_compared contains {"member": "weakness", "at": row.at} if some row in _named

_doubt contains {"member": "weakness", "code": "open_threat", "args": {"vulnerability": upper(row.name), "threat": row.threat}, "at": row.at} if {
	some row in _named
	row.status == "open"
}

_denied := {answer.requirement.value |
	asked := {lower(clause) | some clause in _members.factory_password.columns.asked_as}
	some declaration in input.declarations
	some answer in declaration.answers
	answer.status.value == "met"
	lower(answer.requirement.value) in asked
}

_assumed contains {"id": assumption.id.value, "text": lower(assumption.text.value), "at": ["threat_models", m, "assumptions", "items", a]} if {
	count(_denied) > 0
	some m, model in input.threat_models
	some a, assumption in model.assumptions.items
	assumption.text.state == "stated"
}

_compared contains {"member": "factory_password", "at": row.at} if some row in _assumed

_doubt contains {"member": "factory_password", "code": "password_assumed", "args": {"clause": min(_denied), "assumption": row.id}, "at": row.at} if {
	columns := _members.factory_password.columns
	some row in _assumed
	count([1 | some pattern in columns.patterns; regex.match(pattern, row.text)]) > 0
	count([1 | some denial in columns.denials; regex.match(denial, row.text)]) == 0
}

# Data that declarations list, and whether any of it may be about people.
_data contains lower(item.item.value) if {
	some declaration in input.declarations
	some item in declaration.data.items
	item.item.state == "stated"
}

_of_people contains item if {
	some item in _data
	some word in _members.personal_data.columns.words
	regex.match(word, item)
}

_guarded contains {"asset": asset.name.value, "text": lower(concat(" ", [asset.name.value, asset.kind.value])), "at": ["threat_models", m, "assets", "items", a]} if {
	count(_data) > 0
	some m, model in input.threat_models
	some a, asset in model.assets.items
}

_personal contains row if {
	some row in _guarded
	some word in _members.personal_data.columns.about
	regex.match(word, row.text)
}

_compared contains {"member": "personal_data", "at": row.at} if some row in _personal

_doubt contains {"member": "personal_data", "code": "not_declared", "args": {"asset": row.asset}, "at": row.at} if {
	count(_of_people) == 0
	some row in _personal
}

# Answers of yes that say that no weakness is known, by their clause or words.
_claims contains {"i": i, "a": a, "clause": answer.requirement.value} if {
	some i, declaration in input.declarations
	some a, answer in declaration.answers
	answer.status.value == "met"
	_denies(lower(answer.requirement.value), lower(answer.statement.value))
}

_denies(clause, _) if clause in _members.known_weaknesses.columns.clauses

_denies(_, words) if regex.match(_members.known_weaknesses.columns.words, words)

_affected := sum([document.counts.affected | some document in input.vex])

_compared contains {"member": "known_weaknesses", "at": ["declarations", claim.i, "answers", claim.a]} if {
	count(input.vex) > 0
	some claim in _claims
}

_doubt contains {
	"member": "known_weaknesses", "code": "weakness_told", "args": {"clause": claim.clause, "n": _affected},
	"at": ["declarations", claim.i, "answers", claim.a],
} if {
	_affected > 0
	some claim in _claims
}

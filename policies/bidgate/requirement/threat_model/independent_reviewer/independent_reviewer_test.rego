package bidgate.requirement.threat_model.independent_reviewer_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.threat_model.independent_reviewer as requirement

_people(names) := testing.items([testing.person({"state": "stated", "name": name}) | some name in names])

_dan := testing.stated("Dan Example")

_alice := testing.stated("Alice Example")

_input(models) := testing.bundle_input({
	"threat_models": [testing.threat_model(m) | some m in models],
	"parameters": {"threat_model": {"independent_reviewer": {"titles": ["dr", "prof", "ing"]}}},
})

_good := {"authors": _people([_dan]), "reviewers": _people([testing.stated("dan example"), _alice])}

_basis(i) := {
	"code": "reviewed",
	"args": {"reviewers": ["Alice Example"]},
	"at": ["threat_models", i, "reviewers"],
	"level": "asserted",
}

test_reviewer_who_is_no_author_is_a_basis if {
	given := _input([_good])
	requirement.basis == {_basis(0)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_missing_author_is_a_violation if {
	every state in states.missing {
		every authors in [{"state": state}, _people([_dan, {"state": state, "value": ""}])] {
			given := _input([object.union(_good, {"authors": authors})])
			requirement.violation == {{
				"code": "no_author",
				"args": {"state": state},
				"at": ["threat_models", 0, "authors"],
			}} with input as given
			requirement.basis == set() with input as given
			requirement.review == set() with input as given
		}
	}
}

test_empty_list_of_authors_is_a_violation if {
	given := _input([object.union(_good, {"authors": testing.items([])})])
	{v.args.state | some v in requirement.violation} == {"empty"} with input as given
	requirement.basis == set() with input as given
}

test_declared_author_is_for_review if {
	every state in states.told {
		every authors in [{"state": state}, _people([_dan, {"state": state, "value": ""}])] {
			given := _input([object.union(_good, {"authors": authors})])
			requirement.review == {{
				"code": "authors_declared",
				"args": {"state": state},
				"at": ["threat_models", 0, "authors"],
			}} with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_model_without_another_reviewer_is_for_review if {
	unnamed := {_people([{"state": state, "value": ""}]) | some state in testing.unstated}
	unlisted := {{"state": state, "items": []} | some state in testing.unstated}
	every reviewers in (unnamed | unlisted) | {_people([]), _people([_dan])} {
		given := _input([object.union(_good, {"reviewers": reviewers})])
		requirement.review == {{"code": "no_reviewer", "args": {}, "at": ["threat_models", 0, "reviewers"]}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_each_model_speaks_for_itself if {
	given := _input([_good, {"reviewers": _people([_alice])}])
	requirement.basis == {_basis(0)} with input as given
	{v.at[1] | some v in requirement.violation} == {1} with input as given
}

test_no_model_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

_between(author, reviewer) := _input([{"authors": _people([testing.stated(author)]), "reviewers": _people([testing.stated(reviewer)])}])

test_author_under_a_shorter_name_is_for_review if {
	every names in [["Rhea Moor", "R. Moor"], ["R. Moor", "Rhea Moor"], ["Rhea Anne Moor", "Moor, Rhea"], ["Rhea Moor", "Dr. Rhea A. Moor"], ["Rhea Moor", "Moor, R"]] {
		given := _between(names[0], names[1])
		requirement.review == {{
			"code": "same_person",
			"args": {"reviewer": names[1], "author": names[0]},
			"at": ["threat_models", 0, "reviewers"],
		}} with input as given
		requirement.basis == set() with input as given
	}
}

test_one_name_in_another_order_is_one_person if {
	every name in ["MOOR, Rhea", "Prof. Dr. Rhea Moor", "Rhea  Moor"] {
		{r.code | some r in requirement.review} == {"no_reviewer"} with input as _between("Rhea Moor", name)
	}
	{r.code | some r in requirement.review} == {"no_reviewer"} with input as _between("王 伟", "王 伟")
}

test_other_people_are_no_author if {
	every name in ["Sam Moor", "Rhea Stone", "S. Moor", "Moor", "Rhea", "Tomas Adair"] {
		given := _between("Rhea Moor", name)
		requirement.review == set() with input as given
		{b.args.reviewers | some b in requirement.basis} == {[name]} with input as given
	}
}

test_article_of_a_role_is_no_initial if {
	requirement.review == set() with input as _between("security architects", "A security architect")
	{r.code | some r in requirement.review} == {"same_person"} with input as _between("Anna Moor", "A Moor")
}

test_address_of_an_author_is_for_review if {
	email := {"email": testing.stated("rhea@acme.example")}
	author := testing.person(object.union({"state": "stated", "name": testing.stated("Rhea Moor")}, email))
	reviewer := testing.person(object.union({"state": "stated", "name": testing.stated("Product review")}, email))
	given := _input([{"authors": testing.items([author]), "reviewers": testing.items([reviewer])}])
	{r.code | some r in requirement.review} == {"same_person"} with input as given
	other := testing.person({"state": "stated", "name": testing.stated("Tomas Adair")})
	two := _input([{"authors": testing.items([author]), "reviewers": testing.items([reviewer, other])}])
	requirement.review == set() with input as two
	{b.args.reviewers | some b in requirement.basis} == {["Tomas Adair"]} with input as two
}

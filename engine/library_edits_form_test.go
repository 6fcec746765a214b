package engine_test

import "bytes"

// formExhibits are changes of what a declaration says.
var formExhibits = []exhibit{
	{plant: plant{fact: "AI is used, and the threat model lists no threats", put: func(b *seedbed) bool {
		b.declaration()["ai"] = object{"used": true, "features": []any{object{"id": "sorter"}}}
		b.model()["threats"] = []any{}
		return true
	}}},
	{plant: plant{fact: "an answer names no clause", put: func(b *seedbed) bool {
		delete(answer(b.declaration(), "ir8259a-DI"), "requirement")
		return true
	}}},
	{plant: plant{fact: "components are looked up each day", put: func(b *seedbed) bool {
		at(b.declaration(), "vulnerability_disclosure")["monitoring_days"] = 1
		return true
	}}},
	{plant: plant{fact: "each update stays available for ten years", put: func(b *seedbed) bool {
		at(b.declaration(), "updates")["available"] = "P10Y"
		return true
	}}},
	{plant: plant{fact: "neither customers nor updates are described", put: func(b *seedbed) bool {
		delete(b.declaration(), "customers")
		delete(b.declaration(), "updates")
		return true
	}}},
	{plant: plant{fact: "letters in the name of the product are turned around", put: func(b *seedbed) bool {
		at(b.declaration(), "product")["name"] = "Fjordpost \u202eradnelaC\u202c Sync"
		return true
	}}},
	{fixture: "meter-every-kind", plant: plant{fact: "the lifecycle record gives the end of support in words", put: func(b *seedbed) bool {
		b.rewrite("lifecycle/rm-8.cle.json", `"2034-11-01T00:00:00Z"`, `"in the autumn of 2034"`)
		b.rewrite("lifecycle/rm-8.cle.json", `"2036-11-01T00:00:00Z"`, `"in the autumn of 2036"`)
		return true
	}}},
	{plant: plant{fact: "an answer is given as met, and its words deny it", put: func(b *seedbed) bool {
		row := b.one(b.declaration(), "answers", func(row object) bool { return row["status"] == "met" })
		if row == nil {
			return false
		}
		row["statement"] = "Not implemented in this version."
		return true
	}}},
	{plant: plant{fact: "a known risk is accepted, and nobody is named who accepts it", put: func(b *seedbed) bool {
		b.declaration()["known_risks"] = []any{object{"id": "KR-9", "statement": "A battery may be taken out.", "severity": "low", "response": "accept", "review": "2027-03-31"}}
		return true
	}}},
	{plant: plant{fact: "the bundle is empty", put: func(b *seedbed) bool {
		clear(b.files)
		clear(b.docs)
		return true
	}}},
}

// paperExhibits are changes of the papers that a declaration lists.
var paperExhibits = []exhibit{
	{plant: plant{fact: "a certificate is listed, and it is in force", put: func(b *seedbed) bool {
		b.paper("certificate", "certificate", object{"author": "ingrid", "created": "2026-01-10", "expires": "2028-01-09"})
		return true
	}}},
	{plant: plant{fact: "a certificate is listed, and it has ended", put: func(b *seedbed) bool {
		b.paper("certificate", "certificate", object{"author": "ingrid", "created": "2023-01-10", "expires": "2025-01-09"})
		return true
	}}},
	{plant: plant{fact: "a test report is listed without who made it and when", put: func(b *seedbed) bool {
		row := b.one(b.declaration(), "evidence", func(row object) bool { return row["id"] == "test" })
		delete(row, "author")
		delete(row, "created")
		return true
	}}},
	{plant: plant{fact: "no test report is listed, and one of a penetration test is", put: func(b *seedbed) bool {
		row := b.one(b.declaration(), "evidence", func(row object) bool { return row["id"] == "test" })
		row["kind"] = "pentest-report"
		return true
	}}},
	{plant: plant{fact: "a security.txt that holds is in the bundle", put: func(b *seedbed) bool {
		b.files["evidence/security.txt"] = []byte("Contact: mailto:security@fjordpost.example\nExpires: 2027-05-01T00:00:00Z\nPolicy: https://fjordpost.example/security\n")
		return true
	}}},
	{plant: plant{fact: "a security.txt that has expired is in the bundle", put: func(b *seedbed) bool {
		b.files["evidence/security.txt"] = []byte("Contact: mailto:security@fjordpost.example\nExpires: 2025-05-01T00:00:00Z\n")
		return true
	}}},
	{
		plant: plant{fact: "the bundle holds provenance of the build", put: func(b *seedbed) bool {
			b.files["evidence/build.intoto.json"] = []byte(`{
  "_type": "https://in-toto.io/Statement/v1",
  "subject": [
    {"name": "mail-bridge.cdx.json", "digest": {"sha256": "` + digest(b.files["sbom/mail-bridge.cdx.json"]) + `"}}
  ],
  "predicateType": "https://slsa.dev/provenance/v1",
  "predicate": {
    "buildDefinition": {"buildType": "https://fjordpost.example/build/v1"},
    "runDetails": {"builder": {"id": "https://fjordpost.example/builder"}}
  }
}
`)
			return true
		}},
		buyer: "asks for provenance of level 1", asks: asked("verification.build_provenance", "min_level", 1.0),
	},
	{buyer: "asks for provenance of level 1", asks: asked("verification.build_provenance", "min_level", 1.0)},
}

// asked sets one parameter.
func asked(requirement, parameter string, value any) map[string]map[string]any {
	return map[string]map[string]any{requirement: {parameter: value}}
}

// paper puts a file into the bundle and lists it as evidence.
func (b *seedbed) paper(id, kind string, fields object) {
	name := "evidence/" + id + ".txt"
	b.files[name] = []byte("The text of the " + kind + ".\n")
	row := object{"id": id, "kind": kind, "title": "The " + kind, "path": name, "digest": "sha256:" + digest(b.files[name])}
	for key, value := range fields {
		row[key] = value
	}
	add(b.declaration(), "evidence", row)
}

// rewrite changes words in a file that is not taken apart.
func (b *seedbed) rewrite(name, from, to string) {
	b.files[name] = bytes.ReplaceAll(b.files[name], []byte(from), []byte(to))
	delete(b.docs, name) // or it would be written over the file
}

package hostile

// summaryRows are threat models that say what their form cannot mean. They are
// read, and what is wrong in them counts as not stated.
func summaryRows() []Row {
	with := func(text string) string { return "threat_model: 1\n" + text + "\n" }
	return rowsOf("summary", modelYAML, []fault{
		{"another version", "form_version", "/threat_model", "threat_model: 2\n"},
		{"no version", "not_a_form", "no version", "threats: []\n"},
		{"two forms in one", "ambiguous", "", "threat_model: 1\ndeclaration: 1\n"},
		{"unknown field", "unknown_field", "/produkt", with("produkt: {name: a}")},
		{"unknown field in a threat", "unknown_field", "/threats/0/mitigation", with("threats: [{id: T, mitigation: [M]}]")},
		{"product that is a text", "wrong_type", "/product", with("product: FG-200")},
		{"threats that are an object", "wrong_type", "/threats", with("threats: {id: T}")},
		{"a threat that is a text", "wrong_type", "/threats/0", with("threats: [T-1]")},
		{"a mitigation that is a text", "wrong_type", "/mitigations/0", with("mitigations: [M-1]")},
		{"a version that is a list below", "wrong_type", "/version", with("version: [1]")},
		{"a date in another form", "bad_date", "/date", with("date: 14.09.2026")},
		{"a day that is not", "bad_date", "/next_review", with("next_review: 2026-02-30")},
		{"a digest that is too short", "unknown_value", "/sbom_ref/digest", with("sbom_ref: {digest: \"sha256:abc\"}")},
		{"a purl that is none", "unknown_value", "/product/purl", with("product: {purl: acme/gateway}")},
		{"a CPE that is none", "unknown_value", "/product/cpe", with("product: {cpe: \"cpe:acme\"}")},
		{"an entry that says nothing", "placeholder_item", "/scope/in/1", with("scope: {in: [firmware, TBD]}")},
		{"an id twice", "duplicate_id", "/threats/1/id", with("threats: [{id: T-1}, {id: T-1}]")},
		{"a mitigation that is not there", "dangling_reference", "/threats/0/mitigations/0", with("threats: [{id: T-1, mitigations: [M-9]}]")},
		{"mitigated without a mitigation", "contradiction", "/threats/0/status", with("threats: [{id: T-1, status: mitigated}]")},
		{"a status that is none", "unknown_value", "/threats/0/status", with("threats: [{id: T-1, status: fine}]")},
		{"a likelihood outside the scale", "unknown_value", "/threats/0/likelihood", with("threats: [{likelihood: often}]")},
		{"an SBOM that is not there", "dangling_reference", "/sbom_ref", with("sbom_ref: {path: sbom/gone.cdx.json}")},
		{"evidence that is not there", "dangling_reference", "/mitigations/0/evidence/0/path", with("mitigations: [{id: M-1, evidence: [{path: gone.pdf}]}]")},
		{"evidence that climbs", "dangling_reference", "/mitigations/1/evidence/0/path", with("mitigations: [{id: M-1}, {id: M-2, evidence: [{path: ../../../etc/passwd}]}]")},
		{"evidence of another digest", "digest_differs", "/mitigations/0/evidence/0/digest", with("mitigations: [{id: M-1, evidence: [{path: extra/threat-model.yaml, digest: \"sha256:" + zeros64 + "\"}]}]")},
	})
}

const zeros64 = "0000000000000000000000000000000000000000000000000000000000000000"

// declarationRows are declarations that say what their form cannot mean.
func declarationRows() []Row {
	with := func(text string) string { return "declaration: 1\n" + text + "\n" }
	return rowsOf("declaration", "extra/declaration.yaml", []fault{
		{"another version", "form_version", "/declaration", "declaration: \"2\"\n"},
		{"a version that is a mapping", "not_a_form", "a version that is a mapping", "declaration: {a: 1}\n"},
		{"no version", "not_a_form", "", "answers: []\n"},
		{"unknown field", "unknown_field", "/anwsers", with("anwsers: []")},
		{"two names of one field", "duplicate_field", "/answers/0/rationale", with("answers: [{requirement: ir8259a-DI-1, justification: a, rationale: b}]")},
		{"answers that are an object", "wrong_type", "/answers", with("answers: {ir8259a-DI-1: met}")},
		{"a period in words", "bad_period", "/support/period", with("support: {period: 5 years}")},
		{"a confidence over 1", "bad_number", "/answers/0/confidence", with("answers: [{confidence: 1.5}]")},
		{"days in parts", "bad_number", "/support/notice_days", with("support: {notice_days: 1.5}")},
		{"days below zero", "bad_number", "/updates/sla_days/high", with("updates: {sla_days: {high: -3}}")},
		{"days as a text", "bad_number", "/updates/sla_days/low", with("updates: {sla_days: {low: \"4\"}}")},
		{"maybe", "unknown_value", "/ai/used", with("ai: {used: maybe}")},
		{"a mechanism that is none", "unknown_value", "/updates/mechanism", with("updates: {mechanism: by carrier pigeon}")},
		{"a person that is not there", "dangling_reference", "/answers/0/responsible", with("answers: [{requirement: ir8259a-DI-1, responsible: eve}]")},
		{"a part that is not there", "dangling_reference", "/answers/0/parts/0", with("answers: [{requirement: ir8259a-DI-1, parts: [cloud]}]")},
		{"evidence that is not there", "dangling_reference", "/answers/0/evidence/0/ref", with("answers: [{requirement: ir8259a-DI-1, evidence: [{ref: tm}]}]")},
		{"a file that is not there", "dangling_reference", "/evidence/0/path", with("evidence: [{id: a, path: gone.pdf}]")},
		{"a file of another digest", "digest_differs", "/evidence/0/digest", with("evidence: [{id: a, path: extra/declaration.yaml, digest: \"sha256:" + zeros64 + "\"}]")},
		{"a pointer to nothing", "dangling_reference", "/answers/0/evidence/0/pointer", with("evidence: [{id: a, path: sbom/ovmf-0.1.cdx.json}]\nanswers: [{requirement: ir8259a-DI-1, evidence: [{ref: a, pointer: /nothing/here}]}]")},
		{"an unknown clause", "unknown_clause", "/answers/0/requirement", with("answers: [{requirement: ir8259a-SU-9}]")},
		{"a clause answered twice", "duplicate_answer", "/answers/1/requirement", with("answers: [{requirement: ir8259a-SU-2}, {requirement: IR8259A-su-2}]")},
		{"an SBOM that is not there", "dangling_reference", "/product/sbom", with("product: {sbom: {path: gone.cdx.json}}")},
		{"a date of the far past that is not", "bad_date", "/date", with("date: 0000-00-00")},
		{"support that is a list", "wrong_type", "/support", with("support: [always]")},
	})
}

// manifestRows are manifests that disagree with the bundle or with themselves.
func manifestRows() []Row {
	with := func(text string) string { return "bundle: 1\n" + text + "\n" }
	return rowsOf("manifest", "bundle.yaml", []fault{
		{"empty", "not_an_object", "", ""},
		{"another version", "manifest", "/bundle", "bundle: 2\n"},
		{"a key in another case", "key_case", "2:9", with("Vendor: Acme")},
		{"a list", "not_an_object", "1:1", "- bundle: 1\n"},
		{"a key twice", "duplicate_key", "3:1", with("vendor: Acme\nvendor: Bolt")},
		{"an anchor", "yaml", "2:9", with("vendor: &a Acme")},
		{"a file that is not there", "manifest_missing", "", with("documents: [{path: gone.txt}]")},
		{"a file of another digest", "manifest_differs", "", with("documents: [{path: evidence/security-guide.md, sha256: \"" + zeros64 + "\"}]")},
		{"a file of another kind", "manifest_kind", "", with("documents: [{path: threat-model/ovmf.yaml, kind: sbom}]")},
		{"a path that climbs", "manifest", "/documents/0", with("documents: [{}, {path: ../../../etc/passwd}]")},
	})
}

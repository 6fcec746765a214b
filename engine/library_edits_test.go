package engine_test

import (
	"os"
	"slices"
	"testing"

	"go.yaml.in/yaml/v3"
)

// edits are changes of a good bundle that show what neither a fixture nor a
// planted fact shows. Some make several requirements pass, others make them fail.
var edits = []plant{
	{fact: "hardly a field of the declaration is filled", put: func(b *seedbed) bool {
		d := b.declaration()
		delete(d, "id")
		delete(d, "standards")
		delete(at(d, "manufacturer"), "address")
		delete(at(d, "affirmation"), "date")
		delete(at(d, "affirmation"), "place")
		return true
	}},
	{fact: "the declaration does not name the maker", put: func(b *seedbed) bool {
		delete(at(b.declaration(), "manufacturer"), "name")
		return true
	}},
	{fact: "the declaration does not say which version it is of", put: func(b *seedbed) bool {
		delete(at(b.declaration(), "product"), "version")
		return true
	}},
	{fact: "AI is used, and all of it is described", put: func(b *seedbed) bool {
		d := b.declaration()
		d["ai"] = object{"used": true, "features": []any{object{
			"id": "sorter", "purpose": "sorts mails", "oversight": "the user can undo each step", "fallback": "mails stay where they are",
			"monitoring": "wrong guesses are counted", "explanation": "the words that decided are shown",
			"training_data_limits": "mails in three languages only",
		}}}
		add(d, "responsibility_matrix", object{"topic": "AI sorter", "manufacturer": "required", "deployer": "required", "user": "none"})
		add(b.sbom(), "components", object{
			"type": "machine-learning-model", "bom-ref": "model", "name": "sorter", "version": "3.1.0", "manufacturer": object{"name": "Fjordpost Drift AS"},
			"modelCard": object{
				"modelParameters": object{"datasets": []any{object{"ref": "mails"}}},
				"considerations":  object{"technicalLimitations": []any{"Short mails are often sorted wrongly."}},
			},
		}, object{
			"type": "data", "bom-ref": "mails", "name": "sample mails", "version": "1", "manufacturer": object{"name": "Fjordpost Drift AS"},
			"licenses": []any{object{"license": object{"id": "CC0-1.0"}}}, "data": []any{object{"type": "dataset", "classification": "public"}},
		})
		b.sbom()["specVersion"] = "1.6"
		add(b.model(), "failure_modes", object{"id": "F-AI", "statement": "The AI model cannot be loaded.", "effect": "No mail is sorted.", "fallback": "Mails stay where they are.", "tags": []any{"ai"}})
		for _, words := range []string{"poisoning", "evasion", "prompt injection", "model extraction", "drift", "actuation: unsafe output moves a machine"} {
			add(b.model(), "threats", object{"id": "T-" + words[:4], "title": "AI model: " + words, "statement": "An attacker uses " + words + " against the model.",
				"status": "mitigated", "categories": []any{object{"taxonomy": "STRIDE", "name": "tampering"}}})
		}
		return true
	}},
	{fact: "AI is used, and little of it is described", put: func(b *seedbed) bool {
		b.declaration()["ai"] = object{"used": true, "features": []any{object{"id": "sorter"}}}
		delete(b.model(), "failure_modes")
		add(b.sbom(), "components", object{"type": "machine-learning-model", "bom-ref": "model", "name": "sorter"}, object{"type": "data", "bom-ref": "mails", "name": "sample mails"})
		b.sbom()["specVersion"] = "1.6"
		return true
	}},
	{fact: "cryptography is listed", put: func(b *seedbed) bool {
		add(b.sbom(), "components", object{"type": "cryptographic-asset", "bom-ref": "aes", "name": "AES-256-GCM", "cryptoProperties": object{"assetType": "algorithm"}})
		b.sbom()["specVersion"] = "1.6"
		return true
	}},
	{fact: "all fields of disclosure are filled", put: func(b *seedbed) bool {
		d := at(b.declaration(), "vulnerability_disclosure")
		d["cve_numbering_authority"], d["monitoring"] = "Fjordpost PSIRT", "daily, against OSV and KEV"
		at(b.declaration(), "networks")["tls_versions"] = []any{"tls1.2", "tls1.3"}
		return true
	}},
	{fact: "times and advisories are left out", put: func(b *seedbed) bool {
		d := at(b.declaration(), "vulnerability_disclosure")
		for _, key := range []string{"advisories", "acknowledgement_days", "status_update_days", "machine_readable", "supplier_disclosure"} {
			delete(d, key)
		}
		delete(at(b.declaration(), "updates"), "sla_days")
		delete(at(b.declaration(), "support"), "notice_days")
		return true
	}},
	{fact: "TLS 1.0 is allowed", put: func(b *seedbed) bool {
		at(b.declaration(), "networks")["tls_versions"] = []any{"tls1.0"}
		return true
	}},
	{fact: "the threat model is little more than a list", put: func(b *seedbed) bool {
		for _, key := range []string{"adversaries", "actors", "data_flows", "interfaces", "method", "reviewers", "failure_modes", "impact_domains", "exposure", "criticality", "assumptions"} {
			delete(b.model(), key)
		}
		for _, threat := range rowsOf(b.model(), "threats") {
			delete(threat, "response")
		}
		return true
	}},
	{fact: "the threat model has no threats", put: func(b *seedbed) bool {
		delete(b.model(), "threats")
		return true
	}},
	{fact: "the reviewer is the author", put: func(b *seedbed) bool {
		b.model()["reviewers"] = b.model()["authors"]
		return true
	}},
	{fact: "the product can hurt people, and the model looks at that", put: func(b *seedbed) bool {
		at(b.declaration(), "product")["safety_relevant"] = true
		b.model()["impact_domains"] = []any{"safety", "privacy"}
		return true
	}},
	{fact: "the product can hurt people, and the model leaves that out", put: func(b *seedbed) bool {
		at(b.declaration(), "product")["safety_relevant"] = true
		b.model()["impact_domains"] = []any{"privacy"}
		return true
	}},
	{fact: "a risk is handed to someone, and nobody says to whom", put: func(b *seedbed) bool {
		threat := b.one(b.model(), "threats", nil)
		threat["response"], threat["status"] = "transfer", "transferred"
		return true
	}},
	{fact: "no component of the SBOM is whole", put: func(b *seedbed) bool {
		for _, c := range rowsOf(b.sbom(), "components") {
			c["name"], c["version"], c["licenses"] = "", "UNKNOWN", []any{object{"license": object{"id": "No-Such-Licence"}}}
			delete(c, "purl")
			delete(c, "cpe")
		}
		b.sbom()["metadata"] = object{"timestamp": "2026-01-01T00:00:00Z", "tools": []any{object{"name": "maker"}}, "authors": []any{object{"name": "maker"}}, "component": b.sbom()["metadata"].(object)["component"]}
		return true
	}},
	{fact: "the SBOM is said to leave components out, and has an open weakness", put: func(b *seedbed) bool {
		b.sbom()["specVersion"] = "1.6"
		b.sbom()["compositions"] = []any{object{"aggregate": "incomplete"}}
		b.sbom()["vulnerabilities"] = []any{object{"id": "CVE-2026-1", "analysis": object{"state": "exploitable"}}}
		for i, c := range rowsOf(b.sbom(), "components") {
			if i < 3 {
				c["scope"] = "excluded"
			}
		}
		return true
	}},
	{fact: "a file cannot be read, and a list of contents is wrong", put: func(b *seedbed) bool {
		b.files["sbom/second.cdx.json"] = []byte(`{"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [`)
		return true
	}},
	{fact: "a threat stands twice, with a date that is none and a field that is none", put: func(b *seedbed) bool {
		row := b.one(b.model(), "threats", nil)
		row["expires"], row["colour"] = "some day", "red"
		add(b.model(), "threats", object{"id": row["id"], "title": "The same again"})
		return true
	}},
	{fact: "families are answered beside all their members", put: func(b *seedbed) bool {
		for _, family := range []string{"ir8259a-DI", "ir8259a-DC", "ir8259a-SU"} {
			for _, n := range []string{"-1", "-2", "-3", "-4", "-5"} {
				add(b.declaration(), "answers", object{"requirement": family + n, "status": "met", "statement": "As built."})
			}
		}
		return true
	}},
	{fact: "a family is answered beside all its members, and not how", put: func(b *seedbed) bool {
		for _, n := range []string{"-1", "-2", "-3", "-4"} {
			add(b.declaration(), "answers", object{"requirement": "ir8259a-DI" + n, "status": "met", "statement": "As built."})
		}
		delete(answer(b.declaration(), "ir8259a-DI"), "statement")
		return true
	}},
	{fact: "cryptography is said not to apply", put: func(b *seedbed) bool {
		add(b.declaration(), "answers", object{"requirement": "sbd-07", "status": "not-applicable", "justification": "There is none."})
		return true
	}},
	{fact: "cryptography is said not to apply, and an algorithm is listed", put: func(b *seedbed) bool {
		add(b.declaration(), "answers", object{"requirement": "sbd-07", "status": "not-applicable", "justification": "There is none."})
		add(b.sbom(), "components", object{"type": "cryptographic-asset", "bom-ref": "aes", "name": "AES-128-GCM", "cryptoProperties": object{"assetType": "algorithm"}})
		b.sbom()["specVersion"] = "1.6"
		return true
	}},
}

// crossing is why two statements that do not fit have no example that fails.
const crossing = "two statements that do not fit are for a person, and never fail"

// unshown are findings, by the start of their ids, of which no bundle of the
// project shows both that they are met and that they are not, with the reason.
var unshown = map[string]string{
	"consistency.declared.answer_":                           crossing,
	"consistency.declared.last_update":                       crossing,
	"consistency.declared.market":                            crossing,
	"consistency.declared.signatory":                         crossing,
	"consistency.documents.purl":                             crossing,
	"consistency.documents.service_endpoint":                 crossing,
	"consistency.documents.factory_password":                 crossing,
	"consistency.documents.known_weaknesses":                 crossing,
	"consistency.documents.personal_data":                    crossing,
	"consistency.documents.weakness":                         crossing,
	"consistency.terms.affirmation":                          crossing,
	"consistency.terms.confirmation":                         crossing,
	"consistency.terms.market_laws":                          crossing,
	"consistency.terms.own_review":                           crossing,
	"consistency.terms.signature_scheme":                     crossing,
	"consistency.terms.support_end":                          crossing,
	"consistency.terms.updating":                             crossing,
	"sbom.each_component.one_hash":                           "two hashes are for a person, and never fail",
	"vulnerability.remediation_deadline.bod-26-04-forensics": "it never fails: whether forensic work is needed is always for a person",
	"screening.annex":                                        "needs the annex of the very rules that judge; the script screen-annex shows both",
}

// unnamed says that a row stands for whatever edition.
func unnamed(edition string) bool { return edition == "*" }

// standardEdits claim every standard that the library knows.
func standardEdits(t *testing.T) []plant {
	t.Helper()
	text, err := os.ReadFile("../policies/bidgate/requirement/conformity/known_standard/rows.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var rows []struct {
		Names      []string `yaml:"names"`
		Current    []string `yaml:"current"`
		Superseded []string `yaml:"superseded"`
	}
	if err := yaml.Unmarshal(text, &rows); err != nil {
		t.Fatal(err)
	}
	claims := func(dated bool) func(b *seedbed) bool {
		return func(b *seedbed) bool {
			b.declaration()["standards"] = []any{}
			for _, row := range rows {
				claim := object{"id": row.Names[0]}
				if dated {
					claim["edition"] = "2024"
				}
				if named := slices.DeleteFunc(slices.Concat(row.Current, row.Superseded), unnamed); dated && len(named) > 0 {
					claim["edition"] = named[0]
				}
				add(b.declaration(), "standards", claim)
			}
			return true
		}
	}
	return []plant{
		{fact: "standards are claimed with their editions", put: claims(true)},
		{fact: "standards are claimed without an edition", put: claims(false)},
	}
}

// weakCryptography lists the algorithms that the library knows as weak.
func weakCryptography(t *testing.T) plant {
	t.Helper()
	text, err := os.ReadFile("../policies/bidgate/requirement/cryptography/sound/rows.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var rows []struct {
		Names      []string `yaml:"names"`
		Current    []string `yaml:"current"`
		Superseded []string `yaml:"superseded"`
	}
	if err := yaml.Unmarshal(text, &rows); err != nil {
		t.Fatal(err)
	}
	return plant{fact: "weak algorithms are listed", put: func(b *seedbed) bool {
		for _, row := range rows {
			add(b.sbom(), "components", object{"type": "cryptographic-asset", "bom-ref": "weak-" + row.Names[0], "name": row.Names[0], "cryptoProperties": object{"assetType": "algorithm"}})
		}
		b.sbom()["specVersion"] = "1.6"
		return true
	}}
}

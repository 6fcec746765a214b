package engine_test

import (
	"maps"
	"slices"
	"strings"
)

// untagged takes a tag, and what is said of it in words, out of all threats.
func untagged(b *seedbed, tags ...string) bool {
	had := false
	for _, threat := range rowsOf(b.model(), "threats") {
		with, _ := threat["tags"].([]any)
		kept := []any{}
		for _, tag := range with {
			if text, _ := tag.(string); !slices.Contains(tags, text) {
				kept = append(kept, tag)
			}
		}
		if len(kept) == len(with) {
			continue
		}
		had, threat["tags"] = true, kept
		threat["statement"] = "Somebody who can get near does harm by it."
		delete(threat, "adversary")
	}
	return had && b.whole()
}

// protestModels are gaps of a threat model that somebody looks for who has read
// many of them.
var protestModels = []plant{
	{"nobody looks at how the product is put to use", oneOf("threat_model."), oneOf("threat_model."), func(b *seedbed) bool {
		return untagged(b, "provisioning", "onboarding", "commissioning")
	}},
	{"no threat from suppliers, and the SBOM has parts of others", oneOf("threat_model."), oneOf("threat_model."), func(b *seedbed) bool {
		return untagged(b, "supply-chain", "supply_chain")
	}},
	{"risk accepted by the author of the model", oneOf("threat_model."), oneOf("threat_model.", "consistency.answer."), func(b *seedbed) bool {
		author := b.one(b.model(), "authors", nil)
		threat := b.one(b.model(), "threats", func(row object) bool { return row["severity"] == "low" && row["status"] == "mitigated" })
		if !b.whole() || threat == nil {
			return false
		}
		threat["status"], threat["response"], threat["justification"], threat["approver"], threat["expires"] = "accepted", "accept", "It is rare and does little harm.", author["name"], "2027-05-01"
		return true
	}},
	{"risk handed over to a company that nothing else names", oneOf("threat_model.", "consistency."), oneOf("threat_model.", "consistency.answer."), func(b *seedbed) bool {
		threat := b.one(b.model(), "threats", func(row object) bool { return row["severity"] == "low" && row["status"] == "mitigated" })
		if !b.whole() || threat == nil {
			return false
		}
		threat["status"], threat["response"], threat["receiver"] = "transferred", "transfer", "Blue Harbour Hosting"
		return true
	}},
}

// protestHarmless are changes that look odd and are right.
var protestHarmless = []plant{
	{"nothing: two releases of one library", nil, nil, func(b *seedbed) bool {
		return withComponent(b, func(c object) {
			older := maps.Clone(c)
			purl, _ := c["purl"].(string)
			name, _, _ := strings.Cut(purl, "@")
			older["bom-ref"], older["version"], older["purl"] = "planted-older", "0.9.1", name+"@0.9.1"
			older["hashes"] = []any{object{"alg": "SHA-256", "content": digest([]byte("older"))}}
			delete(older, "cpe")
			add(b.sbom(), "components", older)
			root := at(b.sbom(), "metadata", "component")["bom-ref"]
			for _, row := range rowsOf(b.sbom(), "dependencies") {
				if needs, _ := row["dependsOn"].([]any); row["ref"] == root {
					row["dependsOn"] = append(needs, "planted-older")
				}
			}
			add(b.sbom(), "dependencies", object{"ref": "planted-older", "dependsOn": []any{}})
			for _, row := range rowsOf(b.sbom(), "compositions") {
				for _, list := range []string{"assemblies", "dependencies"} {
					if of, ok := row[list].([]any); ok {
						row[list] = append(of, "planted-older")
					}
				}
			}
		})
	}},
	{"nothing: a component is a release candidate", nil, nil, func(b *seedbed) bool {
		return withComponent(b, func(c object) {
			purl, _ := c["purl"].(string)
			name, _, _ := strings.Cut(purl, "@")
			c["version"], c["purl"] = "4.0.0-rc.1", name+"@4.0.0-rc.1"
			delete(c, "cpe")
		})
	}},
	{"nothing: a reviewer of the author's family name", nil, nil, func(b *seedbed) bool {
		author, reviewer := b.one(b.model(), "authors", nil), b.one(b.model(), "reviewers", nil)
		if !b.whole() || reviewer == nil {
			return false
		}
		name, _ := author["name"].(string)
		reviewer["name"], reviewer["email"] = "Wilhelmina "+name[strings.LastIndexByte(name, ' ')+1:], "w@reviews.example"
		return true
	}},
	{"nothing: a weakness that is mended in the release at hand", nil, nil, func(b *seedbed) bool {
		return vexed(b, func(_, statement object) {
			statement["status"] = "fixed"
			delete(statement, "justification")
			delete(statement, "impact_statement")
		})
	}},
	{"nothing: a slight risk accepted by the owner for half a year", nil, nil, func(b *seedbed) bool {
		threat := b.one(b.model(), "threats", func(row object) bool {
			return row["severity"] == "low" && row["residual"] == "low" && row["status"] == "mitigated"
		})
		if !b.whole() || threat == nil {
			return false
		}
		threat["status"], threat["response"], threat["justification"], threat["approver"], threat["expires"] = "accepted", "accept", "It is rare, does little harm and is looked at again in spring.", at(b.model(), "owner")["name"], "2027-05-20"
		return true
	}},
	{"nothing: a test of ten months ago", nil, nil, func(b *seedbed) bool {
		row := b.proof("test-report", "pentest-report")
		if row == nil {
			return false
		}
		row["created"] = "2026-01-20"
		return true
	}},
	// What stands in no form of its own is spoken of, and no longer called missing.
	{"nothing: a component is supported for longer than the product", nil, oneOf("support.lifecycle_readable"), func(b *seedbed) bool {
		return withComponent(b, func(c object) {
			add(c, "properties", object{"name": "cdx:lifecycle:milestone:endOfSupport", "value": "2046-12-31"})
		})
	}},
	{"nothing: reports are taken by a form on the web", nil, nil, func(b *seedbed) bool {
		url, _ := at(b.declaration(), "manufacturer")["url"].(string)
		at(b.declaration(), "vulnerability_disclosure")["contact"] = url + "/report-a-weakness"
		return url != ""
	}},
	{"nothing: critical weaknesses and high ones are mended in one time", nil, nil, func(b *seedbed) bool {
		days := at(b.declaration(), "updates", "sla_days")
		days["high"] = days["critical"]
		return days["critical"] != nil
	}},
}

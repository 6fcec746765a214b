package engine_test

import (
	"fmt"
	"maps"
	"strings"
)

// answerExhibits answer questions that the library asks only of some.
func answerExhibits(s seeded) []exhibit {
	inService := asked("trust_mark.label", "operating_since", "2026-01-01")
	maps.Copy(inService, asked("iec_62443.capability_level", "sl_t", 2.0))
	const buyer = "says that the Cyber Trust Mark is in service, and asks for security level 2"
	return []exhibit{
		{plant: plant{fact: everyQuestion + "met", put: func(b *seedbed) bool { s.answerAll(b, "met"); return levels(b) }}, buyer: buyer, asks: inService},
		{plant: plant{fact: everyQuestion + "not-met", put: func(b *seedbed) bool { s.answerAll(b, "not-met"); return true }}, buyer: buyer, asks: inService},
		{plant: plant{fact: "all is answered met, and other parts of the bundle say otherwise", put: func(b *seedbed) bool {
			s.answerAll(b, "met")
			return contradicted(b)
		}}},
		{plant: plant{fact: "all is answered met, and the bundle has neither an SBOM nor a threat model", put: func(b *seedbed) bool {
			s.answerAll(b, "met")
			for name := range b.docs {
				if !strings.HasPrefix(name, "declaration") {
					delete(b.docs, name)
					delete(b.files, name)
				}
			}
			delete(b.files, "bundle.yaml")
			return true
		}}},
		{plant: plant{fact: "each recommendation of EN 303 645 is answered", put: recommendations("met", "How it is done, in a sentence.")}},
		{plant: plant{fact: "recommendations of EN 303 645 are not followed, and no reason is given", put: recommendations("not-met", "")}},
	}
}

// levels answers by security level, and says which level of the OSPS Baseline
// open-source software follows.
func levels(b *seedbed) bool {
	for fr := 1; fr <= 7; fr++ {
		add(b.declaration(), "answers", object{"requirement": fmt.Sprintf("iec62443-4-2-FR-%d-SL-2", fr), "status": "met", "statement": "How it is reached, in a sentence.", "date": "2026-11-06"})
	}
	answer(b.declaration(), "bidgate-OSS-01")["statement"] = "Level 2 of the OSPS Baseline, as the log of its evaluation shows."
	return true
}

// recommendations answers as many clauses as the edition has recommendations.
func recommendations(status, statement string) func(b *seedbed) bool {
	return func(b *seedbed) bool {
		for clause := 1; clause <= 13; clause++ {
			for n := 20; n < 24; n++ { // beyond the mandatory ones
				row := object{"requirement": fmt.Sprintf("en303645-5.%d-%d", clause, n), "status": status, "date": "2026-11-06"}
				if statement != "" {
					row["statement"] = statement
				}
				add(b.declaration(), "answers", row)
			}
		}
		return true
	}
}

// contradicted says elsewhere in the bundle what the answers deny.
func contradicted(b *seedbed) bool {
	d := b.declaration()
	at(d, "updates")["opt_out"], at(d, "updates")["mechanism"] = false, "manual"
	delete(at(d, "updates"), "notification")
	at(d, "vulnerability_disclosure")["machine_readable"] = []any{}
	at(d, "vulnerability_disclosure")["supplier_disclosure"] = false
	for i, threat := range rowsOf(b.model(), "threats")[:2] {
		threat["status"], threat["categories"] = "open", []any{object{"taxonomy": "STRIDE", "name": "tampering"}}
		threat["title"] = []string{"Crafted mails overflow the parser", "Settings are changed by anyone"}[i]
		threat["statement"] = []string{"An attacker sends malformed input.", "Anyone on the network changes the configuration."}[i]
	}
	return true
}

# METADATA
# scope: package
# title: The decision
# description: |
#   Folds the results of every selected requirement into findings and one
#   verdict. Stock opa evaluates the same rule on an exported input and policy
#   bundle and gives the same document.
package bidgate

import data.bidgate.lib.exemption
import data.bidgate.lib.verdict

decision := {
	"contract": 1,
	"verdict": verdict.verdict,
	"reasons": verdict.reasons,
	"profile": {
		"id": input.profile.id,
		"edition": input.profile.edition,
		"reject_at": input.profile.reject_at,
		"clarify_at": input.profile.clarify_at,
	},
	"as_of": input.as_of.text,
	"bundle": input.bundle.digest,
	"findings": [found | some found in exemption.findings],
	"exceptions": exemption.exceptions,
	"determinations": exemption.determinations,
}

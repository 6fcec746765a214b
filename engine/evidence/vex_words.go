package evidence

// The statuses of OpenVEX, in which all statements are told.
const (
	statusNone               = "none"
	statusNotAffected        = "not_affected"
	statusAffected           = "affected"
	statusFixed              = "fixed"
	statusUnderInvestigation = "under_investigation"
)

// vexStatuses says for each form what its words mean in those of OpenVEX
// (reference standards 5.3, item 7). A word that is not here is no status, so
// that none is invented:
//
//   - CycloneDX resolved_with_pedigree is fixed; the pedigree is the SBOM's.
//   - CycloneDX false_positive says that the vulnerability was taken for one of
//     the component by mistake, which OpenVEX and CSAF say as not affected. It
//     gives no justification: without a detail the statement has none.
//   - CSAF recommended names what to move to, and is no statement of a status.
//   - CSAF 2.1 unknown is no status.
var vexStatuses = map[string]map[string]string{
	"openvex": {
		"not_affected": statusNotAffected, "affected": statusAffected, "fixed": statusFixed,
		"under_investigation": statusUnderInvestigation,
	},
	"cyclonedx": {
		"not_affected": statusNotAffected, "false_positive": statusNotAffected,
		"exploitable": statusAffected, "resolved": statusFixed, "resolved_with_pedigree": statusFixed,
		"in_triage": statusUnderInvestigation,
	},
	"csaf": {
		"known_not_affected": statusNotAffected,
		"known_affected":     statusAffected, "first_affected": statusAffected, "last_affected": statusAffected,
		"fixed": statusFixed, "first_fixed": statusFixed,
		"under_investigation": statusUnderInvestigation, "unknown": statusNone,
	},
}

// vexJustifications are the justifications of CycloneDX that OpenVEX and CSAF
// have a word for. The others stay as they are: that a configuration, a
// dependency or an environment is required, or that something outside of the
// product protects it, is none of the five reasons of OpenVEX.
var vexJustifications = map[string]string{
	"code_not_present":      "vulnerable_code_not_present",
	"code_not_reachable":    "vulnerable_code_not_in_execute_path",
	"protected_by_compiler": "inline_mitigations_already_exist",
	"protected_at_runtime":  "inline_mitigations_already_exist",
}

// keptJustifications are the words that a statement may have beside those of
// CycloneDX above: those of OpenVEX and CSAF, and what CycloneDX says alone.
var keptJustifications = []string{
	"component_not_present", "vulnerable_code_not_present", "vulnerable_code_not_in_execute_path",
	"vulnerable_code_cannot_be_controlled_by_adversary", "inline_mitigations_already_exist",
	"requires_configuration", "requires_dependency", "requires_environment",
	"protected_at_perimeter", "protected_by_mitigating_control",
}

// vexSeverities are the severities of a rating; another one is not told.
var vexSeverities = []string{"info", "low", "medium", "high", "critical"}

// vexUnsupported names for each form the fields that it cannot say.
var vexUnsupported = map[string][]string{
	"openvex":   {"product", "statements.responses", "statements.severity", "statements.score", "statements.vector"},
	"cyclonedx": {"role"},
	"csaf":      {"product"},
}

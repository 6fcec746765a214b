# METADATA
# scope: package
# title: Verdict
# description: |
#   Folds the outcomes in force into one verdict against the profile. It is
#   never an award decision.
package bidgate.lib.verdict

import data.bidgate.lib.exemption
import data.bidgate.lib.finding

verdict := "does_not_meet" if {
	count(_rejecting) > 0
} else := "undetermined" if {
	count(_unclear) > 0
} else := "undetermined" if {
	_unreadable_document
} else := "undetermined" if {
	count(_met) == 0
} else := "meets_with_exceptions" if {
	count(_excused) > 0
} else := "meets"

# The findings that decided: what rejects, else what is unclear, else what was
# excused, else nothing.
reasons := sort(_rejecting) if {
	verdict == "does_not_meet"
} else := sort(_unclear) if {
	verdict == "undetermined"
} else := sort(_excused) if {
	verdict == "meets_with_exceptions"
} else := []

_ranks := {"blocking": 3, "major": 2, "minor": 1, "info": 0}

# Findings that weigh: in force, and not only there to be folded.
_weighing := {id |
	some id, found in finding.findings
	not found.advisory
	not found.part_only
}

_at_or_above(id, severity) if _ranks[finding.findings[id].severity] >= _ranks[severity]

_rejecting := {id |
	some id in _weighing
	exemption.exemptions[id].outcome == "not_met"
	_at_or_above(id, input.profile.reject_at)
}

_unclear := {id |
	some id in _weighing
	exemption.exemptions[id].outcome in {"not_met", "open"}
	_at_or_above(id, input.profile.clarify_at)
} | {id |
	some id, _ in finding.findings
	exemption.exemptions[id].outcome == "error"
}

_excused := {id |
	some id in _weighing
	exemption.exemptions[id].outcome == "excused"
	_at_or_above(id, input.profile.clarify_at)
}

# What was met apart from the house-keeping of the screening itself.
_met := {id |
	some id in _weighing
	exemption.exemptions[id].outcome == "met"
	not startswith(id, "screening.")
}

_unreadable_document if {
	some document in input.bundle.documents
	not document.readable
	not _looked_at
}

_looked_at if exemption.exemptions["screening.documents_readable"].outcome in {"met", "excused"}

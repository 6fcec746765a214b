# METADATA
# scope: package
# title: Verdict
# description: |
#   Folds the outcomes in force into one verdict against the profile. It is
#   never an award decision.
package bidgate.lib.verdict

import data.bidgate.lib.chosen
import data.bidgate.lib.exemption

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

# Findings by the outcomes that count, gathered in one pass.
_with := {outcome: ids |
	some outcome in {"met", "not_met", "open", "excused", "error"}
	ids := {id |
		some id, found in exemption.findings
		found.outcome == outcome
	}
}

_rejecting := chosen.rejecting & _with.not_met

_unclear := (chosen.clarifying & (_with.not_met | _with.open)) | _with.error

_excused := chosen.clarifying & _with.excused

# What was met apart from the house-keeping of the screening itself.
_met := chosen.telling & _with.met

_unreadable_document if {
	some document in input.bundle.documents
	not document.readable
	not _looked_at
}

_looked_at if exemption.findings["screening.documents_readable"].outcome in {"met", "excused"}

# METADATA
# scope: package
# title: Supply
# description: |
#   What there is in the bundle of the evidence that requirements need. Many need
#   the same, so that it is worked out once for each thing that is asked.
package bidgate.lib.supply

import data.bidgate.lib.chosen
import data.bidgate.lib.statement

# METADATA
# description: What there is of what is needed, and the subjects to speak of, by what is asked.
by_ask := {ask: {
	"missing": _missing(ask.evidence),
	"candidates": _candidates(ask.evidence),
	"unreadable": _unreadable(ask.evidence),
	"subjects": statement.subjects[ask.over],
} |
	some ask in {ask | some ask in chosen.asks}
}

# METADATA
# description: |
#   The subjects that places must name, where all that is needed is there and
#   none of it in doubt; any place is one of the bundle.
expected := {ask: subjects |
	some ask, there in by_ask
	there.missing == []
	there.candidates | there.unreadable == set()
	subjects := {subject | some subject in there.subjects; ask.over != "bundle"}
}

# Kinds of evidence that are wholly absent, with who owes them. A kind that an
# unread document may be is doubt (a candidate), not absence.
_missing(needs) := sort(array.concat(
	[{"kind": kind, "from": "vendor"} | some kind in _owed(needs)],
	[{"kind": name, "from": "buyer"} | some name in needs.buyer; not name in _data_sets],
))

_owed(needs) := array.concat([kind | some kind in needs.all; kind in _absent; not kind in _possible], [kind |
	some kind in needs.any
	_none_of(needs.any)
	count({other | some other in needs.any} & _possible) == 0
])

_data_sets := {data_set.kind | some data_set in input.data_sets}

_absent := {kind |
	some kind, there in input.bundle.kinds
	there.readable + there.unreadable == 0
}

_possible := {kind |
	some kind, there in input.bundle.kinds
	count(there.candidates) > 0
}

_none_of(any) if count({kind | some kind in any} - _absent) == 0

# Documents that may be a needed kind which is otherwise absent.
_candidates(needs) := {row |
	some kind in _lacking(needs)
	some row in input.bundle.kinds[kind].candidates
}

_lacking(needs) := {kind | some kind in needs.all; kind in _absent} | {kind |
	some kind in needs.any
	_none_of(needs.any)
}

# Documents of a needed kind that cannot be read.
_unreadable(needs) := {row |
	some kind in array.concat(needs.all, needs.any)
	some row in _unreadable_of[kind]
}

# Documents that cannot be read, by the kind that they claim.
_unreadable_of := {kind: rows |
	some kind, _ in input.bundle.kinds
	rows := {row |
		some row, document in input.bundle.documents
		not document.readable
		kind in document.kinds
	}
}

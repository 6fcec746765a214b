// Package evidence turns the bytes that a vendor sent into a Dossier: the
// normalised, typed and complete account of a bundle, with everything that
// was measured over it. It knows formats, limits and positions; it knows
// nothing of policies, severities or verdicts.
//
// A vendor's bad document is data, never a Go error: it becomes a Problem on
// its Document, and what could not be read counts as absent. The same bundle
// content and limits give the same Dossier, whatever the packing, the order
// of entries or the host. A Dossier is plain data and is not changed after
// Read returns, so it may be shared between goroutines.
package evidence

package render

import (
	"bytes"
	"encoding/json"
	"io"

	"github.com/bidgate/bidgate/engine/report"
)

// writeJSON writes the contract in its canonical form, which is inert: see
// report.Report.Encode.
func writeJSON(w io.Writer, r *report.Report, _ Options) error { return r.Encode(w) }

// escapeJSON writes a text as a JSON string, whole whatever the columns: a
// program reads it. It decodes to the same text, but for bytes that are not
// UTF-8, each of which becomes U+FFFD.
func escapeJSON(s string, _ int) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(s) // a string always has a JSON form
	return string(report.Inert(bytes.TrimSuffix(b.Bytes(), []byte("\n"))))
}

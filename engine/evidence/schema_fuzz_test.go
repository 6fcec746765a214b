package evidence

import (
	"bytes"
	"regexp"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// FuzzSchema holds our validation equal to that of whole documents by another
// validator: the same documents pass, for every version.
func FuzzSchema(f *testing.F) {
	addDocuments(f)
	whole := wholeSchemas(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		src := &source{data: data, syntax: jsonSyntax}
		if !bytes.HasPrefix(bytes.TrimLeft(data, " \t\r\n"), []byte("{")) || walkRefuses(src) {
			return
		}
		if absurdNumber.Match(data) {
			return // the other validator works out a number of any size
		}
		document, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("the walk reads what encoding/json does not: %v", err)
		}
		for _, version := range cdxVersions {
			got := validateCycloneDX(src, version, Limits{}.withDefaults())
			want := whole[version].Validate(document)
			if (len(got.problems) == 0) != (want == nil) {
				t.Fatalf("%s: we have %v, the other validator %v", version, got.problems, want)
			}
			if len(got.problems) == 0 && got.faulty != nil {
				t.Fatalf("%s: values are at fault without a problem", version)
			}
			for _, p := range got.problems {
				if p.Message == "" || p.Limit == "" && p.At.Line == 0 {
					t.Fatalf("%s: no sentence or no place: %+v", version, p)
				}
			}
		}
	})
}

// absurdNumber finds exponents of more than three digits.
var absurdNumber = regexp.MustCompile(`[eE][-+]?[0-9]{4}`)

// walkRefuses reports whether the gate refuses a document for its JSON.
func walkRefuses(src *source) bool {
	w := newWalker(src, Limits{})
	if w.document() {
		for _, v, ok := w.member(); ok; _, v, ok = w.member() {
			w.skip(v)
		}
	}
	w.finish()
	return w.refused
}

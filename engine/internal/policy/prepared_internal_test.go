package policy

import (
	"bytes"
	"testing"

	"github.com/bidgate/bidgate/policies"
)

// TestPreparedOfAnotherTreeIsNotTaken: what was prepared counts for the bytes
// that it was made of alone, and a check of the whole contract takes nothing.
func TestPreparedOfAnotherTreeIsNotTaken(t *testing.T) {
	spoilt := func(key string) []byte {
		before := []byte(`"` + key + `": "sha256:`)
		if !bytes.Contains(preparedText, before) {
			t.Fatalf("prepared.json has no %s", key)
		}
		return bytes.Replace(preparedText, before, append(before, 'x'), 1)
	}
	for _, test := range []struct {
		name       string
		text       []byte
		everything bool
		taken      bool
	}{
		{"its own", preparedText, false, true},
		{"of other sources", spoilt("sources"), false, false},
		{"of another catalogue", spoilt("catalogue"), false, false},
		{"no JSON", []byte("{"), false, false},
		{"a check", preparedText, true, false},
	} {
		l := newLoading([]Pack{{BuiltIn: true, FS: policies.FS}})
		l.everything = test.everything
		var found problems
		l.read(&found)
		l.prepared, l.says = -1, nil
		l.catalogue = newCatalogue()
		l.prepare(test.text)
		if taken := l.prepared == 0 && len(l.catalogue.Requirements) > 0 && l.says != nil; taken != test.taken || len(found) > 0 {
			t.Errorf("%s: taken %v, want %v (%v)", test.name, taken, test.taken, found.err())
		}
	}
}

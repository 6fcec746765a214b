package evidence

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSchemaBesideTheWalk: a validation that follows the walk tells what one
// after it tells, also of documents that end early or are refused on the way.
func TestSchemaBesideTheWalk(t *testing.T) {
	whole := generateSBOM(600)
	if len(whole) < 4*passageStep {
		t.Fatalf("%d bytes are too few for the walk to tell of them in between", len(whole))
	}
	middle := bytes.Index(whole[len(whole)/2:], []byte("\n    {")) + len(whole)/2
	changed := func(old, now string, n int) []byte {
		data := bytes.Replace(whole, []byte(old), []byte(now), n)
		if bytes.Equal(data, whole) {
			t.Fatalf("%s is not in the document", old)
		}
		return data
	}
	documents := [][]byte{
		whole,
		changed(`"type": "library"`, `"type": "book"`, -1),
		changed(`"components": [`, `"components": [[],7,`, 1),
		changed(`"specVersion": "1.6",`, ``, 1),
		changed(`"specVersion": "1.6",`, `"specVersion": "1.2",`, 1),
		changed(`"bomFormat": "CycloneDX"`, `"bomFormat": "Another"`, 1),
		append(bytes.Clone(whole), '}'),
		append(append(bytes.Clone(whole[:middle]), `{"type":1,"type":2},`...), whole[middle:]...),
	}
	for cut := 0; cut < len(whole); cut += len(whole)/16 + 1 {
		documents = append(documents, whole[:cut])
	}
	for i, data := range documents {
		after := walkCycloneDX(&source{data: data, syntax: jsonSyntax}, Limits{}, nil)
		if !after.refused {
			after = after.held(validateCycloneDX(after.src, after.specVersion.Value, after.limits))
		}
		want := after.reading()
		got := readCycloneDXJSON(&source{data: data, syntax: jsonSyntax}, Limits{})
		if diff := cmp.Diff(want.problems, got.problems); diff != "" || want.readable != got.readable {
			t.Errorf("document %d of %d bytes (after, beside):\n%s", i, len(data), diff)
		}
	}
}

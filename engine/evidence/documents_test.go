package evidence

import (
	"fmt"
	"testing"
	"testing/fstest"
)

// TestDocumentsBeyondTheBound: the first that is not read is unreadable of every
// kind, so that no kind passes beside it; attachments are not counted.
func TestDocumentsBeyondTheBound(t *testing.T) {
	files := fstest.MapFS{}
	for i := range 8 {
		files[fmt.Sprintf("%d.cdx.json", i)] = &fstest.MapFile{Data: []byte(`{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": []}`)}
		files[fmt.Sprintf("%d.txt", i)] = &fstest.MapFile{Data: []byte("x")}
	}
	b, err := OpenFS(files, Limits{MaxDocuments: 5})
	if err != nil {
		t.Fatal(err)
	}
	d, told := Read(b), 0
	for _, doc := range d.Bundle.Documents {
		if len(doc.Problems) > 0 && doc.Problems[0].Limit == "MaxDocuments" {
			told++
			if doc.Readable || len(doc.Kinds) != 7 || doc.Path != "5.cdx.json" || doc.SHA256 == "" {
				t.Errorf("%+v", doc)
			}
		}
	}
	if told != 1 || len(d.SBOMs) != 5 {
		t.Errorf("told %d times, %d SBOMs; want once and 5", told, len(d.SBOMs))
	}
}

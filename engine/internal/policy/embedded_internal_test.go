package policy

import (
	"io/fs"
	"reflect"
	"testing"

	"github.com/bidgate/bidgate/policies"
)

// otherGo is what was prepared by a Go that makes other digests of embedded files.
func otherGo(t *testing.T) string {
	t.Helper()
	r, w := wordReader{text: preparedText}, wordWriter{}
	if r.word() == "" {
		t.Error("this Go puts no digest beside embedded files, so that each start reads all of them")
	}
	w.word("abc")
	w.word(r.word())
	return string(w.text) + preparedText[r.at:]
}

// TestEmbeddedSumIsOverTheSources: it is over the files that a walk takes for
// sources, and the digest beside each is one of its content: files of one content
// have one digest, and others have others.
func TestEmbeddedSumIsOverTheSources(t *testing.T) {
	sources := map[string]bool{schemaPath: true}
	for _, s := range taken(t).sources {
		sources[s.path] = true
	}
	digests, contents := map[string]string{}, map[string]string{}
	list := reflect.ValueOf(policies.FS).FieldByName("files").Elem()
	if list.Len() == 0 {
		t.Fatal("there are no embedded files")
	}
	for i := range list.Len() {
		path := list.Index(i).FieldByName("name").String()
		data, err := fs.ReadFile(policies.FS, path)
		if err != nil {
			continue // a folder
		}
		if got := path == schemaPath || isEmbeddedSource(path); got != sources[path] {
			t.Errorf("%s: taken for a source %v, want %v", path, got, sources[path])
		}
		content, digest := string(data), string(list.Index(i).FieldByName("hash").Bytes())
		if before, known := digests[content]; known && before != digest {
			t.Errorf("%s: the digest of one content is %x and %x", path, before, digest)
		}
		if before, known := contents[digest]; known && before != content {
			t.Errorf("%s: two contents have the digest %x", path, digest)
		}
		digests[content], contents[digest] = digest, content
	}
}

func BenchmarkEmbeddedSum(b *testing.B) {
	for b.Loop() {
		embeddedSum(policies.FS)
	}
}

func BenchmarkChecksum(b *testing.B) {
	for b.Loop() {
		checksum(policies.FS)
	}
}

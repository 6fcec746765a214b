package evidence

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// TestContents: the list is by path and without the common folder, what was
// not taken is told, and its digest is that of the dossier.
func TestContents(t *testing.T) {
	b, err := OpenFS(fstest.MapFS{
		"top/b.txt": {Data: []byte("b")},
		"top/a.txt": {Data: []byte("a")},
		"top/c.txt": {Data: []byte("too long")},
	}, Limits{MaxFileBytes: 4})
	if err != nil {
		t.Fatal(err)
	}
	want := []Content{
		{"a.txt", "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb", 1},
		{"b.txt", "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d", 1},
		{"c.txt", "", 0},
	}
	if diff := cmp.Diff(want, b.Contents()); diff != "" {
		t.Error(diff)
	}
	if got := b.Refused(); len(got) != 1 {
		t.Errorf("refused: %q", got)
	}
	if got, want := ContentDigest(b.Contents()), Read(b).Bundle.Digest; got != want {
		t.Errorf("%s, and the dossier has %s", got, want)
	}
}

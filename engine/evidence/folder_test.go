package evidence

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLinksAndPipesAreNotOpened(t *testing.T) {
	root := folder(t, map[string]string{"a.txt": "a", "sub/b.txt": "b"})
	dir := root.Name()
	for link, target := range map[string]string{"out.cdx.json": "/etc/passwd", "in.txt": "a.txt", "loop": "."} {
		if err := os.Symlink(target, filepath.Join(dir, link)); err != nil {
			t.Skip(err)
		}
	}
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe.json"), 0o644); err != nil {
		t.Skip(err)
	}
	b, err := OpenDir(root, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	d := Read(b)
	if diff := cmp.Diff([]string{codeLink, codeLink, codeLink, codeSpecial}, problems(d.Bundle.Problems)); diff != "" {
		t.Error(diff)
	}
	i := d.documentAt("out.cdx.json")
	if i < 0 || d.Bundle.Documents[i].Readable || d.Bundle.Documents[i].Kinds[0] != KindSBOM || d.Bundle.Documents[i].SHA256 != "" {
		t.Errorf("the link is %+v", d.Bundle.Documents[i])
	}
	if d.Bundle.Kinds.SBOM.Unreadable != 1 {
		t.Errorf("kinds: %+v", d.Bundle.Kinds.SBOM)
	}
}

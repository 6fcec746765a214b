package evidence_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/hostile"
)

// listers are programs that list an archive, one name a line.
var listers = []struct {
	name string
	args []string
	zip  bool
}{
	{"unzip", []string{"-Z1"}, true},
	{"zipinfo", []string{"-1"}, true},
	{"bsdtar", []string{"-tf"}, true},
	{"tar", []string{"--quoting-style=literal", "-tf"}, false},
	{"bsdtar", []string{"-tf"}, false},
}

// TestArchivesListTheSameInTools holds every ordinary archive, and every
// hostile one that is let through, to what other programs list of it.
func TestArchivesListTheSameInTools(t *testing.T) {
	archives := map[string][]byte{}
	for _, o := range slices.Concat(ordinaryZips(t), ordinaryTars(t), ordinaryTools(t)) {
		archives[o.name] = o.data
	}
	for _, r := range hostile.Rows() {
		if data := r.Archive(hostile.Meets()); data != nil && len(data) < 1<<20 {
			archives[r.Format+" "+r.Name] = data
		}
	}
	dir, compared := t.TempDir(), map[string]int{}
	for name, data := range archives {
		b, err := evidence.OpenArchive(bytes.NewReader(data), int64(len(data)), evidence.Limits{})
		if err != nil {
			continue
		}
		d := evidence.Read(b)
		if len(d.Bundle.Problems) > 0 {
			continue
		}
		want := []string{}
		for _, doc := range d.Bundle.Documents {
			want = append(want, doc.Path)
		}
		path := filepath.Join(dir, "archive")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		isZip := bytes.HasPrefix(data, []byte("PK"))
		for _, l := range listers {
			if program, err := exec.LookPath(l.name); err == nil && l.zip == isZip {
				compared[l.name]++
				if diff := cmp.Diff(want, listed(t, program, append(l.args, path)...)); diff != "" {
					t.Errorf("%s: %s lists otherwise: %s", name, l.name, diff)
				}
			}
		}
	}
	for _, l := range listers {
		if compared[l.name] == 0 {
			t.Logf("%s is not installed; the comparison with it is left out", l.name)
		}
	}
	t.Logf("archives compared: %v", compared)
}

// listed are the files that a program lists, in order, without the folders that
// all of them lie below.
func listed(t *testing.T, program string, args ...string) []string {
	t.Helper()
	cmd := exec.Command(program, args...) //nolint:gosec // of the list above
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
	out, err := cmd.CombinedOutput()
	if err != nil {
		return []string{err.Error(), string(out)}
	}
	names := []string{}
	for line := range strings.Lines(string(out)) {
		if name := strings.TrimPrefix(strings.TrimSuffix(line, "\n"), "./"); name != "" && !strings.HasSuffix(name, "/") {
			names = append(names, name)
		}
	}
	for {
		top, _, below := strings.Cut(names[0], "/")
		if !below || slices.ContainsFunc(names, func(n string) bool { return !strings.HasPrefix(n, top+"/") }) {
			break
		}
		for i := range names {
			names[i] = strings.TrimPrefix(names[i], top+"/")
		}
	}
	slices.Sort(names)
	return names
}

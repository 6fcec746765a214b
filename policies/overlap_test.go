package policies_test

import (
	"bytes"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/bidgate/bidgate/policies"
)

// heldAgainst are the requirements that hold answers to the rows of others
// against evidence, and so share their ids; they do not judge an answer as such.
var heldAgainst = []string{"consistency.answer"}

// TestMembersDoNotOverlap: an answer is judged once. The id of a row is the id of
// no row of another requirement. Other names of a row may be, for an answer to
// one standard counts under another where the row says so.
func TestMembersDoNotOverlap(t *testing.T) {
	type member struct{ ID string }
	rows := map[string][]member{}
	err := fs.WalkDir(policies.FS, "bidgate/requirement", func(p string, _ fs.DirEntry, err error) error {
		if err != nil || path.Base(p) != "rows.yaml" {
			return err
		}
		text, err := fs.ReadFile(policies.FS, p)
		if err != nil {
			return err
		}
		var list []member
		id := strings.ReplaceAll(strings.TrimPrefix(path.Dir(p), "bidgate/requirement/"), "/", ".")
		rego, err := fs.ReadFile(policies.FS, path.Join(path.Dir(p), path.Base(path.Dir(p))+".rego"))
		if err != nil || !bytes.Contains(rego, []byte("reply.of(")) || slices.Contains(heldAgainst, id) {
			return err // rows that are not questions
		}
		err = yaml.Unmarshal(text, &list)
		rows[id] = list
		return err
	})
	if err != nil || len(rows) < 10 {
		t.Fatal(len(rows), err)
	}
	owner := map[string]string{}
	for _, requirement := range slices.Sorted(maps.Keys(rows)) {
		for _, m := range rows[requirement] {
			id := strings.ToLower(m.ID)
			if other := owner[id]; other != "" {
				t.Errorf("%s is a row of %s and of %s, so that one answer is judged twice: keep one", m.ID, other, requirement)
			}
			owner[id] = requirement
		}
	}
}

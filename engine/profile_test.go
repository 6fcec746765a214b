package engine

import "testing"

// TestProfilesAreNamedAsTheirFiles: built-in profiles are known by the names of
// their files before they are read.
func TestProfilesAreNamedAsTheirFiles(t *testing.T) {
	e := Compiled(t)
	for _, id := range e.Profiles() {
		p, err := e.Profile(id)
		if err != nil {
			t.Fatal(err)
		}
		if p.ID != id {
			t.Errorf("the file of profile %s is named %s.yaml", p.ID, id)
		}
		if _, err := e.chain(p); err != nil {
			t.Errorf("%s: %v", id, err)
		}
	}
}

package policies_test

import (
	"encoding/json"
	"io/fs"
	"path/filepath"
	"slices"
	"testing"

	"github.com/bidgate/bidgate/policies"
)

// sourced is what the catalogue says of where a requirement or member comes from.
type sourced struct {
	Severity string `json:"severity"`
	Sources  []struct {
		Confidence string `json:"confidence"`
	} `json:"sources"`
	Members map[string]sourced `json:"members"`
}

// read tells whether somebody has read a source in the original.
func (s sourced) read() bool {
	return slices.ContainsFunc(s.Sources, func(x struct {
		Confidence string `json:"confidence"`
	}) bool {
		return x.Confidence == "source"
	})
}

// TestNothingUnreadIsBlocking: a requirement whose source nobody has read is at
// most major, in the catalogue and in every shipped profile.
func TestNothingUnreadIsBlocking(t *testing.T) {
	data, err := fs.ReadFile(policies.FS, "bidgate/catalog/data.json")
	if err != nil {
		t.Fatal(err)
	}
	var catalogue struct {
		Requirements map[string]sourced `json:"requirements"`
	}
	if err := json.Unmarshal(data, &catalogue); err != nil {
		t.Fatal(err)
	}
	all := map[string]sourced{}
	for id, requirement := range catalogue.Requirements {
		all[id] = requirement
		for member, row := range requirement.Members {
			all[id+"."+member] = row
		}
	}
	for id, x := range all {
		if x.Severity == "blocking" && !x.read() {
			t.Errorf("%s is blocking, and nobody has read its source", id)
		}
	}
	names, err := filepath.Glob("profile/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		profile := readProfile(t, name)
		for id, choice := range profile.Requirements {
			if choice["severity"] != "blocking" {
				continue
			}
			for _, of := range append([]string{id}, membersOf(all, id)...) {
				if of == id && len(all[id].Members) > 0 {
					continue // each member has sources of its own
				}
				if !all[of].read() {
					t.Errorf("%s makes %s blocking, and nobody has read its source", name, of)
				}
			}
		}
	}
}

// membersOf are the ids of the rows of a requirement.
func membersOf(all map[string]sourced, id string) []string {
	var ids []string
	for member := range all[id].Members {
		ids = append(ids, id+"."+member)
	}
	return ids
}

// profileFile is the part of a profile that tests look at.
type profileFile struct {
	ID           string                    `yaml:"id"`
	Requirements map[string]map[string]any `yaml:"requirements"`
}

func readProfile(t *testing.T, name string) profileFile {
	t.Helper()
	return decodeLoose[profileFile](t, name)
}

package authoring_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine/authoring"
)

func TestPartsOf(t *testing.T) {
	got := authoring.PartsOf(`Asks that each part, such as version 1.2 of "x", has a name. A part without a name
		cannot be looked up. A name that is declared unknown is for a person; "TBD" counts as none.
		Another requirement judges versions. This cannot tell whether a name is true.`)
	want := authoring.Parts{
		Asks:    []string{`Asks that each part, such as version 1.2 of "x", has a name.`, "A part without a name cannot be looked up."},
		Unknown: []string{`A name that is declared unknown is for a person; "TBD" counts as none.`},
		Limits:  []string{"Another requirement judges versions.", "This cannot tell whether a name is true."},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("parts (-want +got):\n%s", diff)
	}
	of := authoring.PartsOf(`Passwords. It is one of the rows of "Answers agree, also where one is unknown". Holds what cannot tell.`)
	if len(of.Asks) != 3 {
		t.Errorf("of a member: %+v", of)
	}
	if diff := cmp.Diff(authoring.Parts{Asks: []string{}, Unknown: []string{}, Limits: []string{}}, authoring.PartsOf("")); diff != "" {
		t.Errorf("of nothing (-want +got):\n%s", diff)
	}
}

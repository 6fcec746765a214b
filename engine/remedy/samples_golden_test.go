package remedy_test

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine/remedy"
)

// tell writes one line for each cause, and counts the findings and those under
// a cause that knows the tool.
func tell(b *bytes.Buffer, causes []remedy.Cause) (found, known int) {
	for _, c := range causes {
		found += len(c.Findings)
		if c.Specific {
			known += len(c.Findings)
		}
	}
	fmt.Fprintf(b, "%d of %d findings fall under a cause that knows the tool\n", known, found)
	for _, c := range causes {
		kind := "general "
		if c.Specific {
			kind = "specific"
		}
		fmt.Fprintf(b, "\n%s %s, %d places, %s\n  %s\n", kind, c.Fix, c.Count, either(c.Confidence, "the requirement's own remedy"), c.Cause)
		for _, id := range c.Findings {
			fmt.Fprintf(b, "  - %s\n", id)
		}
	}
	return found, known
}

// tellLeft writes which findings the edits removed, which are left, and which
// they brought about.
func tellLeft(b *bytes.Buffer, before, after []remedy.Cause) (fresh []string) {
	had, has := findingsOf(before), findingsOf(after)
	var gone, left []string
	for _, id := range had {
		if slices.Contains(has, id) {
			left = append(left, id)
		} else {
			gone = append(gone, id)
		}
	}
	for _, id := range has {
		if !slices.Contains(had, id) {
			fresh = append(fresh, id)
		}
	}
	for _, list := range []struct {
		title string
		ids   []string
	}{{"removed by the edits", gone}, {"left", left}, {"brought about by the edits", fresh}} {
		fmt.Fprintf(b, "\n%s: %d\n", list.title, len(list.ids))
		for _, id := range list.ids {
			fmt.Fprintf(b, "  - %s\n", id)
		}
	}
	return fresh
}

func findingsOf(causes []remedy.Cause) []string {
	var list []string
	for _, c := range causes {
		list = append(list, c.Findings...)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func either(s, other string) string {
	if s != "" {
		return s
	}
	return other
}

func golden(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, got, 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file) //nolint:gosec // a name from the table
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s: -want +got\n%s", file, diff)
	}
}

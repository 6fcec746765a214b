package evidence

import (
	"slices"
	"strings"
	"testing"
)

func TestPlaceholder(t *testing.T) {
	if !slices.IsSorted(placeholders) {
		t.Error("placeholders is searched by halves and is not sorted")
	}
	for _, text := range []string{"", "  ", "-", "?", "...", "UNKNOWN", "NOASSERTION", "[not provided]", "TBD", "<version>", "${version}", "{{ name }}", "(to be  determined)", "NOT_SPECIFIED", "N/A",
		"tbd" + strings.Repeat(" ", 200), "[ to" + strings.Repeat(" ", 200) + "be done ]", strings.Repeat("- ", 200)} {
		if !isPlaceholder(text) {
			t.Errorf("isPlaceholder(%q) = false", text)
		}
	}
	for _, text := range []string{"none", "0", "1.0", "Acme", "unknown risks are listed in section 3", "(devel)", "[2.1.0]", "v",
		"<p>" + strings.Repeat("A long text. ", 9) + "</p>"} {
		if isPlaceholder(text) {
			t.Errorf("isPlaceholder(%q) = true", text)
		}
	}
}

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
	if !slices.IsSorted(placeholderNouns) {
		t.Error("placeholderNouns is searched by halves and is not sorted")
	}
	for _, text := range []string{"Unknown supplier", "supplier unknown", "Version: n/a", "The licence is not known.", "[author_unknown]", "vendor TBD", "no known supplier", "Author,\u00a0unknown", "not yet known"} {
		if !isPlaceholder(text) || textState([]byte(text)) != Placeholder {
			t.Errorf("%q fills a place and counts as a value", text)
		}
	}
	for _, text := range []string{"the author", "Company", "Unknown Pleasures", "version", "licence unknown-1.0", "unknown-supplier", "No Name", "known supplier", "the unknown soldier", "contact: none"} {
		if isPlaceholder(text) || textState([]byte(text)) != Stated {
			t.Errorf("%q is a value and counts as a placeholder", text)
		}
	}
	for _, text := range []string{"none", "0", "1.0", "Acme", "unknown risks are listed in section 3", "(devel)", "[2.1.0]", "v",
		"<p>" + strings.Repeat("A long text. ", 9) + "</p>"} {
		if isPlaceholder(text) {
			t.Errorf("isPlaceholder(%q) = true", text)
		}
	}
}

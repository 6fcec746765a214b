package authoring_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine/authoring"
)

// TestMarkdown: what has a meaning in Markdown loses it, code stays as it is,
// and links lead to the pages that there are.
func TestMarkdown(t *testing.T) {
	p := authoring.Page{
		Title: "A <b>*title*</b>",
		Facts: [][2]string{{"see", "[[a.b]], [[a.c]]"}},
		Sections: []authoring.Section{
			{Heading: "Text", Text: []string{"A `<code>` and snake_case and _emphasis_ in [brackets](x)."}},
			{Heading: "Table", Table: [][]string{{"A", "B"}, {"1|2", "[[a.b]]"}}},
			{Heading: "Code", Code: []authoring.Code{{Caption: "`f`", Text: "```\n<x>\n"}}},
		},
	}
	got := p.Markdown(func(id string) string {
		if id == "a.b" {
			return "a.b.md"
		}
		return ""
	})
	want := "# A &lt;b&gt;\\*title\\*&lt;/b&gt;\n\n- see: [a.b](a.b.md), a.c\n\n" +
		"## Text\n\nA `<code>` and snake_case and \\_emphasis\\_ in \\[brackets\\](x).\n\n" +
		"## Table\n\n| A | B |\n|---|---|\n| 1\\|2 | [a.b](a.b.md) |\n\n" +
		"## Code\n\n`f`\n\n```\n` ` `\n<x>\n```\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Markdown (-want +got):\n%s", diff)
	}
	if got := authoring.Plain("see [[a.b]]"); got != "see a.b" {
		t.Errorf("plain = %q", got)
	}
}

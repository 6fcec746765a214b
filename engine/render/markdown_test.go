package render

import (
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
)

// parseMarkdown reads Markdown as GitHub does, bare links included.
func parseMarkdown(src []byte) ast.Node {
	return goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser().Parse(text.NewReader(src))
}

// live names what in Markdown a reader could click, load or run; the comment
// that parts characters is none of it.
func live(src []byte, root ast.Node) (found string) {
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Link, *ast.AutoLink, *ast.Image, *ast.HTMLBlock:
			found = n.Kind().String()
		case *ast.RawHTML:
			if raw := string(n.Segments.Value(src)); raw != joint {
				found = raw
			}
		}
		return ast.WalkContinue, nil
	})
	return found
}

// TestMarkdownIsInert reads every hostile text back from a paragraph, the cell
// of a table and a code span: it is the text, and nothing in it is live.
func TestMarkdownIsInert(t *testing.T) {
	for _, m := range misleading {
		markdownInert(t, m.text)
	}
}

func FuzzMarkdown(f *testing.F) {
	for _, m := range misleading {
		f.Add(m.text)
	}
	f.Fuzz(markdownInert)
}

func markdownInert(t *testing.T, hostile string) {
	shown := Escape(hostile, maxMessage)
	if found := joined.FindString(escapeMarkdown(hostile, maxMessage)); found != "" {
		t.Fatalf("a code host finds %q in %q", found, hostile)
	}
	src := []byte("- x " + escapeMarkdown(hostile, maxMessage) + " y\n\n| a | b |\n|---|---|\n| x " + escapeMarkdown(hostile, maxMessage) + " y | " + code(shown) + " |\n\n- " + code(shown) + "\n")
	root := parseMarkdown(src)
	if found := live(src, root); found != "" {
		t.Fatalf("%s is live: %s", found, src)
	}
	var paragraphs []string
	cells := 0
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n.Kind() {
		case ast.KindHeading, ast.KindBlockquote, ast.KindFencedCodeBlock, ast.KindThematicBreak, ast.KindEmphasis:
			t.Fatalf("%s: %s", n.Kind(), src)
		case ast.KindTextBlock:
			paragraphs = append(paragraphs, plainText(src, n))
		}
		if n.Kind().String() == "TableCell" {
			cells++
			paragraphs = append(paragraphs, plainText(src, n))
		}
		return ast.WalkContinue, nil
	})
	want := squeeze("x " + shown + " y")
	if len(paragraphs) != 6 || cells != 4 || squeeze(paragraphs[0]) != want || squeeze(paragraphs[3]) != want {
		t.Fatalf("%d cells, read as %q, want %q: %s", cells, paragraphs, want, src)
	}
	if strings.TrimSpace(shown) == "" {
		return // there is nothing to write as code
	}
	if got, want := squeeze(paragraphs[5]), squeeze(strings.NewReplacer("`", `\u{60}`, "|", `\u{7c}`).Replace(shown)); got != want || squeeze(paragraphs[4]) != want {
		t.Fatalf("a code span reads %q, want %q: %s", got, want, src)
	}
}

// joined is what code hosts turn into mentions, references and emoji after
// Markdown has been read.
var joined = regexp.MustCompile(`(?i)[@#!%&~$^][0-9a-z_]|://|www\.|gh-[0-9]|:[0-9a-z_+-]+:`)

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// plainText is the text of a node as a reader sees it.
func plainText(src []byte, root ast.Node) string {
	var b strings.Builder
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			value := n.Segment.Value(src)
			if n.Parent().Kind() != ast.KindCodeSpan {
				value = unescapePunctuation(value)
			}
			b.Write(value)
		case *ast.String:
			b.Write(n.Value)
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

// unescapePunctuation undoes the backslashes of CommonMark, which goldmark
// leaves to the writer.
func unescapePunctuation(s []byte) []byte {
	var out []byte
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", s[i+1]) >= 0 {
			i++
		}
		out = append(out, s[i])
	}
	return out
}

package authoring

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// Page is what there is to tell of a requirement or a profile, before it is
// laid out for a terminal or as Markdown. In its texts [[id]] stands for a
// requirement or a profile that has a page of its own, and `code` for a name.
type Page struct {
	ID       string
	Title    string
	Facts    [][2]string // short ones, with their names
	Sections []Section
}

// Section is a part of a page under a heading; what is empty is left out.
type Section struct {
	Heading string
	Text    []string   // paragraphs
	Items   []string   // a list
	Table   [][]string // the first row is the head
	Code    []Code
}

// Code is something to be shown as it is.
type Code struct {
	Caption string
	Text    string
}

// add puts a section on the page, unless there is nothing in it.
func (p *Page) add(s Section) {
	if len(s.Text)+len(s.Items)+len(s.Code) > 0 || len(s.Table) > 1 {
		p.Sections = append(p.Sections, s)
	}
}

// fact puts a fact on the page, unless it is empty.
func (p *Page) fact(name, value string) {
	if value != "" {
		p.Facts = append(p.Facts, [2]string{name, value})
	}
}

// link finds the places of links in a text.
var link = regexp.MustCompile(`\[\[([A-Za-z0-9._-]+)\]\]`)

// Plain is a text of a page without its links.
func Plain(text string) string { return link.ReplaceAllString(text, "$1") }

// Markdown is the page as a file of Markdown; target gives the address of the
// page of an id, or "" where there is none.
func (p Page) Markdown(target func(id string) string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n", linked(p.Title, target))
	for _, f := range p.Facts {
		fmt.Fprintf(&b, "- %s: %s\n", f[0], linked(f[1], target))
	}
	for i, s := range p.Sections {
		if i > 0 || len(p.Facts) > 0 {
			b.WriteString("\n")
		}
		fmt.Fprintf(&b, "## %s\n", s.Heading)
		for _, text := range s.Text {
			b.WriteString("\n" + folded(linked(text, target), "") + "\n")
		}
		if len(s.Items) > 0 {
			b.WriteString("\n")
		}
		for _, item := range s.Items {
			b.WriteString("- " + folded(linked(item, target), "  ") + "\n")
		}
		table(&b, s.Table, target)
		for _, c := range s.Code {
			fmt.Fprintf(&b, "\n%s\n\n```\n%s\n```\n", folded(linked(c.Caption, target), ""), strings.ReplaceAll(strings.TrimRight(c.Text, "\n"), "```", "` ` `"))
		}
	}
	return b.String()
}

func table(b *strings.Builder, rows [][]string, target func(string) string) {
	if len(rows) < 2 {
		return
	}
	b.WriteString("\n")
	for i, row := range rows {
		b.WriteString("|")
		for _, cell := range row {
			b.WriteString(" " + strings.ReplaceAll(linked(cell, target), "|", "\\|") + " |")
		}
		b.WriteString("\n")
		if i == 0 {
			b.WriteString(strings.Repeat("|---", len(row)) + "|\n")
		}
	}
}

// linked writes a text as Markdown: what stands in backquotes stays as it is,
// signs with a meaning elsewhere lose it, and links get their address.
func linked(text string, target func(string) string) string {
	parts := strings.Split(text, "`")
	for i := range parts {
		if i%2 == 1 && i < len(parts)-1 {
			continue
		}
		last := 0
		var b strings.Builder
		for _, at := range link.FindAllStringSubmatchIndex(parts[i], -1) {
			id := parts[i][at[2]:at[3]]
			b.WriteString(escaped(parts[i][last:at[0]]))
			if address := target(id); address != "" {
				fmt.Fprintf(&b, "[%s](%s)", escaped(id), address)
			} else {
				b.WriteString(escaped(id))
			}
			last = at[1]
		}
		parts[i] = b.String() + escaped(parts[i][last:])
	}
	return strings.Join(parts, "`")
}

var escaper = strings.NewReplacer(`\`, `\\`, "*", `\*`, "<", "&lt;", ">", "&gt;", "[", `\[`, "]", `\]`, "#", `\#`)

// escaped takes the meaning from signs of Markdown. An underscore within a word
// has none.
func escaped(text string) string {
	return underscore.ReplaceAllString(escaper.Replace(text), `$1\_$2`)
}

var underscore = regexp.MustCompile(`(^|\W)_|_(\W|$)`)

// pageWidth is where the lines of a page end.
const pageWidth = 100

// folded breaks a paragraph into lines; those after the first begin with indent.
func folded(text, indent string) string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(text) {
		if line != "" && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word)+len(indent) > pageWidth {
			lines, line = append(lines, line), ""
		}
		line = strings.TrimSpace(line + " " + word)
	}
	return strings.Join(append(lines, line), "\n"+indent)
}

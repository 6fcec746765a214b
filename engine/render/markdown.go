package render

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

// markdownRoom is how much of a page is written before findings are only
// counted: a job summary of GitHub takes 1 MiB.
const markdownRoom = 900_000

// markdownPoints is how many points are told in full.
const markdownPoints = 1_000

func writeMarkdown(w io.Writer, r *report.Report, _ Options) error {
	return writeStoryMarkdown(w, "markdown", r, false)
}

func writePublicMarkdown(w io.Writer, r *report.Report, _ Options) error {
	return writeStoryMarkdown(w, "markdown-public", r, true)
}

// writeStoryMarkdown writes the report for a job summary, a ticket or a file.
// Every line begins with something of ours, so that no text from outside is
// taken for a heading, a list or a command.
func writeStoryMarkdown(w io.Writer, format string, r *report.Report, public bool) error {
	s, err := newStory(r, public, markdownPoints)
	if err != nil {
		return err
	}
	m := &markdown{room: markdownRoom}
	m.opening(s)
	for _, section := range s.Sections {
		m.section(section)
	}
	m.rest(s)
	return send(w, format, m.b.Bytes())
}

// markdown collects lines.
type markdown struct {
	b    bytes.Buffer
	room int
}

func (m *markdown) line(format string, args ...any) { fmt.Fprintf(&m.b, format+"\n", args...) }

func (m *markdown) heading(level int, title string) {
	m.line("\n%s %s\n", strings.Repeat("#", level), markdownOf(title))
}

func (m *markdown) list(indent int, label string, texts []string) {
	for _, text := range texts {
		if label != "" {
			m.line("%s- **%s:** %s", strings.Repeat(" ", indent), label, markdownOf(text))
			continue
		}
		m.line("%s- %s", strings.Repeat(" ", indent), markdownOf(text))
	}
}

func (m *markdown) opening(s *story) {
	m.line("# %s\n\n**%s %s**\n", headTitle, s.Verdict.Symbol, markdownOf(s.Verdict.Words))
	if s.Public {
		m.line("_%s_\n", headPublic)
	}
	m.line("| | |\n|---|---|")
	for _, f := range s.Facts {
		m.line("| %s | %s |", f.Label, markdownOf(f.Text))
	}
	m.heading(2, headMeaning)
	m.line("%s\n\n**%s**", markdownOf(s.Meaning), markdownOf(s.Notice))
	m.heading(2, headNext)
	m.line("%s", markdownOf(s.Next))
	if len(s.Sections) > 0 {
		m.heading(2, headSections)
		m.line("| %s | %s |\n|---|---|", headSection, headFound)
	}
	for _, section := range s.Sections {
		var tally []string
		for _, t := range section.Tally {
			tally = append(tally, t.Mark.Symbol+" "+t.Words)
		}
		m.line("| %s | %s |", section.Title, markdownOf(strings.Join(tally, ", ")))
	}
	if len(s.Problems) > 0 {
		m.heading(2, headProblems)
		m.list(0, "", s.Problems)
	}
}

func (m *markdown) section(s storySection) {
	m.heading(2, s.Title)
	if len(s.Weights) == 0 {
		m.line("%s\n", nothingOpen)
	}
	cut := 0
	for _, weight := range s.Weights {
		m.heading(3, s.Title+": "+weight.Severity)
		for _, p := range weight.Points {
			if m.b.Len() > m.room {
				cut++
				continue
			}
			m.point(p)
		}
		if weight.Cut != "" {
			m.line("%s\n", weight.Cut)
		}
	}
	if cut > 0 {
		m.line("%s\n", cutResults(cut))
	}
	if len(s.Met) > 0 {
		m.heading(3, s.Title+": "+headMet)
		m.line("| | %s | %s | %s |\n|---|---|---|---|", headRequirement, headRests, headWhy)
		for _, row := range s.Met {
			m.line("| ✓ | %s | %s | %s |", markdownOf(row.Title), row.Level, markdownOf(row.Why))
		}
		m.line("")
	}
	for _, a := range s.Apart {
		m.line("– %s\n", markdownOf(a.Why))
		m.list(0, "", a.Items)
		m.line("")
	}
}

func (m *markdown) point(p storyPoint) {
	label := strconv.Itoa(p.Number) + ". "
	m.line("%s**%s**", label, markdownOf(p.Title))
	m.body(p, len(label))
	for _, member := range p.Members {
		m.line("%s- %s", strings.Repeat(" ", len(label)), markdownOf(member.Title))
		m.body(member, len(label)+2)
	}
}

// body is what follows the title of a point, each line an item of a list.
func (m *markdown) body(p storyPoint, indent int) {
	pad := strings.Repeat(" ", indent)
	for _, mark := range p.Marks {
		m.line("%s- %s %s", pad, mark.Symbol, mark.Words)
	}
	if p.Summary != "" {
		m.line("%s- %s", pad, markdownOf(p.Summary))
	}
	for _, reason := range p.Reasons {
		m.line("%s- %s", pad, markdownOf(reason.Text))
		for _, place := range reason.Places {
			m.line("%s  - %s %s", pad, wordAt, code(place))
		}
		if reason.More != "" {
			m.line("%s  - %s", pad, reason.More)
		}
	}
	m.list(indent, labelParts, p.Parts)
	m.list(indent, labelItems, p.Items)
	for _, note := range p.Notes {
		m.list(indent, note.Label, []string{note.Text})
	}
	if p.Fix != "" {
		m.line("%s- **%s:** %s", pad, labelFix, markdownRich(p.Fix))
	}
	for _, q := range p.Ask {
		m.line("%s- **%s:** %s", pad, labelAsk, markdownRich(q))
	}
	m.list(indent, labelSource, p.Sources)
	if len(p.IDs) == 1 {
		m.line("%s- %s", pad, code(p.IDs[0]))
	}
}

// markdownRich writes text with names of fields in backquotes.
func markdownRich(s string) string {
	var b strings.Builder
	for _, piece := range pieces(s) {
		if piece.Code {
			b.WriteString(code(piece.Text))
			continue
		}
		b.WriteString(markdownOf(piece.Text))
	}
	return b.String()
}

// rest is what the findings rest on, and how to check them.
func (m *markdown) rest(s *story) {
	if len(s.Advice) > 0 {
		m.heading(2, fmt.Sprintf(headAdvice, s.Facts[2].Text))
		m.list(0, "", s.Advice)
	}
	if len(s.Records) > 0 {
		m.heading(2, headRecords)
		m.list(0, "", s.Records)
	}
	m.heading(2, headFiles)
	if len(s.Papers) == 0 {
		m.line("%s", noDocuments)
	}
	for _, d := range s.Papers {
		m.line("- %s %s: %s; %s, %s, %s %s", d.Mark.Symbol, code(d.Path), markdownOf(d.Kind), markdownOf(d.Format), d.Size, labelDigest, code(d.DigestInFull))
		m.list(2, "", d.Understood)
		for _, problem := range d.Problems {
			m.line("  - ! %s", markdownOf(problem))
		}
		if d.MoreProblems != "" {
			m.line("  - %s", d.MoreProblems)
		}
	}
	for _, c := range s.Coverage {
		m.line("\n**%s** %s: %s\n\n| | |\n|---|---|", headCoverage, code(c.Path), markdownOf(c.Counts))
		for _, bar := range c.Bars {
			m.line("| %s | %d %% (%s) |", markdownOf(bar.Label), bar.Percent, stateOf(bar.N, bar.Total))
		}
	}
	if s.Ages != nil {
		m.line("\n**%s**\n\n| | |\n|---|---|", headAges)
		for _, row := range s.Ages.Rows {
			m.line("| %s | %s |", row.Label, row.Words)
		}
		if s.Ages.Oldest != "" {
			m.line("\n%s", markdownOf(s.Ages.Oldest))
		}
	}
	if len(s.Settings) > 0 {
		m.heading(2, headParameters)
		for _, q := range s.Settings {
			m.line("- %s: %s", code(q.Label), code(q.Text))
		}
	}
	m.heading(2, headCheck)
	m.line("%s\n", checkDigest)
	for _, d := range s.Check.Digests {
		m.line("- %s: %s", markdownOf(d.Label), code(d.Text))
	}
	for _, text := range []string{s.Check.Limits, s.Check.Versions} {
		if text != "" {
			m.line("\n%s", markdownOf(text))
		}
	}
	if s.Check.Replay != "" {
		m.line("\n%s %s", checkReplay, code(s.Check.Replay))
	}
	m.line("\n%s", checkLimit)
}

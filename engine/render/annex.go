package render

import (
	"bytes"
	_ "embed" // the page
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

//go:embed page/annex.html
var htmlAnnex string

// annexes is the closed set of formats for what a buyer publishes.
var annexes = []struct {
	Format
	write func(io.Writer, *report.Annex) error
}{
	{Format{Name: "markdown", Help: "for a call for bids, as text"}, annexMarkdown},
	{Format{Name: "html", Help: "for a call for bids, as a page"}, annexHTML},
	{Format{Name: "json", Help: "for programs, and for --annex"}, annexJSON},
	{Format{Name: "profile", Help: "the profile's file alone, byte for byte"}, annexProfile},
}

// AnnexFormats lists the formats of Annex in the order of help.
func AnnexFormats() []Format {
	list := make([]Format, len(annexes))
	for i, f := range annexes {
		list[i] = f.Format
	}
	return list
}

// Annex writes what a buyer publishes before bids are judged. The error is the
// writer's, or names a format that does not exist.
func Annex(w io.Writer, a *report.Annex, format string) error {
	for _, f := range annexes {
		if f.Name == format {
			return f.write(w, a)
		}
	}
	return fmt.Errorf("no format %q for an annex", format)
}

func annexJSON(w io.Writer, a *report.Annex) error {
	var b bytes.Buffer
	if err := a.Encode(&b); err != nil {
		return err
	}
	return send(w, "json", b.Bytes())
}

// annexProfile writes the profile's file as it is, so that its digest holds; one
// with characters that do not show is refused, for none may be changed.
func annexProfile(w io.Writer, a *report.Annex) error {
	for line := range strings.SplitSeq(strings.TrimSuffix(a.ProfileFile.Text, "\n"), "\n") {
		if Line(line, len(line)+1) != line || strings.HasPrefix(strings.TrimSpace(line), "::") {
			return errHiddenText
		}
	}
	return send(w, "profile", []byte(a.ProfileFile.Text))
}

// annexStory is an annex as its pages show it; all text in it is inert.
type annexStory struct {
	Facts       []storyPair
	Description string
	Meaning     []string
	Sections    []annexSection
	Command     string
}

type annexSection struct {
	ID, Title string
	Asked     []annexAsked
}

type annexAsked struct {
	Title, ID, Weight, Asks string
	Members                 []string
	Notes                   []storyPair
	Sources                 []string
}

func newAnnexStory(a *report.Annex) *annexStory {
	s := &annexStory{
		Description: Escape(strings.Join(strings.Fields(a.Description), " "), 2*maxMessage), Command: Escape(a.Command, 2*maxMessage),
		Facts: []storyPair{
			{labelTender, comparedTender(&report.Comparison{Tender: a.Tender})},
			{labelProfile, fmt.Sprintf(profileFormat, stated(a.Profile.Title, maxTitle), stated(a.Profile.ID, maxID), stated(a.Profile.Edition, maxWord))},
			{annexInForce, stated(a.AsOf, maxWord)}, {annexAsks, annexTally(a.Asked)},
			{annexProfileDigest, stated(a.Profile.Digest, maxPath)}, {annexPolicyDigest, stated(a.Policy, maxPath)},
			{annexFileDigest, stated(a.ProfileFile.Digest, maxPath)},
		},
		Meaning: []string{
			fmt.Sprintf(annexRejects, severity(a.Profile.RejectAt)), fmt.Sprintf(annexClarifies, severity(a.Profile.ClarifyAt)), annexElse,
		},
	}
	for _, words := range sectionWords {
		section := annexSection{ID: "section-" + words.id, Title: words.words}
		for _, asked := range a.Asked {
			if asked.Section == words.id {
				section.Asked = append(section.Asked, annexAskedOf(asked))
			}
		}
		if len(section.Asked) > 0 {
			s.Sections = append(s.Sections, section)
		}
	}
	return s
}

func annexTally(list []report.Asked) string {
	n, total := map[string]int{}, 0
	words := []string{}
	for _, a := range list {
		w := annexWeight(a)
		if n[w] == 0 {
			words = append(words, w)
		}
		n[w] += max(1, len(a.Members))
		total += max(1, len(a.Members))
	}
	slices.SortFunc(words, func(a, b string) int { return weightOrder(a) - weightOrder(b) })
	for i, w := range words {
		words[i] = number(int64(n[w])) + " " + w
	}
	return count(total, "requirement", "requirements") + ": " + listing(words)
}

func weightOrder(words string) int {
	for i, s := range report.Severities() {
		if severityWords[s] == words {
			return i
		}
	}
	return len(report.Severities())
}

func annexWeight(a report.Asked) string {
	if a.Advisory {
		return compareAdvisory
	}
	return severity(a.Severity)
}

func annexAskedOf(a report.Asked) annexAsked {
	one := annexAsked{Title: stated(a.Title, maxTitle), ID: Escape(a.ID, maxID), Weight: annexWeight(a), Asks: Escape(a.Asks, 4*maxMessage)}
	for _, m := range a.Members {
		one.Members = append(one.Members, Escape(m.ID, maxID)+": "+stated(m.Title, maxTitle))
	}
	note := func(label, text string) {
		if text != "" {
			one.Notes = append(one.Notes, storyPair{label, text})
		}
	}
	note(annexEvidence, annexNeeds(a.Evidence))
	note(annexSend, Escape(a.Send, 2*maxMessage))
	note(annexLevel, annexLevels[a.Level])
	for _, p := range a.Parameters {
		value := annexUnset
		if p.Set {
			value = Escape(fmt.Sprint(p.Value), maxMessage)
		}
		note(annexParameter, Escape(p.Name, maxID)+": "+value)
	}
	note(annexFrom, Escape(a.From, maxWord))
	note(annexTo, Escape(a.To, maxWord))
	for _, e := range a.Equivalents {
		note(annexInstead, Escape(e.Standard, maxTitle)+", "+Escape(e.Clause, maxTitle))
	}
	for _, source := range a.Sources {
		one.Sources = append(one.Sources, cite(source))
	}
	return one
}

// annexNeeds names the kinds of evidence that it rests on.
func annexNeeds(n report.Needed) string {
	kinds := func(list []string, words map[string]string) []string {
		named := []string{}
		for _, k := range list {
			if word := words[k]; word != "" {
				k = word
			}
			named = append(named, Escape(k, maxWord))
		}
		return named
	}
	parts := []string{}
	if len(n.All) > 0 {
		parts = append(parts, listing(kinds(n.All, kindWords)))
	}
	if len(n.Any) > 0 {
		parts = append(parts, annexAny+" "+strings.Join(kinds(n.Any, kindWords), ", "))
	}
	if len(n.Buyer) > 0 {
		parts = append(parts, annexBuyer+" "+listing(kinds(n.Buyer, listWords)))
	}
	return strings.Join(parts, "; ")
}

func annexHTML(w io.Writer, a *report.Annex) error {
	return execute(w, "html", htmlAnnex, struct {
		*annexStory
		htmlStyled
	}{newAnnexStory(a), styled()})
}

func annexMarkdown(w io.Writer, a *report.Annex) error {
	s, m := newAnnexStory(a), &markdown{room: 1 << 30}
	m.line("# %s\n", markdownOf(annexTitle))
	for _, f := range s.Facts {
		m.line("- **%s:** %s", markdownOf(f.Label), markdownOf(f.Text))
	}
	if s.Description != "" {
		m.line("- **%s:** %s", markdownOf(annexFor), markdownOf(s.Description))
	}
	m.heading(2, annexMeaning)
	m.list(0, "", s.Meaning)
	m.heading(2, annexTry)
	m.line("%s\n\n- %s\n", markdownOf(annexTryHow), code(s.Command))
	m.line("%s", markdownOf(notAward))
	for _, section := range s.Sections {
		m.heading(2, section.Title)
		for _, asked := range section.Asked {
			m.heading(3, asked.Title)
			m.line("- %s (%s)", markdownOf(asked.Weight), code(asked.ID))
			m.line("- **%s:** %s", markdownOf(annexWhat), markdownRich(asked.Asks))
			m.list(0, "", asked.Members)
			for _, n := range asked.Notes {
				m.line("- **%s:** %s", markdownOf(n.Label), markdownRich(n.Text))
			}
			m.list(0, labelSource, asked.Sources)
		}
	}
	return send(w, "markdown", m.b.Bytes())
}

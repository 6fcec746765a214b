package authoring

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

// RequirementPage tells of a requirement, or of one member of it.
func RequirementPage(r report.Requirement, member string, shown []Shown) Page {
	p := Page{ID: r.ID, Title: r.Title}
	if i := slices.IndexFunc(r.Members, func(m report.MemberRow) bool { return m.ID == member }); i >= 0 && member != "" {
		r = ofMember(r, r.Members[i])
		p = Page{ID: r.ID, Title: r.Title}
		p.fact("member of", "[["+strings.TrimSuffix(r.ID, "."+member)+"]]")
	}
	p.fact("section", r.Section)
	p.fact("severity", fmt.Sprintf("%s (%s)", r.Severity, Weight(r.Severity)))
	p.fact("in profiles", inProfiles(r.Profiles))
	p.fact("in force", inForce(r))
	p.fact("evidence", needed(r.Evidence))
	p.fact("looks at", over[r.Over])
	p.fact("composed of", links(r.ComposedOf))
	p.fact("tags", strings.Join(r.Tags, ", "))

	parts := PartsOf(r.Description)
	p.add(Section{Heading: "What it asks, and why", Text: paragraph(parts.Asks)})
	p.add(Section{Heading: "How it is tested", Text: []string{howTested(r)}})
	for _, kind := range outcomes {
		p.add(Section{Heading: kind.heading, Items: said(r.Messages, kind.rule)})
	}
	p.add(Section{Heading: "What it can say", Items: said(r.Messages, "")})
	p.add(Section{Heading: "What unknown means", Text: append(paragraph(parts.Unknown), neverMet)})
	p.add(Section{Heading: "What it cannot tell", Text: paragraph(parts.Limits)})
	p.add(Section{Heading: "Parameters", Items: settings(r)})
	p.add(Section{Heading: "What the profiles ask", Table: uses(r.Profiles)})
	p.add(Section{Heading: "Members", Table: members(r.Members)})
	p.add(Section{Heading: "What to do when it is not met", Text: given(r.Remedy)})
	p.add(Section{Heading: "What to ask the vendor", Text: given(r.Question)})
	p.add(Section{Heading: "Sources", Items: sources(r.Sources)})
	p.add(Section{Heading: "Counts as well", Items: clauses(r.Equivalents)})
	for _, good := range []bool{true, false} {
		p.add(Section{Heading: exampleHeading[good], Code: examplesOf(shown, good)})
	}
	return p
}

// ofMember is a requirement as one of its rows has it; what a row leaves out is
// the requirement's own.
func ofMember(r report.Requirement, m report.MemberRow) report.Requirement {
	asked := fmt.Sprintf("%s. "+rowOf+"%q.", strings.TrimRight(m.Title, "."), r.Title)
	r.Description = asked + " " + r.Description
	r.ID, r.Title, r.Severity = r.ID+"."+m.ID, m.Title, m.Severity
	r.Remedy, r.Question, r.Members = m.Remedy, m.Question, nil
	r.Messages = slices.DeleteFunc(slices.Clone(r.Messages), func(w report.Wording) bool {
		return len(w.Members) > 0 && !slices.Contains(w.Members, m.ID)
	})
	if len(m.Sources) > 0 {
		r.Sources = m.Sources
	}
	r.Profiles = slices.DeleteFunc(slices.Clone(r.Profiles), func(u report.Use) bool { return u.Member != m.ID })
	return r
}

// Proof is a level in words.
func Proof(level report.Level) string {
	switch level {
	case report.Evidenced:
		return "`evidenced`: a document in the bundle must show it"
	case report.Verified:
		return "`verified`: bidgate must have checked it"
	}
	return "any, also the vendor’s word"
}

// outcomes are what the public rules of a requirement mean for the reader.
var outcomes = []struct{ rule, heading string }{
	{"violation", "It is not met when"},
	{"review", "A person must look when"},
	{"not_applicable", "It does not apply when"},
	{"basis", "It is met only when"},
}

var exampleHeading = map[bool]string{true: "Evidence that meets it", false: "Evidence that does not"}

// neverMet is true of every requirement, whatever its description says.
const neverMet = "What was not sent is “not supplied”. What cannot be read, and what no rule speaks of, is for a person to look at. None of these ever counts as met."

// Weight is a severity in the words of officers.
func Weight(s report.Severity) string {
	switch s {
	case report.Blocking:
		return "mandatory"
	case report.Major:
		return "must clarify"
	case report.Minor:
		return "desirable"
	}
	return "information"
}

// over are the subjects of requirements in words.
var over = map[string]string{
	"sboms": "each SBOM", "threat_models": "each threat model", "declarations": "each declaration",
	"attestations": "each attestation", "vex": "each document on vulnerabilities", "lifecycle": "each lifecycle record",
	"attachments": "each attached document", "bundle": "the bundle as a whole",
}

// The forms of the arguments of messages: of a number with its words for one
// and for others the latter are shown.
var (
	counted = regexp.MustCompile(`\{(\w+):[^|{}]*\|([^|{}]*)\}`)
	percent = regexp.MustCompile(`\{(\w+):percent\}`)
	dated   = regexp.MustCompile(`\{(\w+):date\}`)
)

// wording is a message with its arguments by name alone.
func wording(text string) string {
	text = counted.ReplaceAllString(text, "{$1} $2")
	text = percent.ReplaceAllString(text, "{$1} %")
	return dated.ReplaceAllString(text, "{$1}")
}

// said are the messages of one public rule, or those of which no rule is known.
func said(messages []report.Wording, rule string) []string {
	var list []string
	for _, m := range messages {
		if slices.Contains(m.Rules, rule) || rule == "" && len(m.Rules) == 0 {
			list = append(list, wording(m.Text)+" (`"+m.Code+"`)")
		}
	}
	return list
}

func howTested(r report.Requirement) string {
	var b strings.Builder
	switch {
	case len(r.ComposedOf) > 0:
		return "It has no rules of its own: it is met when each of " + links(r.ComposedOf) + " is met, and the worst of them counts."
	case r.Over == "bundle":
		b.WriteString("The bundle is looked at as a whole.")
	default:
		fmt.Fprintf(&b, "Bidgate looks at %s by itself, and the worst outcome counts.", over[r.Over])
	}
	if len(r.Members) > 0 {
		fmt.Fprintf(&b, " Each of the %d members below is a finding of its own.", len(r.Members))
	}
	b.WriteString(" It passes on what was found and shown, never on silence. Words in braces stand for what the evidence holds.")
	return b.String()
}

func paragraph(sentences []string) []string {
	if len(sentences) == 0 {
		return nil
	}
	return []string{strings.Join(sentences, " ")}
}

func given(text string) []string {
	if text == "" {
		return nil
	}
	return []string{text}
}

func links(ids []string) string {
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = "[[" + id + "]]"
	}
	return strings.Join(list, ", ")
}

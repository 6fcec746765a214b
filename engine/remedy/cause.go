package remedy

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

// Cause is one reason for findings, with what removes it.
type Cause struct {
	Cause    string          `json:"cause"` // one sentence
	Severity report.Severity `json:"severity"`
	Document string          `json:"document"` // "" is the bundle
	Tool     string          `json:"tool"`     // that made the document, where it is known; else ""
	Version  string          `json:"version"`  // of the tool; may be ""
	// Specific says that a row on this very tool speaks of it.
	Specific bool     `json:"specific"`
	Findings []string `json:"findings"` // ids, sorted
	Messages []string `json:"messages"` // what the findings say, each once
	Titles   []string `json:"titles"`   // of the members among the findings, each once: their messages say "this"
	Fix      string   `json:"fix" enum:"flag,update,step,edit,none"`
	Do       string   `json:"do"`
	Run      string   `json:"run"`   // what to tell the tool; may be ""
	Edits    []Edit   `json:"edits"` // what to write
	// Confidence says how a row on the tool is known, and Source where that was
	// seen; "" where no row speaks of the cause.
	Confidence string `json:"confidence" enum:"tried,read,recalled"`
	Source     string `json:"source"`
	// Places are the first of them; Count is how many there are.
	Places []report.Place `json:"places"`
	Count  int            `json:"count"`
}

// Edit is what to write into a document.
type Edit struct {
	Where string `json:"where"` // document, metadata, subject, place, component, or a row of a threat model
	Add   string `json:"add"`   // members, as JSON or YAML; words in capitals stand for what only the vendor knows
	Needs string `json:"needs"` // the first version of the form that can hold it; "" for any
}

// maxPlaces is how many places a cause lists.
const maxPlaces = 20

// Causes groups all findings that are not met, the heaviest cause first and what
// the vendor cannot mend last. A
// finding that is made of others has no cause of its own.
func Causes(r *report.Report) ([]Cause, error) {
	t, err := read()
	if err != nil {
		return nil, err
	}
	g := &grouper{table: t, documents: documentsOf(r), causes: map[string]*Cause{}, places: map[string]map[report.Place]bool{}}
	for i := range r.Findings {
		if f := &r.Findings[i]; !f.PartOnly && !f.Advisory {
			g.finding(f)
		}
	}
	g.merge()
	return g.sorted(), nil
}

// document is what is known of a document.
type document struct{ form, format, tool, version string }

// documentsOf says of each document its form and its maker.
func documentsOf(r *report.Report) map[string]document {
	all := map[string]document{}
	for _, d := range r.Documents {
		known := document{format: d.Format}
		for _, form := range []string{"cyclonedx", "spdx", "summary", "declaration"} {
			if strings.HasPrefix(d.Format, form) {
				known.form = form
			}
		}
		all[d.Path] = known
	}
	for _, s := range r.Evidence.SBOMs {
		known := all[s.Document]
		known.tool = s.Generator
		if i := strings.LastIndexByte(s.Generator, ' '); i > 0 {
			if v := s.Generator[i+1:]; len(numbers(v)) > 0 {
				known.tool, known.version = s.Generator[:i], v
			}
		}
		all[s.Document] = known
	}
	return all
}

type grouper struct {
	table     *table
	documents map[string]document
	causes    map[string]*Cause
	places    map[string]map[report.Place]bool
	order     []string
}

// finding puts a finding under its causes.
func (g *grouper) finding(f *report.Finding) {
	if f.Outcome != report.OutcomeNotMet && f.Outcome != report.OutcomeOpen {
		return
	}
	if m, owed := firstOwed(f.NotSupplied); owed {
		g.missing(f, m)
	}
	for _, list := range [][]report.Statement{f.Violations, f.Reviews} {
		for i := range list {
			g.statement(f, &list[i])
		}
	}
	if len(f.NotSupplied)+len(f.Violations)+len(f.Reviews) == 0 && len(f.ComposedOf) == 0 {
		c := g.cause("silent|"+f.Requirement, f, report.Place{}, f.Title+".", FixEdit, f.Remedy)
		c.Count++
	}
}

// kindWords name kinds of evidence with what writes them.
var kindWords = map[string][2]string{
	"sbom":         {"no SBOM", "Make one with a tool for your build, and put the file into the bundle."},
	"threat_model": {"no threat model", "Put the file of your threat modelling tool into the bundle, or fill in the summary that `bidgate init` writes."},
	"declaration":  {"no declaration", "Fill in the form that `bidgate init` writes."},
	"vex":          {"no statements on vulnerabilities (VEX)", "Put a VEX document into the bundle; `bidgate help bundle` has examples."},
	"lifecycle":    {"no lifecycle record", "Put a lifecycle record into the bundle; `bidgate help bundle` has examples."},
	"attestation":  {"no attestation", "Fill in the declaration, and turn it into an attestation with `bidgate declaration convert`."},
}

// firstOwed is the kind to send first: where one of several kinds would do, all
// of them are owed, and one is asked for.
func firstOwed(owed []report.Missing) (report.Missing, bool) {
	for _, kind := range []string{"declaration", "sbom", "threat_model"} {
		if i := slices.IndexFunc(owed, func(m report.Missing) bool { return m.Kind == kind }); i >= 0 {
			return owed[i], true
		}
	}
	if len(owed) == 0 {
		return report.Missing{}, false
	}
	return owed[0], true
}

// missing is the cause of all findings that lack one kind of evidence.
func (g *grouper) missing(f *report.Finding, m report.Missing) {
	if m.From == "buyer" {
		c := g.cause("buyer|"+m.Kind, f, report.Place{}, fmt.Sprintf("The buyer brings no data of the kind %s, so nothing could be compared.", m.Kind), FixNone,
			"You cannot mend this; the buyer's own screening has the data.")
		c.Count++
		return
	}
	words, known := kindWords[m.Kind]
	if !known {
		words = [2]string{"no document of the kind " + m.Kind, f.Remedy}
	}
	c := g.cause("missing|"+m.Kind, f, report.Place{}, "The bundle holds "+words[0]+".", FixStep, words[1])
	c.Count++
}

// statement puts each document that a statement names under a cause.
func (g *grouper) statement(f *report.Finding, s *report.Statement) {
	places := s.Places
	if len(places) == 0 {
		places = []report.Place{{}}
	}
	first := map[string]bool{}
	for _, p := range places {
		c := g.of(f, s, p)
		if !first[p.Document] && s.PlacesTotal > len(s.Places) {
			c.Count += s.PlacesTotal - len(s.Places)
		}
		first[p.Document] = true
		if key := g.key(f, s, p); !g.places[key][p] {
			g.places[key][p] = true
			c.Count++
			if len(c.Places) < maxPlaces && p.Document != "" {
				c.Places = append(c.Places, p)
			}
		}
		if !slices.Contains(c.Messages, s.Message) && len(c.Messages) < maxPlaces {
			c.Messages = append(c.Messages, s.Message)
		}
	}
}

// key tells causes apart: by document and by the row of its tool, else by the
// requirement, by what is said and by what is to be done, which members may state
// each for itself.
func (g *grouper) key(f *report.Finding, s *report.Statement, p report.Place) string {
	d := g.documents[p.Document]
	if r := g.table.toolOf(d.tool, d.format).row(f.Requirement, f.ID, s.Code); r != nil {
		return "row|" + p.Document + "|" + r.Cause
	}
	return "own|" + p.Document + "|" + f.Requirement + "|" + s.Code + "|" + f.Remedy
}

func (g *grouper) of(f *report.Finding, s *report.Statement, p report.Place) *Cause {
	d := g.documents[p.Document]
	t := g.table.toolOf(d.tool, d.format)
	r := t.row(f.Requirement, f.ID, s.Code)
	key := g.key(f, s, p)
	if r == nil {
		c := g.cause(key, f, p, s.Message, FixEdit, f.Remedy)
		c.Tool, c.Version = d.tool, d.version
		g.addEdits(c, f, s, d.form)
		return c
	}
	c := g.cause(key, f, p, r.Cause, r.Fix, r.Do)
	c.Tool, c.Version, c.Specific, c.Run = t.Tool, d.version, true, r.Run
	c.Confidence, c.Source = r.Confidence, r.Source
	if r.Since != "" && older(d.version, r.Since) {
		c.Fix, c.Do = FixUpdate, fmt.Sprintf("Update %s, which is %s here, to %s or later. Then: %s", t.Tool, d.version, r.Since, r.Do)
	}
	form := d.form
	if len(t.Formats) > 0 { // what a tool's own format has no place for stands beside it
		form = supplement
	}
	g.addEdits(c, f, s, form)
	return c
}

func (g *grouper) addEdits(c *Cause, f *report.Finding, s *report.Statement, form string) {
	for _, e := range g.table.edits(f, s, form) {
		if !slices.Contains(c.Edits, e) {
			c.Edits = append(c.Edits, e)
		}
	}
}

// cause finds a cause, or begins it, and adds the finding to it.
func (g *grouper) cause(key string, f *report.Finding, p report.Place, sentence, fix, do string) *Cause {
	c := g.causes[key]
	if c == nil {
		c = &Cause{Cause: sentence, Severity: f.Severity, Document: p.Document, Fix: fix, Do: do, Findings: []string{}, Messages: []string{}, Titles: []string{}, Edits: []Edit{}, Places: []report.Place{}}
		g.causes[key], g.places[key] = c, map[report.Place]bool{}
		g.order = append(g.order, key)
	}
	if weight(f.Severity) < weight(c.Severity) {
		c.Severity = f.Severity
	}
	if i, found := slices.BinarySearch(c.Findings, f.ID); !found {
		c.Findings = slices.Insert(c.Findings, i, f.ID)
		if f.Member != "" && !slices.Contains(c.Titles, f.Title) {
			c.Titles = append(c.Titles, f.Title)
		}
	}
	return c
}

// sorted puts the heaviest causes first, and last those that are the buyer's.
func (g *grouper) sorted() []Cause {
	list := make([]Cause, 0, len(g.order))
	for _, key := range g.order {
		list = append(list, *g.causes[key])
	}
	slices.SortStableFunc(list, func(a, b Cause) int {
		return cmp.Or(buyers(&a)-buyers(&b), weight(a.Severity)-weight(b.Severity), len(b.Findings)-len(a.Findings), b.Count-a.Count)
	})
	return list
}

// buyers is 1 for a cause that the vendor can do nothing about.
func buyers(c *Cause) int {
	if c.Fix == FixNone && c.Tool == "" {
		return 1
	}
	return 0
}

func weight(s report.Severity) int {
	return slices.Index([]report.Severity{report.Blocking, report.Major, report.Minor, report.Info}, s)
}

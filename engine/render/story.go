package render

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

// story is a report as pages show it that people keep: HTML and Markdown. All
// text in it is inert; each format only writes it in its own way.
type story struct {
	Public   bool // names and places are withheld
	Digest   string
	Verdict  storyMark
	Facts    []storyPair
	Meaning  string
	Notice   string
	Next     string
	Problems []string
	Sections []storySection
	Advice   []string // findings that are not in force
	Records  []string // exceptions and determinations on file
	Papers   []storyPaper
	Coverage []storyCoverage
	Ages     *storyAges // nil where nothing is known
	Settings []storyPair
	Check    storyCheck
}

// storyMark is a status or verdict: symbol and words, and the word by which a
// style sheet knows it.
type storyMark struct{ Symbol, Words, Class string }

type storyPair struct{ Label, Text string }

// storyPaper is one document with what was understood of it.
type storyPaper struct {
	Mark                       storyMark
	Path, Kind, Format         string
	Size, Digest               string
	Understood, Problems       []string
	MoreProblems, DigestInFull string
}

type storyCoverage struct {
	Path   string
	Counts string
	Bars   []storyBar
}

// storyBar is one share of a whole: N of Total.
type storyBar struct {
	Label    string
	N, Total int
	Percent  int // rounded down, so that 100 means all
}

// Words say the share in numbers.
func (b storyBar) Words() string { return stateOf(b.N, b.Total) }

type storyCheck struct {
	Digests          []storyPair
	Versions, Replay string
	Limits           string
}

// newStory tells a report; at most most points are told in full.
func newStory(r *report.Report, public bool, most int) (*story, error) {
	v, err := newView(r)
	if err != nil {
		return nil, err
	}
	t := v.tally(r)
	m, known := verdictWords[r.Verdict]
	if !known {
		m = noVerdict
	}
	s := &story{
		Public: public, Digest: v.digest, Verdict: storyMarkOf(m), Meaning: meaning(r, t), Notice: notAward, Next: nextOf(r, t, pointsToFix, pointsToRaise),
		Facts: []storyPair{
			{labelOffer, offered(r.Offer)},
			{labelProfile, fmt.Sprintf(profileFormat, stated(r.Profile.Title, maxTitle), stated(r.Profile.ID, maxID), stated(r.Profile.Edition, maxWord))},
			{labelAsOf, stated(r.AsOf, maxWord)}, {labelTender, tenderName(r)}, {labelResult, results(r.Counts)},
		},
	}
	if r.Notice != "" {
		s.Notice = Escape(r.Notice, maxMessage)
	}
	s.tell(&storyteller{view: v, public: public, left: most})
	return s, nil
}

func tenderName(r *report.Report) string {
	if r.Tender.ID == "" {
		return noTender
	}
	return Escape(r.Tender.ID, maxTitle)
}

var styleClasses = map[style]string{good: "good", bad: "bad", warn: "warn", dim: "dim", note: "note"}

func storyMarkOf(m mark) storyMark { return storyMark{m.symbol, m.words, styleClasses[m.style]} }

// storyteller makes the parts of a story.
type storyteller struct {
	view
	public bool
	number int // of the last point
	left   int // points that may still be told in full
}

func (s *story) tell(b *storyteller) {
	for _, p := range b.Problems {
		s.Problems = append(s.Problems, b.problem(p))
	}
	s.Sections = b.sections()
	for _, f := range b.advice {
		text := storyMarkOf(markOf(f)).Words + ": " + stated(f.Title, maxTitle)
		if said := b.said(f); len(said) > 0 {
			text += ": " + b.message(said[0])
		}
		s.Advice = append(s.Advice, text)
	}
	s.Records = b.records()
	s.Papers = b.papers()
	for i, sbom := range b.Evidence.SBOMs {
		path := Escape(sbom.Document, maxPath)
		if b.public {
			path = kindWords["sbom"] + " " + strconv.Itoa(i+1)
		}
		s.Coverage = append(s.Coverage, storyCoverage{path, sbomCounts(sbom), bars(sbom.Coverage)})
	}
	s.Ages = b.ages()
	for _, q := range b.Parameters {
		text := notSet
		if q.Set {
			text = value(q.Value)
		}
		s.Settings = append(s.Settings, storyPair{stated(q.Name, maxID), text})
	}
	s.Check = b.check()
}

func bars(fields []report.Field) []storyBar {
	var list []storyBar
	for _, f := range fields {
		if f.Total > 0 && f.Stated >= 0 && f.Stated <= f.Total {
			list = append(list, storyBar{Escape(f.Field, maxWord), f.Stated, f.Total, f.Stated * 100 / f.Total})
		}
	}
	return list
}

func (b *storyteller) problem(p report.Problem) string {
	if b.public {
		return withheldProblem(stated(p.Code, maxWord))
	}
	text := stated(p.Message, maxMessage)
	if p.Limit != "" {
		text += " (" + limitCrossed + " " + Escape(p.Limit, maxWord) + ")"
	}
	if p.Place.Document != "" {
		text += " " + wordAt + " " + position(p.Place)
	}
	return text
}

func (b *storyteller) records() []string {
	var list []string
	for _, e := range b.Exceptions {
		state, ok := stateWords[e.State]
		if !ok {
			state = stated(e.State, maxWord)
		}
		if e.WholeTender {
			state = wholeTender + ", " + state
		}
		list = append(list, labelException+" "+stated(e.ID, maxWord)+" "+recordFor(record(e.Requirement, e.Member), state)+"; "+
			recordTerms(stated(e.Approver, maxName), stated(e.From, maxWord), stated(e.Until, maxWord))+". "+stated(e.Reason, maxMessage))
	}
	for _, d := range b.Determinations {
		used := determinationUnused
		if d.Used {
			used = determinationUsed
		}
		text := headDetermination + " " + record(d.Requirement, d.Member) + " " + used + ": " + person(d)
		if d.Place != "" && !b.public {
			text += " (" + Escape(d.Place, maxTitle) + ")"
		}
		list = append(list, text)
	}
	for _, f := range b.Provenance.Records {
		list = append(list, recordFile(f))
	}
	return list
}

func (b *storyteller) papers() []storyPaper {
	understood := b.understood()
	var list []storyPaper
	for i, d := range b.Documents {
		mark := readable(d)
		p := storyPaper{
			Mark: storyMark{mark.text, paperWords[mark.text], styleClasses[mark.style]},
			Path: Escape(d.Path, maxPath), Kind: kinds(d), Format: strings.TrimSpace(Escape(d.Format, maxWord) + " " + Escape(d.FormatVersion, maxWord)),
			Size: size(d.Size), Digest: short(d.SHA256), DigestInFull: stated(d.SHA256, maxID), Understood: understood[d.Path],
		}
		for j, problem := range d.Problems {
			if j == fewItems {
				p.MoreProblems = more(len(d.Problems)-j, "more problem", "more problems")
				break
			}
			p.Problems = append(p.Problems, b.problem(problem))
		}
		if b.public {
			p.Path, p.Understood = withheldDocument(i+1), nil
		}
		list = append(list, p)
	}
	return list
}

// understood sums up each document, by its path.
func (b *storyteller) understood() map[string][]string {
	by := map[string][]string{}
	e := b.Evidence
	add := func(path string, lines ...string) { by[path] = append(by[path], lines...) }
	for _, x := range e.SBOMs {
		add(x.Document, sbomIdentity(x))
	}
	for _, x := range e.ThreatModels {
		add(x.Document, append([]string{identity(x.Name, x.Version, x.Date), threats(x)}, modelNotes(x)...)...)
	}
	for _, x := range e.Declarations {
		add(x.Document, identity(x.Name, x.Version, x.Date), answers(x)+declared(x))
	}
	for _, x := range e.Attestations {
		add(x.Document, attestation(x))
	}
	for _, x := range e.Catalogues {
		add(x.Document, catalogue(x))
	}
	for _, x := range e.VEX {
		add(x.Document, vexIdentity(x), vexCounts(x))
	}
	for _, x := range e.Lifecycle {
		add(x.Document, lifecycle(x))
	}
	for _, x := range e.Attachments {
		add(x.Document, attachment(x))
	}
	return by
}

func (b *storyteller) check() storyCheck {
	v := b.Provenance
	c := storyCheck{Digests: []storyPair{
		{"report", b.digest}, {"bundle", stated(v.Bundle, maxID)}, {"policies", stated(v.Policy, maxID)},
		{"profile", stated(b.Profile.Digest, maxID)}, {"input", stated(v.Input, maxID)}, {"decision", stated(v.Decision, maxID)},
	}}
	if v.Annex != "" {
		c.Digests = append(c.Digests, storyPair{labelAnnex, stated(v.Annex, maxID)})
	}
	for _, d := range v.DataSets {
		c.Digests = append(c.Digests, storyPair{Escape(d.Name, maxWord), dataSet(stated(d.Digest, maxID), Escape(d.Date, maxWord), d.AgeDays, d.Records)})
	}
	if len(b.Limits) > 0 {
		c.Limits = limitsChanged(b.Limits)
	}
	if v.Engine != "" {
		c.Versions = versions(stated(v.Engine, maxWord), stated(v.OPA, maxWord))
	}
	if v.Replay != "" {
		c.Replay = Escape(v.Replay, maxMessage)
	}
	return c
}

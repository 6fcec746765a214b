package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/remedy"
	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/report"
)

const checkBundleHelp = `
Screens a bundle as its buyer will, and says what stands in the way by cause: one
for all components that lack the same thing, with the places, the edit that
repairs it, and what to tell the tool that made the document. The verdict and the
decision are those of ` + "`bidgate screen`" + ` with the same flags. --redact leaves out
names of documents, products and components, and keeps lines, counts and tools.
--fix writes a copy of the bundle and shows each change: open values and missing
answers of the forms are said to be unknown, forms and manifest have the digests of
the files that they name, and the manifest is in order. What is not certain it
leaves to you.`

// outputOnly are the flags of screen that choose reports, or concern many bids,
// which check has not.
var outputOnly = []string{"format", "export", "verbose", "reply-by", "browser", "inventory", "baseline", "bids", "results", "workers", "memory"}

func (p *program) checkCommand() *cli.Command {
	flags := slices.DeleteFunc(p.screenCommand().Flags, func(f cli.Flag) bool { return slices.Contains(outputOnly, f.Names()[0]) })
	return &cli.Command{
		Name:        "check",
		Usage:       "Say what a vendor has to mend in a bundle",
		ArgsUsage:   "BUNDLE",
		Description: checkBundleHelp,
		Flags:       append([]cli.Flag{listFormatFlag(), &cli.StringFlag{Name: "fix", Usage: "write a copy into the new folder `DIR`, with what is certain put right"}, &cli.BoolFlag{Name: "redact", Usage: "leave out what names the product, so that the output can be shown to others"}}, flags...),
		Action:      p.check,
	}
}

// checked is what check tells.
type checked struct {
	Verdict  report.Verdict `json:"verdict"`
	Bundle   string         `json:"bundle"`   // digest of its content
	Decision string         `json:"decision"` // digest, as the report of a screening has it
	AsOf     string         `json:"as_of"`
	Profile  string         `json:"profile"`
	Open     int            `json:"open"` // findings that are not met
	Causes   []remedy.Cause `json:"causes"`
	Mended   []mendedLine   `json:"mended,omitempty"` // in the copy that --fix writes
}

func (p *program) check(c *cli.Context) error {
	if c.NArg() > 1 || c.NArg() == 0 && c.String("fix") != "" {
		return wrongArguments("check", "one bundle", c.NArg())
	}
	options, err := p.sheetOptions(c)
	if err != nil {
		return err
	}
	return p.list(c.String("format"), func() (any, func(*bytes.Buffer), error) {
		result, failOn, err := p.screenOne(c)
		if err != nil {
			return nil, nil, err
		}
		r := result.Report
		if c.Bool("redact") {
			r = redacted(r)
		}
		told, err := causesOf(r)
		if err != nil {
			return nil, nil, err
		}
		folder := c.String("fix")
		if folder != "" {
			if told.Mended, err = p.fix(c, folder, result.Report); err != nil {
				return nil, nil, err
			}
			if c.Bool("redact") {
				told.Mended = redactedLines(told.Mended)
			}
		}
		p.status = worst([]report.Verdict{told.Verdict}, failOn)
		return told, func(w *bytes.Buffer) {
			s := render.NewSheet(options)
			checkedText(s, told)
			if folder != "" {
				mendedText(s, folder, told.Mended)
			}
			w.WriteString(s.String())
		}, nil
	})
}

// screenOne decides the one bundle that the arguments or the tender name.
func (p *program) screenOne(c *cli.Context) (*engine.Result, []report.Verdict, error) {
	b, err := p.buyer(c)
	if err != nil {
		return nil, nil, err
	}
	if len(b.bids) != 1 {
		return nil, nil, wrongArguments(c.Command.Name, "one bundle", len(b.bids))
	}
	open := p.openAhead(c.Context, b, true)
	e, err := p.load(c)
	if err != nil {
		return nil, nil, err
	}
	results, failOn, err := p.decide(c, e, b, open)
	if err != nil {
		return nil, nil, err
	}
	return results[0], failOn, nil
}

func causesOf(r *report.Report) (*checked, error) {
	causes, err := remedy.Causes(r)
	if err != nil {
		return nil, err
	}
	told := &checked{Verdict: r.Verdict, Bundle: r.Provenance.Bundle, Decision: r.Provenance.Decision, AsOf: r.AsOf, Profile: r.Profile.ID, Causes: causes}
	open := map[string]bool{}
	for _, cause := range causes {
		for _, id := range cause.Findings {
			open[id] = true
		}
	}
	told.Open = len(open)
	return told, nil
}

// verdictWords tell a vendor what a verdict is to him.
var verdictWords = map[report.Verdict]string{
	report.Meets:               "meets the profile",
	report.MeetsWithExceptions: "meets the profile with exceptions of the buyer",
	report.DoesNotMeet:         "does not meet the profile",
	report.Undetermined:        "undetermined: the buyer would have to ask you",
}

// severityWords are those that officers read.
var severityWords = map[report.Severity]string{
	report.Blocking: "mandatory", report.Major: "must clarify", report.Minor: "desirable", report.Info: "information",
}

// verdictTones and severityTones are how they are coloured.
var (
	verdictTones  = map[report.Verdict]render.Tone{report.Meets: render.Good, report.MeetsWithExceptions: render.Good, report.DoesNotMeet: render.Bad, report.Undetermined: render.Warn}
	severityTones = map[report.Severity]render.Tone{report.Blocking: render.Bad, report.Major: render.Warn}
)

func checkedText(s *render.Sheet, told *checked) {
	s.Put(0, 0, "", render.Say{Tone: verdictTones[told.Verdict], Text: capital(verdictWords[told.Verdict])})
	s.Rule()
	const column = 10
	s.Put(2, column, "profile", render.Say{Text: oneLine(told.Profile)})
	s.Put(2, column, "as of", render.Say{Text: told.AsOf})
	s.Put(2, column, "to mend", render.Say{Text: fmt.Sprintf("%s, for %s", count(len(told.Causes), "cause"), count(told.Open, "finding"))})
	s.Put(2, column, "decision", render.Say{Text: "as bidgate screen decides:"})
	s.Keep(4, 0, "", render.Say{Text: told.Decision})
	if len(told.Causes) == 0 && told.Verdict == report.Undetermined {
		s.Blank()
		s.Put(0, 0, "", render.Say{Text: "Nothing could be judged: begin with `bidgate init` on the folder."})
	}
	for i := range told.Causes {
		causeText(s, i+1, &told.Causes[i])
	}
}

func causeText(s *render.Sheet, n int, c *remedy.Cause) {
	number := fmt.Sprintf("%d. ", n)
	indent := len(number)
	s.Blank()
	s.Put(0, indent, strings.TrimSpace(number), render.Say{Tone: render.Bold, Text: oneLine(c.Cause)})
	made := ""
	if c.Count > 1 {
		made += fmt.Sprintf("· %d places ", c.Count)
	}
	if c.Tool != "" {
		made += "· made by " + strings.TrimSpace(c.Tool+" "+c.Version)
	}
	s.Put(indent, 0, "", render.Say{Tone: severityTones[c.Severity], Text: severityWords[c.Severity]}, render.Say{Text: " "}, render.Say{Text: composed(made)})
	others := slices.DeleteFunc(slices.Clone(c.Messages), func(message string) bool { return message == c.Cause })
	for _, message := range others[:min(len(others), 3)] {
		s.Put(indent, 2, "-", render.Say{Text: oneLine(message)})
	}
	const most = 3
	titlesText(s, indent, c)
	shown := placesText(c.Places)
	for _, text := range shown[:min(len(shown), most)] {
		s.Put(indent, 3, "at", render.Say{Text: text})
	}
	if more := c.Count - most - (len(c.Places) - len(shown)); more > 0 && len(shown) > most {
		s.Put(indent, 0, "", render.Say{Text: fmt.Sprintf("and %s more", count(more, "place"))})
	}
	const column = 7
	s.Put(indent, column, "Do", render.Say{Text: oneLine(c.Do + confidenceWords[c.Confidence])})
	if c.Run != "" {
		s.Keep(indent, column, "Run", render.Say{Text: oneLine(c.Run)})
	}
	for _, e := range c.Edits {
		s.Put(indent, column, "Write", render.Say{Text: oneLine(e.Add + ", in " + whereWords[e.Where] + suffix(", which needs CycloneDX ", e.Needs))})
	}
	s.Put(indent, column, "Closes", render.Say{Text: strings.Join(c.Findings[:min(len(c.Findings), 8)], ", ") + andMore(len(c.Findings)-8)})
}

// titlesText says what "this" is in the message of a member. What a row on a tool
// says stands for itself.
func titlesText(s *render.Sheet, indent int, c *remedy.Cause) {
	const most = 6
	if c.Specific {
		return
	}
	for _, title := range c.Titles[:min(len(c.Titles), most)] {
		s.Put(indent, 2, "-", render.Say{Text: oneLine(title)})
	}
	if more := len(c.Titles) - most; more > 0 {
		s.Put(indent, 0, "", render.Say{Text: fmt.Sprintf("and %d more", more)})
	}
}

// confidenceWords say of an advice how it is known, where that is not from the
// tool itself.
var confidenceWords = map[string]string{remedy.Recalled: " (Not checked with the tool.)"}

// whereWords name the object that an edit goes into.
var whereWords = map[string]string{
	"document": "the document itself", "metadata": "`metadata`", "subject": "`metadata.component`", "place": "each place listed",
	"component": "each component", "summary": "the summary beside it", "threat": "each threat, by its id, in `threats`", "assumption": "each assumption, by its id, in `assumptions`",
	"asset": "each asset, by its id, in `assets`", "adversary": "each attacker, by its id, in `adversaries`", "flow": "each flow, by its id, in `data_flows`",
}

// placesText are the places, each once: several findings may point at one.
func placesText(places []report.Place) []string {
	var list []string
	seen := map[string]bool{}
	for _, p := range places {
		if text := placeText(p); !seen[text] {
			seen[text] = true
			list = append(list, text)
		}
	}
	return list
}

func placeText(p report.Place) string {
	text := oneLine(p.Document)
	if p.Line > 0 {
		text += fmt.Sprintf(":%d:%d", p.Line, p.Column)
	}
	return strings.TrimSpace(text + "  " + oneLine(p.Name))
}

func andMore(n int) string {
	if n <= 0 {
		return ""
	}
	return fmt.Sprintf(" and %d more", n)
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

package render

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/url"
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

// The bounds within which code hosts take a SARIF file. What is cut is said in
// the run's notifications, and the report has it.
const (
	sarifResults   = 25_000
	sarifPlaces    = 100    // of one result
	sarifAllPlaces = 50_000 // of all of them
	sarifTags      = 20     // of one rule
)

// sarifBase names the root that paths are relative to: the bundle's own.
const sarifBase = "BUNDLE"

// writeSARIF writes a log in SARIF 2.1.0 with errata 01. Requirements are
// rules; what is not met, open or excused is a result, and what is met or does
// not apply is counted in the run's properties: a code host takes every result
// for an alert. It states no time, so that it is the same from run to run.
func writeSARIF(w io.Writer, r *report.Report, _ Options) error {
	v, err := newView(r)
	if err != nil {
		return err
	}
	run := sarifRun{
		Tool:        sarifTool{sarifDriver{Name: "bidgate", Version: Escape(r.Provenance.Engine, maxWord), Rules: []sarifRule{}}},
		Automation:  sarifID{sarifAutomation(r)},
		Bases:       map[string]sarifDescribed{sarifBase: {sarifMessage{sarifRoot}}},
		ColumnKind:  "unicodeCodePoints",
		Artifacts:   sarifArtifacts(r),
		Results:     []sarifResult{},
		Properties:  sarifRunProperties(v),
		Invocations: []sarifInvocation{{Successful: true, Notifications: []sarifNotification{}}},
	}
	run.fill(v)
	return writeIndented(w, "sarif", sarifLog{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0", Runs: []sarifRun{run},
	})
}

// fill adds a rule for every finding and what is to be told of it.
func (run *sarifRun) fill(v view) {
	places, cut := 0, 0
	for _, f := range v.findings {
		index := len(run.Tool.Driver.Rules)
		if index < sarifResults {
			run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRuleOf(v, f))
		}
		told := f.Outcome != report.OutcomeMet && f.Outcome != report.OutcomeNotApplicable
		switch {
		case f.Outcome == report.OutcomeError && !f.Advisory:
			run.Invocations[0].Successful = false
			run.notify("error", f.ID, sarifMessages(v.said(f)))
		case told && len(run.Results) == sarifResults:
			cut++
		case told:
			result := sarifResultOf(v, f, min(sarifPlaces, max(1, sarifAllPlaces-places)))
			result.RuleIndex = index
			places += len(result.Locations) + len(result.Related)
			run.Results = append(run.Results, result)
		}
	}
	if cut > 0 {
		run.notify("warning", "", sarifText(cutResults(cut)))
	}
	for _, p := range v.Problems {
		run.notify("warning", "", sarifText(p.Message))
	}
	for _, d := range v.Documents {
		for _, p := range d.Problems {
			run.notify("warning", "", sarifText(d.Path+": "+p.Message))
		}
	}
}

// notify adds what is to be told beside results, up to the bound for these.
func (run *sarifRun) notify(level, rule, text string) {
	list := &run.Invocations[0].Notifications
	if len(*list) >= sarifResults {
		return
	}
	n := sarifNotification{Level: level, Message: sarifMessage{text}}
	if rule != "" {
		n.Rule = &sarifID{Escape(rule, maxID)}
	}
	*list = append(*list, n)
}

func sarifRunProperties(v view) map[string]any {
	p := map[string]any{
		"reportDigest": v.digest, "verdict": string(v.Verdict), "asOf": Escape(v.AsOf, maxWord), "notice": Escape(v.Notice, maxMessage),
		"profile": Escape(v.Profile.ID, maxID), "profileDigest": Escape(v.Profile.Digest, maxID),
		"bundleDigest": Escape(v.Provenance.Bundle, maxID), "policyDigest": Escape(v.Provenance.Policy, maxID),
	}
	for _, s := range report.Statuses() {
		p["count."+string(s)] = counts(v.Counts)[s]
	}
	return p
}

// sarifAutomation tells uploads apart that belong to different offers; what
// follows the last slash would name a single run.
func sarifAutomation(r *report.Report) string {
	parts := []string{"bidgate", r.Profile.ID, r.Tender.ID, r.Offer.Vendor}
	for _, i := range r.Offer.Items {
		parts = append(parts, i.Product)
	}
	var id strings.Builder
	for _, p := range parts {
		if p != "" {
			id.WriteString(url.PathEscape(Escape(p, maxName)) + "/")
		}
	}
	return id.String()
}

// sarifFingerprint stays when a file grows or a line moves: it names what is
// asked of which product, of which there is one result.
func sarifFingerprint(r *report.Report, f *report.Finding) string {
	sum := sha256.New()
	parts := []string{f.ID, r.Offer.Vendor}
	for _, i := range r.Offer.Items {
		parts = append(parts, i.Product)
	}
	for _, p := range parts {
		fmt.Fprintf(sum, "%d:%s,", len(p), p)
	}
	return hex.EncodeToString(sum.Sum(nil))[:32]
}

// sarifArtifacts are the bundle and, in it, its documents.
func sarifArtifacts(r *report.Report) []sarifArtifact {
	list := []sarifArtifact{{Description: &sarifMessage{sarifBundle}, Hashes: sarifHash(r.Provenance.Bundle)}}
	for _, d := range r.Documents {
		parent := 0
		list = append(list, sarifArtifact{
			Location: &sarifArtifactLocation{URI: sarifURI(d.Path), Base: sarifBase}, Parent: &parent, Length: d.Size,
			Roles: []string{"analysisTarget"}, Hashes: sarifHash(d.SHA256),
		})
	}
	return list
}

func sarifHash(digest string) map[string]string {
	return map[string]string{"sha-256": Escape(strings.TrimPrefix(digest, "sha256:"), maxID)}
}

// sarifURI is a path of the bundle as a relative reference. Each segment is
// encoded, and a first one with a colon is not taken for a scheme.
func sarifURI(path string) string {
	segments := strings.Split(strings.ToValidUTF8(path, "\ufffd"), "/")
	for i, s := range segments {
		segments[i] = strings.ReplaceAll(url.PathEscape(s), ":", "%3A")
	}
	return strings.TrimLeft(strings.Join(segments, "/"), "/")
}

// sarifText makes text from outside inert in a message: there a link stands in
// brackets, and braces stand for arguments unless they are doubled.
func sarifText(s string) string { return escapeSARIF(s, maxMessage) }

func escapeSARIF(s string, columns int) string { return sarifMarks.Replace(Escape(s, columns)) }

var sarifMarks = strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`, "{", "{{", "}", "}}")

// sarifMessages join the first few reasons and count the rest.
func sarifMessages(said []report.Statement) string {
	var texts []string
	for i, s := range said {
		if i == fewPlaces && len(said) > fewPlaces+1 {
			texts = append(texts, "("+more(len(said)-i, "more reason", "more reasons")+")")
			break
		}
		texts = append(texts, sarifText(s.Message))
	}
	return strings.Join(texts, " ")
}

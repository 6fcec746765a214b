package engine

import (
	"context"
	"strings"
	"time"

	"github.com/bidgate/bidgate/engine/advisory"
	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/internal/policy"
	"github.com/bidgate/bidgate/engine/report"
)

// dataSets are the buyer's sets with their age on the day decided for.
func (c *screening) dataSets(asOf policy.Day) []policy.DataSet {
	list := []policy.DataSet{}
	if c.Data == nil {
		return list
	}
	for _, s := range c.Data.Sets() {
		set := policy.DataSet{Name: s.Name, Kind: string(s.Kind), Format: s.Format, Digest: s.Digest,
			Records: s.Records, Ecosystems: append([]string{}, s.Ecosystems...)}
		if date := statedDate(s.Date); date.State == evidence.Stated {
			set.Dated, set.Date, set.AgeDays = true, policy.Day(date.Value), asOf.Day-date.Value.Day
		}
		list = append(list, set)
	}
	return list
}

// setDate is the day of which a set is.
func setDate(s *policy.DataSet) evidence.Date {
	if !s.Dated {
		return evidence.Date{State: evidence.Absent}
	}
	return evidence.Date{State: evidence.Stated, Value: evidence.Day(s.Date)}
}

// dataSetList names the sets for the report.
func (c *screening) dataSetList() []report.DataSet {
	list := []report.DataSet{}
	for _, s := range c.input.DataSets {
		list = append(list, report.DataSet{Name: s.Name, Kind: s.Kind, Digest: s.Digest, Date: s.Date.Text, AgeDays: s.AgeDays, Records: s.Records})
	}
	return list
}

// match asks the buyer's data about the evidence, as far as somebody reads
// what it says: a profile that does not pays nothing. Advisories, lifecycle data
// and lists of sources are asked at once: they need nothing of each other, and
// the second processor has nothing else to do.
func (c *screening) match(ctx context.Context, keys map[string]bool) error {
	if c.Data == nil {
		return nil
	}
	sources := func() (sources, error) { return c.input.Sources, nil }
	if keys["sources"] {
		sources = beside(ctx, "the look at the lists of sources", c.matchSources)
	}
	if keys["matches"] {
		said := newVEXIndex(c.dossier)
		for i := range c.dossier.SBOMs {
			m, err := c.matchSBOM(ctx, i, said)
			if err != nil {
				return err
			}
			c.input.Matches[i] = m
		}
	}
	var err error
	if c.input.Sources, err = sources(); err != nil {
		return err
	}
	if keys["certificates"] {
		return c.matchCertificates()
	}
	return nil
}

// matchSBOM asks about one SBOM: its delivered software, and its subject.
func (c *screening) matchSBOM(ctx context.Context, sbom int, said *vexIndex) (matches, error) {
	rows, items := c.items(sbom)
	cycles := beside(ctx, "the look at lifecycle data", func() ([]advisory.CyclesFound, error) { return c.Data.Lifecycles(ctx, items) })
	found, err := c.Data.Match(ctx, items)
	if err != nil {
		return matches{}, err
	}
	m := unmatched(1)[0]
	for i, f := range found {
		for _, v := range f.Vulnerabilities {
			m.Vulnerabilities = append(m.Vulnerabilities, c.vulnerability(rows[i], &v))
		}
		m.Coverage.Withdrawn.add(rows[i], len(f.Withdrawn))
		m.Coverage.Blind.add(rows[i], len(f.Blind))
		if rows[i] == subjectRow {
			continue
		}
		m.Coverage.Total++
		m.Coverage.Advisory.add(f.Look, rows[i])
	}
	if m.Vulnerabilities, err = said.join(c, sbom, m.Vulnerabilities); err != nil {
		return matches{}, err
	}
	ends, err := cycles()
	if err != nil {
		return matches{}, err
	}
	m.addLifecycle(rows, ends)
	return m, nil
}

// items are what is asked about one SBOM, with the row of each; -1 is the subject.
func (c *screening) items(sbom int) (rows []int, items []advisory.Item) {
	table := c.dossier.Components[sbom]
	release, built := systemRelease(table), sourcePackages(c.dossier.Properties[sbom])
	s := &c.dossier.SBOMs[sbom].Subject
	shipped := 1
	for row := range table {
		if table[row].Shipped() {
			shipped++
		}
	}
	rows, items = make([]int, 0, shipped), make([]advisory.Item, 0, shipped)
	rows = append(rows, subjectRow)
	items = append(items, advisory.Item{PURL: s.PURL.Value, CPE: s.CPE.Value, Type: s.Type.Value,
		Group: s.Group.Value, Name: s.Name.Value, Version: s.Version.Value, Release: release})
	for row := range table {
		if p := &table[row]; p.Shipped() {
			rows = append(rows, row)
			items = append(items, advisory.Item{PURL: p.PURL, CPE: p.CPE, Type: p.Type, Group: p.Group,
				Name: p.Name, Version: p.Version, Release: release, Source: built[row].name, SourceVersion: built[row].whole()})
		}
	}
	return rows, items
}

// systemRelease is the release of the operating system that an SBOM is of;
// "" where it lists none or several.
func systemRelease(table []evidence.Component) string {
	release, systems := "", 0
	for i := range table {
		if table[i].Type == "operating-system" && table[i].Shipped() {
			release, systems = table[i].Version, systems+1
		}
	}
	if systems != 1 {
		return ""
	}
	return release
}

func (l *lookedUp) add(look advisory.Look, row int) {
	list := [...]*[]evidence.Row{
		advisory.LookedUp: &l.LookedUp, advisory.ByName: &l.ByName, advisory.NoIdentifier: &l.NoIdentifier,
		advisory.NoVersion: &l.NoVersion, advisory.BadVersion: &l.BadVersion, advisory.NotCovered: &l.NotCovered,
	}[look]
	*list = append(*list, evidence.Row(row))
}

func (w *withdrawnCount) add(row, records int) {
	if records > 0 {
		w.Records += records
		w.Rows = append(w.Rows, evidence.Row(row))
	}
}

// vulnerability is what the data says of one, in the input's form.
func (c *screening) vulnerability(row int, v *advisory.Vulnerability) vulnerability {
	out := vulnerability{
		Row: row, ID: v.ID, Aliases: append([]string{}, v.Aliases...), Records: []advisoryRecord{},
		By: v.By, Weak: v.Weak, Fixed: append([]string{}, v.Fixed...),
		Published: statedDate(v.Published), Modified: statedDate(v.Modified), Severity: severityOf(v.Severity),
		KEV:  knownExploited{DataSet: -1, Added: statedDate(""), Due: statedDate(""), Ransomware: evidence.Flag{State: evidence.Absent}},
		EPSS: exploitChance{Probability: noNumber, Percentile: noNumber, Date: statedDate("")},
		SSVC: decisionPoints{Exploitation: textOf(""), Automatable: textOf(""), Impact: textOf(""), Date: statedDate("")},
		Said: []vexSaid{}, Status: vexStatusInForce{Status: "none", AuthorIs: "unknown", Said: -1},
	}
	for _, r := range v.Records {
		out.Records = append(out.Records, advisoryRecord{ID: r.ID, DataSet: r.Set, Range: r.Range})
	}
	if k := v.KEV; k != nil {
		out.KEV = knownExploited{Listed: true, DataSet: v.KEVSet, Name: k.Name, Added: statedDate(k.Added), Due: statedDate(k.Due),
			Ransomware: ransomware(k.Ransomware), Action: k.Action}
	}
	if s := v.EPSS; s != nil {
		out.EPSS = exploitChance{Probability: numberOf(s.Probability), Percentile: numberOf(s.Percentile),
			Date: setDate(&c.input.DataSets[v.EPSSSet])}
	}
	if p := v.SSVC; p != nil {
		out.SSVC = decisionPoints{Exploitation: textOf(strings.ToLower(p.Exploitation)), Automatable: textOf(strings.ToLower(p.Automatable)),
			Impact: textOf(strings.ToLower(p.Impact)), Date: statedDate(p.Date)}
	}
	return out
}

func severityOf(s advisory.Scored) severity {
	switch {
	case s.Type != "":
		return severity{State: evidence.Stated, Type: s.Type, Vector: s.Vector, Score: s.Score, Rating: s.Rating}
	case s.Stated: // in a notation that has no score
		return severity{State: evidence.Unsupported}
	}
	return severity{State: evidence.Absent}
}

// ransomware reads CISA's words: Unknown is known not to be known.
func ransomware(word string) evidence.Flag {
	switch strings.ToLower(word) {
	case "known":
		return evidence.Flag{State: evidence.Stated, Value: true}
	case "unknown":
		return evidence.Flag{State: evidence.Unknown}
	}
	return evidence.Flag{State: evidence.Absent}
}

var noNumber = evidence.Number{State: evidence.Absent}

func numberOf(value float64) evidence.Number {
	return evidence.Number{State: evidence.Stated, Value: value}
}

func textOf(value string) evidence.Text {
	if value == "" {
		return evidence.Text{State: evidence.Absent}
	}
	return evidence.Text{State: evidence.Stated, Value: value}
}

// statedDate is a date as a data set has it: a day, or a time that counts as its
// day in UTC.
func statedDate(text string) evidence.Date {
	if text == "" {
		return evidence.Date{State: evidence.Absent}
	}
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		t, err = time.Parse(time.RFC3339Nano, text)
	}
	if err != nil || t.UTC().Year() <= 1 {
		return evidence.Date{State: evidence.Invalid}
	}
	return evidence.Date{State: evidence.Stated, Value: evidence.Day{Day: int(t.UTC().Truncate(24*time.Hour).Unix() / 86400), Text: text}}
}

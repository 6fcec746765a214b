package advisory

import (
	"slices"
	"strings"
	"time"
)

// osvRecord holds the parts of an OSV record (schema 1.0 to 1.7) that matching
// needs. What a later minor version adds is passed over.
type osvRecord struct {
	Version   text          `json:"schema_version"`
	ID        string        `json:"id"`
	Modified  string        `json:"modified"`
	Published string        `json:"published"`
	Withdrawn string        `json:"withdrawn"`
	Aliases   []string      `json:"aliases"`
	Upstream  []string      `json:"upstream"`
	Summary   text          `json:"summary"`
	Severity  []osvSeverity `json:"severity"`
	Affected  []osvAffected `json:"affected"`
}

type osvSeverity struct {
	Type  string `json:"type"`
	Score text   `json:"score"`
}

type osvAffected struct {
	Package struct {
		Ecosystem string `json:"ecosystem"`
		Name      text   `json:"name"`
		PURL      string `json:"purl"`
	} `json:"package"`
	Ranges   []osvRange    `json:"ranges"`
	Versions []text        `json:"versions"`
	Severity []osvSeverity `json:"severity"`
}

type osvRange struct {
	Type   string            `json:"type"`
	Repo   string            `json:"repo"`
	Events []map[string]text `json:"events"`
}

// osvEvents are the events of a range, one in each object.
var osvEvents = []string{"introduced", "fixed", "last_affected", "limit"}

// osvRanges are the types of range.
var osvRanges = []string{"ECOSYSTEM", "SEMVER", "GIT"}

// readOSV reads one record, a list of records or a record on each line.
func readOSV(r *reading, d document) error {
	return d.values(r.limits, func(value []byte, line int) error {
		advisory, err := parseOSV(value)
		if err == nil {
			err = r.add(advisoryRecord(advisory))
		}
		if err != nil {
			return r.invalid(within(err, d.name, value, line, advisory.ID))
		}
		return nil
	})
}

// parseOSV reads one record. With an error the advisory holds its id at most.
func parseOSV(value []byte) (*Advisory, error) {
	record := osvRecord{}
	if err := decode(value, &record); err != nil {
		return &Advisory{ID: record.ID}, err
	}
	if err := record.check(); err != nil {
		return &Advisory{ID: record.ID}, err
	}
	a := &Advisory{
		ID: record.ID, Published: stated(record.Published), Modified: stated(record.Modified), Withdrawn: record.Withdrawn,
		Aliases: append([]string{}, record.Aliases...), Upstream: append([]string{}, record.Upstream...),
		Summary: string(record.Summary), Severity: osvSeverities(record.Severity),
		Affected: make([]Affected, len(record.Affected)),
	}
	for i := range record.Affected {
		a.Affected[i] = record.Affected[i].affected()
	}
	return a, nil
}

// check holds a record to what the schema asks of the parts that are used.
func (o *osvRecord) check() error {
	if major, _, _ := strings.Cut(string(o.Version), "."); major != "" && major != "1" {
		return refuse("version %s of the OSV schema is not known; 1.x is", printable(string(o.Version)))
	}
	if o.ID == "" || strings.ContainsAny(o.ID, " \t\r\n") {
		return refuse("the record has no id, or one with a space in it")
	}
	if o.Modified == "" {
		return refuse("the record does not say when it was modified")
	}
	for _, at := range []struct{ name, value string }{{"modified", o.Modified}, {"published", o.Published}, {"withdrawn", o.Withdrawn}} {
		if _, err := time.Parse(time.RFC3339, at.value); err != nil && at.value != "" {
			return refuse("%s is not a date and time such as 2026-01-31T12:00:00Z: %s", at.name, printable(at.value))
		}
	}
	for i := range o.Affected {
		if err := o.Affected[i].check(); err != nil {
			return err
		}
	}
	return checkSeverities(o.Severity)
}

// checkSeverities asks for type and score. Which types there are is left open:
// later versions of the schema add some.
func checkSeverities(list []osvSeverity) error {
	for _, s := range list {
		if s.Type == "" || s.Score == "" {
			return refuse("a severity has no type or no score")
		}
	}
	return nil
}

func (a *osvAffected) check() error {
	if p := a.Package; (p.Ecosystem == "") != (p.Name == "") || p.PURL != "" && p.Name == "" {
		return refuse("an affected package does not have both a name and an ecosystem")
	}
	for i := range a.Ranges {
		if err := a.Ranges[i].check(); err != nil {
			return err
		}
	}
	return checkSeverities(a.Severity)
}

func (r *osvRange) check() error {
	if !slices.Contains(osvRanges, r.Type) {
		return refuse("%s is not a type of range of OSV; it is one of %s", printable(r.Type), strings.Join(osvRanges, ", "))
	}
	if r.Type == "GIT" && r.Repo == "" {
		return refuse("a range of commits does not say of which repository")
	}
	said := map[string]bool{}
	for _, event := range r.Events {
		if len(event) != 1 {
			return refuse("an event of a range says %d things, and one is asked for", len(event))
		}
		for name, value := range event {
			if !slices.Contains(osvEvents, name) || value == "" {
				return refuse("an event of a range is not one of %s with a version", strings.Join(osvEvents, ", "))
			}
			said[name] = true
		}
	}
	switch {
	case !said["introduced"]:
		return refuse("a range does not say in which version the vulnerability was introduced")
	case said["fixed"] && said["last_affected"]:
		return refuse("a range says both fixed and last_affected, and one of them is asked for")
	}
	return nil
}

func (a *osvAffected) affected() Affected {
	out := Affected{
		Ecosystem: a.Package.Ecosystem, Name: string(a.Package.Name), PURL: a.Package.PURL,
		Ranges: make([]Range, len(a.Ranges)), Versions: make([]string, len(a.Versions)), Severity: osvSeverities(a.Severity),
	}
	for i, version := range a.Versions {
		out.Versions[i] = string(version)
	}
	for i, r := range a.Ranges {
		out.Ranges[i] = Range{Type: r.Type, Events: make([]Event, len(r.Events))}
		for j, event := range r.Events {
			out.Ranges[i].Events[j] = Event{
				Introduced: string(event["introduced"]), Fixed: string(event["fixed"]),
				LastAffected: string(event["last_affected"]), Limit: string(event["limit"]),
			}
		}
	}
	return out
}

// stated is a time, or "" for the zero time of Go, by which some publishers say
// that they do not know.
func stated(time string) string {
	if strings.HasPrefix(time, "0001-01-01") {
		return ""
	}
	return time
}

func osvSeverities(list []osvSeverity) []Severity {
	out := make([]Severity, len(list))
	for i, s := range list {
		out[i] = Severity{Type: s.Type, Score: string(s.Score)}
	}
	return out
}

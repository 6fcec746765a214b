package advisory

import (
	"slices"
	"strings"
)

// cveRecord holds the parts of a CVE record (JSON 5.x) with CISA's decision points.
type cveRecord struct {
	Type     string `json:"dataType"`
	Version  text   `json:"dataVersion"`
	Metadata struct {
		ID    string `json:"cveId"`
		State string `json:"state"`
	} `json:"cveMetadata"`
	Containers struct {
		ADP []struct {
			Metrics []struct {
				Other struct {
					Type    string      `json:"type"`
					Content ssvcContent `json:"content"`
				} `json:"other"`
			} `json:"metrics"`
		} `json:"adp"`
	} `json:"containers"`
}

// ssvcContent is read loosely: content of other types has other fields.
type ssvcContent struct {
	Timestamp string              `json:"timestamp"`
	Options   []map[string]string `json:"options"`
}

// ssvcPoints are the decision points with the values that CISA gives them.
var ssvcPoints = map[string][]string{
	"Exploitation":     {"none", "poc", "active"},
	"Automatable":      {"no", "yes"},
	"Technical Impact": {"partial", "total"},
}

// readVulnrichment reads CVE records. One without decision points gives no
// record, and is no fault: CISA has not decided about it.
func readVulnrichment(r *reading, d document) error {
	return d.values(r.limits, func(value []byte, line int) error {
		record := cveRecord{}
		err := decode(value, &record)
		if err == nil {
			err = r.points(&record)
		}
		if err != nil {
			return r.invalid(within(err, d.name, value, line, record.Metadata.ID))
		}
		return nil
	})
}

func (r *reading) points(record *cveRecord) error {
	switch id := record.Metadata.ID; {
	case record.Type != "CVE_RECORD" || !strings.HasPrefix(string(record.Version), "5."):
		return refuse("this is not a CVE record of version 5")
	case !cvePattern().MatchString(id):
		return refuse("%s is not a CVE id", printable(id))
	}
	points := Points{CVE: record.Metadata.ID}
	for _, container := range record.Containers.ADP {
		for _, metric := range container.Metrics {
			content := metric.Other.Content
			if metric.Other.Type != "ssvc" || day(content.Timestamp) < points.Date {
				continue
			}
			points.Date = day(content.Timestamp)
			if err := points.read(content.Options); err != nil {
				return err
			}
		}
	}
	if points.Exploitation == "" && points.Automatable == "" && points.Impact == "" {
		return nil
	}
	return r.add(pointsRecord(&points))
}

func (p *Points) read(options []map[string]string) error {
	for _, option := range options {
		for name, value := range option {
			known, ok := ssvcPoints[name]
			if !ok {
				continue // a point that later editions add
			}
			value = strings.ToLower(value)
			if !slices.Contains(known, value) {
				return refuse("%s is not a value of %s", printable(value), name)
			}
			*map[string]*string{"Exploitation": &p.Exploitation, "Automatable": &p.Automatable, "Technical Impact": &p.Impact}[name] = value
		}
	}
	return nil
}

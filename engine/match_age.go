package engine

import (
	"math"

	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/report"
)

// ageSpans are the spans of ages by the most days that each takes, for a
// picture: they judge nothing. The last two have no number of days.
var ageSpans = []struct {
	name string
	most int
}{{"up_to_30", 30}, {"up_to_90", 90}, {"up_to_365", 365}, {"up_to_1095", 1_095}, {"over_1095", math.MaxInt}, {"future", -1}, {"unknown", -1}}

// vulnerabilityAge counts the vulnerabilities by age; nil where there are none.
func (c *screening) vulnerabilityAge() *report.VulnerabilityAge {
	age := &report.VulnerabilityAge{Ages: make([]report.AgeSpan, len(ageSpans))}
	for i, span := range ageSpans {
		age.Ages[i].Span = span.name
	}
	some := false
	for i := range c.input.Matches {
		for j := range c.input.Matches[i].Vulnerabilities {
			some = true
			c.countAge(age, &c.input.Matches[i].Vulnerabilities[j])
		}
	}
	if !some {
		return nil
	}
	return age
}

func (c *screening) countAge(age *report.VulnerabilityAge, v *vulnerability) {
	days := c.input.AsOf.Day - v.Published.Value.Day
	at := len(ageSpans) - 1
	switch {
	case v.Published.State != evidence.Stated:
	case days < 0:
		at--
	default:
		for at = 0; days > ageSpans[at].most; at++ { // the last of the spans with days takes all
		}
	}
	span := &age.Ages[at]
	span.Total++
	if v.KEV.Listed {
		span.Exploited++
	}
	if v.Status.Status == "not_affected" || v.Status.Status == "fixed" {
		span.Settled++
		return
	}
	if at < len(ageSpans)-2 && (age.OldestID == "" || days > age.OldestDays || days == age.OldestDays && v.ID < age.OldestID) {
		age.OldestID, age.OldestDays = v.ID, days
	}
}

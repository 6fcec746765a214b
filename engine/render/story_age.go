package render

import (
	"github.com/bidgate/bidgate/engine/report"
)

// storyAges tell how long the vulnerabilities of the components have been
// public, span by span.
type storyAges struct {
	Rows   []storyAge
	Oldest string // in words; "" where none is open and dated
}

// storyAge is one span with its bar: what is settled stands first and is as
// high as the bar, what is open is lower, and the exploited are a line below.
type storyAge struct {
	Label, Words             string
	Settled, Open, Exploited int
	Most                     int // of all spans, the width of the picture
}

// ages tells nothing where nothing is known of vulnerabilities.
func (b *storyteller) ages() *storyAges {
	age := b.Evidence.VulnerabilityAge
	if age == nil {
		return nil
	}
	a := &storyAges{}
	most := 1
	for _, s := range age.Ages {
		most = max(most, s.Total)
	}
	for _, s := range age.Ages {
		if words, known := ageWords[s.Span]; known && s.Total > 0 {
			settled := min(max(s.Settled, 0), s.Total)
			a.Rows = append(a.Rows, storyAge{words, ageCount(s), settled, s.Total - settled, min(max(s.Exploited, 0), s.Total), most})
		}
	}
	if age.OldestID != "" {
		a.Oldest = oldest(b.oldestName(age), age.OldestDays)
	}
	return a
}

// oldestName withholds which vulnerability it is where names are withheld: it
// gives the component away.
func (b *storyteller) oldestName(age *report.VulnerabilityAge) string {
	if b.public {
		return ""
	}
	return stated(age.OldestID, maxID)
}

package advisory

import (
	"math"
	"strings"

	cvss20 "github.com/pandatix/go-cvss/20"
	cvss30 "github.com/pandatix/go-cvss/30"
	cvss31 "github.com/pandatix/go-cvss/31"
	cvss40 "github.com/pandatix/go-cvss/40"
)

// Scored is a vector with its base score.
type Scored struct {
	Type   string // CVSS_V2, CVSS_V3, CVSS_V4; "" where nothing could be scored
	Vector string
	Score  float64 // 0 to 10
	Rating string  // none, low, medium, high, critical; "" where nothing could be scored
	// Stated says that a record has a severity, also one that cannot be scored.
	Stated bool
}

// ScoreVector gives a vector's base score by its own notation. For CVSS 4.0 that is
// the score of the vector as it stands, which has no separate base score.
func ScoreVector(vector string) (Scored, bool) {
	s := Scored{Vector: vector, Stated: true}
	var err error
	switch {
	case len(vector) > 512:
		return s, false
	case strings.HasPrefix(vector, "CVSS:4.0/"):
		var v *cvss40.CVSS40
		if v, err = cvss40.ParseVector(vector); err == nil {
			s.Type, s.Score = "CVSS_V4", v.Score()
		}
	case strings.HasPrefix(vector, "CVSS:3.1/"):
		var v *cvss31.CVSS31
		if v, err = cvss31.ParseVector(vector); err == nil {
			s.Type, s.Score = "CVSS_V3", v.BaseScore()
		}
	case strings.HasPrefix(vector, "CVSS:3.0/"):
		var v *cvss30.CVSS30
		if v, err = cvss30.ParseVector(vector); err == nil {
			s.Type, s.Score = "CVSS_V3", v.BaseScore()
		}
	default:
		var v *cvss20.CVSS20
		if v, err = cvss20.ParseVector(strings.Trim(vector, "()")); err == nil {
			s.Type, s.Score = "CVSS_V2", v.BaseScore()
		}
	}
	if err != nil || s.Type == "" {
		return s, false
	}
	s.Score = math.Round(s.Score*10) / 10
	s.Rating = rating(s.Score)
	return s, true
}

// rating is the qualitative scale of CVSS 3.x and 4.0, which NVD uses for 2.0
// too except that 2.0 has no critical.
func rating(score float64) string {
	switch {
	case score == 0:
		return "none"
	case score < 4:
		return "low"
	case score < 7:
		return "medium"
	case score < 9:
		return "high"
	}
	return "critical"
}

// highest keeps the higher of two; at equal scores the newer notation, then the
// vector that comes first in text.
func highest(a, b Scored) Scored {
	stated := a.Stated || b.Stated
	keep := a
	switch {
	case b.Type == "":
	case a.Type == "", b.Score > a.Score:
		keep = b
	case b.Score == a.Score && (b.Type > a.Type || b.Type == a.Type && b.Vector < a.Vector):
		keep = b
	}
	keep.Stated = stated
	return keep
}

func severityOf(list []Severity) Scored {
	var best Scored
	for _, s := range list {
		scored, _ := ScoreVector(s.Score)
		best = highest(best, scored)
	}
	if best.Type == "" {
		best.Vector = ""
	}
	return best
}

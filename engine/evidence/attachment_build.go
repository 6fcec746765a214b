package evidence

import (
	"reflect"
	"strings"
)

// Provenance is what a statement says of how something was built: the
// provenance of SLSA, or a summary of somebody who verified one.
type Provenance struct {
	State     State `json:"state"`
	Builder   Text  `json:"builder"`    // who or what built it, by id
	BuildType Text  `json:"build_type"` // how it was built, by id
	Verifier  Text  `json:"verifier"`   // of a summary: who verified it, by id
	// Levels are those that a summary states, as SLSA_BUILD_LEVEL_3.
	Levels Texts `json:"levels"`
}

// readProvenance reads the predicate of a statement, in the forms of SLSA 0.1 to
// 1.x. Other predicates say nothing of builds.
func readProvenance(r *spotReader, predicateType string, predicate spot) Provenance {
	p := Provenance{}
	complete(reflect.ValueOf(&p).Elem())
	switch {
	case strings.HasPrefix(predicateType, "https://slsa.dev/provenance/"):
		p.State = Stated
		p.Builder = r.text(predicate.get("runDetails", "builder", "id"))
		p.BuildType = r.text(predicate.get("buildDefinition", "buildType"))
		if p.Builder.State == Absent {
			p.Builder = r.text(predicate.get("builder", "id"))
		}
		if p.BuildType.State == Absent {
			p.BuildType = r.text(predicate.get("buildType"))
		}
	case strings.HasPrefix(predicateType, "https://slsa.dev/verification_summary/"):
		p.State = Stated
		p.Verifier = r.text(predicate.get("verifier", "id"))
		for _, level := range r.entries(predicate.get("verifiedLevels")) {
			if t := r.text(level); t.State == Stated {
				p.Levels.State = Stated
				p.Levels.Items = append(p.Levels.Items, t.Value)
			}
		}
		if result := r.text(predicate.get("verificationResult")); result.Value != "PASSED" {
			p.Levels = Texts{State: Absent, Items: []string{}} // what was not passed has no level
		}
	}
	return p
}

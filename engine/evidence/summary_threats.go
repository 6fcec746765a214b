package evidence

import "slices"

// summaryReader does what reading one field at a time cannot: it links threats
// with mitigations and derives status and severity.
type summaryReader struct {
	*formReader
	src   *source
	model *ThreatModel
}

func (s *summaryReader) threats() {
	s.model.keyThreats()
	s.model.linkThreats()
	likelihoods := scaleWords(s.model.Scale.Likelihood, likelihoodWords)
	impacts := scaleWords(s.model.Scale.Impact, impactWords)
	for i := range s.model.Scale.Matrix.Items {
		row := &s.model.Scale.Matrix.Items[i]
		s.rating(&row.Likelihood, likelihoods, row.Location+"/likelihood")
	}
	for i := range s.model.Threats.Items {
		t := &s.model.Threats.Items[i]
		s.status(t)
		if t.Response.State == Stated {
			t.ResponseBasis = "stated"
		}
		s.rating(&t.Likelihood, likelihoods, t.Location+"/likelihood")
		s.rating(&t.Impact, impacts, t.Location+"/impact")
		s.severity(t)
	}
}

// keyThreats gives every threat a key of its own: its id, else its place.
func (m *ThreatModel) keyThreats() {
	taken := map[string]bool{}
	for i := range m.Threats.Items {
		t := &m.Threats.Items[i]
		t.Key = t.ID.Value
		if t.Key == "" || taken[t.Key] {
			t.Key = t.Location
		}
		taken[t.Key] = true
	}
}

// linkThreats turns the ids in threats[].mitigations and mitigations[].threats into
// rows. An id that several entries have stands for one of them, or the rows
// would grow with the product of both lists: of mitigations one that is not in
// place, if there is one, and of threats the first, so that no threat is
// called mitigated by it.
func (m *ThreatModel) linkThreats() {
	mitigations := map[string]Row{}
	for i, mitigation := range m.Mitigations.Items {
		id := mitigation.ID.Value
		if first, taken := mitigations[id]; id != "" && (!taken || inPlace(m.Mitigations.Items[first]) && !inPlace(mitigation)) {
			mitigations[id] = Row(i)
		}
	}
	byThreat := map[string][]Row{}
	for i, mitigation := range m.Mitigations.Items {
		for _, id := range mitigation.Threats.Items {
			byThreat[id] = append(byThreat[id], Row(i))
		}
	}
	for i := range m.Threats.Items {
		t := &m.Threats.Items[i]
		rows, missing := slices.Clone(t.Mitigations), []string{}
		for _, id := range t.MissingMitigations {
			if found, ok := mitigations[id]; ok {
				rows = append(rows, found)
			} else {
				missing = append(missing, id)
			}
		}
		if t.ID.Value != "" {
			rows = append(rows, byThreat[t.ID.Value]...)
			delete(byThreat, t.ID.Value)
		}
		slices.Sort(rows)
		t.Mitigations, t.MissingMitigations = append([]Row{}, slices.Compact(rows)...), missing
	}
}

// inPlace says that a mitigation is implemented, verified or not.
func inPlace(m Mitigation) bool {
	return m.Status.Value == "implemented" || m.Status.Value == "verified"
}

// progress says whether a threat has a mitigation in place (done), and whether
// it has one that is only proposed, planned, in progress, of unknown status or
// missing (pending).
func (m *ThreatModel) progress(t *Threat) (done, pending bool) {
	pending = len(t.MissingMitigations) > 0
	for _, row := range t.Mitigations {
		switch m.Mitigations.Items[row].Status.Value {
		case "implemented", "verified":
			done = true
		case "rejected", "retired":
		default:
			pending = true
		}
	}
	return done, pending
}

// status checks a stated status and derives an absent one (reference formats
// 1.4). A status that is stated as unknown, or that cannot be read, stays so:
// deriving one would hide it.
func (s *summaryReader) status(t *Threat) {
	t.StatusBasis = "stated"
	switch {
	case t.Status.State == Stated:
		if done, _ := s.model.progress(t); t.Status.Value == "mitigated" && !done {
			s.later(s.src, codeContradiction, t.Location+"/status",
				"the threat is called mitigated and none of its mitigations is implemented; add or correct its mitigations, or its status")
		}
		return
	case t.Status.State != Absent:
		return
	}
	s.model.deriveStatus(t)
}

// deriveStatus gives a threat that states no status the one that follows from
// its response and its mitigations: mitigated where at least one is in place
// and none is pending.
func (m *ThreatModel) deriveStatus(t *Threat) {
	t.StatusBasis = "derived"
	derived := map[string]string{"accept": "accepted", "transfer": "transferred", "avoid": "avoided"}
	value, decided := derived[t.Response.Value]
	done, pending := m.progress(t)
	switch {
	case decided:
	case done && !pending:
		value = "mitigated"
	default:
		value = "open"
		if t.Response.State != Stated && len(t.Mitigations) == 0 {
			t.StatusBasis = "default"
		}
	}
	t.Status = Text{State: Stated, Value: value}
}

// scaleWords is the vocabulary of a rating: the values of the model's own
// scale where it declares them, else those of TM-BOM.
func scaleWords(own Texts, standard *words) *words {
	if own.State != Stated || len(own.Items) == 0 {
		return standard
	}
	const shown = 10 // in a message
	also := map[string]string{}
	for _, value := range own.Items {
		if _, taken := also[snake(value)]; !taken {
			also[snake(value)] = value
		}
	}
	return &words{values: own.Items[:min(len(own.Items), shown)], also: also}
}

// rating checks a likelihood or an impact against its scale.
func (s *summaryReader) rating(value *Text, scale *words, at string) {
	if value.State != Stated {
		return
	}
	word, ok := scale.find(value.Value)
	if !ok {
		s.later(s.src, codeUnknownValue, at, "%s is not a value of the scale; write one of %s", quoted(value.Value), scale.list())
		*value = Text{State: Invalid}
		return
	}
	value.Value = word
}

// severity derives severity and score from likelihood and impact by the matrix
// of TM-BOM, where they are not stated and the ratings are words of it.
func (s *summaryReader) severity(t *Threat) {
	t.SeverityBasis = "none"
	if t.Severity.State == Stated {
		t.SeverityBasis = "stated"
	}
	t.deriveSeverity()
}

// deriveSeverity is severity without the basis of a stated one.
func (t *Threat) deriveSeverity() {
	likelihood, impact := rank(likelihoodWords, t.Likelihood), rank(impactWords, t.Impact)
	if likelihood == 0 || impact == 0 {
		return
	}
	score := likelihood * impact
	if absent(t.RiskScore.State) {
		t.RiskScore = Number{State: Stated, Value: float64(score)}
	}
	if absent(t.Severity.State) {
		severity, _ := severityWords.find(riskLevel(score))
		t.Severity = Text{State: Stated, Value: severity}
		t.SeverityBasis = "derived"
	}
}

// rank is the number of a rating in its TM-BOM scale, from 1; 0 when it is no
// word of it.
func rank(scale *words, rating Text) int {
	word, ok := scale.find(rating.Value)
	if !ok {
		return 0
	}
	return slices.Index(scale.values, word) + 1
}

// riskLevel is the level of a score of 1 to 25 in the TM-BOM matrix.
func riskLevel(score int) string {
	switch {
	case score <= 2:
		return "very_low"
	case score <= 4:
		return "low"
	case score <= 9:
		return "medium"
	case score <= 12:
		return "high"
	case score <= 16:
		return "very_high"
	}
	return "critical"
}

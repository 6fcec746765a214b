package evidence

import (
	"slices"
	"strconv"
	"strings"
)

// statusMark begins the annotation by which bidgate states an answer in full:
// a score can say neither "not applicable" nor "unknown".
const statusMark = "status="

// undatedMark ends the annotation of an answer without a date: an annotation
// must have one.
const undatedMark = "; undated"

// answers puts in an answer for each entry of a map that names a clause.
func (f *cdxaForm) answers() {
	for _, entry := range f.cdxaReader.entries() {
		if f.over() {
			return
		}
		if f.clause(entry.get("requirement").plain()) != "" {
			f.put("answers[]", f.answer(entry))
		}
	}
}

func (f *cdxaForm) answer(entry spot) *node {
	a := f.object(entry.at)
	f.set(a, "requirement", f.word(f.clause(entry.get("requirement").plain()), entry.get("requirement").at))
	claims := f.named(slices.Concat(entry.get("claims").list(), entry.get("counterClaims").list()), f.claims)
	status, note := f.status(entry, claims)
	f.set(a, "status", status)
	f.statement(a, entry, claims, status.text)
	for _, claim := range claims {
		for _, ref := range claim.get("evidence").list() {
			if f.over() {
				break
			}
			f.proof(a, ref)
		}
	}
	f.answerParts(a, claims)
	if note.n != nil {
		f.set(a, "responsible", f.person(note.get("annotator", "individual")))
		if !strings.HasSuffix(note.get("text").plain(), undatedMark) {
			f.set(a, "date", f.date(note.get("timestamp")))
		}
	}
	if confidence := entry.get("confidence", "score"); confidence.there() {
		f.set(a, "confidence", f.number(confidence.plain(), confidence.at))
	}
	f.plan(a, entry, claims)
	return a
}

// named looks references up, each once, and leaves out those that lead nowhere.
func (f *cdxaForm) named(refs []spot, in map[string]spot) []spot {
	var found []spot
	seen := map[string]bool{}
	for _, ref := range refs {
		if s, ok := in[ref.plain()]; ok && !seen[s.at] {
			seen[s.at] = true
			found = append(found, s)
		}
	}
	return found
}

// score is a degree of conformance from 0 to 1.
func score(s spot) (float64, bool) {
	if s.n == nil || s.n.kind != numberNode {
		return 0, false
	}
	value, err := strconv.ParseFloat(s.n.text, 64)
	return value, err == nil && value >= 0 && value <= 1
}

// scored is the status that a map entry says by its score. Counter-claims win
// over claims: an entry with any is not met, or partial where its score says
// that both were weighed.
func scored(entry spot) (status string, at spot) {
	at = entry.get("conformance", "score")
	value, there := score(at)
	against := len(entry.get("counterClaims").list()) > 0
	switch {
	case there && value > 0 && value < 1:
		return "partial", at
	case against:
		return "not_met", entry.get("counterClaims")
	case !there:
		return "unknown", entry
	case value == 0:
		return "not_met", at
	}
	return "met", at
}

// status is what an entry answers. Our own annotation says it more exactly,
// and counts where the score bears it out.
func (f *cdxaForm) status(entry spot, claims []spot) (status *node, note spot) {
	word, at := scored(entry)
	for _, claim := range claims {
		if found, ok := f.remarks[claim.get("bom-ref").plain()]; ok {
			note = found
			break
		}
	}
	if note.n == nil {
		return f.word(word, at.at), note
	}
	told, _, _ := strings.Cut(strings.TrimPrefix(note.get("text").plain(), statusMark), ";")
	told = snake(told)
	switch {
	case told == word, told == "not_applicable" && word == "unknown":
		return f.word(told, note.get("text").at), note
	case word != "not_met":
		word = "unknown"
	}
	f.problem(codeContradiction, note.get("text"), "the annotation says %s and the map says another thing of the same answer; let both say the same", quoted(told))
	return f.word(word, at.at), note
}

// statement puts in what is claimed, and why. A claim whose predicate is its
// reasoning makes no statement of what is not met.
func (f *cdxaForm) statement(a *node, entry spot, claims []spot, status string) {
	var said, why []spot
	for _, claim := range claims {
		predicate, reasoning := claim.get("predicate"), claim.get("reasoning")
		why = append(why, reasoning)
		if status == "met" || status == "partial" || predicate.plain() != reasoning.plain() {
			said = append(said, predicate)
		}
	}
	if status != "met" && len(f.texts(why).Items) == 0 {
		why = append(why, entry.get("conformance", "rationale"))
	}
	f.set(a, "statement", f.joined(said))
	f.set(a, "justification", f.joined(why))
}

// joined is the different texts of some places as one, at the first of them.
func (f *cdxaForm) joined(places []spot) *node {
	texts := f.texts(places)
	if texts.State != Stated {
		return nil
	}
	text := strings.Join(texts.Items, "\n")
	if len(text) > f.limits.MaxStringBytes {
		text = texts.Items[0]
	}
	at := places[slices.IndexFunc(places, func(s spot) bool { return f.text(s).State == Stated })]
	return f.word(text, at.at)
}

// answerParts puts in the parts that the claims are about; a claim about the
// product, or about nothing that is there, is about all of it.
func (f *cdxaForm) answerParts(a *node, claims []spot) {
	var parts []*node
	seen := map[string]bool{}
	for _, claim := range claims {
		part, ok := f.parts[claim.get("target").plain()]
		if !ok {
			return
		}
		if id := f.partID(part); !seen[id] {
			seen[id] = true
			parts = append(parts, f.word(id, claim.get("target").at))
		}
	}
	for _, part := range parts {
		f.add(a, "parts", part)
	}
}

// plan puts in how and when what is not met will be: the strategies that the
// entry or its claims name.
func (f *cdxaForm) plan(a *node, entry spot, claims []spot) {
	refs := entry.get("conformance", "mitigationStrategies").list()
	for _, claim := range claims {
		refs = append(refs, claim.get("mitigationStrategies").list()...)
	}
	strategies := f.named(refs, f.items)
	if len(strategies) == 0 {
		return
	}
	plan := f.object(strategies[0].at)
	var texts []spot
	for _, s := range strategies {
		texts = append(texts, s.get("description"))
	}
	f.set(plan, "text", f.joined(texts))
	f.set(plan, "due", f.date(strategies[0].get("expires")))
	f.set(a, "remediation", plan)
}

// proof puts in what an answer rests on, with the place in it.
func (f *cdxaForm) proof(a *node, ref spot) {
	id, ok := f.evidence[ref.plain()]
	if !ok {
		return
	}
	p := f.object(ref.at)
	f.set(p, "ref", f.word(id, ref.at))
	if item := f.items[ref.plain()]; item.n != nil {
		url := item.get("data").first().get("contents", "url")
		if _, pointer, found := strings.Cut(url.plain(), "#"); found && pointer != "" {
			f.set(p, "pointer", f.word(pointer, url.at))
		}
	}
	f.add(a, "evidence", p)
}

package evidence

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// modelReader is what the readers of threat-model formats share: it turns the
// values of a gated tree into fields of the normal form, keeps what the model
// says of its ids, and collects warnings. A reader fills in model and then
// calls result, which links, derives, marks and counts in one way for all.
//
// The reader of a format has little to say of a vendor's slips: tools write
// what their schemas forbid (reference formats 1.5). So an odd value is a
// Warning of the model; a Problem is for what keeps the model from being read.
type modelReader struct {
	src      *source
	root     spot
	model    *ThreatModel
	form     *modelForm
	limits   Limits
	problems []Problem
	dropped  int // warnings over the bound
	told     map[[2]string]bool

	ids  map[string]map[string]spot // the first entry, by sort of entry and id
	uses []modelUse

	actorZones map[string]Text // the trust zones of actors, by id
}

// modelUse is one place that names an entry of one of several sorts.
type modelUse struct {
	sorts []string
	id    string
	at    string
}

// newModelReader parses the document and begins a model at root, which is the
// whole document; a file of several models takes at for each.
func newModelReader(src *source, l Limits, name string) (*modelReader, *Problem) {
	l = l.withDefaults()
	root, problem := src.parse(l)
	if problem != nil {
		return nil, problem
	}
	r := &modelReader{src: src, form: modelFormOf(name), limits: l}
	r.begin(spot{n: root})
	return r, nil
}

// begin starts a model at a place of the document.
func (r *modelReader) begin(at spot) {
	r.root, r.dropped = at, 0
	r.model = &ThreatModel{Format: r.form.name, Location: at.at}
	r.ids, r.uses, r.told, r.actorZones = map[string]map[string]spot{}, nil, map[[2]string]bool{}, map[string]Text{}
}

// warn adds a warning to the model, up to the bound on problems. One thing is
// told once, however many times it is read.
func (r *modelReader) warn(code string, at spot, format string, args ...any) {
	once := [2]string{at.at, code + format}
	if r.told[once] {
		return
	}
	r.told[once] = true
	if len(r.model.Warnings) >= r.limits.MaxProblems {
		r.dropped++
		return
	}
	r.model.Warnings = append(r.model.Warnings, Warning{Code: code, Text: fmt.Sprintf(format, args...), Location: at.at})
}

// text reads a text, or a number as it is written. Words such as "unknown" and
// "TBD" become the state that they say.
func (r *modelReader) text(s spot) Text {
	switch {
	case !s.there():
		return Text{}
	case s.n.kind != stringNode && s.n.kind != numberNode:
		r.warn(warnUnknownValue, s, "this must be a text; write it as one")
		return Text{State: Invalid}
	}
	return statedText(s.n.text)
}

// label is text without HTML tags, for titles and names.
func (r *modelReader) label(s spot) Text {
	if s.n == nil || s.n.kind != stringNode {
		return r.text(s)
	}
	return statedText(withoutTags(s.n.text)) // before states: <b>x</b> is no unfilled template
}

// word reads a text by a vocabulary. A word that the vocabulary does not have
// becomes unknown with a warning; it is never guessed.
func (r *modelReader) word(s spot, w *words) Text {
	t := r.text(s)
	if t.State == Invalid || !s.there() {
		return t
	}
	raw := strings.TrimSpace(s.n.text) // a vocabulary may know "unknown" or "n/a"
	if value, ok := w.find(raw); ok {
		if value == "" { // a word that says that nothing is decided
			return Text{State: Unknown}
		}
		return Text{State: Stated, Value: value}
	}
	if t.State != Stated {
		return t
	}
	r.warn(warnUnknownValue, s, "%s is not a value that the format has here, so it counts as unknown; correct it", quoted(raw))
	return Text{State: Unknown}
}

// texts reads a list of texts; a single text is a list of one. Entries that
// say nothing are left out.
func (r *modelReader) texts(s spot) Texts {
	if !s.there() {
		return Texts{}
	}
	entries := s.list()
	if s.n.kind != arrayNode {
		entries = []spot{s}
	}
	list := Texts{State: Stated}
	for _, entry := range entries {
		if t := r.text(entry); t.State == Stated {
			list.Items = append(list.Items, t.Value)
		}
	}
	if s.n.kind != arrayNode && len(list.Items) == 0 {
		list.State = r.text(s).State
	}
	return list
}

// date reads a calendar date or a date-time.
func (r *modelReader) date(s spot) Date {
	t := r.text(s)
	if t.State != Stated {
		return Date{State: t.State}
	}
	day, ok := parseDay(t.Value)
	if !ok {
		r.warn(warnUnknownValue, s, "%s is not a date; write it as year, month and day, such as \"2026-09-14\"", quoted(t.Value))
		return Date{State: Invalid}
	}
	return Date{State: Stated, Value: day}
}

// flag reads true or false, also in quotes.
func (r *modelReader) flag(s spot) Flag {
	if !s.there() {
		return Flag{}
	}
	value, ok := flagWords[strings.ToLower(strings.TrimSpace(s.n.text))]
	switch {
	case ok && (s.n.kind == boolNode || s.n.kind == stringNode):
		return Flag{State: Stated, Value: value}
	case s.n.kind == stringNode && wordState(s.n.text) != Stated:
		return Flag{State: wordState(s.n.text)}
	}
	r.warn(warnUnknownValue, s, "this must be true or false; write one of them")
	return Flag{State: Invalid}
}

// number reads a number, also in quotes; what is none is invalid.
func (r *modelReader) number(s spot) Number {
	t := r.text(s)
	if t.State != Stated {
		return Number{State: t.State}
	}
	value, err := strconv.ParseFloat(strings.TrimSpace(t.Value), 64)
	if err != nil || math.IsInf(value, 0) || math.IsNaN(value) {
		r.warn(warnUnknownValue, s, "%s is not a number; write one", quoted(t.Value))
		return Number{State: Invalid}
	}
	return Number{State: Stated, Value: value}
}

// person reads a name as a person; a name that is not there is no person.
func (r *modelReader) person(s spot) Person {
	name := r.text(s)
	p := Person{State: name.State, Name: name}
	if s.there() {
		p.Location = s.at
	}
	return p
}

// rows reads a list with one function for each entry. A list that the document
// has is stated, also when it is empty; one that is not there is absent.
func rows[T any](r *modelReader, s spot, read func(spot) T) List[T] {
	switch {
	case !s.there():
		return List[T]{}
	case s.n.kind != arrayNode:
		r.warn(warnUnknownValue, s, "this must be a list; write it as one")
		return List[T]{State: Invalid}
	}
	list := List[T]{State: Stated, Items: make([]T, 0, len(s.n.children))}
	for _, entry := range s.list() {
		list.Items = append(list.Items, read(entry))
	}
	return list
}

// name notes the id of an entry of a sort, such as "component"; an id that
// another entry of the sort has is told with both places.
func (r *modelReader) name(sort, id string, at spot) {
	if id == "" {
		return
	}
	have := r.ids[sort]
	if have == nil {
		have = map[string]spot{}
		r.ids[sort] = have
	}
	if first, taken := have[id]; taken {
		r.warn(warnDuplicateID, at, "the id %s of a %s is also that of the one at line %d; give each an id of its own", quoted(id), sort, first.line())
		return
	}
	have[id] = at
}

// refer notes that a place names an entry of one of the sorts. What nothing is
// named is told once all entries are read.
func (r *modelReader) refer(at spot, id string, sorts ...string) {
	if id != "" {
		r.uses = append(r.uses, modelUse{sorts: sorts, id: id, at: at.at})
	}
}

// has says that an entry of the sort has the id.
func (r *modelReader) has(sort, id string) bool {
	_, ok := r.ids[sort][id]
	return ok
}

// checkUses warns of names that nothing has.
func (r *modelReader) checkUses() {
	for _, u := range r.uses {
		if !slices.ContainsFunc(u.sorts, func(sort string) bool { return r.has(sort, u.id) }) {
			r.warn(warnDangling, spot{at: u.at}, "%s is the id of no %s in this model; correct it or add the entry", quoted(u.id), strings.Join(u.sorts, " or "))
		}
	}
}

// statedText is a text with the state that its words say.
func statedText(text string) Text {
	if state := wordState(text); state != Stated {
		return Text{State: state}
	}
	return Text{State: Stated, Value: strings.TrimSpace(text)}
}

// withoutTags takes HTML tags out of a text: what stands from "<" and a letter
// or "/" to the next ">".
func withoutTags(text string) string {
	if !strings.Contains(text, "<") {
		return text
	}
	var b strings.Builder
	for {
		i := strings.IndexByte(text, '<')
		if i < 0 || i+1 == len(text) {
			break
		}
		if next := text[i+1]; next != '/' && !isAlphanumeric(next) {
			b.WriteString(text[:i+1])
			text = text[i+1:]
			continue
		}
		end := strings.IndexByte(text[i:], '>')
		if end < 0 {
			break
		}
		b.WriteString(text[:i])
		text = text[i+end+1:]
	}
	b.WriteString(text)
	return b.String()
}

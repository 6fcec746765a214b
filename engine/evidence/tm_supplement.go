package evidence

import (
	"reflect"
	"slices"
	"strings"
)

// Codes of what is wrong with a summary that says that it completes another
// model of the bundle: both say something, and not the same; anything else.
const (
	codeSupplementDiffers = "supplement_differs"
	codeSupplement        = "supplement"
)

// supplement lets each summary that says supplements: <path> fill in what the
// format of that model cannot say, and takes it off the list of models: it is
// a part of the other one, and judged alone it would lack all that is written
// there. A summary that completes nothing, because its path leads nowhere, say,
// stays a model of its own, with a problem that says why.
func (d *Dossier) supplement(l Limits) {
	d.extend(l)
	taken := map[int]bool{}
	for i := range d.ThreatModels {
		summary := &d.ThreatModels[i]
		if summary.Supplements.Path.State != Stated {
			continue
		}
		summary.Supplements.State = Stated
		s := supplementer{d: d, summary: summary, most: l.MaxProblems, pairs: map[string][]rowPair{}}
		if s.model = s.find(); s.model == nil {
			continue
		}
		taken[i] = true
		s.model.SupplementedBy = Supplement{
			State: Stated, Path: Text{State: Stated, Value: d.Bundle.Documents[summary.Document].Path}, Model: -1, Document: summary.Document,
		}
		s.fill()
	}
	if len(taken) == 0 {
		return
	}
	kept := []ThreatModel{}
	for i := range d.ThreatModels {
		if !taken[i] {
			kept = append(kept, d.ThreatModels[i])
		}
	}
	d.ThreatModels = kept
}

// supplementer fills one model in from one summary.
type supplementer struct {
	d              *Dossier
	summary, model *ThreatModel
	most           int
	within         string // where the summary stands in its document
	rederive       bool   // a field that others follow from was filled in
	pairs          map[string][]rowPair
}

// problem tells of the summary's document; the values of the model stand.
func (s *supplementer) problem(pointer, format string, args ...any) {
	s.problemOf(codeSupplement, pointer, format, args...)
}

// differs is the problem that both say something, and not the same.
func (s *supplementer) differs(pointer, format string, args ...any) {
	s.problemOf(codeSupplementDiffers, pointer, format, args...)
}

func (s *supplementer) problemOf(code, pointer, format string, args ...any) {
	doc := &s.d.Bundle.Documents[s.summary.Document]
	if len(doc.Problems) < s.most {
		doc.Problems = append(doc.Problems, s.d.sources[s.summary.Document].problem(code, s.place(pointer), format, args...))
	}
}

// place is a pointer into the summary as one into its document. Entries of lists
// know theirs already.
func (s *supplementer) place(pointer string) string {
	if s.within != "" && strings.HasPrefix(pointer, s.within+"/") {
		return pointer
	}
	return s.within + pointer
}

// find is the model that the summary names; nil, with a problem, when it
// cannot complete any.
func (s *supplementer) find() *ThreatModel {
	path, at := s.summary.Supplements.Path.Value, "/supplements"
	row := s.d.documentAt(path)
	if row < 0 {
		s.problem(at, "the file %s is not in the bundle; add it or correct the path", quoted(path))
		return nil
	}
	var models []*ThreatModel
	for i := range s.d.ThreatModels {
		if m := &s.d.ThreatModels[i]; m.Document == row {
			models = append(models, m)
		}
	}
	if len(models) > 1 { // several in one file: the one of the same product or title
		named := func(m *ThreatModel) bool {
			name := foldName(s.summary.Product.Name.Value)
			return name == "" || name != foldName(m.Product.Name.Value) && name != foldName(m.Title.Value)
		}
		models = slices.DeleteFunc(models, named)
	}
	switch {
	case len(models) == 0:
		s.problem(at, "the file %s holds no threat model that was read and that this summary could complete; correct the path, or write the whole model here", quoted(path))
	case len(models) > 1:
		s.problem(at, "the file %s holds several threat models of one name; give each a name of its own", quoted(path))
	case models[0].Supplements.Path.State == Stated:
		s.problem(at, "the file %s says itself that it completes another one; name that one", quoted(path))
	case models[0].SupplementedBy.State == Stated:
		s.problem(at, "the file %s is completed by %s already; write all in one summary", quoted(path), quoted(models[0].SupplementedBy.Path.Value))
	case len(models[0].Unsupported) == 0:
		s.problem(at, "the format of the file %s can say all that a summary says; write it there and take this summary out", quoted(path))
	default:
		return models[0]
	}
	return nil
}

// fill takes every field that the model's format cannot say, and says of every
// other one that both state in different ways that it was not taken.
func (s *supplementer) fill() {
	from, into := reflect.ValueOf(s.summary).Elem(), reflect.ValueOf(s.model).Elem()
	for _, path := range s.model.Unsupported {
		list, field, ofRows := cutRows(from, path)
		if ofRows {
			s.fillRows(list, field, path)
			continue
		}
		steps := strings.Split(path, ".")
		s.take(fieldsAt(from, steps)[0], fieldsAt(into, steps)[0], path, "/"+strings.Join(steps, "/"))
	}
	s.compareHead()
	for _, list := range []string{"threats", "mitigations", "assumptions", "components", "data_flows", "assets"} {
		s.compareRows(list)
	}
	s.settle()
}

// cutRows cuts a path to a field of a list's entries; ofRows is false for a
// path that goes through no list.
func cutRows(model reflect.Value, path string) (list, field string, ofRows bool) {
	list, field, _ = strings.Cut(path, ".")
	f, ok := fieldByJSON(model.Type(), list)
	if !ok || field == "" {
		return "", "", false
	}
	return list, field, model.FieldByIndex(f.Index).FieldByName("Items").IsValid()
}

// take copies one field where the summary says something and the model could
// not. A method that was derived gives way to one that is stated.
func (s *supplementer) take(from, into reflect.Value, path, pointer string) bool {
	told := from.FieldByName("State").Interface().(State)
	if absent(told) || told == Invalid || told == Unsupported || path == "method" && s.summary.MethodBasis == "derived" {
		return false
	}
	if into.FieldByName("State").Interface().(State) != Unsupported && !s.derived(path, from) {
		if !reflect.DeepEqual(from.Interface(), into.Interface()) {
			s.differs(pointer, "the model says otherwise, or something else that it says decides this; correct one of them: the model's word stands")
		}
		return false
	}
	into.Set(from)
	if path == "method" {
		s.model.MethodBasis = s.summary.MethodBasis
	}
	if strings.HasPrefix(path, "scope.") {
		s.model.Scope.State = Stated
	}
	if !slices.Contains(s.model.SupplementedBy.Fields, path) {
		s.model.SupplementedBy.Fields = append(s.model.SupplementedBy.Fields, path)
	}
	return true
}

// derived says that a field of the model's head was derived by its reader: that
// gives way to what a person writes. That there is no interface is no such word
// where the flows of the model show one.
func (s *supplementer) derived(path string, from reflect.Value) bool {
	switch path {
	case "method":
		return s.model.MethodBasis == "derived"
	case "interfaces":
		ofFlow := func(i Interface) bool { return i.Basis == "derived" }
		return from.FieldByName("Items").Len() > 0 && slices.ContainsFunc(s.model.Interfaces.Items, ofFlow)
	}
	return false
}

// settle derives again what follows from the fields that were filled in, and
// counts again.
func (s *supplementer) settle() {
	m := s.model
	form := modelFormOf(m.Format)
	for i := range m.Threats.Items {
		t := &m.Threats.Items[i]
		if s.rederive && form.derives && t.StatusBasis != "stated" {
			t.Status = Text{}
			m.deriveStatus(t)
		}
		t.deriveSeverity()
	}
	m.Counts = countThreats(m)
	slices.Sort(m.SupplementedBy.Fields)
}

// from is the document that says a field: the summary's, where the field was
// taken from it.
func (m *ThreatModel) from(field string) int {
	if m.supplied(field) {
		return m.SupplementedBy.Document
	}
	return m.Document
}

// supplied says that a field was taken from a summary.
func (m *ThreatModel) supplied(field string) bool {
	return m.SupplementedBy.State == Stated && slices.Contains(m.SupplementedBy.Fields, field)
}

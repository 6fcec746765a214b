package evidence

import (
	"reflect"
	"slices"
	"strings"
)

// headFields are the fields of a model that are no list of entries with ids.
var headFields = strings.Fields(`product.name product.version product.purl product.cpe title version date reviewed_at next_review
	authors reviewers owner approver method scope.description scope.in scope.out exposure criticality impact_domains
	actors adversaries dependencies trust_zones trust_boundaries interfaces abuse_cases failure_modes validation`)

// compareHead says which fields of the model's head the summary states though
// the model's own format has a place for them. Their values are not taken.
func (s *supplementer) compareHead() {
	for _, path := range headFields {
		if slices.Contains(s.model.Unsupported, path) {
			continue
		}
		steps := strings.Split(path, ".")
		pointer := "/" + strings.Join(steps, "/")
		into := fieldsAt(reflect.ValueOf(s.model).Elem(), steps)[0].Interface()
		switch from := fieldsAt(reflect.ValueOf(s.summary).Elem(), steps)[0]; value := from.Interface().(type) {
		case Text:
			s.compareText(value, into.(Text), pointer)
		case Person:
			s.compareText(value.Name, into.(Person).Name, pointer+"/name")
		case Date:
			s.compareText(Text{State: value.State, Value: value.Value.Text}, Text{State: into.(Date).State, Value: into.(Date).Value.Text}, pointer)
		default:
			same := reflect.DeepEqual(value, into)
			if from.FieldByName("State").Interface().(State) == Stated && !same && !(path == "method" && s.summary.MethodBasis != "stated") {
				s.problem(pointer, "the format of the model has a place for this, so it was not taken from here; write it in the model")
			}
		}
	}
}

// compareRows does the same for the texts of entries that have the same id,
// and tells of entries that the model does not have.
func (s *supplementer) compareRows(list string) {
	if slices.Contains(s.model.Unsupported, list) {
		return
	}
	pairs := s.matches(list)
	matched := map[string]bool{}
	for _, p := range pairs {
		matched[p.at] = true
		for i := range p.from.NumField() {
			name := p.from.Type().Field(i).Tag.Get("json")
			from, isText := p.from.Field(i).Interface().(Text)
			if isText && name != "id" && !slices.Contains(s.model.Unsupported, list+"."+name) && !derivedField(p.from, name) {
				s.compareText(from, p.into.Field(i).Interface().(Text), p.at+"/"+name)
			}
		}
	}
	from := rowsOf(s.summary, list)
	for i := range from.Len() {
		if at := from.Index(i).FieldByName("Location").String(); !matched[at] {
			s.problem(at, "the model has no entry of this id in %s, so nothing was taken from here; write it in the model, or correct the id", list)
		}
	}
}

// derivedField says that the summary does not state the field itself.
func derivedField(row reflect.Value, name string) bool {
	t, ok := row.Interface().(Threat)
	return ok && (name == "status" && t.StatusBasis != "stated" || name == "severity" && t.SeverityBasis != "stated")
}

func (s *supplementer) compareText(from, into Text, pointer string) {
	switch {
	case from.State != Stated || strings.EqualFold(from.Value, into.Value):
	case into.State == Stated:
		s.differs(pointer, "the summary has %s and the model that it completes has %s; correct one of them: the model's word stands", quoted(from.Value), quoted(into.Value))
	default:
		s.problem(pointer, "the format of the model has a place for %s, so it was not taken from here; write it in the model", quoted(from.Value))
	}
}

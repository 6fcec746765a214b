package evidence

import "reflect"

// giveWay clears the derived crossings of a flow for which the summary has some.
func giveWay(path string, from, into reflect.Value) {
	flow, is := into.Addr().Interface().(*DataFlow)
	if is && path == "data_flows.crosses" && flow.CrossesBasis == "derived" && from.Interface().(DataFlow).Crosses.State == Stated {
		flow.Crosses, flow.CrossesBasis = Texts{State: Unsupported, Items: []string{}}, "none"
	}
}

// fillRows fills in a field of the entries that have the same id on both sides.
func (s *supplementer) fillRows(list, field, path string) {
	for _, p := range s.matches(list) {
		f, ok := fieldByJSON(p.from.Type(), field)
		if !ok {
			continue
		}
		giveWay(path, p.from, p.into)
		if s.take(p.from.FieldByIndex(f.Index), p.into.FieldByIndex(f.Index), path, p.at+"/"+field) {
			s.rederive = true
			if basis := bases[path]; basis != "" {
				p.into.FieldByName(basis).SetString("stated")
			}
		}
	}
}

// bases are the fields that say where a field of an entry comes from.
var bases = map[string]string{"threats.response": "ResponseBasis", "data_flows.crosses": "CrossesBasis"}

// rowPair is an entry of the summary with the one of the model that it is about.
type rowPair struct {
	from, into reflect.Value
	at         string
}

// matches pairs the entries of a list by id; threats also by the key that the
// model gave them, and a mitigation without an id by the threat whose only one
// it is.
func (s *supplementer) matches(list string) []rowPair {
	if pairs, done := s.pairs[list]; done {
		return pairs
	}
	from, into := rowsOf(s.summary, list), rowsOf(s.model, list)
	byID := map[string][]int{}
	for i := range into.Len() {
		id := rowID(into.Index(i))
		byID[id] = append(byID[id], i)
	}
	only := map[int][]int{}
	if list == "mitigations" {
		only = s.onlyMitigations()
	}
	pairs := []rowPair{}
	for i := range from.Len() {
		row := from.Index(i)
		id := rowID(row)
		found := byID[id]
		if len(found) == 0 {
			found = only[i]
		}
		if id == "" {
			continue
		}
		delete(byID, id) // the first entry with an id speaks for it
		for _, k := range found {
			pairs = append(pairs, rowPair{from: row, into: into.Index(k), at: row.FieldByName("Location").String()})
		}
	}
	s.pairs[list] = pairs
	return pairs
}

func rowsOf(m *ThreatModel, list string) reflect.Value {
	f, _ := fieldByJSON(reflect.TypeFor[ThreatModel](), list)
	return reflect.ValueOf(m).Elem().FieldByIndex(f.Index).FieldByName("Items")
}

// rowID is the id of an entry; of a threat without one its key.
func rowID(row reflect.Value) string {
	id, ok := row.FieldByName("ID").Interface().(Text)
	if ok && id.Value != "" {
		return id.Value
	}
	if key := row.FieldByName("Key"); key.IsValid() {
		return key.String()
	}
	return ""
}

// onlyMitigations finds, by row of the summary's mitigations, the mitigation
// of the model without an id of its own that it is: each is the only one of one
// and the same threat.
func (s *supplementer) onlyMitigations() map[int][]int {
	ofThreat := map[string]int{}
	for _, t := range s.summary.Threats.Items {
		if _, taken := ofThreat[t.ID.Value]; len(t.Mitigations) == 1 && !taken {
			ofThreat[t.ID.Value] = int(t.Mitigations[0])
		}
	}
	found, taken := map[int][]int{}, map[int]bool{}
	for _, t := range s.model.Threats.Items {
		row, ok := ofThreat[t.ID.Value]
		if !ok {
			row, ok = ofThreat[t.Key]
		}
		if !ok || len(t.Mitigations) != 1 {
			continue
		}
		if k := int(t.Mitigations[0]); !taken[k] && s.model.Mitigations.Items[k].ID.Value == "" {
			taken[k] = true
			found[row] = append(found[row], k)
		}
	}
	return found
}

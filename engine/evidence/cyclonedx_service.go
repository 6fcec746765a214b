package evidence

import "slices"

// sideTables are the tables that stand beside the components of an SBOM, and
// what counts against their bounds.
type sideTables struct {
	serviceRows   []Service
	crypto        []CryptoAsset
	cards         []ModelCard
	properties    []propertyRow
	propertyNames textTable
	changes       []Change
	proofs        []ComponentEvidence
	completions   []Composition
	extras        []Extra
	cut           []string // the bounds beyond which something was not kept, which was told
	owner         owner
	// parts count the rows of a table with the entries of the lists in them,
	// and with those that are kept beside vulnerabilities.
	serviceParts, cryptoParts, cardParts, propertyParts, changeParts, proofParts, extraParts int
}

// within counts one entry against a bound. Beyond it the document is refused.
func (r *cdxReader) within(v token, count *int, name string, bound int, what string) bool {
	if *count >= bound {
		r.cross(v, name, bound, what)
		return false
	}
	*count++
	return true
}

func (r *cdxReader) withinServices(v token) bool {
	return r.within(v, &r.serviceParts, "MaxServices", r.limits.MaxServices, "the number of services, endpoints and kinds of data")
}

// readServices reads a list of services and reports whether it has any.
func (r *cdxReader) readServices(v token, from string, parent int) bool {
	if !r.is(v, '[') {
		return false
	}
	some := false
	for v, ok := r.element(); ok; v, ok = r.element() {
		some = true
		r.service(v, from, parent)
	}
	return some
}

// service reads one service into a row, before those nested in it. What is no
// object is a row too. Only services that the document delivers are counted
// and are what a reference can mean; those of tools and of targets are neither.
func (r *cdxReader) service(v token, from string, parent int) {
	if !r.withinServices(v) {
		return
	}
	row := len(r.serviceRows)
	s := Service{From: from, Parent: parent, Endpoints: noTexts, Data: []ServiceData{}, Licences: noTexts, Location: r.pointer(),
		Authenticated: Flag{State: Absent}, CrossesTrust: Flag{State: Absent},
		States: ServiceStates{Name: Absent, Version: Absent, Provider: Absent, Data: Absent}}
	r.serviceRows = append(r.serviceRows, s)
	delivered := from == "services" || from == "nested"
	if delivered {
		r.services++
	}
	if !r.is(v, '{') {
		r.serviceRows[row].States = ServiceStates{Name: Invalid, Version: Absent, Provider: Absent, Data: Absent}
		return
	}
	defer r.owned(owner{of: ofService, row: row, pointer: s.Location})()
	for key, v, ok := r.member(); ok; key, v, ok = r.member() {
		switch {
		case key == keyBOMRef && delivered:
			if id := r.ref(v); id != noRef {
				s.BOMRef = r.refs.names[id]
				r.serviceIDs = append(r.serviceIDs, id)
			}
		case key == keyBOMRef:
			if r.is(v, '"') {
				s.BOMRef = string(r.str(v))
			}
		case key == keyServices:
			inner := from
			if from == "services" {
				inner = "nested"
			}
			r.readServices(v, inner, row)
		default:
			r.serviceMember(key, v, &s)
		}
	}
	r.serviceRows[row] = s
}

// serviceMember reads a member that is a field of the service's row.
func (r *cdxReader) serviceMember(key cdxKey, v token, s *Service) {
	switch key {
	case keyProvider:
		t := r.party(v).text()
		s.Provider, s.States.Provider = t.Value, t.State
	case keyGroup:
		s.Group = r.shared(v).Value
	case keyName:
		t := r.field(v)
		s.Name, s.States.Name = t.Value, t.State
	case keyVersion:
		t := r.shared(v)
		s.Version, s.States.Version = t.Value, t.State
	case keyEndpoints:
		r.readEndpoints(v, s)
	case keyAuthenticated:
		s.Authenticated = r.flag(v)
	case keyTrustBoundary:
		s.CrossesTrust = r.flag(v)
	case keyTrustZone:
		s.TrustZone = r.shared(v).Value
	case keyData:
		r.readServiceData(v, s)
	case keyLicenses:
		s.Licences = r.licenceNames(v)
	case keyProperties:
		r.readProperties(v, nil, "")
	case keyExternalReferences:
		r.readServiceReferences(v)
	default:
		r.rest(key, v)
	}
}

func (r *cdxReader) readEndpoints(v token, s *Service) {
	r.each(v, func(v token, _ int) {
		if !r.withinServices(v) {
			return
		}
		if t := r.field(v); t.State == Stated {
			s.Endpoints = append(s.Endpoints, t.Value)
		}
	})
	s.Endpoints = slices.Clip(s.Endpoints)
}

// readServiceData reads the kinds of data that a service handles: a flow and a
// classification, and from CycloneDX 1.5 on a name too. Each is a row, so that
// a row's number is its place in the document.
func (r *cdxReader) readServiceData(v token, s *Service) {
	if v.kind != '[' {
		s.States.Data = Invalid
	}
	r.each(v, func(v token, _ int) {
		if !r.withinServices(v) {
			return
		}
		d, state := ServiceData{}, Invalid
		if r.is(v, '{') {
			state = Absent
			for key, v, ok := r.member(); ok; key, v, ok = r.member() {
				var t Text
				switch key {
				case keyFlow:
					t = r.word(v)
					d.Flow = t.Value
				case keyClassification:
					t = r.shared(v)
					d.Classification = t.Value
				case keyName:
					t = r.field(v)
					d.Name = t.Value
				default:
					r.rest(key, v)
				}
				state = better(state, t.State)
			}
		}
		s.Data = append(s.Data, d)
		s.States.Data = better(s.States.Data, state)
	})
}

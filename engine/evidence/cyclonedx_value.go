package evidence

import "strconv"

// field reads a text member of its own, kept as it stands in the document.
func (r *cdxReader) field(v token) Text {
	b, state := r.content(v)
	if state != Stated {
		return Text{State: state}
	}
	return Text{State: Stated, Value: r.fields.keep(b)}
}

// shared reads a text member whose value repeats from row to row. Each value is
// kept once, with what it tells: to judge each again took a fortieth of a
// screening of 100,000 components (BenchmarkCycloneDX).
func (r *cdxReader) shared(v token) Text {
	if v.kind != '"' || r.faulty.has(v.start) {
		_, state := r.content(v)
		return Text{State: state}
	}
	return r.texts.judged(r.str(v))
}

// checked reads a text member that must have a form.
func (r *cdxReader) checked(v token, valid func(string) bool) Text {
	t := r.field(v)
	if t.State == Stated && !valid(t.Value) {
		return Text{State: Invalid}
	}
	return t
}

// purl reads a package URL. A bom-ref is often made of it, and then holds it too.
func (r *cdxReader) purl(v token, ref int32) Text {
	b, state := r.content(v)
	if state != Stated {
		return Text{State: state}
	}
	held := ""
	if ref != noRef {
		held = r.refs.names[ref]
	}
	if len(held) < len(b) || held[:len(b)] != string(b) {
		held = r.fields.keep(b)
	}
	if held = held[:len(b)]; !validPURL(held) {
		return Text{State: Invalid}
	}
	return Text{State: Stated, Value: held}
}

// content reads a text and says what it tells. The bytes are valid until the
// next call.
func (r *cdxReader) content(v token) ([]byte, State) {
	if v.kind == '"' && r.faulty.has(v.start) {
		// A word that only fills the place says more than that it is no value.
		if state := textState(r.str(v)); state != Stated {
			return nil, state
		}
		return nil, Invalid
	}
	if !r.is(v, '"') {
		return nil, Invalid
	}
	b := r.str(v)
	return b, textState(b)
}

// integer reads a whole number from 1, as a document's version is.
func (r *cdxReader) integer(v token) Integer {
	if !r.is(v, '0') {
		return Integer{State: Invalid}
	}
	n, err := strconv.ParseInt(string(r.src.data[v.start:v.end]), 10, 64)
	if err != nil || n < 1 {
		return Integer{State: Invalid}
	}
	return Integer{State: Stated, Value: n}
}

// word reads a member that has one of the words of CycloneDX, where "unknown"
// and "none" are words too and fill no place.
func (r *cdxReader) word(v token) Text {
	if !r.is(v, '"') {
		return Text{State: Invalid}
	}
	b := r.str(v)
	if len(b) == 0 {
		return Text{State: Absent}
	}
	return Text{State: Stated, Value: r.intern(b)}
}

// flag reads a truth value.
func (r *cdxReader) flag(v token) Flag {
	switch {
	case r.faulty.has(v.start):
		r.skip(v)
	case v.kind == 't' || v.kind == 'f':
		return Flag{State: Stated, Value: v.kind == 't'}
	default:
		r.wrongType(v, "true or false")
		r.skip(v)
	}
	return Flag{State: Invalid}
}

func (r *cdxReader) timestamp(v token) Date {
	t := r.field(v)
	if t.State != Stated {
		return Date{State: t.State}
	}
	day, ok := parseTimestamp(t.Value)
	if !ok {
		return Date{State: Invalid}
	}
	return Date{State: Stated, Value: day}
}

// ref reads a bom-ref and returns its number.
func (r *cdxReader) ref(v token) int32 {
	if !r.is(v, '"') {
		return noRef
	}
	b := r.str(v)
	if len(b) == 0 {
		return noRef
	}
	return r.refs.id(b)
}

// party reads an organisation, or a person of the same form.
func (r *cdxReader) party(v token) Party {
	none := Text{State: Absent}
	p := Party{Name: none, Email: none, URL: none}
	if !r.is(v, '{') {
		p.Name.State = Invalid
		return p
	}
	for key, v, ok := r.member(); ok; key, v, ok = r.member() {
		switch key {
		case keyName:
			p.Name = r.shared(v)
		case keyEmail:
			p.Email = r.shared(v)
		case keyURL:
			r.firstText(v, &p.URL)
		case keyContact:
			r.contactMail(v, &p.Email)
		default:
			r.rest(key, v)
		}
	}
	return p
}

// firstText reads a list of texts and keeps the first that tells most.
func (r *cdxReader) firstText(v token, into *Text) {
	if !r.is(v, '[') {
		into.State = better(into.State, Invalid)
		return
	}
	for v, ok := r.element(); ok; v, ok = r.element() {
		keepBetter(into, r.shared(v))
	}
}

// contactMail reads an organisation's contacts for an e-mail address.
func (r *cdxReader) contactMail(v token, into *Text) {
	if !r.is(v, '[') {
		into.State = better(into.State, Invalid)
		return
	}
	for v, ok := r.element(); ok; v, ok = r.element() {
		r.members(v, func(key cdxKey, v token) {
			if key == keyEmail {
				keepBetter(into, r.shared(v))
			} else {
				r.rest(key, v)
			}
		})
	}
}

// keepBetter replaces a text by one that tells more.
func keepBetter(into *Text, t Text) {
	if telling(t.State) > telling(into.State) {
		*into = t
	}
}

// text names a party in one text: its name, else its URL, else its e-mail
// address.
func (p Party) text() Text {
	t := p.Name
	keepBetter(&t, p.URL)
	keepBetter(&t, p.Email)
	return t
}

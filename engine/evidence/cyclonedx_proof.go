package evidence

func (r *cdxReader) withinEvidence() bool {
	return r.withinKept(&r.proofParts, "MaxEvidence", r.limits.MaxEvidence, "the number of entries of the evidence of components")
}

// readEvidence reads how tools know a component.
func (r *cdxReader) readEvidence(v token, row int) {
	if !r.withinEvidence() {
		r.skip(v)
		return
	}
	e := ComponentEvidence{Row: row, Identities: []Identity{}, Occurrences: []Occurrence{}, Frames: []Frame{}, Licences: noTexts, Copyright: noTexts}
	if !r.is(v, '{') {
		return
	}
	for key, v, ok := r.member(); ok; key, v, ok = r.member() {
		switch key {
		case keyIdentity: // one to CycloneDX 1.5, a list from 1.6
			if v.kind == '{' {
				r.readIdentity(v, &e)
			} else {
				r.each(v, func(v token, _ int) { r.readIdentity(v, &e) })
			}
		case keyOccurrences:
			r.readOccurrences(v, &e)
		case keyCallstack:
			r.only(v, keyFrames, func(v token) { r.readFrames(v, &e) })
		case keyLicenses:
			e.Licences = r.licenceNames(v)
		case keyCopyright:
			r.readCopyright(v, &e)
		default:
			r.rest(key, v)
		}
	}
	r.proofs = append(r.proofs, e)
}

// licenceNames are the licences that a list names.
func (r *cdxReader) licenceNames(v token) []string {
	p := newPart()
	r.readLicences(v, &p)
	return r.list(p.licences)
}

// readCopyright reads the copyright statements that were found.
func (r *cdxReader) readCopyright(v token, e *ComponentEvidence) {
	r.each(v, func(v token, _ int) {
		r.only(v, keyText, func(v token) {
			if text := r.keptText(v); text != "" && r.withinEvidence() {
				e.Copyright = append(e.Copyright, text)
			}
		})
	})
}

// readIdentity reads how one field of a component is known.
func (r *cdxReader) readIdentity(v token, e *ComponentEvidence) {
	if !r.withinEvidence() {
		r.skip(v)
		return
	}
	id := Identity{Confidence: Number{State: Absent}, Methods: []IdentityMethod{}, Tools: noTexts}
	r.members(v, func(key cdxKey, v token) {
		switch key {
		case keyField:
			id.Field = r.word(v).Value
		case keyConcludedValue:
			id.Value = r.keptText(v)
		case keyConfidence:
			id.Confidence = r.number(v)
		case keyMethods:
			r.each(v, func(v token, _ int) { r.readMethod(v, &id) })
		case keyTools:
			r.each(v, func(v token, _ int) {
				if t := r.shared(v); t.State == Stated && r.withinEvidence() {
					id.Tools = append(id.Tools, t.Value)
				}
			})
		default:
			r.rest(key, v)
		}
	})
	e.Identities = append(e.Identities, id)
}

func (r *cdxReader) readMethod(v token, id *Identity) {
	if !r.withinEvidence() {
		r.skip(v)
		return
	}
	m := IdentityMethod{Confidence: Number{State: Absent}}
	r.members(v, func(key cdxKey, v token) {
		switch key {
		case keyTechnique:
			m.Technique = r.word(v).Value
		case keyConfidence:
			m.Confidence = r.number(v)
		case keyValue:
			m.Value = r.keptText(v)
		default:
			r.rest(key, v)
		}
	})
	id.Methods = append(id.Methods, m)
}

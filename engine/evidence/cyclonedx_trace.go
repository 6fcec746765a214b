package evidence

// readOccurrences reads where a tool found a component.
func (r *cdxReader) readOccurrences(v token, e *ComponentEvidence) {
	r.each(v, func(v token, _ int) {
		if !r.withinEvidence() {
			r.skip(v)
			return
		}
		o := Occurrence{Line: Number{State: Absent}, Offset: Number{State: Absent}}
		r.namedMembers(v, func(name string, v token) {
			switch name {
			case "bom-ref":
				o.BOMRef = r.keptText(v)
			case "location":
				o.Path = r.keptText(v)
			case "line":
				o.Line = r.number(v)
			case "offset":
				o.Offset = r.number(v)
			case "symbol":
				o.Symbol = r.keptText(v)
			case "additionalContext":
				o.Context = r.keptText(v)
			default:
				r.extra(v)
			}
		})
		e.Occurrences = append(e.Occurrences, o)
	})
}

// readFrames reads the calls that lead to a component, in their order.
func (r *cdxReader) readFrames(v token, e *ComponentEvidence) {
	r.each(v, func(v token, _ int) {
		if !r.withinEvidence() {
			r.skip(v)
			return
		}
		f := Frame{Parameters: noTexts, Line: Number{State: Absent}, Column: Number{State: Absent}}
		r.namedMembers(v, func(name string, v token) {
			switch name {
			case "package":
				f.Package = r.shared(v).Value
			case "module":
				f.Module = r.shared(v).Value
			case "function":
				f.Function = r.keptText(v)
			case "parameters":
				r.readParameters(v, &f)
			case "line":
				f.Line = r.number(v)
			case "column":
				f.Column = r.number(v)
			case "fullFilename":
				f.Path = r.keptText(v)
			default:
				r.extra(v)
			}
		})
		e.Frames = append(e.Frames, f)
	})
}

// readParameters reads what a call was made with. An empty one is kept too, so
// that the others stay in their places.
func (r *cdxReader) readParameters(v token, f *Frame) {
	r.each(v, func(v token, _ int) {
		if !r.withinEvidence() {
			r.skip(v)
			return
		}
		f.Parameters = append(f.Parameters, r.keptText(v))
	})
}

// namedMembers goes over the members of an object by the names that CycloneDX
// has for them.
func (r *cdxReader) namedMembers(v token, read func(name string, v token)) {
	if !r.is(v, '{') {
		return
	}
	for name, v, ok := r.named(); ok; name, v, ok = r.named() {
		if name == "" {
			r.skip(v)
			continue
		}
		read(name, v)
	}
}

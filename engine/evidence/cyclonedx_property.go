package evidence

import (
	"bytes"
	"strings"
)

// milestones is the beginning of the properties by which CycloneDX states
// when support and other phases end (property taxonomy, cdx:lifecycle).
const milestones = "cdx:lifecycle:milestone:"

// bsiFlags are the three properties of BSI TR-03183-2 that have one of two words.
var bsiFlags = map[string]struct {
	field   detailField
	yes, no string
}{
	"bsi:component:executable": {executableDetail, "executable", "non-executable"},
	"bsi:component:archive":    {archiveDetail, "archive", "no archive"},
	"bsi:component:structured": {structuredDetail, "structured", "unstructured"},
}

// bsiTexts are those that have any text.
var bsiTexts = map[string]detailField{
	"bsi:component:filename":         filenameDetail,
	"bsi:component:effectiveLicence": effectiveLicenceDetail,
}

// knownProperties begin the names of all the properties that are read.
var knownProperties = []string{"cdx:cisa:", "bsi:component:", milestones}

// readProperties reads a component's properties: declared unknowns, the flags
// of BSI TR-03183-2, and milestones. All become rows; p is nil for those of
// anything else, which are only that, and in is where their list stands in
// their owner.
func (r *cdxReader) readProperties(v token, p *part, in string) {
	if !r.is(v, '[') {
		return
	}
	for v, ok := r.element(); ok; v, ok = r.element() {
		if !r.is(v, '{') {
			r.keepProperty(v, in, token{}, token{})
			continue
		}
		var name, value token
		for key, v, ok := r.member(); ok; key, v, ok = r.member() {
			switch {
			case key == keyName && v.kind == '"':
				name = v
			case key == keyValue:
				value = v
				r.skip(v)
			default:
				r.skip(v)
			}
		}
		r.keepProperty(v, in, name, value)
		if p != nil && name.kind != 0 {
			r.property(name, value, p)
		}
	}
}

// property acts on one property; value is the zero token where there is none.
func (r *cdxReader) property(name, value token, p *part) {
	text := r.text(name)
	for _, prefix := range knownProperties {
		if bytes.HasPrefix(text, []byte(prefix)) {
			p.property(string(text), r.propertyValue(value))
			return
		}
	}
}

// propertyValue is the text of a property.
func (r *cdxReader) propertyValue(v token) Text {
	switch v.kind {
	case 0:
		return Text{State: Absent}
	case '"':
		return Text{State: textState(r.text(v)), Value: string(r.text(v))}
	}
	return Text{State: Invalid}
}

// property takes one property by its name. The value's text is there in every
// state, since a placeholder may be an answer here.
func (p *part) property(name string, value Text) {
	if field, known := bsiTexts[name]; known {
		p.once(field, value.State)
		return
	}
	if flag, known := bsiFlags[name]; known {
		state := value.State
		if state == Stated && value.Value != flag.yes && value.Value != flag.no {
			state = Invalid
		}
		p.once(flag.field, state)
		p.detail.runs = p.detail.runs || value.Value == "executable" && flag.field == executableDetail
		return
	}
	if strings.HasPrefix(name, milestones) {
		date := dateOf(value)
		p.milestones = append(p.milestones, milestone(name[len(milestones):], date))
		p.detail.tell(milestoneDetail, date.State)
		if name == milestones+"endOfSupport" {
			p.detail.tell(endOfSupportDetail, date.State)
			if telling(date.State) > telling(p.endOfSupport.State) {
				p.endOfSupport = date
			}
		}
		return
	}
	if state := declaringProperties[name]; state != "" {
		p.declare(state, value.Value)
	}
}

// once sets a field that must be stated exactly once.
func (p *part) once(field detailField, s State) {
	if p.seen&(1<<field) != 0 {
		s = Invalid
	}
	p.seen |= 1 << field
	p.detail.set(field, s)
}

func dateOf(t Text) Date {
	if t.State != Stated {
		return Date{State: t.State}
	}
	day, ok := parseDay(t.Value)
	if !ok {
		return Date{State: Invalid}
	}
	return Date{State: Stated, Value: day}
}

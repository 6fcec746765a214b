package evidence

// list writes the children of an element as a list.
func (t *xmlTwin) list(f *xmlField) {
	t.out = append(t.out, '[')
	t.path = append(t.path, twinStep{index: -1})
	for tok := t.next(); tok.kind == xmlOpens || tok.kind == xmlText; tok = t.next() {
		if tok.kind == xmlText {
			t.noText(tok)
			continue
		}
		item := t.element(tok, f.shape)
		if item == nil {
			continue
		}
		t.item()
		if !item.wrapped {
			t.value(tok, item)
			continue
		}
		t.mark(tok.offset)
		t.out = append(append(t.out, '{'), item.key...)
		t.path = append(t.path, twinStep{key: item.bare})
		t.value(tok, item)
		t.leave()
		t.out = append(t.out, '}')
	}
	t.leave()
	t.out = append(t.out, ']')
}

// item goes to the next item of the list that is open.
func (t *xmlTwin) item() {
	last := &t.path[len(t.path)-1]
	if last.index++; last.index > 0 {
		t.out = append(t.out, ',')
	}
}

// choice writes the one child of an element in its place.
func (t *xmlTwin) choice(f *xmlField) {
	found := false
	for tok := t.next(); tok.kind == xmlOpens || tok.kind == xmlText; tok = t.next() {
		if tok.kind == xmlText {
			t.noText(tok)
			continue
		}
		child := t.element(tok, f.shape)
		switch {
		case child == nil:
		case found:
			t.refuse(codeDuplicate, "the element "+quoted(f.name)+" has more than one choice in it; keep one of them")
		default:
			found = true
			t.value(tok, child)
		}
	}
	if !found {
		t.out = append(t.out, "{}"...)
	}
}

// tools writes a list of tools, or from CycloneDX 1.5 an object.
func (t *xmlTwin) tools(f *xmlField) {
	m := &twinMembers{}
	old := false
	for tok := t.next(); tok.kind == xmlOpens || tok.kind == xmlText; tok = t.next() {
		if tok.kind == xmlText {
			t.noText(tok)
			continue
		}
		child := t.element(tok, f.shape)
		switch {
		case child == nil:
		case m.count > 0 && old != (child.name == "tool"):
			t.refuse(codeDuplicate, "tools stand in the old and in the new form; keep one of them")
		case child.name == "tool":
			if !old {
				t.out = append(t.out, '[')
				t.path = append(t.path, twinStep{index: -1})
			}
			old, m.count = true, 1
			t.item()
			t.value(tok, child)
		default:
			if m.count == 0 {
				t.out = append(t.out, '{')
			}
			t.child(tok, child, m)
		}
	}
	switch {
	case old:
		t.leave()
		t.out = append(t.out, ']')
	case m.count > 0:
		t.out = append(t.out, '}')
	default:
		t.out = append(t.out, "[]"...)
	}
}

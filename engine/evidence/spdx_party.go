package evidence

import "strings"

// spdxParty takes apart a person or organisation as SPDX 2 writes them:
// "Organization: Example (mail@example.com)". A text without the word before it
// is taken for an organisation.
func spdxParty(t Text) (p Party, person bool) {
	none := Text{State: Absent}
	p = Party{Name: Text{State: t.State}, Email: none, URL: none}
	if t.State != Stated {
		return p, false
	}
	name, person := strings.CutPrefix(t.Value, "Person:")
	name = strings.TrimSpace(strings.TrimPrefix(name, "Organization:"))
	if open := strings.LastIndexByte(name, '('); open >= 0 && strings.HasSuffix(name, ")") {
		inner := strings.TrimSpace(name[open+1 : len(name)-1])
		switch {
		case inner == "":
			name = strings.TrimSpace(name[:open])
		case strings.Contains(inner, "@"):
			p.Email = Text{State: Stated, Value: inner}
			name = strings.TrimSpace(name[:open])
		case strings.Contains(inner, "://"):
			p.URL = Text{State: Stated, Value: inner}
			name = strings.TrimSpace(name[:open])
		}
	}
	if p.Name.State = textState([]byte(name)); p.Name.State == Stated {
		p.Name.Value = name
	}
	return p, person
}

// spdxTool takes apart "name-version", as SPDX writes a tool: what follows the
// last hyphen is a version if it begins with a digit, or is a commit.
func spdxTool(text string) Tool {
	t := Tool{Name: Text{State: Stated, Value: text}, Version: Text{State: Absent}}
	for at := len(text) - 1; at > 0; at-- {
		if text[at] != '-' {
			continue
		}
		version := text[at+1:]
		plain := strings.TrimPrefix(version, "v")
		if plain != "" && plain[0] >= '0' && plain[0] <= '9' || len(plain) >= 7 && isHex(plain) {
			// A version may hold hyphens itself: the first that a digit follows ends the name.
			t.Name.Value, t.Version = text[:at], Text{State: Stated, Value: version}
		}
	}
	if state := textState([]byte(t.Name.Value)); state != Stated {
		t.Name = Text{State: state}
	}
	return t
}

// creators reads who and what made the document.
func (r *rowStore) creators(creators []Text) {
	s := &r.sbom
	var organisations []Party
	for _, c := range creators {
		if name, isTool := strings.CutPrefix(c.Value, "Tool:"); isTool {
			t := spdxTool(strings.TrimSpace(name))
			s.Tools.Items = append(s.Tools.Items, t)
			s.Tools.State = better(s.Tools.State, t.Name.State)
			continue
		}
		p, person := spdxParty(c)
		s.Authors.State = better(s.Authors.State, p.text().State)
		if person {
			s.Authors.Items = append(s.Authors.Items, p)
		} else {
			organisations = append(organisations, p)
		}
	}
	r.organisations = len(organisations)
	s.Authors.Items = append(s.Authors.Items, organisations...)
}

package evidence

import (
	"maps"
	"math/rand/v2"
	"strings"
)

// sbomMaker makes documents like those of vendors, good ones and bad ones: most
// values are sound, some say nothing, some are of a wrong form or type.
type sbomMaker struct {
	*rand.Rand
	refs  []string // given to components so far
	names int
}

type object = map[string]any

func (m *sbomMaker) once(in int) bool { return m.IntN(in) == 0 }

func (m *sbomMaker) one(words ...string) string { return words[m.IntN(len(words))] }

// oddities are values that stand where a text should.
var oddities = []any{"", " ", "UNKNOWN", "NOASSERTION", "[not provided]", "n/a", "TBD", "${version}", "---", "none", nil, true, 7, object{}, []any{}, []any{"x"}}

// put sets a member to a sound text, now and then to an odd value or not at all.
func (m *sbomMaker) put(o object, name, value string) {
	switch {
	case m.once(4):
	case m.once(9):
		o[name] = oddities[m.IntN(len(oddities))]
	default:
		o[name] = value
	}
}

// list sets a member to items, now and then to none, or to something else.
func (m *sbomMaker) list(o object, name string, most int, item func() any) {
	switch {
	case m.once(3):
		return
	case m.once(25):
		o[name] = oddities[m.IntN(len(oddities))]
		return
	}
	items := []any{}
	for range m.IntN(most + 1) {
		if m.once(30) {
			items = append(items, oddities[m.IntN(len(oddities))])
		} else {
			items = append(items, item())
		}
	}
	o[name] = items
}

// anyRef is a reference that mostly leads somewhere.
func (m *sbomMaker) anyRef() any {
	if len(m.refs) == 0 || m.once(12) {
		return m.one("nowhere", "", "subject", "service", "urn:cdx:a/1#b")
	}
	return m.refs[m.IntN(len(m.refs))]
}

func (m *sbomMaker) metadata() any {
	o, subject := object{}, m.component(1).(object)
	if !m.once(6) {
		subject["bom-ref"] = "subject"
		m.refs = append(m.refs, "subject")
	}
	if !m.once(15) {
		o["component"] = subject
	}
	tool := func() any {
		t := object{}
		m.put(t, "name", m.one("syft", "@cyclonedx/CycloneDX npm", "Trivy"))
		m.put(t, "version", m.one("v1.2.3", "0.50"))
		return t
	}
	if m.once(2) {
		m.list(o, "tools", 2, tool)
	} else {
		tools := object{}
		m.list(tools, "components", 2, func() any { return m.component(1) })
		m.list(tools, "services", 2, tool)
		o["tools"] = tools
	}
	m.list(o, "authors", 2, m.party)
	for _, name := range []string{"manufacturer", "manufacture", "supplier"} {
		if m.once(3) {
			o[name] = m.party()
		}
	}
	return o
}

// document is one SBOM of a version.
func (m *sbomMaker) document(version string) object {
	doc := object{"bomFormat": "CycloneDX", "specVersion": version, "version": 1, "metadata": m.metadata()}
	m.list(doc, "components", 9, func() any { return m.component(2) })
	if listed, ok := doc["components"].([]any); ok && len(listed) > 0 && m.once(2) {
		doc["components"] = append(listed, m.again(listed[m.IntN(len(listed))]))
	}
	m.list(doc, "services", 2, func() any { return object{"bom-ref": "service", "services": []any{object{"bom-ref": m.anyRef()}}} })
	m.list(doc, "dependencies", 12, func() any {
		o := object{"ref": m.anyRef()}
		m.list(o, "dependsOn", 4, m.anyRef)
		return o
	})
	if m.once(2) {
		m.list(doc, "compositions", 3, func() any {
			o := object{}
			m.put(o, "aggregate", m.one("complete", "incomplete", "incomplete_third_party_only", "unknown", "not_specified", "perhaps"))
			m.list(o, m.one("assemblies", "dependencies"), 4, m.anyRef)
			return o
		})
	}
	if m.once(3) {
		doc["signature"] = object{"algorithm": "ES256", "value": m.one("x", "", "TBD")}
	}
	m.list(doc, "externalReferences", 3, m.reference)
	m.aside(doc, version)
	return doc
}

// again is a component of the list once more, whole or with other hashes.
func (m *sbomMaker) again(listed any) any {
	c, ok := listed.(object)
	if !ok || m.once(2) {
		return listed
	}
	c["name"], c["version"], c["hashes"] = "part", "1.0", []any{object{"alg": "SHA-256", "content": strings.Repeat("d1", 32)}}
	other := maps.Clone(c)
	delete(other, "bom-ref")
	other["hashes"] = []any{object{"alg": m.one("SHA-256", "SHA-512"), "content": strings.Repeat(m.one("d1", "D1", "e1"), 32)}, m.hash()}
	return other
}

// aside adds what some versions know.
func (m *sbomMaker) aside(doc object, version string) {
	one := func() any { return m.component(1) }
	with := func(name string, inner func(o object)) func() any {
		return func() any { o := object{}; inner(o); return object{name: o} }
	}
	if version >= "1.4" && m.once(3) {
		m.list(doc, "vulnerabilities", 2, with("tools", func(o object) { m.list(o, "components", 2, one) }))
	}
	if version >= "1.5" && m.once(3) {
		m.list(doc, "annotations", 2, with("annotator", func(o object) { o["component"] = one() }))
		m.list(doc, "formulation", 2, func() any { o := object{}; m.list(o, "components", 2, one); return o })
	}
	if version >= "1.6" && m.once(3) {
		doc["declarations"] = with("targets", func(o object) { m.list(o, "components", 2, one) })()
	}
}

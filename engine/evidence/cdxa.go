package evidence

import (
	"slices"
	"strings"
)

// cdxaKeys are the members of a CycloneDX document that its attestations and
// standards are read from. They are read as a tree of their own, after the
// walk has let the whole document through.
var cdxaKeys = []string{"serialNumber", "metadata", "externalReferences", "properties", "services", "annotations",
	"declarations", "definitions", "signature"}

// declared reads what a document declares and defines: its standards, its
// attestations and, where these answer clauses, a declaration.
func (r *cdxReader) declared(out *reading) {
	if !out.readable || !r.has.declarations && !r.has.definitions {
		return
	}
	root, problem := subtrees(r.src, r.limits, cdxaKeys)
	if problem == nil {
		_, out.entries = root.count(false)
		if out.entries > r.limits.MaxRows {
			problem = limitProblem("MaxRows", r.limits.MaxRows, "the number of list entries in the declarations and definitions of a document", Position{})
		}
	}
	if problem != nil { // an SBOM can still be judged without them, and says what it lacks
		out.problems = append(out.problems, *problem)
		out.readable = slices.Contains(out.kinds, KindSBOM)
		return
	}
	c := newCDXA(r, root)
	if r.has.definitions {
		out.catalogues = c.catalogues()
	}
	if r.has.declarations {
		out.attestation = c.attestation()
		out.attestation.FormatVersion = out.formatVersion
		c.declare(out)
	}
	out.problems = append(out.problems, c.problems...)
}

// cdxaReader reads the attestations of one CycloneDX document. Text that the
// schema does not allow is a problem that the schema has told already; here it
// is not there.
type cdxaReader struct {
	src       *source
	limits    Limits
	root      spot
	within    spot            // declarations
	refs      map[string]bool // every bom-ref of the document
	standards []cdxaStandard
	problems  []Problem
}

func newCDXA(r *cdxReader, root *node) *cdxaReader {
	c := &cdxaReader{src: r.src, limits: r.limits, root: spot{n: root}, refs: map[string]bool{}}
	c.within = c.root.get("declarations")
	for i := range r.rows {
		if ref := r.rows[i].BOMRef; ref != "" {
			c.refs[ref] = true
		}
	}
	c.collect(root)
	c.readStandards()
	return c
}

// collect notes every bom-ref below n.
func (c *cdxaReader) collect(n *node) {
	for i, child := range n.children {
		if n.kind == objectNode && n.names[i] == "bom-ref" && child.kind == stringNode {
			c.refs[child.text] = true
		}
		c.collect(child)
	}
}

func (c *cdxaReader) problem(code string, at spot, format string, args ...any) {
	if len(c.problems) < c.limits.MaxProblems {
		c.problems = append(c.problems, c.src.problem(code, at.at, format, args...))
	}
}

// text reads a text within the bound on texts.
func (c *cdxaReader) text(s spot) Text {
	switch {
	case s.n == nil:
		return Text{State: Absent}
	case s.n.kind != stringNode:
		return Text{State: Invalid}
	case len(s.n.text) > c.limits.MaxStringBytes:
		if len(c.problems) < c.limits.MaxProblems {
			c.problems = append(c.problems, *limitProblem("MaxStringBytes", c.limits.MaxStringBytes, "a text", c.src.position(s.at)))
		}
		return Text{State: Invalid}
	}
	t := statedText(s.n.text)
	if t.State == "" {
		t.State = Absent
	}
	return t
}

// texts joins the texts of some places, those that are stated, each once.
func (c *cdxaReader) texts(places []spot) Texts {
	list, seen := Texts{State: Absent, Items: []string{}}, map[string]bool{}
	for _, s := range places {
		if t := c.text(s); t.State == Stated && !seen[t.Value] {
			seen[t.Value] = true
			list.State, list.Items = Stated, append(list.Items, t.Value)
		}
	}
	return list
}

// attestation reads the head of all attestations.
func (c *cdxaReader) attestation() *Attestation {
	a := &Attestation{Format: cdxaFormat, Location: c.within.at, Date: Date{State: Absent}, Standards: c.standardNames(), Targets: c.targetNames()}
	if t := c.text(c.root.get("metadata", "timestamp")); t.State != Absent {
		a.Date = Date{State: Invalid}
		if day, ok := parseDay(t.Value); ok {
			a.Date = Date{State: Stated, Value: day}
		}
	}
	a.Assessors, a.OtherClauses = c.assessors(), c.otherClauses()
	for _, at := range c.within.get("attestations").list() {
		a.Attestations++
		for _, entry := range at.get("map").list() {
			a.Mapped++
			a.WithClause += count(c.text(entry.get("requirement")).State == Stated)
			_, scored := score(entry.get("conformance", "score"))
			a.WithScore += count(scored)
		}
	}
	a.Claims, a.CounterClaims = len(c.within.get("claims").list()), c.counterClaims()
	a.Evidence = len(c.within.get("evidence").list())
	a.Affirmation, a.Signatories = c.text(c.within.get("affirmation", "statement")), c.signatories()
	a.Signed = signed(c.within.n) || c.root.get("signature").there()
	a.Dangling = c.dangling()
	return a
}

// cdxaFormat is the format of attestations, and of declarations made of them.
const cdxaFormat = "cyclonedx-attestation"

func count(is bool) int {
	if is {
		return 1
	}
	return 0
}

// targets are the things that claims are about, in the order of the document.
func (c *cdxaReader) targets() []spot {
	targets := c.within.get("targets")
	return slices.Concat(targets.get("components").list(), targets.get("services").list(), targets.get("organizations").list())
}

func (c *cdxaReader) targetNames() Texts {
	var names []spot
	for _, s := range c.targets() {
		names = append(names, s.get("name"))
	}
	return c.texts(names)
}

// counterClaims counts the claims that some map names as counter-claims.
func (c *cdxaReader) counterClaims() int {
	claims, against := map[string]bool{}, map[string]bool{}
	for _, claim := range c.within.get("claims").list() {
		claims[claim.get("bom-ref").plain()] = true
	}
	for _, entry := range c.entries() {
		for _, ref := range entry.get("counterClaims").list() {
			if name := ref.plain(); name != "" && claims[name] {
				against[name] = true
			}
		}
	}
	return len(against)
}

// entries are the entries of the maps of all attestations.
func (c *cdxaReader) entries() []spot {
	var all []spot
	for _, at := range c.within.get("attestations").list() {
		all = append(all, at.get("map").list()...)
	}
	return all
}

// signed says that something below n carries a signature.
func signed(n *node) bool {
	if n == nil {
		return false
	}
	for i, child := range n.children {
		if n.kind == objectNode && n.names[i] == "signature" || signed(child) {
			return true
		}
	}
	return false
}

// dangling lists the references that lead nowhere, in order of their text, and
// reports each where it stands.
func (c *cdxaReader) dangling() Texts {
	lost := map[string]bool{}
	check := func(s spot) {
		name := s.plain()
		if name == "" || c.refs[name] || strings.HasPrefix(name, "urn:cdx:") {
			return
		}
		lost[name] = true
		c.problem(codeDangling, s, "%s is the bom-ref of nothing in this document; correct it or add the entry", quoted(name))
	}
	for _, at := range c.within.get("attestations").list() {
		check(at.get("assessor"))
	}
	for _, entry := range c.entries() {
		if ref := entry.get("requirement"); !c.knownClause(ref.plain()) {
			check(ref)
		}
		for _, ref := range slices.Concat(entry.get("claims").list(), entry.get("counterClaims").list(), entry.get("conformance", "mitigationStrategies").list()) {
			check(ref)
		}
	}
	for _, claim := range c.within.get("claims").list() {
		check(claim.get("target"))
		for _, ref := range slices.Concat(claim.get("mitigationStrategies").list(), claim.get("evidence").list(), claim.get("counterEvidence").list()) {
			check(ref)
		}
	}
	list := Texts{State: Absent, Items: []string{}}
	for name := range lost {
		if len(name) <= c.limits.MaxStringBytes {
			list.State, list.Items = Stated, append(list.Items, name)
		}
	}
	slices.Sort(list.Items)
	return list
}

package evidence

import (
	"slices"
	"strconv"
	"strings"
)

// looksLikeCLE recognises the Common Lifecycle Enumeration (ECMA-428).
func looksLikeCLE(h head) bool {
	return tree(h) && h.has("events") && h.has("identifier") && (h.has("updatedAt") || strings.Contains(strings.ToLower(h.scalar["$schema"]), "cle"))
}

// cleEvents are the types of event that CLE 1.0.0 has (clause 6).
var cleEvents = []string{"released", "endOfDevelopment", "endOfSupport", "endOfLife", "endOfDistribution", "endOfMarketing",
	"supersededBy", "componentRenamed", "withdrawn"}

// cleUnsupported are the fields of a record that CLE cannot say. Its end of
// support is of a support policy that the document may define, so that it is
// the end of security support only where a person reads it so.
var cleUnsupported = []string{"supplier", "product.name", "end_of_security_support"}

// readCLE reads a CLE document. The dates of the record are those of the one
// event of a type that stands; where several stand, for several versions, the
// events alone say it.
func readCLE(src *source, l Limits) reading {
	root, problem := src.parse(l.withDefaults())
	if problem != nil {
		return refusedLifecycle(problem)
	}
	r := &spotReader{limits: l.withDefaults()}
	doc := spot{n: root}
	version := "1.0.0"
	row := newLifecycle("cle", version, "")
	row.Unsupported = cleUnsupported
	row.Supplier.State, row.Product.Name.State, row.EndOfSecurity.State = Unsupported, Unsupported, Unsupported
	row.Updated = r.moment(doc.get("updatedAt"))
	r.identify(&row.Product, doc.get("identifier"))
	row.Events = r.events(doc.get("events"))
	row.date(map[string]*Date{
		"released": &row.GeneralAvailability, "endOfMarketing": &row.EndOfSales,
		"endOfSupport": &row.EndOfSupport, "endOfLife": &row.EndOfLife,
	})
	return lifecycleReading(version, []Lifecycle{row}, r.result())
}

// identify takes the first package URL and CPE of an identifier or a list.
func (r *spotReader) identify(p *Product, s spot) {
	ids := []spot{s}
	if s.n != nil && s.n.kind == arrayNode {
		ids = s.list()
	}
	for _, id := range ids {
		t := r.text(id)
		switch {
		case t.State != Stated:
			keepBetter(&p.PURL, t)
		case validPURL(t.Value):
			keepBetter(&p.PURL, t)
		case validCPE(t.Value):
			keepBetter(&p.CPE, t)
		default:
			r.problem(codeUnknownValue, id, "%s is no package URL; write one, such as pkg:generic/acme/gateway", quoted(t.Value))
			keepBetter(&p.PURL, Text{State: Invalid})
		}
	}
}

// events reads the events and marks those that are withdrawn.
func (r *spotReader) events(s spot) List[LifecycleEvent] {
	list := List[LifecycleEvent]{State: Absent, Items: []LifecycleEvent{}}
	if s.there() {
		list.State = Stated
	}
	withdrawn := map[string]bool{}
	for _, entry := range r.entries(s) {
		if !r.object(entry) {
			continue
		}
		event := LifecycleEvent{
			ID: r.text(entry.get("id")), Type: r.text(entry.get("type")), Support: r.text(entry.get("supportId")),
			Effective: r.moment(entry.get("effective")), Published: r.moment(entry.get("published")),
			Versions: Texts{State: Absent, Items: []string{}}, Location: entry.at,
		}
		if event.Type.State == Stated && !slices.Contains(cleEvents, event.Type.Value) {
			r.problem(codeUnknownValue, entry.get("type"), "%s is not a type of event of CLE; write one of %s", quoted(event.Type.Value), strings.Join(cleEvents, ", "))
			event.Type = Text{State: Unknown}
		}
		add := func(t Text) {
			if t.State == Stated {
				event.Versions.State, event.Versions.Items = Stated, append(event.Versions.Items, t.Value)
			}
		}
		add(r.text(entry.get("version")))
		for _, v := range r.entries(entry.get("versions")) {
			add(r.text(v.get("range")))
			add(r.text(v.get("version")))
		}
		if event.Type.Value == "withdrawn" {
			withdrawn[r.text(entry.get("eventId")).Value] = true
		}
		list.Items = append(list.Items, event)
	}
	for i := range list.Items {
		e := &list.Items[i]
		e.Withdrawn = e.ID.State == Stated && withdrawn[e.ID.Value]
	}
	return list
}

// date fills the dates of the record from the events that stand. A day of a
// wrong form is kept as such where no event gives a right one.
func (l *Lifecycle) date(fields map[string]*Date) {
	days := map[string]map[string]bool{}
	for _, e := range l.Events.Items {
		field := fields[e.Type.Value]
		if field == nil || e.Withdrawn {
			continue
		}
		if e.Effective.State != Stated {
			if field.State != Stated && (e.Effective.State == Invalid || e.Effective.State == Placeholder) {
				field.State = e.Effective.State
			}
			continue
		}
		if days[e.Type.Value] == nil {
			days[e.Type.Value] = map[string]bool{}
		}
		days[e.Type.Value][strconv.Itoa(e.Effective.Value.Day)] = true
		*field = e.Effective
	}
	for name, seen := range days {
		if len(seen) > 1 {
			*fields[name] = Date{State: Absent}
		}
	}
}

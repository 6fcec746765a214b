package evidence

import (
	"reflect"
	"strings"
)

// openEoXSchema begins the schema that an OpenEoX core document must name.
const openEoXSchema = "https://docs.oasis-open.org/openeox/"

// looksLikeOpenEoX recognises the core of OpenEoX: one record of dates, which
// does not say of which product.
func looksLikeOpenEoX(h head) bool {
	return tree(h) && (strings.HasPrefix(h.scalar["$schema"], openEoXSchema) && !h.has("$defs") ||
		h.has("end_of_security_support") && h.has("end_of_life") && h.has("last_updated"))
}

// openEoXUnsupported are the fields of a record that OpenEoX core cannot say.
var openEoXUnsupported = []string{"supplier", "product", "end_of_support", "events"}

// readOpenEoX reads an OpenEoX core document, 1.0. A date that is still to be
// announced is unknown, which is more than that nothing is said of it.
func readOpenEoX(src *source, l Limits) reading {
	root, problem := src.parse(l.withDefaults())
	if problem != nil {
		return refusedLifecycle(problem)
	}
	r := &spotReader{limits: l.withDefaults()}
	doc := spot{n: root}
	version := "1.0"
	if name := doc.get("$schema").plain(); strings.HasPrefix(name, openEoXSchema) {
		version, _, _ = strings.Cut(strings.TrimPrefix(strings.TrimPrefix(name, openEoXSchema), "v"), "/")
	}
	none := Text{State: Unsupported}
	row := newLifecycle("openeox", version, "")
	row.Unsupported = openEoXUnsupported
	row.Supplier, row.Product = none, Product{none, none, none, none}
	row.EndOfSupport.State, row.Events.State = Unsupported, Unsupported
	row.Updated = r.moment(doc.get("last_updated"))
	row.GeneralAvailability = r.announced(doc.get("general_availability"))
	row.EndOfSales = r.announced(doc.get("end_of_sales"))
	row.EndOfSecurity = r.announced(doc.get("end_of_security_support"))
	row.EndOfLife = r.announced(doc.get("end_of_life"))
	for _, name := range []string{"end_of_life", "end_of_security_support", "last_updated"} {
		if !doc.get(name).there() {
			r.problem("missing_field", spot{n: root}, "OpenEoX asks for %s, which is not there; add it", quoted(name))
		}
	}
	return lifecycleReading(version, []Lifecycle{row}, r.result())
}

// announced reads a date-time of OpenEoX, or its word for one to come.
func (r *spotReader) announced(s spot) Date {
	if s.plain() == "tba" {
		return Date{State: Unknown}
	}
	return r.moment(s)
}

// moment reads a date-time of RFC 3339; a date alone is none.
func (r *spotReader) moment(s spot) Date {
	t := r.text(s)
	if t.State != Stated {
		return Date{State: t.State}
	}
	day, ok := parseTimestamp(t.Value)
	if !ok {
		r.problem(codeBadDate, s, "%s is not a date with a time; write it as in \"2026-09-14T00:00:00Z\"", quoted(t.Value))
		return Date{State: Invalid}
	}
	return Date{State: Stated, Value: day}
}

// newLifecycle is a record that says nothing.
func newLifecycle(format, version, location string) Lifecycle {
	l := Lifecycle{Format: format, FormatVersion: version, Unsupported: []string{}, Location: location}
	complete(reflect.ValueOf(&l).Elem())
	l.SBOM, l.Row = -1, -1
	return l
}

func refusedLifecycle(p *Problem) reading {
	return reading{kinds: []Kind{KindLifecycle}, problems: []Problem{*p}}
}

func lifecycleReading(version string, rows []Lifecycle, problems []Problem) reading {
	return reading{kinds: []Kind{KindLifecycle}, formatVersion: version, readable: true, problems: problems, lifecycle: rows}
}

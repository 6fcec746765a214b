package advisory

import (
	"encoding/binary"
	"errors"
)

// Advisories are many and are read by the thousand in one screening, so they
// are stored in a form of their own: numbers as variable lengths, strings
// behind their length. All other records are stored as JSON. The summary
// stands among the texts, where no match looks.

// encodeAdvisory gives an advisory without its summary.
func encodeAdvisory(a *Advisory) []byte {
	e := encoder{}
	for _, s := range []string{a.ID, a.Published, a.Modified, a.Withdrawn} {
		e.string(s)
	}
	e.strings(a.Aliases)
	e.strings(a.Upstream)
	e.severities(a.Severity)
	e.count(len(a.Affected))
	for i := range a.Affected {
		e.affected(&a.Affected[i])
	}
	return e
}

type encoder []byte

func (e *encoder) count(n int) { *e = binary.AppendUvarint(*e, uint64(n)) } //nolint:gosec // a length

func (e *encoder) string(s string) {
	e.count(len(s))
	*e = append(*e, s...)
}

func (e *encoder) strings(list []string) {
	e.count(len(list))
	for _, s := range list {
		e.string(s)
	}
}

func (e *encoder) severities(list []Severity) {
	e.count(len(list))
	for _, s := range list {
		e.string(s.Type)
		e.string(s.Score)
	}
}

func (e *encoder) affected(a *Affected) {
	for _, s := range []string{a.Ecosystem, a.Name, a.PURL, a.CPE} {
		e.string(s)
	}
	e.strings(a.Versions)
	e.severities(a.Severity)
	e.count(len(a.Ranges))
	for _, r := range a.Ranges {
		e.string(r.Type)
		e.count(len(r.Events))
		for _, event := range r.Events {
			for _, s := range []string{event.Introduced, event.Fixed, event.LastAffected, event.Limit} {
				e.string(s)
			}
		}
	}
}

var errRecord = errors.New("a record cannot be read")

// decodeAdvisory reads what encodeAdvisory gives. All its strings are parts of
// one copy of the data.
func decodeAdvisory(data []byte) (*Advisory, error) {
	d := &decoder{rest: string(data)}
	a := &Advisory{ID: d.string(), Published: d.string(), Modified: d.string(), Withdrawn: d.string()}
	a.Aliases, a.Upstream, a.Severity = d.strings(), d.strings(), d.severities()
	a.Affected = make([]Affected, d.count(7))
	for i := range a.Affected {
		d.affected(&a.Affected[i])
	}
	if d.bad || d.rest != "" {
		return nil, errRecord
	}
	return a, nil
}

type decoder struct {
	rest string
	bad  bool
}

// count reads the length of a list of things that take at least so many bytes,
// so that no length is believed that the rest cannot hold.
func (d *decoder) count(least int) int {
	n, shift := uint64(0), 0
	for i := 0; i < len(d.rest) && shift < 63; i++ {
		b := d.rest[i]
		n |= uint64(b&0x7f) << shift
		if shift += 7; b < 0x80 {
			d.rest = d.rest[i+1:]
			if n > uint64(len(d.rest)/least) { //nolint:gosec // least is a small constant
				break
			}
			return int(n) //nolint:gosec // compared above
		}
	}
	d.bad, d.rest = true, ""
	return 0
}

func (d *decoder) string() string {
	n := d.count(1)
	s := d.rest[:n]
	d.rest = d.rest[n:]
	return s
}

func (d *decoder) strings() []string {
	list := make([]string, d.count(1))
	for i := range list {
		list[i] = d.string()
	}
	return list
}

func (d *decoder) severities() []Severity {
	list := make([]Severity, d.count(2))
	for i := range list {
		list[i] = Severity{Type: d.string(), Score: d.string()}
	}
	return list
}

func (d *decoder) affected(a *Affected) {
	a.Ecosystem, a.Name, a.PURL, a.CPE = d.string(), d.string(), d.string(), d.string()
	a.Versions, a.Severity = d.strings(), d.severities()
	a.Ranges = make([]Range, d.count(2))
	for i := range a.Ranges {
		r := &a.Ranges[i]
		r.Type, r.Events = d.string(), make([]Event, d.count(4))
		for j := range r.Events {
			r.Events[j] = Event{Introduced: d.string(), Fixed: d.string(), LastAffected: d.string(), Limit: d.string()}
		}
	}
}

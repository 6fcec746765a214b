package advisory

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/go-json-experiment/json"
)

// Content is one data set whole in memory, with the records of its kind.
type Content struct {
	Set
	Advisories   []Advisory
	Exploited    []Exploited
	Scores       []Score
	Points       []Points
	Cycles       []Cycle
	Entities     []Entity
	Certificates []Certificate
}

// New makes data of sets that are whole in memory, as an import would store
// them. What the sets say of their digest, size and counts is worked out.
func New(contents ...Content) *Data {
	d := &Data{}
	shared := newCache(cacheLimit)
	contents = slices.Clone(contents)
	slices.SortStableFunc(contents, func(a, b Content) int { return strings.Compare(a.Name, b.Name) })
	for _, c := range contents {
		b := newBuilder(c.Kind)
		c.records(func(r record) { _ = b.add(r) }) // of two records with one id the first stays
		file := &bytes.Buffer{}
		digest, size, err := b.write(file, c.Format, c.Date)
		if err != nil {
			panic(err) // a buffer takes all, and no test makes gigabytes
		}
		t, err := openTable(c.Name, bytes.NewReader(file.Bytes()), size, shared)
		if err != nil {
			panic(err) // it was written just now
		}
		c.Digest = digest
		d.sets, d.tables = append(d.sets, t.describe(c.Set)), append(d.tables, t)
	}
	return d
}

// records calls for every record of the content.
func (c *Content) records(call func(record)) {
	all(c.Advisories, advisoryRecord, call)
	all(c.Exploited, exploitedRecord, call)
	all(c.Scores, scoreRecord, call)
	all(c.Points, pointsRecord, call)
	all(c.Cycles, cycleRecord, call)
	all(c.Entities, entityRecord, call)
	all(c.Certificates, certificateRecord, call)
}

func all[T any](list []T, make func(*T) record, call func(record)) {
	for i := range list {
		call(make(&list[i]))
	}
}

// record is a row with what the set as a whole says of its records.
type record struct {
	row
	modified   string // of two records with one id the later one stays
	dated      string // the latest day that it states
	withdrawn  bool
	ecosystems []string
}

// builder collects the records of one set in any order.
type builder struct {
	kind    Kind
	records []record
	byID    map[string]int
	names   map[string]string // every ecosystem, kept once
	skipped int
}

func newBuilder(kind Kind) *builder {
	return &builder{kind: kind, byID: map[string]int{}, names: map[string]string{}}
}

// add takes a record. Of two with one id the one that was modified later stays;
// two that differ and were modified at the same time contradict each other.
func (b *builder) add(r record) error {
	for i, name := range r.ecosystems {
		if _, ok := b.names[name]; !ok {
			b.names[strings.Clone(name)] = strings.Clone(name)
		}
		r.ecosystems[i] = b.names[name]
	}
	at, twice := b.byID[r.id]
	if !twice {
		b.byID[r.id] = len(b.records)
		b.records = append(b.records, r)
		return nil
	}
	old := &b.records[at]
	if r.modified == old.modified && (!bytes.Equal(old.body, r.body) || old.text != r.text) {
		return fmt.Errorf("it stands there twice and differs")
	}
	if r.modified > old.modified {
		*old = r
	}
	return nil
}

// date is the publisher's own, else the latest that a record states.
func (b *builder) date(stated string) string {
	if stated != "" {
		return stated
	}
	for _, r := range b.records {
		stated = max(stated, day(r.dated))
	}
	return stated
}

// write writes the set.
func (b *builder) write(w io.Writer, format, date string) (digest string, size int64, err error) {
	head := header{Kind: b.kind, Format: format, Records: len(b.records), Skipped: b.skipped, Ecosystems: []string{}}
	rows := make([]row, len(b.records))
	seen := map[string]bool{}
	for i, r := range b.records {
		rows[i] = r.row
		if r.withdrawn {
			head.Withdrawn++
		}
		for _, ecosystem := range r.ecosystems {
			seen[ecosystem] = true
		}
	}
	head.Date = b.date(date)
	head.Ecosystems = slices.AppendSeq(head.Ecosystems, maps.Keys(seen))
	slices.Sort(head.Ecosystems)
	return writeTable(w, head, rows)
}

// describe completes what a store says of a set with what the set says of itself.
func (t *table) describe(s Set) Set {
	s.Kind, s.Format, s.Date = t.head.Kind, t.head.Format, t.head.Date
	s.Records, s.Withdrawn, s.Skipped = t.head.Records, t.head.Withdrawn, t.head.Skipped
	s.Ecosystems, s.Digest, s.Size = slices.Clone(t.head.Ecosystems), t.digest, t.size
	return s
}

func advisoryRecord(a *Advisory) record {
	r := record{row: row{id: a.ID, text: a.Summary}, modified: a.Modified, withdrawn: a.Withdrawn != ""}
	if t, err := time.Parse(time.RFC3339, a.Modified); err == nil {
		r.modified = t.UTC().Format("2006-01-02T15:04:05.000000000") // texts of one length compare as times do
	}
	r.dated = max(day(a.Published), day(a.Modified), day(a.Withdrawn))
	keys := []string{}
	for i := range a.Affected {
		affected := &a.Affected[i]
		ecosystem, name := affected.Package()
		if name != "" {
			keys = append(keys, keyOfPackage(ecosystem, name))
		}
		if vendor, product := affected.Product(); product != "" {
			keys = append(keys, keyOfProduct(vendor, product))
		}
		if ecosystem = either(affected.Ecosystem, ecosystem); ecosystem != "" {
			r.ecosystems = append(r.ecosystems, ecosystem)
		}
	}
	if len(keys) > 0 {
		r.order = slices.Min(keys) // records of one package lie together
	}
	for _, id := range append([]string{a.ID}, a.Aliases...) {
		keys = append(keys, keyOfID(id))
	}
	slices.Sort(keys)
	r.keys, r.body = slices.Compact(keys), encodeAdvisory(a)
	return r
}

func exploitedRecord(e *Exploited) record { return jsonRecord(e, e.CVE, e.Added, keyOfID(e.CVE)) }
func scoreRecord(s *Score) record         { return jsonRecord(s, s.CVE, "", keyOfID(s.CVE)) }
func pointsRecord(p *Points) record       { return jsonRecord(p, p.CVE, p.Date, keyOfID(p.CVE)) }
func entityRecord(e *Entity) record       { return jsonRecord(e, e.ID, "") }

func certificateRecord(c *Certificate) record {
	return jsonRecord(c, c.Number, "", keyOfID(c.Number))
}

func cycleRecord(c *Cycle) record {
	keys := []string{}
	for _, name := range c.Names {
		keys = append(keys, keyOfName(name))
	}
	for _, purl := range c.PURLs {
		if l, ok := parsePURL(purl); ok {
			purl = l.base() // without qualifiers
		}
		keys = append(keys, keyOfName(purl))
	}
	for _, cpe := range c.CPEs {
		if parts, ok := parseCPE(cpe); ok {
			cpe = "cpe:2.3:" + parts.part + ":" + parts.vendor + ":" + parts.product
		}
		keys = append(keys, keyOfName(cpe))
	}
	slices.Sort(keys)
	return jsonRecord(c, c.Product+"\x00"+c.Cycle+"\x00"+c.Versions, "", slices.Compact(keys)...)
}

func jsonRecord(value any, id, modified string, keys ...string) record {
	body, err := json.Marshal(value)
	if err != nil {
		panic(err) // strings and numbers, which importers checked
	}
	return record{row: row{order: id, id: id, body: body, keys: keys}, modified: modified, dated: modified}
}

func decodeJSON[T any](data []byte) (*T, error) {
	value := new(T)
	if err := json.Unmarshal(data, value, json.RejectUnknownMembers(true)); err != nil {
		return nil, errRecord
	}
	return value, nil
}

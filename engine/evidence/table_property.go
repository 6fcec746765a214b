package evidence

import (
	"bytes"
	"iter"
	"slices"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// PropertyTable is the properties of one SBOM, in the order in which they stand.
// It holds where their values are in the document, and makes a row when it is
// asked for. It never changes, and is safe for concurrent use; its JSON form is
// the list of its rows. The zero table is empty.
type PropertyTable struct{ rows *propertyList }

// propertyList is properties in 24 bytes each, where rows took 88 and their
// texts: 10 MB of 100,000 components instead of 45, and none of it for the
// collector to look through (BenchmarkCycloneDX/100000).
type propertyList struct {
	data  []byte   // the document, or its JSON twin
	names []string // of the properties, and what parts of their owners they are in
	list  []propertyRow
}

type propertyRow struct {
	value    int64 // where its string starts in data; noValue for what is no text that is kept
	name, in int32
	row      int32
	of       uint8 // in propertyOwners
}

const noValue = -1

// propertyOwners are the words of Property.Of, by number.
var propertyOwners = []string{ofDocument, ofMetadata, ofSubject, ofComponent, ofService, ofCrypto, ofModelCard}

// Len is the number of rows.
func (t PropertyTable) Len() int {
	if t.rows == nil {
		return 0
	}
	return len(t.rows.list)
}

// At makes the row of a number, from 0 to below Len.
func (t PropertyTable) At(row int) Property {
	r := &t.rows.list[row]
	names := t.rows.names
	return Property{Of: propertyOwners[r.of], Row: int(r.row), In: names[r.in], Name: names[r.name], Value: t.rows.value(r)}
}

// All makes the rows one after the other.
func (t PropertyTable) All() iter.Seq2[int, Property] {
	return func(yield func(int, Property) bool) {
		for row := range t.Len() {
			if !yield(row, t.At(row)) {
				return
			}
		}
	}
}

// Named makes the rows whose names begin with a text, and no others: each name
// is looked at once, however many rows have it.
func (t PropertyTable) Named(prefix string) iter.Seq2[int, Property] {
	return func(yield func(int, Property) bool) {
		if t.rows == nil {
			return
		}
		names := t.rows.names
		wanted := make([]bool, len(names))
		for i, name := range names {
			wanted[i] = strings.HasPrefix(name, prefix)
		}
		if !slices.Contains(wanted, true) {
			return
		}
		for row := range t.rows.list {
			if wanted[t.rows.list[row].name] && !yield(row, t.At(row)) {
				return
			}
		}
	}
}

// MarshalJSON writes the list of the rows.
func (t PropertyTable) MarshalJSON() ([]byte, error) { return writeTable(t) }

func (t PropertyTable) made(row int) any { return t.At(row) }

// value is the text of a value.
func (l *propertyList) value(r *propertyRow) string {
	if r.value == noValue {
		return ""
	}
	raw := l.raw(r)
	if bytes.IndexByte(raw, '\\') < 0 {
		return string(raw[1 : len(raw)-1])
	}
	// The string was accepted, so that unquoting cannot err.
	text, _ := jsontext.AppendUnquote(nil, raw)
	return string(text)
}

// raw is the string of a value as it stands in the document, with its quotes.
func (l *propertyList) raw(r *propertyRow) []byte {
	for end := r.value + 1; ; end++ {
		switch l.data[end] {
		case '"':
			return l.data[r.value : end+1]
		case '\\':
			end++
		}
	}
}

// plain says that a value is printable ASCII without an escape, which has no flaw,
// and whether it is any text at all.
func (l *propertyList) plain(r *propertyRow) (plain, some bool) {
	if r.value == noValue {
		return true, false
	}
	for _, c := range l.data[r.value+1:] {
		switch {
		case c == '"':
			return true, some
		case c == '\\' || c-' ' > '~'-' ':
			return false, true
		}
		some = true
	}
	return false, true
}

// count is the number of rows.
func (l *propertyList) count() int {
	if l == nil {
		return 0
	}
	return len(l.list)
}

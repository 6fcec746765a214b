package advisory

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
)

// Import says what to import, and as what.
type Import struct {
	Format   string // name of one of Formats
	Name     string // of the set in the store; "" is the name of the format
	Source   string // what the set says of where it came from; "" is the name of the source
	Imported time.Time
	// Date is as of when the data is (YYYY-MM-DD), where its publisher does not say.
	Date string
	// AllowOlder lets data replace data of a later date.
	AllowOlder bool
	// SkipInvalid leaves records out that are not valid, and counts them; without
	// it one such record refuses the import. Only formats with many independent
	// records know it (osv, csaf, vulnrichment); damage to a file itself, such as a
	// file that was cut off, always refuses it.
	SkipInvalid bool
	Limits      Limits
}

// Imported is what an import did.
type Imported struct {
	Set     Set
	Before  *Set    // the set that it replaced; nil when there was none
	Skipped []error // why records were left out, the first of them
}

// OlderError says that the data is of an earlier date than what it would replace.
type OlderError struct{ Name, Date, Have string }

func (e *OlderError) Error() string {
	return fmt.Sprintf("the data is of %s and the set %s in the store is of %s: the set stays as it was", e.Date, printable(e.Name), e.Have)
}

// Import reads a source whole and stores it as a set. The set that has the name
// stays in use until the new one is complete, and for good when there is an error.
func (s *Store) Import(ctx context.Context, source Source, job Import) (*Imported, error) {
	f, err := job.prepare(source)
	if err != nil {
		return nil, err
	}
	sets, err := s.sets()
	if err != nil {
		return nil, err
	}
	r := newReading(ctx, job, f.kind)
	if err := f.readAll(r, source); err != nil {
		return nil, err
	}
	if len(r.set.records) == 0 && f.kind != KindKEV {
		return nil, refuse("%s has no record that could be imported", printable(source.name))
	}
	if r.date, err = job.dateOf(r.date); err != nil {
		return nil, err
	}
	out := &Imported{Skipped: r.skipped}
	if i := slices.IndexFunc(sets, func(old Set) bool { return old.Name == job.Name }); i >= 0 {
		out.Before = &sets[i]
	}
	if err := job.mayReplace(out.Before, f, r.set.date(r.date)); err != nil {
		return nil, err
	}
	set := Set{Name: job.Name, Source: job.Source, Imported: job.Imported.UTC().Format(time.RFC3339)}
	out.Set, err = s.put(set, func(w io.Writer) (string, int64, error) {
		return r.set.write(w, f.name, r.date)
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// prepare checks the job and fills in what it leaves open.
func (job *Import) prepare(source Source) (format, error) {
	i := slices.IndexFunc(formats, func(f format) bool { return f.name == job.Format })
	if i < 0 {
		return format{}, fmt.Errorf("%s is not a kind of data that can be imported", printable(job.Format))
	}
	if job.Name == "" {
		job.Name = job.Format
	}
	if !validName(job.Name) {
		return format{}, fmt.Errorf("%s is not a name for a data set: use small letters, digits, - . and _, 64 at most", printable(job.Name))
	}
	if job.Source == "" {
		job.Source = source.name
	}
	job.Source = strings.ToValidUTF8(job.Source, "\ufffd")
	return formats[i], nil
}

// dateOf is the publisher's date, else the importer's.
func (job *Import) dateOf(stated string) (string, error) {
	if _, err := time.Parse(time.DateOnly, job.Date); err != nil && job.Date != "" {
		return "", fmt.Errorf("%s is not a date such as 2026-11-30", printable(job.Date))
	}
	if stated != "" && job.Date != "" && stated != job.Date {
		return "", fmt.Errorf("the data says that it is of %s: give no other date", stated)
	}
	return either(stated, job.Date), nil
}

func validName(name string) bool {
	fits := func(r rune) bool { return 'a' <= r && r <= 'z' || '0' <= r && r <= '9' }
	for i, r := range name {
		if !fits(r) && (i == 0 || !strings.ContainsRune("-._", r)) {
			return false
		}
	}
	return name != "" && len(name) <= 64
}

// mayReplace refuses to put data in place of other data by mistake.
func (job *Import) mayReplace(old *Set, f format, date string) error {
	switch {
	case old == nil:
		return nil
	case old.Kind != f.kind:
		return fmt.Errorf("the set %s in the store is of the kind %s and this data is of the kind %s: give it another name", printable(old.Name), old.Kind, f.kind)
	case date < old.Date && !job.AllowOlder:
		return &OlderError{Name: old.Name, Date: either(date, "no stated date"), Have: old.Date}
	}
	return nil
}

func either(first, second string) string {
	if first != "" {
		return first
	}
	return second
}

// Remove takes a set out of the store.
func (s *Store) Remove(name string) error {
	sets, err := s.sets()
	if err != nil {
		return err
	}
	kept := slices.DeleteFunc(slices.Clone(sets), func(set Set) bool { return set.Name == name })
	if len(kept) == len(sets) {
		return fmt.Errorf("there is no data set %s in the store", printable(name))
	}
	return s.replaceIndex(kept)
}

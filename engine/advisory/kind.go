package advisory

import (
	"context"
	"errors"
	"path"
	"slices"
	"strings"
	"time"
)

// format is one form in which a publisher gives data.
type format struct {
	name  string
	kind  Kind
	about string   // for people
	ends  []string // endings of the names of its files in folders and archives
	read  func(*reading, document) error
}

// formats are the forms that are read. A form is one file and one row here.
var formats = []format{
	{"kev", KindKEV, "CISA's catalogue of known exploited vulnerabilities (JSON)", []string{".json"}, readKEV},
	{"osv", KindAdvisories, "OSV records: a record, JSON lines, a folder or an all.zip", []string{".json", ".jsonl"}, readOSV},
	{"csaf", KindAdvisories, "CSAF advisories 2.0 and 2.1 (JSON): a document, a folder or a zip", []string{".json"}, readCSAF},
	{"epss", KindEPSS, "EPSS scores (CSV, also .gz)", []string{".csv"}, readEPSS},
	{"vulnrichment", KindSSVC, "CVE records with CISA's SSVC decision points: a record, a folder or a zip", []string{".json", ".jsonl"}, readVulnrichment},
	{"endoflife", KindLifecycle, "endoflife.date: its API (version 0 or 1) or its product pages", []string{".json", ".md"}, readEndOfLife},
	{"openeox", KindLifecycle, "OpenEoX cores, each beside its product", []string{".json"}, readOpenEoX},
	{"cle", KindLifecycle, "CLE documents (ECMA-428)", []string{".json"}, readCLE},
	{"sources", KindSources, "prohibited sources, in bidgate's own form (YAML or JSON)", []string{".yaml", ".yml", ".json"}, readSources},
	{"cmvp", KindCertificates, "FIPS 140 module certificates (CSV)", []string{".csv"}, readCMVP},
}

// Format is one form that can be imported.
type Format struct {
	Name  string
	Kind  Kind
	About string
}

// Formats lists the forms that can be imported, in the order of help.
func Formats() []Format {
	list := make([]Format, len(formats))
	for i, f := range formats {
		list[i] = Format{f.name, f.kind, f.about}
	}
	return list
}

// reading is the import of one set on its way.
type reading struct {
	ctx         context.Context
	limits      Limits
	skipInvalid bool
	set         *builder
	date        string // of the publisher's own statement, the latest of all documents
	skipped     []error
	schemas     map[string]*schema // by their text
}

func newReading(ctx context.Context, job Import, kind Kind) *reading {
	return &reading{ctx: ctx, limits: job.Limits.orDefault(), skipInvalid: job.SkipInvalid, set: newBuilder(kind), schemas: map[string]*schema{}}
}

// readAll reads every document of a source.
func (f format) readAll(r *reading, source Source) error {
	return source.documents(r.ctx, r.limits, f.takes, func(d document) error {
		err := f.read(r, d)
		if fault := (*ImportError)(nil); errors.As(err, &fault) && fault.File == "" {
			return within(err, d.name, nil, 0, "")
		}
		return err
	})
}

func (f format) takes(name string) bool {
	return slices.Contains(f.ends, strings.ToLower(path.Ext(name)))
}

// dated notes the date of a document by its publisher.
func (r *reading) dated(date string) { r.date = max(r.date, day(date)) }

// day is the date of a timestamp.
func day(text string) string { return text[:min(len(text), len("2006-01-02"))] }

// add takes a record into the set.
func (r *reading) add(rec record) error {
	if err := r.ctx.Err(); err != nil {
		return err
	}
	if len(r.set.records) >= r.limits.Records {
		return refuse("there are more than %d records", r.limits.Records)
	}
	if err := r.set.add(rec); err != nil {
		return &ImportError{Record: rec.id, What: err.Error()}
	}
	return nil
}

// invalid decides what becomes of a record that is not valid: it refuses the
// import, unless invalid records were to be left out, counted.
func (r *reading) invalid(err error) error {
	fault := (*ImportError)(nil)
	if !r.skipInvalid || !errors.As(err, &fault) || fault.damaged || fault.Record == "" && fault.Line == 0 {
		return err
	}
	r.set.skipped++
	if len(r.skipped) < maxTold {
		r.skipped = append(r.skipped, err)
	}
	return nil
}

// maxTold is how many of the records left out are told of one by one.
const maxTold = 20

// datedStrictly is dated for a date or time that must be one.
func (r *reading) datedStrictly(date string) error {
	if _, err := time.Parse(time.DateOnly, day(date)); err != nil {
		return refuse("%s is not a date", printable(date))
	}
	r.dated(date)
	return nil
}

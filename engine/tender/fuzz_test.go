package tender_test

import (
	"bytes"
	"errors"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/bidgate/bidgate/engine/tender"
)

// place is how every error begins: the file, a line from 1, and one space.
var place = regexp.MustCompile(`^f\.yaml:([1-9][0-9]*): `)

// fuzz holds a parser to its contract: it never panics; a value comes without
// an error and an error without a value; each fault names file, a line that
// the file has, and what to do, in one inert line; the same bytes read the
// same; and a comment or CRLF line ends, which are not content, change nothing.
func fuzz(f *testing.F, marker string, seeds ...string) {
	p := parsers[marker]
	for _, seed := range append(seeds, p.least, "", p.least+"\xff", "? a\n", p.least+"a: &b [*b]\n", p.least+"use: {a: 1}\noffers: 2\n") {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := p.parse("f.yaml", data)
		if err != nil {
			checkFaults(t, err, data)
			return
		}
		again, err := p.parse("f.yaml", append([]byte("# a comment\n"), data...))
		if err != nil && !bytes.HasPrefix(data, []byte("%")) && !bytes.HasPrefix(data, []byte("\xef\xbb\xbf")) && len(data) < 1<<20-20 {
			t.Errorf("%q is read, and with a comment before it not: %v", data, err)
		}
		if err == nil && !cmp.Equal(got, again, sameContent...) {
			t.Errorf("%q with a comment before it reads otherwise: %s", data, cmp.Diff(got, again, sameContent...))
		}
	})
}

// sameContent leaves out the digest of the bytes, and the lines.
var sameContent = []cmp.Option{
	cmpopts.IgnoreUnexported(tender.Profile{}, tender.Tender{}),
	cmp.FilterPath(func(p cmp.Path) bool {
		field, ok := p.Last().(cmp.StructField)
		return ok && ((field.Name() == "Digest" || field.Name() == "Source") && p.Index(-2).Type() == reflect.TypeFor[tender.Profile]() || field.Name() == "Line")
	}, cmp.Ignore()),
}

func checkFaults(t *testing.T, err error, data []byte) {
	t.Helper()
	var faults tender.Faults
	if !errors.As(err, &faults) || len(faults) == 0 {
		t.Fatalf("%q gives %v, which is no list of faults", data, err)
	}
	if !place.MatchString(err.Error()) {
		t.Errorf("error %q of %q does not begin with file and line", err, data)
	}
	// YAML also breaks lines at CR, NEL, LS and PS.
	last := 2 + strings.Count(string(data), "\n") + strings.Count(string(data), "\r") + strings.Count(string(data), "\u0085") +
		strings.Count(string(data), "\u2028") + strings.Count(string(data), "\u2029")
	for i, fault := range faults {
		if fault.Line < 1 || fault.Line > last || fault.Wrong == "" || fault.Do == "" || fault.File != "f.yaml" {
			t.Errorf("fault %+v of %q", fault, data)
		}
		if i > 0 && fault.Line < faults[i-1].Line {
			t.Errorf("faults of %q do not come by line: %v", data, faults)
		}
		for _, r := range fault.Error() {
			if r < ' ' || r >= 0x7f && r < 0xa0 {
				t.Errorf("fault %q of %q is not one inert line", fault.Error(), data)
			}
		}
	}
}

func FuzzParseProfile(f *testing.F) { fuzz(f, "profile", goodProfile) }

func FuzzParseTender(f *testing.F) {
	fuzz(f, "tender", "tender: 1\nid: a\nprofile: {name: b}\noffers:\n - {bundle: c, vendor: d, items: [{product: e}]}\n")
}

func FuzzParseExceptions(f *testing.F) {
	fuzz(f, "exceptions", "exceptions: 1\nlist:\n - {requirement: a.b, reason: c, approver: d, tender: true, until: 2027-01-01}\n")
}

func FuzzParseDeterminations(f *testing.F) {
	fuzz(f, "determinations", "determinations: 1\nlist:\n - {requirement: a.b, outcome: met, reason: c, place: d, by: e, date: 2027-01-01, vendor: v, product: w}\n")
}

func FuzzParseLimits(f *testing.F) { fuzz(f, "limits", "limits: 1\nMaxFiles: 20000\n") }

package render_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/report"
)

// endings are the files that the formats are kept in.
var endings = map[string]string{
	"sarif": ".sarif.json", "junit": ".junit.xml", "github": ".github.txt", "gitlab": ".gitlab.json",
	"markdown": ".md", "markdown-public": ".public.md", "csv": ".csv",
	"csv-components": ".components.csv", "csv-threats": ".threats.csv", "csv-answers": ".answers.csv", "csv-documents": ".documents.csv",
	"html": ".html", "html-public": ".public.html", "letter": ".letter.md", "letter-html": ".letter.html",
	"vsa": ".vsa.json", "oscal": ".oscal.json", "cdxa": ".cdxa.json",
}

// whole are the recorded reports of which every format is kept whole; of the
// others a digest is.
var whole = []string{"undetermined", "meets_with_exceptions", "empty"}

// TestFormatGoldens holds every format but text of every recorded report, and
// that a second time gives the same.
func TestFormatGoldens(t *testing.T) {
	for name, build := range recorded {
		r := build()
		for _, f := range render.Formats() {
			if endings[f.Name] == "" || !slices.Contains(whole, name) {
				continue
			}
			got := renderTo(t, &r, f.Name, render.Options{})
			golden(t, filepath.Join("testdata", name+endings[f.Name]), got)
			if renderTo(t, &r, f.Name, render.Options{}) != got {
				t.Errorf("%s: %s is another a second time", name, f.Name)
			}
		}
	}
}

// cases are reports of fixtures by name, with the recorded ones.
func cases(t *testing.T) map[string]*report.Report {
	t.Helper()
	all := map[string]*report.Report{}
	for name, build := range recorded {
		r := build()
		all["recorded/"+name] = &r
	}
	files, err := filepath.Glob("../../fixtures/*/report.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for i, file := range files {
		if i%3 != 0 && os.Getenv("BIDGATE_ALL_FIXTURES") == "" {
			continue // enough to hold properties; bytes are held where all are screened
		}
		all["fixtures/"+filepath.Base(filepath.Dir(file))] = fixture(t, file)
	}
	return all
}

func fixture(t *testing.T, file string) *report.Report {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	r, err := report.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return r
}

// TestCases renders fixtures and recorded reports in every format, once. It
// holds that each but the text names the report that it was made from, and that
// each is inert and reads well without the code under test. That fixtures give
// the same bytes as before is held where they are screened.
func TestCases(t *testing.T) {
	OneGoroutine(t)
	for name, r := range cases(t) {
		digest, err := r.Digest()
		if err != nil {
			t.Fatal(err)
		}
		met := r.Verdict == report.Meets || r.Verdict == report.MeetsWithExceptions
		for _, f := range render.Formats() {
			out := renderTo(t, r, f.Name, render.Options{})
			sum := sha256.Sum256([]byte(out))
			switch {
			case f.Name == "json" && digest != "sha256:"+hex.EncodeToString(sum[:]):
				t.Errorf("%s: the digest of the report is not that of its JSON form", name)
			case f.Name == "text" || f.Name == "json" || f.Name == "gitlab" && met, strings.HasPrefix(f.Name, "csv") && strings.Count(out, "\n") == 1: // an empty list says nothing
			case !strings.Contains(out, digest):
				t.Errorf("%s: %s does not name %s", name, f.Name, digest)
			}
			inertOutput(t, name+"/"+f.Name, f.Name, out)
		}
	}
}

// ourCommand is how the annotations that we write begin.
var ourCommand = regexp.MustCompile(`^::(error|warning|notice) (file=[^,:]*,line=\d+,col=\d+,)?title=[^,:]*::`)

func inertOutput(t *testing.T, name, format, out string) {
	t.Helper()
	if !utf8.ValidString(out) {
		t.Errorf("%s: not UTF-8", name)
	}
	for i, line := range strings.Split(out, "\n") {
		for at, c := range line {
			if !report.Visible(c) || unicode.In(c, unicode.Zl, unicode.Zp) {
				t.Errorf("%s:%d: %U stands in the output", name, i+1, c)
				return
			}
			if c == '#' && report.Obeyed(line[at:]) {
				t.Errorf("%s:%d: a runner obeys %.80q", name, i+1, line[at:])
			}
		}
		if strings.HasPrefix(strings.TrimSpace(line), "::") && (format != "github" || !ourCommand.MatchString(line)) {
			t.Errorf("%s:%d: a runner obeys %.80q", name, i+1, line)
		}
	}
	if check := checks[format]; check != nil {
		check(t, name, out)
	}
}

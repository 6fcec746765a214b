package pdf_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/render/pdf"
	"github.com/bidgate/bidgate/engine/report"
)

func recorded(t *testing.T, file string) *report.Report {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	r, err := report.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestPrinted holds a document to be one that programs for people who do not
// see can read: tagged, titled, of a language, with an outline, without script,
// and all of the page in it, folded or not; and to be the same a second time.
func TestPrinted(t *testing.T) {
	if os.Getenv("BIDGATE_BROWSER") == "" {
		t.Skip("BIDGATE_BROWSER is not set; make browser installs what this needs and runs it")
	}
	program, err := pdf.Find("")
	if err != nil {
		t.Skip("no Chromium is installed (Debian: chromium); nothing is printed")
	}
	for name, file := range map[string]string{
		"mongo-no-declaration": "../../../fixtures/mongo-no-declaration/report.json", "keycloak-vulnerable": "../../../fixtures/keycloak-vulnerable/report.json",
		"hostile": "../testdata/hostile.json",
	} {
		r := recorded(t, file)
		var first, second bytes.Buffer
		for _, b := range []*bytes.Buffer{&first, &second} {
			if err := pdf.Write(t.Context(), b, r, render.Options{}, program); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("%s: other bytes a second time", name)
		}
		for _, part := range []string{"/MarkInfo", "/Marked true", "/StructTreeRoot", "/Lang", "/Outlines", "/ViewerPreferences", "/DisplayDocTitle true"} {
			if !bytes.Contains(first.Bytes(), []byte(part)) {
				t.Errorf("%s: no %s", name, part)
			}
		}
		for _, part := range []string{"/JavaScript", "/Launch", "/EmbeddedFile", "/AcroForm", "/URI"} {
			if bytes.Contains(first.Bytes(), []byte(part)) {
				t.Errorf("%s: there is %s", name, part)
			}
		}
		tools(t, name, r, first.Bytes())
	}
}

// tools look at a document with programs of others, where they are.
func tools(t *testing.T, name string, r *report.Report, data []byte) {
	t.Helper()
	file := filepath.Join(t.TempDir(), name+".pdf")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if dir := os.Getenv("BIDGATE_SCREENSHOTS"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, name+".pdf"), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	run := func(program string, args ...string) string {
		if _, err := exec.LookPath(program); err != nil {
			t.Logf("%s is not installed (Debian: qpdf, poppler-utils); the document is not looked at with it", program)
			return ""
		}
		out, err := exec.Command(program, args...).CombinedOutput()
		if err != nil {
			t.Errorf("%s: %s: %v: %.300s", name, program, err, out)
		}
		return string(out)
	}
	run("qpdf", "--check", file)
	if info := run("pdfinfo", file); info != "" {
		for _, want := range []string{`Tagged: +yes`, `Title: +\S`, `JavaScript: +no`, `Form: +none`, `CreationDate: +.*` + r.AsOf[:4]} {
			if !regexp.MustCompile(want).MatchString(info) {
				t.Errorf("%s: pdfinfo does not say %s: %s", name, want, info)
			}
		}
	}
	if tree := run("pdfinfo", "-struct", file); tree != "" {
		for _, want := range []string{"H1", "H2", "H3", "H4", "Table", "TH", "L", "Figure"} {
			if !regexp.MustCompile(`(?m)^\s*` + want + `\b`).MatchString(tree) {
				t.Errorf("%s: no tag %s", name, want)
			}
		}
	}
	if text := strings.Join(strings.Fields(run("pdftotext", file, "-")), " "); text != "" {
		for i := range r.Findings {
			if f := &r.Findings[i]; f.Outcome == report.OutcomeNotMet && f.Member == "" && !f.PartOnly && !f.Advisory && name != "hostile" && !strings.Contains(text, f.Title) {
				t.Errorf("%s: %q is not on paper", name, f.Title)
			}
		}
	}
}

// TestNoBrowser: where there is no program, or one that is none, an error says
// so and nothing is written.
func TestNoBrowser(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if _, err := pdf.Find(""); !errors.Is(err, pdf.ErrNoBrowser) {
		t.Errorf("found one on an empty path: %v", err)
	}
	if _, err := pdf.Find("/nowhere/chromium"); !errors.Is(err, pdf.ErrNoBrowser) {
		t.Errorf("found one nowhere: %v", err)
	}
	r := report.Report{Contract: report.Contract}
	for _, program := range []string{"/bin/true", "/bin/cat", "/nowhere/chromium"} {
		var b bytes.Buffer
		if err := pdf.Write(t.Context(), &b, &r, render.Options{}, program); err == nil || b.Len() > 0 {
			t.Errorf("%s: %v, %d bytes", program, err, b.Len())
		}
	}
}

// TestContextEnds: a program that does not answer ends with the context.
func TestContextEnds(t *testing.T) {
	silent := filepath.Join(t.TempDir(), "silent")
	if err := os.WriteFile(silent, []byte("#!/bin/sh\nexec sleep 60\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
	defer cancel()
	begun := time.Now()
	r := report.Report{Contract: report.Contract}
	err := pdf.Write(ctx, &bytes.Buffer{}, &r, render.Options{}, silent)
	if !errors.Is(err, context.DeadlineExceeded) || time.Since(begun) > 10*time.Second {
		t.Errorf("%v after %s", err, time.Since(begun))
	}
}

package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// binaryFormats are those that a terminal cannot show.
var binaryFormats = []string{"xlsx", "pdf"}

// TestBinaryIsNotForATerminal: what is no text is refused before anything is
// decided where it would go to a terminal, and else written.
func TestBinaryIsNotForATerminal(t *testing.T) {
	file := "../../fixtures/edk2-meets/report.json"
	onTerminal := func(p *program) { p.terminal = true }
	for _, format := range binaryFormats {
		for _, args := range [][]string{{"render", file, "-f", format}, {"render", "-f", format + "=/dev/stdout", file}, {"screen", "nowhere", "--format=" + format}} {
			status, stdout, stderr := start(t.Context(), onTerminal, args...)
			want := "bidgate: --format: " + format + " is no text, and a terminal cannot show it; write it to a file: " + format + "=FILE\n"
			if status != statusCouldNotRun || stdout != "" || stderr != want {
				t.Errorf("%v: status %d, %d bytes, stderr %q", args, status, len(stdout), stderr)
			}
		}
	}
	if status, stdout, stderr := start(t.Context(), nil, "render", file, "-f", "xlsx"); status != statusMeets || !strings.HasPrefix(stdout, "PK") || stderr != "" {
		t.Errorf("xlsx to a pipe: status %d, %.2q, stderr %q", status, stdout, stderr)
	}
	out := filepath.Join(t.TempDir(), "a.xlsx")
	if status, _, stderr := start(t.Context(), onTerminal, "render", file, "-f", "xlsx="+out); status != statusMeets || stderr != "" || !strings.HasPrefix(read(t, out), "PK") {
		t.Errorf("xlsx to a file: status %d, stderr %q", status, stderr)
	}
	for _, f := range formatTable("") {
		if f.Binary != slices.Contains(binaryFormats, f.Name) {
			t.Errorf("%s: binary is %v", f.Name, f.Binary)
		}
	}
}

// TestPDFNeedsABrowser: without one, nothing is written, and it is said what to
// do; the other formats asked for are not written either.
func TestPDFNeedsABrowser(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	out := t.TempDir()
	for _, c := range []struct {
		flags []string
		want  string
	}{
		{nil, "bidgate: pdf: is printed by a Chromium, and there is none on the path; install one (Debian: chromium), name it with --browser, or write html and print that\n"},
		{[]string{"--browser", "/nowhere/chromium"}, "bidgate: /nowhere/chromium: is no program that can be started; name a Chromium, or leave --browser out to take one on the path\n"},
	} {
		args := append([]string{"render", "../../fixtures/edk2-meets/report.json", "-f", "html=" + filepath.Join(out, "a.html"), "-f", "pdf=" + filepath.Join(out, "a.pdf")}, c.flags...)
		status, stdout, stderr := start(t.Context(), nil, args...)
		if status != statusCouldNotRun || stdout != "" || stderr != c.want {
			t.Errorf("%v: status %d, stderr %q", args, status, stderr)
		}
	}
	if files, err := os.ReadDir(out); err != nil || len(files) > 0 {
		t.Errorf("%v: %v", files, err)
	}
}

// TestPDFStatus: of a case of each verdict, the status is that of the verdict
// in this format too, with the flag before and after the report.
func TestPDFStatus(t *testing.T) {
	if os.Getenv("BIDGATE_BROWSER") == "" {
		t.Skip("BIDGATE_BROWSER is not set; make browser installs what this needs and runs it")
	}
	for _, name := range oneOfEachVerdict {
		file := filepath.Join("../../fixtures", name, "report.json")
		r, err := readReport(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, args := range flagAround([]string{"render"}, file, "pdf") {
			if status, stdout, stderr := start(t.Context(), nil, args...); status != statusOf(r.Verdict) || !strings.HasPrefix(stdout, "%PDF-") || stderr != "" {
				t.Errorf("%v: status %d, %.5q, stderr %q", args, status, stdout, stderr)
			}
		}
	}
}

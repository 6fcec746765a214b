package main

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/report"
)

var update = flag.Bool("update", false, "rewrite the expected reports of the fixtures")

// TestFixtures screens every folder of fixtures as its args say: the report is
// the expected one byte for byte, from the folder and from an archive with its
// entries in another order, and stock opa gives the exported decision.
func TestFixtures(t *testing.T) {
	folders, err := filepath.Glob("../../fixtures/*/args")
	if err != nil || len(folders) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, args := range folders {
		folder, err := filepath.Abs(filepath.Dir(args))
		if err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.Base(folder), func(t *testing.T) {
			if raceEnabled && !slices.Contains(oneOfEachVerdict, filepath.Base(folder)) {
				t.Skip("left out under the race detector; make test runs every case without it too")
			}
			t.Chdir(folder) // the args name files from here
			fixture(t)
		})
	}
}

// oneOfEachVerdict are the cases that are screened under the race detector too, one of
// each verdict.
var oneOfEachVerdict = []string{"edk2-exception", "keycloak-contradicts", "mongo-no-declaration"}

func fixture(t *testing.T) {
	args := fixtureArgs(t)
	export := t.TempDir()
	got := screened(t, fixtureBundle(t), append(args, "--export", export))
	if *update {
		if err := os.WriteFile("report.json", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("report.json")
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("report.json is not what is decided now: %s\nrun make golden and read the diff", firstDifference(got, string(want)))
	}
	fixtureFormats(t, got)
	if info, err := os.Stat("bundle"); err == nil && info.IsDir() {
		if packed := screened(t, zipped(t, "bundle"), args); packed != got {
			t.Errorf("from an archive the report differs: %s", firstDifference(packed, got))
		}
	}
	if isolated := screened(t, fixtureBundle(t), append(args, "--isolate", "always")); isolated != got {
		t.Errorf("from a process of its own the report differs: %s", firstDifference(isolated, got))
	}
	replay(t, export)
}

// fixtureFormats holds every other format of the report by its digest: whole,
// they would be many times the fixtures. Goldens of whole formats lie with the
// tests of package render.
func fixtureFormats(t *testing.T, got string) {
	t.Helper()
	r, err := report.Decode(strings.NewReader(got))
	if err != nil {
		t.Fatal(err)
	}
	lines := ""
	for _, format := range alone(t) {
		var b bytes.Buffer
		if err := format.write(t.Context(), &b, r, render.Options{}); err != nil {
			t.Fatal(err)
		}
		sum := sha256.New()
		if _, err := io.Copy(sum, unzipped(t, b.Bytes())); err != nil {
			t.Fatal(err)
		}
		lines += fmt.Sprintf("%x  %s\n", sum.Sum(nil)[:16], format.Name)
	}
	if *update {
		if err := os.WriteFile("formats.txt", []byte(lines), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want, err := os.ReadFile("formats.txt"); err != nil || lines != string(want) {
		t.Errorf("formats.txt is not what is written now: %s\nrun make golden and read the diff of the goldens of engine/render (%v)", firstDifference(lines, string(want)), err)
	}
}

// unzipped gives the parts of an archive one after the other, and all else as
// it is: another version of the compression is no other format.
func unzipped(t *testing.T, data []byte) io.Reader {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return bytes.NewReader(data)
	}
	var parts []io.Reader
	for _, f := range z.File {
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, strings.NewReader(f.Name), part)
	}
	return io.MultiReader(parts...)
}

func fixtureArgs(t *testing.T) []string {
	t.Helper()
	data, err := os.ReadFile("args")
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(data)), "\n")
}

func fixtureBundle(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"bundle", "bundle.zip"} {
		if _, err := os.Stat(name); err == nil {
			return name
		}
	}
	t.Fatal("there is neither bundle nor bundle.zip")
	return ""
}

// screened gives the report, and holds that the status is the verdict's.
func screened(t *testing.T, bundle string, args []string) string {
	t.Helper()
	status, stdout, stderr := start(t.Context(), nil, append([]string{"screen", bundle, "-f", "json"}, args...)...)
	var r report.Report
	if err := json.Unmarshal([]byte(stdout), &r); err != nil {
		t.Fatalf("status %d, %v, stderr %s", status, err, stderr)
	}
	if status != statusOf(r.Verdict) {
		t.Errorf("status %d for the verdict %s", status, r.Verdict)
	}
	return stdout
}

// zipped packs a folder with its entries in an order that no tool would give.
func zipped(t *testing.T, folder string) string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	rand.New(rand.NewPCG(0, 0)).Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		entry, err := w.Create(filepath.ToSlash(strings.TrimPrefix(name, folder+string(filepath.Separator))))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := entry.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "packed.zip")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// replay holds the decision against that of the public opa program, where
// there is one; make test puts it on the path.
func replay(t *testing.T, export string) {
	t.Helper()
	opa, err := exec.LookPath("opa")
	switch {
	case err != nil && os.Getenv("CI") != "":
		t.Fatal("opa is not on the path; make test puts it there")
	case err != nil:
		t.Log("opa is not on the path, so nothing is replayed")
		return
	}
	cmd := exec.Command(opa, "eval", "-b", "policy.tar.gz", "-i", "input.json", "-f", "raw", "data.bidgate.decision")
	cmd.Dir = export
	got, err := cmd.Output()
	if err != nil {
		t.Fatalf("opa: %v", err)
	}
	want, err := os.ReadFile(filepath.Join(export, "decision.json"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("opa decides otherwise: %s", firstDifference(string(got), string(want)))
	}
}

func firstDifference(got, want string) string {
	n := 0
	for n < len(got) && n < len(want) && got[n] == want[n] {
		n++
	}
	around := func(s string) string { return s[max(0, n-60):min(len(s), n+60)] }
	return "got …" + around(got) + "… want …" + around(want) + "…"
}

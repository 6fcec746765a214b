package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine/report"
)

// TestVendorsJourney goes the whole way of a vendor in a fresh folder, with a
// real SBOM (EDK II): nothing but it, the forms that init writes, the filled-in
// documents, the archive, and the buyer's screening of that.
func TestVendorsJourney(t *testing.T) {
	if raceEnabled {
		t.Skip("left out under the race detector; make test runs it without it too")
	}
	fixture, err := filepath.Abs("../../fixtures/edk2-meets/bundle")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	put := func(name string) {
		t.Helper()
		data, err := os.ReadFile(filepath.Join(fixture, name))
		if err == nil {
			err = os.MkdirAll(filepath.Dir(filepath.Join("bid", name)), 0o750)
		}
		if err == nil {
			err = os.WriteFile(filepath.Join("bid", name), data, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	run := func(want int, args ...string) string {
		t.Helper()
		status, stdout, stderr := start(t.Context(), nil, args...)
		if status != want {
			t.Fatalf("%v: status %d, want %d\n%s%s", args, status, want, stdout, stderr)
		}
		return stdout
	}
	check := func(want report.Verdict) checked {
		t.Helper()
		var told checked
		if err := json.Unmarshal([]byte(run(statusOf(want), "check", "bid", "--profile", "baseline", "--as-of", "2026-11-21", "-f", "json")), &told); err != nil || told.Verdict != want {
			t.Fatalf("%v, %s, want %s", err, told.Verdict, want)
		}
		return told
	}
	put("sbom/ovmf-0.1.cdx.json")
	run(0, "init", "bid")
	begun := check(report.DoesNotMeet)                                       // no end of support is stated yet
	for _, name := range []string{"declaration.yaml", "threat-model.yaml"} { // filled in, they move to where the fixture has them
		if err := os.Remove(filepath.Join("bid", name)); err != nil {
			t.Fatal(err)
		}
	}
	for _, folder := range []string{"declaration", "evidence", "threat-model"} {
		files, err := filepath.Glob(filepath.Join(fixture, folder, "*"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			put(folder + "/" + filepath.Base(file))
		}
	}
	done := check(report.Meets)
	if len(done.Causes) >= len(begun.Causes) {
		t.Errorf("%d causes at the start, %d at the end", len(begun.Causes), len(done.Causes))
	}
	run(0, "keygen", "--out", "acme")
	run(0, "pack", "bid", "--key", "acme.key", "-o", "bid.zip")
	told := run(0, "screen", "bid.zip", "--profile", "baseline", "--as-of", "2026-11-21", "--keys", "acme.pub", "-f", "json")
	if !strings.Contains(told, "The bundle is signed with the key of the owner of sha256:") {
		t.Error("the signature of the archive did not count")
	}
}

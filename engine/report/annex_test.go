package report_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine/report"
)

func anAnnex() *report.Annex {
	return &report.Annex{Contract: 1, AsOf: "2026-11-30", Profile: report.Profile{ID: "house", RejectAt: report.Blocking, ClarifyAt: report.Major},
		Asked: []report.Asked{{ID: "acme.papers", Severity: report.Major, Level: report.Asserted,
			Parameters: []report.Parameter{{Name: "min", Set: true, Value: 5.0}, {Name: "of", Set: true, Value: []any{"a", "b"}}, {Name: "none"}}}},
		ProfileFile: report.ProfileFile{Digest: "sha256:aa", Text: "profile: 1\n"}}
}

// TestAnnexIsReadAsItIsWritten: what is decoded is what was encoded, and the
// digest is that of the file.
func TestAnnexIsReadAsItIsWritten(t *testing.T) {
	var b bytes.Buffer
	if err := anAnnex().Encode(&b); err != nil {
		t.Fatal(err)
	}
	got, err := report.DecodeAnnex(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	var again bytes.Buffer
	if err := got.Encode(&again); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(b.String(), again.String()); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	sum := sha256.Sum256(b.Bytes())
	if digest, err := got.Digest(); err != nil || digest != "sha256:"+hex.EncodeToString(sum[:]) {
		t.Errorf("%s, %v", digest, err)
	}
	if diff := cmp.Diff(anAnnex().Asked[0].Parameters, got.Asked[0].Parameters); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// TestAnnexRefused: what bidgate would not write is no annex.
func TestAnnexRefused(t *testing.T) {
	var b bytes.Buffer
	if err := anAnnex().Encode(&b); err != nil {
		t.Fatal(err)
	}
	for name, edit := range map[string][2]string{
		"another form":     {"  \"notice\"", "   \"notice\""},
		"another version":  {`"annex": 1`, `"annex": 2`},
		"no annex":         {`"annex": 1`, `"report": 1`},
		"an unknown field": {`"notice"`, `"note"`},
		"no known word":    {`"blocking"`, `"heavy"`},
		"a null":           {`"command": ""`, `"command": null`},
		"cut off":          {"sha256:aa", "\x00"},
	} {
		text := strings.Replace(b.String(), edit[0], edit[1], 1)
		if text == b.String() {
			t.Fatalf("%s: nothing is edited", name)
		}
		if a, err := report.DecodeAnnex([]byte(text)); err == nil || a != nil {
			t.Errorf("%s is read", name)
		}
	}
}

package attest_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine/attest"
	"github.com/bidgate/bidgate/engine/tender"
)

var signedFiles = []attest.File{{Path: "a.json", SHA256: "aa", Size: 1}, {Path: "b.json", SHA256: "bb", Size: 2}, {Path: "c", SHA256: "cc", Size: 3}}

// TestBundleChanges: every way in which a bundle may differ is named, and the
// order of its files is none.
func TestBundleChanges(t *testing.T) {
	mine := newPair(t, attest.Ed25519)
	text, err := attest.SignBundle(signedFiles, mine.private)
	if err != nil {
		t.Fatal(err)
	}
	opened, err := attest.Open(text, attest.BundleType, []attest.Key{mine.trusted}, tender.Day{})
	if err != nil {
		t.Fatal(err)
	}
	a, b, c := signedFiles[0], signedFiles[1], signedFiles[2]
	for _, x := range []struct {
		name  string
		files []attest.File
		want  []attest.Change
	}{
		{"as signed", signedFiles, []attest.Change{}},
		{"in another order", []attest.File{c, a, b}, []attest.Change{}},
		{"added", []attest.File{a, b, c, {Path: "d"}}, []attest.Change{{Path: "d", What: "added"}}},
		{"removed", []attest.File{a, c}, []attest.Change{{Path: "b.json", What: "removed"}}},
		{"other digest", []attest.File{a, {Path: "b.json", SHA256: "ba", Size: 2}, c}, []attest.Change{{Path: "b.json", What: "changed"}}},
		{"other size", []attest.File{a, {Path: "b.json", SHA256: "bb", Size: 3}, c}, []attest.Change{{Path: "b.json", What: "changed"}}},
		{"renamed", []attest.File{a, {Path: "B.json", SHA256: "bb", Size: 2}, c}, []attest.Change{{Path: "B.json", What: "added"}, {Path: "b.json", What: "removed"}}},
		{"exchanged", []attest.File{{Path: "a.json", SHA256: "bb", Size: 2}, {Path: "b.json", SHA256: "aa", Size: 1}, c},
			[]attest.Change{{Path: "a.json", What: "changed"}, {Path: "b.json", What: "changed"}}},
		{"a file twice", []attest.File{a, a, b, c}, []attest.Change{{Path: "a.json", What: "added"}}},
		{"nothing", nil, []attest.Change{{Path: "a.json", What: "removed"}, {Path: "b.json", What: "removed"}, {Path: "c", What: "removed"}}},
	} {
		got, err := opened.Bundle(x.files)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(x.want, got); diff != "" {
			t.Errorf("%s: %s", x.name, diff)
		}
	}
	if err := opened.Report([]byte(reportText)); err == nil {
		t.Error("a signature over a bundle is taken for one over a report")
	}
}

// TestOneFormOfStatement: a signed payload that Sign would not write is
// refused, though its signature is good.
func TestOneFormOfStatement(t *testing.T) {
	mine := newPair(t, attest.Ed25519)
	for _, payload := range []string{
		`{}`, `[]`, `null`, `{"files":null}`, `{"files": []}`, `{"files":[],"more":1}`, `{"Files":[]}`, `{"files":[]}{}`,
		`{"files":[{"path":"a","sha256":"aa"}]}`, `{"files":[{"path":"a","sha256":"aa","size":1},{"path":"a","sha256":"bb","size":1}]}`,
	} {
		text, err := attest.Sign(attest.BundleType, []byte(payload), mine.private)
		if err != nil {
			t.Fatal(err)
		}
		opened, err := attest.Open(text, attest.BundleType, []attest.Key{mine.trusted}, tender.Day{})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := opened.Bundle(nil); err == nil || !strings.Contains(err.Error(), "is not one that bidgate writes") {
			t.Errorf("%s: %v", payload, err)
		}
	}
}

func TestSignRefuses(t *testing.T) {
	mine := newPair(t, attest.Ed25519)
	if _, err := attest.SignBundle(nil, mine.private); err == nil {
		t.Error("an empty bundle is signed")
	}
	if _, err := attest.SignReport([]byte(reportText)); err == nil {
		t.Error("something is signed without a key")
	}
	if _, err := attest.SignReport([]byte(reportText), slices.Repeat([]attest.PrivateKey{mine.private}, attest.MaxSignatures+1)...); err == nil {
		t.Error("more signatures are written than are read")
	}
	if _, err := attest.NewKey("rsa", nil); err == nil {
		t.Error("a key of another kind is made")
	}
}

// TestKeyList: what is wrong in a list of keys is told by file, line and key.
func TestKeyList(t *testing.T) {
	mine := newPair(t, attest.ECDSA)
	_, public := texts(t, mine)
	list := func(id, more string) string {
		return "keys: 1\nlist:\n  - id: \"" + id + "\"\n    owner: Acme\n" + more + "    public: |\n      " +
			strings.ReplaceAll(strings.TrimSpace(string(public)), "\n", "\n      ") + "\n"
	}
	id := mine.trusted.Public.ID()
	keys, err := attest.ParseKeys("k.yaml", []byte(list(id, "    from: 2026-01-01\n    until: 2026-12-31\n")))
	if err != nil || len(keys) != 1 || keys[0].Owner != "Acme" || keys[0].From.Text != "2026-01-01" || keys[0].Until.Text != "2026-12-31" {
		t.Fatalf("%+v, %v", keys, err)
	}
	for _, c := range []struct{ name, text, want string }{
		{"no list", "keys: 1\n", "k.yaml:1: list: is missing"},
		{"empty list", "keys: 1\nlist: []\n", "holds no key"},
		{"another id", list("sha256:"+strings.Repeat("0", 64), ""), "k.yaml:3: list[0].id: is not the id of this key, which is " + id},
		{"no id", strings.Replace(list(id, ""), "id: ", "owner_id: ", 1), "owner_id"},
		{"until before from", list(id, "    from: 2026-12-31\n    until: 2026-01-01\n"), "k.yaml:6: list[0].until: 2026-01-01 is before from"},
		{"no date", list(id, "    until: soon\n"), "is not a date"},
		{"no key in it", strings.Replace(list(id, ""), "BEGIN PUBLIC", "BEGIN A", 1), "list[0].public: is not a key in PEM form"},
		{"another file", "exceptions: 1\nlist: []\n", "is a file of exceptions"},
	} {
		if _, err := attest.ParseKeys("k.yaml", []byte(c.text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.name, err, c.want)
		}
	}
}

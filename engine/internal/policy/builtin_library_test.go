package policy_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"testing"

	"github.com/bidgate/bidgate/engine/internal/policy"
	"github.com/bidgate/bidgate/policies"
)

var update = flag.Bool("update", false, "rewrite generated files and goldens")

func loadBuiltIn(t testing.TB, more ...policy.Pack) *policy.Library {
	t.Helper()
	lib, err := policy.Load(t.Context(), append([]policy.Pack{{BuiltIn: true, FS: policies.FS}}, more...))
	if err != nil {
		explain(t, err)
	}
	return lib
}

// explain ends the test with everything that a load error says.
func explain(t testing.TB, err error) {
	t.Helper()
	var refused *policy.LoadError
	if errors.As(err, &refused) {
		for _, p := range refused.Problems {
			t.Error(p)
		}
	}
	t.Fatal(err)
}

// TestCatalogueIsCurrent holds the committed catalogue, which stock opa reads
// in tests and processes take as it is, equal to METADATA and rows; and so what
// was prepared of the tree.
func TestCatalogueIsCurrent(t *testing.T) {
	lib, err := policy.Load(t.Context(), []policy.Pack{unprepared()})
	if err != nil {
		explain(t, err)
	}
	text, err := lib.Catalogue().JSON()
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	if err := json.Indent(&got, text, "", "  "); err != nil {
		t.Fatal(err)
	}
	got.WriteByte('\n')
	const path = "../../../policies/bidgate/catalog/data.json"
	if *update {
		if err := os.WriteFile(path, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want) {
		t.Errorf("%s is not what METADATA and rows say; run make golden", path)
	}
}

// TestLoadIsTheSameAgain: digest, catalogue and bundle depend on the sources alone.
func TestLoadIsTheSameAgain(t *testing.T) {
	one, two := loadBuiltIn(t), loadBuiltIn(t)
	if one.Digest() != two.Digest() {
		t.Error("two digests of one tree")
	}
	var a, b bytes.Buffer
	if err := one.WriteBundle(&a); err != nil {
		t.Fatal(err)
	}
	if err := two.WriteBundle(&b); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two bundles of one tree")
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		loadBuiltIn(b)
	}
}

// BenchmarkLoadUnprepared is what BenchmarkLoad was before anything was prepared.
func BenchmarkLoadUnprepared(b *testing.B) {
	for b.Loop() {
		if _, err := policy.Load(b.Context(), []policy.Pack{unprepared()}); err != nil {
			explain(b, err)
		}
	}
}

// TestBuiltInTreeIsChecked runs the checks that loading spares the built-in tree.
func TestBuiltInTreeIsChecked(t *testing.T) {
	lib, err := policy.Check(t.Context(), []policy.Pack{{BuiltIn: true, FS: policies.FS}})
	if err != nil {
		explain(t, err)
	}
	if lib.Digest() != loadBuiltIn(t).Digest() {
		t.Error("checking changes the digest")
	}
}

// BenchmarkFirstUse is what a command pays: loading, and compiling one area
// beside the decision.
func BenchmarkFirstUse(b *testing.B) {
	for b.Loop() {
		if err := loadBuiltIn(b).Prepare([]string{"sbom.component_version"}); err != nil {
			b.Fatal(err)
		}
	}
}

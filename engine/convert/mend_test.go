package convert_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v3"

	"github.com/bidgate/bidgate/engine/convert"
)

// TestMendedIsMended: mending the forms and manifests of the fixtures, and
// documents made to mislead it, gives documents that say the same but for what
// was open, and there is nothing left to mend.
func TestMendedIsMended(t *testing.T) {
	texts := map[string]string{
		"no mapping":      "- a",
		"a scalar":        "x",
		"nothing":         "",
		"other breaks":    "a: TBD\u0085b: TBD\u2028documents:\n- {path: b}\n- {path: a}",
		"a lone return":   "a: TBD\rb: TBD",
		"an anchor":       "a: &x TBD\nb: *x\nc: \"TBD\"",
		"wide letters":    "名: {网关: TBD, 版本: TBD}",
		"text on lines":   "a: >\n  TBD\nb: |\n  TBD\n",
		"answers in flow": "answers: [{requirement: a}]",
		"comments":        "documents:\n  - path: b\n  # of a\n  - path: a\n",
		"tags":            "a: !!str TBD",
		"references":      "a: [{path: a, digest: TBD}, {path: a, digest: 'x'}, {path: a, digest: sha256:00, b: TBD}]\nc: {digest: \"名\", path: a}\nd: {path: a, digest: }",
	}
	files, err := filepath.Glob("../../fixtures/*/bundle/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	forms, err := filepath.Glob("../../fixtures/*/bundle/*/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range append(files, forms...) {
		text, err := os.ReadFile(file) //nolint:gosec // from the pattern
		if err != nil {
			t.Fatal(err)
		}
		texts[file] = string(text)
	}
	families := []convert.Family{{ID: "zz-AA"}}
	for name, text := range texts {
		files := map[string][]byte{"a": []byte("a"), "sbom/ovmf-0.1.cdx.json": nil}
		mended := func(text []byte) []byte {
			return convert.SortManifest(convert.SetDigests(convert.CompleteForm(text, families), files))
		}
		once := mended([]byte(text))
		if again := mended(once); !bytes.Equal(once, again) {
			t.Errorf("%s: was not whole\n%s", name, cmp.Diff(string(once), string(again)))
		}
		var was, is any
		if yaml.Unmarshal([]byte(text), &was) == nil && yaml.Unmarshal(once, &is) != nil {
			t.Errorf("%s: cannot be read any more\n%s", name, once)
		}
	}
	if got := string(convert.CompleteForm([]byte(texts["wide letters"]), nil)); got != "名: {网关: unknown, 版本: unknown}" {
		t.Error(got)
	}
}

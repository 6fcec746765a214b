package evidence

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/go-json-experiment/json/jsontext"
)

func officialSchemas(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob(officialFolder + "*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d official schemas: %v", len(files), err)
	}
	return files
}

// TestPlainSchemas: the schemas that are embedded are the official ones without
// what asserts nothing, in their order; -update writes them.
func TestPlainSchemas(t *testing.T) {
	for _, file := range officialSchemas(t) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		want, name := plainSchema(t, data), schemaFolder+filepath.Base(file)
		if *updateReference {
			if err := os.WriteFile(name, want, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is not what %s says; run make golden", name, file)
		}
	}
}

// assertsNothing are the keywords that embedded schemas do without.
const assertsNothing = " $schema $id $comment title description default examples deprecated meta:enum "

// plainSchema copies a schema without the keywords that assert nothing.
func plainSchema(t *testing.T, data []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := copyPlain(jsontext.NewDecoder(bytes.NewReader(data)), jsontext.NewEncoder(&out), false); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// copyPlain copies one value; the members of one that is named are no keywords.
func copyPlain(from *jsontext.Decoder, to *jsontext.Encoder, named bool) error {
	tok, err := from.ReadToken()
	if err != nil {
		return err
	}
	kind, asserts := tok.Kind(), true
	if err := to.WriteToken(tok); err != nil || kind != '{' && kind != '[' {
		return err
	}
	for from.PeekKind() != '}' && from.PeekKind() != ']' {
		below := false
		if kind == '{' {
			name, err := from.ReadToken()
			if err != nil {
				return err
			}
			text := name.String()
			if asserts = named || !strings.Contains(assertsNothing, " "+text+" "); asserts {
				below = !named && (text == "properties" || text == "definitions")
				err = to.WriteToken(jsontext.String(text))
			} else {
				err = from.SkipValue()
			}
			if err != nil {
				return err
			}
		}
		if asserts {
			if err := copyPlain(from, to, below); err != nil {
				return err
			}
		}
	}
	if tok, err = from.ReadToken(); err != nil {
		return err
	}
	return to.WriteToken(tok)
}

package evidence

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// strictlyRead is a second opinion on what may be read: encoding/json's
// tokens, with the rules that it does not have.
func strictlyRead(data []byte) bool {
	if !utf8.Valid(data) || bytes.HasPrefix(data, []byte("\uFEFF")) {
		return false
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	root, err := dec.Token()
	if err != nil || root != json.Delim('{') || !strictObject(dec, 1) {
		return false
	}
	_, err = dec.Token()
	return err == io.EOF
}

func strictObject(dec *json.Decoder, depth int) bool {
	seen := map[string]bool{}
	for dec.More() {
		token, err := dec.Token()
		name, ok := token.(string)
		if err != nil || !ok || seen[name] || strings.ContainsRune(name, 0) {
			return false
		}
		seen[name] = true
		for _, word := range strings.Fields(cdxVocabulary) {
			if name != word && strings.EqualFold(name, word) {
				return false
			}
		}
		if !strictValue(dec, depth) {
			return false
		}
	}
	_, err := dec.Token()
	return err == nil
}

func strictValue(dec *json.Decoder, depth int) bool {
	token, err := dec.Token()
	if err != nil {
		return false
	}
	switch v := token.(type) {
	case string:
		return !strings.ContainsRune(v, 0)
	case json.Number:
		_, err := v.Float64()
		return len(v) <= 64 && err == nil
	case json.Delim:
		if depth == 64 {
			return false
		}
		if v == '{' {
			return strictObject(dec, depth+1)
		}
		for dec.More() {
			if !strictValue(dec, depth+1) {
				return false
			}
		}
		_, err := dec.Token()
		return err == nil
	}
	return true
}

func addDocuments(f *testing.F) {
	for _, members := range []string{
		`"components": [{"name": "a", "version": "UNKNOWN", "components": [{"name": "b"}]}]`,
		`"components": [{"bom-ref": "a"}, {"bom-ref": "a"}], "dependencies": [{"ref": "a", "dependsOn": ["b"]}]`,
		`"metadata": {"tools": [{"name": "t"}], "component": {"bom-ref": "r", "components": [{}]}}, "services": [{"services": [{}]}]`,
		`"Components": []`, `"components": {}`, `"x": "\u0000"`, `"x": "\ud800"`, `"x": 1e999`, `"x": 0.1e-400, "y": -0`,
	} {
		f.Add([]byte(cycloneDX(members)))
	}
	files, err := filepath.Glob("testdata/cyclonedx/*.json")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		if len(data) < 10_000 {
			f.Add(data)
		}
	}
}

// FuzzCycloneDXJSON reads anything: nothing panics, what is refused gives
// nothing, the gate agrees with a strict reading by encoding/json, and rows
// and facts are those of the slow derivation.
func FuzzCycloneDXJSON(f *testing.F) {
	addDocuments(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		r := readCycloneDXJSON(&source{data: data, syntax: jsonSyntax}, Limits{})
		if len(r.kinds) == 0 || r.problems == nil {
			t.Fatalf("kinds %v, problems %v", r.kinds, r.problems)
		}
		fuzzAs(t, "cyclonedx-json", "a.cdx.json", string(data), nil)
		if !r.readable {
			if r.sbom != nil || r.components != nil || r.dependencies != nil || len(r.problems) == 0 {
				t.Fatalf("an unreadable document gave something: %+v", r)
			}
			last := r.problems[len(r.problems)-1]
			if last.Code == "not_cyclonedx" || last.Code == "unsupported_version" || last.Code == codeNumber || last.Limit == "MaxStringBytes" {
				return
			}
			if strictlyRead(data) && !bytes.Contains(data, []byte(`\u`)) {
				t.Fatalf("refused, but strictly readable: %+v", last)
			}
			return
		}
		// encoding/json repairs half surrogates, which jsontext refuses.
		if !strictlyRead(data) {
			t.Fatal("accepted, but not strictly readable")
		}
		if r.sbom != nil {
			if len(r.components) != len(slowPartsOf(t, data)) {
				t.Fatalf("%d rows, the slow reading has %d", len(r.components), len(slowPartsOf(t, data)))
			}
			sameAsSlow(t, data)
		}
	})
}

func slowPartsOf(t *testing.T, data []byte) []slowPart {
	var doc map[string]any
	if err := json.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	return slowParts(doc)
}

// FuzzFields holds the quick looks to what they stand for.
func FuzzFields(f *testing.F) {
	for _, text := range []string{"pkg:npm/%40a/b@1", "pkg:maven/a/b@1?x=y", "pkg:deb/debian/x@1:2", "unknown", "[TBD]", "Ⅷ", "n/a", "cpe:2.3:a:b:c:1:*:*:*:*:*:*:*",
		"cpe:/o:x", "2026-11-21T19:14:38Z[a]", "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79", "swh:1:cnt:00", "gitoid:blob:sha1:00"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if got, want := textState([]byte(text)), slowValue(text, nil); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
		if day, ok := parseTimestamp(text); ok && day.Text != text {
			t.Errorf("%q: %+v", text, day)
		}
		validCPE(text)
		validSWHID(text)
		validOmniBOR(text)
		validSerial(text)
	})
}

// FuzzFoldKey holds folding to strings.EqualFold.
func FuzzFoldKey(f *testing.F) {
	f.Add("componentſ", "components")
	f.Add("Kty", "kty")
	f.Add("ǅ", "ǆ")
	f.Fuzz(func(t *testing.T, a, b string) {
		if utf8.ValidString(a) && utf8.ValidString(b) && strings.EqualFold(a, b) != (foldKey(a) == foldKey(b)) {
			t.Errorf("%q and %q: EqualFold %v, folded %q and %q", a, b, strings.EqualFold(a, b), foldKey(a), foldKey(b))
		}
	})
}

package evidence

import (
	"encoding/json"
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// richDocument states nearly everything that is measured.
const richDocument = `{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "signature": {"algorithm": "ES256", "value": "x"},
 "metadata": {"authors": [{"name": "syft", "email": "a@b.example"}, {"phone": "1"}], "manufacturer": {"name": "Acme", "url": ["https://a.example"]},
  "tools": {"components": [{"type": "application", "name": "@x/Syft", "version": "v1.0"}], "services": [{"name": "s"}]},
  "component": {"type": "firmware", "bom-ref": "root", "group": "org.acme", "name": "box", "version": "1", "purl": "pkg:generic/box@1",
   "supplier": {"name": "Acme "}, "components": [{"name": "inside", "bom-ref": "i"}],
   "properties": [{"name": "cdx:lifecycle:milestone:endOfSupport", "value": "2031-05-01"}]}},
 "components": [
  {"type": "library", "bom-ref": "a", "group": "@scope", "name": "part", "version": "1.0", "purl": "pkg:npm/%40scope/part@1.0", "cpe": "cpe:2.3:a:x:part:1.0:*:*:*:*:*:*:*",
   "hashes": [{"alg": "SHA-256", "content": "0000000000000000000000000000000000000000000000000000000000000001"}, {"alg": "MD5", "content": "00000000000000000000000000000001"}],
   "licenses": [{"license": {"id": "MIT", "acknowledgement": "declared"}}, {"expression": "MIT OR (Apache-2.0 WITH LLVM-exception)", "acknowledgement": "concluded"}, {"license": {"name": "own"}}],
   "externalReferences": [{"type": "distribution", "url": "https://d.example", "hashes": [{"alg": "SHA-1", "content": "0000000000000000000000000000000000000001"}]}, {"type": "source-distribution", "url": "https://s.example"}],
   "properties": [{"name": "bsi:component:executable", "value": "executable"}, {"name": "bsi:component:archive", "value": "no archive"}, {"name": "bsi:component:filename", "value": "a.so"},
     {"name": "cdx:cisa:unknown-information", "value": "producer, Component Supplier"}, {"name": "cdx:lifecycle:milestone:endOfSupport", "value": "2030-01-01T00:00:00Z"}],
   "pedigree": {"ancestors": [{"name": "old", "bom-ref": "o"}]}, "components": [{"type": "file", "bom-ref": "f", "name": "f", "scope": "excluded"}]},
  {"type": "library", "bom-ref": "b", "group": "@scope", "name": "part", "version": "1.0", "purl": "pkg:npm/%40scope/part@1.0", "scope": "optional", "supplier": {"contact": [{"email": "x@y.example"}]},
   "hashes": [{"alg": "SHA-256", "content": "0000000000000000000000000000000000000000000000000000000000000002"}], "authors": [{"name": "acme"}], "publisher": "P", "swid": {"tagId": "t", "name": "n"},
   "omniborId": ["gitoid:blob:sha1:0000000000000000000000000000000000000001"], "swhid": ["swh:1:cnt:0000000000000000000000000000000000000001"]},
  {"type": "application", "name": "libc6:amd64", "version": "1:2.3", "purl": "pkg:deb/debian/libc6@2.3"}],
 "services": [{"bom-ref": "svc", "services": [{"name": "t"}]}],
 "dependencies": [{"ref": "root", "dependsOn": ["a", "svc"]}, {"ref": "a", "dependsOn": ["b"]}, {"ref": "b"}],
 "compositions": [{"aggregate": "complete", "assemblies": ["root", "a"]}, {"aggregate": "unknown", "dependencies": ["a"]}],
 "externalReferences": [{"type": "advisories", "url": "https://a.example/advisories"}, {"type": "security-contact", "url": "mailto:psirt@a.example"}],
 "annotations": [{"text": "t", "annotator": {"component": {"type": "application", "name": "writer", "bom-ref": "b"}}}],
 "declarations": {"targets": {"components": [{"type": "device", "name": "target", "bom-ref": "t"}]}},
 "vulnerabilities": [{"id": "x", "tools": {"components": [{"type": "application", "name": "scanner", "bom-ref": "scan"}]}}], "formulation": [{"components": [{"name": "maker"}]}]}`

// pool holds values that mean something somewhere.
var pool = strings.Split(`""|" "|"UNKNOWN"|"NONE"|"[TBD]"|"n_a"|"${x}"|"---"|null|true|0|{}|[]|[{}]|[1]|"acme"|"org.acme"|"root"|"a"|"b"|"i"|"svc"|"1.0"|"v1.0"|"1:2.3"|"2.3"|"go1.0"|"part"|"@scope/part"|"org.acme:part"
"pkg:npm/part"|"pkg:npm/@scope/part@1.0"|"pkg:golang/github.com/A/part/v2@v1.0+incompatible#sub"|"pkg:golang/part@1.0"|"pkg:maven/org.acme/part@1.0?type=jar"|"pkg:maven/org.acme/Part@1.0"|"pkg:pypi/my_part.x@1"|"my-part-x"|"pkg:deb/debian/part@1.0?epoch=1"
"pkg:rpm/fedora/part@2.3?epoch=1&arch=x"|"pkg:oci/part@sha256%3A0000000000000000000000000000000000000000000000000000000000000001?tag=1"|"docker.io/library/part:1.0"|"sha256:0000000000000000000000000000000000000000000000000000000000000001"
"pkg:swift/part"|"pkg:julia/part"|"pkg:julia/part?uuid=1"|"pkg:cpan/ACME/part"|"pkg:cpan/acme/part"|"pkg:otp/a/part"|"pkg:npm/%zz"|"pkg:npm/"|"pkg:npm/a@"|"pkg:/npm//a//b@1"|"PKG:NPM/a"|"pkg:1x/a"|"pkg:npm/a?x=1&X=2"|"pkg:npm/a?1=2"|"pkg:npm/a#../b"|"pkg:npm/@a"|"pkg:a@b/c"|"pkg:generic/a%2Fb@1"
"cpe:2.3:a:x:part:*:*:*:*:*:*:*:*"|"cpe:2.3:a:x:part:1.0-r1:*:*:*:*:*:*:*"|"cpe:2.3:a:x:part:1\\:2.3:*:*:*:*:*:*:*"|"cpe:/a:x:part:1.0"|"cpe:/"|"cpe:/a"|"cpe:/a::"|"CPE:/o:x:%zz"|"cpe:2.3:a"
"SHA-512"|"BLAKE3"|"Streebog-256"|"MD5"|"00000000000000000000000000000001"|"0000000000000000000000000000000A"|"00000000000000000000000000000000"|"D41D8CD98F00B204E9800998ECF8427E"|"Unknown supplier"|"The version: is not yet known."|"name\u00a0n.a."|"pkg:npm/%40tensorflow/tfjs@1/2"|"pkg:GitHub/x/tensorflow"|"TensorFlow Lite"|"urn:cdx:x/1#a"|"no-such"
"MIT"|"mit"|"GPL-2.0+"|"MIT AND MIT"|"MIT or (MIT and ISC)"|"MIT WITH MIT"|"(MIT) WITH LLVM-exception"|"((((((((MIT))))))))"|"(((((((((MIT)))))))))"|"MIT AND"|"LicenseRef-a"|"DocumentRef-b:LicenseRef-a"|"NOASSERTION"|"(MIT"|"declared"|"concluded"
"library"|"file"|"container"|"excluded"|"optional"|"distribution"|"source-distribution"|"executable"|"non-executable"|"archive"|"name, version, purl, hashes,licenses"|"2030-02-31"|"2030-02-28"|"2030-01-01T23:00:00-05:00"
"bsi:component:structured"|"bsi:component:executable"|"bsi:component:effectiveLicence"|"cdx:lifecycle:milestone:endOfLife"|"cdx:cisa:withheld-information"|"complete"|"incomplete"|"not_specified"|"AB1CD234-0000-1111-2222-333344445555"|{"name": "Acme"}|{"email": "x"}|{"url": ["u"]}|{"url": "u"}|[{"name": "tool"}]
"security-contact"|"rfc-9116"|"advisories"|"mailto:a@b.example?subject=x"|"a@b.example"|"A.b@ü.example"|"a..b@c.example"|"tel:+1-(2)"|"tel:1;ext=2"|"https://a@[::1]:80/%41?x#y"|"HTTPS://é.example"|"https://a.example/%4"|"https://a.example:x"|"http://"|"mailto:a@b.example%20"
"f"|"o"|["f", "o"]|["a", "f"]|"p\u0430rt"|"\u0440\u0430rt"|"\u0448\u043b\u044e\u0437 Gateway"|"\u03bcC"|"\u03b1-part"|"p\u03b1rt"|"\u6f22\u5b57part\u30ab\u306a"|"\ud55c\uae00part"|"\ud55c\u306a"|"\u0627\u200c\u0628"|"par\u200ct"|"par\u200dt"|"\u2764\ufe0f\u200d\u2b50"|"a\ufe0f"|"par\u202et"|"\u200fpart"|"part\u00ad"|"part\u0007"|"part\u2028"|"\u0601"|"part\u3164"|"\u13a0part"|"\u16a0part"|"\u0e01part"|"\u0e01\u0430"|"\ud83c\udffb\ufe0f"|"\u0627\u200d\u200d"|"pkg:npm/p%D0%B0rt@1.0"|"pkg:npm/part@1%E2%80%AE"|"pkg:npm/%D1%88%D0%BB@1"|"pkg:generic/a%0Ab@1"`, "|")

// memberNames are names to put into objects.
var memberNames = strings.Fields(`bom-ref type group name version purl cpe swid omniborId swhid hashes alg content licenses license id expression
	acknowledgement supplier manufacturer manufacture authors author publisher scope properties value externalReferences url components pedigree ancestors
	dependencies ref dependsOn compositions aggregate assemblies metadata component tools services signature signers chain algorithm vulnerabilities annotations annotator declarations targets formulation contact email tagId`)

// mutation changes a document by choices that it takes from the fuzzer's bytes.
type mutation struct{ choices []byte }

func (m *mutation) choose(n int) int {
	if len(m.choices) < 2 {
		m.choices = nil
		return 0
	}
	c := int(m.choices[0])<<8 | int(m.choices[1])
	m.choices = m.choices[2:]
	return c % n
}

// change walks a few steps down from v, and changes a member or an item there.
func (m *mutation) change(v any) any {
	switch v := v.(type) {
	case map[string]any:
		names := make([]string, 0, len(v))
		for name := range v {
			names = append(names, name)
		}
		slices.Sort(names)
		switch what := m.choose(8); {
		case what == 0 || len(names) == 0:
			v[memberNames[m.choose(len(memberNames))]] = m.value()
		case what == 1:
			delete(v, names[m.choose(len(names))])
		default:
			name := names[m.choose(len(names))]
			v[name] = m.change(v[name])
		}
		return v
	case []any:
		switch what := m.choose(6); {
		case what == 0 || len(v) == 0:
			return append(v, m.value())
		case what == 1:
			return append(v, v[m.choose(len(v))])
		case what == 2:
			i := m.choose(len(v))
			return slices.Delete(slices.Clone(v), i, i+1)
		default:
			i := m.choose(len(v))
			v = slices.Clone(v)
			v[i] = m.change(v[i])
			return v
		}
	}
	return m.value()
}

func (m *mutation) value() any {
	lines := strings.Split(strings.Join(pool, "\n"), "\n")
	var v any
	if err := json.Unmarshal([]byte(lines[m.choose(len(lines))]), &v); err != nil {
		panic(err) // the pool is ours
	}
	return v
}

// seedDocuments are the rich one and small real ones.
func seedDocuments(t testing.TB) [][]byte {
	t.Helper()
	documents := [][]byte{[]byte(richDocument)}
	files, err := filepath.Glob("testdata/cyclonedx/*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if text, err := os.ReadFile(file); err == nil && len(text) < 20_000 {
			documents = append(documents, text)
		}
	}
	return documents
}

// mutated changes one of the documents, the rich one mostly.
func mutated(t testing.TB, documents [][]byte, choices []byte) []byte {
	t.Helper()
	m := mutation{choices: choices}
	document := decode(t, documents[max(0, m.choose(4*len(documents))-3*len(documents))])
	for len(m.choices) > 0 {
		document = m.change(document)
	}
	root := document.(map[string]any)
	root["bomFormat"], root["specVersion"] = "CycloneDX", "1.6"
	text, err := json.Marshal(document)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

var mutations = flag.Int("mutations", 150, "documents that TestReferenceOnMutations makes")

// TestReferenceOnMutations holds what bidgate measures equal to what the
// reference derives, on documents that stray from good ones.
func TestReferenceOnMutations(t *testing.T) {
	OneGoroutine(t)
	query, documents := reference(t), seedDocuments(t)
	compared := 0
	for seed := range *mutations {
		random := rand.New(rand.NewPCG(uint64(seed), 3))
		choices := make([]byte, 20+random.IntN(80))
		for i := range choices {
			choices[i] = byte(random.Uint32())
		}
		text := mutated(t, documents, choices)
		if agrees(t, query, text) {
			compared++
		}
		if t.Failed() {
			t.Fatalf("mutation %d: %s", seed, text)
		}
	}
	if compared < *mutations/2 {
		t.Errorf("only %d of %d documents were SBOMs", compared, *mutations)
	}
}

// FuzzReference does the same with the choices of the fuzzer.
func FuzzReference(f *testing.F) {
	OneGoroutine(f)
	query, documents := reference(f), seedDocuments(f)
	f.Add([]byte{0, 0, 0, 9, 0, 9, 0, 9, 0, 9})
	f.Fuzz(func(t *testing.T, choices []byte) {
		text := mutated(t, documents, choices[:min(len(choices), 100)])
		if agrees(t, query, text); t.Failed() {
			t.Logf("%s", text)
		}
	})
}

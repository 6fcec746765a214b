package evidence

import (
	"bytes"
	"crypto/sha512"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	cdx "github.com/CycloneDX/cyclonedx-go"
	"github.com/go-json-experiment/json/jsontext"
)

// ref is the bom-ref of a generated component.
func ref(i int) string { return fmt.Sprintf("pkg:npm/part-%d?package-id=%08x", i, i) }

// generateSBOM writes a CycloneDX 1.6 document of n components with a graph,
// about 1.1 kB a component, like those of common generators. Every tenth
// component lacks something.
func generateSBOM(n int) []byte {
	var b bytes.Buffer
	b.WriteString(`{
  "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
  "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
  "serialNumber": "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
  "metadata": {"timestamp": "2026-11-02T10:00:00Z", "authors": [{"name": "Build team"}],
    "component": {"type": "firmware", "bom-ref": "root", "name": "gateway", "version": "2.4.1"}},
  "components": [`)
	for i := range n {
		if i > 0 {
			b.WriteString(",")
		}
		version := fmt.Sprintf("%d.%d.%d", i%7, i%31, i)
		if i%10 == 0 {
			version = "UNKNOWN"
		}
		fmt.Fprintf(&b, `
    {
      "type": "library",
      "bom-ref": "%[6]s",
      "supplier": {"name": "Supplier %[4]d", "url": ["https://supplier-%[4]d.example"]},
      "publisher": "Publisher %[4]d",
      "group": "@scope%[1]d",
      "name": "part-%[2]d",
      "version": "%[3]s",
      "description": "A part of the product that does one thing, number %[2]d of them; it is described at some length here.",
      "scope": "required",
      "hashes": [{"alg": "SHA-256", "content": "%064[2]x"}, {"alg": "SHA-1", "content": "%040[2]x"}],
      "licenses": [{"license": {"id": "%[5]s"}}],
      "cpe": "cpe:2.3:a:supplier:part-%[2]d:%[2]d:*:*:*:*:*:*:*",
      "purl": "pkg:npm/%%40scope%[1]d/part-%[2]d@%[3]s",
      "externalReferences": [{"type": "website", "url": "https://part-%[2]d.example/"}, {"type": "vcs", "url": "https://git.example/part-%[2]d"}],
      "properties": [{"name": "tool:package:foundBy", "value": "javascript-lock-cataloger"}, {"name": "tool:location:0:path", "value": "/app/part-%[2]d/package-lock.json"}]
    }`, i%50, i, version, i%200, []string{"MIT", "Apache-2.0", "BSD-3-Clause"}[i%3], ref(i))
	}
	b.WriteString(`], "dependencies": [{"ref": "root", "dependsOn": ["` + ref(0) + `"]}`)
	for i := range n {
		fmt.Fprintf(&b, `, {"ref": "%s", "dependsOn": ["%s", "%s"]}`, ref(i), ref((2*i+1)%n), ref((2*i+2)%n))
	}
	b.WriteString("]}\n")
	return b.Bytes()
}

// way is one way to read a document, ours or another.
type way struct {
	name string
	read func([]byte) error
}

func readable(r reading) error {
	if !r.readable {
		return fmt.Errorf("%v", r.problems)
	}
	return nil
}

func walked(src *source) error {
	if r := walkCycloneDX(src, Limits{}.withDefaults(), nil); r.refused {
		return errors.New("refused")
	}
	return nil
}

// jsonWays: walk is one pass for rows, facts and gate; read adds the schema;
// floor is one strict pass that keeps nothing.
var jsonWays = []way{
	{"walk", func(data []byte) error { return walked(&source{data: data, syntax: jsonSyntax}) }},
	{"read", func(data []byte) error {
		return readable(readCycloneDXJSON(&source{data: data, syntax: jsonSyntax}, Limits{}))
	}},
	{"floor", func(data []byte) error {
		dec := jsontext.NewDecoder(bytes.NewBuffer(data))
		for {
			if _, err := dec.ReadToken(); errors.Is(err, io.EOF) {
				return nil
			} else if err != nil {
				return err
			}
		}
	}},
	{"any", func(data []byte) error { var v any; return json.Unmarshal(data, &v) }},
	{"cyclonedx-go", func(data []byte) error {
		return cdx.NewBOMDecoder(bytes.NewReader(data), cdx.BOMFileFormatJSON).Decode(new(cdx.BOM))
	}},
}

var xmlWays = []way{
	{"walk", func(data []byte) error {
		l := Limits{}.withDefaults()
		t := &xmlTwin{xmlGate: newXMLGate(data, l)}
		t.pointer = t.where
		t.document()
		return walked(&source{data: t.out, syntax: jsonSyntax})
	}},
	{"read", func(data []byte) error {
		return readable(readCycloneDXXML(&source{data: data, syntax: xmlSyntax}, Limits{}))
	}},
	{"floor", func(data []byte) error {
		dec := xml.NewDecoder(bytes.NewReader(data))
		for {
			if _, err := dec.RawToken(); errors.Is(err, io.EOF) {
				return nil
			} else if err != nil {
				return err
			}
		}
	}},
	{"cyclonedx-go", func(data []byte) error {
		return cdx.NewBOMDecoder(bytes.NewReader(data), cdx.BOMFileFormatXML).Decode(new(cdx.BOM))
	}},
}

// BenchmarkCycloneDX reads SBOMs of several sizes in JSON and XML, beside other
// ways to read them; peak-MB is the heap at its highest.
func BenchmarkCycloneDX(b *testing.B) {
	for _, size := range []string{"300", "1000", "fleet-15271", "100000"} {
		for _, form := range []struct {
			name string
			ways []way
		}{{"json", jsonWays}, {"xml", xmlWays}} {
			b.Run(size+"/"+form.name, func(b *testing.B) {
				data := benchDocument(b, size, form.name)
				for _, way := range form.ways {
					b.Run(way.name, func(b *testing.B) { benchWay(b, data, way) })
				}
			})
		}
	}
}

func benchWay(b *testing.B, data []byte, way way) {
	b.Helper()
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if err := way.read(data); err != nil {
			b.Fatal(err)
		}
	}
	b.StopTimer()
	b.ReportMetric(peak(func() bool { return way.read(data) == nil }), "peak-MB")
}

// benchDocument is a generated SBOM, or the fleet of the corpus.
func benchDocument(b *testing.B, size, form string) []byte {
	b.Helper()
	n := 0
	if _, err := fmt.Sscan(size, &n); err != nil {
		data, err := os.ReadFile(filepath.Join(corpusDir, "sbom/generated-syft-lockfile-fleet.1.6.cdx."+form))
		if err != nil {
			b.Skipf("the corpus is not beside this repository: %v", err)
		}
		return data
	}
	data := generateSBOM(n)
	if form == "json" {
		return data
	}
	var bom cdx.BOM
	if err := cdx.NewBOMDecoder(bytes.NewReader(data), cdx.BOMFileFormatJSON).Decode(&bom); err != nil {
		b.Fatal(err)
	}
	var out bytes.Buffer
	if err := cdx.NewBOMEncoder(&out, cdx.BOMFileFormatXML).EncodeVersion(&bom, cdx.SpecVersion1_6); err != nil {
		b.Fatal(err)
	}
	return out.Bytes()
}

// TestAllocationsGrowWithComponents holds allocations for each component
// steady, which noise cannot move: nothing in the walk is quadratic.
func TestAllocationsGrowWithComponents(t *testing.T) {
	OneGoroutine(t)
	perComponent := func(n int) float64 {
		data := generateSBOM(n)
		return testing.AllocsPerRun(1, func() {
			readCycloneDXJSON(&source{data: data, syntax: jsonSyntax}, Limits{})
		}) / float64(n)
	}
	small, large := perComponent(10_000), perComponent(20_000)
	if large > 1.1*small || large < 0.9*small {
		t.Errorf("%.2f allocations a component at 10,000 components, %.2f at 20,000", small, large)
	}
}

// hashes are 4,096 values of SHA-512.
func hashes() (list [][]byte) {
	for i := range 4_096 {
		sum := sha512.Sum512([]byte{byte(i), byte(i >> 8)})
		list = append(list, fmt.Appendf(nil, "%x", sum))
	}
	return list
}

// BenchmarkSumOf makes the sums by which digests are compared.
func BenchmarkSumOf(b *testing.B) {
	list := hashes()
	for b.Loop() {
		for _, hash := range list {
			sumOf(hash)
		}
	}
}

// BenchmarkAreHex holds hashes to their digits.
func BenchmarkAreHex(b *testing.B) {
	list := hashes()
	for b.Loop() {
		for _, hash := range list {
			if !areHex(hash) {
				b.Fatal(string(hash))
			}
		}
	}
}

// BenchmarkConfusable looks for components that look alike.
func BenchmarkConfusable(b *testing.B) {
	r := walkCycloneDX(&source{data: generateSBOM(10_000), syntax: jsonSyntax}, Limits{}.withDefaults(), nil)
	for b.Loop() {
		r.confusable(&r.sbom.Subject)
	}
}

// BenchmarkFacts tells for what components are used and who made them.
func BenchmarkFacts(b *testing.B) {
	r := walkCycloneDX(&source{data: generateSBOM(10_000), syntax: jsonSyntax}, Limits{}.withDefaults(), nil)
	b.Run("purposes", func(b *testing.B) {
		for b.Loop() {
			r.purposes()
		}
	})
	m := maker{manufacturer: "nordlys devices", supplier: "nordlys devices"}
	b.Run("made", func(b *testing.B) {
		for b.Loop() {
			for i := range r.rows {
				m.made(&r.rows[i])
			}
		}
	})
}

// BenchmarkFinder looks for what one VEX statement names among all components.
func BenchmarkFinder(b *testing.B) {
	r := walkCycloneDX(&source{data: generateSBOM(10_000), syntax: jsonSyntax}, Limits{}.withDefaults(), nil)
	d := &Dossier{SBOMs: []SBOM{r.sbom}, Components: [][]Component{r.rows}}
	b.ReportAllocs()
	for b.Loop() {
		f := finder{d: d, rows: map[string][]foundRow{}}
		f.want([]findKey{refKey(0, "pkg:npm/none"), {"purl", "pnpm//none#@1", "pkg:npm/none@1"}})
		f.look()
	}
}

package evidence

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
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

// BenchmarkCycloneDX reads SBOMs of several sizes, beside one strict pass that
// keeps nothing, encoding/json into any, and cyclonedx-go.
func BenchmarkCycloneDX(b *testing.B) {
	documents := map[string][]byte{}
	names := []string{"300", "1000", "fleet-15271", "100000"}
	for _, name := range names {
		n := 0
		if _, err := fmt.Sscan(name, &n); err == nil {
			documents[name] = generateSBOM(n)
		} else if data, err := os.ReadFile(filepath.Join(corpusDir, "sbom/generated-syft-lockfile-fleet.1.6.cdx.json")); err == nil {
			documents[name] = data
		}
	}
	ways := []struct {
		name string
		read func([]byte) error
	}{
		{"walk", func(data []byte) error {
			if r := readCycloneDXJSON(&source{data: data, syntax: jsonSyntax}, Limits{}); !r.readable {
				return fmt.Errorf("%v", r.problems)
			}
			return nil
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
	for _, name := range names {
		for _, way := range ways {
			b.Run(strings.Join([]string{name, way.name}, "/"), func(b *testing.B) {
				data := documents[name]
				if data == nil {
					b.Skip("the corpus is not beside this repository")
				}
				b.SetBytes(int64(len(data)))
				b.ReportAllocs()
				for b.Loop() {
					if err := way.read(data); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// TestAllocationsGrowWithComponents holds allocations for each component
// steady, which noise cannot move: nothing in the walk is quadratic.
func TestAllocationsGrowWithComponents(t *testing.T) {
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

// BenchmarkCycloneDXXML reads the generated fleet in XML, beside its tokens
// alone and cyclonedx-go's decoder.
func BenchmarkCycloneDXXML(b *testing.B) {
	data, err := os.ReadFile(filepath.Join(corpusDir, "sbom/generated-syft-lockfile-fleet.1.6.cdx.xml"))
	if err != nil {
		b.Skipf("the corpus is not beside this repository: %v", err)
	}
	for _, way := range []struct {
		name string
		read func() error
	}{
		{"read", func() error {
			if r := readCycloneDXXML(&source{data: data, syntax: xmlSyntax}, Limits{}); !r.readable {
				return fmt.Errorf("%v", r.problems)
			}
			return nil
		}},
		{"floor", func() error {
			dec := xml.NewDecoder(bytes.NewReader(data))
			for {
				if _, err := dec.RawToken(); errors.Is(err, io.EOF) {
					return nil
				} else if err != nil {
					return err
				}
			}
		}},
		{"cyclonedx-go", func() error {
			return cdx.NewBOMDecoder(bytes.NewReader(data), cdx.BOMFileFormatXML).Decode(new(cdx.BOM))
		}},
	} {
		b.Run(way.name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if err := way.read(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

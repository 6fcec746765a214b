package main

import (
	"archive/zip"
	"bufio"
	"compress/flate"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	"github.com/bidgate/bidgate/engine/evidence"
)

// largeInputs are at or about a bound, or of a size that a real vendor sends.
func largeInputs() []costly {
	met := []int{0, 1, 3, 4}
	sbom := func(components int) func(w *bufio.Writer) {
		return func(w *bufio.Writer) { largeSBOM(w, components) }
	}
	repeated := func(head, item string, n int, tail string) func(w *bufio.Writer) {
		return func(w *bufio.Writer) {
			putf(w, "%s", head)
			for i := range n {
				if i > 0 {
					putf(w, ",")
				}
				putf(w, "%s", item)
			}
			putf(w, "%s", tail)
		}
	}
	const bom = `{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, `
	return []costly{
		{"large/1,000,000 empty components (3 MB)", false, met, single("cdx.json", repeated(bom+`"components": [`, "{}", 1_000_000, "]}"))},
		{"large/1,000,001 empty components", true, met, single("cdx.json", repeated(bom+`"components": [`, "{}", 1_000_001, "]}"))},
		{"large/1,000,000 empty dependencies (3 MB)", false, met, single("cdx.json", repeated(bom+`"components": [], "dependencies": [`, "{}", 1_000_000, "]}"))},
		{"large/900,000 threats in YAML (2.7 MB)", true, met, single("yaml", repeated("threat_model: 1\nthreats: [", "{}", 900_000, "]\n"))},
		{"large/600,000 threats in YAML (1.8 MB)", false, met, single("yaml", repeated("threat_model: 1\nthreats: [", "{}", 600_000, "]\n"))},
		{"large/50,000 threats in JSON", false, met, single("json", repeated(`{"threat_model": 1, "threats": [`, "{}", 49_990, "]}"))},
		{"large/YAML nested 500,000 deep (1 MB)", true, met, single("yaml", func(w *bufio.Writer) {
			putf(w, "%s", "threat_model: 1\nx:\n"+strings.Repeat("- ", 500_000)+"\n")
		})},
		{"large/SBOM of 10,000 components", false, met, single("cdx.json", sbom(10_000))},
		{"large/SBOM of 45,000 components (64 MB)", false, met, single("cdx.json", sbom(45_000))},
		{"large/SBOM of 100,000 components", false, met, single("cdx.json", sbom(100_000))},
		{"large/a JSON document at the bound of a tree (16 MB)", false, met, single("json", repeated(`{"threat_model": 1, "x": [`, `"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"`, 330_000, "]}"))},
		{"large/SBOM at the bound of a file", false, met, single("cdx.json", func(w *bufio.Writer) {
			putf(w, "%s", bom+`"components": [], "x": [`)
			for range boundOf("MaxFileBytes")>>10 - 1 {
				putf(w, "%s", `"`+strings.Repeat("a", 1021)+`",`)
			}
			putf(w, "1]}")
		})},
		{"large/a zip just under the ratio, of all bytes that are taken", false, met, bomb(95, boundOf("MaxBundleBytes")-1<<20)},
		{"large/a zip over the ratio", true, met, bomb(500, 64<<20)},
		{"large/50,000 small files in a folder", true, met, func(dir string) error {
			files := map[string]string{}
			for i := range 50_000 {
				files[fmt.Sprintf("d%d/f%d.txt", i/1000, i)] = "x"
			}
			return writeFolder(filepath.Join(dir, "bundle"), files)
		}},
		{"large/50,000 small files in a zip", true, met, packed(50_000, "x")},
		{"large/10,000 small SBOMs in a zip", false, met, packed(9_999, bom+`"components": [{"type": "library", "name": "a"}]}`)},
	}
}

// single writes a bundle of one file.
func single(ending string, content func(w *bufio.Writer)) func(dir string) error {
	return func(dir string) error {
		f, err := os.Create(filepath.Join(dir, "bundle."+ending)) //nolint:gosec // the test's own folder
		if err != nil {
			return err
		}
		w := bufio.NewWriter(f)
		content(w)
		if err := w.Flush(); err != nil {
			return err
		}
		return f.Close()
	}
}

// largeSBOM has components of about 1.4 kB, as the tools of large products write them.
func largeSBOM(w *bufio.Writer, components int) {
	putf(w, `{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "serialNumber": "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79", "metadata": {"timestamp": "2026-09-14T10:00:00Z", "component": {"type": "firmware", "name": "gateway", "version": "1.0", "bom-ref": "root"}}, "components": [`)
	for i := range components {
		if i > 0 {
			putf(w, ",")
		}
		putf(w, `{"type": "library", "bom-ref": "c%d", "supplier": {"name": "Supplier %d", "url": ["https://s%d.example"], "contact": [{"name": "PSIRT", "email": "psirt@s%d.example"}]}, "publisher": "Publisher %d", "group": "org.example.g%d", "name": "component-%d", "version": "1.%d.%d", "description": "%s", "hashes": [{"alg": "SHA-256", "content": "%064x"}, {"alg": "SHA-512", "content": "%0128x"}], "licenses": [{"license": {"id": "Apache-2.0"}}], "cpe": "cpe:2.3:a:supplier_%d:component-%d:1.%d.%d:*:*:*:*:*:*:*", "purl": "pkg:maven/org.example.g%d/component-%d@1.%d.%d", "externalReferences": [{"type": "vcs", "url": "https://git.s%d.example/component-%d"}, {"type": "website", "url": "https://s%d.example/component-%d"}], "properties": [{"name": "build:path", "value": "/usr/lib/component-%d.so"}, {"name": "build:layer", "value": "layer %d"}]}`,
			i, i%500, i%500, i%500, i%500, i%900, i, i%40, i%17, strings.Repeat("part of the firmware ", 12), i, i, i%500, i, i%40, i%17, i%900, i, i%40, i%17, i%500, i, i%500, i, i, i%30)
	}
	putf(w, `], "dependencies": [{"ref": "root", "dependsOn": ["c0"]}`)
	for i := range components {
		putf(w, `, {"ref": "c%d", "dependsOn": ["c%d", "c%d"]}`, i, min(2*i+1, components-1), min(2*i+2, components-1))
	}
	putf(w, "]}")
}

// bomb is a zip that unpacks to size bytes, about ratio for each of its own.
func bomb(ratio, size int) func(dir string) error {
	return zipFile(func(z *zip.Writer) error {
		const part = 16 << 20
		random := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // not for secrets
		block := make([]byte, 64<<10)
		for i := range block[:len(block)/ratio] {
			block[i] = byte(random.Uint32())
		}
		for i := 0; i < size/part; i++ {
			f, err := z.Create(fmt.Sprintf("f%d.bin", i))
			if err != nil {
				return err
			}
			for range part / len(block) {
				for j := range len(block) / ratio {
					block[j] = byte(random.Uint32())
				}
				if _, err := f.Write(block); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// packed is a zip of n files with one content.
func packed(n int, content string) func(dir string) error {
	return zipFile(func(z *zip.Writer) error {
		for i := range n {
			f, err := z.Create(fmt.Sprintf("f%d.json", i))
			if err != nil {
				return err
			}
			if _, err := io.WriteString(f, content); err != nil {
				return err
			}
		}
		return nil
	})
}

func zipFile(content func(z *zip.Writer) error) func(dir string) error {
	return func(dir string) error {
		f, err := os.Create(filepath.Join(dir, "bundle.zip")) //nolint:gosec // the test's own folder
		if err != nil {
			return err
		}
		z := zip.NewWriter(f)
		z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
		if err := content(z); err != nil {
			return err
		}
		if err := z.Close(); err != nil {
			return err
		}
		return f.Close()
	}
}

// boundOf is the default of a bound.
func boundOf(name string) int {
	for _, b := range evidence.Bounds() {
		if b.Name == name {
			return b.Default
		}
	}
	panic(name + " is no bound")
}

// putf writes text; Flush tells of any error.
func putf(w *bufio.Writer, format string, args ...any) { _, _ = fmt.Fprintf(w, format, args...) }

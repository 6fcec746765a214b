package main

import (
	"archive/zip"
	"bufio"
	"compress/flate"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	"github.com/bidgate/bidgate/engine/evidence"
)

// largeInputs are at or about a bound, or of a size that a real vendor sends.
// All end undetermined: none has what the profile asks for.
func largeInputs() []costly {
	const bom, small = `{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, `, `"components": [{"type": "library", "name": "a"}]}`
	same := func(head, item string, n int, tail string) func(w *bufio.Writer) {
		f := filled{head: head, item: func(int) string { return item }, most: n, separator: ",", tail: tail}
		return func(w *bufio.Writer) { f.write(w, math.MaxInt) }
	}
	components := boundOf("MaxComponents")
	list := []costly{
		{"large/as many empty components as are let in", false, 3, single("cdx.json", same(bom+`"components": [`, "{}", components, "]}"))},
		{"large/one empty component more", true, 3, single("cdx.json", same(bom+`"components": [`, "{}", components+1, "]}"))},
		{"large/as many empty dependencies as are let in", false, 3, single("cdx.json", same(bom+`"components": [], "dependencies": [`, "{}", boundOf("MaxDependencies"), "]}"))},
		{"large/as many empty threats in YAML as its bound takes", true, 3, single("threatmodel.yaml", same("threat_model: 1\nthreats: [", "{}", boundOf("MaxYAMLBytes")/3-20, "]\n"))},
		{"large/as many empty threats in JSON as are let in", false, 3, single("threatmodel.json", same(`{"threat_model": 1, "threats": [`, "{}", boundOf("MaxRows"), "]}"))},
		{"large/YAML nested 500,000 deep (1 MB)", true, 3, single("threatmodel.yaml", func(w *bufio.Writer) {
			putf(w, "%s", "threat_model: 1\nx:\n"+strings.Repeat("- ", 500_000)+"\n")
		})},
		{"large/SBOM of long texts at the bound of a file", false, 3, single("cdx.json", same(bom+`"components": [], "x": [`, `"`+strings.Repeat("a", 1021)+`"`, boundOf("MaxFileBytes")>>10-1, "]}"))},
		{"large/a file one byte over its bound", true, 3, single("txt", func(w *bufio.Writer) {
			for range boundOf("MaxFileBytes") + 1 {
				_ = w.WriteByte('x') // Flush tells of any error
			}
		})},
		{"large/a zip just under the ratio, of all bytes that are taken", false, 3, bomb(95, boundOf("MaxBundleBytes")-1<<20)},
		{"large/a zip over the ratio", true, 3, bomb(500, 64<<20)},
		{"large/50,000 small files in a folder", true, 3, func(dir string) error {
			files := map[string]string{}
			for i := range 50_000 {
				files[fmt.Sprintf("d%d/f%d.txt", i/1000, i)] = "x"
			}
			return writeFolder(filepath.Join(dir, "bundle"), files)
		}},
		{"large/50,000 small files in a zip", true, 3, packed(50_000, "txt", "x")},
		{"large/as many small files in a zip as are let in", false, 3, packed(boundOf("MaxFiles"), "txt", "x")},
		{"large/as many small SBOMs in a zip as are let in", false, 3, packed(boundOf("MaxDocuments"), "json", bom+small)},
		{"large/10,000 small SBOMs in a zip", true, 3, packed(10_000, "json", bom+small)},
		{"large/10,000 small threat models in a zip", true, 3, packed(10_000, "yaml", "threat_model: 1\n")},
	}
	list = append(list, costly{"large/the largest of four forms in one zip", false, 3, zipFile(together)})
	for _, f := range filledForms() {
		exit := 3
		if strings.HasPrefix(f.name, "answers") {
			exit = 1 // a declaration that does not say when support ends
		}
		list = append(list, costly{"large/" + f.name + ", as many as are let in", false, exit, single(f.ending, func(w *bufio.Writer) { f.write(w, boundOf(f.bound)) })})
	}
	return list
}

// together are documents of the costly forms that fill a bundle to its bounds:
// half of the components in SPDX, as many in XML as its bound takes, as many
// threats as there may be, and test reports in what is left.
func together(z *zip.Writer) error {
	forms := map[string]filled{}
	for _, f := range filledForms() {
		forms[f.name] = f
	}
	spdx := forms["small SPDX packages"]
	spdx.most /= 2
	for _, f := range []filled{spdx, forms["components of real size in XML"], forms["threats in JSON"], forms["JUnit cases"]} {
		file, err := z.Create(strings.ReplaceAll(f.name, " ", "-") + "." + f.ending)
		if err != nil {
			return err
		}
		w := bufio.NewWriter(file)
		f.write(w, boundOf(f.bound))
		if err := w.Flush(); err != nil {
			return err
		}
	}
	return nil
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
func packed(n int, ending, content string) func(dir string) error {
	return zipFile(func(z *zip.Writer) error {
		for i := range n {
			f, err := z.Create(fmt.Sprintf("f%d.%s", i, ending))
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

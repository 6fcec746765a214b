package hostile

import (
	"fmt"
	"strings"
)

// edge is one bound in one format: make gives a bundle that takes n of it.
type edge struct {
	limit  string
	bound  int // what the limit is set to; 0 is its default
	n      int // what takes just the bound
	format string
	place  string // where the problem is told
	make   func(n int) []File
}

// limitRows take one less than each bound, just the bound, and one more.
func limitRows() []Row {
	rows := []Row{}
	for _, e := range edges() {
		for i, name := range []string{"one below the bound", "at the bound", "one above the bound"} {
			r := Row{Format: e.format, Name: e.limit + ": " + name, Place: e.place}
			if e.bound > 0 {
				r.Limits = map[string]int{e.limit: e.bound}
			}
			if i == 2 {
				r.Code, r.Limit = "limit", e.limit
				if e.limit == "MaxSchemaProblems" {
					r.Code = "schema" // told among what it bounds
				}
			}
			files := e.make(e.n + i - 1)
			switch e.format {
			case "zip":
				r.pack = func([]File) []byte { return zipOf(files) }
			case "tar":
				r.pack = func([]File) []byte { return tarOf(files) }
			case "tar.gz":
				r.pack = func([]File) []byte { return gzipped(tarOf(files)) }
			default:
				r.tree = func([]File) map[string]string { return asMap(files) }
			}
			rows = append(rows, r)
		}
	}
	return rows
}

func asMap(files []File) map[string]string {
	m := map[string]string{}
	for _, f := range files {
		m[f.Path] = f.Text
	}
	return m
}

// many are n small files.
func many(n int) []File {
	files := make([]File, n)
	for i := range files {
		files[i] = File{fmt.Sprintf("f%03d.txt", i), "x"}
	}
	return files
}

func one(path, text string) []File { return []File{{path, text}} }

func x(n int) string { return strings.Repeat("x", n) }

func edges() []edge {
	packed := 2 // files that zipOf and tarOf add
	edges := []edge{
		{"MaxFiles", 5, 5, "folder", "bundle", many},
		{"MaxFiles", 5, 5 - packed, "zip", "bundle", many},
		{"MaxFiles", 5, 5 - packed, "tar", "bundle", many},
		{"MaxFiles", 5, 5 - packed, "tar.gz", "bundle", many},
		{"MaxRatio", 0, 1 << 20, "zip", "zeros.bin", func(n int) []File { return one("zeros.bin", strings.Repeat("\x00", n)) }},
	}
	for _, format := range []string{"folder", "zip", "tar", "tar.gz"} {
		own := 0
		if format != "folder" {
			own = len(first.Text) + len(second.Text)
		}
		edges = append(edges,
			edge{"MaxFileBytes", 500, 500, format, "x.txt", func(n int) []File { return one("x.txt", x(n)) }},
			edge{"MaxBundleBytes", 1000, 1000 - own, format, "x.txt", func(n int) []File { return one("x.txt", x(n)) }},
			edge{"MaxNameBytes", 30, 30, format, "x…", func(n int) []File { return []File{{x(n), "a"}, {"a.txt", "a"}} }},
			edge{"MaxNameDepth", 3, 3, format, "x/…", func(n int) []File { return []File{{strings.Repeat("x/", n) + "x", "a"}, {"a.txt", "a"}} }},
		)
	}
	edges = append(edges, edge{"MaxFolderDepth", 3, 3, "folder", "x/…, walked", func(n int) []File {
		return []File{{strings.Repeat("x/", n) + "x", "a"}, {"a.txt", "a"}}
	}})
	return append(append(edges, documentEdges()...), bundleEdges()...)
}

// documentEdges are bounds on one document.
func documentEdges() []edge {
	json := func(member string) []File { return one(modelJSON, `{"threat_model": "1", `+member+`}`) }
	yaml := func(member string) []File { return one(modelYAML, "threat_model: 1\n"+member+"\n") }
	cdx := func(member string) []File {
		return one(bomJSON, `{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, `+member+`}`)
	}
	xml := func(content string) []File {
		return one(bomXML, `<bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1">`+content+`</bom>`)
	}
	nest := func(n int) string { return strings.Repeat(`{"a": `, n-1) + "1" + strings.Repeat("}", n-1) }
	list := func(n int, item string) string { return "[" + strings.Join(repeat(n, item), ", ") + "]" }
	padded := func(n int, text string) string { return text + strings.Repeat(" ", n-len(text)) }
	library := `{"type": "library", "name": "a"}`
	return []edge{
		{"MaxXMLBytes", 100, 100, "junit", "", func(n int) []File {
			return one("tests.xml", padded(n, `<testsuite name="a"><testcase name="b"/></testsuite>`))
		}},
		{"MaxTreeBytes", 100, 100, "json", "", func(n int) []File { return one(modelJSON, padded(n, `{"threat_model": "1"}`)) }},
		{"MaxSPDXBytes", 100, 100, "spdx", "", func(n int) []File { return one("sbom.spdx.json", padded(n, `{"spdxVersion": "SPDX-2.3"}`)) }},
		{"MaxXMLBytes", 200, 200, "xml", "", func(n int) []File {
			return one("sbom.cdx.xml", padded(n, `<bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1"><components/></bom>`))
		}},
		{"MaxYAMLBytes", 100, 100, "yaml", "", func(n int) []File { return one(modelYAML, padded(n, "threat_model: 1\n#")) }},
		{"MaxDepth", 6, 6, "json", "/x/a/a/a/a/a", func(n int) []File { return json(`"x": ` + nest(n)) }},
		{"MaxDepth", 6, 6, "yaml", "2:34", func(n int) []File { return yaml("x: " + nest(n)) }},
		{"MaxDepth", 6, 6, "cyclonedx", "/x/a/a/a/a/a", func(n int) []File { return cdx(`"components": [], "x": ` + nest(n)) }},
		{"MaxDepth", 6, 6, "xml", "1:104", func(n int) []File {
			return xml(`<x:a xmlns:x="u">` + strings.Repeat("<x:b>", n-1) + strings.Repeat("</x:b>", n-1) + `</x:a>`)
		}},
		{"MaxNodes", 20, 17, "json", "/x/16", func(n int) []File { return json(`"x": ` + list(n, "1")) }},
		{"MaxNodes", 20, 17, "yaml", "2:56", func(n int) []File { return yaml("x: " + list(n, "1")) }},
		{"MaxStringBytes", 30, 30, "json", "/title", func(n int) []File { return json(`"title": "` + x(n) + `"`) }},
		{"MaxStringBytes", 30, 30, "yaml", "2:8", func(n int) []File { return yaml("title: " + x(n)) }},
		{"MaxStringBytes", 30, 30, "cyclonedx", "/components/0/name", func(n int) []File {
			return cdx(`"components": [{"type": "library", "name": "` + x(n) + `"}]`)
		}},
		{"MaxStringBytes", 60, 60, "xml", "/components/0/name", func(n int) []File {
			return xml(`<components><component type="library"><name>` + x(n) + `</name></component></components>`)
		}},
		{"MaxNumberChars", 9, 9, "json", "/x", func(n int) []File { return json(`"x": ` + strings.Repeat("7", n)) }},
		{"MaxNumberChars", 9, 9, "yaml", "2:4", func(n int) []File { return yaml("x: " + strings.Repeat("7", n)) }},
		{"MaxNumberChars", 9, 9, "cyclonedx", "/x", func(n int) []File { return cdx(`"components": [], "x": ` + strings.Repeat("7", n)) }},
		{"MaxComponents", 5, 5, "cyclonedx", "/components/5", func(n int) []File { return cdx(`"components": ` + list(n, library)) }},
		{"MaxComponents", 5, 5, "xml", "/components/5", func(n int) []File {
			return xml("<components>" + strings.Repeat(`<component type="library"><name>a</name></component>`, n) + "</components>")
		}},
		{"MaxDependencies", 5, 5, "cyclonedx", "/dependencies/5", func(n int) []File { return cdx(`"components": [], "dependencies": ` + list(n, `{"ref": "a"}`)) }},
		{"MaxDependencies", 5, 5, "xml", "/dependencies/5", func(n int) []File {
			return xml("<dependencies>" + strings.Repeat(`<dependency ref="a"/>`, n) + "</dependencies>")
		}},
		{"MaxDependencies", 5, 4, "cyclonedx", "/dependencies/0/dependsOn/4", func(n int) []File {
			return cdx(`"components": [], "dependencies": [{"ref": "a", "dependsOn": [` + strings.TrimSuffix(numbered(n, `"b%d", `), ", ") + `]}]`)
		}},
		{"MaxDependencies", 5, 4, "cyclonedx", "/compositions/0/assemblies/4", func(n int) []File {
			return cdx(`"components": [], "compositions": [{"aggregate": "complete", "assemblies": [` + strings.TrimSuffix(numbered(n, `"b%d", `), ", ") + `]}]`)
		}},
		{"MaxDependencies", 5, 5, "cyclonedx", "/compositions/5", func(n int) []File {
			return cdx(`"components": [], "compositions": ` + list(n, `{"aggregate": "complete"}`))
		}},
		{"MaxModels", 5, 5, "hcltm", "/threatmodel", func(n int) []File {
			return one("tm.json", `{"spec_version": "1", "threatmodel": {`+strings.TrimSuffix(numbered(n, `"m%d": {}, `), ", ")+`}}`)
		}},
		{"MaxCryptoAssets", 5, 5, "cyclonedx", "/components/5/cryptoProperties", func(n int) []File {
			return cdx(`"components": [` + strings.TrimSuffix(numbered(n, `{"type": "cryptographic-asset", "name": "a%d", "cryptoProperties": {"assetType": "algorithm"}}, `), ", ") + `]`)
		}},
		{"MaxModelCards", 5, 5, "cyclonedx", "/components/5/modelCard", func(n int) []File {
			return cdx(`"components": [` + strings.TrimSuffix(numbered(n, `{"type": "machine-learning-model", "name": "a%d", "modelCard": {}}, `), ", ") + `]`)
		}},
		{"MaxProperties", 5, 5, "cyclonedx", "/properties/5", func(n int) []File {
			return cdx(`"components": [], "properties": [` + strings.TrimSuffix(numbered(n, `{"name": "a%d"}, `), ", ") + `]`)
		}},
		{"MaxPedigree", 5, 5, "cyclonedx", "/components/0/pedigree/commits/5", func(n int) []File {
			return cdx(`"components": [{"type": "library", "name": "a", "pedigree": {"commits": [` + strings.TrimSuffix(numbered(n, `{"uid": "u%d"}, `), ", ") + `]}}]`)
		}},
		{"MaxEvidence", 5, 4, "cyclonedx", "/components/0/evidence/identity/4", func(n int) []File {
			return cdx(`"components": [{"type": "library", "name": "a", "evidence": {"identity": [` + strings.TrimSuffix(numbered(n, `{"field": "name", "concludedValue": "v%d"}, `), ", ") + `]}}]`)
		}},
		{"MaxEvidence", 5, 4, "cyclonedx", "/components/0/evidence/occurrences/4", func(n int) []File {
			return cdx(`"components": [{"type": "library", "name": "a", "evidence": {"occurrences": [` + strings.TrimSuffix(numbered(n, `{"location": "f%d"}, `), ", ") + `]}}]`)
		}},
		{"MaxEvidence", 5, 3, "cyclonedx", "/components/0/evidence/callstack/frames/0/parameters/3", func(n int) []File {
			return cdx(`"components": [{"type": "library", "name": "a", "evidence": {"callstack": {"frames": [{"module": "m", "parameters": [` + strings.TrimSuffix(numbered(n, `"p%d", `), ", ") + `]}]}}}]`)
		}},
		{"MaxExtras", 5, 5, "cyclonedx", "/components/0/tags/5", func(n int) []File {
			return cdx(`"components": [{"type": "library", "name": "a", "tags": [` + strings.TrimSuffix(numbered(n, `"t%d", `), ", ") + `]}]`)
		}},
		{"MaxServices", 5, 5, "cyclonedx", "/services/5", func(n int) []File {
			return cdx(`"services": [` + strings.TrimSuffix(numbered(n, `{"name": "a%d"}, `), ", ") + `]`)
		}},
		{"MaxProblems", 5, 5, "summary", "", func(n int) []File { return yaml(numbered(n, "field%d: 1\n")) }},
		{"MaxSchemaProblems", 5, 5, "cyclonedx", "", func(n int) []File {
			return cdx(`"components": [` + strings.TrimSuffix(numbered(n, "%d, "), ", ") + `]`)
		}},
	}
}

// bundleEdges are bounds that documents share.
func bundleEdges() []edge {
	model := func(threats int) string {
		return "threat_model: 1\nthreats: [" + strings.Repeat("{}, ", threats) + "]\n"
	}
	two := func(a, b string) []File { return []File{{"a/threat-model.yaml", a}, {"b/threat-model.yaml", b}} }
	sbom := func(member string) string {
		return `{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, ` + member + `}`
	}
	boms := func(a, b string) []File { return []File{{"a.cdx.json", sbom(a)}, {"b.cdx.json", sbom(b)}} }
	many := func(key, row string) func(n int) []File {
		list := func(from, n int) string {
			var rows []string
			for i := range n {
				rows = append(rows, strings.ReplaceAll(row, "#", fmt.Sprint(from+i)))
			}
			return `"` + key + `": [` + strings.Join(rows, ", ") + "]"
		}
		return func(n int) []File { return boms(list(0, 3), list(3, n-3)) }
	}
	return []edge{
		{"MaxComponents", 5, 5, "cyclonedx", "/components/2", many("components", `{"type": "library", "name": "a#"}`)},
		{"MaxDependencies", 5, 5, "cyclonedx", "/dependencies/2", many("dependencies", `{"ref": "a#"}`)},
		{"MaxServices", 5, 5, "cyclonedx", "/services/2", many("services", `{"name": "a#"}`)},
		{"MaxStatements", 5, 5, "cyclonedx", "/vulnerabilities/2", many("vulnerabilities", `{"id": "CVE-2026-#"}`)},
		{"MaxDocuments", 5, 5, "folder", "together", func(n int) []File {
			files := one("a.txt", "x")
			for i := range n {
				files = append(files, File{fmt.Sprintf("%d.cdx.json", i), sbom(`"components": []`)})
			}
			return files
		}},
		{"MaxYAMLTotal", 100, 100 - len(model(3)), "yaml", "together", func(n int) []File {
			return two(model(3), model(0)+strings.Repeat("#", n-len(model(0))))
		}},
		{"MaxNodesTotal", 20, 14, "yaml", "together", func(n int) []File { return two(model(3), model(n-3)) }},
		{"MaxRows", 20, 17, "yaml", "together", func(n int) []File { return two(model(3), model(n)) }},
		{"MaxPairs", 5, 5, "declaration", "bundle", func(n int) []File {
			files := one(modelYAML, "threat_model: 1\nproduct: {name: a}\n")
			for i := range n {
				files = append(files, File{fmt.Sprintf("d%d.yaml", i), "declaration: 1\nproduct: {name: a}\n"})
			}
			return files
		}},
		{"MaxPlaces", 5, 5, "declaration", "bundle", func(n int) []File {
			return []File{{bomJSON, goodSBOM}, {"declaration.yaml", "declaration: 1\nevidence: [{id: a, kind: sbom, path: " + bomJSON + "}]\nanswers: [" +
				strings.Join(repeat(n, "{requirement: ir8259a-DI-1, evidence: [{ref: a, pointer: /components}]}"), ", ") + "]\n"}}
		}},
	}
}

func repeat(n int, text string) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = text
	}
	return list
}

func numbered(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

package evidence_test

import (
	"bytes"

	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/hostile"
)

// ordinary is a bundle that an honest vendor's tools make and that must be read.
type ordinary struct {
	name  string
	data  []byte                // an archive, or
	files map[string]string     // a folder
	kinds map[evidence.Kind]int // of readable documents; attachments are not counted
	codes []string              // of problems that its authors left in it, for all documents together
}

// TestOrdinaryBundlesAreRead is the other half of the table of hostile inputs:
// strictness costs nobody who uses a common tool.
func TestOrdinaryBundlesAreRead(t *testing.T) {
	evidence.OneGoroutine(t)
	table := slices.Concat(ordinaryDocuments(t), ordinaryTexts(), ordinaryZips(t), ordinaryTars(t))
	if len(table) < 40 {
		t.Errorf("%d bundles, want 40", len(table))
	}
	tools := ordinaryTools(t)
	for _, o := range slices.Concat(table, tools) {
		t.Run(o.name, func(t *testing.T) { checkOrdinary(t, o) })
	}
	t.Logf("%d bundles made by code or by others, %d by tools of this machine", len(table), len(tools))
}

func checkOrdinary(t *testing.T, o ordinary) {
	t.Helper()
	var b *evidence.Bundle
	var err error
	if o.data != nil {
		b, err = evidence.OpenArchive(bytes.NewReader(o.data), int64(len(o.data)), evidence.Limits{})
	} else {
		folder := fstest.MapFS{}
		for path, text := range o.files {
			folder[path] = &fstest.MapFile{Data: []byte(text)}
		}
		b, err = evidence.OpenFS(folder, evidence.Limits{})
	}
	if err != nil {
		t.Fatal(err)
	}
	d, codes := evidence.Read(b), []string{}
	got := map[evidence.Kind]int{}
	for _, p := range d.Bundle.Problems {
		codes = append(codes, p.Code)
		t.Logf("bundle: %s", p.Message)
	}
	for _, doc := range d.Bundle.Documents {
		if !doc.Readable {
			t.Errorf("%s is not readable", doc.Path)
		}
		for _, p := range doc.Problems {
			codes = append(codes, p.Code)
		}
		for _, k := range doc.Kinds {
			got[k]++
		}
	}
	slices.Sort(codes)
	if codes = slices.Compact(codes); !slices.Equal(codes, slices.Sorted(slices.Values(o.codes))) {
		t.Errorf("problems %v, want %v", codes, o.codes)
	}
	for k, n := range o.kinds {
		if got[k] != n {
			t.Errorf("%d documents of kind %s, want %d", got[k], k, n)
		}
	}
}

// whole are the kinds of the bundle that meets.
var whole = map[evidence.Kind]int{evidence.KindSBOM: 1, evidence.KindThreatModel: 1, evidence.KindDeclaration: 1}

// cut are its problems: its threat model names components of the whole SBOM.
var cut = []string{"dangling_reference"}

func isKind(k evidence.Kind) map[evidence.Kind]int { return map[evidence.Kind]int{k: 1} }

// ordinaryDocuments are other people's documents, as they are.
func ordinaryDocuments(t *testing.T) []ordinary {
	t.Helper()
	codes := map[string][]string{ // what their schemas refuse
		"guac-citations.1.7.cdx.json": {"schema"}, "sbomqs-perfect-score.1.5.cdx.json": {"schema"}, "sbomqs-signature.1.6.cdx.json": {"schema"},
	}
	list := []ordinary{}
	for _, pattern := range []string{"testdata/ordinary/*.*", "testdata/cyclonedx/*.json"} {
		paths, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			name := filepath.Base(path)
			kind := evidence.KindSBOM
			switch {
			case name == "README.md":
				continue
			case strings.HasPrefix(name, "td-"), strings.HasPrefix(name, "tmbom-"):
				kind = evidence.KindThreatModel
			case strings.Contains(name, "vex.") || strings.HasPrefix(name, "vex-cisa"):
				kind = evidence.KindVEX
			}
			text, err := os.ReadFile(path) //nolint:gosec // test data
			if err != nil {
				t.Fatal(err)
			}
			list = append(list, ordinary{name: name, files: map[string]string{name: string(text)}, kinds: isKind(kind), codes: codes[name]})
		}
	}
	return list
}

// ordinaryTexts are one document in the ways that editors and libraries write it.
func ordinaryTexts() []ordinary {
	const model = "threat_model: 1\ntitle: Gateway\nthreats:\n  - id: T-1\n    title: Spoofing\n"
	const bom = `{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": [{"type": "library", "name": "a"}]}`
	const root = `<bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1">`
	const body = "<components><component type=\"library\"><name>a</name></component></components></bom>"
	crlf := func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }
	one := func(name, path, text string, kind evidence.Kind) ordinary {
		return ordinary{name: name, files: map[string]string{path: text}, kinds: isKind(kind)}
	}
	yaml := func(name, text string) ordinary { return one("YAML "+name, "tm.yaml", text, evidence.KindThreatModel) }
	json := func(name, text string) ordinary { return one("JSON "+name, "bom.json", text, evidence.KindSBOM) }
	xml := func(name, text string) ordinary { return one("XML "+name, "bom.xml", text, evidence.KindSBOM) }
	return []ordinary{
		yaml("plain", model), yaml("with CRLF", crlf(model)),
		yaml("with a document start", "---\n"+model), yaml("with a start and an end", "---\n"+model+"...\n"),
		yaml("with comments", "# Gateway\n\n"+strings.ReplaceAll(model, "\n", " # note\n")),
		yaml("without a newline at the end", strings.TrimSuffix(model, "\n")),
		yaml("with quotes and a block", strings.Replace(model, "Gateway", "\"Gateway\"\ndescription: |\n  Two\n  lines", 1)),
		yaml("of a JSON library", `{"threat_model": "1", "title": "Gateway", "threats": []}`),
		json("plain", bom), json("with a newline at the end", bom+"\n"), json("with CRLF and tabs", "{\r\n\t"+bom[1:]+"\r\n"),
		json("indented", strings.NewReplacer("{", "{\n  ", ", ", ",\n  ").Replace(bom)),
		json("without white space", strings.ReplaceAll(bom, " ", "")),
		json("with escapes", strings.Replace(bom, `"a"`, `"\u0061\u00e9\/\ud83d\ude00"`, 1)),
		xml("plain", root+body), xml("with a declaration", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"+root+body+"\n"),
		xml("with a byte order mark", "\ufeff<?xml version=\"1.0\" encoding=\"utf-8\"?>"+root+body),
		xml("with CRLF and comments", "<?xml version='1.0'?>\r\n<!-- made by a tool -->\r\n"+root+"\r\n"+body+"\r\n<!-- end -->\r\n"),
		xml("with prefixes", strings.NewReplacer("</", "</c:", "<b", "<c:b", "<comp", "<c:comp", "<n", "<c:n", "xmlns=", "xmlns:c=").Replace(root+body)),
	}
}

// meets are the files of the bundle that meets, by path.
func meets() map[string]string {
	files := map[string]string{}
	for _, f := range hostile.Meets() {
		files[f.Path] = f.Text
	}
	return files
}

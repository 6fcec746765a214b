package evidence

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// matches lists what the products of all statements were found by.
func matches(d *Dossier) []string {
	list := []string{}
	for _, rows := range d.VEXStatements {
		for _, s := range rows {
			for _, p := range s.Products {
				list = append(list, fmt.Sprintf("%s %s sbom %d row %d", p.Ref+p.Name, p.Match, p.SBOM, p.Row))
			}
		}
	}
	return list
}

const vexGateway = `{"bomFormat":"CycloneDX","specVersion":"1.6","serialNumber":"urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79","version":1,
 "metadata":{"component":{"type":"firmware","bom-ref":"gw","name":"Gateway","version":"2.4.1","supplier":{"name":"Acme Devices"},
  "hashes":[{"alg":"SHA-256","content":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}]}},
 "components":[
  {"type":"library","bom-ref":"ssl","name":"openssl","version":"3.0.8","purl":"pkg:apk/alpine/openssl@3.0.8?arch=x86","cpe":"cpe:2.3:a:openssl:openssl:3.0.8:*:*:*:*:*:*:*"},
  {"type":"library","bom-ref":"ssl-arm","name":"openssl","version":"3.0.8","purl":"pkg:apk/alpine/openssl@3.0.8?arch=arm64"},
  {"type":"library","name":"Zlib","version":"1.3"}]}`

// openVEXOf is a document that names products.
func openVEXOf(author string, products ...string) string {
	return `{"@context":"https://openvex.dev/ns/v0.2.0","@id":"x","author":"` + author + `","timestamp":"2026-01-02T03:04:05Z","version":1,"statements":[
 {"vulnerability":{"name":"CVE-2026-1"},"status":"fixed","products":[` + strings.Join(products, ",") + `]}]}`
}

func TestProductsAreFound(t *testing.T) {
	for _, test := range []struct{ product, want string }{
		{`{"@id":"urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#ssl"}`, "bom_ref sbom 0 row 0"},
		{`{"@id":"urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/2#ssl-arm"}`, "bom_ref sbom 0 row 1"},
		{`{"@id":"urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1"}`, "bom_ref sbom 0 row -1"},
		{`{"@id":"urn:cdx:00000000-395b-41f5-a30f-a58921a69b79/1#ssl"}`, "none sbom -1 row -1"},
		{`{"@id":"pkg:apk/alpine/openssl@3.0.8"}`, "purl sbom 0 row 0"},
		{`{"@id":"pkg:apk/alpine/openssl@3.0.8?arch=arm64"}`, "purl sbom 0 row 1"},
		{`{"@id":"pkg:apk/alpine/openssl@3.0.8?arch=mips"}`, "none sbom -1 row -1"},
		{`{"@id":"pkg:apk/alpine/openssl@3.0.9"}`, "none sbom -1 row -1"},
		{`{"@id":"pkg:apk/alpine/openssl"}`, "versionless sbom 0 row 0"},
		{`{"@id":"x","identifiers":{"cpe23":"cpe:2.3:a:openssl:openssl:3.0.8:*:*:*:*:*:*:*"}}`, "cpe sbom 0 row 0"},
		{`{"@id":"cpe:/a:openssl:openssl:3.0.8"}`, "cpe sbom 0 row 0"},
		{`{"@id":"cpe:2.3:a:openssl:openssl:*:*:*:*:*:*:*:*"}`, "versionless sbom 0 row 0"},
		{`{"@id":"cpe:2.3:a:openssl:openssl:1.1:*:*:*:*:*:*:*"}`, "none sbom -1 row -1"},
		{`{"@id":"x","hashes":{"sha-256":"9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08"}}`, "digest sbom 0 row -1"},
		{`{"@id":"ssl"}`, "none sbom -1 row -1"}, // a bom-ref counts in its own document alone
	} {
		d := read(t, map[string]string{"a.cdx.json": vexGateway, "b.json": openVEXOf("Acme Devices <a@acme.example>", test.product)})
		got := matches(d)[0]
		if !strings.HasSuffix(got, " "+test.want) {
			t.Errorf("%s: got %s, want %s", test.product, got, test.want)
		}
		unknown := []Row{}
		if strings.HasPrefix(test.want, "none") {
			unknown = []Row{0}
		}
		if diff := cmp.Diff(unknown, d.VEX[0].Counts.UnknownProduct); diff != "" || d.VEX[0].AuthorIs != "vendor" {
			t.Errorf("%s: author is %s; unknown products (-want +got)\n%s", test.product, d.VEX[0].AuthorIs, diff)
		}
	}
}

func TestNamesAreFound(t *testing.T) {
	const before, after = `{"document":{"csaf_version":"2.0","publisher":{"name":"CERT"}},"product_tree":{"branches":[{"category":"product_name","name":"`,
		`"}}]}]},"vulnerabilities":[{"cve":"CVE-2026-1","product_status":{"known_affected":["P"]}}]}`
	for _, test := range []struct{ name, category, version, want string }{
		{"gateway", "product_version", "v2.4.1", "name sbom 0 row -1"},
		{"gateway", "product_version", "2.4.0", "none sbom -1 row -1"},
		{"gateway", "product_version_range", "<=2.4.1", "versionless sbom 0 row -1"},
		{"ZLIB", "product_version", "1.3", "name sbom 0 row 2"},
		{"zlib", "product_version_range", "vers:generic/<1.3", "none sbom -1 row -1"}, // a library's name alone is too weak
	} {
		doc := before + test.name + `","branches":[{"category":"` + test.category + `","name":"` + test.version + `","product":{"product_id":"P","name":"` + test.name + after
		d := read(t, map[string]string{"a.cdx.json": vexGateway, "b.json": doc})
		if got := matches(d)[0]; !strings.HasSuffix(got, " "+test.want) {
			t.Errorf("%v: got %s", test, got)
		}
		if d.VEX[0].AuthorIs != "third_party" {
			t.Errorf("the author is %s, want third_party", d.VEX[0].AuthorIs)
		}
	}
}

// TestRefsOfOneDocument holds the refs of a CycloneDX document to the document
// itself: a component of it, or its own subject in the SBOM of the bundle.
func TestRefsOfOneDocument(t *testing.T) {
	own := strings.TrimSuffix(vexGateway, "}") + `,"vulnerabilities":[{"id":"CVE-2026-1","analysis":{"state":"exploitable"},"affects":[{"ref":"ssl"},{"ref":"gw"},{"ref":"none"}]}]}`
	d := read(t, map[string]string{"a.cdx.json": own})
	want := []string{"ssl bom_ref sbom 0 row 0", "gw bom_ref sbom 0 row -1", "none none sbom -1 row -1"}
	if diff := cmp.Diff(want, matches(d)); diff != "" {
		t.Errorf("in the SBOM: (-want +got)\n%s", diff)
	}
	alone := `{"bomFormat":"CycloneDX","specVersion":"1.6","metadata":{"component":{"type":"firmware","bom-ref":"it","name":"gateway","version":"2.4.1"}},
 "vulnerabilities":[{"id":"CVE-2026-1","affects":[{"ref":"it"},{"ref":"ssl"},{"ref":"pkg:apk/alpine/openssl@3.0.8"}]}]}`
	d = read(t, map[string]string{"a.cdx.json": vexGateway, "b.cdx.json": alone})
	want = []string{"it name sbom 0 row -1", "ssl none sbom -1 row -1", "pkg:apk/alpine/openssl@3.0.8 purl sbom 0 row 0"}
	if diff := cmp.Diff(want, matches(d)); diff != "" {
		t.Errorf("beside the SBOM: (-want +got)\n%s", diff)
	}
}

// TestLinkToAnotherSBOM reads the pair of the CycloneDX examples: its
// statement links to an SBOM by a serial number that the SBOM beside it does
// not have. What one SBOM calls a component says nothing of another product,
// so nothing is found, although the bom-refs are alike.
func TestLinkToAnotherSBOM(t *testing.T) {
	files := map[string]string{}
	for _, name := range []string{"vex-pair-bom.1.3.cdx.json", "vex-pair-vex.1.4.cdx.json"} {
		data, err := os.ReadFile(filepath.Join("testdata/cyclonedx", name))
		if err != nil {
			t.Fatal(err)
		}
		files[name] = string(data)
	}
	d := read(t, files)
	if got := d.VEXStatements[0][0].Products[0].Match; got != "none" {
		t.Errorf("found by %s", got)
	}
}

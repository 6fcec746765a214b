package evidence

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	spdxjson "github.com/spdx/tools-golang/json"
	spdxtools "github.com/spdx/tools-golang/spdx"
	"github.com/spdx/tools-golang/tagvalue"
)

// TestSPDXOracle compares every SPDX 2 document at hand with what the library
// of the SPDX project reads in it.
func TestSPDXOracle(t *testing.T) {
	files := []string{"testdata/corpus/photon.2.2.spdx.json", "testdata/corpus/appbomination.2.2.spdx.json"}
	for _, line := range []string{"kubectl-amd64.2.3.spdx.json", "edk2-firmware.2.3.spdx.json", "not-cyclonedx-jx.sbom", "kubernetes-release.2.2.spdx", "grype-modified-tagvalue.spdx.json"} {
		files = append(files, filepath.Join(corpusDir, "sbom", line))
	}
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Log("the corpus is not beside this repository, so only the copies were read")
			break
		}
		// The library refuses a maker without the word for what it is, which this
		// reader takes for an organisation.
		data = regexp.MustCompile(`(?m)^(Package(?:Originator|Supplier)): ([^:\n]*)$`).ReplaceAll(data, []byte("$1: Organization: $2"))
		seen := agreeOnSPDX(t, filepath.Base(path), data)
		t.Log(filepath.Base(path), len(seen.Elements), "elements,", len(seen.Edges), "edges,", fmt.Sprintf("%q", seen.Makers))
	}
}

// TestSPDXGenerated has documents of every shape written by the library, in
// JSON and in tag-value form, and compares the readings of both.
func TestSPDXGenerated(t *testing.T) {
	edges, subjects := 0, 0
	for seed := range uint64(150) {
		doc := spdxMade(rand.New(rand.NewPCG(seed, 1))) //nolint:gosec // a test that can be run again
		for _, form := range []string{"a.spdx.json", "a.spdx"} {
			write := map[string]func(*spdxtools.Document, *bytes.Buffer) error{
				"a.spdx.json": func(doc *spdxtools.Document, b *bytes.Buffer) error { return spdxjson.Write(doc, b) },
				"a.spdx": func(doc *spdxtools.Document, b *bytes.Buffer) error {
					return tagvalue.Write(doc, b)
				},
			}[form]
			var b bytes.Buffer
			if err := write(doc, &b); err != nil {
				t.Fatal(err)
			}
			seen := agreeOnSPDX(t, form, b.Bytes())
			if t.Failed() {
				t.Fatalf("seed %d, %s:\n%s", seed, form, b.String())
			}
			edges += len(seen.Edges)
			subjects += strings.Count(seen.Subject.ID, "SPDXRef")
		}
	}
	t.Logf("%d edges, %d subjects", edges, subjects)
	if edges < 1000 || subjects < 50 {
		t.Error("the documents say too little")
	}
}

// spdxMade is one document of some packages and files with what relates them.
func spdxMade(r *rand.Rand) *spdxtools.Document {
	one := func(of ...string) string { return of[r.IntN(len(of))] }
	doc := &spdxtools.Document{
		SPDXVersion: "SPDX-2.3", DataLicense: "CC0-1.0", SPDXIdentifier: "DOCUMENT", DocumentName: "made",
		DocumentNamespace: fmt.Sprintf("https://example.com/%d", r.Uint32()),
		CreationInfo: &spdxtools.CreationInfo{Created: "2026-05-01T10:00:00Z", Creators: []spdxtools.Creator{
			{CreatorType: "Tool", Creator: one("syft-1.20.0", "maker")}, {CreatorType: one("Organization", "Person"), Creator: one("Acme", "Acme (it@acme.example)", "Acme ()")},
		}},
	}
	if r.IntN(3) == 0 {
		doc.ExternalDocumentReferences = []spdxtools.ExternalDocumentRef{{DocumentRefID: "other", URI: "https://example.com/other",
			Checksum: spdxtools.Checksum{Algorithm: spdxtools.SHA1, Value: strings.Repeat("ab", 20)}}}
	}
	var ids []string
	sums := func() []spdxtools.Checksum {
		all := []spdxtools.Checksum{
			{Algorithm: spdxtools.SHA1, Value: strings.Repeat("0a", 20)}, {Algorithm: spdxtools.SHA256, Value: strings.Repeat("1b", 32)},
			{Algorithm: spdxtools.SHA512, Value: strings.Repeat("2c", 64)}, {Algorithm: spdxtools.SHA3_256, Value: strings.Repeat("3d", 32)},
			{Algorithm: spdxtools.BLAKE2b_256, Value: strings.Repeat("4e", 32)}, {Algorithm: spdxtools.MD5, Value: strings.Repeat("5f", 16)},
			{Algorithm: spdxtools.SHA256, Value: "short"},
		}
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		return all[:r.IntN(3)]
	}
	licence := func() string {
		return one("", "MIT", "NOASSERTION", "NONE", "(MIT OR Apache-2.0)", "LicenseRef-own", "GPL-2.0-only WITH Classpath-exception-2.0")
	}
	for i := range r.IntN(12) + 1 {
		id := fmt.Sprintf("p%d", i)
		ids = append(ids, id)
		p := &spdxtools.Package{PackageName: one("zlib", "gateway", "ünïcode", "a: b"), PackageSPDXIdentifier: spdxtools.ElementID(id),
			PackageVersion: one("", "1.2.3", "NOASSERTION", "1:2~rc1-3"), PackageDownloadLocation: one("NOASSERTION", "https://example.com/a.tgz"),
			PackageChecksums: sums(), PackageLicenseDeclared: licence(), PackageLicenseConcluded: licence()}
		if r.IntN(2) == 0 {
			p.PackageSupplier = &spdxtools.Supplier{SupplierType: one("Organization", "Person"), Supplier: one("Acme", "Acme (it@acme.example)", "The Acme (Europe)")}
		}
		if r.IntN(2) == 0 {
			p.PackageOriginator = &spdxtools.Originator{OriginatorType: one("Organization", "Person"), Originator: one("Upstream", "Ann (ann@acme.example)")}
		}
		for _, ref := range []spdxtools.PackageExternalReference{
			{Category: "PACKAGE-MANAGER", RefType: "purl", Locator: one("pkg:generic/zlib@1.2.3", "pkg:golang/example.com/a%20b@v1", "no-purl")},
			{Category: "SECURITY", RefType: "cpe23Type", Locator: one("cpe:2.3:a:zlib:zlib:1.2.3:*:*:*:*:*:*:*", "cpe:none")},
		} {
			if r.IntN(2) == 0 {
				p.PackageExternalReferences = append(p.PackageExternalReferences, &ref)
			}
		}
		doc.Packages = append(doc.Packages, p)
	}
	for i := range r.IntN(4) {
		id := fmt.Sprintf("f%d", i)
		ids = append(ids, id)
		doc.Files = append(doc.Files, &spdxtools.File{FileName: one("./a.c", "./b/c.h"), FileSPDXIdentifier: spdxtools.ElementID(id), Checksums: sums(),
			LicenseConcluded: licence(), FileCopyrightText: "NOASSERTION"})
	}
	ref := func(id string) spdxtools.DocElementID {
		return spdxtools.DocElementID{ElementRefID: spdxtools.ElementID(id)}
	}
	for range r.IntN(2) + 1 {
		doc.Relationships = append(doc.Relationships, &spdxtools.Relationship{RefA: ref("DOCUMENT"), RefB: ref(one(ids...)), Relationship: "DESCRIBES"})
	}
	kinds := []string{"DEPENDS_ON", "DEPENDENCY_OF", "CONTAINS", "CONTAINED_BY", "DYNAMIC_LINK", "STATIC_LINK", "BUILD_DEPENDENCY_OF", "RUNTIME_DEPENDENCY_OF",
		"HAS_PREREQUISITE", "PREREQUISITE_FOR", "GENERATED_FROM", "OTHER", "DESCRIBES", "PACKAGE_OF", "OPTIONAL_COMPONENT_OF"}
	for range r.IntN(20) {
		to := ref(one(ids...))
		switch r.IntN(12) {
		case 0:
			to = spdxtools.DocElementID{SpecialID: one("NONE", "NOASSERTION")}
		case 1:
			to = spdxtools.DocElementID{DocumentRefID: "other", ElementRefID: "x"}
		}
		doc.Relationships = append(doc.Relationships, &spdxtools.Relationship{RefA: ref(one(ids...)), RefB: to, Relationship: one(kinds...)})
	}
	return doc
}

// TestSPDXLarge reads what is larger than other documents may be, with more
// values, and says of a larger one by which bound it is refused.
func TestSPDXLarge(t *testing.T) {
	l := Limits{MaxTreeBytes: 1 << 10, MaxNodes: 100, MaxSPDXBytes: 64 << 10}
	large := spdxLarge(60)
	for size, want := range map[int]string{len(large): "", 64<<10 + 1: "MaxSPDXBytes"} {
		text := large + strings.Repeat(" ", size-len(large))
		b, err := OpenFS(fstest.MapFS{"a.spdx.json": {Data: []byte(text)}}, l)
		if err != nil {
			t.Fatal(err)
		}
		d, got := Read(b), ""
		for _, p := range d.Bundle.Documents[0].Problems {
			got += p.Limit
		}
		if got != want || (want == "") != (len(d.SBOMs) == 1) {
			t.Errorf("%d bytes: %d SBOMs, problems %+v", size, len(d.SBOMs), d.Bundle.Documents[0].Problems)
		}
	}
	few := l
	few.MaxNodesTotal = 200
	b, err := OpenFS(fstest.MapFS{"a.spdx.json": {Data: []byte(large)}}, few)
	if err != nil {
		t.Fatal(err)
	}
	if p := Read(b).Bundle.Documents[0].Problems; len(p) != 1 || p[0].Limit != "MaxNodesTotal" {
		t.Errorf("problems %+v", p)
	}
}

// spdxLarge is a document of n packages, each with a file, as image builders
// write them.
func spdxLarge(n int) string {
	var packages, files, relations strings.Builder
	for i := range n {
		sep := strings.Repeat(",\n", min(i, 1))
		fmt.Fprintf(&packages, `%s{"SPDXID":"SPDXRef-Package-%d","name":"recipe-%d","versionInfo":"1.%d","supplier":"Organization: Acme (it@acme.example)","downloadLocation":"NOASSERTION","filesAnalyzed":false,"licenseConcluded":"NOASSERTION","licenseDeclared":"MIT","copyrightText":"NOASSERTION","externalRefs":[{"referenceCategory":"PACKAGE-MANAGER","referenceType":"purl","referenceLocator":"pkg:generic/recipe-%d@1.%d"}]}`, sep, i, i, i, i, i)
		fmt.Fprintf(&files, `%s{"SPDXID":"SPDXRef-File-%d","fileName":"./usr/lib/lib%d.so","checksums":[{"algorithm":"SHA1","checksumValue":"%040x"},{"algorithm":"SHA256","checksumValue":"%064x"}],"licenseConcluded":"NOASSERTION","copyrightText":"NOASSERTION"}`, sep, i, i, i, i)
		fmt.Fprintf(&relations, `%s{"spdxElementId":"SPDXRef-Package-%d","relationshipType":"CONTAINS","relatedSpdxElement":"SPDXRef-File-%d"},{"spdxElementId":"SPDXRef-Package-0","relationshipType":"DEPENDS_ON","relatedSpdxElement":"SPDXRef-Package-%d"}`, sep, i, i, i)
	}
	return `{"spdxVersion":"SPDX-2.3","dataLicense":"CC0-1.0","SPDXID":"SPDXRef-DOCUMENT","name":"image","documentNamespace":"https://example.com/image",
"creationInfo":{"created":"2026-05-01T10:00:00Z","creators":["Tool: maker-1.0"]},"documentDescribes":["SPDXRef-Package-0"],
"packages":[` + packages.String() + `],"files":[` + files.String() + `],"relationships":[` + relations.String() + `]}`
}

// BenchmarkSPDX reads a document of the size that an image builder writes.
func BenchmarkSPDX(b *testing.B) {
	for _, n := range []int{4_000, 50_000} {
		text := []byte(spdxLarge(n))
		b.Run(fmt.Sprintf("%dMiB", len(text)>>20), func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				bundle, err := OpenFS(fstest.MapFS{"a.spdx.json": {Data: text}}, Limits{})
				if err != nil {
					b.Fatal(err)
				}
				if d := Read(bundle); len(d.SBOMs) != 1 {
					b.Fatal(d.Bundle.Documents[0].Problems)
				}
			}
		})
	}
}

package evidence

import (
	"crypto/sha512"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// linkLines tells the links between the documents of a bundle, by path.
func linkLines(t *testing.T, d *Dossier) []string {
	t.Helper()
	lines := []string{}
	for i, link := range d.Links.Documents {
		places, _, err := d.Locate([]any{"links", "documents", i}, 10)
		if err != nil || len(places) != 1 {
			t.Fatal(places, err)
		}
		to := "nothing"
		if link.Document >= 0 {
			to = d.Bundle.Documents[link.Document].Path
		}
		lines = append(lines, fmt.Sprintf("%s:%d %s -> %s %s", d.Bundle.Documents[places[0].Document].Path, places[0].Line, places[0].Pointer, to, link.Outcome))
	}
	return lines
}

// partSerial is a serial number with a digit for the part.
func partSerial(n int) string { return fmt.Sprintf("%08d-395b-41f5-a30f-a58921a69b79", n) }

// partBOM is an SBOM of a part of a product with members of its own.
func partBOM(n int, name string, members ...string) string {
	return fmt.Sprintf(`{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "serialNumber": "urn:uuid:%s",
"metadata": {"component": {"type": "firmware", "bom-ref": "root", "name": %q, "version": "2"}},
%s}`, partSerial(n), name, strings.Join(members, ",\n"))
}

func bomReference(url string, digest ...string) string {
	hashes := ""
	if len(digest) > 0 {
		hashes = fmt.Sprintf(`, "hashes": [{"alg": %q, "content": %q}]`, digest[0], digest[1])
	}
	return fmt.Sprintf(`"externalReferences": [{"type": "bom", "url": %q%s}]`, url, hashes)
}

// TestPartsOfAProduct reads the SBOMs of a device, its gateway, an app and a
// cloud service, which name each other by serial number, digest and path: from
// the subject, an assembly in it, and a service. Both forms of CycloneDX say
// the same.
func TestPartsOfAProduct(t *testing.T) {
	gateway := partBOM(2, "gateway", `"components": [{"type": "library", "name": "g", "components": [{"type": "file", "name": "g1"}]}]`)
	app := partBOM(3, "app", `"components": []`)
	cloud := partBOM(4, "cloud", `"services": [{"name": "api", "services": [{"name": "store",`+"\n"+bomReference("app.cdx.json")+`}]}]`)
	device := partBOM(1, "device",
		`"components": [{"type": "device", "name": "board", "components": [`+"\n"+
			`{"type": "firmware", "name": "gateway", `+"\n"+bomReference("urn:cdx:"+partSerial(2)+"/1#root")+`}]}]`,
		`"services": [{"name": "cloud", `+"\n"+bomReference("https://acme.example/cloud.json", "SHA-512", fmt.Sprintf("%x", sha512.Sum512([]byte(cloud))))+`}, {"name": "api",`+"\n"+
			bomReference("urn:cdx:"+partSerial(4)+"/1", "SHA-512", fmt.Sprintf("%x", sha512.Sum512([]byte(cloud))))+`}]`,
		bomReference("https://acme.example/app", "SHA-256", strings.TrimPrefix(digestFor(app), "sha256:")))
	files := map[string]string{"device.cdx.json": device, "gateway.cdx.json": gateway, "app.cdx.json": app, "cloud.cdx.json": cloud, "declaration.yaml": `declaration: 1
product: {name: Acme Home, version: 2, parts: [{id: device, name: device, version: 2}, {id: gw, name: gateway, version: 2}, {id: app, name: app, version: 1}]}`}
	d := read(t, files)
	want := []string{
		"cloud.cdx.json:4 /services/0/services/0/externalReferences/0 -> app.cdx.json no_digest",
		"device.cdx.json:5 /components/0/components/0/externalReferences/0 -> gateway.cdx.json no_digest",
		"device.cdx.json:7 /services/0/externalReferences/0 -> nothing outside",
		"device.cdx.json:8 /services/1/externalReferences/0 -> cloud.cdx.json same",
		"device.cdx.json:9 /externalReferences/0 -> app.cdx.json same",
	}
	if diff := cmp.Diff(want, linkLines(t, d)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	for i, link := range d.Links.Documents {
		want := [][2]int{{-1, 1}, {1, -1}, {-1, 0}, {-1, 1}, {-1, -1}}[i]
		if got := [2]int{link.Row, link.Service}; got != want {
			t.Errorf("link %d is of component and service %v, want %v", i, got, want)
		}
	}
	var pairs []string
	for _, p := range d.Links.Pairs {
		pairs = append(pairs, fmt.Sprintf("%s (%s) name %s, version %s", d.Bundle.Documents[p.Left.Document].Path, p.Right.Part, p.Name.Outcome, p.Version.Outcome))
	}
	wantPairs := []string{
		"app.cdx.json (app) name equal, version unequal", "cloud.cdx.json () name unequal, version equal",
		"device.cdx.json (device) name equal, version equal", "gateway.cdx.json (gw) name equal, version equal",
	}
	if diff := cmp.Diff(wantPairs, pairs); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestAmbiguousSerialNumber takes none of two SBOMs that have the serial number
// and version that a reference names, where no digest tells which is meant. A
// copy of the same file is no other SBOM.
func TestAmbiguousSerialNumber(t *testing.T) {
	first, second := partBOM(7, "one", `"components": []`), partBOM(7, "two", `"components": []`)
	next := strings.Replace(second, `"version": 1,`, `"version": 2,`, 1)
	link := "urn:cdx:" + partSerial(7)
	outer := func(reference string) string { return partBOM(1, "device", `"components": []`, reference) }
	for _, c := range []struct {
		name, outer string
		others      []string
		want        string
	}{
		{"two files", outer(bomReference(link + "/1")), []string{first, second}, "nothing ambiguous"},
		{"two files and no version", outer(bomReference("urn:uuid:" + partSerial(7))), []string{first, next}, "nothing ambiguous"},
		{"a digest tells", outer(bomReference(link+"/1", "SHA-512", fmt.Sprintf("%x", sha512.Sum512([]byte(second))))), []string{first, second}, "b1.cdx.json same"},
		{"the version tells", outer(bomReference(link + "/2")), []string{first, next}, "b1.cdx.json no_digest"},
		{"no such version", outer(bomReference(link + "/3")), []string{first, next}, "b0.cdx.json differs"},
		{"two copies", outer(bomReference(link + "/1")), []string{first, first}, "b0.cdx.json no_digest"},
	} {
		files := map[string]string{"a.cdx.json": c.outer, "tm.yaml": "threat_model: 1\nsbom_ref: {serial_number: \"urn:uuid:" + partSerial(7) + "\", version: 1}"}
		for i, text := range c.others {
			files[fmt.Sprintf("b%d.cdx.json", i)] = text
		}
		d := read(t, files)
		got := linkLines(t, d)
		if len(got) != 1 || !strings.HasSuffix(got[0], " -> "+c.want) {
			t.Errorf("%s: %v, want %s", c.name, got, c.want)
		}
		several := c.name == "two files" || c.name == "a digest tells"
		if ref := d.ThreatModels[0].SBOMRef; (ref.Document < 0) != several || (len(problemsOf(d, "tm.yaml")) > 0) != several {
			t.Errorf("%s: the threat model's SBOM is document %d, %v", c.name, ref.Document, problemsOf(d, "tm.yaml"))
		}
	}
}

// TestBOMsInACircle reads SBOMs that name each other, and one that names
// itself: links are told, and nothing follows them round.
func TestBOMsInACircle(t *testing.T) {
	d := read(t, map[string]string{
		"a.cdx.json": partBOM(1, "a", `"components": []`, bomReference("urn:cdx:"+partSerial(2)+"/1")),
		"b.cdx.json": partBOM(2, "b", `"components": []`, bomReference("urn:cdx:"+partSerial(3)+"/1")),
		"c.cdx.json": partBOM(3, "c", `"components": []`, bomReference("urn:cdx:"+partSerial(1)+"/1")),
		"d.cdx.json": partBOM(4, "d", `"components": []`, bomReference("d.cdx.json")),
	})
	want := []string{
		"a.cdx.json:4 /externalReferences/0 -> b.cdx.json no_digest", "b.cdx.json:4 /externalReferences/0 -> c.cdx.json no_digest",
		"c.cdx.json:4 /externalReferences/0 -> a.cdx.json no_digest", "d.cdx.json:4 /externalReferences/0 -> d.cdx.json no_digest",
	}
	if diff := cmp.Diff(want, linkLines(t, d)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestBOMOfAServiceInXML follows a reference from a service in XML too, with
// its line.
func TestBOMOfAServiceInXML(t *testing.T) {
	d := read(t, map[string]string{
		"a.cdx.xml": `<bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1"><services><service><name>api</name>
<externalReferences>
<reference type="bom"><url>urn:cdx:` + partSerial(2) + `/1</url></reference>
</externalReferences></service></services></bom>`,
		"b.cdx.json": partBOM(2, "b", `"components": []`),
	})
	if diff := cmp.Diff([]string{"a.cdx.xml:3 /services/0/externalReferences/0 -> b.cdx.json no_digest"}, linkLines(t, d)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

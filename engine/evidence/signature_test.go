package evidence

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// openReadFS reads files by path.
func openReadFS(t *testing.T, files map[string]string) *Dossier {
	t.Helper()
	tree := fstest.MapFS{}
	for name, text := range files {
		tree[name] = &fstest.MapFile{Data: []byte(text)}
	}
	b, err := OpenFS(tree, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return Read(b)
}

// signedFiles is an envelope over files, with one signature "good".
func signedFiles(files map[string]string, keep ...string) string {
	var rows []string
	for _, name := range keep {
		rows = append(rows, fmt.Sprintf(`{"path":%q,"sha256":"%x","size":%d}`, name, sha256.Sum256([]byte(files[name])), len(files[name])))
	}
	payload := `{"files":[` + strings.Join(rows, ",") + `]}`
	return fmt.Sprintf(`{"payloadType": %q, "payload": %q, "signatures": [{"keyid": "k", "sig": "Z29vZA=="}]}`, bundlePayload, base64.StdEncoding.EncodeToString([]byte(payload)))
}

// TestBundleSignatureFeeds: a signature over the bundle covers the files whose
// bytes it lists, and tells of each other one, in the bundle and beside it. In
// the bundle it does not count itself, and one beside a document in name is
// over that document.
func TestBundleSignatureFeeds(t *testing.T) {
	files := map[string]string{"a.txt": "a", "b.txt": "b", "c.txt": "c"}
	envelope := signedFiles(files, "a.txt", "b.txt", "gone.txt")
	want := Signature{Document: 2, Form: "bundle", Outcome: "not_checked", KeyID: "k", Whole: true,
		Covers: []Row{0}, Changed: []Row{1}, Added: []Row{3}, Removed: []string{"gone.txt"}, Location: "/signatures/0"}
	sent := map[string]string{"a.txt": "a", "b.txt": "changed", "c.txt": "c"}
	beside, err := openReadFS(t, sent).WithBundleSignature([]byte(envelope), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	sent["bundle.dsse"] = envelope
	within := openReadFS(t, sent)
	if diff := cmp.Diff([]Signature{want}, within.Signatures); diff != "" {
		t.Errorf("in the bundle: -want +got\n%s", diff)
	}
	want.Document, want.Added = -1, []Row{2}
	if diff := cmp.Diff([]Signature{want}, beside.Signatures); diff != "" {
		t.Errorf("beside it: -want +got\n%s", diff)
	}
	by := func(string, []byte, []byte) Judged {
		return Judged{Outcome: "verified", KeyID: "id", Owner: "Acme", Until: "2027-01-01"}
	}
	for _, d := range []*Dossier{within, beside} {
		got := d.WithVerifier(by).Signatures[0]
		if got.Outcome != "verified" || got.KeyID != "id" || got.Owner != "Acme" || got.Until != "2027-01-01" || d.Signatures[0].Outcome != "not_checked" {
			t.Errorf("verified it is %+v", got)
		}
	}
	one := openReadFS(t, map[string]string{"a.txt": "a", "b.txt": "b", "a.txt.dsse": signedFiles(files, "a.txt")})
	if got := one.Signatures[0]; got.Whole || len(got.Added) != 0 || !cmp.Equal(got.Covers, []Row{0}) {
		t.Errorf("a signature of one document is over %+v", got)
	}
	for _, text := range []string{"", "{}", `{"payloadType": "text/plain", "payload": "aGk=", "signatures": [{"sig": "Z29vZA=="}]}`} {
		if _, err := within.WithBundleSignature([]byte(text), Limits{}); err == nil {
			t.Errorf("%q is taken for a signature over a bundle", text)
		}
	}
}

// TestStatementsCoverTheirSubjects, and name those whose bytes are others now.
func TestStatementsCoverTheirSubjects(t *testing.T) {
	statement := fmt.Sprintf(`{"_type": "https://in-toto.io/Statement/v1", "predicateType": "x", "subject": [
		{"name": "a.txt", "digest": {"sha256": "%x"}}, {"name": "b.txt", "digest": {"sha256": "%x"}}]}`, sha256.Sum256([]byte("a")), sha256.Sum256([]byte("other")))
	d := openReadFS(t, map[string]string{"a.txt": "a", "b.txt": "b", "s.json": fmt.Sprintf(
		`{"payloadType": "application/vnd.in-toto+json", "payload": %q, "signatures": [{"sig": "Z29vZA=="}]}`, base64.StdEncoding.EncodeToString([]byte(statement)))})
	want := []Signature{{Document: 2, Form: "dsse", Outcome: "not_checked", Covers: []Row{0}, Changed: []Row{1}, Added: []Row{}, Removed: []string{}, Location: "/signatures/0"}}
	if diff := cmp.Diff(want, d.Signatures); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// TestDetachedSignatures: a bare signature beside a document is verified over
// its bytes, in base64 too; other forms are said to be unsupported.
func TestDetachedSignatures(t *testing.T) {
	bare := strings.Repeat("s", 64)
	d := openReadFS(t, map[string]string{
		"a.txt": "a", "a.txt.sig": bare, "a.txt.asc": "-----BEGIN PGP SIGNATURE-----",
		"b.txt": "b", "b.txt.sig": base64.StdEncoding.EncodeToString([]byte(bare)) + "\n",
		"c.txt": "c", "c.txt.sig": "what", "lonely.sig": bare,
	}).WithVerifier(func(_ string, message, signature []byte) Judged {
		if string(signature) == bare && string(message) == "a" {
			return Judged{Outcome: "verified"}
		}
		return Judged{Outcome: "unknown_key"}
	})
	var got []string
	for _, s := range d.Signatures {
		got = append(got, d.Bundle.Documents[s.Document].Path+" "+s.Form+" "+s.Outcome+" "+d.Bundle.Documents[s.Covers[0]].Path)
	}
	want := []string{"a.txt.asc other unsupported a.txt", "a.txt.sig detached verified a.txt", "b.txt.sig detached unknown_key b.txt", "c.txt.sig other unsupported c.txt"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// TestDeclarationNamesItsSignature: a file that a declaration names as its
// detached signature covers it, whatever its name.
func TestDeclarationNamesItsSignature(t *testing.T) {
	d := openReadFS(t, map[string]string{"page.bin": strings.Repeat("s", 64), "d.yaml": `
declaration: 1
affirmation: {signatories: [{person: p1, signature: {path: page.bin, type: detached}}]}
`})
	if len(d.Signatures) != 1 || d.Signatures[0].Document != 1 || d.Signatures[0].Form != "detached" || !cmp.Equal(d.Signatures[0].Covers, []Row{0}) {
		t.Errorf("got %+v", d.Signatures)
	}
}

// jsfSample is the ES256 example of JSF 0.82, section 2 and appendix A.
const jsfSample = `{"now": "2019-02-10T11:23:06Z", "name": "Joe", "id": 2200063, "signature": {"algorithm": "ES256", "publicKey": {"kty": "EC", "crv": "P-256",
	"x": "censDzcMEkgiePz6DXB7cDuwFemshAFR90UNVQFCg8Q", "y": "xq8rze6ewG0-eVcSF72J77gKiD0IHnzpwHaU7t6nVeY"},
	"value": "DaLAAenX3yOC7ycVyfjIe3tLyrH0U04lPcnQ7ct72ixryZVHdAWQazgDlWhpIDnrgLC0Pq03AvgsCc4ROOCInQ"}}`

// TestSignatureInsideADocument verifies the example of the specification, and
// no change of it.
func TestSignatureInsideADocument(t *testing.T) {
	point := []byte{4} // not compressed
	for _, text := range []string{"censDzcMEkgiePz6DXB7cDuwFemshAFR90UNVQFCg8Q", "xq8rze6ewG0-eVcSF72J77gKiD0IHnzpwHaU7t6nVeY"} {
		data, err := base64.RawURLEncoding.DecodeString(text)
		if err != nil {
			t.Fatal(err)
		}
		point = append(point, data...)
	}
	key, err := ecdsa.ParseUncompressedPublicKey(elliptic.P256(), point)
	if err != nil {
		t.Fatal(err)
	}
	by := func(_ string, message, signature []byte) Judged {
		if sum := sha256.Sum256(message); ecdsa.VerifyASN1(key, sum[:], signature) {
			return Judged{Outcome: "verified"}
		}
		return Judged{Outcome: "unknown_key"}
	}
	for _, c := range []struct{ name, old, new, want string }{
		{"as it is", "", "", "verified"},
		{"another order", `"now": "2019-02-10T11:23:06Z", "name": "Joe"`, `"name": "Joe", "now": "2019-02-10T11:23:06Z"`, "verified"},
		{"another number in the same value", "2200063", "2.200063e6", "verified"},
		{"another value", "Joe", "Jim", "unknown_key"},
		{"a member more", `"name"`, `"more": 1, "name"`, "unknown_key"},
		{"a member of the signature more", `"algorithm"`, `"keyId": "x", "algorithm"`, "unknown_key"},
		{"not a value", "DaLA", "", "broken"},
		{"parts left out", `"algorithm"`, `"excludes": ["name"], "algorithm"`, "unsupported"},
		{"another algorithm", "ES256", "RS256", "unsupported"},
		{"several signers", `{"algorithm"`, `{"signers": [], "algorithms"`, "unsupported"},
		{"a name twice", `"name"`, `"name": "Jim", "name"`, "unsupported"},
	} {
		if got := judgedJSF([]byte(strings.Replace(jsfSample, c.old, c.new, 1)), by); got.Outcome != c.want {
			t.Errorf("%s: %s, want %s", c.name, got.Outcome, c.want)
		}
	}
	d := openReadFS(t, map[string]string{"a.cdx.json": `{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [], "signature": {"algorithm": "ES256", "value": "eA"}}`})
	if s := d.Signatures; len(s) != 1 || s[0].Form != "jsf" || s[0].Location != "/signature" || d.WithVerifier(by).Signatures[0].Outcome != "broken" {
		t.Errorf("got %+v", s)
	}
}

package evidence

import (
	"encoding/base64"
	"testing"
	"testing/fstest"
)

// FuzzAttachment reads anything as an attachment of which the form is told by
// its name and first bytes.
func FuzzAttachment(f *testing.F) {
	f.Add("a/doc.pdf", "%PDF-1.7\n")
	f.Add("security.txt", "Contact: mailto:a@acme.example\n")
	f.Add("x.asc", "-----BEGIN PGP SIGNATURE-----\n")
	f.Fuzz(func(t *testing.T, name, text string) {
		b, err := OpenFS(fstest.MapFS{"z.json": {Data: []byte(cleDocument)}}, Limits{})
		if err != nil {
			t.Fatal(err)
		}
		if badName("a/"+name) != "" || len(name) > b.Limits().MaxNameBytes {
			return
		}
		b.files = append([]file{{path: "a/" + name, data: []byte(text)}}, b.files...)
		sound(t, Read(b), b.Limits()).places()
	})
}

// FuzzEnvelope reads anything as an envelope, as the statement in it and as a
// statement of its own.
func FuzzEnvelope(f *testing.F) {
	f.Add(`{"payloadType":"application/vnd.in-toto+json","payload":"e30=","signatures":[{"keyid":"a"}]}`)
	f.Add(`{"_type":"https://in-toto.io/Statement/v1","subject":[{"name":"b.cdx.json","digest":{"sha256":"` + digestFor(gatewaySBOM)[len("sha256:"):] + `"}},{"name":1,"digest":{"sha1":"aa"}}],"predicateType":"p"}`)
	f.Fuzz(func(t *testing.T, text string) {
		beside := map[string]string{"b.cdx.json": gatewaySBOM}
		fuzzAttached(t, "dsse", "a.json", text, beside)
		fuzzAttached(t, "in-toto", "a.json", text, beside)
		fuzzAttached(t, "dsse", "a.json", `{"payloadType":"application/vnd.in-toto+json","signatures":[{}],"payload":"`+base64.StdEncoding.EncodeToString([]byte(text))+`"}`, beside)
	})
}

// FuzzSARIF reads anything as the report of a scanner.
func FuzzSARIF(f *testing.F) {
	f.Add(`{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"scan","version":"3"}},"invocations":[{"endTimeUtc":"2026-01-02T03:04:05Z"}],"results":[{"level":"error"},{},{"level":"note","suppressions":[{}]},{"kind":"pass","level":"none"}]}]}`)
	f.Fuzz(func(t *testing.T, text string) { fuzzAttached(t, "sarif", "a.json", text, nil) })
}

// FuzzMUD reads anything as a description of device behaviour.
func FuzzMUD(f *testing.F) {
	f.Add(`{"ietf-mud:mud":{"mud-version":1,"last-update":"2026-01-02T00:00:00+00:00","model-name":"FG-200","firmware-rev":"2.4.1","systeminfo":"gateway"}}`)
	f.Fuzz(func(t *testing.T, text string) { fuzzAttached(t, "mud", "a.json", text, nil) })
}

// FuzzJUnit reads anything as the report of a test runner.
func FuzzJUnit(f *testing.F) {
	f.Add(`<testsuites><testsuite timestamp="2026-01-02T03:04:05"><testcase><failure/></testcase><testcase><skipped/></testcase></testsuite></testsuites>`)
	f.Fuzz(func(t *testing.T, text string) {
		got := readJUnit(&source{path: "a.xml", data: []byte(text), syntax: xmlSyntax}, Limits{})
		n := got.attachment.Tests
		if n.State == Stated && !wellFormed([]byte(text)) || n.Passed+n.Failed+n.Errors+n.Skipped != n.Total {
			t.Fatalf("counted %+v", n)
		}
		fuzzAttached(t, "junit", "a.xml", text, nil)
	})
}

// FuzzOSCAL reads anything as a component definition, which answers clauses, and
// as the results of an assessment, which do not.
func FuzzOSCAL(f *testing.F) {
	f.Add(oscalSeed)
	f.Add(`{"assessment-results":{"metadata":{"title":"t","last-modified":"2026-01-02T00:00:00Z","oscal-version":"1.1.2"}}}`)
	f.Fuzz(func(t *testing.T, text string) {
		fuzzAs(t, "oscal-component", "a.json", text, map[string]string{"b.cdx.json": gatewaySBOM})
		fuzzAttached(t, "oscal-results", "a.json", text, nil)
	})
}

// oscalSeed is the smallest definition of two parts that answer clauses.
const oscalSeed = `{"component-definition": {"uuid": "u", "metadata": {"title": "t", "last-modified": "2026-01-02T00:00:00Z", "oscal-version": "1.1.2"}, "components": [
{"uuid": "p", "type": "software", "title": "Gateway", "description": "d", "control-implementations": [{"implemented-requirements": [
 {"control-id": "ir8259a-SU-2", "description": "x", "props": [{"name": "implementation-status", "value": "implemented"}]},
 {"control-id": "ir8259a-DI-1", "props": [{"name": "implementation-status", "value": "planned"}]}, {"control-id": "ac-1"}]}]},
{"uuid": "q", "type": "service", "title": "Cloud", "control-implementations": [{"implemented-requirements": [{"control-id": "IR8259A-su-2", "description": "y", "props": [{"name": "implementation-status", "value": "odd"}]}]}]}]}}`

// fuzzAttached is fuzzAs for a form that is an attachment, which is kept
// whatever is in it: its bytes count.
func fuzzAttached(t *testing.T, form, name, text string, beside map[string]string) {
	t.Helper()
	src := &source{path: name, data: []byte(text), syntax: syntaxOfName(name)}
	if got := formNamed(t, form).read(src, Limits{}); !got.readable || got.attachment == nil {
		t.Fatalf("an attachment is not kept: %v", got.problems)
	}
	fuzzAs(t, form, name, text, beside)
}

package evidence

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// attachmentLine is what was taken of an attachment.
func attachmentLine(d *Dossier, i int) string {
	a := d.Attachments[i]
	doc := d.Bundle.Documents[a.Document]
	line := fmt.Sprintf("%s %v %s %s", doc.Path, doc.Kinds, doc.Format, a.Form)
	for _, part := range []struct {
		name, value string
		told        bool
	}{
		{"tool", a.Tool.Name.Value, a.Tool.Name.State == Stated},
		{"date", a.Date.Value.Text, a.Date.State == Stated},
		{"tests", fmt.Sprint(a.Tests.Total, a.Tests.Passed, a.Tests.Failed, a.Tests.Errors, a.Tests.Skipped), a.Tests.State == Stated},
		{"results", fmt.Sprint(a.Results.Total, a.Results.Errors, a.Results.Warnings, a.Results.Notes), a.Results.State == Stated},
		{"predicate", a.PredicateType.Value, a.PredicateType.State == Stated},
		{"subjects", fmt.Sprint(len(a.Subjects.Items)), len(a.Subjects.Items) > 0},
		{"signers", fmt.Sprint(len(a.Signers.Items)), len(a.Signers.Items) > 0},
		{"problems", strings.Join(problems(doc.Problems), ","), len(doc.Problems) > 0},
	} {
		if part.told {
			line += " " + part.name + "=" + part.value
		}
	}
	return line
}

// TestCorpusAttachments holds the examples of result formats to their counts.
func TestCorpusAttachments(t *testing.T) {
	for name, want := range map[string]string{
		"example.junit.xml":               "junit junit",
		"example.sarif.json":              "sarif sarif",
		"example.oscal-ar.json":           "oscal-results oscal",
		"example.svr.intoto.json":         "in-toto in_toto",
		"example.vsa.intoto.json":         "in-toto in_toto",
		"example.test-result.intoto.json": "in-toto in_toto",
		"example.ocds-release.json":       " other",
	} {
		d := readAlone(t, filepath.Join(corpusDir, "results-formats", name))
		if len(d.Attachments) != 1 {
			t.Errorf("%s: %d attachments, %v", name, len(d.Attachments), d.Bundle.Documents[0])
			continue
		}
		line := attachmentLine(d, 0)
		if t.Log(line); !strings.Contains(line, "[attachment] "+want) || strings.Contains(line, "problems=") {
			t.Errorf("%s: %s", name, line)
		}
	}
}

func TestAttachments(t *testing.T) {
	statement := `{"_type":"https://in-toto.io/Statement/v1","subject":[{"name":"note.txt","digest":{"sha256":"` + sum("hello") + `"}},{"name":"note.txt","digest":{"sha256":"` + sum("other") + `"}},{"name":"gone","digest":{"sha256":"` + sum("x") + `"}},{"name":"weak","digest":{"sha1":"aa"}}],"predicateType":"https://slsa.dev/provenance/v1","predicate":{}}`
	files := map[string]string{
		"note.txt":  "hello",
		"dsse.json": `{"payloadType":"application/vnd.in-toto+json","payload":"` + base64.StdEncoding.EncodeToString([]byte(statement)) + `","signatures":[{"keyid":"k1","sig":"AA=="},{"sig":"AA=="}]}`,
		"bad.json":  `{"payloadType":"application/vnd.in-toto+json","payload":"%%","signatures":[]}`,
		"s.sarif":   `{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"scan","version":"3"}},"results":[{"level":"error"},{},{"level":"note","suppressions":[{}]},{"kind":"pass","level":"none"}]}]}`,
		"mud.json":  `{"ietf-mud:mud":{"mud-version":1,"last-update":"2026-01-02T00:00:00+00:00","is-supported":true,"model-name":"FG-200","firmware-rev":"2.4.1","systeminfo":"gateway"}}`,
		"t.xml":     `<testsuite name="s" timestamp="2026-01-02T03:04:05"><testcase name="a"/><testcase name="b"><failure/><error/></testcase><testcase name="c"><skipped/></testcase><testcase name="d"><failure/></testcase></testsuite>`,
		"evil.xml":  `<!DOCTYPE a><testsuite name="s"/>`,
		"x.asc":     "-----BEGIN PGP SIGNATURE-----\n\n-----END PGP SIGNATURE-----\n",
		"x.pem":     "-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n",
		"doc.pdf":   "%PDF-1.7\n",

		".well-known/security.txt": "Contact: mailto:a@acme.example\n",
	}
	d := readFiles(t, files)
	got := map[string]string{}
	for i := range d.Attachments {
		path, line, _ := strings.Cut(attachmentLine(d, i), " [attachment] ")
		got[path] = strings.TrimSpace(line)
	}
	want := map[string]string{
		"note.txt": "other", "dsse.json": "dsse dsse predicate=https://slsa.dev/provenance/v1 subjects=4 signers=2",
		"bad.json": "dsse dsse problems=encoding", "s.sarif": "sarif sarif tool=scan results=4 1 1 1", "mud.json": "mud mud date=2026-01-02T00:00:00+00:00",
		"evil.xml": "junit junit problems=xml",
		"t.xml":    "junit junit date=2026-01-02 tests=4 1 1 1 1", "x.asc": "signature", "x.pem": "certificate", "doc.pdf": "pdf pdf",
		".well-known/security.txt": "security_txt",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for i := range d.Attachments {
		if a := d.Attachments[i]; a.Form == "dsse" && len(a.Subjects.Items) == 4 {
			var outcomes []string
			for _, s := range a.Subjects.Items {
				outcomes = append(outcomes, s.Outcome)
			}
			if diff := cmp.Diff([]string{"same", "differs", "missing", "none"}, outcomes); diff != "" {
				t.Errorf("subjects (-want +got)\n%s", diff)
			}
		}
	}
}

// sum is the SHA-256 of a text in hex.
func sum(text string) string {
	digest := sha256.Sum256([]byte(text))
	return hex.EncodeToString(digest[:])
}

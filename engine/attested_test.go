package engine_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/convert"
	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/report"
)

// The meter of the fixtures is declared by an attestation; beside the bundle
// lies the form that it was made of.
const (
	meter       = "../fixtures/meter-every-kind/"
	meterStated = "declaration/rm-8.cdx.json"
)

var meterOffer = report.Offer{Vendor: "Rillstone Instruments GmbH", Items: []report.Item{{Product: "RM-8 Water Meter", Version: "3.2.0"}}}

// meterFiles is the case as it lies there.
func meterFiles(t testing.TB) faulty {
	t.Helper()
	f := faulty{"meter", map[string][]byte{}, meterOffer}
	folder := os.DirFS(meter + "bundle")
	err := fs.WalkDir(folder, ".", func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			f.files[path], err = fs.ReadFile(folder, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// declaredBy is the case with another document in place of the attestation.
func (f faulty) declaredBy(name string, text []byte) faulty {
	f.files = maps.Clone(f.files)
	f.change(meterStated, text)
	f.files["bundle.yaml"] = bytes.ReplaceAll(f.files["bundle.yaml"], []byte(meterStated), []byte(name))
	text = f.files[meterStated]
	delete(f.files, meterStated)
	f.files[name] = text
	return f
}

// TestAttestationStandsForTheForm converts the form of the meter there and back,
// and puts the form and the attestation in each of its forms in the bundle, one
// after the other: the same answers, and the same findings. Without the form
// inside, an attestation says less, and nothing is found to be better by that.
func TestAttestationStandsForTheForm(t *testing.T) {
	engine.OneGoroutine(t)
	e, whole := newEngine(t), meterFiles(t)
	form, err := os.ReadFile(meter + "declaration.yaml")
	if err != nil {
		t.Fatal(err)
	}
	s := byBaseline(t, e)
	s.Offer = meterOffer
	want := screen(t, e, whole.declaredBy("declaration/rm-8.yaml", form).bundle(t), s)
	if want.Report.Verdict != report.Meets {
		t.Fatalf("the form: %s because of %v", want.Report.Verdict, want.Report.Reasons)
	}
	for _, spec := range convert.Specs {
		attestation, err := convert.ToAttestation("declaration.yaml", form, spec)
		if err != nil {
			t.Fatal(err)
		}
		if spec == "1.6" && !bytes.Equal(attestation, whole.files[meterStated]) {
			t.Errorf("the fixture's attestation is not what is made of its form")
		}
		for name, text := range map[string][]byte{"rm-8.cdx.json": attestation, "rm-8.cdx.xml": attestationXML(t, attestation)} {
			back, _, err := convert.ToForm(name, text)
			if err != nil || !bytes.Equal(back, form) {
				t.Errorf("%s %s: comes back as another form (%v)", spec, name, err)
			}
			got := screen(t, e, whole.declaredBy("declaration/"+name, text).bundle(t), s)
			if diff := gocmp.Diff(answered(t, want), answered(t, got)); diff != "" {
				t.Errorf("%s %s: other answers (-form +attestation):\n%s", spec, name, diff)
			}
			if diff := gocmp.Diff(foundIn(want.Report), foundIn(got.Report)); diff != "" {
				t.Errorf("%s %s: other findings (-form +attestation):\n%s", spec, name, diff)
			}
			poorer := screen(t, e, whole.declaredBy("declaration/"+name, withoutForm(t, name, text)).bundle(t), s)
			if diff := gocmp.Diff(answered(t, want), answered(t, poorer)); diff != "" {
				t.Errorf("%s %s alone: other answers (-form +attestation):\n%s", spec, name, diff)
			}
			noBetter(t, spec+" "+name, want.Report, poorer.Report)
		}
	}
}

// answered are the answers of the only declaration, without what tells where
// they stand; persons by their names, since an attestation has no ids for them.
func answered(t *testing.T, r *engine.Result) []evidence.Answer {
	t.Helper()
	var input struct{ Declarations []evidence.Declaration }
	if err := json.Unmarshal(r.Input, &input); err != nil || len(input.Declarations) != 1 {
		t.Fatalf("%d declarations, %v", len(input.Declarations), err)
	}
	d := input.Declarations[0]
	names := map[string]string{}
	for _, p := range d.People.Items {
		names[p.ID.Value] = p.Name.Value
	}
	for i := range d.Answers {
		a := &d.Answers[i]
		if name := names[a.Responsible.Value]; name != "" {
			a.Responsible.Value = name
		}
		a.Location, a.Date.Value.Text = "", strings.TrimSuffix(a.Date.Value.Text, "T00:00:00Z")
		a.Due.Value.Text = strings.TrimSuffix(a.Due.Value.Text, "T00:00:00Z")
		for j := range a.Evidence {
			a.Evidence[j].Location = ""
		}
	}
	return d.Answers
}

// foundIn is what each finding says, without the places. How many texts there
// are depends on the form that they stand in.
func foundIn(r *report.Report) map[string][]string {
	found := map[string][]string{}
	for _, f := range r.Findings {
		said := []string{string(f.Status)}
		for _, list := range [][]report.Statement{f.Violations, f.Reviews, f.Basis} {
			for _, s := range list {
				said = append(said, s.Code+" "+s.Message)
			}
		}
		if f.ID == "product.plain_text" {
			said = said[:1]
		}
		found[f.ID] = said
	}
	return found
}

// noBetter fails for a finding that is better in the second report.
func noBetter(t *testing.T, name string, whole, poorer *report.Report) {
	t.Helper()
	fromBest := []report.Status{report.Pass, report.NotApplicable, report.Review, report.NotSupplied, report.Fail, report.Error}
	status := map[string]report.Status{}
	for _, f := range whole.Findings {
		status[f.ID] = f.Status
	}
	worse := 0
	for _, f := range poorer.Findings {
		switch before, now := slices.Index(fromBest, status[f.ID]), slices.Index(fromBest, f.Status); {
		case now < before:
			t.Errorf("%s alone: %s is %s, and %s with the form", name, f.ID, f.Status, status[f.ID])
		case now > before:
			worse++
			if f.Status != report.Review && f.Status != report.NotApplicable {
				t.Errorf("%s alone: %s is %s, though the format cannot say it", name, f.ID, f.Status)
			}
		}
	}
	if worse == 0 {
		t.Errorf("%s alone: says no less than with the form", name)
	}
}

// withoutForm takes the form out of an attestation.
func withoutForm(t *testing.T, name string, text []byte) []byte {
	t.Helper()
	from, to := []byte("bidgate:declaration:source"), []byte("another:property:of:nobody")
	if !bytes.Contains(text, from) {
		t.Fatalf("%s has no form inside", name)
	}
	return bytes.ReplaceAll(text, from, to)
}

// attestationXML writes an attestation of ours in XML, in which the library
// that writes them would lose references.
func attestationXML(t *testing.T, text []byte) []byte {
	t.Helper()
	var doc map[string]any
	if err := json.Unmarshal(text, &doc); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, `<?xml version="1.0" encoding="UTF-8"?>`+"\n"+`<bom xmlns="http://cyclonedx.org/schema/bom/%s" serialNumber=%q version="%v">`, doc["specVersion"], doc["serialNumber"], doc["version"])
	for _, key := range []string{"$schema", "bomFormat", "specVersion", "serialNumber", "version"} {
		delete(doc, key)
	}
	membersXML(&b, doc)
	b.WriteString("</bom>\n")
	return b.Bytes()
}

// entries are the elements of lists that stand in one of their own; entries of
// other lists stand side by side.
var entries = map[string]string{
	"components": "component", "services": "service", "externalReferences": "reference", "hashes": "hash", "properties": "property",
	"annotations": "annotation", "subjects": "subject", "assessors": "assessor", "attestations": "attestation", "claims": "claim",
	"counterClaims": "counterClaim", "mitigationStrategies": "mitigationStrategy", "signatories": "signatory", "standards": "standard",
	"requirements": "requirement", "levels": "level",
}

// attributes are the members that XML writes as attributes, with their names
// there; contents those that are the text of their element.
var (
	attributes = map[string]string{"bom-ref": "bom-ref", "alg": "alg", "contentType": "content-type", "encoding": "encoding"}
	contents   = map[string]string{"hash": "content", "property": "value", "attachment": "content"}
)

func membersXML(b *bytes.Buffer, object map[string]any) {
	for _, key := range slices.Sorted(maps.Keys(object)) {
		list, isList := object[key].([]any)
		entry, wrapped := entries[key]
		if _, objects := firstOf(list).(map[string]any); key == "evidence" && isList && objects {
			entry, wrapped = "evidence", true
		}
		switch {
		case isList && wrapped:
			fmt.Fprintf(b, "<%s>", key)
			for _, value := range list {
				elementXML(b, entry, value)
			}
			fmt.Fprintf(b, "</%s>", key)
		case isList:
			for _, value := range list {
				elementXML(b, key, value)
			}
		default:
			elementXML(b, key, object[key])
		}
	}
}

func firstOf(list []any) any {
	if len(list) == 0 {
		return nil
	}
	return list[0]
}

func elementXML(b *bytes.Buffer, name string, value any) {
	object, isObject := value.(map[string]any)
	if name == "subject" {
		fmt.Fprintf(b, "<subject ref=%q/>", value)
		return
	}
	if !isObject {
		fmt.Fprintf(b, "<%s>%s</%s>", name, escaped(fmt.Sprint(value)), name)
		return
	}
	object = maps.Clone(object)
	fmt.Fprintf(b, "<%s", name)
	for _, key := range slices.Sorted(maps.Keys(object)) {
		attribute := attributes[key]
		if key == "type" && (name == "component" || name == "reference" || name == "externalReference") || key == "name" && name == "property" {
			attribute = key
		}
		if attribute != "" {
			fmt.Fprintf(b, ` %s="%s"`, attribute, escaped(fmt.Sprint(object[key])))
			delete(object, key)
		}
	}
	b.WriteString(">")
	if text, is := contents[name]; is {
		b.WriteString(escaped(fmt.Sprint(object[text])))
	} else {
		membersXML(b, object)
	}
	fmt.Fprintf(b, "</%s>", name)
}

func escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // to memory
	return b.String()
}

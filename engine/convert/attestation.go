package convert

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"strings"
	"time"

	"github.com/CycloneDX/cyclonedx-go"

	"github.com/bidgate/bidgate/engine/evidence"
)

// Specs are the versions of CycloneDX that attestations are written in; the
// first is the usual one.
var Specs = []string{"1.6", "1.7"}

var specs = map[string]cyclonedx.SpecVersion{"1.6": cyclonedx.SpecVersion1_6, "1.7": cyclonedx.SpecVersion1_7}

// ToAttestation gives a declaration in the hand-written form as a CycloneDX
// attestation of a version in Specs, in JSON. The form must be without
// problems, and every answer with a requirement and a status: what the form
// says wrongly could not be said at all.
func ToAttestation(name string, data []byte, spec string) ([]byte, error) {
	version, known := specs[spec]
	if !known {
		return nil, fmt.Errorf("CycloneDX %q cannot be written: use %s", spec, strings.Join(Specs, " or "))
	}
	d, err := document(name, data)
	if err != nil {
		return nil, err
	}
	if problems := told(d); len(problems) > 0 {
		return nil, fmt.Errorf("line %d: %s", problems[0].At.Line, problems[0].Message)
	}
	w := newWriter(&d.Declarations[0], data)
	if err := w.complete(); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	enc := cyclonedx.NewBOMEncoder(&b, cyclonedx.BOMFileFormatJSON).SetPretty(true).SetEscapeHTML(false)
	if err := enc.EncodeVersion(w.bom(), version); err != nil {
		return nil, err
	}
	return b.Bytes(), check(b.Bytes(), data)
}

// check reads what was written: it must be valid, and carry the form in
// agreement with itself.
func check(attestation, form []byte) error {
	d, err := document("written.cdx.json", attestation)
	if err != nil {
		return fmt.Errorf("cannot be said in CycloneDX: %w", err)
	}
	if problems := told(d); len(problems) > 0 {
		return fmt.Errorf("cannot be said in CycloneDX: at %s: %s", problems[0].At.Pointer, problems[0].Message)
	}
	if _, source := d.DeclarationForm(0); !bytes.Equal(source, form) {
		return fmt.Errorf("the attestation does not give the same answers back; leave the form as it is")
	}
	return nil
}

// writer makes the document.
type writer struct {
	d      *evidence.Declaration
	source []byte
	people map[string]evidence.DeclPerson
	items  map[string]evidence.EvidenceItem
	refs   map[string]bool   // bom-refs that are taken
	proofs map[string]string // bom-ref of evidence, by id and pointer
	out    cyclonedx.Declarations
	notes  []cyclonedx.Annotation
	files  []cyclonedx.ExternalReference
	marks  []cyclonedx.Property

	evidence []cyclonedx.DeclarationEvidence
	claims   []cyclonedx.Claim
	plans    []cyclonedx.DeclarationEvidence
}

func newWriter(d *evidence.Declaration, source []byte) *writer {
	w := &writer{d: d, source: source, people: map[string]evidence.DeclPerson{}, items: map[string]evidence.EvidenceItem{},
		refs: map[string]bool{"product": true, "assessor": true, "manufacturer": true, "declaration-source": true}, proofs: map[string]string{}}
	for _, p := range d.People.Items {
		w.people[p.ID.Value] = p
	}
	for _, item := range d.Evidence.Items {
		w.items[item.ID.Value] = item
	}
	return w
}

// complete says what the declaration lacks for an attestation.
func (w *writer) complete() error {
	for name, t := range map[string]evidence.Text{"product.name": w.d.Product.Name, "product.type": w.d.ProductMore.Type} {
		if t.State != evidence.Stated {
			return fmt.Errorf("%s is not stated; state it", name)
		}
	}
	for i, a := range w.d.Answers {
		if a.Requirement.State != evidence.Stated || a.Status.State != evidence.Stated && a.Status.State != evidence.Unknown {
			return fmt.Errorf("answer %d lacks its requirement or status; state both", i+1)
		}
	}
	if len(w.d.Answers) == 0 {
		return fmt.Errorf("there are no answers; an attestation must have some")
	}
	return nil
}

// ref gives a bom-ref that nothing else has.
func (w *writer) ref(name string) string {
	ref := name
	for n := 2; w.refs[ref]; n++ {
		ref = fmt.Sprintf("%s-%d", name, n)
	}
	w.refs[ref] = true
	return ref
}

func (w *writer) bom() *cyclonedx.BOM {
	product := w.product()
	w.listEvidence()
	w.answers()
	w.remarks()
	w.close()
	bom := cyclonedx.NewBOM()
	if id := w.d.ID.Value; strings.HasPrefix(id, "urn:uuid:") {
		bom.SerialNumber = id
	}
	subject := cyclonedx.Component{Type: product.Type, Name: product.Name, Version: product.Version, PackageURL: product.PackageURL, CPE: product.CPE}
	bom.Metadata = &cyclonedx.Metadata{Timestamp: stamp(w.d.Date), Manufacturer: w.manufacturer(), Component: &subject, Properties: list(w.head())}
	targets := append([]cyclonedx.Component{product}, *w.out.Targets.Components...)
	w.out.Targets.Components = &targets
	w.out.Claims = list(w.claims)
	all := append(w.evidence, w.plans...)
	w.out.Evidence = list(append(all, w.embedded()))
	bom.Declarations = &w.out
	bom.Annotations, bom.ExternalReferences, bom.Properties = list(w.notes), list(w.files), list(w.marks)
	if standards := w.standards(); len(standards) > 0 {
		bom.Definitions = &cyclonedx.Definitions{Standards: &standards}
	}
	return bom
}

// embedded is the form as it is.
func (w *writer) embedded() cyclonedx.DeclarationEvidence {
	kind, name := "application/yaml", "declaration.yaml"
	if strings.HasPrefix(strings.TrimSpace(string(w.source)), "{") {
		kind, name = "application/json", "declaration.json"
	}
	return cyclonedx.DeclarationEvidence{
		BOMRef: "declaration-source", PropertyName: "bidgate:declaration:source", Description: "The declaration as written by the manufacturer",
		Data: &[]cyclonedx.EvidenceData{{Name: name, Contents: &cyclonedx.EvidenceDataContents{
			Attachment: &cyclonedx.AttachedText{ContentType: kind, Encoding: "base64", Content: base64.StdEncoding.EncodeToString(w.source)},
		}}},
	}
}

// list is nil where there is nothing: an empty list would say that there is none.
func list[T any](items []T) *[]T {
	if len(items) == 0 {
		return nil
	}
	return &items
}

// stamp is midnight of a day in UTC.
func stamp(d evidence.Date) string {
	if d.State != evidence.Stated {
		return ""
	}
	return time.Unix(int64(d.Value.Day)*86400, 0).UTC().Format(time.RFC3339)
}

// dashed is a value as the form is written by hand.
func dashed(t evidence.Text) string { return strings.ReplaceAll(t.Value, "_", "-") }

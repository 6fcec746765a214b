package evidence

import (
	"reflect"
	"strconv"
	"strings"
)

// Texts that mislead outside the tables of SBOMs, whose facts list components.

// TextCheck is what was measured over the names and identifiers of a bundle.
type TextCheck struct {
	// LookedAt counts the texts: paths of documents, what each SBOM calls its
	// subject and tells beside its components, and all that the manifest, threat
	// models, declarations, attestations, lifecycles, attachments and VEX
	// documents state.
	LookedAt int `json:"looked_at"`
	// Misleading are those that do not show what they hold, a row for each way;
	// at most a thousand of one document.
	Misleading []MisleadingText `json:"misleading"`
}

// MisleadingText is one text that does not show what it holds. Names and
// identifiers are held to all kinds; running text only to characters that turn
// letters around or hide words from the reader.
type MisleadingText struct {
	Document int    `json:"document"` // row in documents
	Kind     string `json:"kind" enum:"bidi,invisible,control,mixed_script,confusable"`
	Text     string `json:"text"`
	With     string `json:"with"`     // what it can be confused with; else ""
	Location string `json:"location"` // "" is the path of the document
}

// maxMisleading bounds the rows of one document: more of them say no more.
const maxMisleading = 1000

// identifying are the fields that people and machines tell things apart by.
var identifying = setOf("id", "key", "name", "version", "purl", "cpe", "bom_ref", "ref", "path", "digest", "serial_number",
	"requirement", "product", "vendor", "group", "manufacturer", "supplier", "sha256")

// oneSpace writes a space for what breaks a line or fills one.
var oneSpace = strings.NewReplacer("\n", " ", "\r", " ", "\t", " ")

// textWalk looks at every text below a value of the dossier.
type textWalk struct {
	check    *TextCheck
	document int
	top      string
	rows     int // of this document
}

// checkTexts looks at all texts but those of components.
func checkTexts(d *Dossier) TextCheck {
	check := TextCheck{Misleading: []MisleadingText{}}
	for row := range d.Bundle.Documents {
		w := textWalk{check: &check, document: row}
		w.text("path", d.Bundle.Documents[row].Path, "")
		if row == d.Bundle.Manifest.Document {
			w.value(reflect.ValueOf(d.Bundle.Manifest), "", nil)
		}
		for i := range d.SBOMs {
			if d.SBOMs[i].Document == row {
				w.sbom(&d.SBOMs[i])
				w.tables(d, false, i)
			}
		}
		for i := range d.VEX {
			if d.VEX[i].Document == row {
				w.tables(d, true, i)
			}
		}
		walkOf(&w, "threat_models", d.ThreatModels, func(m *ThreatModel) int { return m.Document })
		walkOf(&w, "declarations", d.Declarations, func(m *Declaration) int { return m.Document })
		walkOf(&w, "attestations", d.Attestations, func(m *Attestation) int { return m.Document })
		walkOf(&w, "vex", d.VEX, func(m *VEX) int { return m.Document })
		walkOf(&w, "lifecycle", d.Lifecycle, func(m *Lifecycle) int { return m.Document })
		walkOf(&w, "attachments", d.Attachments, func(m *Attachment) int { return m.Document })
	}
	return check
}

// walkOf looks at the rows of a table that come from the document.
func walkOf[T any](w *textWalk, top string, rows []T, document func(*T) int) {
	w.top = top
	for i := range rows {
		if document(&rows[i]) == w.document {
			w.value(reflect.ValueOf(rows[i]), "", nil)
		}
	}
}

// sbom looks at how an SBOM calls its subject and itself.
func (w *textWalk) sbom(s *SBOM) {
	subject := "/metadata/component/"
	for _, t := range []struct {
		text    Text
		pointer string
	}{
		{s.Subject.Group, subject + "group"}, {s.Subject.Name, subject + "name"}, {s.Subject.Version, subject + "version"},
		{s.Subject.PURL, subject + "purl"}, {s.Subject.CPE, subject + "cpe"}, {s.Subject.BOMRef, subject + "bom-ref"},
		{s.Subject.Manufacturer, subject + "manufacturer"}, {s.Subject.Supplier, subject + "supplier"}, {s.SerialNumber, "/serialNumber"},
	} {
		w.text("id", value(t.text), t.pointer)
	}
}

// value walks a value; names are the steps since the location.
func (w *textWalk) value(v reflect.Value, location string, names []string) {
	switch held := v.Interface().(type) {
	case Text:
		w.text(last(names), value(held), w.pointer(location, names))
		return
	case Texts:
		for i, text := range held.Items {
			w.text("", text, w.pointer(location, append(names, strconv.Itoa(i))))
		}
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		w.fields(v, location, names)
	case reflect.Slice:
		for i := range v.Len() {
			w.value(v.Index(i), location, append(names, strconv.Itoa(i)))
		}
	}
}

func (w *textWalk) fields(v reflect.Value, location string, names []string) {
	if f := v.FieldByName("Location"); f.IsValid() && f.String() != "" {
		location, names = f.String(), nil
	}
	for i := range v.NumField() {
		field := v.Type().Field(i)
		name := field.Tag.Get("json")
		switch {
		case !field.IsExported() || name == "location":
		case field.Type.Kind() == reflect.String:
			if name == "ref" || name == "path" {
				w.text(name, v.Field(i).String(), w.pointer(location, append(names, name)))
			}
		case name == "items":
			w.value(v.Field(i), location, names)
		default:
			w.value(v.Field(i), location, append(names, name))
		}
	}
}

// pointer is the place of a value, where the form has it.
func (w *textWalk) pointer(location string, names []string) string {
	if location == "" && len(names) > 0 {
		if known := formPointers[w.top+"/"+names[0]]; known != "" {
			return pointerJoin(known, names[1:]...)
		}
	}
	return pointerJoin(location, names...)
}

// text looks at one text.
func (w *textWalk) text(name, text, pointer string) {
	if text == "" {
		return
	}
	w.check.LookedAt++
	w.add(flawsAs(name, text), text, pointer)
}

// flawsAs finds the flaws of a text in a field of a name.
func flawsAs(name, text string) textFlaws {
	if !identifying[name] {
		return overrides(text)
	}
	if name == "name" {
		text = oneSpace.Replace(text) // a label in a diagram goes on in the next line
	}
	return purlFlaws(text)
}

// add tells of the flaws of a text.
func (w *textWalk) add(flaws textFlaws, text, pointer string) {
	for _, k := range flawKinds {
		if flaws&k.flaw != 0 && w.rows < maxMisleading {
			w.rows++
			w.check.Misleading = append(w.check.Misleading, MisleadingText{Document: w.document, Kind: k.kind, Text: text, Location: pointer})
		}
	}
}

func last(names []string) string {
	for i := len(names) - 1; i >= 0; i-- {
		if strings.Trim(names[i], "0123456789") != "" {
			return names[i]
		}
	}
	return ""
}

// confusedWithOffer are the documents whose product has a name that looks like
// that of an item offered and is another.
func (d *Dossier) confusedWithOffer(items []OfferItem) []MisleadingText {
	var rows []MisleadingText
	l := newLinker(d)
	for _, claims := range [][]claim{l.sboms, l.models, l.decls} {
		for _, c := range claims {
			for _, item := range items {
				if name := c.whole.name; name != "" && lookAlike(foldSpace(name), foldSpace(item.Product)) {
					rows = append(rows, MisleadingText{Document: c.side.Document, Kind: confusableKind, Text: name, With: item.Product,
						Location: d.product(c.side)[0].Pointer + "/name"})
				}
			}
		}
	}
	return rows
}

func foldSpace(text string) string { return strings.Join(strings.Fields(text), " ") }

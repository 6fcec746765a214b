package evidence

import "strconv"

// ownedTables are the tables whose rows stand in a row of another table, with
// the place of the row that the walk is in.
var ownedTables = map[string]func(*locator) (pointer, name string){
	"properties": (*locator).property, "extras": (*locator).extra, "component_evidence": (*locator).componentEvidence,
}

// owned is the place of what a property or another value is of, and its name.
func (d *Dossier) owned(sbom int, of string, row int) (pointer, name string) {
	switch of {
	case ofComponent:
		c := d.componentPlace(sbom, row)
		return c.Pointer, c.Name
	case ofService:
		return d.Services[sbom][row].Location, d.Services[sbom][row].Name
	case ofCrypto:
		return d.Crypto[sbom][row].Location, ""
	case ofModelCard:
		return d.ModelCards[sbom][row].Location, ""
	}
	return ownerPointers[of], ""
}

// property is the place of a property: in its list, whose rows all stand in the
// table, one after the other.
func (l *locator) property() (pointer, name string) {
	table := l.d.Properties[l.row]
	list := table.rows.list
	index, own := 0, list[l.item]
	for _, before := range list[:l.item] {
		if before.of == own.of && before.row == own.row && before.in == own.in {
			index++
		}
	}
	p := table.At(l.item)
	pointer, name = l.d.owned(l.row, p.Of, p.Row)
	if p.In != "" {
		pointer += "/" + p.In
	}
	return pointer + "/properties/" + strconv.Itoa(index), name
}

// extra is the place of a value that no other table has.
func (l *locator) extra() (pointer, name string) {
	e := l.d.Extras[l.row][l.item]
	pointer, name = l.d.owned(l.row, e.Of, e.Row)
	return pointer + "/" + e.Field, name
}

// componentEvidence is the place of the evidence of a component, or of a part
// of it.
func (l *locator) componentEvidence() (pointer, name string) {
	of := ofComponent
	row := l.d.ComponentEvidence[l.row][l.item].Row
	if row < 0 {
		of = ofSubject
	}
	pointer, name = l.d.owned(l.row, of, row)
	names := l.names[1:] // after the row
	if len(names) == 0 {
		return pointer + "/evidence", name
	}
	in, list := "/evidence", names[0]
	switch list {
	case "identities":
		names = append([]string{"identity"}, names[1:]...)
	case "frames":
		in += "/callstack"
	case "licences":
		names = []string{"licenses"}
	}
	if len(names) > 2 {
		if known := traceFields[list+"/"+names[2]]; known != "" {
			names = append([]string{names[0], names[1], known}, names[3:]...)
		}
	}
	return pointerJoin(pointer+in, names...), name
}

// traceFields are the fields of where a component was found and of how it is
// called whose names differ from ours.
var traceFields = map[string]string{
	"occurrences/path": "location", "occurrences/bom_ref": "bom-ref", "occurrences/context": "additionalContext", "frames/path": "fullFilename",
}

// statementPointer is the place of a statement about a vulnerability, or of a
// part of it.
func (l *locator) statementPointer() string {
	if l.depth > 4 && l.item < len(l.d.VEXStatements[l.row]) && len(l.names) > 1 {
		s := &l.d.VEXStatements[l.row][l.item]
		i, err := strconv.Atoi(l.names[1])
		switch {
		case err != nil:
		case l.names[0] == "properties":
			return pointerJoin(s.Location, "properties", l.names[1])
		case l.names[0] == "extras":
			return s.Location + "/" + s.Extras[i].Name
		}
	}
	return pointerJoin(l.pointer, l.fields()...)
}

// materialFields are the places of fields that a certificate and key material
// both have.
var materialFields = map[string][2]string{
	"not_before": {"notValidBefore", "activationDate"}, "not_after": {"notValidAfter", "expirationDate"}, "material_state": {"certificateState", "state"},
	"fingerprint": {"fingerprint", "fingerprint"}, "format": {"certificateFormat", "format"}, "created": {"creationDate", "creationDate"},
	"algorithm": {"signatureAlgorithmRef", "algorithmRef"},
}

// ofMaterial is the place of such a field in its asset; "" for any other.
func (l *locator) ofMaterial() string {
	fields, known := materialFields[l.names[0]]
	if !known || l.top != "crypto" {
		return ""
	}
	if l.d.Crypto[l.row][l.item].AssetType == "certificate" {
		return "certificateProperties/" + fields[0]
	}
	return "relatedCryptoMaterialProperties/" + fields[1]
}

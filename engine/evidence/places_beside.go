package evidence

import "strconv"

// besideRow is the place of a row in a table that stands beside an SBOM or a
// VEX document, or of the table as a whole.
func (l *locator) besideRow() []Place {
	document := -1
	switch {
	case l.top == "vex_statements" && l.row >= 0 && l.row < len(l.d.VEX):
		document = l.d.VEX[l.row].Document
	case l.top != "vex_statements" && l.row >= 0 && l.row < len(l.d.SBOMs):
		document = l.d.SBOMs[l.row].Document
	}
	if document < 0 {
		return l.d.wholeBundle()
	}
	if l.top == "vex_statements" {
		return []Place{l.place(document, l.statementPointer())}
	}
	if of := ownedTables[l.top]; of != nil && l.depth > 2 {
		pointer, name := of(l)
		place := l.place(document, pointer)
		place.Name = name
		return []Place{place}
	}
	return []Place{l.place(document, l.sidePointer())}
}

// sidePointers are the places in CycloneDX of the tables beside the components,
// and of those of their fields whose names differ from ours.
var sidePointers = map[string]string{
	"properties": "/properties", "extras": "", "component_evidence": "/components", "compositions": "/compositions", "compositions/bom_ref": "bom-ref",
	"pedigree": "/components", "pedigree/author": "author/name", "pedigree/date": "author/timestamp", "pedigree/text": "message",
	"crypto": "/components", "crypto/asset_type": "assetType", "crypto/primitive": "algorithmProperties/primitive",
	"crypto/family": "algorithmProperties/algorithmFamily", "crypto/parameter_set": "algorithmProperties/parameterSetIdentifier",
	"crypto/mode": "algorithmProperties/mode", "crypto/classical_security_level": "algorithmProperties/classicalSecurityLevel",
	"crypto/nist_quantum_security_level": "algorithmProperties/nistQuantumSecurityLevel",
	"crypto/certifications":              "algorithmProperties/certificationLevel", "crypto/protocol": "protocolProperties/type",
	"crypto/version": "protocolProperties/version", "crypto/cipher_suites": "protocolProperties/cipherSuites",
	"crypto/curve": "algorithmProperties/ellipticCurve", "crypto/padding": "algorithmProperties/padding",
	"crypto/functions": "algorithmProperties/cryptoFunctions", "crypto/execution_environment": "algorithmProperties/executionEnvironment",
	"crypto/implementation_platform": "algorithmProperties/implementationPlatform", "crypto/uses": "protocolProperties/cryptoRefArray",
	"crypto/material_type": "relatedCryptoMaterialProperties/type", "crypto/id": "relatedCryptoMaterialProperties/id",
	"crypto/size": "relatedCryptoMaterialProperties/size", "crypto/secured_by": "relatedCryptoMaterialProperties/securedBy/mechanism",
	"crypto/exposed": "relatedCryptoMaterialProperties/value",
	"crypto/subject": "certificateProperties/subjectName", "crypto/issuer": "certificateProperties/issuerName",
	"crypto/serial_number": "certificateProperties/serialNumber", "crypto/public_key": "certificateProperties/subjectPublicKeyRef",
	"crypto/revoked": "certificateProperties/revocationDate",
	"model_cards":    "/components", "model_cards/task": "modelParameters/task", "model_cards/architecture": "modelParameters/modelArchitecture",
	"model_cards/datasets": "modelParameters/datasets", "model_cards/metrics": "quantitativeAnalysis/performanceMetrics",
	"model_cards/users": "considerations/users", "model_cards/use_cases": "considerations/useCases",
	"model_cards/limitations": "considerations/technicalLimitations", "model_cards/tradeoffs": "considerations/performanceTradeoffs",
	"model_cards/ethical_considerations": "considerations/ethicalConsiderations",
	"model_cards/fairness_assessments":   "considerations/fairnessAssessments",
	"services":                           "/services", "services/bom_ref": "bom-ref", "services/crosses_trust_boundary": "x-trust-boundary", "services/trust_zone": "trustZone",
}

// sidePointer is the pointer of a row of such a table, a field of one, or the
// table as a whole.
func (l *locator) sidePointer() string {
	pointer := l.pointer
	if pointer == "" {
		pointer = sidePointers[l.top]
	}
	if l.pointer == "" || len(l.names) == 0 || l.names[0] == "states" {
		return pointer
	}
	if known := l.ofMaterial(); known != "" {
		return pointer + "/" + known
	}
	if known := sidePointers[l.top+"/"+l.names[0]]; known != "" {
		return pointerJoin(pointer+"/"+known, l.names[1:]...)
	}
	return pointerJoin(pointer, l.names...)
}

// fields are the names since the nearest location that are not row numbers.
func (l *locator) fields() []string {
	var names []string
	for _, name := range l.names {
		if _, err := strconv.Atoi(name); err != nil && name != l.top {
			names = append(names, cycloneDXName(name))
		}
	}
	return names
}

// statementPlace is the place of a statement of a VEX document.
func (d *Dossier) statementPlace(vex, row int) Place {
	if vex < 0 || vex >= len(d.VEXStatements) || row < 0 || row >= len(d.VEXStatements[vex]) {
		return Place{Document: -1}
	}
	s := &d.VEXStatements[vex][row]
	p := Place{Document: d.VEX[vex].Document, Pointer: s.Location}
	if s.offset > 0 { // without a look for the pointer, which a place for each of thousands could not afford
		p.Line, p.Column = d.sources[p.Document].lineColumn(s.offset)
	} else {
		p = d.place(p.Document, s.Location)
	}
	p.Name = s.Vulnerability
	return p
}

package evidence

// sbomPointers are the places of the fields of an SBOM's head and of its
// tables, where they are not called as in the normal form: by the form of the
// document, which for SPDX has two.
var sbomPointers = map[string]map[string]string{
	"cyclonedx": {
		"subject": "/metadata/component", "timestamp": "/metadata/timestamp", "serial_number": "/serialNumber", "version": "/version",
		"spec_version": "/specVersion", "authors": "/metadata/authors", "tools": "/metadata/tools", "lifecycles": "/metadata/lifecycles",
		"completeness": "/compositions", "security_contact": "/externalReferences", "graph": "/dependencies", "services": "/services",
		"components": "/components", "dependencies": "/dependencies",
	},
	"spdx2": {
		"subject": "/documentDescribes", "timestamp": "/creationInfo/created", "serial_number": "/documentNamespace",
		"spec_version": "/spdxVersion", "authors": "/creationInfo/creators", "tools": "/creationInfo/creators", "graph": "/relationships",
		"completeness": "/relationships", "components": "/packages", "dependencies": "/relationships",
	},
	"spdx3": {
		"subject": "/@graph", "timestamp": "/@graph", "serial_number": "/@graph", "spec_version": "/@graph", "authors": "/@graph",
		"tools": "/@graph", "graph": "/@graph", "completeness": "/@graph", "components": "/@graph", "dependencies": "/@graph",
	},
}

// fieldNames are the names of fields that differ from those of the normal form.
var fieldNames = map[string]map[string]string{
	"cyclonedx": {"bom_ref": "bom-ref", "licences": "licenses"},
	"spdx2": {
		"bom_ref": "SPDXID", "licences": "licenseConcluded", "version": "versionInfo", "hashes": "checksums", "producer": "originator",
		"purl": "externalRefs", "cpe": "externalRefs", "type": "primaryPackagePurpose",
	},
	"spdx3": {
		"bom_ref": "spdxId", "version": "software_packageVersion", "hashes": "verifiedUsing", "producer": "originatedBy",
		"supplier": "suppliedBy", "purl": "software_packageUrl", "cpe": "externalIdentifier", "type": "software_primaryPurpose",
	},
}

// shapeName is the form that decides where things stand in the document.
func (s *SBOM) shapeName() string {
	if s.Format != "spdx" {
		return "cyclonedx"
	}
	return "spdx" + s.SpecVersion[:min(1, len(s.SpecVersion))]
}

// pointer is the place of a field of the head; "" for one that has none.
func (s *SBOM) pointer(name string) string { return sbomPointers[s.shapeName()][name] }

// fieldName is what the document's form calls a field.
func (s *SBOM) fieldName(name string) string {
	if known := fieldNames[s.shapeName()][name]; known != "" {
		return known
	}
	return name
}

// sbomHead is the pointer of a field of an SBOM's head in its document.
func (l *locator) sbomHead() string {
	if l.row < 0 || l.row >= len(l.d.SBOMs) {
		return pointerJoin("", l.names...)
	}
	s := &l.d.SBOMs[l.row]
	pointer := ""
	for i, name := range l.names {
		switch known := s.pointer(name); {
		case i == 0 && name == "facts":
			if len(l.names) == 1 {
				return s.pointer("components")
			}
		case known != "" && pointer == "":
			if pointer = known; l.names[0] == "facts" {
				return pointer
			}
		case l.names[0] == "facts":
			return s.pointer("components")
		default:
			pointer = pointerJoin(pointer, s.fieldName(name))
		}
	}
	return pointer
}

// cycloneDXName is the name in CycloneDX of a field of a row.
func cycloneDXName(name string) string { return (&SBOM{Format: "cyclonedx"}).fieldName(name) }

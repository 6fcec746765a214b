package evidence

// SBOM is the head of one CycloneDX document that lists components or
// services; its tables stand beside it in the Dossier.
type SBOM struct {
	Document     int         `json:"document"` // row in documents
	SpecVersion  string      `json:"spec_version"`
	SerialNumber Text        `json:"serial_number"`
	Version      Integer     `json:"version"`
	Timestamp    Date        `json:"timestamp"`
	Authors      List[Party] `json:"authors"` // metadata.authors, then metadata.manufacturer
	Tools        List[Tool]  `json:"tools"`
	Lifecycles   Texts       `json:"lifecycles"`
	Subject      Subject     `json:"subject"`
	// Completeness is the aggregate that compositions state for the subject.
	Completeness Text      `json:"completeness"`
	Facts        SBOMFacts `json:"facts"`
}

// Party is a person or an organisation.
type Party struct {
	Name  Text `json:"name"`
	Email Text `json:"email"`
	URL   Text `json:"url"`
}

// Tool is a tool that made the document.
type Tool struct {
	Name    Text `json:"name"`
	Version Text `json:"version"`
}

// Subject is metadata.component: what the SBOM is about.
type Subject struct {
	State        State  `json:"state"`
	BOMRef       Text   `json:"bom_ref"`
	Type         Text   `json:"type"`
	Group        Text   `json:"group"`
	Name         Text   `json:"name"`
	Version      Text   `json:"version"`
	PURL         Text   `json:"purl"`
	CPE          Text   `json:"cpe"`
	Manufacturer Text   `json:"manufacturer"`
	Supplier     Text   `json:"supplier"`
	Hashes       []Hash `json:"hashes"`
}

// Hash is one hash value with its CycloneDX algorithm name.
type Hash struct {
	Algorithm string `json:"algorithm"`
	Content   string `json:"content"`
}

// SBOMFacts is what was measured over one SBOM's tables.
type SBOMFacts struct {
	Components Populations `json:"components"`
	Services   int         `json:"services"`

	ComponentName       Coverage `json:"component_name" table:"components"`
	ComponentVersion    Coverage `json:"component_version" table:"components"`
	ComponentIdentifier Coverage `json:"component_identifier" table:"components"` // any of purl, CPE, SWID, OmniBOR id, SWHID
	// ComponentFirmwareIdentifier counts beside those what identifies firmware
	// modules in the field: a GUID as bom-ref together with a supplier, or a
	// hash of SHA-256 or stronger.
	ComponentFirmwareIdentifier Coverage `json:"component_firmware_identifier" table:"components"`
	ComponentProducer           Coverage `json:"component_producer" table:"components"` // manufacturer, authors, author, publisher
	ComponentSupplier           Coverage `json:"component_supplier" table:"components"`
	ComponentHash               Coverage `json:"component_hash" table:"components"`
	ComponentLicence            Coverage `json:"component_licence" table:"components"`

	Graph GraphFacts `json:"graph"`
	// DuplicateRefs are components whose bom-ref an earlier element already has.
	DuplicateRefs []Row `json:"duplicate_refs" table:"components"`
	// SecurityContact is the first external reference of the document or its
	// subject of type security-contact, rfc-9116 or advisories, in this order.
	SecurityContact Contact `json:"security_contact"`
}

// Contact is a place where vulnerabilities can be reported.
type Contact struct {
	State      State  `json:"state"`
	Value      string `json:"value"`
	WellFormed bool   `json:"well_formed"` // a mailto, tel or http(s) URL, or an e-mail address
	Pointer    string `json:"location"`
}

// Populations counts components by population.
type Populations struct {
	All int `json:"all"`
	// Software leaves out files, data, devices, machine-learning models and
	// cryptographic assets.
	Software int `json:"software"`
}

// Coverage says for each population who states a field.
type Coverage struct {
	All      Share `json:"all"`
	Software Share `json:"software"`
}

// Share is one field over one population. Total is Stated and Unsupported and
// the lengths of the lists together.
type Share struct {
	Total       int   `json:"total"`
	Stated      int   `json:"stated"`
	Unknown     []Row `json:"unknown"`
	Withheld    []Row `json:"withheld"`
	Absent      []Row `json:"absent"`
	Placeholder []Row `json:"placeholder"`
	Invalid     []Row `json:"invalid"`
	Unsupported int   `json:"unsupported"`
}

// GraphFacts is what was measured over the dependency graph.
type GraphFacts struct {
	State   State `json:"state"`   // absent: the document has no dependencies
	Entries int   `json:"entries"` // rows in dependencies
	Edges   int   `json:"edges"`   // references in dependsOn, in all
	// Dangling are the rows whose ref, or one of whose dependsOn, names nothing
	// in the document; DanglingReferences counts the references themselves.
	Dangling           []Row `json:"dangling" table:"dependencies"`
	DanglingReferences int   `json:"dangling_references"`
	// Orphans are components that no path from the subject reaches.
	Orphans []Row `json:"orphans" table:"components"`
	// RootListed says that the subject has a row in dependencies.
	RootListed bool `json:"root_listed"`
	Direct     int  `json:"direct"` // components that the subject depends on directly
	Depth      int  `json:"depth"`  // longest of the shortest paths from the subject, in edges
}

// Component is one component, from whatever place of the document.
type Component struct {
	From     string          `json:"from" enum:"components,metadata,nested,tools,services,pedigree,formulation"`
	Parent   int             `json:"parent"` // row of the component that it is nested in; -1 at the top
	BOMRef   string          `json:"bom_ref"`
	Type     string          `json:"type"`
	Group    string          `json:"group"`
	Name     string          `json:"name"`
	Version  string          `json:"version"`
	PURL     string          `json:"purl"`
	CPE      string          `json:"cpe"`
	Scope    string          `json:"scope"` // required, optional, excluded; "" when not stated
	Producer string          `json:"producer"`
	Supplier string          `json:"supplier"`
	Hashes   []string        `json:"hashes"` // algorithm names
	Licences []string        `json:"licences"`
	States   ComponentStates `json:"states"`

	offset int64 // of the object in the document
	step   step  // last step of the pointer
}

// ComponentStates holds the states of the fields of a Component.
type ComponentStates struct {
	Name       State `json:"name"`
	Version    State `json:"version"`
	Identifier State `json:"identifier"`
	Producer   State `json:"producer"`
	Supplier   State `json:"supplier"`
	Hash       State `json:"hash"`
	Licence    State `json:"licence"`
}

// Dependency is one row of the dependency graph.
type Dependency struct {
	Ref       string   `json:"ref"`
	DependsOn []string `json:"depends_on"`

	offset int64
	index  int
}

// step is the last step of a component's pointer: its container and index.
type step struct {
	container string // "components", "metadata/component", "pedigree/ancestors", …
	index     int    // -1 where the container is no array
}

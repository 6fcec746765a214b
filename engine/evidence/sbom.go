package evidence

// SBOM is the head of one document that lists components or services; its
// tables stand beside it in the Dossier.
type SBOM struct {
	Document    int    `json:"document"` // row in documents
	Format      string `json:"format" enum:"cyclonedx,spdx"`
	SpecVersion string `json:"spec_version"`
	// SerialNumber is what names the document: the serialNumber of CycloneDX,
	// the namespace of an SPDX document.
	SerialNumber Text        `json:"serial_number"`
	Version      Integer     `json:"version"`
	Timestamp    Date        `json:"timestamp"`
	Authors      List[Party] `json:"authors"` // metadata.authors, then metadata.manufacturer
	Tools        List[Tool]  `json:"tools"`
	Generator    Generator   `json:"generator"`
	Lifecycles   Texts       `json:"lifecycles"`
	Subject      Subject     `json:"subject"`
	// Completeness is the aggregate that compositions state for the subject.
	Completeness Text      `json:"completeness"`
	Facts        SBOMFacts `json:"facts"`
	// Unsupported are fields of the normal form, by JSON names, that the format
	// cannot say; a field of the rows stands after "components.".
	Unsupported []string `json:"unsupported"`
	Contents    Contents `json:"contents"`
}

// Contents counts what an SPDX document holds, as its own words have it. All
// is zero for CycloneDX, whose places SBOMFacts counts.
type Contents struct {
	Packages      int `json:"packages"`
	Files         int `json:"files"`
	Snippets      int `json:"snippets"` // counted and not read
	Annotations   int `json:"annotations"`
	Relationships int `json:"relationships"`
	// OtherRelationships neither tie components to what they depend on or are
	// contained in, nor say what the document describes; External ones name an
	// element of another document.
	OtherRelationships    int `json:"other_relationships"`
	ExternalRelationships int `json:"external_relationships"`
	Described             int `json:"described"` // elements that the document is about
	Documents             int `json:"documents"` // other documents that it names
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

// Component is one component, from whatever place of the document.
type Component struct {
	From     string   `json:"from" enum:"components,metadata,nested,tools,services,pedigree,formulation,declarations,vulnerabilities,annotations"`
	Parent   int      `json:"parent"` // row of the component that it is nested in; -1 at the top
	BOMRef   string   `json:"bom_ref"`
	Type     string   `json:"type"`
	Group    string   `json:"group"`
	Name     string   `json:"name"`
	Version  string   `json:"version"`
	PURL     string   `json:"purl"`
	CPE      string   `json:"cpe"`
	Scope    string   `json:"scope"` // required, optional, excluded; "" when not stated
	Producer string   `json:"producer"`
	Supplier string   `json:"supplier"`
	Hashes   []string `json:"hashes"` // algorithm names
	Licences []string `json:"licences"`
	// States are shared by rows that have the same, and are never changed: a
	// third of a row they would be.
	States *ComponentStates `json:"states"`

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
	Provides  []string `json:"provides"` // what it implements, such as an algorithm (CycloneDX)
}

// step is the last step of a component's pointer: its container and index.
type step struct {
	container string // "components", "metadata/component", "pedigree/ancestors", …
	index     int    // -1 where the container is no array
}

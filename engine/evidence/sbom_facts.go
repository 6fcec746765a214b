package evidence

// SBOMFacts is what was measured over one SBOM's tables.
//
// Facts speak of six populations of components. Where a field's rows matter to
// nearly every policy they are listed; elsewhere only counts are kept, because
// a list costs six bytes a component in every export. The rows that a count of
// delivered or third-party components leaves out of the software are listed
// once, in Components.Excluded and Components.FirstParty.
type SBOMFacts struct {
	Components Populations `json:"components"`
	Types      []TypeCount `json:"types"` // those that occur, by name
	Places     PlaceCounts `json:"places"`
	Document   HeadFacts   `json:"document"`
	Services   int         `json:"services"`
	// Vulnerabilities counts the vulnerabilities listed inside the SBOM.
	Vulnerabilities int `json:"vulnerabilities"`

	ComponentName       Coverage `json:"component_name" table:"components"`
	ComponentVersion    Coverage `json:"component_version" table:"components"`
	ComponentIdentifier Coverage `json:"component_identifier" table:"components"` // any of purl, CPE, SWID, OmniBOR id, SWHID
	// ComponentFirmwareIdentifier counts beside those what identifies firmware
	// modules in the field: a GUID as bom-ref together with a supplier, or a
	// hash of SHA-256 or stronger.
	ComponentFirmwareIdentifier Coverage `json:"component_firmware_identifier" table:"components"`
	ComponentProducer           Coverage `json:"component_producer" table:"components"` // manufacturer, authors, author, publisher
	ComponentSupplier           Coverage `json:"component_supplier" table:"components"`
	ComponentHash               Coverage `json:"component_hash" table:"components"` // of the component, or of its distribution
	ComponentLicence            Coverage `json:"component_licence" table:"components"`

	Fields      FieldFacts      `json:"fields"`
	Identifiers IdentifierFacts `json:"identifiers"`
	Hashes      HashFacts       `json:"hashes"`
	Licences    LicenceFacts    `json:"licences"`
	Agreement   AgreementFacts  `json:"agreement"`
	Duplicates  DuplicateFacts  `json:"duplicates"`
	Text        TextFacts       `json:"text"`
	Hidden      HiddenFacts     `json:"hidden"`
	Purposes    PurposeFacts    `json:"purposes"`
	Graph       GraphFacts      `json:"graph"`
	// DuplicateRefs are components whose bom-ref the subject, a service or a
	// component with an earlier pointer already has.
	DuplicateRefs []Row `json:"duplicate_refs" table:"components"`
	// LostCompositions name a part which is nothing in the document. References
	// into other documents (BOM-Links) are not looked at.
	LostCompositions []Row `json:"lost_compositions" table:"compositions"`
	// SecurityContact is the first external reference of the document or its
	// subject of type security-contact, rfc-9116 or advisories, in this order.
	SecurityContact Contact `json:"security_contact"`
}

// TypeCount counts the delivered components of one type of CycloneDX; "other"
// are those without a type, or with one that CycloneDX does not have.
type TypeCount struct {
	Type       string `json:"type"`
	Components int    `json:"components"`
}

// Contact is a place where vulnerabilities can be reported.
type Contact struct {
	State      State  `json:"state"`
	Value      string `json:"value"`
	WellFormed bool   `json:"well_formed"` // a mailto, tel or http(s) URL, or an e-mail address
	Pointer    string `json:"location"`
}

// HeadFacts is what was measured over the document's head.
type HeadFacts struct {
	Persons       int `json:"persons"`       // authors that are persons, with a name, e-mail address or URL
	Organisations int `json:"organisations"` // the manufacturer of the document
	// AuthorsWithContact are those of both that state an e-mail address or URL.
	AuthorsWithContact int `json:"authors_with_contact"`
	// AuthorsNamedAsTool are those of both whose name is that of a tool.
	AuthorsNamedAsTool int `json:"authors_named_as_tool"`
	ToolsNamed         int `json:"tools_named"`
	ToolsWithVersion   int `json:"tools_with_version"` // named, and with a version
	// Generator is the first tool with a name: in lower case, without npm scope
	// and with hyphens for spaces; its version without a leading v.
	Generator Tool `json:"generator"`
	// Signature is stated where the document has an enveloped signature with a
	// value. Nothing here says that it verifies.
	Signature State `json:"signature"`
	// EndOfSupport is what the subject states as
	// cdx:lifecycle:milestone:endOfSupport.
	EndOfSupport Date `json:"end_of_support"`
}

// Coverage says for each population who states a field.
type Coverage struct {
	All        Share  `json:"all"`
	Software   Share  `json:"software"`
	Delivered  Counts `json:"delivered"`
	ThirdParty Counts `json:"third_party"`
	Direct     Share  `json:"direct"`
	Executable Share  `json:"executable"`
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

// Counts is one field over one population, by state and without the rows.
// Total is all the others together.
type Counts struct {
	Total       int `json:"total"`
	Stated      int `json:"stated"`
	Unknown     int `json:"unknown"`
	Withheld    int `json:"withheld"`
	Absent      int `json:"absent"`
	Placeholder int `json:"placeholder"`
	Invalid     int `json:"invalid"`
	Unsupported int `json:"unsupported"`
}

// Tally is one field by number over each population.
type Tally struct {
	All        Counts `json:"all"`
	Software   Counts `json:"software"`
	Delivered  Counts `json:"delivered"`
	ThirdParty Counts `json:"third_party"`
	Direct     Counts `json:"direct"`
	Executable Counts `json:"executable"`
}

// FieldFacts counts the single fields of components: those that the coverage
// above takes together, and those that only some regimes ask for.
type FieldFacts struct {
	Manufacturer Tally `json:"manufacturer"`
	Authors      Tally `json:"authors"`
	Author       Tally `json:"author"` // the field of CycloneDX 1.5 and older
	Publisher    Tally `json:"publisher"`

	PURL    Tally `json:"purl"`
	CPE     Tally `json:"cpe"`
	SWID    Tally `json:"swid"`
	OmniBOR Tally `json:"omnibor_id"`
	SWHID   Tally `json:"swhid"`

	HashAtComponent    Tally `json:"hash_at_component"`
	HashAtDistribution Tally `json:"hash_at_distribution"` // of an external reference of type distribution
	// DistributionSHA512 is stated where such a reference has a SHA-512 hash.
	DistributionSHA512 Tally `json:"distribution_sha512"`

	LicenceDeclared     Tally `json:"licence_declared"`
	LicenceConcluded    Tally `json:"licence_concluded"`
	LicenceUnclassified Tally `json:"licence_unclassified"` // stated without an acknowledgement
	// LicenceSPDX is stated where every licence stated is an id of the SPDX
	// list or a valid expression of such, and invalid where one is not.
	LicenceSPDX      Tally `json:"licence_spdx"`
	EffectiveLicence Tally `json:"effective_licence"` // bsi:component:effectiveLicence

	Dependencies Tally `json:"dependencies"` // stated where the component has a row in dependencies
	Completeness Tally `json:"completeness"` // what compositions that name the component state

	Filename   Tally `json:"filename"`   // bsi:component:filename
	Executable Tally `json:"executable"` // bsi:component:executable, and so on: one of their two words, once
	Archive    Tally `json:"archive"`
	Structured Tally `json:"structured"`

	SourceURI     Tally `json:"source_uri"`     // an external reference of type source-distribution
	DeployableURI Tally `json:"deployable_uri"` // one of type distribution

	Milestone    Tally `json:"milestone"` // any property cdx:lifecycle:milestone:*, with a date
	EndOfSupport Tally `json:"end_of_support"`
}

// IdentifierFacts lists components with an identifier that has not its form.
type IdentifierFacts struct {
	InvalidPURL    []Row `json:"invalid_purl" table:"components"`
	InvalidCPE     []Row `json:"invalid_cpe" table:"components"`
	InvalidSWID    []Row `json:"invalid_swid" table:"components"`
	InvalidOmniBOR []Row `json:"invalid_omnibor_id" table:"components"`
	InvalidSWHID   []Row `json:"invalid_swhid" table:"components"`
}

// HashFacts says what the valid hashes of components are.
type HashFacts struct {
	Algorithms []AlgorithmCount `json:"algorithms"` // those that occur, in the order of CycloneDX
	// WeakOnly are the components that have hashes and none but MD5 and SHA-1.
	WeakOnly []Row `json:"weak_only" table:"components"`
	// Empty are those, files and data aside, with the hash of an empty input.
	Empty []Row `json:"empty" table:"components"`
	// Filler are those with a usable hash and, beside it, one that is a digit
	// over and over, such as zeros.
	Filler   []Row        `json:"filler" table:"components"`
	Strength HashStrength `json:"strength"`
}

// AlgorithmCount counts the components that have a hash by one algorithm.
type AlgorithmCount struct {
	Algorithm    string `json:"algorithm"`
	Component    int    `json:"component"`    // in the component's own hashes
	Distribution int    `json:"distribution"` // in those of its distribution
}

// HashStrength counts each population by the strongest algorithm.
type HashStrength struct {
	All        StrengthCounts `json:"all"`
	Software   StrengthCounts `json:"software"`
	Delivered  StrengthCounts `json:"delivered"`
	ThirdParty StrengthCounts `json:"third_party"`
	Direct     StrengthCounts `json:"direct"`
	Executable StrengthCounts `json:"executable"`
}

// StrengthCounts counts components by their strongest hash.
type StrengthCounts struct {
	None    int `json:"none"`    // no valid hash
	Weak    int `json:"weak"`    // MD5 or SHA-1
	Bits256 int `json:"bits256"` // 256 bits or more, such as SHA-256
	Bits512 int `json:"bits512"` // 512 bits, such as SHA-512
}

// LicenceFacts lists components by what is irregular in their licences.
type LicenceFacts struct {
	UnknownID     []Row `json:"unknown_id" table:"components"`     // an id that the SPDX list has not
	BadExpression []Row `json:"bad_expression" table:"components"` // no expression of SPDX, or with an unknown id
	FreeText      []Row `json:"free_text" table:"components"`      // a name instead of an id
}

// AgreementFacts compares what a software component says of itself in several
// ways. The rules of each package type are applied, and what is not stated on
// one side is not compared (see agreement.go).
type AgreementFacts struct {
	NamesCompared    int   `json:"names_compared"` // with the package URL
	Names            []Row `json:"names" table:"components"`
	VersionsCompared int   `json:"versions_compared"`
	Versions         []Row `json:"versions" table:"components"`
	// CPEVersions compares the version with that of the CPE. Product names of
	// the CPE dictionary are not package names, and are not compared.
	CPEVersionsCompared int   `json:"cpe_versions_compared"`
	CPEVersions         []Row `json:"cpe_versions" table:"components"`
	// Subject compares the subject with its own package URL.
	SubjectName    string `json:"subject_name" enum:"equal,unequal,not_comparable"`
	SubjectVersion string `json:"subject_version" enum:"equal,unequal,not_comparable"`
}

// DuplicateFacts lists components that are alike, every one of each group.
type DuplicateFacts struct {
	PURL        []Row `json:"purl" table:"components"`         // the same package URL
	NameVersion []Row `json:"name_version" table:"components"` // the same group, name and version
	// DifferentHash are those of the same group, name and version that state
	// different values for their strongest algorithm, where that is the same.
	DifferentHash []Row `json:"different_hash" table:"components"`
	// SameHash are those of another name or version that state one value for
	// their strongest algorithm. Files and data are not compared.
	SameHash []Row `json:"same_hash" table:"components"`
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
	// Self are the rows that name their own ref in dependsOn.
	Self []Row `json:"self" table:"dependencies"`
	// Orphans are components that no path from the subject reaches.
	Orphans []Row `json:"orphans" table:"components"`
	// RootListed says that the subject has a row in dependencies.
	RootListed bool `json:"root_listed"`
	Direct     int  `json:"direct"` // components that the subject depends on directly
	Depth      int  `json:"depth"`  // longest of the shortest paths from the subject, in edges
	// Unlisted are components without a row of their own: not even an empty
	// one, which would declare that they depend on nothing.
	Unlisted []Row `json:"unlisted" table:"components"`
	Leaves   int   `json:"leaves"` // components whose rows declare that they depend on nothing
}

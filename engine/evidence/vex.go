package evidence

// VEX is the head of one document that says of vulnerabilities whether and how
// a product is affected by them: CycloneDX, OpenVEX or CSAF. Its statements
// stand beside it in the Dossier. A CycloneDX SBOM that lists vulnerabilities
// has one too.
type VEX struct {
	Document      int    `json:"document"` // row in documents
	Format        string `json:"format"`
	FormatVersion string `json:"format_version"`
	// Unsupported names the fields of this form that the format cannot say.
	Unsupported []string `json:"unsupported"`

	ID      Text `json:"id"`
	Version Text `json:"version"`
	Author  Text `json:"author"`
	Role    Text `json:"role"` // of the author, in the document's words
	// AuthorIs compares the author with the vendor that the manifest, the
	// declarations and the SBOMs name.
	AuthorIs string  `json:"author_is" enum:"unknown,vendor,third_party"`
	Date     Date    `json:"date"`
	Updated  Date    `json:"updated"`
	Product  Product `json:"product"` // of the document as a whole, where it says so

	Counts   VEXCounts `json:"counts"`
	Location string    `json:"location"`

	subject string // bom-ref of the product, in a document that has one
}

// VEXCounts is what was counted over the statements of one document.
type VEXCounts struct {
	Statements         int `json:"statements"`
	Vulnerabilities    int `json:"vulnerabilities"` // distinct
	NotAffected        int `json:"not_affected"`
	Affected           int `json:"affected"`
	Fixed              int `json:"fixed"`
	UnderInvestigation int `json:"under_investigation"`
	// Each list holds rows of the document's table of statements.
	WithoutStatus        []Row `json:"without_status" table:"vex_statements"`
	WithoutJustification []Row `json:"without_justification" table:"vex_statements"` // not affected, and neither justification nor impact says why
	WithoutAction        []Row `json:"without_action" table:"vex_statements"`        // affected, and nothing says what to do
	WithoutProduct       []Row `json:"without_product" table:"vex_statements"`       // names no product
	UnknownProduct       []Row `json:"unknown_product" table:"vex_statements"`       // names products, none of them in the bundle
	WithoutDate          []Row `json:"without_date" table:"vex_statements"`          // neither its own nor the document's
	WithoutVulnerability []Row `json:"without_vulnerability" table:"vex_statements"` // says of no vulnerability by name
	// Contradicted statements say another status of the same vulnerability and
	// product than an earlier statement of the same document.
	Contradicted []Row `json:"contradicted" table:"vex_statements"`
}

// VEXStatement says of one vulnerability how products are affected.
type VEXStatement struct {
	ID            string   `json:"id"`
	Vulnerability string   `json:"vulnerability"` // CVE, GHSA, … as written
	Aliases       []string `json:"aliases"`
	Source        string   `json:"source"` // the database that the identifier is of; "" when not stated
	// Status is in the words of OpenVEX; StatusRaw is that of the document,
	// such as CycloneDX's false_positive or resolved_with_pedigree.
	Status    string `json:"status" enum:"none,not_affected,affected,fixed,under_investigation"`
	StatusRaw string `json:"status_raw"`
	// Justification is in the words of OpenVEX where there is such a word, else
	// as the document has it.
	Justification    string       `json:"justification"`
	JustificationRaw string       `json:"justification_raw"`
	Impact           string       `json:"impact"`
	Action           string       `json:"action"`
	Responses        []string     `json:"responses"`
	Severity         string       `json:"severity"` // info, low, medium, high, critical; "" when not stated
	Score            Number       `json:"score"`
	Vector           string       `json:"vector"`
	Date             Date         `json:"date"` // last said; else first said
	Products         []VEXProduct `json:"products"`
	// Properties are those of the vendor's tools, and Extras what else the
	// document says of the vulnerability, by where it stands, as in cwes/0 or
	// advisories/0/url. Both are of CycloneDX alone.
	Properties []NamedValue       `json:"properties"`
	Extras     []NamedValue       `json:"extras"`
	States     VEXStatementStates `json:"states"`
	Location   string             `json:"location"`

	offset int64 // of the statement in a document that is not kept as a tree; 0 elsewhere
}

// VEXStatementStates holds the states of the fields of a VEXStatement.
type VEXStatementStates struct {
	Vulnerability State `json:"vulnerability"`
	Status        State `json:"status"`
	Justification State `json:"justification"`
	Impact        State `json:"impact"`
	Action        State `json:"action"`
	Product       State `json:"product"`
}

// VEXProduct is a product or component that a statement is about, with what it
// was matched with in the bundle.
type VEXProduct struct {
	Ref     string `json:"ref"` // purl, CPE, bom-ref, BOM-Link, digest or product id as written
	Name    string `json:"name"`
	Version string `json:"version"` // exact version, or the range as written
	// Status is what the document says of this version beside the statement's
	// own status: affected, unaffected or unknown, as CycloneDX can; else "".
	Status string `json:"status"`
	// Of is the row in the statement's products that this one is named as a
	// part of; -1 for one that stands by itself.
	Of int `json:"of"`
	// Match says by what the product was found: bom_ref, purl, cpe, digest or
	// name; "versionless" names the component and not its version; "none"
	// finds nothing in the bundle.
	Match string `json:"match" enum:"none,bom_ref,purl,cpe,digest,name,versionless"`
	SBOM  int    `json:"sbom"` // row in sboms; -1 when not found
	Row   int    `json:"row"`  // row in that SBOM's components; -1 for the subject or when not found

	ids vexIDs
}

// vexIDs are the identifiers that a document gives of a product, to find it by.
type vexIDs struct {
	bomRefs, purls, cpes []string
	digests              []string // in hex
	key                  string   // what sets the product apart in its document, where the ref does not
}

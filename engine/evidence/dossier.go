package evidence

// Kind is a kind of evidence.
type Kind string

// The kinds of evidence. A document may be of several kinds.
const (
	KindSBOM        Kind = "sbom"
	KindThreatModel Kind = "threat_model"
	KindDeclaration Kind = "declaration"
	KindVEX         Kind = "vex"
	KindLifecycle   Kind = "lifecycle"
	KindStandard    Kind = "standard"
	KindAttestation Kind = "attestation"
	KindAttachment  Kind = "attachment"
)

// Dossier is the whole evidence of one bundle in normal form. Its JSON form is
// the evidence part of the input document that policies see (design section
// 6); no value in it is ever null.
type Dossier struct {
	Bundle       BundleFacts       `json:"bundle"`
	SBOMs        []SBOM            `json:"sboms"`
	Components   [][]Component     `json:"components"`   // one table for each SBOM
	Dependencies []DependencyTable `json:"dependencies"` // one table for each SBOM
	// Tables of an SBOM that a vendor's tools seldom fill; one for each SBOM.
	Services   [][]Service     `json:"services"`
	Crypto     [][]CryptoAsset `json:"crypto"`
	ModelCards [][]ModelCard   `json:"model_cards"`
	Properties []PropertyTable `json:"properties"`
	// Pedigree, ComponentEvidence and Compositions are of CycloneDX alone, and
	// Extras are what else of it no table has.
	Pedigree          [][]Change            `json:"pedigree"`
	ComponentEvidence [][]ComponentEvidence `json:"component_evidence"`
	Compositions      [][]Composition       `json:"compositions"`
	Extras            [][]Extra             `json:"extras"`

	ThreatModels  []ThreatModel    `json:"threat_models"`
	Declarations  []Declaration    `json:"declarations"`
	Attestations  []Attestation    `json:"attestations"`
	Catalogues    []Catalogue      `json:"catalogues"`
	VEX           []VEX            `json:"vex"`
	VEXStatements [][]VEXStatement `json:"vex_statements"` // one table for each of vex
	Lifecycle     []Lifecycle      `json:"lifecycle"`
	Attachments   []Attachment     `json:"attachments"`
	// Signatures are those over documents of the bundle, wherever they stand.
	Signatures []Signature `json:"signatures"`
	Links      Links       `json:"links"`
	// Dates are those on which documents say that something was done.
	Dates   []DatedStatement `json:"dates"`
	Text    TextCheck        `json:"text"`
	sources []*source        // by document, for positions
	beside  *source          // the envelope over the bundle that did not come in it; else nil
	top     string           // the folders that all files lie under, left out of paths; for looking up stated paths
}

// BundleFacts says what was received.
type BundleFacts struct {
	// Digest is "sha256:" and the hex digest of the canonical content list:
	// for each document in order of path its SHA-256 and path. It is the same
	// whatever the packing.
	Digest    string     `json:"digest"`
	Kinds     Kinds      `json:"kinds"`
	Documents []Document `json:"documents"`
	Manifest  Manifest   `json:"manifest"`
	// Problems of the bundle as a whole, such as a listed document that is absent.
	Problems []Problem `json:"problems"`
}

// Kinds counts the documents of each kind.
type Kinds struct {
	SBOM        KindCount `json:"sbom"`
	ThreatModel KindCount `json:"threat_model"`
	Declaration KindCount `json:"declaration"`
	VEX         KindCount `json:"vex"`
	Lifecycle   KindCount `json:"lifecycle"`
	Standard    KindCount `json:"standard"`
	Attestation KindCount `json:"attestation"`
	Attachment  KindCount `json:"attachment"`
}

// KindCount counts the documents of one kind.
type KindCount struct {
	Readable int `json:"readable"`
	// Unreadable documents claim to be of the kind and cannot be read.
	Unreadable int `json:"unreadable"`
	// Candidates are the documents, by number, that are in no form that
	// bidgate reads and that may be of this kind: a person must look.
	Candidates []Row `json:"candidates" table:"documents"`
}

// Document is one file of the bundle.
type Document struct {
	Path          string    `json:"path"`
	SHA256        string    `json:"sha256"` // hex, lower case; "" for a file whose bytes were not taken
	Size          int64     `json:"size"`   // bytes
	Kinds         []Kind    `json:"kinds"`  // never empty: a file that is nothing known is an attachment
	Format        string    `json:"format"` // cyclonedx-json, summary, declaration, pdf, spdx-json, …; "" when not recognised
	FormatVersion string    `json:"format_version"`
	Readable      bool      `json:"readable"` // false: claims a kind and cannot be read
	Problems      []Problem `json:"problems"`
}

// Problem is something wrong with a document or the bundle. Message is one
// plain sentence that names what is wrong and what to do.
type Problem struct {
	Code    string   `json:"code"`
	Message string   `json:"message"`
	Limit   string   `json:"limit"` // the name of the bound crossed, a field of Limits; else ""
	At      Position `json:"at"`
}

// Position is a place in a document. Line and Column count from 1, columns in
// code points; 0 means that the place is the document as a whole.
type Position struct {
	Pointer string `json:"pointer"` // JSON Pointer (RFC 6901); "" is the document
	Line    int    `json:"line"`
	Column  int    `json:"column"`
}

// Manifest is bundle.yaml at the bundle's root (design section 7).
type Manifest struct {
	State     State              `json:"state"`
	Document  int                `json:"document"` // its row in documents; -1 when absent
	Vendor    Text               `json:"vendor"`
	Product   Text               `json:"product"`
	Version   Text               `json:"version"`
	Documents []ManifestDocument `json:"documents"`
}

// ManifestDocument is one row of the manifest's list, compared with the bundle.
// Product, Version and Date say of a document that no program reads, such as
// a PDF, what a person would look for on its first page.
type ManifestDocument struct {
	Path     string `json:"path"`
	Kind     Text   `json:"kind"`
	SHA256   Text   `json:"sha256"`
	Product  Text   `json:"product"`
	Version  Text   `json:"version"`
	Date     Date   `json:"date"`
	Outcome  string `json:"outcome" enum:"same,no_digest,differs,missing"`
	Document int    `json:"document"` // row in documents; -1 when missing
	Location string `json:"location"`
}

// Product names what a document speaks of.
type Product struct {
	Name    Text `json:"name"`
	Version Text `json:"version"`
	PURL    Text `json:"purl"`
	CPE     Text `json:"cpe"`
}

// Links compares the documents that speak of a product, two by two.
type Links struct {
	Pairs []Pair `json:"pairs"`
	// Offered compares each document with the items that the buyer named.
	Offered []Offered `json:"offered"`
	// Documents are what SBOMs say of other documents that they go on in.
	Documents []DocumentLink `json:"documents"`
}

// DocumentLink is one reference of an SBOM to another document: an external
// reference of type bom (CycloneDX), or an external document (SPDX).
type DocumentLink struct {
	SBOM int `json:"sbom"` // row in sboms: who refers
	// Row is the row in components of the component that it is about, and
	// Service that in services; both are -1 for the document or its subject.
	Row     int `json:"row"`
	Service int `json:"service"`
	// Target is what is named: a path, a URL, a BOM-Link or a namespace.
	Target Text `json:"target"`
	// Digest is the strongest that is stated of the document, as "algorithm:hex".
	Digest   Text `json:"digest"`
	Document int  `json:"document"` // row in documents; -1 where the bundle has none
	To       int  `json:"to"`       // row in sboms; -1 where the document is no readable SBOM
	// Outcome is outside for what names nothing of this bundle, missing for a
	// path that the bundle does not have, and ambiguous for a serial number
	// that several documents have, where no digest tells which is meant.
	Outcome  string `json:"outcome" enum:"same,differs,no_digest,missing,ambiguous,outside"`
	Location string `json:"location"`
}

// Side is one side of a comparison.
type Side struct {
	Kind     Kind   `json:"kind"`     // sbom, threat_model or declaration
	Index    int    `json:"index"`    // row in sboms, threat_models or declarations
	Document int    `json:"document"` // row in documents
	Part     string `json:"part"`     // id of the declared product part compared; "" is the whole product
}

// Comparison holds both sides of one compared value. Versions compare without
// a leading v; names after NFC, case folding and white space.
type Comparison struct {
	Left    string `json:"left"`
	Right   string `json:"right"`
	Outcome string `json:"outcome" enum:"equal,unequal,not_comparable"`
}

// Pair is one comparison of two documents.
type Pair struct {
	Left  Side `json:"left"`
	Right Side `json:"right"`
	// Link says by what the one document names the other or the same product:
	// digest, serial_number, path, purl, cpe or name; "none" when nothing does.
	Link    string     `json:"link" enum:"digest,serial_number,path,purl,cpe,name,none"`
	Name    Comparison `json:"name"`
	Version Comparison `json:"version"`
	PURL    Comparison `json:"purl"`
	// Digest compares the digest that one states of the other with the file's.
	Digest Comparison `json:"digest"`
	// Serial compares the serial number that one states of the other's SBOM.
	Serial Comparison `json:"serial"`
}

// Offered compares a document with the item of the offer that fits it best.
type Offered struct {
	Document Side       `json:"document"`
	Item     int        `json:"item"` // row in offer.items; -1 when none fits by name
	Name     Comparison `json:"name"`
	Version  Comparison `json:"version"`
}

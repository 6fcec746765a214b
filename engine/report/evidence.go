package report

// Document is one file of the bundle.
type Document struct {
	Path          string    `json:"path"`
	SHA256        string    `json:"sha256"`
	Size          int64     `json:"size"`
	Kinds         []string  `json:"kinds"`
	Format        string    `json:"format"`
	FormatVersion string    `json:"format_version"`
	Readable      bool      `json:"readable"`
	Problems      []Problem `json:"problems"`
}

// Problem is something wrong with a document or the bundle.
type Problem struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	Limit   string `json:"limit,omitempty"` // the bound crossed
	Place   Place  `json:"place"`
}

// Evidence is a bounded summary of what was understood, document by document.
type Evidence struct {
	SBOMs        []SBOM        `json:"sboms"`
	ThreatModels []ThreatModel `json:"threat_models"`
	Declarations []Declaration `json:"declarations"`
	// The kinds below are left out where the bundle has none of them.
	Attestations []Attestation `json:"attestations,omitempty"`
	Catalogues   []Catalogue   `json:"catalogues,omitempty"`
	VEX          []VEX         `json:"vex,omitempty"`
	Lifecycle    []Lifecycle   `json:"lifecycle,omitempty"`
	Attachments  []Attachment  `json:"attachments,omitempty"` // of a form that is recognised
	// VulnerabilityAge is left out where no vulnerability is tied to a component.
	VulnerabilityAge *VulnerabilityAge `json:"vulnerability_age,omitempty"`
}

// SBOM sums up one SBOM.
type SBOM struct {
	Document     string  `json:"document"`
	SpecVersion  string  `json:"spec_version"`
	Name         string  `json:"name"`
	Version      string  `json:"version"`
	SerialNumber string  `json:"serial_number"`
	Timestamp    string  `json:"timestamp"`
	Components   int     `json:"components"`
	Software     int     `json:"software"`
	Services     int     `json:"services"`
	Dependencies int     `json:"dependencies"`
	Dangling     int     `json:"dangling_references"`
	Coverage     []Field `json:"coverage"` // of software components, by field
	// Format is spdx for an SBOM in that form; without it, it is CycloneDX.
	Format string `json:"format,omitempty"`
	// Generator is the tool that is taken to have made it, with its version.
	Generator       string `json:"generator,omitempty"`
	Vulnerabilities int    `json:"vulnerabilities,omitempty"`
	CryptoAssets    int    `json:"crypto_assets,omitempty"`
	ModelCards      int    `json:"model_cards,omitempty"` // of machine-learning models
}

// Field is one field's coverage.
type Field struct {
	Field  string `json:"field"`
	Stated int    `json:"stated"`
	Total  int    `json:"total"`
}

// ThreatModel sums up one threat model.
type ThreatModel struct {
	Document string `json:"document"`
	Format   string `json:"format"`
	Name     string `json:"name"`
	Version  string `json:"version"`
	Date     string `json:"date"`
	Threats  int    `json:"threats"`
	Open     int    `json:"open"`
	OpenHigh int    `json:"open_high"`
	// Untouched threats are as a tool made them: nobody decided on them.
	Untouched int `json:"untouched,omitempty"`
	// DemoOf names the tool whose example the model is.
	DemoOf string `json:"demo_of,omitempty"`
	// SupplementedBy is the path of the summary that completes the model, and
	// Supplements that of the model that this one says it completes and does not.
	SupplementedBy string `json:"supplemented_by,omitempty"`
	Supplements    string `json:"supplements,omitempty"`
	// Unsupported are the fields of a threat model that its form cannot say.
	Unsupported []string `json:"unsupported,omitempty"`
}

// Declaration sums up one declaration.
type Declaration struct {
	Document string   `json:"document"`
	Name     string   `json:"name"`
	Version  string   `json:"version"`
	Date     string   `json:"date"`
	Answers  []Answer `json:"answers"` // in the document's order
	// Format is the form that it is in, where that is not the hand-written one.
	Format     string `json:"format,omitempty"`
	Evidence   int    `json:"evidence,omitempty"`    // supporting documents that it lists
	SupportEnd string `json:"support_end,omitempty"` // of security support
}

// Answer is one answer.
type Answer struct {
	Clause string `json:"clause"`
	Status string `json:"status"` // "" where none is stated
}

// Exception is a recorded leave to fail, as the buyer wrote it.
type Exception struct {
	ID          string   `json:"id"`
	Requirement string   `json:"requirement"`
	Member      string   `json:"member"`
	Vendor      string   `json:"vendor"`
	Product     string   `json:"product"`
	Version     string   `json:"version"`
	WholeTender bool     `json:"whole_tender"` // given for every offer
	Document    string   `json:"document"`     // SHA-256, or ""
	Components  []string `json:"components"`
	Reason      string   `json:"reason"`
	Approver    string   `json:"approver"`
	From        string   `json:"from"`
	Until       string   `json:"until"`
	State       string   `json:"state" enum:"in_force,not_yet,expired,other_offer,unused"`
}

// Determination is a person's recorded look at what a machine cannot read.
type Determination struct {
	Requirement string `json:"requirement"`
	Member      string `json:"member"`
	Outcome     string `json:"outcome" enum:"met,not_met"`
	Reason      string `json:"reason"`
	Place       string `json:"place"`
	Document    string `json:"document"` // SHA-256, or ""
	By          string `json:"by"`
	Date        string `json:"date"`
	Used        bool   `json:"used"`
}

// Provenance names everything that the verdict rests on, by digest
// ("sha256:" and hex). It holds no host path and no archive name.
type Provenance struct {
	Bundle   string    `json:"bundle"`   // canonical content list of the documents
	Policy   string    `json:"policy"`   // all loaded policy sources
	Input    string    `json:"input"`    // input.json as evaluated
	Decision string    `json:"decision"` // decision.json
	DataSets []DataSet `json:"data_sets"`
	Engine   string    `json:"engine"` // version of bidgate
	OPA      string    `json:"opa"`    // version of Open Policy Agent
	Replay   string    `json:"replay"` // the command that reproduces the decision
	// Annex is the digest of what the buyer published and the screening was held
	// against; without one it is left out.
	Annex string `json:"annex,omitempty"`
	// Records are the files of exceptions and determinations; without one the
	// list is left out.
	Records []RecordFile `json:"records,omitempty"`
}

// OwnRecords is the question of a requirement that looks at the buyer's records:
// no letter puts it to a vendor.
const OwnRecords = "This concerns the buyer's own records; the vendor need not answer."

// RecordFile is one file of the buyer's records, and who signed it.
type RecordFile struct {
	Kind   string `json:"kind" enum:"exceptions,determinations"`
	Digest string `json:"digest"` // of its bytes
	// Signature: not_checked where the buyer asked for none; else verified, for a
	// record whose signature does not hold is not read.
	Signature string `json:"signature" enum:"verified,not_checked"`
	Owner     string `json:"owner"`  // of the key that signed; else ""
	KeyID     string `json:"key_id"` // of the key that signed; else ""
}

// DataSet is one set of buyer data.
type DataSet struct {
	Name    string `json:"name"`
	Kind    string `json:"kind"` // kev, advisories, …
	Digest  string `json:"digest"`
	Date    string `json:"date"`
	AgeDays int    `json:"age_days"`
	Records int    `json:"records"`
}

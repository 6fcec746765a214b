package report

// Attestation sums up who attests what in a CycloneDX document.
type Attestation struct {
	Document      string `json:"document"`
	Date          string `json:"date"`
	Claims        int    `json:"claims"`
	CounterClaims int    `json:"counterclaims"`
	Entries       int    `json:"entries"`     // of the maps from requirements to claims
	WithClause    int    `json:"with_clause"` // of these, with a requirement
	WithScore     int    `json:"with_score"`  // of these, with a conformance score
	Signed        bool   `json:"signed"`      // some part carries a signature, which is not checked
}

// Catalogue sums up one standard that a document defines.
type Catalogue struct {
	Document string `json:"document"`
	Name     string `json:"name"`
	Version  string `json:"version"`
	Owner    string `json:"owner"`
	Clauses  int    `json:"clauses"`
}

// VEX sums up one document of statements on vulnerabilities.
type VEX struct {
	Document string `json:"document"`
	Format   string `json:"format"`
	Author   string `json:"author"`
	// AuthorIs says whether the author is the vendor that the bundle names.
	AuthorIs           string `json:"author_is" enum:"unknown,vendor,third_party"`
	Date               string `json:"date"` // of the last change, where that is stated
	Name               string `json:"name"` // of the product of the document as a whole
	Version            string `json:"version"`
	Statements         int    `json:"statements"`
	Vulnerabilities    int    `json:"vulnerabilities"` // distinct
	NotAffected        int    `json:"not_affected"`
	Affected           int    `json:"affected"`
	Fixed              int    `json:"fixed"`
	UnderInvestigation int    `json:"under_investigation"`
	WithoutStatus      int    `json:"without_status"`
	UnknownProduct     int    `json:"unknown_product"` // statements on products that the bundle does not have
}

// Lifecycle sums up one record of the stages of a product or component.
type Lifecycle struct {
	Document  string `json:"document"`
	Format    string `json:"format"`
	Name      string `json:"name"` // "" where the form cannot say it
	Version   string `json:"version"`
	Component bool   `json:"component"` // of a component, not of a product
	// The days are as the record has them; "" is one that it does not state.
	EndOfSecurity string `json:"end_of_security_support"`
	EndOfSupport  string `json:"end_of_support"`
	EndOfLife     string `json:"end_of_life"`
}

// Attachment sums up a document of which identity and counts were taken.
type Attachment struct {
	Document string `json:"document"`
	Form     string `json:"form"` // in_toto, dsse, sarif, junit, mud, pdf, …
	Title    string `json:"title"`
	Tool     string `json:"tool"`
	Date     string `json:"date"`
	Name     string `json:"name"` // of the product that it says it is about
	Version  string `json:"version"`
	// Tests and Failed count a test report; errors count as failed.
	Tests  int `json:"tests"`
	Failed int `json:"failed"`
	// Results and Errors count a report of a scanner.
	Results    int `json:"results"`
	Errors     int `json:"errors"`
	Subjects   int `json:"subjects"`   // of a statement
	Signatures int `json:"signatures"` // in an envelope; none is checked
	Rules      int `json:"rules"`      // of a description of traffic
}

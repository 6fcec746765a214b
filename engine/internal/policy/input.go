package policy

import "github.com/bidgate/bidgate/engine/report"

// Day is a calendar day: whole days since 1970-01-01 (UTC), with its text.
type Day struct {
	Day  int    `json:"day"`
	Text string `json:"text"`
}

// Selection is the resolved profile as policies see it: every selected finding
// with what the buyer asks of it.
type Selection struct {
	ID        string          `json:"id"`
	Edition   string          `json:"edition"`
	RejectAt  report.Severity `json:"reject_at"`
	ClarifyAt report.Severity `json:"clarify_at"`
	// Requirements is keyed by finding id: <area>.<name>, or
	// <area>.<name>.<member> for each member of a table-driven requirement.
	Requirements map[string]Selected `json:"requirements"`
}

// Selected is one selected finding.
type Selected struct {
	Requirement string          `json:"requirement"` // <area>.<name>
	Area        string          `json:"area"`
	Name        string          `json:"name"`
	Member      string          `json:"member"` // "" unless table-driven
	Severity    report.Severity `json:"severity"`
	Level       report.Level    `json:"level"` // the weakest basis that passes
	// AcceptNotApplicable takes the vendor's own reasoned word that the
	// requirement does not apply.
	AcceptNotApplicable bool `json:"accept_not_applicable"`
	// PartOnly marks a finding that is evaluated because a composed
	// requirement folds it, and that does not itself weigh on the verdict.
	PartOnly bool `json:"part_only"`
}

// Exception is a recorded leave to fail, with its scope resolved to rows.
type Exception struct {
	ID          string `json:"id"`
	Requirement string `json:"requirement"`
	Member      string `json:"member"` // "" is every member
	// Applies says that vendor, product and version of the exception are those
	// of the offer, or that it is given for the whole tender.
	Applies bool   `json:"applies"`
	Vendor  string `json:"vendor"`
	Product string `json:"product"`
	Version string `json:"version"`
	// Documents are the rows in bundle.documents that it is limited to; Limited
	// says that it is limited, also when no document has the digest.
	LimitedToDocument bool  `json:"limited_to_document"`
	Documents         []int `json:"documents"`
	// Rows are the component rows by SBOM that it is limited to; -1 is the
	// SBOM's subject.
	LimitedToComponents bool     `json:"limited_to_components"`
	Rows                [][]int  `json:"rows"`
	UnknownComponents   []string `json:"unknown_components"` // named and found in no SBOM
	Reason              string   `json:"reason"`
	Approver            string   `json:"approver"`
	From                Day      `json:"from"`
	Until               Day      `json:"until"`
}

// Determination is a person's recorded look at what a machine cannot read.
type Determination struct {
	Requirement string `json:"requirement"`
	Member      string `json:"member"` // "" is every member
	Outcome     string `json:"outcome" enum:"met,not_met"`
	Reason      string `json:"reason"`
	Place       string `json:"place"`
	// Applies says that vendor and product fit the offer and that the document
	// it was made on, where one is named, is in the bundle with that digest.
	Applies bool   `json:"applies"`
	By      string `json:"by"`
	Date    Day    `json:"date"`
}

// Offer is what the buyer says is offered; empty when not named.
type Offer struct {
	Vendor string      `json:"vendor"`
	Items  []OfferItem `json:"items"`
}

// OfferItem is one product offered.
type OfferItem struct {
	Product string `json:"product"`
	Version string `json:"version"`
}

// DataSet is one set of buyer data in use.
type DataSet struct {
	Name   string `json:"name"`   // the buyer's own, unique
	Kind   string `json:"kind"`   // kev, advisories, …: what requirements ask for
	Format string `json:"format"` // kev, osv, csaf, …
	Digest string `json:"digest"`
	Dated  bool   `json:"dated"` // false: nobody says how old it is; Date and AgeDays are 0
	Date   Day    `json:"date"`
	// AgeDays is from Date to as_of; negative for data of after as_of.
	AgeDays    int      `json:"age_days"`
	Records    int      `json:"records"`
	Ecosystems []string `json:"ecosystems"`
}

// Annex is what the buyer published before bids were judged, held against what
// judges now.
type Annex struct {
	Given  bool   `json:"given"`
	Digest string `json:"digest"` // of the annex; "" where none is given
	// Rules have one row for each of policy, profile, day and tender.
	Rules []AnnexRule `json:"rules"`
}

// AnnexRule is one thing that an annex states, and what it is in this screening.
type AnnexRule struct {
	Rule      string `json:"rule" enum:"policy,profile,day,tender"`
	Published string `json:"published"`
	Applied   string `json:"applied"`
}

package report

// MaxInventory is how many rows each list of an inventory holds; beside it
// stands how many there are.
const MaxInventory = 20_000

// Inventory are rows of the evidence as it was understood, for tables. It is
// there where the buyer asked for it; the decision does not rest on it, and
// the versions for release never show it.
type Inventory struct {
	Components      []Component   `json:"components"` // of the SBOMs, in their order
	ComponentsTotal int           `json:"components_total"`
	Threats         []Threat      `json:"threats"` // of the threat models, in their order
	ThreatsTotal    int           `json:"threats_total"`
	Answers         []GivenAnswer `json:"answers"` // of the declarations, in their order
	AnswersTotal    int           `json:"answers_total"`
}

// Component is one component of an SBOM. What it does not state is "".
type Component struct {
	Place Place `json:"place"`
	// From says where in the SBOM it stands: components, metadata, nested,
	// tools, services, pedigree, formulation, …
	From     string   `json:"from"`
	Type     string   `json:"type"`
	Group    string   `json:"group"`
	Name     string   `json:"name"`
	Version  string   `json:"version"`
	PURL     string   `json:"purl"`
	CPE      string   `json:"cpe"`
	Scope    string   `json:"scope"` // required, optional, excluded
	Producer string   `json:"producer"`
	Supplier string   `json:"supplier"`
	Hashes   []string `json:"hashes"` // algorithms
	Licences []string `json:"licences"`
}

// Threat is one threat of a threat model. What it does not state is "".
type Threat struct {
	Place       Place    `json:"place"`
	ID          string   `json:"id"`
	Title       string   `json:"title"`
	Categories  []string `json:"categories"`
	Severity    string   `json:"severity"` // info, low, medium, high, critical
	Status      string   `json:"status"`   // open, mitigated, accepted, transferred, avoided, not_applicable
	Response    string   `json:"response"` // reduce, avoid, transfer, accept
	Mitigations int      `json:"mitigations"`
	Expires     string   `json:"expires"` // of an acceptance, as the model has it
	// Untouched is as a tool made it: nobody decided on it.
	Untouched bool `json:"untouched"`
}

// GivenAnswer is one answer of a declaration in full. What it does not state
// is "".
type GivenAnswer struct {
	Place         Place  `json:"place"`
	Clause        string `json:"clause"`
	Status        string `json:"status"` // met, partial, not_met, not_applicable, unknown
	Statement     string `json:"statement"`
	Justification string `json:"justification"`
	Evidence      int    `json:"evidence"` // supporting documents that it names
	Responsible   string `json:"responsible"`
	Date          string `json:"date"`
	Plan          string `json:"plan"`
	Due           string `json:"due"` // of the plan
}

// VulnerabilityAge counts the vulnerabilities that the buyer's data or the
// vendor's own documents tie to delivered components, by how long they have
// been public on the day decided for. One of two components counts twice.
type VulnerabilityAge struct {
	// Ages are the spans in order, youngest first; the last two are those of a
	// day after the one decided for and those without a date.
	Ages []AgeSpan `json:"ages"`
	// OldestID and OldestDays are of the oldest that VEX does not settle.
	OldestID   string `json:"oldest_id"`
	OldestDays int    `json:"oldest_days"`
}

// AgeSpan is one span of ages. Exploited and Settled are among Total, and a
// vulnerability may be both.
type AgeSpan struct {
	// Span is up_to_30, up_to_90, up_to_365, up_to_1095, over_1095 (days),
	// future or unknown.
	Span  string `json:"span" enum:"up_to_30,up_to_90,up_to_365,up_to_1095,over_1095,future,unknown"`
	Total int    `json:"total"`
	// Exploited are in a list of exploited vulnerabilities.
	Exploited int `json:"exploited"`
	// Settled are those that VEX in force says do not affect the product or are
	// fixed in it.
	Settled int `json:"settled"`
}

package evidence

// Declaration is the normal form of one manufacturer's declaration
// (reference form 2.3, completed so that every row of the requirements
// catalogue has a place to be answered). Every object keeps Location, the
// JSON Pointer into its source.
type Declaration struct {
	Document int    `json:"document"` // row in documents
	Format   string `json:"format"`

	ID           Text         `json:"id"`
	Date         Date         `json:"date"`
	Language     Text         `json:"language"`
	Manufacturer Manufacturer `json:"manufacturer"`
	Product      Product      `json:"product"`
	ProductMore  ProductMore  `json:"product_details"`
	SBOMRef      SBOMRef      `json:"sbom_ref"`

	Standards List[Standard]     `json:"standards"`
	People    List[DeclPerson]   `json:"people"`
	Evidence  List[EvidenceItem] `json:"evidence"`
	Answers   []Answer           `json:"answers"`
	// Clauses says for each known clause which answers speak for it.
	Clauses Clauses `json:"clauses"`

	Support    Support    `json:"support"`
	Updates    Updates    `json:"updates"`
	Disclosure Disclosure `json:"vulnerability_disclosure"`
	Matrix     List[Duty] `json:"responsibility_matrix"`
	KnownRisks List[Risk] `json:"known_risks"`
	Limits     Texts      `json:"limitations"`
	AI         AI         `json:"ai"`

	Customers    List[Customer] `json:"customers"`
	UseCases     List[UseCase]  `json:"use_cases"`
	ExcludedUses Texts          `json:"excluded_uses"`
	Needs        List[Need]     `json:"needs"`
	Regimes      Texts          `json:"regimes"`
	Frameworks   Texts          `json:"frameworks"`
	Headroom     Text           `json:"update_headroom"`
	ServiceLoss  List[Loss]     `json:"service_loss"`
	Comms        Comms          `json:"comms"`
	Retirement   Retirement     `json:"retirement"`
	Assumptions  Keyed9         `json:"assumptions"`
	Design       Keyed5         `json:"design"`
	Maintenance  Maintenance    `json:"maintenance"`
	SupportDesk  SupportDesk    `json:"support_contact"`
	Broadcasts   Broadcasts     `json:"broadcasts"`
	Passwords    Text           `json:"password_scheme"` // none, user_set, unique_random, unique_keyed, universal, incremental, derived
	Signatures   Text           `json:"signature_scheme"`
	LogEvents    Texts          `json:"log_events"`
	CMVP         List[CMVP]     `json:"cmvp"`
	Data         List[DataItem] `json:"data"`
	Networks     Networks       `json:"networks"`
	Section889   Section889     `json:"section_889"`
	Category     Text           `json:"product_category"`
	Origin       Origin         `json:"country_of_production"`
	FOCI         Text           `json:"foci"`
	CRA          CRAStatement   `json:"cra"`
	Affirmation  Affirmation    `json:"affirmation"`
	Assessor     Assessor       `json:"assessor"`
	Location     string         `json:"location"`
}

// Manufacturer is who makes the product.
type Manufacturer struct {
	Name           Text   `json:"name"`
	Address        Text   `json:"address"`
	URL            Text   `json:"url"`
	ContactName    Text   `json:"contact_name"`
	ContactEmail   Text   `json:"contact_email"`
	ContactPhone   Text   `json:"contact_phone"`
	Representative Text   `json:"representative"`
	Location       string `json:"location"`
}

// ProductMore holds what a declaration says of the product beside its identity.
type ProductMore struct {
	Type           Text       `json:"type"`
	Description    Text       `json:"description"`
	Models         Texts      `json:"models"`
	Batch          Text       `json:"batch"`
	Parts          List[Part] `json:"parts"`
	FirstMarket    Date       `json:"first_market_date"`
	Markets        Texts      `json:"markets"`
	SafetyRelevant Flag       `json:"safety_relevant"`
}

// Part is a declared part of the product.
type Part struct {
	ID       Text   `json:"id"`
	Kind     Text   `json:"kind"` // device, firmware, app, service, gateway
	Name     Text   `json:"name"`
	Version  Text   `json:"version"`
	Location string `json:"location"`
}

// Standard is a standard that the declaration answers.
type Standard struct {
	ID       Text   `json:"id"`
	Edition  Text   `json:"edition"`
	Location string `json:"location"`
}

// DeclPerson is a person named in a declaration.
type DeclPerson struct {
	ID           Text   `json:"id"`
	Name         Text   `json:"name"`
	Role         Text   `json:"role"`
	Organization Text   `json:"organization"`
	Email        Text   `json:"email"`
	Location     string `json:"location"`
}

// EvidenceItem is a supporting document that the declaration lists.
type EvidenceItem struct {
	ID             Text        `json:"id"`
	Kind           Text        `json:"kind"`
	Title          Text        `json:"title"`
	File           EvidenceRef `json:"file"`
	Created        Date        `json:"created"`
	Expires        Date        `json:"expires"`
	Author         Text        `json:"author"`
	Reviewer       Text        `json:"reviewer"`
	Classification Text        `json:"classification"`
	Location       string      `json:"location"`
}

// Answer is the vendor's answer to one clause, for the whole product or some parts.
type Answer struct {
	Requirement   Text          `json:"requirement"` // clause id: ir8259a-SU-2, or a family: ir8259a-SU
	Status        Text          `json:"status"`      // met, partial, not_met, not_applicable, unknown
	Statement     Text          `json:"statement"`
	Justification Text          `json:"justification"`
	Evidence      []AnswerProof `json:"evidence"`
	Parts         Texts         `json:"parts"` // part ids; absent is the whole product
	Responsible   Text          `json:"responsible"`
	Date          Date          `json:"date"`
	Confidence    Number        `json:"confidence"` // 0 to 1
	Plan          Text          `json:"plan"`       // remediation.text
	Due           Date          `json:"due"`        // remediation.due
	Location      string        `json:"location"`
}

// AnswerProof is one piece of evidence that an answer rests on.
type AnswerProof struct {
	Ref     Text `json:"ref"`
	Pointer Text `json:"pointer"`
	// Outcome: "same", "no_digest", "differs", "missing" and "url" as in
	// EvidenceRef; "dangling": no evidence item has the id; "pointer": the
	// file is the stated one and the pointer leads nowhere in it.
	Outcome  string `json:"outcome" enum:"same,no_digest,differs,missing,url,none,dangling,pointer"`
	Document int    `json:"document"` // row in documents; -1 when not found
	Location string `json:"location"`
}

// ClauseAnswer lists the answers that speak for one clause: its own, else
// those to its family.
type ClauseAnswer struct {
	Answers   []Row `json:"answers"`
	Inherited bool  `json:"inherited"` // from the family
}

// Affirmation is the maker's signature under the declaration.
type Affirmation struct {
	State       State           `json:"state"`
	Statement   Text            `json:"statement"`
	Place       Text            `json:"place"`
	Date        Date            `json:"date"`
	Signatories List[Signatory] `json:"signatories"`
	Location    string          `json:"location"`
}

// Signatory is who signed, and with what.
type Signatory struct {
	Person        Text        `json:"person"`
	Known         bool        `json:"known"` // the person is in people
	SignatureType Text        `json:"signature_type"`
	Signature     EvidenceRef `json:"signature"`
	Location      string      `json:"location"`
}

// Assessor is who made the assessment.
type Assessor struct {
	State         State  `json:"state"`
	Type          Text   `json:"type"` // self, second_party, third_party
	Organization  Text   `json:"organization"`
	Accreditation Text   `json:"accreditation"`
	Location      string `json:"location"`
}

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

// Support is the support period (CRA Annex II(7), PSTI Sch. 1(3)).
type Support struct {
	State         State   `json:"state"`
	Start         Date    `json:"start"`
	Period        Period  `json:"period"`
	End           Date    `json:"end"`
	Basis         Text    `json:"basis"`
	NoticeDays    Integer `json:"notice_days"`
	ReasonIfShort Text    `json:"reason_if_short"`
	URL           Text    `json:"url"`
	EOLPlan       EOLPlan `json:"eol_plan"`
	// Computed is start plus period by the calendar; EndDiffers is the days
	// from it to End. Each only where what it is made of is stated.
	Computed   Date    `json:"computed_end"`
	EndDiffers Integer `json:"end_differs_days"`
	// PeriodMonths is whole months from Start to End, else those of Period when
	// no end is given; used against a minimum period.
	PeriodMonths Integer `json:"period_months"`
	Location     string  `json:"location"`
}

// EOLPlan says how the product's life ends.
type EOLPlan struct {
	State          State `json:"state"`
	Notice         Text  `json:"notice"`
	LastUpdate     Text  `json:"last_update"`
	DataRemoval    Text  `json:"data_removal"`
	BehaviourAfter Text  `json:"behaviour_after"`
}

// Updates says how the product is updated.
type Updates struct {
	State        State   `json:"state"`
	Mechanism    Text    `json:"mechanism"` // automatic, assisted, manual, none
	OptOut       Flag    `json:"opt_out"`
	Verification Text    `json:"verification"`
	Notification Text    `json:"notification"`
	Rollback     Text    `json:"rollback"`
	SLADays      SLADays `json:"sla_days"`
	Available    Period  `json:"available"` // how long each update stays available
	Location     string  `json:"location"`
}

// SLADays is the time to an update in days by severity.
type SLADays struct {
	Critical Integer `json:"critical"`
	High     Integer `json:"high"`
	Medium   Integer `json:"medium"`
	Low      Integer `json:"low"`
}

// Disclosure is how vulnerabilities are reported and published.
type Disclosure struct {
	State                 State   `json:"state"`
	Policy                Text    `json:"policy"`
	Contact               Contact `json:"contact"`
	SecurityTxt           Text    `json:"security_txt"`
	Advisories            Text    `json:"advisories"`
	MachineReadable       Texts   `json:"machine_readable"`
	AcknowledgementDays   Integer `json:"acknowledgement_days"`
	StatusUpdateDays      Integer `json:"status_update_days"`
	MonitoringDays        Integer `json:"monitoring_days"` // most days between two looks for new vulnerabilities in components
	GoodFaithTesting      Flag    `json:"good_faith_testing"`
	SupplierDisclosure    Flag    `json:"supplier_disclosure"`
	CVENumberingAuthority Text    `json:"cve_numbering_authority"`
	Location              string  `json:"location"`
}

// Duty is one row of the responsibility matrix.
type Duty struct {
	Topic        Text        `json:"topic"`
	Manufacturer Text        `json:"manufacturer"`
	Deployer     Text        `json:"deployer"`
	User         Text        `json:"user"`
	ToldIn       AnswerProof `json:"told_in"`
	Location     string      `json:"location"`
}

// Risk is a known risk that remains.
type Risk struct {
	ID         Text   `json:"id"`
	Statement  Text   `json:"statement"`
	Severity   Text   `json:"severity"`
	Response   Text   `json:"response"`
	AcceptedBy Text   `json:"accepted_by"`
	Review     Date   `json:"review"`
	Threat     Text   `json:"threat"`
	Parts      Texts  `json:"parts"`
	Location   string `json:"location"`
}

// AI says whether and how the product uses AI.
type AI struct {
	State    State           `json:"state"`
	Used     Flag            `json:"used"`
	Features List[AIFeature] `json:"features"`
	Location string          `json:"location"`
}

// AIFeature is one AI-assisted feature.
type AIFeature struct {
	ID             Text   `json:"id"`
	Purpose        Text   `json:"purpose"`
	DecisionScope  Text   `json:"decision_scope"`
	Autonomy       Text   `json:"autonomy"` // none, advisory, bounded, full
	Fallback       Text   `json:"fallback"`
	Oversight      Text   `json:"oversight"`
	Monitoring     Text   `json:"monitoring"`
	TrainingLimits Text   `json:"training_data_limits"`
	Explanation    Text   `json:"explanation"`
	ModelName      Text   `json:"model_name"`
	ModelVersion   Text   `json:"model_version"`
	ModelRef       Text   `json:"model_bom_ref"`
	Location       string `json:"location"`
}

// Customer is an expected customer or user.
type Customer struct {
	Name     Text   `json:"name"`
	Sector   Text   `json:"sector"`
	Location string `json:"location"`
}

// UseCase is an expected use.
type UseCase struct {
	ID            Text   `json:"id"`
	Purpose       Text   `json:"purpose"`
	Environment   Text   `json:"environment"`
	Network       Text   `json:"network"`
	Place         Text   `json:"place"`
	LifetimeYears Number `json:"lifetime_years"`
	Location      string `json:"location"`
}

// Need is a security need of customers and who meets it.
type Need struct {
	ID          Text   `json:"id"`
	Statement   Text   `json:"statement"`
	UseCases    Texts  `json:"use_cases"`
	AllocatedTo Texts  `json:"allocated_to"` // product, service, supplier, integrator, customer
	Location    string `json:"location"`
}

// Loss is what happens when a remote service is lost.
type Loss struct {
	Service  Text   `json:"service"`
	Effect   Text   `json:"effect"`
	Fallback Text   `json:"fallback"`
	Location string `json:"location"`
}

// Comms says how security messages reach customers.
type Comms struct {
	State        State  `json:"state"`
	Channels     Texts  `json:"channels"`
	Audience     Text   `json:"audience"`
	Language     Text   `json:"language"`
	Authenticity Text   `json:"authenticity"`
	Location     string `json:"location"`
}

// Retirement says how a product is passed on or taken out of use.
type Retirement struct {
	State    State  `json:"state"`
	Transfer Text   `json:"transfer"`
	Erase    Text   `json:"erase"`
	Disposal Text   `json:"disposal"`
	Location string `json:"location"`
}

// Keyed9 holds the nine development assumptions of IR 8259B Documentation 1.
type Keyed9 struct {
	State         State  `json:"state"`
	Customers     Text   `json:"customers"`
	UseCases      Text   `json:"use_cases"`
	PhysicalUse   Text   `json:"physical_use"`
	NetworkNeeds  Text   `json:"network_needs"`
	DataHandled   Text   `json:"data_handled"`
	InputsOutputs Text   `json:"inputs_outputs"`
	Security      Text   `json:"assumed_security"`
	Laws          Text   `json:"laws"`
	Lifespan      Text   `json:"lifespan_and_support"`
	Location      string `json:"location"`
}

// Keyed5 holds the design and support considerations of IR 8259B Documentation 3.
type Keyed5 struct {
	State          State  `json:"state"`
	Platform       Text   `json:"platform"`
	Protection     Text   `json:"protection"`
	KnownMisuse    Text   `json:"known_misuse"`
	SupplyChain    Text   `json:"supply_chain"`
	Certifications Text   `json:"certifications"`
	Location       string `json:"location"`
}

// Maintenance is the maintenance that the product needs.
type Maintenance struct {
	State         State  `json:"state"`
	CustomerTasks Text   `json:"customer_tasks"`
	RemoteAccess  Text   `json:"remote_access"`
	Security      Text   `json:"security"`
	Location      string `json:"location"`
}

// SupportDesk answers security questions of customers and third parties.
type SupportDesk struct {
	State        State   `json:"state"`
	Contact      Text    `json:"contact"`
	ResponseDays Integer `json:"response_days"`
	Location     string  `json:"location"`
}

// Broadcasts are the five messages of IR 8425 Information Dissemination 1 (a) to (e).
type Broadcasts struct {
	State           State  `json:"state"`
	SupportTerms    Flag   `json:"support_terms"`
	EndOfSupport    Flag   `json:"end_of_support"`
	Maintenance     Flag   `json:"maintenance"`
	Vulnerabilities Flag   `json:"vulnerabilities"`
	Breaches        Flag   `json:"breaches"`
	Location        string `json:"location"`
}

// CMVP names a validated cryptographic module.
type CMVP struct {
	Certificate Text   `json:"certificate"`
	Module      Text   `json:"module"`
	Version     Text   `json:"version"`
	Location    string `json:"location"`
}

// DataItem is a kind of data that the product handles.
type DataItem struct {
	Item        Text   `json:"item"`
	Purpose     Text   `json:"purpose"`
	Sensitivity Text   `json:"sensitivity"`
	Location    string `json:"location"`
}

// Networks are the vendor's hosted networks.
type Networks struct {
	State    State  `json:"state"`
	ASNs     Texts  `json:"asns"`
	Prefixes Texts  `json:"prefixes"`
	Zones    Texts  `json:"zones"`
	TLS      Texts  `json:"tls_versions"` // ssl3, tls1.0, tls1.1, tls1.2, tls1.3; of the product and the networks
	Location string `json:"location"`
}

// Section889 holds the representations of FAR 52.204-24 (NDAA FY19 section 889).
type Section889 struct {
	State    State  `json:"state"`
	PartA    Flag   `json:"part_a"` // covered equipment is offered
	PartB    Flag   `json:"part_b"` // covered equipment is used by the offeror
	Location string `json:"location"`
}

// Origin says where the product was made.
type Origin struct {
	State       State  `json:"state"`
	Design      Texts  `json:"design"`
	Development Texts  `json:"development"`
	Assembly    Texts  `json:"assembly"`
	Location    string `json:"location"`
}

// CRAStatement is what the EU Cyber Resilience Act asks a maker to state.
type CRAStatement struct {
	State         State  `json:"state"`
	Class         Text   `json:"class"` // default, important_1, important_2, critical
	Route         Text   `json:"route"` // module_a, module_b_c, module_h, certification
	UserInfo      Texts  `json:"user_info"`
	TechnicalFile Texts  `json:"technical_file"`
	Location      string `json:"location"`
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

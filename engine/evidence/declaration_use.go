package evidence

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

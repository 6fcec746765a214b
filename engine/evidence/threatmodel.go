package evidence

// ThreatModel is the normal form of one threat-model summary. Every object
// keeps Location, the JSON Pointer into its source, and raw source values
// beside normalised ones. Names follow OWASP TM-BOM 1.0.2; what that lacks
// follows the CycloneDX 2.0 draft.
type ThreatModel struct {
	Document      int    `json:"document"` // row in documents
	Format        string `json:"format"`
	FormatVersion string `json:"format_version"`
	// Unsupported names the fields of this form that the format cannot say.
	Unsupported []string `json:"unsupported"`
	// Supplements names the model in the bundle that this one, a summary, fills
	// in; SupplementedBy is the other side of it. A model takes from its
	// supplement only fields that its format cannot say.
	Supplements    Supplement `json:"supplements"`
	SupplementedBy Supplement `json:"supplemented_by"`
	// Warnings are what the reader noticed and did not decide.
	Warnings []Warning `json:"warnings"`
	// Demo says that the statements are those of a demonstration model that
	// comes with a tool; DemoOf names it.
	Demo   bool   `json:"demo"`
	DemoOf string `json:"demo_of"`

	Product    Product `json:"product"`
	SBOMRef    SBOMRef `json:"sbom_ref"`
	Title      Text    `json:"title"`
	Version    Text    `json:"version"`
	Date       Date    `json:"date"`
	ReviewedAt Date    `json:"reviewed_at"`
	NextReview Date    `json:"next_review"`

	Authors     List[Person] `json:"authors"`
	Reviewers   List[Person] `json:"reviewers"`
	Owner       Person       `json:"owner"`
	Approver    Person       `json:"approver"`
	Method      Texts        `json:"method"`
	MethodBasis string       `json:"method_basis" enum:"stated,derived,none"`
	Scale       Scale        `json:"scale"`
	Scope       Scope        `json:"scope"`

	Exposure      Text  `json:"exposure"`
	Criticality   Text  `json:"criticality"`
	ImpactDomains Texts `json:"impact_domains"`

	Assets          List[Asset]       `json:"assets"`
	Actors          List[Named]       `json:"actors"`
	Adversaries     List[Adversary]   `json:"adversaries"`
	Dependencies    List[Named]       `json:"dependencies"` // outside the product: services, platforms
	Components      List[ModelPart]   `json:"components"`
	TrustZones      List[Named]       `json:"trust_zones"`
	TrustBoundaries List[Boundary]    `json:"trust_boundaries"`
	DataFlows       List[DataFlow]    `json:"data_flows"`
	Interfaces      List[Interface]   `json:"interfaces"`
	Assumptions     List[Assumption]  `json:"assumptions"`
	Threats         List[Threat]      `json:"threats"`
	Mitigations     List[Mitigation]  `json:"mitigations"`
	Risks           List[ModelRisk]   `json:"risks"` // only where the format groups threats
	AbuseCases      List[AbuseCase]   `json:"abuse_cases"`
	FailureModes    List[FailureMode] `json:"failure_modes"`
	Validation      List[Validation]  `json:"validation"`

	Counts   ThreatCounts `json:"counts"`
	Location string       `json:"location"`
}

// SBOMRef names the SBOM that a document belongs to.
type SBOMRef struct {
	State        State `json:"state"`
	Path         Text  `json:"path"`
	Digest       Text  `json:"digest"` // "sha256:…"
	SerialNumber Text  `json:"serial_number"`
	Version      Text  `json:"version"`
	// Document is the row in documents that Path (else Digest, else
	// SerialNumber) names; -1 when none does.
	Document int `json:"document"`
}

// Person is a person or role with a name.
type Person struct {
	State    State  `json:"state"`
	Name     Text   `json:"name"`
	Role     Text   `json:"role"`
	Email    Text   `json:"email"`
	Location string `json:"location"`
}

// Scale is the rating scale that the model declares.
type Scale struct {
	State      State          `json:"state"`
	Name       Text           `json:"name"`
	Likelihood Texts          `json:"likelihood"`
	Impact     Texts          `json:"impact"`
	Matrix     List[RatedRow] `json:"matrix"`
}

// RatedRow is one row of the model's own matrix: the severity that a
// likelihood has with each impact of the scale, in the order of the scale.
type RatedRow struct {
	Likelihood Text   `json:"likelihood"`
	Severity   Texts  `json:"severity"`
	Location   string `json:"location"`
}

// Scope says what was modelled and what was left out.
type Scope struct {
	State       State          `json:"state"`
	Description Text           `json:"description"`
	In          Texts          `json:"in"`
	Out         List[Excluded] `json:"out"`
}

// Excluded is one item left out of scope.
type Excluded struct {
	Item     Text   `json:"item"`
	Reason   Text   `json:"reason"`
	Location string `json:"location"`
}

// Named is an element with an id and a name.
type Named struct {
	ID       Text   `json:"id"`
	Name     Text   `json:"name"`
	Location string `json:"location"`
}

// Asset is something worth protecting.
type Asset struct {
	ID          Text   `json:"id"`
	Name        Text   `json:"name"`
	Kind        Text   `json:"kind"`
	Sensitivity Texts  `json:"sensitivity"`
	Location    string `json:"location"`
}

// Adversary is a threat actor with its assumed capability.
type Adversary struct {
	ID       Text   `json:"id"`
	Name     Text   `json:"name"`
	Skill    Text   `json:"skill"`
	Access   Text   `json:"access"`
	Location string `json:"location"`
}

// ModelPart is an element of the model.
type ModelPart struct {
	ID       Text   `json:"id"`
	Name     Text   `json:"name"`
	Kind     Text   `json:"kind"` // process, external, data_store, device, service
	Zone     Text   `json:"zone"`
	InScope  Flag   `json:"in_scope"`
	Reason   Text   `json:"reason"`
	BOMRef   Text   `json:"bom_ref"`
	Location string `json:"location"`
}

// Boundary is a trust boundary.
type Boundary struct {
	ID       Text   `json:"id"`
	Name     Text   `json:"name"`
	Zones    Texts  `json:"zones"`
	Location string `json:"location"`
}

// DataFlow is a flow of data between two elements.
type DataFlow struct {
	ID            Text `json:"id"`
	Name          Text `json:"name"`
	Source        Text `json:"source"`
	Destination   Text `json:"destination"`
	Bidirectional Flag `json:"bidirectional"`
	Protocol      Text `json:"protocol"`
	Encrypted     Flag `json:"encrypted"`
	Authenticated Flag `json:"authenticated"`
	Sensitive     Flag `json:"sensitive"`
	// Crosses are the ids of the trust boundaries that the flow crosses; where
	// it is derived and these have none, the zones that it leads out of and into.
	Crosses      Texts  `json:"crosses"`
	CrossesBasis string `json:"crosses_basis" enum:"stated,derived,none"`
	Location     string `json:"location"`
}

// Interface is an entry point.
type Interface struct {
	ID        Text   `json:"id"`
	Name      Text   `json:"name"`
	Component Text   `json:"component"`
	Kind      Text   `json:"kind"`
	Necessary Flag   `json:"necessary"`
	Disabled  Flag   `json:"disabled"`
	Basis     string `json:"basis" enum:"stated,derived,none"`
	Location  string `json:"location"`
}

// Assumption is what the model takes for granted.
type Assumption struct {
	ID       Text   `json:"id"`
	Text     Text   `json:"text"`
	Status   Text   `json:"status"` // unconfirmed, confirmed, rejected
	Owner    Text   `json:"owner"`
	Threats  Texts  `json:"threats"`
	Location string `json:"location"`
}

// Threat is one threat with what was decided about it.
type Threat struct {
	Key        string         `json:"key"` // unique in the model: the id, else the location
	ID         Text           `json:"id"`
	Title      Text           `json:"title"`
	Statement  Text           `json:"statement"`
	Categories List[Category] `json:"categories"`
	Components Texts          `json:"components"`
	DataFlows  Texts          `json:"data_flows"`
	BOMRefs    List[BOMLink]  `json:"bom_refs"`
	Weaknesses Texts          `json:"weaknesses"`      // CWE-n
	Patterns   Texts          `json:"attack_patterns"` // CAPEC-n
	Techniques Texts          `json:"techniques"`      // ATT&CK
	Adversary  Text           `json:"adversary"`
	Tags       Texts          `json:"tags"`

	Likelihood Text `json:"likelihood"`
	Impact     Text `json:"impact"`
	// Severity is info, low, medium, high or critical. SeverityBasis is
	// derived where it follows from likelihood and impact by the TM-BOM matrix.
	Severity      Text   `json:"severity"`
	SeverityRaw   string `json:"severity_raw"`
	SeverityBasis string `json:"severity_basis" enum:"stated,derived,none"`
	// RiskScore is the stated score, or likelihood times impact.
	RiskScore Number `json:"risk_score"`
	RiskLevel Text   `json:"risk_level"` // very_low, low, medium, high, very_high, critical
	Residual  Text   `json:"residual"`   // info, low, medium, high, critical

	// Status is open, mitigated, accepted, transferred, avoided or not_applicable.
	Status      Text   `json:"status"`
	StatusRaw   string `json:"status_raw"`
	StatusBasis string `json:"status_basis" enum:"stated,derived,default"`
	// Response is reduce, avoid, transfer or accept. ResponseBasis is derived
	// where it follows from a stated status.
	Response      Text   `json:"response"`
	ResponseBasis string `json:"response_basis" enum:"stated,derived,none"`

	Justification Text `json:"justification"`
	Approver      Text `json:"approver"`
	Receiver      Text `json:"receiver"`
	Expires       Date `json:"expires"`
	Ticket        Text `json:"ticket"`
	// Untouched says that the tool made the threat and that nobody decided on
	// it since.
	Untouched bool `json:"untouched"`
	// Mitigations are the rows in mitigations that the threat names; a name
	// that no mitigation has is in MissingMitigations.
	Mitigations        []Row    `json:"mitigations"`
	MissingMitigations []string `json:"missing_mitigations"`
	Location           string   `json:"location"`
}

// Category is a class of threat in a taxonomy such as STRIDE.
type Category struct {
	Taxonomy Text `json:"taxonomy"`
	Name     Text `json:"name"`
}

// BOMLink is a reference to a component of an SBOM in the bundle, by bom-ref or purl.
type BOMLink struct {
	Ref  string `json:"ref"`
	SBOM int    `json:"sbom"` // row in sboms; -1 when nothing in the bundle has the reference
	Row  int    `json:"row"`  // row in that SBOM's components; -1 for the subject or when dangling
}

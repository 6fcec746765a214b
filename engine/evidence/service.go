package evidence

// Service is one service of an SBOM, from whatever place of the document.
type Service struct {
	From          string        `json:"from" enum:"services,nested,tools,targets"`
	Parent        int           `json:"parent"` // row of the service that it is nested in; -1 at the top
	BOMRef        string        `json:"bom_ref"`
	Provider      string        `json:"provider"`
	Group         string        `json:"group"`
	Name          string        `json:"name"`
	Version       string        `json:"version"`
	Endpoints     []string      `json:"endpoints"`
	Authenticated Flag          `json:"authenticated"`
	CrossesTrust  Flag          `json:"crosses_trust_boundary"` // x-trust-boundary
	TrustZone     string        `json:"trust_zone"`
	Data          []ServiceData `json:"data"`
	Licences      []string      `json:"licences"`
	States        ServiceStates `json:"states"`
	Location      string        `json:"location"`
}

// ServiceStates holds the states of the fields of a Service.
type ServiceStates struct {
	Name     State `json:"name"`
	Version  State `json:"version"`
	Provider State `json:"provider"`
	Data     State `json:"data"`
}

// ServiceData is one kind of data that a service handles.
type ServiceData struct {
	Flow           string `json:"flow"` // inbound, outbound, bi-directional, unknown; "" when not stated
	Classification string `json:"classification"`
	Name           string `json:"name"`
}

// CryptoAsset is what an SBOM says of one cryptographic asset.
type CryptoAsset struct {
	Row       int    `json:"row"`        // row in components; -1 for the subject
	AssetType string `json:"asset_type"` // algorithm, certificate, protocol, related-crypto-material
	OID       string `json:"oid"`
	Primitive string `json:"primitive"`
	Family    string `json:"family"` // algorithmFamily (1.7)
	Parameter string `json:"parameter_set"`
	Curve     string `json:"curve"`
	Mode      string `json:"mode"`
	Padding   string `json:"padding"`
	// Functions are what the algorithm is used for; Environment and Platform
	// are what its implementation runs in and on.
	Functions   []string `json:"functions"`
	Environment string   `json:"execution_environment"`
	Platform    string   `json:"implementation_platform"`
	// Strength is in bits; Quantum is NIST's post-quantum category, 0 to 6.
	Strength     Integer  `json:"classical_security_level"`
	Quantum      Integer  `json:"nist_quantum_security_level"`
	Protocol     string   `json:"protocol"`
	Version      string   `json:"version"`
	CipherSuites []string `json:"cipher_suites"` // names, else the numbers
	Uses         []string `json:"uses"`          // bom-refs of what a protocol uses
	// NotBefore and NotAfter are the validity of a certificate, or the
	// activation and expiry of key material.
	NotBefore      Date     `json:"not_before"`
	NotAfter       Date     `json:"not_after"`
	MaterialType   string   `json:"material_type"`
	MaterialState  string   `json:"material_state"` // of the material, or of the certificate (1.7; several with a comma)
	Certifications []string `json:"certifications"` // certificationLevel
	// Subject and Issuer are the names on a certificate; Serial is its number.
	Subject string `json:"subject"`
	Issuer  string `json:"issuer"`
	Serial  string `json:"serial_number"`
	// Fingerprint is that of the certificate or material, as "algorithm:hex".
	Fingerprint string  `json:"fingerprint"`
	Format      string  `json:"format"`     // of the certificate or material
	ID          string  `json:"id"`         // of the material
	Size        Integer `json:"size"`       // of the material, in bits
	Algorithm   string  `json:"algorithm"`  // bom-ref of what signed a certificate, or of what the material is for
	PublicKey   string  `json:"public_key"` // bom-ref of the key in a certificate
	SecuredBy   string  `json:"secured_by"` // how the material is protected
	// Exposed says that the document holds the value of the material, which is
	// not kept: a secret key in an SBOM is none.
	Exposed  bool   `json:"exposed"`
	Created  Date   `json:"created"`
	Revoked  Date   `json:"revoked"`
	Location string `json:"location"`
}

// ModelCard is what an SBOM says of one machine-learning model.
type ModelCard struct {
	Row          int    `json:"row"` // row in components; -1 for the subject
	Task         Text   `json:"task"`
	Architecture Text   `json:"architecture"`
	Datasets     Texts  `json:"datasets"` // names or references
	Metrics      int    `json:"metrics"`
	Users        Texts  `json:"users"`
	UseCases     Texts  `json:"use_cases"`
	Limitations  Texts  `json:"limitations"`
	Tradeoffs    Texts  `json:"tradeoffs"`
	Ethical      Texts  `json:"ethical_considerations"`
	Fairness     Texts  `json:"fairness_assessments"`
	Location     string `json:"location"`
}

// Property is one name and value that a tool or vendor added to an SBOM.
type Property struct {
	Of  string `json:"of" enum:"document,metadata,subject,component,service,crypto,model_card"`
	Row int    `json:"row"` // row in the table that Of names: components, services, crypto, model_cards; else -1
	// In is what part of that the list stands in, as in externalReferences/0;
	// "" for its own list.
	In    string `json:"in"`
	Name  string `json:"name"`
	Value string `json:"value"` // as it stands, also where it only fills the place
}

// Generator is the tool that is taken to have made an SBOM, for advice that
// fits it. Known is the name by which bidgate knows it.
type Generator struct {
	Known   string `json:"known"` // syft, cdxgen, trivy, cyclonedx-gomod, …; "" for one that bidgate does not know
	Name    string `json:"name"`
	Version string `json:"version"`
}

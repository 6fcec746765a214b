package evidence

// Lifecycle is one record of when a product or component reaches which stage:
// from CLE (ECMA-428), OpenEoX or the lifecycle properties of CycloneDX.
type Lifecycle struct {
	Document      int    `json:"document"` // row in documents
	Format        string `json:"format"`
	FormatVersion string `json:"format_version"`
	// Unsupported names the fields of this form that the format cannot say.
	Unsupported []string `json:"unsupported"`

	Supplier Text    `json:"supplier"`
	Product  Product `json:"product"`
	// SBOM and Row are the component that the record is about; -1 as in VEXProduct.
	SBOM int `json:"sbom"`
	Row  int `json:"row"`

	Updated             Date `json:"updated"`
	GeneralAvailability Date `json:"general_availability"`
	EndOfSales          Date `json:"end_of_sales"`
	EndOfSupport        Date `json:"end_of_support"`
	EndOfSecurity       Date `json:"end_of_security_support"`
	EndOfLife           Date `json:"end_of_life"`

	// Events are the stages in the order of the document, withdrawn ones with it.
	Events   List[LifecycleEvent] `json:"events"`
	Location string               `json:"location"`

	about bool // a component or the subject of the same document's SBOM
}

// LifecycleEvent is one event of a CLE record.
type LifecycleEvent struct {
	ID        Text   `json:"id"`
	Type      Text   `json:"type"` // released, endOfSupport, supersededBy, withdrawn, …
	Effective Date   `json:"effective"`
	Published Date   `json:"published"`
	Versions  Texts  `json:"versions"`
	Support   Text   `json:"support"` // the support level that ends or begins
	Withdrawn bool   `json:"withdrawn"`
	Location  string `json:"location"`
}

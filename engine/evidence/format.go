package evidence

// syntax is what a document is written in.
type syntax string

const (
	jsonSyntax   syntax = "json"
	yamlSyntax   syntax = "yaml"
	xmlSyntax    syntax = "xml"
	pdfSyntax    syntax = "pdf"
	officeSyntax syntax = "office"
	// tagValueSyntax is the tag-value form of SPDX 2.
	tagValueSyntax syntax = "tag-value"
	otherSyntax    syntax = "other"
)

// head is what recognition looks at: the syntax, and the top-level keys with
// the text of those that are scalars. Nothing deeper decides what a document is.
type head struct {
	syntax syntax
	keys   []string
	scalar map[string]string
	first  []string // keys of the first value of a JSON document, where that is an object
	path   string   // only for a name that claims a kind (…cdx.json)
	claim  Kind     // the manifest's word for it, or ""
}

func (h head) has(key string) bool {
	for _, k := range h.keys {
		if k == key {
			return true
		}
	}
	return false
}

// reading is what one document gave.
type reading struct {
	kinds         []Kind
	formatVersion string
	readable      bool
	problems      []Problem

	sbom         *SBOM
	components   []Component
	dependencies *dependencyList
	services     []Service
	crypto       []CryptoAsset
	modelCards   []ModelCard
	properties   *propertyList
	changes      []Change
	proofs       []ComponentEvidence
	compositions []Composition
	extras       []Extra
	links        []DocumentLink

	threatModels []ThreatModel // a file of some formats holds several
	declaration  *Declaration
	attestation  *Attestation
	catalogues   []Catalogue
	vex          *VEX
	statements   []VEXStatement
	lifecycle    []Lifecycle
	attachment   *Attachment
	// entries counts the entries of lists in parts that a reader took as a tree
	// beside; they count against what all documents share.
	entries int
	yaml    int // bytes of such parts in YAML
	taken   rowCounts
}

// threatModel is the only or first threat model that was read; nil for none.
func (r reading) threatModel() *ThreatModel {
	if len(r.threatModels) == 0 {
		return nil
	}
	return &r.threatModels[0]
}

// format is one form of evidence. Adding one is a file with its reader and a
// row in formats.
type format struct {
	name       string
	recognises func(head) bool
	// read is nil for a form that bidgate knows by name and does not read: the
	// document is then a candidate for the kinds in may.
	read func(*source, Limits) reading
	may  []Kind
	// named says that the usual name of a file in this form tells the form, and
	// not the kind.
	named bool
	tree  bool // read as a tree of nodes, within the bounds that all such documents share
	// rows says that its lists have bounds of their own, as those of SBOMs have.
	rows bool
	// large lets through what only SBOMs need: its size has a bound of its own,
	// and its values count against what all documents share alone.
	large bool
	// anchors lets YAML anchors, aliases and merge keys through the gate; list
	// lets through a document that is a list.
	anchors, list bool
	// together says that a document is read once all others are known, because
	// it may be one of several that make one threat model.
	together bool
	// keyed says that the form keeps the rows of a list as members of an object.
	keyed bool
}

// formats is the closed table of forms, tried in order.
var formats = []format{
	{name: "cyclonedx-json", recognises: looksLikeCycloneDX, read: readCycloneDXJSON},
	{name: "cyclonedx-xml", recognises: looksLikeCycloneDXXML, read: readCycloneDXXML},
	{name: "spdx-json", recognises: looksLikeSPDX, read: readSPDX2, tree: true, rows: true, large: true},
	{name: "spdx3-json", recognises: looksLikeSPDX3, read: readSPDX3, tree: true, rows: true, large: true},
	{name: "spdx-tag-value", recognises: looksLikeTagValue, read: readSPDX2, tree: true, rows: true, large: true},
	{name: "summary", recognises: isForm("threat_model"), read: readSummary, tree: true},
	{name: "declaration", recognises: isForm("declaration"), read: readDeclaration, tree: true},
	{name: "oscal-component", recognises: looksLikeOSCAL, read: readOSCAL, tree: true},
	{name: "tm-bom", recognises: looksLikeTMBOM, read: readTMBOM, tree: true},
	{name: "threat-dragon", recognises: looksLikeThreatDragon, read: readThreatDragon, tree: true},
	{name: "threat-composer", recognises: looksLikeThreatComposer, read: readThreatComposer, tree: true},
	{name: "otm", recognises: looksLikeOTM, read: readOTM, tree: true},
	{name: "openvex", recognises: looksLikeOpenVEX, read: readOpenVEX, tree: true, rows: true},
	{name: "csaf", recognises: looksLikeCSAF, read: readCSAF, tree: true, rows: true},
	{name: "threagile", recognises: looksLikeThreagile, read: readThreagile, tree: true, keyed: true, anchors: true, together: true},
	{name: "threagile-risks", recognises: looksLikeThreagileRisks, read: readThreagileRisks, tree: true, list: true, together: true},
	{name: "threagile-stats", recognises: looksLikeThreagileStats, read: readThreagileStats},
	{name: "tmt", recognises: looksLikeTM7, read: readTM7, tree: true},
	{name: "pytm", recognises: looksLikePytm, read: readPytm, tree: true},
	{name: "hcltm", recognises: looksLikeHCLTM, read: readHCLTM, tree: true, keyed: true},
	{name: "openeox", recognises: looksLikeOpenEoX, read: readOpenEoX, tree: true},
	{name: "cle", recognises: looksLikeCLE, read: readCLE, tree: true},
	{name: "in-toto", recognises: looksLikeInToto, read: readAttachment("in_toto", readStatement), tree: true},
	{name: "dsse", recognises: looksLikeDSSE, read: readAttachment("dsse", readEnvelope), tree: true},
	{name: "sarif", recognises: looksLikeSARIF, read: readAttachment("sarif", readSARIF), tree: true, rows: true},
	{name: "mud", recognises: looksLikeMUD, read: readAttachment("mud", readMUD), tree: true},
	{name: "oscal-results", recognises: looksLikeOSCALResults, read: readAttachment("oscal", readOSCALResults), tree: true, rows: true},
	{name: "junit", recognises: looksLikeJUnit, read: readJUnit},
}

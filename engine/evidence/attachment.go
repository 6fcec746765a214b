package evidence

// Attachment is a document whose content bidgate takes the identity and the
// counts of, and does not judge: an envelope, a test report, a statement of
// device behaviour, a document for people.
type Attachment struct {
	Document int `json:"document"` // row in documents
	// Form is the kind of attachment that was recognised.
	Form  string `json:"form" enum:"other,in_toto,dsse,sarif,junit,mud,oscal,signature,certificate,security_txt,pdf,office"`
	Title Text   `json:"title"`
	Tool  Tool   `json:"tool"`
	Date  Date   `json:"date"`
	// Product is what the attachment says that it is about.
	Product Product `json:"product"`

	// Tests counts a test report; Results a report of a scanner.
	Tests   TestCounts   `json:"tests"`
	Results ResultCounts `json:"results"`
	// Traffic is what a description of device behaviour (MUD, RFC 8520) says.
	Traffic Traffic `json:"traffic"`
	// Security is what a security.txt says, and Build what a statement says of
	// how something was built.
	Security SecurityTxt `json:"security_txt"`
	Build    Provenance  `json:"build"`

	// PayloadType, PredicateType, Signers and Subjects are those of an envelope
	// or statement.
	PayloadType   Text            `json:"payload_type"`
	PredicateType Text            `json:"predicate_type"`
	Signers       List[Signer]    `json:"signers"`
	Subjects      List[SubjectOf] `json:"subjects"`
	Location      string          `json:"location"`
}

// TestCounts counts the tests of a report, as it lists them.
type TestCounts struct {
	State   State `json:"state"`
	Total   int   `json:"total"`
	Passed  int   `json:"passed"`
	Failed  int   `json:"failed"`
	Errors  int   `json:"errors"`
	Skipped int   `json:"skipped"`
}

// ResultCounts counts the results of a scanner by level, as SARIF names them.
type ResultCounts struct {
	State      State `json:"state"`
	Total      int   `json:"total"`
	Errors     int   `json:"errors"`
	Warnings   int   `json:"warnings"`
	Notes      int   `json:"notes"`
	Suppressed int   `json:"suppressed"`
}

// Traffic is the traffic that a device needs, as its maker describes it.
type Traffic struct {
	State State `json:"state"`
	// Supported says whether the maker still supports the device.
	Supported Flag       `json:"supported"`
	Rules     int        `json:"rules"` // entries of the access lists
	Hosts     List[Host] `json:"hosts"` // names that the rules let the device talk with, each once
	Ports     List[Port] `json:"ports"` // to which rules let something through, each once
}

// Port is a port to which a rule lets traffic through. Rules that name a range
// of ports, or none, are left out.
type Port struct {
	Transport string `json:"transport" enum:"tcp,udp"`
	Number    int    `json:"number"`
	// Toward says whose port it is: that of the device, or of whom it talks with.
	Toward   string `json:"toward" enum:"device,others"`
	Location string `json:"location"`
}

// Host is the name of a host in a description of traffic.
type Host struct {
	Name string `json:"name"`
	// Declared says where else the bundle speaks of the host: as in one of the
	// DNS zones that a declaration lists, or as an endpoint of a service in an SBOM.
	Declared string `json:"declared" enum:"none,zone,service"`
	Location string `json:"location"`
}

// Signer is a signature in an envelope. A key id is a hint. What became of it
// stands in the list of all signatures.
type Signer struct {
	KeyID    Text   `json:"key_id"`
	Location string `json:"location"`
}

// SubjectOf is a subject of a statement with its digest, looked up in the bundle.
type SubjectOf struct {
	Name     Text   `json:"name"`
	Digest   Text   `json:"digest"` // "sha256:…"; absent where it states other algorithms alone
	Outcome  string `json:"outcome" enum:"none,same,differs,missing"`
	Document int    `json:"document"` // row in documents; -1 when not found
	Location string `json:"location"`
}

package evidence

// detailField is one of the single fields of a component that FieldFacts
// counts.
type detailField uint8

const (
	manufacturerDetail detailField = iota
	authorsDetail
	authorDetail
	publisherDetail
	purlDetail
	cpeDetail
	swidDetail
	omniborDetail
	swhidDetail
	ownHashDetail
	distributionHashDetail
	distributionSHA512Detail
	declaredLicenceDetail
	concludedLicenceDetail
	unclassifiedLicenceDetail
	spdxLicenceDetail
	effectiveLicenceDetail
	dependenciesDetail
	completenessDetail
	filenameDetail
	executableDetail
	archiveDetail
	structuredDetail
	sourceURIDetail
	deployableURIDetail
	milestoneDetail
	endOfSupportDetail

	detailFields
)

// tallies finds the fact of each field.
var tallies = [detailFields]func(*FieldFacts) *Tally{
	manufacturerDetail:        func(f *FieldFacts) *Tally { return &f.Manufacturer },
	authorsDetail:             func(f *FieldFacts) *Tally { return &f.Authors },
	authorDetail:              func(f *FieldFacts) *Tally { return &f.Author },
	publisherDetail:           func(f *FieldFacts) *Tally { return &f.Publisher },
	purlDetail:                func(f *FieldFacts) *Tally { return &f.PURL },
	cpeDetail:                 func(f *FieldFacts) *Tally { return &f.CPE },
	swidDetail:                func(f *FieldFacts) *Tally { return &f.SWID },
	omniborDetail:             func(f *FieldFacts) *Tally { return &f.OmniBOR },
	swhidDetail:               func(f *FieldFacts) *Tally { return &f.SWHID },
	ownHashDetail:             func(f *FieldFacts) *Tally { return &f.HashAtComponent },
	distributionHashDetail:    func(f *FieldFacts) *Tally { return &f.HashAtDistribution },
	distributionSHA512Detail:  func(f *FieldFacts) *Tally { return &f.DistributionSHA512 },
	declaredLicenceDetail:     func(f *FieldFacts) *Tally { return &f.LicenceDeclared },
	concludedLicenceDetail:    func(f *FieldFacts) *Tally { return &f.LicenceConcluded },
	unclassifiedLicenceDetail: func(f *FieldFacts) *Tally { return &f.LicenceUnclassified },
	spdxLicenceDetail:         func(f *FieldFacts) *Tally { return &f.LicenceSPDX },
	effectiveLicenceDetail:    func(f *FieldFacts) *Tally { return &f.EffectiveLicence },
	dependenciesDetail:        func(f *FieldFacts) *Tally { return &f.Dependencies },
	completenessDetail:        func(f *FieldFacts) *Tally { return &f.Completeness },
	filenameDetail:            func(f *FieldFacts) *Tally { return &f.Filename },
	executableDetail:          func(f *FieldFacts) *Tally { return &f.Executable },
	archiveDetail:             func(f *FieldFacts) *Tally { return &f.Archive },
	structuredDetail:          func(f *FieldFacts) *Tally { return &f.Structured },
	sourceURIDetail:           func(f *FieldFacts) *Tally { return &f.SourceURI },
	deployableURIDetail:       func(f *FieldFacts) *Tally { return &f.DeployableURI },
	milestoneDetail:           func(f *FieldFacts) *Tally { return &f.Milestone },
	endOfSupportDetail:        func(f *FieldFacts) *Tally { return &f.EndOfSupport },
}

// stateCode is a state in a byte: how much it tells. The zero is absent.
type stateCode uint8

// stateCodes is the number of states.
const stateCodes = 7

// detail is what facts need of a component beside its row. It lives only while
// one document is read.
type detail struct {
	states         [detailFields]stateCode
	runs           bool // bsi:component:executable says so
	licence        licenceClass
	own, elsewhere algorithmSet // valid hashes, of the component and of its distribution
	empty          bool         // one of them is that of nothing at all
	filler         bool         // a digit over and over stands beside them
	print          fingerprint
}

// tell keeps the state of a field that tells more.
func (d *detail) tell(field detailField, s State) {
	d.states[field] = max(d.states[field], telling(s))
}

// set gives a field its state, whatever was told before.
func (d *detail) set(field detailField, s State) { d.states[field] = telling(s) }

// fingerprint stands for the value of a component's strongest hash.
type fingerprint struct {
	rank      uint16 // of the algorithm; 0 is none
	ambiguous bool   // two values are stated for it
	sum       uint64
}

// add takes one more hash into account.
func (f *fingerprint) add(rank uint16, sum uint64) {
	switch {
	case rank > f.rank:
		*f = fingerprint{rank: rank, sum: sum}
	case rank == f.rank && sum != f.sum:
		f.ambiguous = true
	}
}

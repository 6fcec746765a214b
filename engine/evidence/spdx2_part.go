package evidence

import "strings"

// spdxPurposes are the types of components that SPDX calls otherwise. A
// purpose that CycloneDX does not have, such as SOURCE, is kept in lower case,
// and counts as software.
var spdxPurposes = map[string]string{"operatingsystem": "operating-system", "devicedriver": "device-driver", "model": "machine-learning-model"}

func spdxType(purpose Text) Text {
	if purpose.State == Stated {
		purpose.Value = strings.ToLower(purpose.Value)
		if known := spdxPurposes[purpose.Value]; known != "" {
			purpose.Value = known
		}
	}
	return purpose
}

// spdxAlgorithms gives the name that CycloneDX has for an algorithm, by its name
// in capitals without hyphens and underscores.
var spdxAlgorithms = func() map[string]string {
	names := map[string]string{}
	for _, known := range hashAlgorithms {
		names[plainAlgorithm(known)] = known
	}
	return names
}()

func plainAlgorithm(name string) string {
	return strings.ReplaceAll(strings.ReplaceAll(strings.ToUpper(name), "-", ""), "_", "")
}

// spdxAlgorithm is the name that CycloneDX gives to an algorithm of SPDX; ""
// for one that it does not have, all of which are too weak to be of use.
func spdxAlgorithm(name string) string { return spdxAlgorithms[plainAlgorithm(name)] }

// package2Unsupported and file2Unsupported are what packages and files of SPDX
// 2 cannot say.
var (
	package2Unsupported = []detailField{
		authorDetail, publisherDetail, distributionHashDetail, distributionSHA512Detail, unclassifiedLicenceDetail, effectiveLicenceDetail,
		completenessDetail, executableDetail, archiveDetail, structuredDetail, sourceURIDetail, milestoneDetail,
	}
	file2Unsupported = []detailField{
		manufacturerDetail, publisherDetail, authorDetail, purlDetail, cpeDetail, swidDetail, omniborDetail, swhidDetail,
		declaredLicenceDetail, deployableURIDetail, endOfSupportDetail,
	}
)

// package2 reads a package of SPDX 2.
func (r *spdxReader) package2(n *node, p *part) {
	r.needs(n, "SPDXID", "name", "downloadLocation")
	for _, field := range package2Unsupported {
		p.detail.set(field, Unsupported)
	}
	p.name, p.version = r.text(n, "name"), r.text(n, "versionInfo")
	p.kind = spdxType(r.text(n, "primaryPackagePurpose"))
	supplier, _ := spdxParty(r.text(n, "supplier"))
	p.supplier = supplier.text()
	originator, person := spdxParty(r.text(n, "originator"))
	if person {
		p.authors = originator.text()
	} else {
		p.manufacturer = originator.text()
	}
	p.detail.tell(filenameDetail, r.text(n, "packageFileName").State)
	p.detail.tell(deployableURIDetail, r.text(n, "downloadLocation").State)
	if n.field("validUntilDate") != nil {
		p.endOfSupport = r.date(n, "validUntilDate", parseTimestamp)
		p.detail.tell(endOfSupportDetail, p.endOfSupport.State)
	}
	r.checksums(n, &p.hashes)
	r.licences2(n, p)
	r.externalRefs(n, p)
}

// file2 reads a file of SPDX 2, which has no version, supplier or identifier.
func (r *spdxReader) file2(n *node, p *part) {
	r.needs(n, "SPDXID", "fileName", "checksums")
	for _, field := range append(package2Unsupported, file2Unsupported...) {
		p.detail.set(field, Unsupported)
	}
	p.name, p.kind = r.text(n, "fileName"), Text{State: Stated, Value: "file"}
	p.detail.tell(filenameDetail, p.name.State)
	for _, t := range []*Text{&p.version, &p.purl, &p.cpe, &p.manufacturer, &p.authors, &p.supplier} {
		t.State = Unsupported
	}
	r.checksums(n, &p.hashes)
	r.licences2(n, p)
}

func (r *spdxReader) checksums(n *node, into *hashList) {
	for _, sum := range r.listOf(n, "checksums") {
		alg, value := r.text(sum, "algorithm"), r.text(sum, "checksumValue")
		state := Invalid
		if alg.State == Stated && value.State == Stated {
			state = into.add(spdxAlgorithm(alg.Value), []byte(value.Value))
		}
		into.state = better(into.state, state)
	}
}

// licences2 reads the licences. What the author of the SBOM concluded and what
// the package declares are two entries.
func (r *spdxReader) licences2(n *node, p *part) {
	for _, l := range []struct{ name, acknowledgement string }{{"licenseDeclared", "declared"}, {"licenseConcluded", "concluded"}} {
		if n.field(l.name) != nil {
			r.addExpression(p, r.text(n, l.name), l.acknowledgement)
		}
	}
}

func (r *rowStore) addExpression(p *part, t Text, acknowledgement string) {
	p.addLicence(licenceEntry{text: t, expression: t, acknowledgement: Text{State: Stated, Value: acknowledgement}}, r.licences)
}

// externalRefs reads the identifiers and contacts of a package. One valid of
// each kind will do.
func (r *spdxReader) externalRefs(n *node, p *part) {
	for _, ref := range r.listOf(n, "externalRefs") {
		t := r.text(ref, "referenceLocator")
		kind := r.text(ref, "referenceType").Value
		r.identifier(p, kind[strings.LastIndexByte(kind, '/')+1:], t)
		if kind == "advisory" && absent(p.contact.State) && t.State == Stated {
			p.contact = Contact{State: Stated, Value: t.Value, WellFormed: wellFormedContact(t.Value), Pointer: r.pointerTo("externalRefs")}
		}
	}
}

// identifier takes one identifier by its scheme.
func (r *spdxReader) identifier(p *part, scheme string, t Text) {
	checked := func(valid func(string) bool) Text {
		if t.State == Stated && !valid(t.Value) {
			return Text{State: Invalid}
		}
		return t
	}
	switch scheme {
	case "purl", "packageUrl":
		keepBetter(&p.purl, checked(validPURL))
	case "cpe23Type", "cpe22Type", "cpe23", "cpe22":
		keepBetter(&p.cpe, checked(validCPE))
	case "swid":
		p.swid = better(p.swid, t.State)
	case "gitoid":
		p.omnibor = better(p.omnibor, checked(validOmniBOR).State)
	case "swh", "swhid":
		p.swhid = better(p.swhid, checked(validSWHID).State)
	}
}

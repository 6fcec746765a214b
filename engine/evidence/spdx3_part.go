package evidence

import "strings"

// element3Unsupported are what elements of SPDX 3.0 cannot say, beside those
// that files cannot.
var (
	element3Unsupported = []detailField{
		authorDetail, publisherDetail, distributionHashDetail, distributionSHA512Detail, unclassifiedLicenceDetail, effectiveLicenceDetail,
		milestoneDetail,
	}
	file3Unsupported = []detailField{deployableURIDetail, sourceURIDetail}
)

// element3 reads a package or file of SPDX 3.0; kind is the type that its
// class says.
func (r *spdx3Reader) element3(n *node, kind string, p *part) {
	for _, field := range element3Unsupported {
		p.detail.set(field, Unsupported)
	}
	p.name, p.kind = r.text(n, "name"), spdxType(r.text(n, "software_primaryPurpose"))
	if kind != "" {
		p.kind = Text{State: Stated, Value: kind}
	}
	if kind == "file" { // a file of SPDX 3 has no version and no package URL of its own
		for _, field := range file3Unsupported {
			p.detail.set(field, Unsupported)
		}
		p.version.State = Unsupported
		p.detail.tell(filenameDetail, p.name.State)
	} else {
		p.version = r.text(n, "software_packageVersion")
		r.identifier(p, "purl", r.text(n, "software_packageUrl"))
		p.detail.tell(deployableURIDetail, r.text(n, "software_downloadLocation").State)
	}
	r.makers3(n, p)
	r.hashes3(n, &p.hashes)
	id := textIn(n, "spdxId")
	for _, file := range r.shipped[id] {
		r.hashes3(file, &p.hashes)
	}
	delete(r.shipped, id) // of several elements with one id, the first has them
	for _, v := range r.many(n, "externalIdentifier") {
		r.identifier(p, textIn(v, "externalIdentifierType"), r.text(v, "identifier"))
	}
	if n.field("validUntilTime") != nil {
		p.endOfSupport = r.date(n, "validUntilTime", parseTimestamp)
		p.detail.tell(endOfSupportDetail, p.endOfSupport.State)
	}
	r.contact3(n, p)
	r.licences3(n, p)
}

// hashes3 reads the hashes of an element. Those of a package are also those of
// the file that it is distributed as, where SPDX 2 has them at the package.
func (r *spdx3Reader) hashes3(n *node, into *hashList) {
	for _, v := range r.many(n, "verifiedUsing") {
		if textIn(v, "type") == "Hash" {
			state := into.add(spdxAlgorithm(textIn(v, "algorithm")), []byte(textIn(v, "hashValue")))
			into.state = better(into.state, state)
		}
	}
}

// makers3 reads who made and who supplies an element.
func (r *spdx3Reader) makers3(n *node, p *part) {
	if v := n.field("suppliedBy"); v != nil {
		supplier, _ := r.agent(v)
		p.supplier = supplier.text()
	}
	for _, v := range r.many(n, "originatedBy") {
		maker, person := r.agent(v)
		if person {
			keepBetter(&p.authors, maker.text())
		} else {
			keepBetter(&p.manufacturer, maker.text())
		}
	}
}

// contact3 reads where vulnerabilities of an element can be reported.
func (r *spdx3Reader) contact3(n *node, p *part) {
	for _, v := range r.many(n, "externalRef") {
		switch textIn(v, "externalRefType") {
		case "securityPolicy", "securityAdvisory", "vulnerabilityDisclosureReport":
		default:
			continue
		}
		for _, place := range r.many(v, "locator") {
			if t := r.textOf(place, "locator"); t.State == Stated && absent(p.contact.State) {
				p.contact = Contact{State: Stated, Value: t.Value, WellFormed: wellFormedContact(t.Value), Pointer: r.pointerTo("externalRef")}
			}
		}
	}
}

// licences3 reads the licences, which relationships give.
func (r *spdx3Reader) licences3(n *node, p *part) {
	id := textIn(n, "spdxId")
	for _, link := range r.licensed[id] {
		for _, to := range link.to {
			r.addExpression(p, r.licence3(to), link.acknowledgement)
		}
	}
	delete(r.licensed, id) // as with files
}

// licence3 is the expression that a licence element stands for.
func (r *spdx3Reader) licence3(v *node) Text {
	if n := r.get(v); n != nil {
		if n.field("simplelicensing_licenseExpression") != nil {
			return r.text(n, "simplelicensing_licenseExpression")
		}
		v = n.field("spdxId")
	}
	if v == nil || v.kind != stringNode {
		return Text{State: Invalid}
	}
	switch name := v.text[strings.LastIndexAny(v.text, "/#")+1:]; {
	case name == "":
		return Text{State: Invalid}
	case strings.HasPrefix(name, "NoAssertion"), strings.HasPrefix(name, "None"), strings.HasSuffix(name, "NoAssertionLicense"), strings.HasSuffix(name, "NoneLicense"):
		return Text{State: Placeholder}
	case strings.HasPrefix(v.text, "https://spdx.org/licenses/"):
		return Text{State: Stated, Value: name}
	default:
		return Text{State: Stated, Value: "LicenseRef-" + plainName(name)}
	}
}

// plainName keeps of a text what a reference to a licence may hold.
func plainName(text string) string {
	name := []byte(text)
	for i, c := range name {
		if !isAlphanumeric(c) && c != '.' {
			name[i] = '-'
		}
	}
	return string(name)
}

// relate3 takes one relationship, which may lead to several elements.
func (r *spdx3Reader) relate3(n *node) {
	r.sbom.Contents.Relationships++
	from, kind := textIn(r.get(n.field("from")), "spdxId"), r.text(n, "relationshipType").Value
	if from == "" {
		from = textIn(n, "from")
	}
	switch kind {
	case "hasDeclaredLicense", "hasConcludedLicense":
		word := strings.ToLower(strings.TrimSuffix(strings.TrimPrefix(kind, "has"), "License"))
		r.licensed[from] = append(r.licensed[from], licenceLink{acknowledgement: word, to: r.many(n, "to")})
	}
	is := spdx3Relations[kind]
	if kind == "hasDistributionArtifact" && r.ships3(n, from) {
		is = containsRelation
	}
	if is == otherRelation {
		r.sbom.Contents.OtherRelationships++
	}
	if is == dependsRelation {
		r.complete3(from, textIn(n, "completeness"))
	}
	for _, v := range r.many(n, "to") {
		to := textIn(r.get(v), "spdxId")
		if to == "" && v.kind == stringNode {
			to = v.text
		}
		switch name := to[strings.LastIndexAny(to, "/#")+1:]; name {
		case "NoneElement":
			to = "NONE"
		case "NoAssertionElement":
			to = "NOASSERTION"
		}
		if is == describesRelation && (from == r.document || textIn(r.byID[from], "type") == "software_Sbom") {
			r.about = append(r.about, to)
		}
		r.links = append(r.links, spdxLink{kind: is, from: from, to: to, at: r.here})
	}
}

// ships3 takes the files that a package is distributed as, and reports whether
// there are any.
func (r *spdx3Reader) ships3(n *node, from string) bool {
	before := len(r.shipped[from])
	for _, v := range r.many(n, "to") {
		if file := r.get(v); textIn(file, "type") == "software_File" {
			r.shipped[from] = append(r.shipped[from], file)
		}
	}
	return len(r.shipped[from]) > before
}

// complete3 takes what a relationship says of how complete it is.
func (r *spdx3Reader) complete3(from, word string) {
	t := Text{State: Stated, Value: word}
	switch word {
	case "complete", "incomplete":
	case "noAssertion":
		t = Text{State: Placeholder}
	default:
		return
	}
	r.compositions = append(r.compositions, composition{aggregate: t, refs: []int32{r.refs.id([]byte(from))}})
}

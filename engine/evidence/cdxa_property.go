package evidence

import (
	"strings"
)

// cdxaProperty is a property by which bidgate keeps a field of the form that
// CycloneDX has no place for.
type cdxaProperty struct {
	name, path string
	number     bool
}

// cdxaProperties stand at the target that is the product.
var cdxaProperties = []cdxaProperty{
	{name: "bidgate:product:model", path: "product.models[]"},
	{name: "bidgate:product:batch", path: "product.batch"},
	{name: "bidgate:product:firstMarketDate", path: "product.first_market_date"},
	{name: "bidgate:product:market", path: "product.markets[]"},
	{name: "bidgate:product:safetyRelevant", path: "product.safety_relevant"},
	{name: "cdx:lifecycle:milestone:generalAvailability", path: "support.start"},
	{name: "cdx:lifecycle:milestone:endOfSupport", path: "support.end"},
	{name: "bidgate:support:period", path: "support.period"},
	{name: "bidgate:support:basis", path: "support.basis"},
	{name: "bidgate:support:noticeDays", path: "support.notice_days", number: true},
	{name: "bidgate:support:reasonIfShort", path: "support.reason_if_short"},
	{name: "bidgate:updates:mechanism", path: "updates.mechanism"},
	{name: "bidgate:updates:opt_out", path: "updates.opt_out"},
	{name: "bidgate:updates:verification", path: "updates.verification"},
	{name: "bidgate:updates:notification", path: "updates.notification"},
	{name: "bidgate:updates:rollback", path: "updates.rollback"},
	{name: "bidgate:updates:slaDays:critical", path: "updates.sla_days.critical", number: true},
	{name: "bidgate:updates:slaDays:high", path: "updates.sla_days.high", number: true},
	{name: "bidgate:updates:slaDays:medium", path: "updates.sla_days.medium", number: true},
	{name: "bidgate:updates:slaDays:low", path: "updates.sla_days.low", number: true},
	{name: "bidgate:vdp:acknowledgementDays", path: "vulnerability_disclosure.acknowledgement_days", number: true},
	{name: "bidgate:vdp:statusUpdateDays", path: "vulnerability_disclosure.status_update_days", number: true},
	{name: "bidgate:vdp:machineReadable", path: "vulnerability_disclosure.machine_readable[]"},
	{name: "bidgate:ai:used", path: "ai.used"},
}

// cdxaHeadProperties stand in the metadata.
var cdxaHeadProperties = []cdxaProperty{
	{name: "bidgate:declaration:language", path: "language"},
	{name: "bidgate:assessor:type", path: "assessor.type"},
	{name: "bidgate:assessor:accreditation", path: "assessor.accreditation"},
	{name: "bidgate:affirmation:place", path: "affirmation.place"},
	{name: "bidgate:affirmation:date", path: "affirmation.date"},
}

// properties puts in what properties say. One that stands twice, where the
// form has one value, counts once.
func (f *cdxaForm) properties() {
	for _, table := range []struct {
		at   spot
		rows []cdxaProperty
	}{{f.root.get("metadata"), cdxaHeadProperties}, {f.product, cdxaProperties}} {
		rows := map[string]cdxaProperty{}
		for _, row := range table.rows {
			rows[row.name] = row
		}
		for _, s := range table.at.get("properties").list() {
			row, ok := rows[s.get("name").plain()]
			value := f.copy(s.get("value"))
			switch {
			case !ok || value == nil || strings.HasPrefix(row.path, "assessor."):
			case row.number:
				f.put(row.path, f.number(value.text, s.get("value").at))
			default:
				f.put(row.path, value)
			}
		}
	}
}

// cdxaReferences are the fields that references of the product keep.
var cdxaReferences = map[string]string{
	"security-contact": "vulnerability_disclosure.contact", "rfc-9116": "vulnerability_disclosure.security_txt",
	"advisories": "vulnerability_disclosure.advisories", "support": "support.url",
}

// policyComment tells the disclosure policy from other documentation.
const policyComment = "vulnerability disclosure policy"

// references puts in what the references of the product name.
func (f *cdxaForm) references() {
	for _, s := range f.product.get("externalReferences").list() {
		url := f.copy(s.get("url"))
		switch kind := s.get("type").plain(); {
		case url == nil:
		case kind == "bom":
			f.sbom(s, url.text)
		case kind == "documentation" && s.get("comment").plain() == policyComment:
			f.put("vulnerability_disclosure.policy", url)
		case cdxaReferences[kind] != "":
			f.put(cdxaReferences[kind], url)
		}
	}
}

// sbom puts in the SBOM that the product refers to: a file, or a BOM-Link.
func (f *cdxaForm) sbom(s spot, url string) {
	at := s.get("url").at
	if link, ok := strings.CutPrefix(url, "urn:cdx:"); ok {
		serial, version, _ := strings.Cut(link, "/")
		version, _, _ = strings.Cut(version, "#")
		f.put("product.sbom.serial_number", f.word("urn:uuid:"+serial, at))
		if version != "" {
			f.put("product.sbom.version", f.word(version, at))
		}
	} else if !strings.Contains(url, "://") {
		f.put("product.sbom.path", f.word(url, at))
	}
	f.put("product.sbom.digest", f.hash(s))
}

// The marks of annotations that keep entries of the form as JSON, and where
// they go.
var cdxaNotes = []struct{ mark, path string }{
	{"known-risk ", "known_risks[]"}, {"responsibility ", "responsibility_matrix[]"},
}

const limitationMark = "limitation "

// annotations puts in what annotations on the product keep.
func (f *cdxaForm) annotations() {
	for _, note := range f.root.get("annotations").list() {
		text := f.text(note.get("text"))
		if subject := note.get("subjects").first().plain(); text.State != Stated || subject == "" || subject != f.product.get("bom-ref").plain() {
			continue
		}
		if rest, ok := strings.CutPrefix(text.Value, limitationMark); ok {
			f.put("limitations[]", f.word(rest, note.get("text").at))
		}
		for _, kind := range cdxaNotes {
			if rest, ok := strings.CutPrefix(text.Value, kind.mark); ok {
				if entry, problem := parseJSON([]byte(rest), f.limits); problem == nil {
					f.from[entry] = note.at
					f.put(kind.path, entry)
				}
			}
		}
	}
	for _, s := range f.within.get("targets", "components").list() {
		if s.get("type").plain() == "machine-learning-model" {
			f.put("ai.used", f.word("true", s.at))
			f.put("ai.features[]", f.feature(s))
		}
	}
}

// feature is an AI-assisted feature, as far as its model card says.
func (f *cdxaForm) feature(s spot) *node {
	feature := f.object(s.at)
	f.set(feature, "id", f.word(strings.TrimPrefix(s.get("bom-ref").plain(), "ai-"), s.at))
	f.set(feature, "purpose", f.copy(s.get("description")))
	card := s.get("modelCard", "considerations")
	f.set(feature, "decision_scope", f.joined(card.get("useCases").list()))
	f.set(feature, "autonomy", f.copy(f.property(s, "bidgate:ai:autonomy")))
	var limits []spot
	for _, limit := range card.get("technicalLimitations").list() {
		if fallback, ok := strings.CutPrefix(f.text(limit).Value, "Fallback: "); ok {
			f.set(feature, "fallback", f.word(fallback, limit.at))
		} else {
			limits = append(limits, limit)
		}
	}
	f.set(feature, "training_data_limits", f.joined(limits))
	for _, ethic := range card.get("ethicalConsiderations").list() {
		switch ethic.get("name").plain() {
		case "Human oversight":
			f.set(feature, "oversight", f.copy(ethic.get("mitigationStrategy")))
		case "Drift monitoring":
			f.set(feature, "monitoring", f.copy(ethic.get("mitigationStrategy")))
		}
	}
	model := f.object(s.at)
	if s.get("name").plain() != strings.TrimPrefix(s.get("bom-ref").plain(), "ai-") { // named after the feature
		f.set(model, "name", f.copy(s.get("name")))
	}
	f.set(model, "version", f.copy(s.get("version")))
	f.set(feature, "model", model)
	return feature
}

// closing puts in who assessed and who affirms.
func (f *cdxaForm) closing() {
	f.assessor()
	affirmed := f.within.get("affirmation")
	f.put("affirmation.statement", f.copy(affirmed.get("statement")))
	for _, s := range affirmed.get("signatories").list() {
		signatory := f.object(s.at)
		f.set(signatory, "person", f.person(s))
		if ref := s.get("externalReference"); f.text(ref.get("url")).State == Stated {
			signature := f.object(ref.at)
			f.set(signature, "path", f.copy(ref.get("url")))
			f.set(signature, "digest", f.hash(ref))
			kind := "scan"
			if ref.get("type").plain() == "digital-signature" {
				kind = "detached"
			}
			if word, ok := signatureWords.find(ref.get("comment").plain()); ok {
				kind = word
			}
			f.set(signature, "type", f.word(kind, ref.at))
			f.set(signatory, "signature", signature)
		}
		f.put("affirmation.signatories[]", signatory)
	}
}

// assessor is the one of the first attestation.
func (f *cdxaForm) assessor() {
	assessors := f.within.get("assessors").list()
	by, ok := byRef(assessors)[f.within.get("attestations").first().get("assessor").plain()]
	if !ok && len(assessors) > 0 {
		by = assessors[0]
	}
	meta := f.root.get("metadata")
	third, maker := by.get("thirdParty"), f.form.field("manufacturer").field("name")
	organization := f.copy(by.get("organization", "name"))
	switch {
	case by.n == nil:
		return
	case third.there() && third.n.text == "true":
		f.put("assessor.type", f.word("third_party", third.at))
	case f.property(meta, "bidgate:assessor:type").n != nil:
		f.put("assessor.type", f.copy(f.property(meta, "bidgate:assessor:type")))
	case third.there() && organization != nil && maker != nil && maker.text == organization.text:
		f.put("assessor.type", f.word("self", third.at))
	case third.there() && organization != nil:
		f.put("assessor.type", f.word("second_party", third.at))
	}
	f.put("assessor.organization", organization)
	f.put("assessor.accreditation", f.copy(f.property(meta, "bidgate:assessor:accreditation")))
}

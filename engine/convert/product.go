package convert

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/CycloneDX/cyclonedx-go"

	"github.com/bidgate/bidgate/engine/evidence"
)

// product writes the target that is the product, and puts its parts and AI
// features beside it.
func (w *writer) product() cyclonedx.Component {
	d := w.d
	c := cyclonedx.Component{
		BOMRef: "product", Type: cyclonedx.ComponentType(d.ProductMore.Type.Value), Name: d.Product.Name.Value, Version: d.Product.Version.Value,
		Description: d.ProductMore.Description.Value, PackageURL: d.Product.PURL.Value, CPE: d.Product.CPE.Value,
		ExternalReferences: list(w.references()), Properties: list(w.properties()),
	}
	w.out.Targets = &cyclonedx.Targets{}
	var components []cyclonedx.Component
	var services []cyclonedx.Service
	for _, p := range d.ProductMore.Parts.Items {
		ref := "part-" + p.ID.Value
		w.refs[ref] = true
		if p.Kind.Value == "service" {
			services = append(services, cyclonedx.Service{BOMRef: ref, Name: p.Name.Value, Version: p.Version.Value})
			continue
		}
		part := cyclonedx.Component{BOMRef: ref, Type: partTypes[p.Kind.Value], Name: p.Name.Value, Version: p.Version.Value}
		if p.Kind.Value == "gateway" {
			part.Properties = &[]cyclonedx.Property{{Name: "bidgate:part:kind", Value: "gateway"}}
		}
		components = append(components, part)
	}
	for _, f := range d.AI.Features.Items {
		components = append(components, w.feature(f))
	}
	w.out.Targets.Components, w.out.Targets.Services = &components, list(services)
	return c
}

var partTypes = map[string]cyclonedx.ComponentType{
	"device": cyclonedx.ComponentTypeDevice, "gateway": cyclonedx.ComponentTypeDevice,
	"firmware": cyclonedx.ComponentTypeFirmware, "app": cyclonedx.ComponentTypeApplication,
}

func (w *writer) feature(f evidence.AIFeature) cyclonedx.Component {
	limits := slices.DeleteFunc([]string{f.TrainingLimits.Value, prefixed("Fallback: ", f.Fallback)}, func(s string) bool { return s == "" })
	var uses []string
	if f.DecisionScope.State == evidence.Stated {
		uses = append(uses, f.DecisionScope.Value)
	}
	var ethics []cyclonedx.MLModelCardEthicalConsideration
	for _, e := range []cyclonedx.MLModelCardEthicalConsideration{{Name: "Human oversight", MitigationStrategy: f.Oversight.Value}, {Name: "Drift monitoring", MitigationStrategy: f.Monitoring.Value}} {
		if e.MitigationStrategy != "" {
			ethics = append(ethics, e)
		}
	}
	c := cyclonedx.Component{BOMRef: w.ref("ai-" + f.ID.Value), Type: cyclonedx.ComponentTypeMachineLearningModel, Name: cmp.Or(f.ModelName.Value, f.ID.Value),
		Version: f.ModelVersion.Value, Description: f.Purpose.Value, ModelCard: &cyclonedx.MLModelCard{Considerations: &cyclonedx.MLModelCardConsiderations{
			UseCases: list(uses), TechnicalLimitations: list(limits), EthicalConsiderations: list(ethics)}}}
	if f.Autonomy.State == evidence.Stated {
		c.Properties = &[]cyclonedx.Property{{Name: "bidgate:ai:autonomy", Value: f.Autonomy.Value}}
	}
	return c
}

func prefixed(prefix string, t evidence.Text) string {
	if t.State != evidence.Stated {
		return ""
	}
	return prefix + t.Value
}

func (w *writer) references() []cyclonedx.ExternalReference {
	d := w.d
	var refs []cyclonedx.ExternalReference
	add := func(kind cyclonedx.ExternalReferenceType, url, comment string, hashes *[]cyclonedx.Hash) {
		if url != "" {
			refs = append(refs, cyclonedx.ExternalReference{Type: kind, URL: url, Comment: comment, Hashes: hashes})
		}
	}
	sbom := d.SBOMRef.Path.Value
	if sbom == "" && d.SBOMRef.SerialNumber.State == evidence.Stated && d.SBOMRef.Version.State == evidence.Stated {
		sbom = "urn:cdx:" + strings.TrimPrefix(d.SBOMRef.SerialNumber.Value, "urn:uuid:") + "/" + d.SBOMRef.Version.Value
	}
	add(cyclonedx.ERTypeBOM, sbom, "", hashes(d.SBOMRef.Digest))
	add(cyclonedx.ERTypeSecurityContact, d.Disclosure.Contact.Value, "", nil)
	add(cyclonedx.ERTypeRFC9116, d.Disclosure.SecurityTxt.Value, "", nil)
	add(cyclonedx.ERTypeAdvisories, d.Disclosure.Advisories.Value, "", nil)
	add(cyclonedx.ERTypeDocumentation, d.Disclosure.Policy.Value, "vulnerability disclosure policy", nil)
	add(cyclonedx.ERTypeSupport, d.Support.URL.Value, "", nil)
	return refs
}

// properties keep what CycloneDX has no place for.
func (w *writer) properties() []cyclonedx.Property {
	d := w.d
	p := &properties{}
	p.texts("bidgate:product:model", d.ProductMore.Models)
	p.text("bidgate:product:batch", d.ProductMore.Batch)
	p.date("bidgate:product:firstMarketDate", d.ProductMore.FirstMarket)
	p.texts("bidgate:product:market", d.ProductMore.Markets)
	p.flag("bidgate:product:safetyRelevant", d.ProductMore.SafetyRelevant)
	p.date("cdx:lifecycle:milestone:generalAvailability", d.Support.Start)
	p.date("cdx:lifecycle:milestone:endOfSupport", d.Support.End)
	if d.Support.Period.State == evidence.Stated {
		p.add("bidgate:support:period", d.Support.Period.Value.Text)
	}
	p.text("bidgate:support:basis", d.Support.Basis)
	p.integer("bidgate:support:noticeDays", d.Support.NoticeDays)
	p.text("bidgate:support:reasonIfShort", d.Support.ReasonIfShort)
	u := d.Updates
	p.text("bidgate:updates:mechanism", u.Mechanism)
	p.flag("bidgate:updates:opt_out", u.OptOut)
	p.text("bidgate:updates:verification", u.Verification)
	p.text("bidgate:updates:notification", u.Notification)
	p.text("bidgate:updates:rollback", u.Rollback)
	p.integer("bidgate:updates:slaDays:critical", u.SLADays.Critical)
	p.integer("bidgate:updates:slaDays:high", u.SLADays.High)
	p.integer("bidgate:updates:slaDays:medium", u.SLADays.Medium)
	p.integer("bidgate:updates:slaDays:low", u.SLADays.Low)
	p.integer("bidgate:vdp:acknowledgementDays", d.Disclosure.AcknowledgementDays)
	p.integer("bidgate:vdp:statusUpdateDays", d.Disclosure.StatusUpdateDays)
	p.texts("bidgate:vdp:machineReadable", d.Disclosure.MachineReadable)
	p.flag("bidgate:ai:used", d.AI.Used)
	return p.items
}

// head are the properties of the document.
func (w *writer) head() []cyclonedx.Property {
	p := &properties{}
	p.add("bidgate:declaration:version", "1")
	p.text("bidgate:declaration:language", w.d.Language)
	p.text("bidgate:assessor:type", w.d.Assessor.Type)
	p.text("bidgate:assessor:accreditation", w.d.Assessor.Accreditation)
	p.text("bidgate:affirmation:place", w.d.Affirmation.Place)
	p.date("bidgate:affirmation:date", w.d.Affirmation.Date)
	return p.items
}

type properties struct{ items []cyclonedx.Property }

func (p *properties) add(name, value string) {
	p.items = append(p.items, cyclonedx.Property{Name: name, Value: value})
}

func (p *properties) text(name string, t evidence.Text) {
	if t.State == evidence.Stated {
		p.add(name, t.Value)
	}
}

func (p *properties) texts(name string, l evidence.Texts) {
	for _, item := range l.Items {
		p.add(name, item)
	}
}

func (p *properties) date(name string, d evidence.Date) {
	if day, _, _ := strings.Cut(stamp(d), "T"); day != "" {
		p.add(name, day)
	}
}

func (p *properties) flag(name string, f evidence.Flag) {
	if f.State == evidence.Stated {
		p.add(name, strconv.FormatBool(f.Value))
	}
}

func (p *properties) integer(name string, n evidence.Integer) {
	if n.State == evidence.Stated {
		p.add(name, strconv.FormatInt(n.Value, 10))
	}
}

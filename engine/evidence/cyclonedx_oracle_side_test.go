package evidence

import (
	"fmt"
	"sort"
	"testing"

	cdx "github.com/CycloneDX/cyclonedx-go"
	"github.com/google/go-cmp/cmp"
)

// sideAgrees compares the tables beside the components with what cyclonedx-go finds.
func sideAgrees(t *testing.T, bom *cdx.BOM, ours reading) {
	t.Helper()
	if diff := cmp.Diff(oracleServices(bom), ourServices(ours)); diff != "" {
		t.Errorf("services (-cyclonedx-go +ours):\n%s", diff)
	}
	crypto, cards := oracleOfComponents(bom)
	if diff := cmp.Diff(crypto, ourCrypto(ours)); diff != "" {
		t.Errorf("cryptographic assets (-cyclonedx-go +ours):\n%s", diff)
	}
	if diff := cmp.Diff(cards, ourCards(ours)); diff != "" {
		t.Errorf("model cards (-cyclonedx-go +ours):\n%s", diff)
	}
}

// flagText writes a truth value that may be absent.
func flagText(b *bool) string {
	if b == nil {
		return string(Absent)
	}
	return fmt.Sprint(*b)
}

func oracleServices(bom *cdx.BOM) []string {
	lines := []string{}
	var list func(services *[]cdx.Service, from string)
	list = func(services *[]cdx.Service, from string) {
		for _, s := range all(services) {
			endpoints, data := []string{}, []ServiceData{}
			for _, e := range all(s.Endpoints) {
				if usable(e) != "" {
					endpoints = append(endpoints, e)
				}
			}
			for _, d := range all(s.Data) {
				data = append(data, ServiceData{string(d.Flow), usable(d.Classification), usable(d.Name)})
			}
			lines = append(lines, fmt.Sprintf("%s | %s | %s | %s | %s | %s | %v | %s | %s | %s | %v", from, s.BOMRef, oracleEntity(s.Provider),
				usable(s.Group), usable(s.Name), usable(s.Version), endpoints, flagText(s.Authenticated), flagText(s.CrossesTrustBoundary), s.TrustZone, data))
			inner := from
			if from == "services" {
				inner = "nested"
			}
			list(s.Services, inner)
		}
	}
	list(bom.Services, "services")
	if m := bom.Metadata; m != nil && m.Tools != nil {
		list(m.Tools.Services, "tools")
	}
	if d := bom.Declarations; d != nil && d.Targets != nil {
		list(d.Targets.Services, "targets")
	}
	sort.Strings(lines)
	return lines
}

func ourServices(r reading) []string {
	flag := func(f Flag) string {
		if f.State == Stated {
			return fmt.Sprint(f.Value)
		}
		return string(f.State)
	}
	lines := []string{}
	for _, s := range r.services {
		lines = append(lines, fmt.Sprintf("%s | %s | %s | %s | %s | %s | %v | %s | %s | %s | %v", s.From, s.BOMRef, s.Provider,
			s.Group, s.Name, s.Version, s.Endpoints, flag(s.Authenticated), flag(s.CrossesTrust), s.TrustZone, s.Data))
	}
	sort.Strings(lines)
	return lines
}

// oracleOfComponents describes the cryptographic assets and model cards of the
// components that a document lists, and of its subject.
func oracleOfComponents(bom *cdx.BOM) (crypto, cards []string) {
	var visit func(components *[]cdx.Component)
	visit = func(components *[]cdx.Component) {
		for _, c := range all(components) {
			if p := c.CryptoProperties; p != nil {
				crypto = append(crypto, oracleCrypto(p))
			}
			if m := c.ModelCard; m != nil {
				cards = append(cards, oracleCard(m))
			}
			visit(c.Components)
		}
	}
	if bom.Metadata != nil && bom.Metadata.Component != nil {
		visit(&[]cdx.Component{*bom.Metadata.Component})
	}
	visit(bom.Components)
	sort.Strings(crypto)
	sort.Strings(cards)
	return crypto, cards
}

func oracleCrypto(p *cdx.CryptoProperties) string {
	a := CryptoAsset{AssetType: string(p.AssetType), OID: p.OID}
	level := func(n *int) Integer {
		if n == nil {
			return Integer{}
		}
		return Integer{Stated, int64(*n)}
	}
	if g := p.AlgorithmProperties; g != nil {
		a.Primitive, a.Family, a.Parameter, a.Curve, a.Mode = string(g.Primitive), g.AlgorithmFamily, g.ParameterSetIdentifier, first(g.EllipticCurve, g.Curve), string(g.Mode)
		a.Strength, a.Quantum = level(g.ClassicalSecurityLevel), level(g.NistQuantumSecurityLevel)
		for _, c := range all(g.CertificationLevel) {
			a.Certifications = append(a.Certifications, string(c))
		}
	}
	if c := p.CertificateProperties; c != nil {
		a.NotBefore.Value.Text, a.NotAfter.Value.Text = c.NotValidBefore, c.NotValidAfter
	}
	if m := p.RelatedCryptoMaterialProperties; m != nil {
		a.MaterialType, a.MaterialState = string(m.Type), string(m.State)
		a.NotBefore.Value.Text, a.NotAfter.Value.Text = m.ActivationDate, m.ExpirationDate
	}
	if q := p.ProtocolProperties; q != nil {
		a.Protocol, a.Version = string(q.Type), q.Version
		for _, s := range all(q.CipherSuites) {
			a.CipherSuites = append(a.CipherSuites, s.Name)
		}
	}
	return cryptoLine(a)
}

// cryptoLine leaves out the state of certificates, which cyclonedx-go has in
// another form.
func cryptoLine(a CryptoAsset) string {
	if a.AssetType == "certificate" {
		a.MaterialState = ""
	}
	return fmt.Sprintf("%s | %s | %s | %s | %s | %s | %s | %d | %d | %s | %s | %v | %s | %s | %s | %s | %v", a.AssetType, a.OID, a.Primitive, a.Family,
		a.Parameter, a.Curve, a.Mode, a.Strength.Value, a.Quantum.Value, a.Protocol, a.Version, a.CipherSuites,
		a.NotBefore.Value.Text, a.NotAfter.Value.Text, a.MaterialType, a.MaterialState, a.Certifications)
}

func ourCrypto(r reading) (lines []string) {
	for _, a := range r.crypto {
		lines = append(lines, cryptoLine(a))
	}
	sort.Strings(lines)
	return lines
}

func oracleCard(m *cdx.MLModelCard) string {
	task, architecture, metrics := "", "", 0
	datasets, users, limitations := []string{}, []string{}, []string{}
	if p := m.ModelParameters; p != nil {
		task, architecture = p.Task, first(p.ModelArchitecture, p.ArchitectureFamily)
		for _, d := range all(p.Datasets) {
			if d.ComponentData != nil {
				datasets = append(datasets, first(d.ComponentData.Name, d.ComponentData.BOMRef))
			} else {
				datasets = append(datasets, d.Ref)
			}
		}
	}
	if q := m.QuantitativeAnalysis; q != nil {
		metrics = len(all(q.PerformanceMetrics))
	}
	if c := m.Considerations; c != nil {
		users, limitations = append(users, all(c.Users)...), append(limitations, all(c.TechnicalLimitations)...)
	}
	return fmt.Sprintf("%s | %s | %v | %d | %v | %v", task, architecture, datasets, metrics, users, limitations)
}

func ourCards(r reading) (lines []string) {
	for _, c := range r.modelCards {
		lines = append(lines, fmt.Sprintf("%s | %s | %v | %d | %v | %v", c.Task.Value, c.Architecture.Value, c.Datasets.Items, c.Metrics, c.Users.Items, c.Limitations.Items))
	}
	sort.Strings(lines)
	return lines
}

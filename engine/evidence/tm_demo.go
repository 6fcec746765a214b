package evidence

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"slices"
	"strings"
)

// demoModels are the demonstration models that come with tools, by the digest
// of their normalised statements: an example left in place is no model of the
// vendor's product (reference formats 1.5).
var demoModels = map[string]string{
	"14923e79a2020f382a144244aab298d050cabb8f0fa1675ae7d1172af52dbb2d": "OWASP Threat Dragon: Cryptocurrency Wallet",
	"1fbf29fa7fabc2fc3a055503b689ced658fae420734f1df5b7c7f5baf7d7bf25": "OWASP Threat Dragon: Demo Threat Model",
	"239552bf345000f435f69ffd61a828469c0ffba045322bd7dc362f239ad692e2": "Open Threat Model: EXAMPLE",
	"8c4d5f0345a890703608c56b24753535d53945e44d461832a0a8feb5e4d1d448": "OWASP Threat Dragon: Online Payments Processing Platform",
	"adfba864314f337fe9028c4ccadf6f736cea16cfd49546ddf9ff7f58aa486ca8": "OWASP Threat Dragon: mobile and cloud OTM",
	"d21cbdab70098922ebaac822e7c85e9743d39a80d3d7e894cbb21c3dd26fc4e4": "AWS Threat Composer: Vehicle registration",
	"ea7df98c59fb7be8860ea4e477a3c7c6dc9395af9b0ef030f0be562bf7b1cfb8": "OWASP Threat Dragon: Enter the Dragon workshop",
	"f3aa883474ecade42d0bcc762838a4ba36f25c096810752502b3889f067b09ca": "OWASP Threat Dragon: IoT Device",
	"f8c2882db950c748ccdaf981179e287273febe52f4a73226fca6d1d89a06f6d2": "AWS Threat Composer: Generative AI Chatbot",
}

// markDemo says whether the statements of a model are those of a demo.
func (m *ThreatModel) markDemo() {
	if digest := m.statementDigest(); digest != "" {
		m.DemoOf, m.Demo = demoModels[digest], demoModels[digest] != ""
	}
}

// statementDigest is the digest of what the threats say, or of the elements
// where there are no threats, whatever their order, case and spacing. The names
// of product, owner and authors are not in it: those are what gets changed.
func (m *ThreatModel) statementDigest() string {
	var lines []string
	for _, t := range m.Threats.Items {
		lines = append(lines, foldName(t.Title.Value)+"|"+foldName(t.Statement.Value))
	}
	if len(lines) == 0 {
		for _, p := range m.Components.Items {
			lines = append(lines, foldName(p.Name.Value))
		}
	}
	if strings.Trim(strings.Join(lines, ""), "|") == "" {
		return ""
	}
	slices.Sort(lines)
	sum := sha256.New()
	_, _ = io.WriteString(sum, strings.Join(lines, "\n"))
	return hex.EncodeToString(sum.Sum(nil))
}

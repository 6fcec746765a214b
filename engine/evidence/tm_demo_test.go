package evidence

import (
	"os"
	"strings"
	"testing"
)

// demoFiles are the models of the corpus that come with a tool; the other
// models there are of real systems.
var demoFiles = map[string]string{
	"td-v1-demo.json":                  "OWASP Threat Dragon: Demo Threat Model",
	"td-v1-enter-the-dragon-4.json":    "OWASP Threat Dragon: Enter the Dragon workshop",
	"td-v2-iot-device.json":            "OWASP Threat Dragon: IoT Device",
	"td-v2-cryptocurrency-wallet.json": "OWASP Threat Dragon: Cryptocurrency Wallet",
	"td-v2-payment-online.json":        "OWASP Threat Dragon: Online Payments Processing Platform",
	"otm-mobile-cloud.otm.json":        "OWASP Threat Dragon: mobile and cloud OTM",
	"otm-example.yaml":                 "Open Threat Model: EXAMPLE",
	"tc-genai-chatbot.tc.json":         "AWS Threat Composer: Generative AI Chatbot",
	"tc-vehicle-registration.tc.json":  "AWS Threat Composer: Vehicle registration",
	"tmbom-husky-ai.json":              "",
	"tmbom-hashicorp-vault.json":       "",
	"example-fg200.summary.yaml":       "",
}

// TestDemoModels knows every demo again, also under another product's name.
func TestDemoModels(t *testing.T) {
	for name, want := range demoFiles {
		data, err := os.ReadFile(corpusDir + "/threatmodel" + "/" + name)
		if err != nil {
			t.Skip("the corpus is not beside the project")
		}
		text := strings.NewReplacer("Demo Threat Model", "Gateway", "Vehicle registration feature", "Gateway", "Mike Goodwin", "Ann").Replace(string(data))
		d := read(t, map[string]string{name: text})
		if m := d.ThreatModels[0]; m.DemoOf != want || m.Demo != (want != "") {
			t.Errorf("%s: demo of %q, want %q (digest %s)", name, m.DemoOf, want, m.statementDigest())
		}
	}
}

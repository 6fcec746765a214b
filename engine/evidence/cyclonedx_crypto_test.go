package evidence

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// noCrypto is an asset that says nothing.
func noCrypto(change func(*CryptoAsset)) CryptoAsset {
	none, never := Integer{State: Absent}, Date{State: Absent}
	a := CryptoAsset{Strength: none, Quantum: none, Size: none, CipherSuites: []string{}, Certifications: []string{}, Functions: []string{}, Uses: []string{},
		NotBefore: never, NotAfter: never, Created: never, Revoked: never, Location: "/components/0/cryptoProperties"}
	change(&a)
	return a
}

// TestCryptoAssets reads each kind of asset, in the forms of 1.6 and 1.7.
func TestCryptoAssets(t *testing.T) {
	for text, want := range map[string]CryptoAsset{
		`"assetType": "algorithm", "oid": "1.3.132.1.12", "algorithmProperties": {"primitive": "unknown", "curve": "curve25519", "mode": "gcm",
			"parameterSetIdentifier": "256", "certificationLevel": ["none"], "classicalSecurityLevel": 0, "nistQuantumSecurityLevel": 1}`: noCrypto(func(a *CryptoAsset) {
			a.AssetType, a.OID, a.Primitive, a.Curve, a.Mode, a.Parameter = "algorithm", "1.3.132.1.12", "unknown", "curve25519", "gcm", "256"
			a.Certifications, a.Strength, a.Quantum = []string{"none"}, Integer{State: Stated}, Integer{Stated, 1}
		}),
		`"assetType": "certificate", "certificateProperties": {"notValidBefore": "2025-01-01T00:00:00Z", "notValidAfter": "2026-12-31T23:59:59Z"}`: noCrypto(func(a *CryptoAsset) {
			a.AssetType = "certificate"
			a.NotBefore, a.NotAfter = Date{Stated, Day{20089, "2025-01-01T00:00:00Z"}}, Date{Stated, Day{20818, "2026-12-31T23:59:59Z"}}
		}),
		`"assetType": "related-crypto-material", "relatedCryptoMaterialProperties": {"type": "public-key", "state": "active", "expirationDate": "2026-12-31T23:59:59Z"}`: noCrypto(func(a *CryptoAsset) {
			a.AssetType, a.MaterialType, a.MaterialState, a.NotAfter = "related-crypto-material", "public-key", "active", Date{Stated, Day{20818, "2026-12-31T23:59:59Z"}}
		}),
		`"assetType": "protocol", "protocolProperties": {"type": "tls", "version": "1.2", "cipherSuites": [
			{"name": "TLS_A", "identifiers": ["0xC0", "0x30"]}, {"identifiers": ["0x13", "0x01"]}, {}]}`: noCrypto(func(a *CryptoAsset) {
			a.AssetType, a.Protocol, a.Version, a.CipherSuites = "protocol", "tls", "1.2", []string{"TLS_A", "0x13 0x01"}
		}),
	} {
		r := readText(cycloneDX(`"components": [{"type": "cryptographic-asset", "name": "a", "cryptoProperties": {` + text + `}}]`))
		if diff := cmp.Diff([]CryptoAsset{want}, r.crypto); diff != "" || len(r.problems) > 0 {
			t.Errorf("%s: %v %s", text, r.problems, diff)
		}
	}
	text := strings.Replace(cycloneDX(`"metadata": {"component": {"type": "cryptographic-asset", "name": "a", "cryptoProperties": {"assetType": "certificate",
		"algorithmProperties": {"algorithmFamily": "AES", "curve": "old", "ellipticCurve": "nist/P-256"},
		"certificateProperties": {"certificateState": [{"state": "revoked", "reason": "x"}, {"name": "burnt"}]}}}}`), "1.6", "1.7", 1)
	want := noCrypto(func(a *CryptoAsset) {
		a.Row, a.AssetType, a.Family, a.Curve, a.MaterialState, a.Location = -1, "certificate", "AES", "nist/P-256", "revoked, burnt", "/metadata/component/cryptoProperties"
	})
	if r := readText(text); !cmp.Equal([]CryptoAsset{want}, r.crypto) || len(r.problems) > 0 {
		t.Errorf("%v %s", r.problems, cmp.Diff([]CryptoAsset{want}, r.crypto))
	}
}

// TestCryptoAssetsOfWrongTypes finds a problem in each place of a wrong type.
func TestCryptoAssetsOfWrongTypes(t *testing.T) {
	for _, text := range []string{
		`"algorithmProperties": []`, `"certificateProperties": 1`, `"relatedCryptoMaterialProperties": "x"`, `"protocolProperties": null`, `"oid": 1`,
		`"algorithmProperties": {"primitive": {}}`, `"algorithmProperties": {"nistQuantumSecurityLevel": 7}`,
		`"algorithmProperties": {"classicalSecurityLevel": -1}`, `"algorithmProperties": {"classicalSecurityLevel": "x"}`,
		`"algorithmProperties": {"certificationLevel": "none"}`, `"algorithmProperties": {"certificationLevel": [{}]}`,
		`"certificateProperties": {"notValidAfter": 1}`, `"protocolProperties": {"cipherSuites": {}}`,
		`"protocolProperties": {"cipherSuites": ["x"]}`, `"protocolProperties": {"cipherSuites": [{"identifiers": [1]}]}`,
	} {
		r := readText(cycloneDX(`"components": [{"type": "library", "name": "a", "cryptoProperties": {"assetType": "algorithm", ` + text + `}}]`))
		want := noCrypto(func(a *CryptoAsset) { a.AssetType = "algorithm" })
		if len(r.crypto) != 1 || len(r.problems) != 1 {
			t.Errorf("%s: %d assets, %v", text, len(r.crypto), r.problems)
			continue
		}
		got := r.crypto[0]
		for _, s := range []*State{&got.Strength.State, &got.Quantum.State, &got.NotAfter.State} {
			if *s == Invalid {
				*s = Absent
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", text, diff)
		}
	}
	for _, text := range []string{`1`, `[]`, `null`} {
		if r := readText(cycloneDX(`"components": [{"type": "library", "name": "a", "cryptoProperties": ` + text + `, "modelCard": ` + text + `}]`)); len(r.crypto)+len(r.modelCards) != 0 || len(r.problems) != 2 {
			t.Errorf("%s: %v, %v", text, r.crypto, r.problems)
		}
	}
}

// TestModelCards reads a model card with all fields.
func TestModelCards(t *testing.T) {
	r := readText(cycloneDX(`"components": [{"type": "machine-learning-model", "name": "a", "modelCard": {
		"modelParameters": {"task": "vision", "architectureFamily": "CNN", "datasets": [{"ref": "set"}, {"type": "dataset", "name": "faces"},
			{"type": "dataset", "contents": {"url": "https://a.example/d"}}]},
		"quantitativeAnalysis": {"performanceMetrics": [{"type": "accuracy", "value": "1"}, {}]},
		"considerations": {"users": ["doctors"], "useCases": [], "technicalLimitations": ["TBD"], "performanceTradeoffs": ["slow"],
			"ethicalConsiderations": [{"name": "bias", "mitigationStrategy": "x"}], "fairnessAssessments": [{"groupAtRisk": "the old"}, {"harms": "some"}]}}}]`))
	text := func(items ...string) Texts { return Texts{State: Stated, Items: items} }
	want := []ModelCard{{Task: Text{Stated, "vision"}, Architecture: Text{Stated, "CNN"}, Datasets: text("set", "faces", "https://a.example/d"), Metrics: 2,
		Users: text("doctors"), UseCases: Texts{State: Absent, Items: []string{}}, Limitations: Texts{State: Placeholder, Items: []string{}},
		Tradeoffs: text("slow"), Ethical: text("bias"), Fairness: text("the old", "some"), Location: "/components/0/modelCard"}}
	if diff := cmp.Diff(want, r.modelCards); diff != "" || len(r.problems) > 0 {
		t.Errorf("%v %s", r.problems, diff)
	}
	for _, text := range []string{
		`"modelParameters": []`, `"modelParameters": {"task": 1}`, `"modelParameters": {"datasets": "x"}`, `"modelParameters": {"datasets": [1]}`,
		`"quantitativeAnalysis": 1`, `"quantitativeAnalysis": {"performanceMetrics": {}}`, `"considerations": "x"`,
		`"considerations": {"users": "x"}`, `"considerations": {"users": [{}]}`, `"considerations": {"ethicalConsiderations": ["x"]}`,
	} {
		r := readText(cycloneDX(`"components": [{"type": "library", "name": "a", "modelCard": {` + text + `}}]`))
		if len(r.modelCards) != 1 || len(r.problems) == 0 {
			t.Errorf("%s: %d cards, %v", text, len(r.modelCards), r.problems)
			continue
		}
		if c := r.modelCards[0]; c.Task.State == Stated || len(c.Datasets.Items)+len(c.Users.Items)+len(c.Ethical.Items) > 0 {
			t.Errorf("%s: %+v", text, c)
		}
	}
}

// TestCorpusCryptoAssets counts the assets of real documents by type.
func TestCorpusCryptoAssets(t *testing.T) {
	for file, want := range map[string]string{
		"cbom-protocol.1.6": "algorithm 5, certificate 1, protocol 1, related-crypto-material 1, suites 1",
		"cbom-nginx.1.7":    "algorithm 7, certificate 2, protocol 2, related-crypto-material 0, suites 0",
		"cbom-java-jdk.1.7": "algorithm 4, certificate 0, protocol 2, related-crypto-material 0, suites 0",
	} {
		corpusTable(t, "sbom/MANIFEST.tsv") // skips where there is no corpus
		r := readCycloneDXJSON(readFile(t, filepath.Join(corpusDir, "sbom", file+".cdx.json")), Limits{})
		counts, suites := map[string]int{}, 0
		for _, a := range r.crypto {
			counts[a.AssetType]++
			suites += len(a.CipherSuites)
			if c := r.components[a.Row]; c.Type != "cryptographic-asset" || !strings.HasPrefix(a.Location, componentPointer(r.components, a.Row)) {
				t.Errorf("%s: %+v is of %+v", file, a, c)
			}
		}
		got := fmt.Sprintf("algorithm %d, certificate %d, protocol %d, related-crypto-material %d, suites %d", counts["algorithm"],
			counts["certificate"], counts["protocol"], counts["related-crypto-material"], suites)
		if got != want {
			t.Errorf("%s: %s, want %s", file, got, want)
		}
	}
}

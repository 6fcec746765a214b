package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

// TestInspectIsInert: what a vendor writes into names and keys reaches neither
// form of inspect as a control or format character.
func TestInspectIsInert(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.cdx.json")
	hostile := `{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "k\u202ey": 1,
 "metadata": {"component": {"type": "application", "name": "p\u001b[31m\u202eX", "version": "1\u200b\u0007"}}}`
	if err := os.WriteFile(path, []byte(hostile), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, format := range []string{"text", "json"} {
		status, stdout, stderr := start(t.Context(), nil, "inspect", path, "-f", format)
		if status != 0 || stdout == "" {
			t.Fatalf("%s: status %d, %s", format, status, stderr)
		}
		for _, r := range stdout + stderr {
			if r != '\n' && unicode.In(r, unicode.Cc, unicode.Cf) {
				t.Errorf("%s: %U gets out", format, r)
			}
		}
	}
}

// evil is a text that no output may show as it is, fit for a file name, a
// string of JSON, of YAML and of Rego.
const evil = "\u202egnp\u200b\u009b2J"

// written is evil as JSON, YAML and Rego write it between quotes.
const written = `\u202egnp\u200b\u009b2J`

// TestEveryCommandIsInert gives each command hostile names, values and files,
// in what is read, in policies and on the command line.
func TestEveryCommandIsInert(t *testing.T) {
	oneGoroutine(t)
	dir := t.TempDir()
	t.Chdir(dir)
	pack := filepath.Join("pack", "bidgate", "requirement", "acme", "small")
	for path, text := range map[string]string{
		"bundle/a.cdx.json":                    `{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "` + written + `": 1, "metadata": {"component": {"type": "application", "name": "` + written + `", "version": "` + written + `"}}}`,
		"bundle/tm.yaml":                       "threat_model: 1\nproduct: {name: \"" + written + "\"}\n\"" + written + "\": 1\n",
		"bundle/" + evil + ".json":             "{",
		"damaged.zip":                          "PK\x03\x04" + evil,
		"profile.yaml":                         "profile: 1\nid: \"" + written + "\"\n\"" + written + "\": 1\n",
		"tender.yaml":                          "tender: 1\nid: \"" + written + "\"\noffers:\n  - {bundle: \"" + written + "\", vendor: \"" + written + "\"}\n",
		"bad/" + evil + ".rego":                "package " + evil,
		filepath.Join(pack, "small.rego"):      "# METADATA\n# title: \"Small " + written + "\"\n# description: \"" + written + "\"\n# custom: {contract: 1, severity: info, section: governance, evidence: {}, over: bundle, sources: [{standard: \"" + written + "\", edition: \"" + written + "\", clause: \"" + written + "\", confidence: source}], messages: {no: \"No " + written + "\", yes: \"Yes " + written + "\"}, remedy: \"" + written + "\", question: \"" + written + "\"}\npackage bidgate.requirement.acme.small\n\nviolation contains {\"code\": \"no\", \"args\": {}, \"at\": [\"bundle\"]} if input.bundle.digest == \"" + written + "\"\n\nbasis contains {\"code\": \"yes\", \"args\": {}, \"at\": [\"bundle\"], \"level\": \"asserted\"} if input.bundle.digest != \"\"\n",
		filepath.Join(pack, "small_test.rego"): "package bidgate.requirement.acme.small_test\n\ntest_evil if \"" + written + "\" == input.x\n",
	} {
		if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{
		{"screen", "bundle", "--profile", "baseline", "-f", "text", "--offer-vendor", evil, "--offer-product", evil, "--offer-version", evil},
		{"screen", "bundle", "--profile", "baseline", "-f", "json", "--offer-vendor", evil},
		{"screen", "bundle", "--profile", "baseline", "--verbose", "--policy", "pack"},
		{"screen", "bundle", "--profile", "baseline", "-f", "json=" + evil + "/" + evil},
		{"screen", "bundle", "--profile", "baseline", "--export", "export" + evil},
		{"screen", "bundle", "--profile", "profile.yaml"},
		{"screen", "bundle", "--profile", evil},
		{"screen", "bundle", "--profile", "baseline", "--param", evil},
		{"screen", "bundle", "--profile", "baseline", "--param", "sbom.subject." + evil + "=1"},
		{"screen", "bundle", "--profile", "baseline", "--as-of", evil},
		{"screen", "bundle", "--profile", "baseline", "--fail-on", evil},
		{"screen", "--tender", "tender.yaml"},
		{"screen", "damaged.zip", "--profile", "baseline"},
		{"screen", evil, "--profile", "baseline"},
		{"screen", "bundle", "bundle", "bundle/" + evil + ".json", "--profile", "baseline", "--policy", "bad"},
		{"inspect", "bundle"}, {"inspect", "bundle", "-f", "json"}, {"inspect", evil}, {"inspect", "damaged.zip"},
		{"policy", "list", "--policy", "pack"}, {"policy", "list", "--policy", "pack", "-f", "json"}, {"policy", "list", "--policy", "bad"},
		{"explain", "acme.small", "--policy", "pack"}, {"explain", "acme.small", "--policy", "pack", "-f", "json"}, {"explain", evil},
		{"policy", "lint", "pack"}, {"policy", "lint", "bad"}, {"policy", "lint", "bad", "-f", "json"},
		{"policy", "test", "pack"}, {"policy", "test", "pack", "-f", "json"},
		{"policy", "build", "pack", "-o", evil + "/x"}, {"policy", "build", "pack", "-o", "built" + evil},
		{evil}, {"--" + evil}, {"screen", "--" + evil + "=1"}, {"help", evil},
	} {
		_, stdout, stderr := start(t.Context(), nil, args...)
		if strings.Contains(stderr, "control characters") {
			t.Errorf("%q: the files were refused before they were shown: %s", args, stderr)
		}
		if stdout+stderr == "" {
			t.Errorf("%q says nothing", args)
		}
		for _, r := range stdout + stderr {
			if r != '\n' && (unicode.In(r, unicode.C, unicode.Zl, unicode.Zp) || !unicode.IsGraphic(r)) {
				t.Errorf("%q: %U gets out\n%q\n%q", args, r, stdout[:min(len(stdout), 300)], stderr)
				break
			}
		}
	}
}

package evidence

import (
	"regexp"
	"strings"
)

// generators is the closed table of the tools that bidgate knows to make SBOMs,
// by the name of the tool in lower case, without npm scope and with hyphens for
// spaces. The first that fits counts, so that narrower ones stand first.
var generators = []struct {
	known string
	name  *regexp.Regexp
}{
	{"cyclonedx-gomod", regexp.MustCompile(`^cyclonedx-gomod$`)},
	{"cyclonedx-npm", regexp.MustCompile(`^cyclonedx-npm$`)},
	// It calls itself "Node.js module" to version 3.
	{"cyclonedx-node-module", regexp.MustCompile(`^(cyclonedx-node-module|cyclonedx-bom|bom)-?(node)?$|^node\.js-module$|^cyclonedx-webpack-plugin$`)},
	{"cyclonedx-maven-plugin", regexp.MustCompile(`^cyclonedx-maven-plugin$`)},
	{"cyclonedx-gradle-plugin", regexp.MustCompile(`^cyclonedx-gradle-plugin$`)},
	{"cyclonedx-php-composer", regexp.MustCompile(`^cyclonedx-php-composer$`)},
	{"cyclonedx-python", regexp.MustCompile(`^cyclonedx-(py|python|python-lib)$`)},
	{"cyclonedx-dotnet", regexp.MustCompile(`^cyclonedx-(module-for-\.net|dotnet)$`)},
	{"cyclonedx-rust-cargo", regexp.MustCompile(`^(cargo-cyclonedx|cyclonedx-rust-cargo)$`)},
	{"syft", regexp.MustCompile(`^syft$`)},
	{"cdxgen", regexp.MustCompile(`^cdxgen$`)},
	{"trivy", regexp.MustCompile(`^trivy$`)},
	{"sbom-tool", regexp.MustCompile(`^(microsoft\.)?sbom-?tool$|^microsoft\.sbomtool`)},
	{"spdx-sbom-generator", regexp.MustCompile(`^spdx-sbom-generator`)},
	{"tern", regexp.MustCompile(`^tern$`)},
	{"kubernetes-bom", regexp.MustCompile(`^(kubernetes-bom|sigs\.k8s\.io.*|spdx)$`)},
	{"ort", regexp.MustCompile(`^(ort|oss-review-toolkit)$`)},
	{"scancode", regexp.MustCompile(`^scancode(-toolkit|\.io)?$`)},
	{"fossology", regexp.MustCompile(`^fossology$`)},
	{"dependency-track", regexp.MustCompile(`^dependency-track$`)},
	{"edk2", regexp.MustCompile(`^edk2-buildreport`)},
	{"yocto", regexp.MustCompile(`^(yocto|openembedded|oe-core|vigiles|meta-cyclonedx|openembedded-core-create-spdx.*)$`)},
}

// generatorOf is the tool that is taken to have made the document: the first
// that bidgate knows, else the first that states its name.
func generatorOf(tools []Tool) Generator {
	var first Generator
	for _, t := range tools {
		if t.Name.State != Stated {
			continue
		}
		g := Generator{Name: t.Name.Value, Version: value(t.Version)}
		for _, row := range generators {
			if row.name.MatchString(toolName(t.Name.Value)) || strings.HasPrefix(t.Name.Value, "sigs.k8s.io/bom") && row.known == "kubernetes-bom" {
				g.Known = row.known
				return g
			}
		}
		if first.Name == "" {
			first = g
		}
	}
	return first
}

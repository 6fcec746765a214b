package evidence

import (
	"regexp"
	"strings"

	"github.com/bidgate/bidgate/engine/internal/pattern"
)

// generators is the closed table of the tools that bidgate knows to make SBOMs,
// by the name of the tool in lower case, without npm scope and with hyphens for
// spaces. The first that fits counts, so that narrower ones stand first.
var generators = []struct {
	known string
	name  func() *regexp.Regexp
}{
	{"cyclonedx-gomod", pattern.Lazy(`^cyclonedx-gomod$`)},
	{"cyclonedx-npm", pattern.Lazy(`^cyclonedx-npm$`)},
	// It calls itself "Node.js module" to version 3.
	{"cyclonedx-node-module", pattern.Lazy(`^(cyclonedx-node-module|cyclonedx-bom|bom)-?(node)?$|^node\.js-module$|^cyclonedx-webpack-plugin$`)},
	{"cyclonedx-maven-plugin", pattern.Lazy(`^cyclonedx-maven-plugin$`)},
	{"cyclonedx-gradle-plugin", pattern.Lazy(`^cyclonedx-gradle-plugin$`)},
	{"cyclonedx-php-composer", pattern.Lazy(`^cyclonedx-php-composer$`)},
	{"cyclonedx-python", pattern.Lazy(`^cyclonedx-(py|python|python-lib)$`)},
	{"cyclonedx-dotnet", pattern.Lazy(`^cyclonedx-(module-for-\.net|dotnet)$`)},
	{"cyclonedx-rust-cargo", pattern.Lazy(`^(cargo-cyclonedx|cyclonedx-rust-cargo)$`)},
	{"syft", pattern.Lazy(`^syft$`)},
	{"cdxgen", pattern.Lazy(`^cdxgen$`)},
	{"trivy", pattern.Lazy(`^trivy$`)},
	{"sbom-tool", pattern.Lazy(`^(microsoft\.)?sbom-?tool$|^microsoft\.sbomtool`)},
	{"spdx-sbom-generator", pattern.Lazy(`^spdx-sbom-generator`)},
	{"tern", pattern.Lazy(`^tern$`)},
	{"kubernetes-bom", pattern.Lazy(`^(kubernetes-bom|sigs\.k8s\.io.*|spdx)$`)},
	{"ort", pattern.Lazy(`^(ort|oss-review-toolkit)$`)},
	{"scancode", pattern.Lazy(`^scancode(-toolkit|\.io)?$`)},
	{"fossology", pattern.Lazy(`^fossology$`)},
	{"dependency-track", pattern.Lazy(`^dependency-track$`)},
	{"edk2", pattern.Lazy(`^edk2-buildreport`)},
	{"yocto", pattern.Lazy(`^(yocto|openembedded|oe-core|vigiles|meta-cyclonedx|openembedded-core-create-spdx.*)$`)},
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
			if row.name().MatchString(toolName(t.Name.Value)) || strings.HasPrefix(t.Name.Value, "sigs.k8s.io/bom") && row.known == "kubernetes-bom" {
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

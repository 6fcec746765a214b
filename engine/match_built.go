package engine

import (
	"strings"

	"github.com/bidgate/bidgate/engine/evidence"
)

// builtFrom is the source package of a component, as Trivy states it in
// properties: package URLs of Trivy do not have it.
type builtFrom struct{ name, epoch, version, release string }

// trivySource begins the names of these properties.
const trivySource = "aquasecurity:trivy:Src"

// sourcePackages are the source packages that an SBOM states, by row.
func sourcePackages(properties evidence.PropertyTable) map[int]builtFrom {
	built := map[int]builtFrom{}
	for _, p := range properties.Named(trivySource) {
		if p.Row < 0 {
			continue
		}
		b := built[p.Row]
		switch strings.TrimPrefix(p.Name, trivySource) {
		case "Name":
			b.name = p.Value
		case "Epoch":
			b.epoch = p.Value
		case "Version":
			b.version = p.Value
		case "Release":
			b.release = p.Value
		}
		built[p.Row] = b
	}
	return built
}

// whole is the version as distributions write it: epoch, version and release.
func (b builtFrom) whole() string {
	version := b.version
	if version == "" {
		return ""
	}
	if b.release != "" {
		version += "-" + b.release
	}
	if b.epoch != "" && b.epoch != "0" {
		version = b.epoch + ":" + version
	}
	return version
}

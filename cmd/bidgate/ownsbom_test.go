package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	cdx "github.com/CycloneDX/cyclonedx-go"

	"github.com/bidgate/bidgate/engine"
)

const (
	ownModule   = "github.com/bidgate/bidgate"
	ownMakers   = "The maintainers of bidgate"
	ownStandard = "std" // the standard library, as the go command calls it
)

// linkedModule is a module that has a package in the program.
type linkedModule struct {
	path, version, folder string
	needs                 map[string]bool // paths of modules whose packages its own import
}

// linkedModules are the modules linked into ./cmd/bidgate by their paths, from
// what is on the disk alone. Linux, macOS and Windows link the same ones.
func linkedModules(t *testing.T) map[string]*linkedModule {
	t.Helper()
	cmd := exec.Command("go", "list", "-deps", "-json=ImportPath,Imports,Standard,Module", ".")
	cmd.Env = append(os.Environ(), "GOOS=linux", "GOARCH=amd64", "CGO_ENABLED=0", "GOPROXY=off", "GOFLAGS=-mod=readonly", "GOWORK=off")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	type listed struct {
		ImportPath string
		Imports    []string
		Standard   bool
		Module     *struct{ Path, Version, Dir string }
	}
	modules, of, packages := map[string]*linkedModule{}, map[string]string{}, []listed{}
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		m := linkedModule{path: ownStandard, needs: map[string]bool{}}
		if !p.Standard {
			m.path, m.version, m.folder = p.Module.Path, p.Module.Version, p.Module.Dir
		}
		if modules[m.path] == nil {
			modules[m.path] = &m
		}
		of[p.ImportPath], packages = m.path, append(packages, p)
	}
	for _, p := range packages {
		for _, imported := range p.Imports {
			if to := of[imported]; to != "" && to != of[p.ImportPath] && of[p.ImportPath] != ownStandard {
				modules[of[p.ImportPath]].needs[to] = true
			}
		}
	}
	return modules
}

// ownBOM is the list of what is linked, all but its day: nothing in it depends
// on the machine. What nobody here knows is declared unknown.
func ownBOM(t *testing.T, root string) *cdx.BOM {
	t.Helper()
	modules, sums, known := linkedModules(t), goSums(t, root), knownLicences(t, root)
	components, dependencies, refs := []cdx.Component{}, []cdx.Dependency{}, []cdx.BOMReference{}
	for _, path := range slices.Sorted(maps.Keys(modules)) {
		m, needs := modules[path], []string{}
		for _, other := range slices.Sorted(maps.Keys(m.needs)) {
			needs = append(needs, modules[other].purl())
		}
		dependencies = append(dependencies, cdx.Dependency{Ref: m.purl(), Dependencies: &needs})
		refs = append(refs, cdx.BOMReference(m.purl()))
		if path != ownModule {
			components = append(components, m.component(sums[path+" "+m.version], licenceOf(t, m.folder, known)))
		}
	}
	bom := cdx.NewBOM()
	bom.Metadata = ownMetadata(t, modules[ownModule].purl(), modules["github.com/CycloneDX/cyclonedx-go"].version)
	bom.Components, bom.Dependencies = &components, &dependencies
	bom.Compositions = &[]cdx.Composition{{Aggregate: cdx.CompositionAggregateComplete, Dependencies: &refs}}
	bom.SerialNumber = "urn:uuid:00000000-0000-0000-0000-000000000000"
	sum := sha256.Sum256([]byte(encodedBOM(t, bom)))
	sum[6], sum[8] = sum[6]&0x0f|0x80, sum[8]&0x3f|0x80 // RFC 9562: version 8, made from a digest
	bom.SerialNumber = fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
	return bom
}

func ownMetadata(t *testing.T, ref, library string) *cdx.Metadata {
	t.Helper()
	makers := &cdx.OrganizationalEntity{Name: ownMakers}
	return &cdx.Metadata{
		Lifecycles: &[]cdx.Lifecycle{{Phase: cdx.LifecyclePhasePreBuild}},
		Tools: &cdx.ToolsChoice{Components: &[]cdx.Component{
			{Type: cdx.ComponentTypeApplication, Name: "TestOwnSBOM", Version: engine.Version, Description: "A test of bidgate that lists what go list finds linked."},
			{Type: cdx.ComponentTypeLibrary, Name: "github.com/CycloneDX/cyclonedx-go", Version: library},
		}},
		Authors: &[]cdx.OrganizationalContact{{Name: ownMakers}},
		Component: &cdx.Component{
			BOMRef: ref, Type: cdx.ComponentTypeApplication, Name: "bidgate", Version: engine.Version,
			Description: "Screens the evidence of a bid against a buyer's profile.",
			Supplier:    makers, Manufacturer: makers, PackageURL: ref,
			Licenses:   &cdx.Licenses{{License: &cdx.License{ID: "Apache-2.0", Acknowledgement: cdx.LicenseAcknowledgementDeclared}}},
			Properties: &[]cdx.Property{{Name: "cdx:cisa:unknown-information", Value: "hash"}},
		},
	}
}

// component leaves the hash of a module to the property that holds the line of
// go.sum: its digest is over names and files, and no file has it as its own.
func (m *linkedModule) component(sum, licence string) cdx.Component {
	unknown, properties := []string{"supplier", "producer", "hash"}, []cdx.Property{}
	c := cdx.Component{BOMRef: m.purl(), Type: cdx.ComponentTypeLibrary, Name: m.path, Version: m.version, PackageURL: m.purl(), Scope: cdx.ScopeRequired}
	if m.version == "" {
		c.Description = "The standard library of the Go release that builds the program; go.mod says the oldest one."
		unknown = append(unknown, "version")
	}
	if licence == "" {
		unknown = append(unknown, "licence")
	} else {
		c.Licenses = &cdx.Licenses{{License: &cdx.License{ID: licence, Acknowledgement: cdx.LicenseAcknowledgementConcluded}}}
	}
	if sum != "" {
		properties = append(properties, cdx.Property{Name: "bidgate:go.sum", Value: sum})
	}
	properties = append(properties, cdx.Property{Name: "cdx:cisa:unknown-information", Value: strings.Join(unknown, ", ")})
	c.Properties = &properties
	return c
}

// purl has no version where there is none to fetch: of this module no release
// was tagged, and the standard library comes with the Go that builds.
func (m *linkedModule) purl() string {
	purl := "pkg:golang/" + strings.ToLower(m.path)
	if m.version != "" {
		purl += "@" + strings.ReplaceAll(m.version, "+", "%2B")
	}
	return purl
}

// goSums are the digests of whole modules in go.sum, by path and version.
func goSums(t *testing.T, root string) map[string]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, "go.sum"))
	if err != nil {
		t.Fatal(err)
	}
	sums := map[string]string{}
	for line := range strings.Lines(string(data)) {
		if f := strings.Fields(line); len(f) == 3 {
			sums[f[0]+" "+f[1]] = f[2]
		}
	}
	return sums
}

func encodedBOM(t *testing.T, bom *cdx.BOM) string {
	t.Helper()
	var b strings.Builder
	if err := cdx.NewBOMEncoder(&b, cdx.BOMFileFormatJSON).SetPretty(true).SetEscapeHTML(false).EncodeVersion(bom, cdx.SpecVersion1_6); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strconv"
)

type hash struct {
	Alg     string `json:"alg"`
	Content string `json:"content"`
}
type license struct {
	ID   string `json:"id,omitempty"`
	Name string `json:"name,omitempty"`
}
type licenseChoice struct {
	License    *license `json:"license,omitempty"`
	Expression string   `json:"expression,omitempty"`
}
type contact struct {
	Name  string `json:"name,omitempty"`
	Email string `json:"email,omitempty"`
}
type org struct {
	Name    string    `json:"name,omitempty"`
	URL     []string  `json:"url,omitempty"`
	Contact []contact `json:"contact,omitempty"`
}
type extRef struct {
	Type string `json:"type"`
	URL  string `json:"url"`
}
type prop struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}
type component struct {
	Type      string          `json:"type"`
	BOMRef    string          `json:"bom-ref,omitempty"`
	Supplier  *org            `json:"supplier,omitempty"`
	Publisher string          `json:"publisher,omitempty"`
	Group     string          `json:"group,omitempty"`
	Name      string          `json:"name"`
	Version   string          `json:"version,omitempty"`
	Desc      string          `json:"description,omitempty"`
	Scope     string          `json:"scope,omitempty"`
	Hashes    []hash          `json:"hashes,omitempty"`
	Licenses  []licenseChoice `json:"licenses,omitempty"`
	CPE       string          `json:"cpe,omitempty"`
	PURL      string          `json:"purl,omitempty"`
	ExtRefs   []extRef        `json:"externalReferences,omitempty"`
	Props     []prop          `json:"properties,omitempty"`
}
type dependency struct {
	Ref       string   `json:"ref"`
	DependsOn []string `json:"dependsOn,omitempty"`
}
type rating struct {
	Source   map[string]string `json:"source"`
	Score    float64           `json:"score"`
	Severity string            `json:"severity"`
	Method   string            `json:"method"`
	Vector   string            `json:"vector"`
}
type affect struct {
	Ref string `json:"ref"`
}
type analysis struct {
	State         string   `json:"state"`
	Justification string   `json:"justification,omitempty"`
	Response      []string `json:"response,omitempty"`
}
type vulnerability struct {
	BOMRef      string            `json:"bom-ref"`
	ID          string            `json:"id"`
	Source      map[string]string `json:"source"`
	Ratings     []rating          `json:"ratings"`
	CWEs        []int             `json:"cwes"`
	Description string            `json:"description"`
	Published   string            `json:"published"`
	Analysis    *analysis         `json:"analysis,omitempty"`
	Affects     []affect          `json:"affects"`
}

var ecosystems = []struct{ typ, reg string }{
	{"npm", "https://www.npmjs.com/package/"}, {"npm", "https://www.npmjs.com/package/"}, {"npm", "https://www.npmjs.com/package/"},
	{"maven", "https://central.example/artifact/"}, {"maven", "https://central.example/artifact/"},
	{"golang", "https://pkg.example/"}, {"pypi", "https://pypi.example/project/"}, {"deb", "https://packages.example/"},
}
var words = []string{"async", "core", "json", "http", "net", "util", "stream", "crypto", "tls", "log", "trace", "query", "schema", "parser", "render", "router", "cache", "queue", "proto", "codec", "socket", "buffer", "event", "config", "auth", "token", "image", "audio", "graph", "table"}
var licenceIDs = []string{"MIT", "MIT", "MIT", "MIT", "Apache-2.0", "Apache-2.0", "Apache-2.0", "BSD-3-Clause", "BSD-2-Clause", "ISC", "MPL-2.0", "LGPL-2.1-only", "Unlicense", "CC0-1.0", "Zlib", "EPL-2.0"}
var forbidden = []string{"AGPL-3.0-only", "AGPL-3.0-or-later", "SSPL-1.0", "BUSL-1.1", "GPL-3.0-only"}

const hexd = "0123456789abcdef"

type g struct {
	r *rand.Rand
	d float64 // per-rule defect rate
}

func (x *g) hex(n int) string {
	b := make([]byte, n)
	for i := 0; i < n; i += 16 {
		v := x.r.Uint64()
		for j := i; j < i+16 && j < n; j++ {
			b[j] = hexd[v&15]
			v >>= 4
		}
	}
	return string(b)
}
func (x *g) word() string     { return words[x.r.IntN(len(words))] }
func (x *g) bad() bool        { return x.d > 0 && x.r.Float64() < x.d }
func (x *g) p(v float64) bool { return x.r.Float64() < v }
func supplierName(i int) string {
	return fmt.Sprintf("%s %s Ltd %d", words[i%len(words)], words[(i*7+3)%len(words)], i)
}
func cve(i int) string { return fmt.Sprintf("CVE-20%02d-%d", 15+i%11, 10000+i*37%80000) }

func (x *g) component(i, n int) component {
	e := ecosystems[x.r.IntN(len(ecosystems))]
	name := x.word() + "-" + x.word() + "-" + strconv.Itoa(i)
	group := "org." + x.word() + "." + x.word()
	version := fmt.Sprintf("%d.%d.%d", x.r.IntN(12), x.r.IntN(30), x.r.IntN(40))
	sup := supplierName(x.r.IntN(400))
	c := component{
		Type: "library", Name: name, Version: version, Group: group, Publisher: sup,
		Supplier: &org{Name: sup, URL: []string{"https://" + x.word() + ".example/"}},
		Desc:     "The " + name + " " + x.word() + " library: " + x.word() + " and " + x.word() + " support for " + x.word() + " applications.",
		Scope:    "required",
	}
	purl := "pkg:" + e.typ + "/" + group + "/" + name + "@" + version
	c.BOMRef = purl + "?package-id=" + x.hex(16)
	if e.typ == "deb" {
		purl += "?arch=amd64&distro=debian-12"
	}
	c.PURL = purl
	c.Hashes = []hash{{"SHA-1", x.hex(40)}, {"SHA-256", x.hex(64)}}
	if x.p(.4) {
		c.Hashes = append(c.Hashes, hash{"SHA-512", x.hex(128)})
	}
	switch {
	case x.bad():
		c.Licenses = []licenseChoice{{License: &license{ID: forbidden[x.r.IntN(len(forbidden))]}}}
	case x.p(.1):
		c.Licenses = []licenseChoice{{Expression: licenceIDs[x.r.IntN(len(licenceIDs))] + " OR " + licenceIDs[x.r.IntN(len(licenceIDs))]}}
	case x.p(.05):
		c.Licenses = []licenseChoice{{License: &license{Name: "Custom " + x.word() + " licence"}}}
	default:
		c.Licenses = []licenseChoice{{License: &license{ID: licenceIDs[x.r.IntN(len(licenceIDs))]}}}
	}
	if x.p(.6) {
		c.CPE = "cpe:2.3:a:" + group + ":" + name + ":" + version + ":*:*:*:*:*:*:*"
	}
	c.ExtRefs = []extRef{{"website", e.reg + name}, {"vcs", "https://git.example/" + group + "/" + name}}
	c.Props = []prop{
		{"syft:package:foundBy", e.typ + "-cataloger"}, {"syft:package:language", e.typ},
		{"syft:package:type", e.typ}, {"syft:location:0:path", "/opt/app/lib/" + group + "/" + name + "/package.json"},
	}
	if x.bad() { // known end-of-life product
		c.Name, c.Group = fmt.Sprintf("eol-product-%d", x.r.IntN(200)), ""
		c.Version = fmt.Sprintf("%d.%d", x.r.IntN(3), x.r.IntN(10))
		c.PURL = "pkg:generic/" + c.Name + "@" + c.Version
	}
	if x.bad() {
		c.Supplier.Name = fmt.Sprintf("Banned Vendor %d", x.r.IntN(40))
	}
	if x.bad() {
		c.Supplier, c.Publisher = nil, ""
	}
	if x.bad() {
		c.Version = ""
	}
	if x.bad() {
		c.PURL = ""
	}
	if x.bad() {
		c.Hashes = nil
	} else if x.bad() {
		c.Hashes = c.Hashes[:1] // SHA-1 only
	}
	if x.bad() {
		c.Licenses = nil
	}
	return c
}

func (x *g) vuln(i int, ref string, kev bool) vulnerability {
	id := "CVE-2099-" + strconv.Itoa(10000+i)
	if kev {
		id = cve(x.r.IntN(1400))
	}
	sev := []string{"low", "medium", "medium", "high", "critical"}[x.r.IntN(5)]
	v := vulnerability{
		BOMRef: "vuln-" + strconv.Itoa(i), ID: id, Source: map[string]string{"name": "NVD", "url": "https://nvd.example/" + id},
		Ratings:     []rating{{map[string]string{"name": "NVD"}, float64(x.r.IntN(100)) / 10, sev, "CVSSv31", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}},
		CWEs:        []int{20 + x.r.IntN(900)},
		Description: "A flaw in " + x.word() + " handling lets a remote attacker reach " + x.word() + " through a crafted " + x.word() + " message.",
		Published:   "2024-05-06T00:00:00Z", Affects: []affect{{ref}},
	}
	if x.p(.3) {
		v.Analysis = &analysis{State: "not_affected", Justification: "code_not_reachable"}
	}
	return v
}

// sbom streams one BOM, so that 100k+ components need no big heap.
func (x *g) sbom(w io.Writer, n int, serial string) {
	bw := bufio.NewWriterSize(w, 1<<20)
	put := func(v any) {
		b, err := json.Marshal(v)
		must(err)
		bw.Write(b)
	}
	root := "root-application"
	fmt.Fprintf(bw, `{"$schema":"http://cyclonedx.org/schema/bom-1.6.schema.json","bomFormat":"CycloneDX","specVersion":"1.6","serialNumber":"urn:uuid:%s","version":1,"metadata":{"timestamp":"2026-01-02T03:04:05Z","tools":{"components":[{"type":"application","name":"gen","version":"1.0.0"}]},"authors":[{"name":"Vendor PSIRT","email":"psirt@vendor.example"}],"supplier":{"name":"Vendor Inc","url":["https://vendor.example/"]},"component":{"type":"application","bom-ref":"%s","name":"appliance-firmware","version":"7.3.1","supplier":{"name":"Vendor Inc"},"purl":"pkg:generic/appliance-firmware@7.3.1"}},"components":[`, serial, root)
	refs := make([]string, n)
	for i := range n {
		c := x.component(i, n)
		refs[i] = c.BOMRef
		if i > 0 {
			if x.d > 0 && x.p(x.d/4) { // duplicated bom-ref
				c.BOMRef = refs[x.r.IntN(i)]
			}
			bw.WriteByte(',')
		}
		put(c)
	}
	bw.WriteString(`],"dependencies":[`)
	direct := max(1, min(n/20, 200))
	put(dependency{root, refs[:min(direct, n)]})
	for i := range n {
		if x.d > 0 && x.p(x.d/2) { // no dependency statement for this component
			continue
		}
		bw.WriteByte(',')
		d := dependency{Ref: refs[i]}
		add := func(ref string) {
			if !slices.Contains(d.DependsOn, ref) { // the schema asks for unique items
				d.DependsOn = append(d.DependsOn, ref)
			}
		}
		for range x.r.IntN(5) {
			if i+1 < n {
				add(refs[i+1+x.r.IntN(min(n-i-1, 500))])
			}
		}
		if i+direct < n && i%2 == 0 { // keeps the graph connected for most components
			add(refs[i+direct])
		}
		if x.d > 0 && x.p(x.d/2) { // dangling reference
			add("pkg:npm/ghost-" + strconv.Itoa(i) + "@0.0.0")
		}
		put(d)
	}
	bw.WriteString(`],"vulnerabilities":[`)
	nv := n / 33
	for i := range nv {
		if i > 0 {
			bw.WriteByte(',')
		}
		put(x.vuln(i, refs[x.r.IntN(n)], x.d > 0 && x.p(.05)))
	}
	bw.WriteString("]}\n")
	must(bw.Flush())
}

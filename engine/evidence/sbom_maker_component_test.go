package evidence

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

func (m *sbomMaker) party() any {
	o := object{}
	m.put(o, "name", m.one("Acme", "acme ", "ACME", "Bolt GmbH", "syft", "Müller & Söhne"))
	if m.once(3) {
		m.list(o, "url", 2, func() any { return m.one("https://acme.example", "acme", "") })
	}
	if m.once(3) {
		m.list(o, "contact", 2, func() any { c := object{}; m.put(c, "email", "psirt@acme.example"); return c })
	}
	return o
}

func (m *sbomMaker) hash() any {
	o := object{}
	alg, digits, _ := strings.Cut(m.one("MD5 32", "MD5 32", "SHA-1 40", "SHA-256 64", "SHA-384 96", "SHA-512 128", "SHA3-256 64", "SHA3-512 128",
		"BLAKE2b-256 64", "BLAKE3 64", "Streebog-512 128", "sha256 64", "CRC32 32", "SHA-256 32", "SHA-512 31"), " ")
	length, _ := strconv.Atoi(digits)
	m.put(o, "alg", alg)
	m.put(o, "content", m.digits(length))
	return o
}

// digits are a digest of this length: often one of few, so that some are alike,
// at times a digit over and over or the digest of nothing.
func (m *sbomMaker) digits(length int) string {
	if m.once(6) {
		return strings.Repeat(m.one("0", "a", "g"), length)
	}
	for _, digest := range slices.Sorted(maps.Keys(emptyDigests)) {
		if len(digest) == length && m.once(9) {
			return m.one(digest, strings.ToUpper(digest))
		}
	}
	return strings.Repeat(m.one("01", "1a", "1A", "ab", "0g"), length)[:length]
}

func (m *sbomMaker) licence() any {
	o := object{}
	switch m.IntN(4) {
	case 0:
		m.put(o, "expression", m.one("MIT", "MIT OR Apache-2.0", "(GPL-2.0-only WITH Classpath-exception-2.0)", "mit and isc", "GPL-2.0+", "MIT AND", "LicenseRef-x",
			"MIT OR (ISC AND (BSD-3-Clause OR Zlib))", "MIT/X11", "See file", "DocumentRef-a:LicenseRef-b AND MIT", "MIT WITH nothing", "Apache 2.0"))
	case 1:
		inner := object{}
		m.put(inner, "name", m.one("Acme EULA", "MIT License", "proprietary"))
		o["license"] = inner
	case 2:
		o["license"] = oddities[m.IntN(len(oddities))]
	default:
		inner := object{}
		m.put(inner, "id", m.one("MIT", "mit", "Apache-2.0", "Classpath-exception-2.0", "GPL-2.0", "NoSuch-1.0"))
		if m.once(2) {
			m.put(inner, "acknowledgement", m.one("declared", "concluded", "guessed"))
		}
		o["license"] = inner
	}
	if m.once(3) {
		m.put(o, "acknowledgement", m.one("declared", "concluded"))
	}
	return o
}

func (m *sbomMaker) property() any {
	o := object{}
	name := m.one("bsi:component:executable", "bsi:component:archive", "bsi:component:structured", "bsi:component:filename", "bsi:component:effectiveLicence",
		"cdx:lifecycle:milestone:endOfSupport", "cdx:lifecycle:milestone:endOfLife", "cdx:cisa:unknown-information", "cdx:cisa:withheld-information", "other")
	m.put(o, "name", name)
	m.put(o, "value", m.one("executable", "non-executable", "archive", "no archive", "structured", "unstructured", "libx.so", "MIT",
		"2030-02-28", "2030-02-30", "2030-01-01T00:00:00Z", "2030-01-01T23:59:60+01:00", "next year", "version, hash", "component producer,supplier", "purl , Licence", "weather"))
	return o
}

func (m *sbomMaker) reference() any {
	o := object{}
	m.put(o, "type", m.one("distribution", "source-distribution", "website", "security-contact", "rfc-9116", "advisories", "vcs"))
	m.put(o, "url", m.one("https://acme.example/x", "mailto:psirt@acme.example", "tel:+49 1", "tel:+49-1", "http://[::1]/", "psirt@acme.example", "a@b", "acme.example", "HTTPS://A.example:80?x", "mailto:a@b.example?subject=%20x"))
	if m.once(2) {
		m.list(o, "hashes", 2, m.hash)
	}
	return o
}

// names fill the identity of a component so that it mostly agrees with itself.
func (m *sbomMaker) identity(o object) {
	m.names++
	group, name := m.one("", "", "org.acme", "@acme", "github.com/acme", "Acme"), m.one("part", "Part", "my_part.x", "libc6", "tensorflow", "Torch", fmt.Sprint("part", m.names))
	version := m.one("1.0", "v1.0", "1.0.0-rc.1", "1:2.3-4", "2.3", "go1.26", "v2.0.0+incompatible", "sha256:"+strings.Repeat("0", 64), "R2")
	if group != "" {
		m.put(o, "group", group)
	}
	m.put(o, "name", name)
	m.put(o, "version", version)
	if m.once(20) && name != "" {
		o["name"] = group + "/" + name
	}
	kind := m.one("npm", "golang", "maven", "pypi", "deb", "rpm", "apk", "oci", "docker", "generic", "github", "cargo", "nuget", "huggingface", "swift", "conan", "bitnami", "NPM")
	head := strings.ReplaceAll(group, "@", "%40")
	if head != "" {
		head += "/"
	}
	m.put(o, "purl", "pkg:"+kind+"/"+head+m.one(name, name, name, strings.ToUpper(name), name+"-x", "%2F"+name)+m.one("", "@"+version, "@"+version, "@"+strings.TrimPrefix(version, "v"), "@1.0", "@")+
		m.one("", "", "", "?arch=amd64", "?epoch=1", "?a=b&a=c", "#sub/dir", "?checksum=sha1:x#x"))
	if m.once(2) {
		m.put(o, "cpe", m.one("cpe:2.3:a:acme:part:"+strings.ReplaceAll(version, ":", `\:`)+":*:*:*:*:*:*:*", "cpe:2.3:a:acme:part:1.0:*:*:*:*:*:*:*", "cpe:/a:acme:part:"+version,
			"cpe:2.3:o:acme:part:*:*:*:*:*:*:*:*", "cpe:2.3:a:acme:part:-:*:*:*:*:*:*:*", "cpe:2.3:z:acme", "cpe:/a:acme:part:1.0%2brc1", "cpe:2.3:a:acme:part:1.0:r1:*:*:*:*:*:*"))
	}
}

// ref gives a reference, now and then one that is taken.
func (m *sbomMaker) ref(o object) {
	switch {
	case m.once(8):
	case m.once(15):
		o["bom-ref"] = oddities[m.IntN(len(oddities))]
	case m.once(12) && len(m.refs) > 0:
		o["bom-ref"] = m.refs[m.IntN(len(m.refs))]
	default:
		ref := fmt.Sprint("ref-", len(m.refs))
		if m.once(6) {
			ref = fmt.Sprintf("%08X-0000-4000-8000-%012x", len(m.refs), len(m.refs))
		}
		m.refs = append(m.refs, ref)
		o["bom-ref"] = ref
	}
}

func (m *sbomMaker) component(depth int) any {
	o := object{}
	m.ref(o)
	m.put(o, "type", m.one("library", "library", "application", "framework", "container", "operating-system", "device", "firmware", "file", "data", "machine-learning-model", "cryptographic-asset", "device-driver", "platform", "widget"))
	m.identity(o)
	if m.once(3) {
		m.put(o, "scope", m.one("required", "optional", "excluded", "Excluded"))
	}
	for _, name := range []string{"supplier", "manufacturer"} {
		if m.once(3) {
			o[name] = m.party()
		}
	}
	if m.once(4) {
		m.list(o, "authors", 2, m.party)
	}
	if m.once(4) {
		m.put(o, "author", m.one("Acme", "J. Doe"))
	}
	if m.once(4) {
		m.put(o, "publisher", m.one("acme", "Debian"))
	}
	if m.once(8) {
		swid := object{}
		m.put(swid, "tagId", "acme.example-1")
		m.put(swid, "name", "part")
		o["swid"] = swid
	}
	if m.once(8) {
		m.list(o, "omniborId", 2, func() any {
			return m.one("gitoid:blob:sha1:"+strings.Repeat("a", 40), "gitoid:blob:sha256:"+strings.Repeat("b", 64), "gitoid:blob")
		})
		m.list(o, "swhid", 2, func() any {
			return m.one("swh:1:cnt:"+strings.Repeat("a", 40), "swh:1:dir:"+strings.Repeat("c", 40)+";origin=x", "swh:2:cnt:0")
		})
	}
	m.list(o, "hashes", 2, m.hash)
	m.list(o, "licenses", 2, m.licence)
	if m.once(2) {
		m.list(o, "externalReferences", 3, m.reference)
	}
	if m.once(2) {
		m.list(o, "properties", 4, m.property)
	}
	if depth > 0 && m.once(3) {
		m.list(o, "components", 3, func() any { return m.component(depth - 1) })
	}
	if depth > 0 && m.once(8) {
		pedigree := object{}
		m.list(pedigree, m.one("ancestors", "descendants", "variants"), 2, func() any { return m.component(0) })
		o["pedigree"] = pedigree
	}
	return o
}

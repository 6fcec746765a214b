package engine_test

import "strings"

// doc gives the first document of a folder, if there is one.
func (b *seedbed) doc(folder string) (object, bool) {
	name, doc := b.in(folder)
	return doc, name != ""
}

// lawyerDocuments are gaps and contradictions in lifecycle data, descriptions of
// traffic and attachments.
var lawyerDocuments = []plant{
	{"lifecycle data ends support before the declaration does", oneOf("support.lifecycle_agrees"), oneOf("support.", "cra.", "nist_8259r1."), func(b *seedbed) bool {
		doc, ok := b.doc("lifecycle")
		if row := b.one(doc, "events", func(row object) bool { return row["type"] == "endOfSupport" }); row != nil {
			row["effective"] = "2028-11-01T00:00:00Z"
		}
		return ok
	}},
	{"lifecycle data says that support is over", oneOf("support."), oneOf("support.", "cra.", "nist_8259r1."), func(b *seedbed) bool {
		doc, ok := b.doc("lifecycle")
		if row := b.one(doc, "events", func(row object) bool { return row["type"] == "endOfSupport" }); row != nil {
			row["effective"] = "2026-02-01T00:00:00Z"
		}
		return ok
	}},
	{"lifecycle data of another product", oneOf("product.", "support."), oneOf("product.", "support."), func(b *seedbed) bool {
		doc, ok := b.doc("lifecycle")
		doc["identifier"] = []any{"pkg:generic/someone/else"}
		return ok
	}},
	{"lifecycle data with an end before the release", oneOf("support."), oneOf("support.", "screening.", "cra.", "nist_8259r1."), func(b *seedbed) bool {
		doc, ok := b.doc("lifecycle")
		if row := b.one(doc, "events", func(row object) bool { return row["type"] == "released" }); row != nil {
			row["effective"] = "2039-11-01T00:00:00Z"
		}
		return ok
	}},
	{"traffic of a product that is no longer supported", oneOf("network.traffic_described"), oneOf("support."), func(b *seedbed) bool {
		doc, ok := b.doc("network")
		at(doc, "ietf-mud:mud")["is-supported"] = false
		return ok
	}},
	{"traffic of another firmware", oneOf("network.", "product."), oneOf("product."), func(b *seedbed) bool {
		doc, ok := b.doc("network")
		at(doc, "ietf-mud:mud")["firmware-rev"] = "1.0.0"
		return ok
	}},
	{"traffic of another device", oneOf("network.", "product."), oneOf("product."), func(b *seedbed) bool {
		doc, ok := b.doc("network")
		at(doc, "ietf-mud:mud")["systeminfo"], at(doc, "ietf-mud:mud")["model-name"] = "XY-1 Camera", "XY-1 Camera"
		return ok
	}},
	{"traffic to a host that nobody speaks of", oneOf("network.traffic_described"), nil, func(b *seedbed) bool {
		doc, ok := b.doc("network")
		for _, acl := range rowsOf(at(doc, "ietf-access-control-list:acls"), "acl") {
			for _, ace := range rowsOf(at(acl, "aces"), "ace") {
				if ip := at(ace, "matches", "ipv4"); ip["ietf-acldns:dst-dnsname"] == "time.rillstone.example" {
					ip["ietf-acldns:dst-dnsname"] = "collect.tracker.example"
				}
			}
		}
		return ok
	}},
	{"traffic by telnet from anywhere, and ports said to be closed", oneOf("network.", "consistency."), nil, func(b *seedbed) bool {
		doc, ok := b.doc("network")
		for _, acl := range rowsOf(at(doc, "ietf-access-control-list:acls"), "acl") {
			if acl["name"] == "to-rm-8" {
				add(at(acl, "aces"), "ace", object{"name": "planted", "matches": object{"ipv4": object{"protocol": 6},
					"tcp": object{"destination-port": object{"operator": "eq", "port": 23}}}, "actions": object{"forwarding": "accept"}})
			}
		}
		return ok
	}},
	{"tests failed, and the answer that rests on them is yes", oneOf("verification.", "conformity.", "declaration.", "consistency.", "nist_8259ab.", "screening."), nil, func(b *seedbed) bool {
		const name = "evidence/security-test.junit.xml"
		was := string(b.files[name])
		text := strings.ReplaceAll(was, `failures="0"`, `failures="1"`)
		text = strings.ReplaceAll(text, `name="unsigned image is refused" time="240.0"/>`, `name="unsigned image is refused" time="240.0"><failure message="the image was installed"/></testcase>`)
		return replaced(b, name, was, text)
	}},
	{"security.txt that has expired", oneOf("disclosure.security_txt"), nil, func(b *seedbed) bool {
		b.listed("evidence/security.txt", "attachment", "Contact: mailto:security@vendor.example\nExpires: 2025-01-01T00:00:00Z\n")
		return true
	}},
	{"security.txt with another contact than the declaration", oneOf("disclosure."), oneOf("disclosure."), func(b *seedbed) bool {
		b.listed("evidence/security.txt", "attachment", "Contact: mailto:holiday-photos@elsewhere.example\nExpires: 2027-03-01T00:00:00Z\n")
		return true
	}},
	{"report that is an empty file", oneOf("declaration.", "verification.", "conformity.", "screening."), oneOf("declaration.", "nist_8259", "conformity.", "verification.", "sag.", "iec_62443."), func(b *seedbed) bool {
		const name = "evidence/security-test.md"
		return replaced(b, name, string(b.files[name]), "")
	}},
}

// replaced puts other text in a file, and its digest wherever the old one stood.
func replaced(b *seedbed, name, was, text string) bool {
	if was == text || was == "" {
		return false
	}
	old, now := digest([]byte(was)), digest([]byte(text))
	for other, content := range b.files {
		b.files[other] = []byte(strings.ReplaceAll(string(content), old, now))
	}
	for _, doc := range b.docs {
		swap(doc, old, now)
	}
	b.files[name] = []byte(text)
	return true
}

// swap replaces part of each string below a value.
func swap(value any, old, now string) any {
	switch v := value.(type) {
	case string:
		return strings.ReplaceAll(v, old, now)
	case []any:
		for i := range v {
			v[i] = swap(v[i], old, now)
		}
	case object:
		for key := range v {
			v[key] = swap(v[key], old, now)
		}
	}
	return value
}

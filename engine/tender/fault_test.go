package tender_test

import (
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine/tender"
)

// parsers are the parsers of this package by the marker of their files, with
// the least that each accepts.
var parsers = map[string]struct {
	parse func(name string, data []byte) (any, error)
	least string
}{
	"profile": {func(name string, data []byte) (any, error) {
		p, err := tender.ParseProfile(name, data)
		return any(p), nothing(p == nil, err)
	}, "profile: 1\nid: a\nedition: b\ntitle: c\n"},
	"tender": {func(name string, data []byte) (any, error) {
		p, err := tender.ParseTender(name, data)
		return any(p), nothing(p == nil, err)
	}, "tender: 1\nid: a\n"},
	"exceptions": {func(name string, data []byte) (any, error) {
		p, err := tender.ParseExceptions(name, data)
		return any(p), nothing(p == nil, err)
	}, "exceptions: 1\nlist: []\n"},
	"determinations": {func(name string, data []byte) (any, error) {
		p, err := tender.ParseDeterminations(name, data)
		return any(p), nothing(p == nil, err)
	}, "determinations: 1\nlist: []\n"},
	"limits": {func(name string, data []byte) (any, error) {
		p, err := tender.ParseLimits(name, data, []string{"MaxFiles", "MaxRows"})
		return any(p), nothing(p == nil, err)
	}, "limits: 1\n"},
}

// nothing holds that a value comes without an error, and an error without a value.
func nothing(empty bool, err error) error {
	if empty == (err == nil) {
		panic("a value together with an error, or neither")
	}
	return err
}

func TestLeast(t *testing.T) {
	for marker, p := range parsers {
		if _, err := p.parse("f.yaml", []byte(p.least)); err != nil {
			t.Errorf("%s: %v", marker, err)
		}
	}
}

// TestFileFaults are the faults that every file of the buyer can have.
func TestFileFaults(t *testing.T) {
	tests := []struct{ data, want string }{
		{"", "f:1: is empty; write the file as the documentation shows it"},
		{"\xff", "f:1: is not UTF-8 text; give a YAML file as the documentation shows it"},
		{"a: \x00", "f:1: is not UTF-8 text; give a YAML file as the documentation shows it"},
		{strings.Repeat("#", 1<<20+1), "f:1: is larger than 1 MiB; give a YAML file as the documentation shows it"},
		{"[1]", "f:1: does not hold keys and values; give a YAML file as the documentation shows it"},
		{"just words", "f:1: does not hold keys and values; give a YAML file as the documentation shows it"},
		{"MARKER: 1\n---\na: b\n", "f:2: holds more than one YAML document; keep only one"},
		{"MARKER: 1\nid: [a\n", "f:1: is not valid YAML (did not find expected ',' or ']'); correct this line or one beside it"},
		{"MARKER: 2\n", `f:1: MARKER: "2" is not a version of this format that bidgate knows; begin the file with ` + "`MARKER: 1`"},
		{"\nid: a\n", "f:2: MARKER: is missing; begin the file with `MARKER: 1`"},
		{"MARKER: 1\nMARKER: 1\n", "f:2: MARKER: stands here a second time (first in line 1); keep only one of them"},
		{"MARKER: 1\n1: a\n", "f:2: has a key that is not plain text; write each key as a word"},
		{"MARKER: 1\n? [a]\n: b\n", "f:2: has a key that is not plain text; write each key as a word"},
		{"MARKER: 1\nlist: &a [b]\n", "f:2: list: uses an anchor or alias; write the value out"},
		{"MARKER: 1\n<<: {a: b}\n", "f:2: has a key that is not plain text; write each key as a word"},
		{"MARKER: 1\nlist: !!set {a}\n", "f:2: list: has a YAML tag; remove the tag"},
		{"MARKER: 1\nlist: " + strings.Repeat("[", 20) + strings.Repeat("]", 20), "f:2: list" + strings.Repeat("[0]", 16) + ": is nested too deeply; write it as the documentation shows it"},
	}
	for marker, p := range parsers {
		for _, test := range tests {
			data := strings.ReplaceAll(test.data, "MARKER", marker)
			want := strings.ReplaceAll(test.want, "MARKER", marker)
			if _, err := p.parse("f", []byte(data)); err == nil || err.Error() != want {
				t.Errorf("%q:\n got %v\nwant %s", data[:min(len(data), 60)], err, want)
			}
		}
	}
}

func TestFaults(t *testing.T) {
	const (
		profile   = "profile: 1\nid: a\nedition: b\ntitle: c\n"
		exception = "exceptions: 1\nlist:\n - {requirement: a.b, reason: c, approver: d, tender: true, until: 2027-01-01, "
		found     = "determinations: 1\nlist:\n - {requirement: a.b, outcome: met, reason: c, place: d, by: e, date: 2027-01-01, "
	)
	tests := []struct{ marker, data, want string }{
		{"profile", "tender: 1\n", "f:1: is a tender; give a file that begins with `profile: 1`"},
		{"tender", "profile: 1\n", "f:1: is a profile; give a file that begins with `tender: 1`"},
		{"exceptions", "determinations: 1\n", "f:1: is a file of determinations; give a file that begins with `exceptions: 1`"},

		{"profile", profile + "size: 2\n", "f:5: size: is not a key of a profile; use profile, id, edition, title, description, extends, reject_at, clarify_at, use, requirements or fail_on, or remove it"},
		{"profile", profile + "\"\\e[31m\": 2\n", "f:5: \"\\x1b[31m\": is not a key of a profile; use profile, id, edition, title, description, extends, reject_at, clarify_at, use, requirements or fail_on, or remove it"},
		{"profile", "profile: 1\nid: a\nedition: 2026.11\ntitle: c\n", `f:3: edition: "2026.11" is not text here; put it in quotes`},
		{"profile", "profile: 1\nid: a\nedition: ''\ntitle: c\n", "f:3: edition: is empty; give it a value or remove the key"},
		{"profile", "profile: 1\nid: a\nedition:\ntitle: c\n", "f:3: edition: is empty; give it a value or remove the key"},
		{"profile", "profile: 1\nid: [a]\nedition: b\ntitle: c\n", "f:2: id: must be text; give one value"},
		{"profile", "profile: 1\nid: My Profile\nedition: b\ntitle: c\n", `f:2: id: "My Profile" is not the id of a profile; use small letters, digits, dots and hyphens`},
		{"profile", profile + "reject_at: high\n", `f:5: reject_at: "high" is not a severity; use blocking, major, minor or info`},
		{"profile", profile + "clarify_at: []\n", `f:5: clarify_at: what stands here is not a severity; use blocking, major, minor or info`},
		{"profile", profile + "use: sbom\n", "f:5: use: must be a list; write the items in brackets, or one a line after a dash"},
		{"profile", profile + "use:\n  - SBOM\n", "f:6: use[0]: \"SBOM\" is neither an area nor the id of a requirement; write area.name, as `bidgate policy list` shows it"},
		{"profile", profile + "fail_on: [meets]\n", `f:5: fail_on[0]: "meets" is not a verdict to fail on; use does_not_meet, undetermined or meets_with_exceptions`},
		{"profile", profile + "requirements: []\n", "f:5: requirements: must hold keys and values; write one `key: value` a line below it"},
		{"profile", profile + "requirements:\n  sbom: {use: true}\n", "f:6: requirements.sbom: is not the id of a requirement; write area.name, as `bidgate policy list` shows it"},
		{"profile", profile + "requirements:\n  a.b: major\n", "f:6: requirements.a.b: must hold keys and values; use use, severity, level, parameters or accept_not_applicable"},
		{"profile", profile + "requirements:\n  a.b: {weight: 1}\n", "f:6: requirements.a.b.weight: is not a key of a requirement's choice; use use, severity, level, parameters or accept_not_applicable, or remove it"},
		{"profile", profile + "requirements:\n  a.b: {use: yes}\n", `f:6: requirements.a.b.use: "yes" is not a truth value; use true or false`},
		{"profile", profile + "requirements:\n  a.b: {level: proven}\n", `f:6: requirements.a.b.level: "proven" is not a level; use asserted, evidenced or verified`},
		{"profile", profile + "requirements:\n  a.b: {parameters: {n: 0x10}}\n", `f:6: requirements.a.b.parameters.n: "0x10" is not a plain decimal number; write it as 12 or 0.5, or in quotes if it is a text`},
		{"profile", profile + "requirements:\n  a.b: {parameters: {n: .inf}}\n", `f:6: requirements.a.b.parameters.n: ".inf" is not a plain decimal number; write it as 12 or 0.5, or in quotes if it is a text`},
		{"profile", profile + "requirements:\n  a.b: {parameters: {n: {}}}\n", "f:6: requirements.a.b.parameters.n: cannot hold keys and values; use a number, a text, true, false or a list of texts"},
		{"profile", profile + "requirements:\n  a.b: {parameters: {n: }}\n", `f:6: requirements.a.b.parameters.n: "" is not a value for a parameter; use a number, a text, true, false or a list of texts`},
		{"profile", profile + "requirements:\n  a.b: {parameters: {n: [1]}}\n", `f:6: requirements.a.b.parameters.n[0]: "1" is not text here; put it in quotes`},

		{"tender", "tender: 1\nid: a\nas_of: 30.11.2026\n", `f:3: as_of: "30.11.2026" is not a date; write it as YYYY-MM-DD`},
		{"tender", "tender: 1\nid: a\nas_of: 2026-02-30\n", `f:3: as_of: "2026-02-30" is not a date; write it as YYYY-MM-DD`},
		{"tender", "tender: 1\nid: a\nprofile: baseline\n", "f:3: profile: must hold keys and values; use name, file or digest"},
		{"tender", "tender: 1\nid: a\nprofile: {name: a, file: b}\n", "f:3: profile: must give either name or file; write `profile: {name: baseline}` or `profile: {file: profile.yaml}`"},
		{"tender", "tender: 1\nid: a\nprofile: {name: a, digest: abc}\n", `f:3: profile.digest: "abc" is not a SHA-256 digest; write sha256: and 64 hexadecimal digits`},
		{"tender", "tender: 1\nid: a\nparameters: {support: {a: 1}}\n", "f:3: parameters.support: is not the id of a requirement; write area.name, as `bidgate policy list` shows it"},
		{"tender", "tender: 1\nid: a\nparameters: {a.b: 1}\n", "f:3: parameters.a.b: must hold keys and values; write one `parameter: value` a line below it"},
		{"tender", "tender: 1\nid: a\noffers:\n  - bids/acme.zip\n", "f:4: offers[0]: must hold keys and values; use bundle, vendor or items"},
		{"tender", "tender: 1\nid: a\noffers:\n  - vendor: b\n", "f:4: offers[0].bundle: is missing; add it"},
		{"tender", "tender: 1\nid: a\noffers:\n  - bundle: b\n", "f:4: offers[0].vendor: is missing; add it"},
		{"tender", "tender: 1\nid: a\noffers:\n  - {bundle: b, vendor: c, items: [{product: d, version: 2.10}]}\n", `f:4: offers[0].items[0].version: "2.10" is not text here; put it in quotes`},
		{"tender", "tender: 1\nid: a\noffers:\n  - {bundle: b, vendor: c, items: [{version: \"1\"}]}\n", "f:4: offers[0].items[0].product: is missing; add it"},
		{"tender", "tender: 1\nid: a\noffers:\n  - {bundle: b, vendor: c}\n  - {bundle: b, vendor: d}\n", `f:5: offers[1].bundle: "b" is named by an earlier offer; keep one offer for each bundle`},

		{"exceptions", "exceptions: 1\n", "f:1: list: is missing; add it"},
		{"exceptions", "exceptions: 1\nlist:\n - {reason: c, approver: d, tender: true, until: 2027-01-01}\n", "f:3: list[0].requirement: is missing; add it"},
		{"exceptions", "exceptions: 1\nlist:\n - {requirement: a.b, approver: d, tender: true, until: 2027-01-01}\n", "f:3: list[0].reason: is missing; add it"},
		{"exceptions", "exceptions: 1\nlist:\n - {requirement: a.b, reason: c, tender: true, until: 2027-01-01}\n", "f:3: list[0].approver: is missing; add it"},
		{"exceptions", "exceptions: 1\nlist:\n - {requirement: a.b, reason: c, approver: d, tender: true}\n", "f:3: list[0].until: is missing; add it"},
		{"exceptions", "exceptions: 1\nlist:\n - {requirement: a.b, reason: c, approver: d, until: 2027-01-01}\n", "f:3: list[0]: does not say what offer it is for; give vendor, product and version, or `tender: true`"},
		{"exceptions", "exceptions: 1\nlist:\n - {requirement: a.b, reason: c, approver: d, until: 2027-01-01, vendor: e, product: f}\n", "f:3: list[0]: does not say what offer it is for; give vendor, product and version, or `tender: true`"},
		{"exceptions", "exceptions: 1\nlist:\n - {requirement: sbom, reason: c, approver: d, tender: true, until: 2027-01-01}\n", "f:3: list[0].requirement: \"sbom\" is not the id of a requirement; write area.name, as `bidgate policy list` shows it"},
		{"exceptions", "exceptions: 1\nlist:\n - everything\n", "f:3: list[0]: must hold keys and values; use id, requirement, member, vendor, product, version, tender, document, components, reason, approver, from or until"},
		{"exceptions", exception + "vendor: e}\n", "f:3: list[0].tender: stands beside vendor, product or version; keep the one or the other"},
		{"exceptions", exception + "from: 2027-01-02}\n", "f:3: list[0].until: 2027-01-01 is before from; give a day on or after 2027-01-02"},
		{"exceptions", exception + "id: x}\n" + strings.TrimPrefix(exception, "exceptions: 1\nlist:\n") + "id: x}\n", `f:4: list[1].id: "x" is the id of an earlier exception; give each its own id`},
		{"exceptions", strings.Replace(exception, "a.b", "a.b.c", 1) + "member: d}\n", "f:3: list[0].member: stands also at the end of requirement; keep only one of them"},

		{"limits", "limits: 1\nMaxFiles: 1.0\n", `f:2: MaxFiles: "1.0" is not a number that a limit can have; use a whole number from 1 to 2147483647`},
		{"limits", "limits: 1\nMaxFiles: -1\n", `f:2: MaxFiles: "-1" is not a number that a limit can have; use a whole number from 1 to 2147483647`},
		{"limits", "limits: 1\nMaxFiles: 0777\n", `f:2: MaxFiles: "0777" is not a number that a limit can have; use a whole number from 1 to 2147483647`},
		{"limits", "limits: 1\nMaxFiles: \"1\"\n", `f:2: MaxFiles: "1" is not a number that a limit can have; use a whole number from 1 to 2147483647`},
		{"limits", "limits: 1\nMaxFiles: [1]\n", `f:2: MaxFiles: what stands here is not a number that a limit can have; use a whole number from 1 to 2147483647`},
		{"limits", "limits: 1\nMaxfiles: 1\n", "f:2: Maxfiles: is not a key of a file of limits; use limits, MaxFiles or MaxRows, or remove it"},

		{"determinations", found + "}\n", "f:3: list[0]: does not say what it is about; give vendor and product, or document, or all three"},
		{"determinations", found + "vendor: e}\n", "f:3: list[0]: does not say what it is about; give vendor and product, or document, or all three"},
		{"determinations", strings.Replace(found, ": met", ": passed", 1) + "vendor: e, product: f}\n", `f:3: list[0].outcome: "passed" is not an outcome; use met or not_met`},
		{"determinations", strings.Replace(found, "place: d, ", "", 1) + "vendor: e, product: f}\n", "f:3: list[0].place: is missing; add it"},
		{"determinations", strings.Replace(found, "by: e, ", "", 1) + "vendor: e, product: f}\n", "f:3: list[0].by: is missing; add it"},
		{"determinations", strings.Replace(found, "date: 2027-01-01, ", "", 1) + "vendor: e, product: f}\n", "f:3: list[0].date: is missing; add it"},
	}
	for _, test := range tests {
		if _, err := parsers[test.marker].parse("f", []byte(test.data)); err == nil || err.Error() != test.want {
			t.Errorf("%q:\n got %v\nwant %s", test.data, err, test.want)
		}
	}
}

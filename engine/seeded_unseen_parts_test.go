package engine_test

// unseenParts are facts in documents that only some bundles have: statements on
// vulnerabilities, lifecycle records, descriptions of traffic, results of tests.
func unseenParts() []plant {
	var all []plant
	for _, of := range [][]plant{unseenVEX, unseenRecords} {
		all = append(all, of...)
	}
	return all
}

func (b *seedbed) vex() (object, []object) { _, d := b.in("vex"); return d, rowsOf(d, "statements") }

// vexTells are consequences of a statement that says too little.
var vexTells = oneOf("vulnerability.", "sbom.", "cra.known_weaknesses", "cra.handling", "threat_model.open_vulnerabilities", "disclosure.")

var unseenVEX = []plant{
	{"VEX: not affected, and nothing says why", oneOf("vulnerability.vex_statements", "vulnerability.told_by_vendor"), vexTells, func(b *seedbed) bool {
		_, rows := b.vex()
		delete(rows[0], "justification")
		delete(rows[0], "impact_statement")
		return true
	}},
	{"VEX: affected, and nothing to do about it", oneOf("vulnerability."), vexTells, func(b *seedbed) bool {
		_, rows := b.vex()
		rows[0]["status"] = "affected"
		delete(rows[0], "justification")
		delete(rows[0], "impact_statement")
		return true
	}},
	{"VEX: still looked into", oneOf("vulnerability."), vexTells, func(b *seedbed) bool {
		_, rows := b.vex()
		rows[0]["status"] = "under_investigation"
		delete(rows[0], "justification")
		delete(rows[0], "impact_statement")
		return true
	}},
	{"VEX: of another product", oneOf("vulnerability.", "product."), oneOf("vulnerability.", "product.", "cra.", "threat_model.open_vulnerabilities"), func(b *seedbed) bool {
		_, rows := b.vex()
		rows[0]["products"] = []any{object{"@id": "pkg:generic/other-maker/other-product@1.0.0"}}
		return true
	}},
	{"VEX: of a day to come", oneOf("product.dates_past", "vulnerability."), vexTells, func(b *seedbed) bool {
		d, rows := b.vex()
		d["timestamp"] = "2028-01-01T00:00:00Z"
		for _, row := range rows {
			row["timestamp"] = "2028-01-01T00:00:00Z"
		}
		return true
	}},
	{"VEX: yes and no to one vulnerability", oneOf("vulnerability."), vexTells, func(b *seedbed) bool {
		d, rows := b.vex()
		add(d, "statements", object{"vulnerability": rows[0]["vulnerability"], "timestamp": rows[0]["timestamp"], "products": rows[0]["products"], "status": "fixed"})
		return true
	}},
	{"VEX: status in a word that is none", oneOf("vulnerability.", "screening."), oneOf("vulnerability.", "screening.", "cra.", "disclosure.", "threat_model.open_vulnerabilities"), func(b *seedbed) bool {
		_, rows := b.vex()
		rows[0]["status"] = "probably fine"
		return true
	}},
	{"VEX: no vulnerability named", oneOf("vulnerability.", "screening."), oneOf("vulnerability.", "screening.", "cra.", "disclosure.", "threat_model.open_vulnerabilities"), func(b *seedbed) bool {
		_, rows := b.vex()
		delete(rows[0], "vulnerability")
		return true
	}},
	{"nothing: VEX: a further weakness that is mended", nil, nil, func(b *seedbed) bool {
		d, rows := b.vex()
		add(d, "statements", object{"vulnerability": object{"name": "CVE-2024-28960"}, "timestamp": rows[0]["timestamp"], "products": rows[1]["products"], "status": "fixed"})
		return true
	}},
}

// event is the event of a lifecycle record of this type.
func (b *seedbed) event(kind string) object {
	_, d := b.in("lifecycle")
	return b.one(d, "events", func(row object) bool { return row["type"] == kind })
}

// mud is what a bundle says of the traffic of the product.
func (b *seedbed) mud() object { _, d := b.in("network"); return at(d, "ietf-mud:mud") }

var unseenRecords = []plant{
	{"lifecycle: another end of support than declared", oneOf("support.lifecycle_agrees"), oneOf("support.", "cra."), func(b *seedbed) bool {
		b.event("endOfSupport")["effective"] = "2030-11-01T00:00:00Z"
		return true
	}},
	{"lifecycle: support ended before the screening", oneOf("support.lifecycle_agrees", "support.not_ended"), oneOf("support.", "cra."), func(b *seedbed) bool {
		b.event("endOfSupport")["effective"] = "2026-01-01T00:00:00Z"
		return true
	}},
	{"lifecycle: of another product", oneOf("support.", "product.", "screening."), oneOf("support.", "product."), func(b *seedbed) bool {
		_, d := b.in("lifecycle")
		d["identifier"] = []any{"pkg:generic/other-maker/other-product"}
		return true
	}},
	{"lifecycle: this version is withdrawn", oneOf("support.", "product.", "screening."), oneOf("support.", "product."), func(b *seedbed) bool {
		_, d := b.in("lifecycle")
		add(d, "events", object{"id": 4, "type": "withdrawn", "effective": "2026-11-10T00:00:00Z", "published": "2026-11-10T00:00:00Z", "eventId": 1})
		return true
	}},
	{"lifecycle: released on a day to come", oneOf("support.", "product.dates_past", "product."), oneOf("support.", "product."), func(b *seedbed) bool {
		b.event("released")["effective"] = "2028-11-01T00:00:00Z"
		return true
	}},
	{"traffic: the maker supports the product no more", oneOf("network.traffic_described"), oneOf("support.", "network."), func(b *seedbed) bool {
		b.mud()["is-supported"] = false
		return true
	}},
	{"traffic: of another product", oneOf("network.", "product."), oneOf("product.", "network."), func(b *seedbed) bool {
		m := b.mud()
		m["systeminfo"], m["model-name"], m["mfg-name"] = "Gas Meter 9", "Gas Meter 9", "Quite Another Works plc"
		return true
	}},
	{"traffic: of another release", oneOf("network.", "product."), oneOf("product.", "network."), func(b *seedbed) bool {
		b.mud()["firmware-rev"] = "1.0.4"
		return true
	}},
	{"traffic: to a host that nobody else speaks of", oneOf("network.traffic_described"), oneOf("network."), func(b *seedbed) bool {
		_, d := b.in("network")
		reword(d, "ingest.rillstone.example", "collector.tracker.example.net")
		return true
	}},
	{"test results: one test failed", oneOf("verification.", "conformity.", "declaration.", "consistency."), oneOf("verification.", "conformity.", "declaration.", "consistency."), func(b *seedbed) bool {
		b.later["evidence/security-test.junit.xml"] = []byte(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="RM-8 security test" tests="2" failures="1" errors="0" time="12.6">
  <testsuite name="meter" tests="2" failures="1" errors="0" skipped="0" timestamp="2026-09-25T14:02:11" time="12.1">
    <testcase classname="update" name="unsigned image is refused" time="6.0"><failure message="an unsigned image was installed"/></testcase>
    <testcase classname="keys" name="no shared key" time="6.2"/>
  </testsuite>
</testsuites>
`)
		return true
	}},
	{"test results: no test was run", oneOf("verification.", "conformity.", "declaration.", "consistency."), oneOf("verification.", "conformity.", "declaration.", "consistency."), func(b *seedbed) bool {
		b.later["evidence/security-test.junit.xml"] = []byte(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="RM-8 security test" tests="0" failures="0" errors="0" time="0"></testsuites>
`)
		return true
	}},
	{"nothing: lifecycle record written again", nil, nil, func(b *seedbed) bool {
		_, d := b.in("lifecycle")
		d["updatedAt"] = "2026-10-20T00:00:00Z"
		return true
	}},
	{"nothing: traffic described again", nil, nil, func(b *seedbed) bool {
		b.mud()["last-update"] = "2026-10-20T00:00:00+00:00"
		return true
	}},
}

// reword replaces a word wherever it stands alone.
func reword(value any, old, with string) any {
	switch v := value.(type) {
	case string:
		if v == old {
			return with
		}
	case []any:
		for i := range v {
			v[i] = reword(v[i], old, with)
		}
	case object:
		for key := range v {
			v[key] = reword(v[key], old, with)
		}
	}
	return value
}

package advisory_test

import (
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine/advisory"
)

// osvRules are what the OSV schema (validation/schema.json of the OSV project,
// 1.7) asks of the parts of a record that an import keeps, each with a record
// that breaks it. The import takes more than the schema in two things, and
// says nothing of parts that it does not keep, such as references: see osvTaken.
var osvRules = []struct{ rule, record, complaint string }{
	{"id is required", `{"modified":"2026-11-01T00:00:00Z"}`, "the record has no id"},
	{"id is a string", `{"id":7,"modified":"2026-11-01T00:00:00Z"}`, `"/id" has another type`},
	{"modified is required", `{"id":"A"}`, "does not say when it was modified"},
	{"modified is a date and time", `{"id":"A","modified":"2026-11-01"}`, "modified is not a date and time"},
	{"published is a date and time", osvWith(`"published":"soon"`), "published is not a date and time"},
	{"withdrawn is a date and time", osvWith(`"withdrawn":"yes"`), "withdrawn is not a date and time"},
	{"aliases are strings", osvWith(`"aliases":[1]`), `"/aliases/0" has another type`},
	{"upstream are strings", osvWith(`"upstream":{}`), `"/upstream" has another type`},
	{"a severity has a type", osvWith(`"severity":[{"score":"CVSS:3.1/AV:N"}]`), "a severity has no type or no score"},
	{"a severity has a score", osvWith(`"severity":[{"type":"CVSS_V3"}]`), "a severity has no type or no score"},
	{"affected is a list", osvWith(`"affected":{}`), `"/affected" has another type`},
	{"a package has an ecosystem", osvAffects(`"package":{"name":"a"}`), "does not have both"},
	{"a package has a name", osvAffects(`"package":{"ecosystem":"npm"}`), "does not have both"},
	{"a package is more than a package URL", osvAffects(`"package":{"purl":"pkg:npm/a"}`), "does not have both"},
	{"a severity of a package has both parts", osvAffects(`"severity":[{"type":"CVSS_V3"}]`), "a severity has no type or no score"},
	{"a range has a type", osvRange(`"events":[{"introduced":"0"}]`), "is not a type of range"},
	{"a range has a known type", osvRange(`"type":"RPM","events":[{"introduced":"0"}]`), "is not a type of range"},
	{"a range has events", osvRange(`"type":"SEMVER"`), "does not say in which version"},
	{"a range has one event or more", osvRange(`"type":"SEMVER","events":[]`), "does not say in which version"},
	{"some event is introduced", osvRange(`"type":"SEMVER","events":[{"fixed":"1"}]`), "does not say in which version"},
	{"an event says one thing", osvRange(`"type":"SEMVER","events":[{"introduced":"0","fixed":"1"}]`), "says 2 things"},
	{"an event says something", osvRange(`"type":"SEMVER","events":[{"introduced":"0"},{}]`), "says 0 things"},
	{"an event is of a known name", osvRange(`"type":"SEMVER","events":[{"introduced":"0"},{"mended":"1"}]`), "is not one of introduced"},
	{"fixed and last_affected exclude each other", osvRange(`"type":"SEMVER","events":[{"introduced":"0"},{"fixed":"2"},{"last_affected":"1"}]`), "both fixed and last_affected"},
	{"a range of commits names its repository", osvRange(`"type":"GIT","events":[{"introduced":"0"}]`), "does not say of which repository"},
}

// osvTaken are records that keep to the schema or that an import takes beyond
// it, with the reason.
var osvTaken = []struct{ reason, record string }{
	{"the least record", `{"id":"A","modified":"2026-11-01T00:00:00Z"}`},
	{"lists may be null", osvWith(`"aliases":null,"severity":null,"affected":null`)},
	{"a later minor version adds fields", osvWith(`"schema_version":"1.99.0","novel":{}`)},
	{"a later version adds types of severity", osvWith(`"severity":[{"type":"CVSS_V9","score":"x"}]`)},
	{"a package may be left out beside commits", osvRange(`"type":"GIT","repo":"https://git.example/a","events":[{"introduced":"0"},{"limit":"*"}]`)},
	{"beyond it: versions that YAML made numbers", osvAffects(`"package":{"ecosystem":"PyPI","name":"a"},"versions":[1.10]`)},
	{"beyond it: a time zone other than UTC", `{"id":"A","modified":"2026-11-01T00:00:00+01:00"}`},
}

func osvWith(more string) string {
	return `{"id":"A","modified":"2026-11-01T00:00:00Z",` + more + `}`
}

func osvAffects(more string) string { return osvWith(`"affected":[{` + more + `}]`) }

func osvRange(more string) string { return osvAffects(`"ranges":[{` + more + `}]`) }

// TestOSVRules holds imports to the schema's rules.
func TestOSVRules(t *testing.T) {
	for _, c := range osvRules {
		_, err := advisory.ImportInMemory("osv", "a.json", []byte(c.record), advisory.Limits{})
		if err == nil || !strings.Contains(err.Error(), c.complaint) {
			t.Errorf("%s: %s\ngot  %v\nwant %s", c.rule, c.record, err, c.complaint)
		}
	}
	for _, c := range osvTaken {
		if _, err := advisory.ImportInMemory("osv", "a.json", []byte(c.record), advisory.Limits{}); err != nil {
			t.Errorf("%s: %s: %v", c.reason, c.record, err)
		}
	}
}

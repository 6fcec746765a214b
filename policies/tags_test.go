package policies_test

import (
	"encoding/json"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/policies"
)

// coreAreas are the core areas of cybersecurity standards after NISTIR 8074
// and NISTIR 8200, by which reports can be read across requirements.
var coreAreas = strings.Fields(`cryptographic_techniques incident_management hardware_assurance identity_and_access
	security_management security_evaluation network_security physical_security continuous_monitoring
	software_assurance scrm system_engineering`)

// functions are those of the NIST Cybersecurity Framework 2.0, and subcategory
// is the form of its subcategories, such as GV.SC-06.
var (
	functions   = []string{"GV", "ID", "PR", "DE", "RS", "RC"}
	subcategory = regexp.MustCompile(`^(GV|ID|PR|DE|RS|RC)\.[A-Z]{2}-\d{2}$`)
)

// TestTagsAreOfClosedSets: every requirement has one core area and the
// functions of the framework that it serves, those of its subcategories among
// them. A tag that nobody knows groups nothing.
func TestTagsAreOfClosedSets(t *testing.T) {
	data, err := fs.ReadFile(policies.FS, "bidgate/catalog/data.json")
	if err != nil {
		t.Fatal(err)
	}
	var catalogue struct {
		Requirements map[string]struct {
			Tags []string `json:"tags"`
		} `json:"requirements"`
	}
	if err := json.Unmarshal(data, &catalogue); err != nil {
		t.Fatal(err)
	}
	for id, requirement := range catalogue.Requirements {
		values := map[string][]string{}
		for _, tag := range requirement.Tags {
			key, value, _ := strings.Cut(tag, ":")
			values[key] = append(values[key], value)
			known := key == "core_area" && slices.Contains(coreAreas, value) ||
				key == "csf" && slices.Contains(functions, value) ||
				key == "csf2" && subcategory.MatchString(value) && slices.Contains(requirement.Tags, "csf:"+value[:2])
			if !known {
				t.Errorf("%s has the tag %s, which is in no closed set (or its function is no csf tag beside it)", id, tag)
			}
		}
		if len(values["core_area"]) != 1 || len(values["csf"]) == 0 {
			t.Errorf("%s has the tags %v; give it one core_area and at least one csf", id, requirement.Tags)
		}
	}
}

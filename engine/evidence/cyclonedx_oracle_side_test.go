package evidence

import (
	"fmt"
	"sort"
	"testing"

	cdx "github.com/CycloneDX/cyclonedx-go"
	"github.com/google/go-cmp/cmp"
)

// sideAgrees compares the tables beside the components with what cyclonedx-go finds.
func sideAgrees(t *testing.T, bom *cdx.BOM, ours reading) {
	t.Helper()
	if diff := cmp.Diff(oracleServices(bom), ourServices(ours)); diff != "" {
		t.Errorf("services (-cyclonedx-go +ours):\n%s", diff)
	}
}

// flagText writes a truth value that may be absent.
func flagText(b *bool) string {
	if b == nil {
		return string(Absent)
	}
	return fmt.Sprint(*b)
}

func oracleServices(bom *cdx.BOM) []string {
	lines := []string{}
	var list func(services *[]cdx.Service, from string)
	list = func(services *[]cdx.Service, from string) {
		for _, s := range all(services) {
			endpoints, data := []string{}, []ServiceData{}
			for _, e := range all(s.Endpoints) {
				if usable(e) != "" {
					endpoints = append(endpoints, e)
				}
			}
			for _, d := range all(s.Data) {
				data = append(data, ServiceData{string(d.Flow), usable(d.Classification), usable(d.Name)})
			}
			lines = append(lines, fmt.Sprintf("%s | %s | %s | %s | %s | %s | %v | %s | %s | %s | %v", from, s.BOMRef, oracleEntity(s.Provider),
				usable(s.Group), usable(s.Name), usable(s.Version), endpoints, flagText(s.Authenticated), flagText(s.CrossesTrustBoundary), s.TrustZone, data))
			inner := from
			if from == "services" {
				inner = "nested"
			}
			list(s.Services, inner)
		}
	}
	list(bom.Services, "services")
	if m := bom.Metadata; m != nil && m.Tools != nil {
		list(m.Tools.Services, "tools")
	}
	if d := bom.Declarations; d != nil && d.Targets != nil {
		list(d.Targets.Services, "targets")
	}
	sort.Strings(lines)
	return lines
}

func ourServices(r reading) []string {
	flag := func(f Flag) string {
		if f.State == Stated {
			return fmt.Sprint(f.Value)
		}
		return string(f.State)
	}
	lines := []string{}
	for _, s := range r.services {
		lines = append(lines, fmt.Sprintf("%s | %s | %s | %s | %s | %s | %v | %s | %s | %s | %v", s.From, s.BOMRef, s.Provider,
			s.Group, s.Name, s.Version, s.Endpoints, flag(s.Authenticated), flag(s.CrossesTrust), s.TrustZone, s.Data))
	}
	sort.Strings(lines)
	return lines
}

package evidence

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// serviceStates are the states of a service with name, version, provider and data.
func serviceStates(name, version, provider, data State) ServiceStates {
	return ServiceStates{Name: name, Version: version, Provider: provider, Data: data}
}

// absentFlag is a flag that is not there.
var absentFlag = Flag{State: Absent}

// TestSaaSBOM reads the services of a real SaaSBOM.
func TestSaaSBOM(t *testing.T) {
	r := readCycloneDXJSON(readFile(t, "testdata/cyclonedx/saasbom-apigateway.1.4.cdx.json"), Limits{})
	if len(r.services) != 6 || r.sbom.Facts.Services != 6 {
		t.Fatalf("%d rows, %d counted", len(r.services), r.sbom.Facts.Services)
	}
	want := []Service{{
		From: "services", Parent: -1, BOMRef: "api-gateway", Provider: "Acme Inc", Group: "com.example", Name: "API Gateway", Version: "2022-1",
		Endpoints:     []string{"https://example.com/", "https://example.com/app"},
		Authenticated: Flag{State: Stated}, CrossesTrust: Flag{State: Stated, Value: true},
		Data: []ServiceData{
			{Flow: "bi-directional", Classification: "PII"}, {Flow: "bi-directional", Classification: "PIFI"},
			{Flow: "bi-directional", Classification: "Public"},
		},
		Licences: []string{}, States: serviceStates(Stated, Stated, Stated, Stated), Location: "/services/0",
	}, {
		From: "nested", Parent: 0, BOMRef: "ms-1.example.com", Provider: "Acme Inc", Group: "com.example", Name: "Microservice 1", Version: "2022-1",
		Endpoints: []string{"https://ms-1.example.com"}, Authenticated: Flag{State: Stated, Value: true}, CrossesTrust: Flag{State: Stated},
		Data:     []ServiceData{{Flow: "bi-directional", Classification: "PII"}},
		Licences: []string{}, States: serviceStates(Stated, Stated, Stated, Stated), Location: "/services/0/services/0",
	}}
	if diff := cmp.Diff(want, r.services[:2]); diff != "" {
		t.Error(diff)
	}
}

// TestServices reads services from every place, with all fields of 1.5 on.
func TestServices(t *testing.T) {
	r := readText(cycloneDX(
		`"metadata": {"tools": {"services": [{"bom-ref": "t", "name": "scan", "version": "3", "services": [{"name": "inner"}]}]}}`,
		`"services": [{"name": "UNKNOWN", "trustZone": "dmz", "data": [{"flow": "inbound", "classification": "PII", "name": "people",
			"governance": {"owners": [{"organization": {"name": "Acme"}}]}, "source": ["https://a.example"]}]}]`,
		`"declarations": {"targets": {"services": [{"name": "target", "data": []}]}}`))
	if len(r.problems) > 0 {
		t.Fatal(r.problems)
	}
	none := Service{Endpoints: []string{}, Authenticated: absentFlag, CrossesTrust: absentFlag, Data: []ServiceData{}, Licences: []string{}}
	row := func(change func(*Service)) Service { s := none; change(&s); return s }
	want := []Service{
		row(func(s *Service) {
			s.From, s.Parent, s.BOMRef, s.Name, s.Version, s.Location = "tools", -1, "t", "scan", "3", "/metadata/tools/services/0"
			s.States = serviceStates(Stated, Stated, Absent, Absent)
		}),
		row(func(s *Service) {
			s.From, s.Parent, s.Name, s.Location = "tools", 0, "inner", "/metadata/tools/services/0/services/0"
			s.States = serviceStates(Stated, Absent, Absent, Absent)
		}),
		row(func(s *Service) {
			s.From, s.Parent, s.TrustZone, s.Location = "services", -1, "dmz", "/services/0"
			s.Data = []ServiceData{{Flow: "inbound", Classification: "PII", Name: "people"}}
			s.States = serviceStates(Placeholder, Absent, Absent, Stated)
		}),
		row(func(s *Service) {
			s.From, s.Parent, s.Name, s.Location = "targets", -1, "target", "/declarations/targets/services/0"
			s.States = serviceStates(Stated, Absent, Absent, Absent)
		}),
	}
	if diff := cmp.Diff(want, r.services); diff != "" {
		t.Error(diff)
	}
	tool := []Tool{{Name: Text{Stated, "scan"}, Version: Text{Stated, "3"}}}
	if diff := cmp.Diff(tool, r.sbom.Tools.Items); diff != "" || r.sbom.Facts.Services != 1 {
		t.Errorf("%d services counted, tools: %s", r.sbom.Facts.Services, diff)
	}
}

// TestServicesOfWrongTypes finds a problem in each place of a wrong type, and
// reads what stands beside.
func TestServicesOfWrongTypes(t *testing.T) {
	for member, state := range map[string]func(*Service) State{
		`"name": 1`:                           func(s *Service) State { return s.States.Name },
		`"name": "a", "version": {}`:          func(s *Service) State { return s.States.Version },
		`"name": "a", "provider": "Acme"`:     func(s *Service) State { return s.States.Provider },
		`"name": "a", "data": {}`:             func(s *Service) State { return s.States.Data },
		`"name": "a", "data": ["PII"]`:        func(s *Service) State { return s.States.Data },
		`"name": "a", "authenticated": "yes"`: func(s *Service) State { return s.Authenticated.State },
		`"name": "a", "x-trust-boundary": 1`:  func(s *Service) State { return s.CrossesTrust.State },
		`"name": "a", "endpoints": [[]]`:      nil,
		`"name": "a", "endpoints": "x"`:       nil,
		`"name": "a", "services": {}`:         nil,
		`"name": "a", "trustZone": true`:      nil,
		`"name": "a", "bom-ref": null`:        nil,
	} {
		r := readText(cycloneDX(`"services": [{` + member + `}, {"name": "b"}, 1]`))
		if !r.readable || len(r.problems) != 2 || len(r.services) != 3 || r.services[1].Name != "b" {
			t.Errorf("%s: %d services, problems %v", member, len(r.services), r.problems)
			continue
		}
		if s := &r.services[0]; state != nil && state(s) != Invalid {
			t.Errorf("%s: %+v", member, s)
		}
		if s := r.services[2]; s.States.Name != Invalid || s.Endpoints == nil || s.Data == nil {
			t.Errorf("no object: %+v", s)
		}
	}
}

// TestServicesBound counts endpoints and kinds of data with the services.
func TestServicesBound(t *testing.T) {
	text := cycloneDX(`"services": [{"name": "a", "endpoints": ["https://a.example"], "data": [{"flow": "inbound", "classification": "x"}], "services": [{"name": "b"}]}]`)
	for bound, want := range map[int]string{1: "/services/0/endpoints/0", 2: "/services/0/data/0", 3: "/services/0/services/0"} {
		r := readCycloneDXJSON(&source{data: []byte(text), syntax: jsonSyntax}, Limits{MaxServices: bound})
		if r.readable || r.services != nil || r.problems[len(r.problems)-1].Limit != "MaxServices" || r.problems[len(r.problems)-1].At.Pointer != want {
			t.Errorf("%d: %v", bound, r.problems)
		}
	}
	if r := readCycloneDXJSON(&source{data: []byte(text), syntax: jsonSyntax}, Limits{MaxServices: 4}); !r.readable {
		t.Error(r.problems)
	}
}

// TestLocateServices gives fields of services their lines.
func TestLocateServices(t *testing.T) {
	d := readFiles(t, map[string]string{"a.cdx.json": cycloneDX("\n" + `"services": [{"name": "a",
"x-trust-boundary": true, "data": [{"flow": "inbound",
"classification": "PII"}]}]`)})
	for path, want := range map[string]Place{
		`["services", 0]`:                                 {0, "/services", 2, 13, ""},
		`["services", 0, 0]`:                              {0, "/services/0", 2, 14, ""},
		`["services", 0, 0, "crosses_trust_boundary"]`:    {0, "/services/0/x-trust-boundary", 3, 21, ""},
		`["services", 0, 0, "data", 0, "classification"]`: {0, "/services/0/data/0/classification", 4, 19, ""},
		`["services", 0, 0, "version"]`:                   {0, "/services/0/version", 2, 14, ""},
	} {
		if diff := cmp.Diff([]Place{want}, located(t, d, path)); diff != "" {
			t.Errorf("%s: %s", path, diff)
		}
	}
}

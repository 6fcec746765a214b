package evidence

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// mudText describes a device that talks with four hosts (RFC 8520, 9).
const mudText = `{"ietf-mud:mud": {"mud-version": 1, "last-update": "2026-01-02T00:00:00+00:00", "is-supported": true,
  "model-name": "FG-200", "firmware-rev": "2.4.1"},
 "ietf-access-control-list:acls": {"acl": [
  {"name": "from", "aces": {"ace": [
   {"name": "a", "matches": {"ipv4": {"ietf-acldns:dst-dnsname": "Updates.Acme.Example.", "protocol": 6}}},
   {"name": "b", "matches": {"ipv4": {"ietf-acldns:dst-dnsname": "api.cloud.example"}}},
   {"name": "c", "matches": {"ipv6": {"ietf-acldns:dst-dnsname": "time.example"}}},
   {"name": "d", "matches": {"ietf-mud:mud": {"local-networks": [null]}}}]}},
  {"name": "to", "aces": {"ace": [
   {"name": "a", "matches": {"ipv4": {"ietf-acldns:src-dnsname": "updates.acme.example"}}},
   {"name": "b", "matches": {"ipv4": {"ietf-acldns:src-dnsname": "notacme.example"}}}]}}]}}`

// TestTraffic: a description of traffic gives its hosts once each, with where
// else the bundle speaks of them.
func TestTraffic(t *testing.T) {
	d := readFiles(t, map[string]string{
		"mud.json":       mudText,
		"d.yaml":         "declaration: 1\nnetworks: {zones: [acme.example]}\n",
		"cloud.cdx.json": `{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "services": [{"bom-ref": "s", "name": "api", "endpoints": ["https://api.cloud.example/v1", "::"]}]}`,
	})
	for i, a := range d.Attachments {
		if a.Form != "mud" {
			continue
		}
		if !a.Traffic.Supported.Value || a.Traffic.Rules != 6 || a.Product.Name.Value != "FG-200" {
			t.Errorf("%+v", a.Traffic)
		}
		got := map[string]string{}
		for _, h := range a.Traffic.Hosts.Items {
			got[h.Name] = h.Declared
		}
		want := map[string]string{"updates.acme.example": "zone", "api.cloud.example": "service", "time.example": "none", "notacme.example": "none"}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
		for pointer, path := range map[string][]any{
			"/ietf-access-control-list:acls/acl/0/aces/ace/2/matches/ipv6/ietf-acldns:dst-dnsname": {"traffic", "hosts", "items", 2},
			"/ietf-mud:mud/is-supported": {"traffic", "supported"}, "/ietf-mud:mud/model-name": {"product", "name"}, "/ietf-access-control-list:acls": {"traffic"},
		} {
			if at, _, err := d.Locate(append([]any{"attachments", i}, path...), 9); err != nil || at[0].Pointer != pointer || at[0].Line == 0 {
				t.Errorf("%v is at %v (%v), want %s", path, at, err, pointer)
			}
		}
	}
	if len(d.Attachments) == 0 {
		t.Error("the description is no attachment")
	}
}

// TestTrafficPorts: single ports that rules let traffic through to, each once,
// with whose they are.
func TestTrafficPorts(t *testing.T) {
	ace := func(matches, actions string) string {
		return `{"matches": ` + matches + `, "actions": ` + actions + `}`
	}
	const accept = `{"forwarding": "accept"}`
	d := readFiles(t, map[string]string{"mud.json": `{"ietf-mud:mud": {"mud-version": 1, "to-device-policy": {"access-lists": {"access-list": [{"name": "to"}]}}},
 "ietf-access-control-list:acls": {"acl": [{"name": "from", "aces": {"ace": [` + strings.Join([]string{
		ace(`{"tcp": {"destination-port": {"operator": "eq", "port": 443}}}`, accept),
		ace(`{"tcp": {"destination-port": {"operator": "eq", "port": 443}}}`, accept),
		ace(`{"tcp": {"source-port": {"operator": "eq", "port": 80}}}`, accept),
		ace(`{"udp": {"destination-port": {"port": 123}}}`, `{}`),
		ace(`{"tcp": {"destination-port": {"operator": "eq", "port": 21}}}`, `{"forwarding": "drop"}`),
		ace(`{"tcp": {"destination-port": {"operator": "gte", "port": 1024}}}`, accept),
		ace(`{"tcp": {"destination-port": {"lower-port": 1, "upper-port": 9}}}`, accept),
	}, ",") + `]}}, {"name": "to", "aces": {"ace": [` + ace(`{"tcp": {"destination-port": {"operator": "eq", "port": 23}}}`, `{"forwarding": "ietf-access-control-list:accept"}`) + `]}}]}}`})
	const at = "/ietf-access-control-list:acls/acl/"
	want := []Port{
		{"tcp", 443, "others", at + "0/aces/ace/0/matches/tcp/destination-port/port"},
		{"udp", 123, "others", at + "0/aces/ace/3/matches/udp/destination-port/port"},
		{"tcp", 23, "device", at + "1/aces/ace/0/matches/tcp/destination-port/port"},
	}
	if diff := cmp.Diff(want, d.Attachments[0].Traffic.Ports.Items); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestTrafficOfOtherShapes: what the description says in a wrong form is told.
func TestTrafficOfOtherShapes(t *testing.T) {
	d := readFiles(t, map[string]string{"mud.json": `{"ietf-mud:mud": {"is-supported": "yes"}, "ietf-access-control-list:acls": {"acl": [{"aces": {"ace": 7}}, 1]}}`})
	traffic := d.Attachments[0].Traffic
	if traffic.Supported.State != Invalid || traffic.Rules != 0 || len(traffic.Hosts.Items) != 0 {
		t.Errorf("%+v", traffic)
	}
	if got := problems(d.Bundle.Documents[0].Problems); len(got) != 2 {
		t.Errorf("problems %v", got)
	}
}

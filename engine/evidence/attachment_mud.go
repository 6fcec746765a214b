package evidence

import (
	"net/url"
	"strconv"
	"strings"
)

func looksLikeMUD(h head) bool { return tree(h) && h.has("ietf-mud:mud") }

// readMUD reads a manufacturer usage description (RFC 8520): what it is about,
// whether that is supported, and which hosts the access lists name.
func readMUD(r *spotReader, doc spot, a *Attachment) string {
	mud := doc.get("ietf-mud:mud")
	a.Title = r.text(mud.get("systeminfo"))
	a.Date = r.date(mud.get("last-update"))
	a.Product.Name, a.Product.Version = r.text(mud.get("model-name")), r.text(mud.get("firmware-rev"))
	a.Traffic.State, a.Traffic.Supported = Stated, r.flag(mud.get("is-supported"))
	lists := doc.get("ietf-access-control-list:acls", "acl")
	if !lists.there() { // the name before RFC 8519
		lists = doc.get("ietf-access-control-list:access-lists", "acl")
	}
	if lists.there() {
		a.Traffic.Hosts.State, a.Traffic.Ports.State = Stated, Stated
	}
	inward := map[string]bool{}
	for _, list := range mud.get("to-device-policy", "access-lists", "access-list").list() {
		inward[list.get("name").plain()] = true
	}
	hosts, ports := map[string]bool{}, map[Port]bool{}
	for _, list := range r.entries(lists) {
		toward := "others"
		if inward[list.get("name").plain()] {
			toward = "device"
		}
		for _, rule := range r.entries(list.get("aces", "ace")) {
			a.Traffic.Rules++
			a.Traffic.hosts(r, rule, hosts)
			a.Traffic.ports(rule, toward, ports)
		}
	}
	return mud.get("mud-version").plain()
}

// hosts adds the names of a rule that were not seen before.
func (t *Traffic) hosts(r *spotReader, rule spot, seen map[string]bool) {
	for _, layer := range []string{"ipv4", "ipv6"} {
		for _, end := range []string{"src-dnsname", "dst-dnsname"} {
			at := rule.get("matches", layer, "ietf-acldns:"+end)
			name := hostName(r.text(at).Value)
			if name != "" && !seen[name] {
				seen[name] = true
				t.Hosts.Items = append(t.Hosts.Items, Host{Name: name, Declared: "none", Location: at.at})
			}
		}
	}
}

// ports adds the ports that a rule lets traffic through to, where it names one
// that was not seen before.
func (t *Traffic) ports(rule spot, toward string, seen map[Port]bool) {
	if action := rule.get("actions", "forwarding").plain(); action != "" && !strings.HasSuffix(action, "accept") {
		return
	}
	for _, transport := range []string{"tcp", "udp"} {
		to := rule.get("matches", transport, "destination-port")
		at := to.get("port")
		number, err := strconv.ParseUint(at.plain(), 10, 16)
		if operator := to.get("operator").plain(); err != nil || operator != "" && operator != "eq" {
			continue
		}
		port := Port{Transport: transport, Number: int(number), Toward: toward}
		if !seen[port] {
			seen[port] = true
			port.Location = at.at
			t.Ports.Items = append(t.Ports.Items, port)
		}
	}
}

// hostName is a host name as it compares: in lower case, without the dot of
// the root.
func hostName(name string) string { return strings.ToLower(strings.TrimSuffix(name, ".")) }

// traffic says of each host of a description of traffic where else the bundle
// speaks of it.
func (r *resolver) traffic() {
	var zones []string
	for i := range r.d.Declarations {
		for _, zone := range r.d.Declarations[i].Networks.Zones.Items {
			zones = append(zones, hostName(zone))
		}
	}
	services := map[string]bool{}
	for _, table := range r.d.Services {
		for i := range table {
			for _, endpoint := range table[i].Endpoints {
				if at, err := url.Parse(endpoint); err == nil && at.Hostname() != "" {
					services[hostName(at.Hostname())] = true
				}
			}
		}
	}
	for i := range r.d.Attachments {
		hosts := r.d.Attachments[i].Traffic.Hosts.Items
		for j := range hosts {
			hosts[j].Declared = declaredHost(hosts[j].Name, zones, services)
		}
	}
}

func declaredHost(name string, zones []string, services map[string]bool) string {
	for _, zone := range zones {
		if zone != "" && (name == zone || strings.HasSuffix(name, "."+zone)) {
			return "zone"
		}
	}
	if services[name] {
		return "service"
	}
	return "none"
}

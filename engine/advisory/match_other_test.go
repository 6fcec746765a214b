package advisory_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine/advisory"
)

// cyclesOf is lifecycle data of one product.
func cyclesOf(cycles ...advisory.Cycle) *advisory.Data {
	for i := range cycles {
		if cycles[i].Product == "" {
			cycles[i].Product = "widget"
		}
		if cycles[i].PURLs == nil {
			cycles[i].PURLs, cycles[i].CPEs, cycles[i].Names = []string{"pkg:npm/%40acme/widget", "pkg:deb/debian/widget", "pkg:generic/widget"},
				[]string{"cpe:2.3:a:acme:widget"}, []string{"widget"}
		}
	}
	return advisory.New(advisory.Content{Set: advisory.Set{Name: "eol", Kind: advisory.KindLifecycle}, Cycles: cycles})
}

// TestLifecycles: the cycle that has the version, by what names the product.
func TestLifecycles(t *testing.T) {
	d := cyclesOf(advisory.Cycle{Cycle: "3"}, advisory.Cycle{Cycle: "3.1"}, advisory.Cycle{Cycle: "1.1.1"},
		advisory.Cycle{Cycle: "odd", Versions: "vers:npm/>=5.0.0|<6.0.0|>=7.0.0"}, advisory.Cycle{Cycle: "one", Versions: "9.0"})
	for _, c := range []struct {
		item advisory.Item
		want string
	}{
		{advisory.Item{PURL: "pkg:npm/%40acme/widget@3.1.4"}, "0 3.1 by purl"},
		{advisory.Item{PURL: "pkg:npm/%40acme/widget@3.11.0"}, "0 3 by purl"},
		{advisory.Item{PURL: "pkg:npm/%40acme/widget@v3.1"}, "0 3.1 by purl"},
		{advisory.Item{PURL: "pkg:npm/%40acme/widget@5.9.0"}, "0 odd by purl"},
		{advisory.Item{PURL: "pkg:npm/%40acme/widget@6.0.0"}, "5"},
		{advisory.Item{PURL: "pkg:npm/%40acme/widget@8.0.0"}, "0 odd by purl"},
		{advisory.Item{PURL: "pkg:npm/%40acme/widget@9.0"}, "0 one by purl"},
		{advisory.Item{PURL: "pkg:npm/%40acme/widget"}, "3"},
		{advisory.Item{PURL: "pkg:npm/%40acme/widget@latest"}, "4"},
		{advisory.Item{PURL: "pkg:npm/widget@3.1.0", Name: "widget", Version: "3.1.0"}, "5"},
		{advisory.Item{PURL: "pkg:deb/debian/widget@1:1.1.1n-0%2Bdeb11u3?distro=debian-11"}, "0 1.1.1 by purl"},
		{advisory.Item{PURL: "pkg:generic/other@3.1", Name: "Widget", Version: "3.1"}, "1 3.1 by name weak"},
		{advisory.Item{CPE: "cpe:2.3:a:acme:widget:3.2:*:*:*:*:*:*:*"}, "1 3 by cpe weak"},
		{advisory.Item{Name: "Widget", Version: "3.1.2 (codename)"}, "1 3.1 by name weak"},
		{advisory.Item{Name: "gadget", Version: "3.1"}, "2"},
	} {
		found, err := d.Lifecycles(context.Background(), []advisory.Item{c.item})
		if err != nil {
			t.Fatal(err)
		}
		got := fmt.Sprint(int(found[0].Look))
		for _, m := range found[0].Matches {
			got += " " + m.Cycle.Cycle + " by " + m.By
			if m.Weak {
				got += " weak"
			}
		}
		if got != c.want {
			t.Errorf("%+v: got %q, want %q", c.item, got, c.want)
		}
	}
	whole := cyclesOf(advisory.Cycle{}, advisory.Cycle{Cycle: "3"})
	found, err := whole.Lifecycles(context.Background(), []advisory.Item{{PURL: "pkg:generic/widget"}, {PURL: "pkg:generic/widget@3"}})
	if err != nil || len(found[0].Matches) != 1 || found[0].Matches[0].Cycle.Cycle != "" || found[1].Matches[0].Cycle.Cycle != "3" {
		t.Errorf("the product as a whole: %+v %v", found, err)
	}
}

// TestSources: who is found, by what, and how surely.
func TestSources(t *testing.T) {
	d := advisory.New(advisory.Content{Set: advisory.Set{Name: "list", Kind: advisory.KindSources}, Entities: []advisory.Entity{
		{ID: "1", Name: "Huawei Technologies Company", Aliases: []string{"Huawei", "华为"}, Domains: []string{"huawei.com"},
			CPEVendors: []string{"huawei"}, Namespaces: []string{"pkg:golang/github.com/huawei", "com.huawei"}, Identifiers: []string{"CAGE:SDQ77"}, Countries: []string{"CN"}},
		{ID: "2", Name: "Hangzhou Hikvision Digital Technology Co., Ltd.", Aliases: []string{"HIK"}},
		{ID: "3", Name: "Elbonia", Countries: []string{"EB"}},
		{ID: "4", Name: "X.Y. S.p.A."},
	}})
	s, err := d.Sources()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		ask  func(string) []advisory.SourceHit
		text string
		want string
	}{
		{s.Organisation, "Huawei Device Co., Ltd.", "1 Huawei name weak"},
		{s.Organisation, "HUAWEI TECHNOLOGIES Inc", "1 Huawei Technologies Company name weak"},
		{s.Organisation, "ＨＵＡＷＥＩ", "1 Huawei name weak"},
		{s.Organisation, "华为", "1 华为 name weak"},
		{s.Organisation, "Huaweiland", ""},
		{s.Organisation, "Not hik vision", "2 HIK name weak"},
		{s.Organisation, "Hangzhou Hikvision Digital Technology", "2 Hangzhou Hikvision Digital Technology Co., Ltd. name weak"},
		{s.Organisation, "XY GmbH", "4 X.Y. S.p.A. name weak"},
		{s.Organisation, "cage:sdq77", "1 CAGE:SDQ77 identifier"},
		{s.Organisation, "Elbonia Telecom", ""},
		{s.Organisation, "Ltd.", ""},
		{s.Product, "huawei", "1 Huawei name weak"},
		{s.Product, "huawei-sdk", ""},
		{s.Address, "https://www.Developer.Huawei.com/x", "1 huawei.com domain"},
		{s.Address, "psirt@huawei.com", "1 huawei.com domain"},
		{s.Address, "https://nothuawei.com", ""},
		{s.Address, "huawei.com.evil.example", ""},
		{s.PURL, "pkg:golang/github.com/Huawei/x@v1.0.0", "1 pkg:golang/github.com/huawei purl_namespace"},
		{s.PURL, "pkg:maven/com.huawei.hms/push@1", "1 com.huawei purl_namespace"},
		{s.PURL, "pkg:maven/com.huaweix/push@1", ""},
		{s.PURL, "pkg:npm/huawei@1", ""},
		{s.CPE, "cpe:2.3:o:huawei:emui:10:*:*:*:*:*:*:*", "1 huawei cpe_vendor"},
		{s.Country, "eb", "3 EB country"},
		{s.Country, "CN", ""},
	} {
		list := []string{}
		for _, hit := range c.ask(c.text) {
			text := strings.Join([]string{hit.Entity.ID, hit.Alias, hit.By}, " ")
			if hit.Weak {
				text += " weak"
			}
			list = append(list, text)
		}
		if diff := cmp.Diff(c.want, strings.Join(list, ", ")); diff != "" {
			t.Errorf("%s: %s", c.text, diff)
		}
	}
}

func TestCertificates(t *testing.T) {
	for text, want := range map[string]string{"#4282": "4282", "Cert. 04282": "4282", "FIPS 140-3 certificate 4282": "4282", "compliant": "", "4282, 4283": "", "": ""} {
		if got := advisory.CertificateNumber(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	for _, c := range []struct{ got, want string }{
		{advisory.SameModule("OpenSSL FIPS Provider", "OpenSSL FIPS Provider"), "equal"},
		{advisory.SameModule("FIPS provider", "OpenSSL FIPS Provider"), "equal"},
		{advisory.SameModule("BoringCrypto", "OpenSSL FIPS Provider"), "unequal"},
		{advisory.SameModule("", "OpenSSL FIPS Provider"), "not_comparable"},
		{advisory.SameVersion("v3.0.9", []string{"3.0.8", "3.0.9"}), "equal"},
		{advisory.SameVersion("3.1", []string{"3.0.8"}), "unequal"},
		{advisory.SameVersion("3.1", nil), "not_comparable"},
	} {
		if c.got != c.want {
			t.Errorf("got %s, want %s", c.got, c.want)
		}
	}
}

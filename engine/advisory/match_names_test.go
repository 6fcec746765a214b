package advisory_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine/advisory"
)

// namedItems name products in all ways that the filter tells apart, or leaves
// to the look.
var namedItems = []advisory.Item{
	{PURL: "pkg:npm/%40acme/widget@3.1.4"}, {PURL: "pkg:npm/widget@3.1.0", Name: "widget", Version: "3.1.0"}, {PURL: "pkg:npm/other@3.1.0", Name: "widget"},
	{PURL: "pkg:generic/widget"}, {PURL: "pkg:generic/widget@3"}, {PURL: "pkg:generic/gadget@3", Name: "Widget", Version: "3"}, {PURL: "pkg:generic/gadget@3", Name: "ẅidget"},
	{PURL: "pkg:deb/debian/widget@1:1.1.1n?distro=debian-11"}, {PURL: "pkg:deb/debian/widget@1.1.1n"}, {PURL: "pkg:deb/acme/gadget@1", Name: "widget", Version: "3"},
	{PURL: "not a purl", Name: "widget", Version: "3"}, {PURL: "pkg:npm/", CPE: "cpe:2.3:a:acme:widget:3:*:*:*:*:*:*:*"}, {PURL: "PKG:GENERIC/widget@3"}, {PURL: "pkg:generic/WIDGET@3"},
	{CPE: "cpe:2.3:a:acme:widget:3.2:*:*:*:*:*:*:*"}, {CPE: "cpe:2.3:a:ACME:Widget:3"}, {CPE: "cpe:2.3:a:acme:widget"}, {CPE: "cpe:2.3:*:acme:widget:3"}, {CPE: "cpe:2.3:a:*:widget:3"},
	{CPE: "cpe:2.3:a:-:widget:3"}, {CPE: "cpe:2.3:a::widget:3"}, {CPE: `cpe:2.3:a:acme:wid\get:3`}, {CPE: `cpe:2.3:a:acme:widget:3\:1`}, {CPE: "cpe:/a:acme:widget:3"}, {CPE: "cpe:/a:acme:gadget:3"},
	{CPE: " cpe:2.3:a:acme:widget:3"}, {CPE: "cpe:2.3:a:acme:gadget:3", Name: "Widget", Version: "3"}, {CPE: "cpe:2.3:o:acme:uri:3"}, {CPE: "none", Name: "gadget"},
	{Name: "Widget", Version: "3"}, {Name: "WİDGET", Version: "3"}, {Name: "İ", Version: "3"}, {Name: "gadget"}, {},
}

func namedCycles() *advisory.Data {
	return cyclesOf(advisory.Cycle{Cycle: "3"}, advisory.Cycle{Cycle: "1.1.1"},
		advisory.Cycle{Product: "i", Cycle: "3", PURLs: []string{"pkg:generic/uri"}, CPEs: []string{"cpe:/o:acme:uri"}, Names: []string{"İ"}})
}

// sameOneByOne holds a look at many items, which a filter spares, to one look at
// each, which none does.
func sameOneByOne(t *testing.T, d *advisory.Data, items []advisory.Item) (told int) {
	t.Helper()
	many := items
	for len(many) < 64 {
		many = append(many[:len(many):len(many)], items...)
	}
	found, err := d.Lifecycles(context.Background(), many)
	if err != nil {
		t.Fatal(err)
	}
	for i, item := range items {
		one, err := d.Lifecycles(context.Background(), []advisory.Item{item})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(one[0], found[i]); diff != "" {
			t.Errorf("%+v (-alone +among many):\n%s", item, diff)
		}
		if len(one[0].Matches) > 0 {
			told++
		}
	}
	return told
}

func TestLifecyclesAmongMany(t *testing.T) {
	if told := sameOneByOne(t, namedCycles(), namedItems); told < 12 {
		t.Errorf("only %d items have a cycle", told)
	}
}

func FuzzLifecyclesAmongMany(f *testing.F) {
	for _, item := range namedItems {
		f.Add(item.PURL, item.CPE, item.Name)
	}
	d := namedCycles()
	f.Fuzz(func(t *testing.T, purl, cpe, name string) {
		sameOneByOne(t, d, []advisory.Item{{PURL: purl, CPE: cpe, Name: name, Version: "3"}})
	})
}

// BenchmarkLifecycles looks for the ends of life of 100,000 components, none of
// which is known.
func BenchmarkLifecycles(b *testing.B) {
	d, items := namedCycles(), benchItems(100_000)
	for i := range items {
		items[i].CPE = "cpe:2.3:a:example:part:1.0:*:*:*:*:*:*:*"
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := d.Lifecycles(context.Background(), items); err != nil {
			b.Fatal(err)
		}
	}
}

package purl

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/package-url/packageurl-go"
)

var texts = []string{
	"", "pkg:", "pkg:npm/", "pkg:npm/a", "pkg:npm/a@1", "pkg:npm/%40angular/core@1.2.3", "pkg:npm/@angular/core@1", "pkg:npm/a@1@2", "pkg:npm/a@", "pkg:npm//a@1",
	"pkg:maven/org.a/b-c@1.0-SNAPSHOT", "pkg:maven/org.a/b@1?type=jar", "pkg:golang/github.com/Acme/X@v1.2.3+incompatible#sub", "pkg:golang/github.com/acme/x@v1.2.3+incompatible",
	"pkg:pypi/a_b@1", "pkg:pypi/a.b@1~rc1", "pkg:PYPI/a@1", "pkg:deb/debian/libc6@2.36-9?arch=amd64", "pkg:deb/debian/libc6@2.36-9+deb12u4", "pkg:github/a/b@V1_2", "pkg:generic/a~b@1",
	"pkg:deb/debian/libc6@2.36-9?arch=amd64&distro=debian-12", "pkg:rpm/fedora/a@1?distro=fedora-38&arch=x86_64", "pkg:deb/a/b?arch=a&arch=b", "pkg:npm/a@1?", "pkg:npm/a@1?x", "pkg:npm/a@1?x=", "pkg:npm/a@1?x=&y=1",
	"pkg:npm/a@1?9x=1", "pkg:npm/a@1?_x=1&x=1", "pkg:npm/a@1?X=1", "pkg:npm/a@1?x=a%20b", "pkg:npm/a@1?x=a b", "pkg:npm/a@1?x=a;b", "pkg:npm/a@1?x=a=b", "pkg:npm/a@1?&x=1", "pkg:npm/a@1?x=1&", "pkg:npm/a?x=1?y=2",
	"pkg:npm/a@1?x=1#s", "pkg:github/a/B?vcs_url=git+https://x/y@z", "pkg:npm/a?x=@1", "pkg:npm/?x=1", "pkg:apk/alpine/a@1-r0?arch=x86_64&upstream=b",
	"pkg:huggingface/a@FF", "pkg:composer/a/b/c@1", "pkg:npm/a/b/../c@1", "pkg:npm/.@1", "pkg:npm/a@1/2", "pkg:npm/a+b@1+2", "pkg:npm/a:b@1", "pkg:swift/a@1", "npm/a@1",
}

// same holds a text to what packageurl-go says of it.
func same(t *testing.T, text string) {
	t.Helper()
	want, wantErr := packageurl.FromString(text)
	got, err := Parse(text)
	if (err == nil) != (wantErr == nil) || Valid(text) != (wantErr == nil) {
		t.Fatalf("%q: %v and %v, want %v", text, err, Valid(text), wantErr)
	}
	if err != nil {
		return
	}
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Fatalf("%q (-want +got):\n%s", text, diff)
	}
	if p, base, ok := Plain(text); ok && (base != Base(p.Type, p.Namespace, p.Name) || cmp.Diff(want, p, cmpopts.EquateEmpty()) != "") {
		t.Fatalf("%q: plainly it is %+v of base %q, want %+v", text, p, base, want)
	}
	base := packageurl.PackageURL{Type: want.Type, Namespace: want.Namespace, Name: want.Name}
	if got, want := Base(want.Type, want.Namespace, want.Name), strings.ToLower(base.ToString()); got != want {
		t.Fatalf("%q: the base is %q, want %q", text, got, want)
	}
}

func TestParseIsThatOfPackageURL(t *testing.T) {
	for _, text := range texts {
		same(t, text)
	}
}

// FuzzParse holds the quick look to what it stands for.
func FuzzParse(f *testing.F) {
	for _, text := range texts {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { same(t, text) })
}

// BenchmarkParse takes a plain package URL apart, and one with qualifiers.
func BenchmarkParse(b *testing.B) {
	for _, of := range []struct{ name, text string }{
		{"plain", "pkg:maven/org.example.parts/part-17@1.2.3"}, {"qualified", "pkg:deb/debian/libc6@2.36-9?arch=amd64&distro=debian-12"},
	} {
		for _, way := range []struct {
			name  string
			parse func(string) (packageurl.PackageURL, error)
		}{{"ours", Parse}, {"packageurl-go", packageurl.FromString}} {
			b.Run(of.name+"/"+way.name, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if _, err := way.parse(of.text); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

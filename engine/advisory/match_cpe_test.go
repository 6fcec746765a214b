package advisory

import "testing"

func TestCPEIsReadInBothForms(t *testing.T) {
	for text, want := range map[string]cpe{
		"cpe:2.3:a:Apache:log4j:2.14.1:rc1:*:*:*:*:*:*":  {"a", "apache", "log4j", "2.14.1", "rc1"},
		" cpe:2.3:o:linux:linux_kernel:-:*:*:*:*:*:*:* ": {"o", "linux", "linux_kernel", "", ""},
		`cpe:2.3:a:a\:b:c\\d\.e:1\:2:*`:                  {"a", "a:b", `c\d.e`, "1:2", ""},
		`cpe:2.3:a:b:c\`:                                 {"a", "b", `c\`, "", ""},
		"cpe:2.3:a:b:c":                                  {"a", "b", "c", "", ""},
		"CPE:/a:b%3ac:d:1.0:-":                           {"a", "b:c", "d", "1.0", ""},
		"cpe:/a:b:c%zz":                                  {"a", "b", "c%zz", "", ""},
	} {
		if got, ok := parseCPE(text); !ok || got != want {
			t.Errorf("%s: %+v, %t, want %+v", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "cpe:2.3:", "cpe:2.3:a:*:c", "cpe:/a:b", "cpe:2.2:a:b:c", "a:b:c"} {
		if got, ok := parseCPE(text); ok {
			t.Errorf("%s names a product: %+v", text, got)
		}
	}
}

// BenchmarkCPE reads a name as most SBOMs have it.
func BenchmarkCPE(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		parseCPE("cpe:2.3:a:apache:log4j:2.14.1:*:*:*:*:*:*:*")
	}
}

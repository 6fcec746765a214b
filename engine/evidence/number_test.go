package evidence

import (
	"strings"
	"testing"
	"testing/fstest"
)

// TestNumbersThatReadersTakeAlike: a number is read where a float64 gives its
// digits back.
func TestNumbersThatReadersTakeAlike(t *testing.T) {
	at := func() Position { return Position{} }
	for literal, want := range map[string]string{
		"0": "", "-0": "", "0.0": "", "0e-999999999999999999999": "", "1": "", "0.1": "", "7.50": "", "100000000000000000000": "", "1E2": "", "1e23": "",
		"123.33333333333337": "", "0.10000000000000001": "", "9007199254740992": "", "9007199254740994": "", "-1152921504606846976": "",
		"1152921504606846976.0": "", "1.7976931348623157e308": "", "5e-324": "", "0.00000000000000000000001": "", "2.5e-3": "", "25e-4": "", "0.00025e1": "",
		"9007199254740993": "9.007199254740992e+15", "18446744073709551615": "1.8446744073709552e+19", "12345678901234567": "1.2345678901234568e+16",
		"1e-400": "read as 0", "-1e-999999999999999999999": "read as -0", "0.1234567890123456789": "0.12345678901234568", "1e999": "too large", "3e-324": "5e-324",
		"9007199254740993e0": "9.007199254740992e+15", "900719925474099.3e1": "9.007199254740992e+15", "0.30000000000000000001": "read as 0.3",
	} {
		p := numberProblem(literal, Limits{}.withDefaults(), at)
		switch {
		case want == "" && p != nil:
			t.Errorf("%s: %s", literal, p.Message)
		case want != "" && (p == nil || p.Code != codeNumber || !strings.Contains(p.Message, want)):
			t.Errorf("%s: %+v, want %q", literal, p, want)
		}
	}
}

// TestPoliciesSeeTheNumberThatIsRead: what a policy sees of a document's own
// tree is not nearer to its digits than what others read.
func TestPoliciesSeeTheNumberThatIsRead(t *testing.T) {
	b, err := OpenFS(fstest.MapFS{
		"a.cdx.json":       {Data: []byte(`{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": [], "x": [ 0.10000000000000001 , 2 ]}`)},
		"b.cdx.json":       {Data: []byte(`{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": [], "x": [ 0.1, 2 ]}`)},
		"threatmodel.json": {Data: []byte(`{"threat_model": "1", "x": [0.10000000000000001, 2]}`)},
	}, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	raw := Read(b).Raw()
	if len(raw) != 3 {
		t.Fatalf("%d trees, want 3", len(raw))
	}
	for i, want := range []string{`"x": [ 0.1 , 2 ]}`, `"x": [ 0.1, 2 ]}`, `"x":[0.1,2]}`} {
		if got := string(raw[i].Tree); !strings.HasSuffix(got, want) {
			t.Errorf("%d: %s, want %s", i, got, want)
		}
	}
}

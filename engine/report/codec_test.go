package report_test

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine/report"
	"github.com/google/go-cmp/cmp"
)

// full is a report with every field set to something that is not zero, so
// that a field lost on the way shows.
func full() report.Report {
	var r report.Report
	set(reflect.ValueOf(&r).Elem(), "r")
	r.Contract = report.Contract
	return r
}

func set(v reflect.Value, at string) {
	switch v.Type() {
	case reflect.TypeFor[report.Verdict]():
		v.SetString(string(report.MeetsWithExceptions))
		return
	case reflect.TypeFor[report.Status]():
		v.SetString(string(report.Review))
		return
	case reflect.TypeFor[report.Outcome]():
		v.SetString(string(report.OutcomeOpen))
		return
	case reflect.TypeFor[report.Severity]():
		v.SetString(string(report.Minor))
		return
	case reflect.TypeFor[report.Level]():
		v.SetString(string(report.Evidenced))
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		set(v.Elem(), at)
	case reflect.Struct:
		for i := range v.NumField() {
			if words, ok := v.Type().Field(i).Tag.Lookup("enum"); ok {
				first, _, _ := strings.Cut(words, ",")
				v.Field(i).SetString(first)
				continue
			}
			set(v.Field(i), at+"."+v.Type().Field(i).Name)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			set(v.Index(i), at)
		}
	case reflect.String:
		v.SetString(at + " <&> \u202e\x1b\x7f\u00e9\u6f22\U000e0041")
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(len(at)))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Interface:
		v.Set(reflect.ValueOf([]any{"a", "b"}))
	}
}

func encode(t *testing.T, r *report.Report) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := r.Encode(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestEncodeDecodeRoundTrip(t *testing.T) {
	want := full()
	src := encode(t, &want)
	got, err := report.Decode(bytes.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(&want, got); diff != "" {
		t.Errorf("decoded report differs (-want +got):\n%s", diff)
	}
	if again := encode(t, got); !bytes.Equal(src, again) {
		t.Errorf("second encoding differs:\n%s", cmp.Diff(string(src), string(again)))
	}
}

func TestEncodeIsInertAndCanonical(t *testing.T) {
	r := full()
	src := string(encode(t, &r))
	for _, c := range src {
		if c != '\n' && !report.Visible(c) {
			t.Fatalf("%U stands in the output", c)
		}
	}
	for _, want := range []string{`\u202e`, `\u001b`, `\u007f`, `\udb40\udc41`, "é漢", "<&>"} {
		if !strings.Contains(src, want) {
			t.Errorf("no %s in the output", want)
		}
	}
	if !strings.HasPrefix(src, "{\n  \"report\": 1,\n") || !strings.HasSuffix(src, "\n}\n") {
		t.Errorf("not indented by two spaces with a final newline:\n%.60s", src)
	}
}

func TestEncodeWritesNoNullAndChangesNothing(t *testing.T) {
	r := report.Report{Findings: []report.Finding{{Violations: []report.Statement{{}}}}}
	if src := string(encode(t, &r)); strings.Contains(src, "null") {
		t.Errorf("null in\n%s", src)
	}
	if r.Problems != nil || r.Findings[0].Basis != nil {
		t.Error("Encode changed its report")
	}
	r.Normalise()
	if r.Problems == nil || r.Findings[0].Violations[0].Places == nil {
		t.Error("Normalise left a nil list")
	}
}

func TestDecodeRefuses(t *testing.T) {
	r := full()
	good := string(encode(t, &r))
	replace := func(old, new string) string {
		t.Helper()
		if !strings.Contains(good, old) {
			t.Fatalf("no %q in the report", old)
		}
		return strings.Replace(good, old, new, 1)
	}
	for _, c := range []struct{ name, src, want string }{
		{"nothing", "", "not a JSON report"},
		{"other JSON", `{"bomFormat":"CycloneDX"}`, `no field "report"`},
		{"other version", replace(`"report": 1`, `"report": 2`), "contract version 2, and this program reads version 1"},
		{"trailing data", good + "{}", "after top-level value"},
		{"cut short", good[:len(good)/2], "not a JSON report"},
		{"unknown field", replace(`"as_of"`, `"extra": 1, "as_of"`), `the report: unknown field "extra"`},
		{"name in another case", replace(`"as_of"`, `"As_Of"`), `unknown field "As_Of"`},
		{"field twice", replace(`"verdict"`, `"verdict": "meets", "verdict"`), `field "verdict" stands twice`},
		{"field missing", replace(`"readable": true,`, ``), `/documents/0: field "readable" is missing`},
		{"null", replace(`"readable": true`, `"readable": null`), "/documents/0/readable: null is not allowed"},
		{"unknown verdict", replace(`"verdict": "meets_with_exceptions"`, `"verdict": "pass"`), `/verdict: "pass" is not a verdict: use one of does_not_meet`},
		{"unknown status", replace(`"status": "review"`, `"status": ""`), `/findings/0/status: "" is not a status`},
		{"unknown level", replace(`"level_needed": "evidenced"`, `"level_needed": "sure"`), `"sure" is not a level`},
		{"object for a number", replace(`"pass": `, `"pass": {}, "fail": 1, "x": `), "/counts/pass: want a number"},
		{"number for text", replace(`"member": "`, `"member": 1, "x": "`), "/findings/0/member: want text"},
		{"unknown word", replace(`"from": "vendor"`, `"from": "us"`), `"us" is none of vendor, buyer`},
		{"text for a number", replace(`"size": `, `"size": "1", "kinds": `), "/documents/0/size: want a number"},
	} {
		got, err := report.Decode(strings.NewReader(c.src))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.name, err, c.want)
		}
		if got != nil {
			t.Errorf("%s: a report beside the error", c.name)
		}
	}
}

func FuzzDecode(f *testing.F) {
	r := full()
	var b bytes.Buffer
	if err := r.Encode(&b); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add([]byte(`{"report":1}`))
	f.Fuzz(func(t *testing.T, src []byte) {
		r, err := report.Decode(bytes.NewReader(src))
		if err != nil {
			return
		}
		once := encode(t, r)
		again, err := report.Decode(bytes.NewReader(once))
		if err != nil {
			t.Fatalf("does not decode what it encoded: %v", err)
		}
		if !bytes.Equal(once, encode(t, again)) {
			t.Fatal("encoding is not stable")
		}
	})
}

package engine_test

import (
	"bytes"
	"context"
	"errors"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/internal/policy"
	"github.com/bidgate/bidgate/engine/report"
)

const forgedRules = `violation contains {"code": "bad", "args": {}, "at": ["sboms", i]} if {
	some i, sbom in input.sboms
	sbom.spec_version == "1.6"
}

basis contains {"code": "good", "args": {}, "at": ["sboms", i], "level": "verified"} if {
	some i, sbom in input.sboms
	sbom.spec_version == "9"
}
`

const (
	toldModule = `{"pack":1,"path":"one.rego","package":["bidgate","requirement","acme","one"]}`
	toldResult = `"acme.one":{"error":"","rules":["o","basis",["s"],"not_applicable",["s"],"review",["s"],"violation",["s",["o","args",["o"],"at",["a","sboms",0],"code","bad"]]]}`
	badOne     = `["o","args",["o"],"at",["a","sboms",0],"code","bad"]`
	goodOne    = `["o","args",["o"],"at",["a","sboms",0],"code","good","level","verified"]`
	untrusted  = "cannot be trusted, so nothing was decided"
)

// forgery is an answer of the other process with one text in the place of
// another, and what comes of it.
type forgery struct {
	name     string
	old, new string
	err      string // in the error; untrusted where it is ""
	status   report.Status
}

// wholeAnswer is for a forgery of all that was answered.
const wholeAnswer = "\x00"

// forgedLoads are answers to a request to load.
var forgedLoads = []forgery{
	{name: "nothing", old: wholeAnswer},
	{name: "null", old: wholeAnswer, new: "null"},
	{name: "a list", old: wholeAnswer, new: "[]"},
	{name: "a number", old: wholeAnswer, new: "1"},
	{name: "no JSON", old: wholeAnswer, new: "{"},
	{name: "bytes that are no text", old: wholeAnswer, new: "{\"problems\":\"\xff\"}"},
	{name: "an empty object", old: wholeAnswer, new: "{}"},
	{name: "deep lists", old: wholeAnswer, new: strings.Repeat("[", 100_000)},
	{name: "deep objects", old: wholeAnswer, new: strings.Repeat(`{"requirements":`, 300) + "{}" + strings.Repeat("}", 300)},
	{name: "white space", old: `"fault":""`, new: `"fault": ""`},
	{name: "more after it", old: `"results":{}}`, new: `"results":{}}{}`},
	{name: "an unknown key", old: `"fault":""`, new: `"fault":"","verdict":"meets"`},
	{name: "a key in capitals", old: `"fault":""`, new: `"Fault":""`},
	{name: "a key twice", old: `"fault":""`, new: `"fault":"","fault":""`},
	{name: "a key left out", old: `"fault":"",`, new: ""},
	{name: "keys in another order", old: `"problems":[],"fault":""`, new: `"fault":"","problems":[]`},
	{name: "null for a list", old: `"problems":[]`, new: `"problems":null`},
	{name: "null for a text", old: `"fault":""`, new: `"fault":null`},
	{name: "a list for an object", old: `"results":{}`, new: `"results":[]`},
	{name: "a long text in an escape", old: `"fault":""`, new: `"fault":"\u0041"`},
	{name: "a fault", old: `"fault":""`, new: `"fault":"it is sound"`, err: "could not be evaluated: it is sound"},
	{name: "too many problems", old: `"problems":[]`, new: `"problems":[` + strings.Repeat(`{"File":"","Line":0,"Text":""},`, 1_000) + `{"File":"","Line":0,"Text":""}]`},

	{name: "no module", old: toldModule, new: ""},
	{name: "a module twice", old: toldModule, new: toldModule + "," + toldModule},
	{name: "a module of the built-in pack", old: `"pack":1`, new: `"pack":0`},
	{name: "a module of no pack", old: `"pack":1`, new: `"pack":2`},
	{name: "a pack below nothing", old: `"pack":1`, new: `"pack":-1`},
	{name: "a pack beyond all numbers", old: `"pack":1`, new: `"pack":1` + strings.Repeat("0", 400)},
	{name: "a pack by halves", old: `"pack":1`, new: `"pack":1.0`},
	{name: "another file", old: `"path":"one.rego"`, new: `"path":"two.rego"`},
	{name: "a module of the decision", old: `"bidgate","requirement","acme","one"`, new: `"bidgate","decision"`},
	{name: "a module of bidgate", old: `["bidgate","requirement","acme","one"]`, new: `["bidgate"]`},
	{name: "a module of a built-in area", old: `"bidgate","requirement","acme","one"`, new: `"bidgate","requirement","screening","one"`},
	{name: "a module of a reserved area", old: `"bidgate","requirement","acme","one"`, new: `"bidgate","requirement","sbom","one"`},
	{name: "a module of a built-in helper", old: `"bidgate","requirement","acme","one"`, new: `"bidgate","lib","verdict"`},
	{name: "a package with a path", old: `"acme","one"]`, new: `"..","one"]`},
	{name: "a package of numbers", old: `"acme","one"]`, new: `"acme",1]`},
	{name: "no package", old: `["bidgate","requirement","acme","one"]`, new: `[]`},

	{name: "no requirement", old: `"requirements":{"acme.one":`, new: `"requirements":{"acme.two":`},
	{name: "a requirement of the decision's", old: `"requirements":{"acme.one":`, new: `"requirements":{"screening.manifest":`},
	{name: "one requirement too many", old: `"translations":{}}}`, new: `"translations":{}},"acme.two":{}}`},
	{name: "another area", old: `"area":"acme"`, new: `"area":"screening"`},
	{name: "another name", old: `"name":"one"`, new: `"name":"two"`},
	{name: "unknown severity", old: `"severity":"major"`, new: `"severity":"none"`},
	{name: "severity of another type", old: `"severity":"major"`, new: `"severity":1`},
	{name: "unknown section", old: `"section":"supply-chain"`, new: `"section":"x"`},
	{name: "unknown evidence", old: `"all":["sbom"]`, new: `"all":["nothing"]`},
	{name: "evidence as a set of objects", old: `"all":["sbom"]`, new: `"all":{"sbom":true}`},
	{name: "unknown subject", old: `"over":"sboms"`, new: `"over":"nothing"`},
	{name: "no subject", old: `"over":"sboms"`, new: `"over":""`},
	{name: "members that are not there", old: `"has_members":false`, new: `"has_members":true`},
	{name: "folds what is not there", old: `"composed_of":[]`, new: `"composed_of":["acme.two"]`},
	{name: "folds itself", old: `"composed_of":[]`, new: `"composed_of":["acme.one"]`},
	{name: "message with an open brace", old: `"bad":"bad"`, new: `"bad":"bad {"`},
	{name: "message of no code", old: `"bad":"bad"`, new: `"Bad code":"bad"`},
	{name: "message of another type", old: `"bad":"bad"`, new: `"bad":["bad"]`},
	{name: "parameter of no type", old: `"parameters":{}`, new: `"parameters":{"x":{}}`},
	{name: "day of another type", old: `"day":0`, new: `"day":1e400`},
	{name: "keys of nobody", old: `"keys":{"acme.one":["sboms"]}`, new: `"keys":{}`},
	{name: "keys of another type", old: `["sboms"]}`, new: `"sboms"}`},
	{name: "keys without end", old: `["sboms"]}`, new: `["sboms"` + strings.Repeat(`,"sboms"`, 64) + `]}`},
}

// forgedResults are answers to a request to evaluate.
var forgedResults = []forgery{
	{name: "nothing", old: wholeAnswer},
	{name: "the answer to another request", old: toldResult, new: ""},
	{name: "another requirement", old: `"acme.one"`, new: `"acme.two"`},
	{name: "a built-in requirement", old: `"acme.one"`, new: `"screening.documents_readable"`},
	{name: "a built-in requirement beside", old: toldResult, new: toldResult + `,"screening.documents_readable"` + strings.TrimPrefix(toldResult, `"acme.one"`)},
	{name: "the result twice", old: toldResult, new: toldResult + "," + toldResult},
	{name: "an error and rules", old: `"error":""`, new: `"error":"x"`},
	{name: "an error of two lines", old: strings.TrimPrefix(toldResult, `"acme.one":`), new: `{"error":"x\ny","rules":0}`},
	{name: "an error without end", old: strings.TrimPrefix(toldResult, `"acme.one":`), new: `{"error":"` + strings.Repeat("x", 3_000) + `","rules":0}`},
	{name: "an error", old: strings.TrimPrefix(toldResult, `"acme.one":`), new: `{"error":"x","rules":0}`, status: report.Error},
	{name: "no rules", old: strings.TrimPrefix(toldResult, `"acme.one":`), new: `{"error":"","rules":0}`},
	{name: "rules that are null", old: `"rules":["o",`, new: `"rules":[null,`},
	{name: "rules as an object", old: strings.TrimPrefix(toldResult, `"acme.one":`), new: `{"error":"","rules":{"basis":[]}}`},
	{name: "rules as a text", old: strings.TrimPrefix(toldResult, `"acme.one":`), new: `{"error":"","rules":"pass"}`},
	{name: "a rule left out", old: `"review",["s"],`, new: ""},
	{name: "another rule", old: `"review",["s"]`, new: `"reviews",["s"]`},
	{name: "a rule too many", old: `"review",["s"]`, new: `"pass",["s"],"review",["s"]`},
	{name: "a rule twice", old: `"review",["s"]`, new: `"review",["s"],"review",["s"]`},
	{name: "rules in another order", old: `"basis",["s"],"not_applicable",["s"]`, new: `"not_applicable",["s"],"basis",["s"]`},
	{name: "a key without its value", old: `"review",["s"]`, new: `"review"`},
	{name: "a rule that is no set", old: `"basis",["s"]`, new: `"basis",["a"]`},
	{name: "a rule that is true", old: `"basis",["s"]`, new: `"basis",true`},
	{name: "a rule of no kind", old: `"basis",["s"]`, new: `"basis",["x"]`},
	{name: "a rule of an empty kind", old: `"basis",["s"]`, new: `"basis",[]`},
	{name: "null with something in it", old: badOne, new: `["n",1]`},
	{name: "a statement twice", old: badOne, new: badOne + "," + badOne},
	{name: "a number of digits", old: `"at",["a","sboms",0]`, new: `"at",["a","sboms",1` + strings.Repeat("0", 70_000) + `]`},
	{name: "a text without end", old: `"code","bad"`, new: `"code","` + strings.Repeat("x", 70_000) + `"`},
	{name: "too many statements", old: badOne, new: numbersTo(10_001)},
	{name: "a deep statement", old: badOne, new: strings.Repeat(`["a",`, 150) + "0" + strings.Repeat("]", 150)},
	{name: "deeper than answers are", old: badOne, new: strings.Repeat(`["a",`, 5_000) + "0" + strings.Repeat("]", 5_000)},
	{name: "a problem beside", old: `"problems":[]`, new: `"problems":[{"File":"f","Line":1,"Column":0,"Rule":"","Text":"x"}]`, err: "f:1: x"},
	{name: "a fault beside", old: `"fault":""`, new: `"fault":"x"`, err: "could not be evaluated: x"},

	// Well-formed, and no statement of the requirement: the decision judges it.
	{name: "an unknown code", old: `"code","bad"`, new: `"code","sound"`, status: report.Error},
	{name: "a code of another type", old: `"code","bad"`, new: `"code",1`, status: report.Error},
	{name: "a member of a table that is not there", old: `"code","bad"`, new: `"code","bad","member","x"`, status: report.Error},
	{name: "an unknown key", old: `"code","bad"`, new: `"code","bad","status","pass"`, status: report.Error},
	{name: "an unknown subject", old: `"at",["a","sboms",0]`, new: `"at",["a","sboms",7]`, status: report.Error},
	{name: "a subject beyond all numbers", old: `"at",["a","sboms",0]`, new: `"at",["a","sboms",1e400]`, status: report.Error},
	{name: "a place that is a set", old: `"at",["a","sboms",0]`, new: `"at",["s","sboms",0]`},
	{name: "arguments that are a list", old: `"args",["o"]`, new: `"args",["a"]`, status: report.Error},
	{name: "a statement that is a number", old: badOne, new: "42", status: report.Error},
	{name: "a statement that is null", old: badOne, new: `["n"]`, status: report.Error},
	{name: "a basis of no level", old: `"basis",["s"]`, new: `"basis",["s",["o","args",["o"],"at",["a","sboms",0],"code","good","level","certain"]]`, status: report.Error},
	{name: "a basis beside the violation", old: `"basis",["s"]`, new: `"basis",["s",` + goodOne + `]`, status: report.Error},
	{name: "no statement at all", old: `["s",` + badOne + `]`, new: `["s"]`, status: report.Review},
}

// numbersTo lists numbers in their order.
func numbersTo(n int) string {
	list := make([]string, n)
	for i := range list {
		list[i] = strconv.Itoa(i)
	}
	return strings.Join(list, ",")
}

// forger answers as the other process does, and forges one answer.
type forger struct {
	t      *testing.T
	honest map[string][]byte // by request: an answer is a function of it
	forgery
}

func (f *forger) run(ctx context.Context, request []byte) ([]byte, error) {
	answer := f.honest[string(request)]
	if answer == nil {
		var err error
		if answer, err = policy.Answer(ctx, request); err != nil {
			return nil, err
		}
		f.honest[string(request)] = answer
	}
	if f.old == wholeAnswer {
		return []byte(f.new), nil
	}
	if !bytes.Contains(answer, []byte(f.old)) {
		f.t.Errorf("%s: the answer %s has no %s", f.name, answer, f.old)
	}
	return bytes.Replace(answer, []byte(f.old), []byte(f.new), 1), nil
}

// honestly forges nothing.
var honestly = forgery{}

// TestForgedAnswers: what another process answers is somebody else's text. No
// answer that is not exactly of the form that was asked for decides anything,
// and one that is decides its own requirement alone, by the contract.
func TestForgedAnswers(t *testing.T) {
	f := &forger{t: t, honest: map[string][]byte{}}
	options := []engine.Option{
		engine.WithPolicies(fstest.MapFS{"one.rego": file(metadata + forgedRules)}),
		engine.WithIsolation(engine.Isolation{Run: f.run}), engine.WithoutLibrary(),
	}
	for _, f.forgery = range forgedLoads {
		e, err := engine.New(t.Context(), options...)
		refused(t, f.forgery, e != nil, err)
	}
	f.forgery = honestly
	e := newEngine(t, options...)
	bundle := open(t, fstest.MapFS{"a.cdx.json": file(goodSBOM)})
	p := profile(t, "profile: 1\nid: test\nedition: \"1\"\ntitle: T\nuse: [acme]\n")
	for _, f.forgery = range append(forgedResults, forgery{status: report.Fail}) {
		r, err := e.Screen(t.Context(), bundle, engine.Screening{Profile: p, AsOf: asOf})
		if f.status == "" {
			refused(t, f.forgery, r != nil, err)
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", f.name, err)
			continue
		}
		if got := foundOne(t, r.Report); got.Status != f.status || r.Report.Verdict != report.Undetermined {
			t.Errorf("%s: status %s, verdict %s", f.name, got.Status, r.Report.Verdict)
		}
	}
}

// refused holds that there is an error in a sentence and nothing else.
func refused(t *testing.T, f forgery, something bool, err error) {
	t.Helper()
	want := f.err
	if want == "" {
		want = untrusted
	}
	if something || err == nil || !strings.Contains(err.Error(), want) || len(err.Error()) > 4_000 {
		t.Errorf("%s: got %v, %.300v; want an error with %q", f.name, something, err, want)
	}
}

// TestRunnerErrs: where no answer comes, nothing is decided.
func TestRunnerErrs(t *testing.T) {
	lost := errors.New("lost")
	run := func(context.Context, []byte) ([]byte, error) { return nil, lost }
	e, err := engine.New(t.Context(), engine.WithPolicies(fstest.MapFS{"one.rego": file(metadata + forgedRules)}), engine.WithIsolation(engine.Isolation{Run: run}))
	if e != nil || !errors.Is(err, lost) {
		t.Errorf("got %v, %v", e, err)
	}
}

package isolate

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/report"
	"github.com/bidgate/bidgate/engine/tender"
)

// sound is a requirement that the bundle of these tests meets.
const sound = `# METADATA
# title: One
# description: One.
# custom:
#   contract: 1
#   severity: blocking
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources: []
#   messages: {bad: "Bad {x}", good: "Good {x}"}
#   remedy: R
#   question: Q
package bidgate.requirement.acme.one

violation contains {"code": "bad", "args": {"x": 1}, "at": ["sboms", i]} if {
	some i, sbom in input.sboms
	sbom.spec_version == "0"
}

basis contains {"code": "good", "args": {"x": 1}, "at": ["sboms", i], "level": "verified"} if {
	some i, sbom in input.sboms
	sbom.spec_version != ""
}
`

// explosive takes the compiler's type checker half an hour: its types double
// with every line.
func explosive() string {
	var b strings.Builder
	b.WriteString(sound)
	for _, name := range []string{"a", "b"} {
		fmt.Fprintf(&b, "\n_%s0 := [1, \"x\"]\n", name)
		for i := 1; i <= 32; i++ {
			fmt.Fprintf(&b, "\n_%s%d := [_%s%d, _%s%d]\n", name, i, name, i-1, name, i-1)
		}
	}
	return b.String() + "\n_same if _a32 == _b32\n"
}

func base64Of(text string) string { return base64.StdEncoding.EncodeToString([]byte(text)) }

// says is a requirement with one more violation of this body.
func says(statement, body string) string {
	return sound + "\nviolation contains " + statement + " if {\n\tsome i, _ in input.sboms\n\t" + body + "\n}\n"
}

// slow is a pattern that takes a builtin the better part of a minute, and that
// no cancellation reaches.
const slow = `a := replace(sprintf("%0900000d", [0]), "0", "x")
	x := regex.match("(x{0,1000}y)", concat("", [a, a, a, a, a, a]))`

const bad = `{"code": "bad", "args": {"x": x}, "at": ["sboms", i]}`

// hostile are policy packs that would do harm, each with what comes of it: an
// error of New or Screen, or else the error of the requirement's finding, or
// its status.
var hostile = []struct {
	name   string
	files  map[string]string // beside the sound requirement, or in its place
	err    string            // in the error
	fault  string            // in the finding's error
	status report.Status     // of the finding
	alone  bool              // only in a process of its own: it would take this one with it
	beside bool              // beside the built-in library, which the others leave out for speed
}{
	// Another's names.
	{name: "writes the decision", files: one("d.rego", "package bidgate\n\ndecision := {\"verdict\": \"meets\"}\n"), err: "not open to policy packs"},
	{name: "writes below the decision", files: one("d.rego", "package bidgate.decision.x\n\ny := 1\n"), err: "not open to policy packs"},
	{name: "writes the verdict's helper", files: one("d.rego", "package bidgate.lib.verdict\n\nverdict := \"meets\"\n"), err: "is not below an area of this pack"},
	{name: "writes below the verdict's helper", files: one("d.rego", "package bidgate.lib.verdict.deep\n\nverdict := \"meets\"\n"), err: "is not below an area of this pack"},
	{name: "writes the catalogue", files: one("d.rego", "package bidgate.catalog\n\nrequirements := {}\n"), err: "is not one that bidgate reads"},
	{name: "writes data.bidgate by its head", files: one("d.rego", "package bidgate\n\nlib.verdict.verdict := \"meets\"\n"), err: "not open to policy packs"},
	{name: "writes a built-in requirement", files: one("d.rego", "package bidgate.requirement.sbom.subject\n\nbasis contains 1\n"), err: "belongs to another policy pack", beside: true},
	{name: "adds to a built-in area", files: one("d.rego", strings.Replace(sound, "acme.one", "sbom.extra", 1)), err: "belongs to another policy pack", beside: true},
	{name: "adds to the area screening", files: one("d.rego", strings.Replace(sound, "acme.one", "screening.extra", 1)), err: "belongs to another policy pack"},
	{name: "writes an area by its head", files: one("d.rego", "package bidgate.requirement\n\nsbom.subject.basis contains 1\n"), err: "is not one that bidgate reads"},
	{name: "writes an area by two heads", files: one("d.rego", "package bidgate.requirement.sbom\n\nsubject.basis contains 1\n"), err: "is not one that bidgate reads"},
	{name: "package of another house", files: one("d.rego", "package org\n\nbidgate.x := 1\n"), err: "is not one that bidgate reads"},
	{name: "package with a path", files: one("decision.rego", "package bidgate.lib.acme[\"../..\"]\n\nx := 1\n"), err: "is not one that bidgate reads"},
	{name: "package with a dot", files: one("d.rego", "package bidgate.lib[\"acme.x\"]\n\nx := 1\n"), err: "is not one that bidgate reads"},
	{name: "requirement with a dot", files: one("d.rego", "package bidgate.requirement[\"sbom.x\"].y\n\nx := 1\n"), err: "is not one that bidgate reads"},
	{name: "package system", files: one("d.rego", "package system.main\n\nallow := true\n"), err: "is not one that bidgate reads"},
	{name: "head below a public rule", files: one("acme.rego", sound+"\nviolation.deep contains 1\n"), err: "must be a set"},

	// Data.
	{name: "data.json", files: one("data.json", `{"bidgate": {"requirement": {}}}`), err: "could supply results without a rule"},
	{name: "data.yaml below", files: one("bidgate/requirement/acme/one/data.yaml", "basis: []"), err: "could supply results without a rule"},
	{name: "data.yml", files: one("x/data.yml", "a: 1"), err: "could supply results without a rule"},
	{name: "rows of nobody", files: one("x/rows.yaml", "[]"), err: "stands beside no requirement"},
	{name: "rows with aliases", files: one("rows.yaml", "- &a {id: a, title: A, family: F}\n- *a\n"), err: "aliases are not allowed"},
	{name: "METADATA with aliases", files: one("acme.rego", strings.Replace(sound, "sources: []", "sources: &a []", 1)), err: "aliases are not allowed"},

	// Reading what is another's.
	{name: "reads the decision", files: one("acme.rego", sound+"\n_x := data.bidgate.decision\n"), err: "cannot read the decision"},
	{name: "reads another requirement", files: one("acme.rego", sound+"\n_x := data.bidgate.requirement.sbom.subject.basis\n"), err: "stands alone"},
	{name: "reads all requirements", files: one("acme.rego", sound+"\n_x := data.bidgate.requirement\n"), err: "recursive"},
	{name: "reads all data", files: one("acme.rego", sound+"\n_x := data\n"), err: "recursive"},
	{name: "reads data by a variable", files: one("acme.rego", sound+"\n_x := [1 | some k in [\"bidgate\"]; data[k]]\n"), err: "recursive"},
	{name: "reads the results by their helper", files: one("acme.rego", sound+"\n_x := data.bidgate.lib.statement.said\n"), err: "stands alone"},
	{name: "replaces input", files: one("acme.rego", sound+"\n_x if violation with input as {}\n"), err: "with replaces"},
	{name: "replaces a builtin", files: one("acme.rego", sound+"\n_x if count([]) == 1 with count as 1\n"), err: "with replaces"},

	// The world.
	{name: "network", files: one("acme.rego", sound+"\n_x := http.send({\"method\": \"get\", \"url\": \"http://localhost\"})\n"), err: "http.send"},
	{name: "names of hosts", files: one("acme.rego", sound+"\n_x := net.lookup_ip_addr(\"localhost\")\n"), err: "net.lookup_ip_addr"},
	{name: "environment", files: one("acme.rego", sound+"\n_x := opa.runtime()\n"), err: "opa.runtime"},
	{name: "clock", files: one("acme.rego", sound+"\n_x := time.now_ns()\n"), err: "time.now_ns"},
	{name: "chance", files: one("acme.rego", sound+"\n_x := rand.intn(\"x\", 5)\n"), err: "rand.intn"},
	{name: "file by a schema", files: one("acme.rego", sound+"\n_x := json.match_schema({}, {\"$ref\": \"file:///etc/passwd\"})\n"), err: "json.match_schema"},
	{name: "file by an annotation", files: one("acme.rego", strings.Replace(sound, "# custom:", "# schemas:\n#   - input: schema[\"file:///etc/passwd\"]\n# custom:", 1)), err: "schemas"},
	{name: "print", files: one("acme.rego", sound+"\n_x if print(input.sboms)\n"), err: "print is not for policies"},
	{name: "trace", files: one("acme.rego", sound+"\n_x if trace(\"x\")\n"), err: "trace"},

	// Saying too much, or what is no statement.
	{name: "too many statements", files: one("acme.rego", says(bad, "some x in numbers.range(1, 20000)")), fault: "more than 10000 statements"},
	{name: "a text too long", files: one("acme.rego", says(bad, `x := replace(sprintf("%070000d", [0]), "0", "y")`)), fault: "a text of more than 65536 bytes"},
	{name: "a key too long", files: one("acme.rego", says(`{"code": "bad", "args": {"x": {k: 1}}, "at": ["sboms", i]}`, `k := sprintf("%070000d", [0])`)), fault: "a text of more than 65536 bytes"},
	{name: "a number too long", files: one("acme.rego", says(bad, `x := to_number(sprintf("1%070000d", [0]))`)), fault: "to_number"},
	{name: "too much in all", files: one("acme.rego", says(bad, "some n in numbers.range(1, 400)\n\tx := [n, sprintf(\"%060000d\", [n])]")), fault: "more than 16777216 bytes"},
	{name: "many small values", files: one("acme.rego", says(bad, "some n in numbers.range(1, 30)\n\tx := [n, numbers.range(1, 100000)]")), fault: "more than 16777216 bytes"},
	{name: "a builtin that fails", files: one("acme.rego", says(bad, `x := to_number("x")`)), fault: "to_number"},
	{name: "two values of one rule", files: one("acme.rego", says(bad, "x := _two")+"\n_two := n if some n in [1, 2]\n"), fault: "conflict"},
	{name: "a set for a place", files: one("acme.rego", says(`{"code": "bad", "args": {"x": 1}, "at": x}`, `x := {"sboms", i}`)), status: report.Error},
	{name: "a place that is not there", files: one("acme.rego", says(`{"code": "bad", "args": {"x": x}, "at": ["sboms", x]}`, "x := i + 7")), status: report.Error},
	{name: "a code by computation", files: one("acme.rego", says(`{"code": x, "args": {"x": 1}, "at": ["sboms", i]}`, `x := concat("", ["so", "me"])`)), status: report.Error},
	{name: "both basis and violation", files: one("acme.rego", says(bad, "x := 1")), status: report.Error},

	// Work without end.
	{name: "types that double", files: one("acme.rego", explosive()), err: "ran longer than", alone: true},
	{name: "a loop over all numbers", files: one("acme.rego", says(bad, "x := count([1 | some a in numbers.range(1, 100000); some b in numbers.range(1, 100000); a * b == 0])")), err: "ran longer than", alone: true},
	{name: "a builtin that heeds nothing", files: one("acme.rego", says(bad, slow)), err: "ran longer than", alone: true},
	{name: "all memory, by numbers", files: one("acme.rego", says(bad, "x := numbers.range(1, 100000000)")), err: "and were stopped", alone: true},
	{name: "all memory, by a text", files: one("acme.rego", says(bad, `y := [s | some n in numbers.range(1, 4000); s := sprintf("%0900000d", [n])]
	x := count(concat("", y))`)), err: "so nothing was decided", alone: true},
	{name: "ten million violations", files: one("acme.rego", says(bad, "some x in numbers.range(1, 10000000)")), err: "and were stopped", alone: true},
	{name: "recursion", files: one("acme.rego", sound+"\n_f(x) := _f(x)\n"), err: "recursive"},
	{name: "nesting", files: one("acme.rego", sound+"\n_x := "+strings.Repeat("[", 200_000)+"\n"), err: "acme.rego"},
}

func one(name, text string) map[string]string { return map[string]string{name: text} }

// TestHostilePacksAreMany: the order of size that was promised.
func TestHostilePacksAreMany(t *testing.T) {
	names := map[string]bool{}
	for _, h := range hostile {
		names[h.name] = true
	}
	if len(hostile) < 50 || len(names) != len(hostile) {
		t.Errorf("%d rows, %d names", len(hostile), len(names))
	}
}

func screened(ctx context.Context, t *testing.T, files map[string]string, i engine.Isolation, more ...engine.Option) (*engine.Result, error) {
	t.Helper()
	tree := fstest.MapFS{"acme.rego": &fstest.MapFile{Data: []byte(sound)}}
	for name, text := range files {
		tree[name] = &fstest.MapFile{Data: []byte(text)}
	}
	e, err := engine.New(ctx, append(more, engine.WithPolicies(tree), engine.WithIsolation(i))...)
	if err != nil {
		return nil, err
	}
	profile, err := tender.ParseProfile("p.yaml", []byte("profile: 1\nid: p\nedition: \"1\"\ntitle: T\nuse: [acme]\n"))
	if err != nil {
		t.Fatal(err)
	}
	bundle, err := evidence.OpenFS(fstest.MapFS{"a.cdx.json": &fstest.MapFile{Data: []byte(`{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": [{"type": "library", "name": "a", "version": "1"}]}`)}}, evidence.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return e.Screen(ctx, bundle, engine.Screening{Profile: profile, AsOf: "2026-11-22"})
}

// TestHostilePacks: none passes, and those that end do so in the same words in
// this process as in one of their own.
func TestHostilePacks(t *testing.T) {
	OneGoroutine(t)
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			limits := Limits{Time: time.Minute, Memory: 512 << 20}
			if h.err == "ran longer than" {
				limits.Time = 3 * time.Second
			}
			options := []engine.Option{engine.WithoutLibrary()}
			if h.beside {
				options = nil
			}
			away, err := screened(t.Context(), t, h.files, engine.Isolation{Run: Runner(limits)}, options...)
			judge(t, h.err, h.fault, h.status, away, err)
			if h.alone {
				return
			}
			here, hereErr := screened(t.Context(), t, h.files, engine.Isolation{}, options...)
			if fmt.Sprint(err) != fmt.Sprint(hereErr) {
				t.Errorf("in a process of its own: %v\nin this one: %v", err, hereErr)
			}
			if err == nil && hereErr == nil && string(away.Decision) != string(here.Decision) {
				t.Errorf("in a process of its own: %s\nin this one: %s", away.Decision, here.Decision)
			}
		})
	}
}

func judge(t *testing.T, wantErr, fault string, status report.Status, result *engine.Result, err error) {
	t.Helper()
	switch {
	case fault == "" && status == "":
		if err == nil || result != nil || !strings.Contains(err.Error(), wantErr) {
			t.Errorf("got %v, want an error with %q", err, wantErr)
		}
		return
	case err != nil:
		t.Fatal(err)
	case result.Report.Verdict != report.Undetermined && result.Report.Verdict != report.DoesNotMeet:
		t.Errorf("the verdict is %s", result.Report.Verdict)
	}
	for _, f := range result.Report.Findings {
		if f.ID != "acme.one" {
			continue
		}
		if fault != "" && (f.Status != report.Error || !strings.Contains(strings.Join(f.Errors, " "), fault)) {
			t.Errorf("got %s %.300q, want an error with %q", f.Status, f.Errors, fault)
		}
		if status != "" && f.Status != status {
			t.Errorf("got %s %q, want %s", f.Status, f.Errors, status)
		}
		return
	}
	t.Error("there is no finding")
}

// TestSoundPackIsTheSameAway: the pack that all rows begin from meets.
func TestSoundPackIsTheSameAway(t *testing.T) {
	for _, i := range []engine.Isolation{{}, {Run: Runner(Limits{})}, {Run: Runner(Limits{}), Everything: true}} {
		r, err := screened(t.Context(), t, nil, i)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range r.Report.Findings {
			if f.ID == "acme.one" && f.Status != report.Pass {
				t.Errorf("status %s", f.Status)
			}
		}
	}
}

// TestDeadlineIsKept: in this process too, New and Screen return when the
// context ends, though the builtin goes on.
func TestDeadlineIsKept(t *testing.T) {
	for _, text := range []string{explosive(), says(bad, slow)} {
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		begun := time.Now()
		r, err := screened(ctx, t, one("acme.rego", text), engine.Isolation{}, engine.WithoutLibrary())
		cancel()
		if took := time.Since(begun); r != nil || !errors.Is(err, context.DeadlineExceeded) || took > 5*time.Second {
			t.Errorf("got %v, %v after %s", r, err, took)
		}
	}
}

package engine_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing/fstest"
	"time"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/tender"
)

// papers is a requirement of a house's own; its folder is its id.
const papers = `# METADATA
# title: The bundle has a manual
# description: Asks for a manual, by the name of the file.
# custom:
#   contract: 1
#   severity: blocking
#   section: governance
#   evidence: {}
#   over: bundle
#   sources:
#     - {standard: House rules, edition: "1", clause: "1", confidence: source}
#   messages:
#     there: "The manual is {path}."
#     missing: "No document is a manual."
#   remedy: Add manual.pdf.
#   question: Where is the manual?
#   tags: []
package bidgate.requirement.acme.manual

_manuals contains d if {
	some d, document in input.bundle.documents
	endswith(document.path, "manual.pdf")
}

violation contains {"code": "missing", "args": {}, "at": ["bundle", "documents"]} if {
	count(_manuals) == 0
}

basis contains {"code": "there", "args": {"path": document.path}, "at": ["bundle", "documents", d], "level": "verified"} if {
	some d in _manuals
	document := input.bundle.documents[d]
}
`

const house = `profile: 1
id: house
edition: "1"
title: House rules
use: [acme]
`

// Screen by requirements and a profile of one's own, of any fs.FS.
func ExampleWithPolicies() {
	ctx := context.Background()
	pack := fstest.MapFS{"acme/manual/manual.rego": {Data: []byte(papers)}}
	e, err := engine.New(ctx, engine.WithoutLibrary(), engine.WithPolicies(pack))
	if err != nil {
		log.Fatal(err) // names file and line of the policy
	}
	profile, err := tender.ParseProfile("house.yaml", []byte(house))
	if err != nil {
		log.Fatal(err)
	}
	bundle, err := evidence.OpenFS(fstest.MapFS{"manual.pdf": {Data: []byte("%PDF-1.7")}}, evidence.Limits{})
	if err != nil {
		log.Fatal(err)
	}
	result, err := e.Screen(ctx, bundle, engine.Screening{Profile: profile, AsOf: "2026-11-21"})
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range result.Report.Findings {
		if f.Requirement == "acme.manual" {
			fmt.Println(f.Status, "-", f.Basis[0].Message)
		}
	}
	// Output:
	// pass - The manual is manual.pdf.
}

// Read what a report says: the verdict, what decided it, and where it stands.
func ExampleEngine_Screen() {
	ctx := context.Background()
	e, err := engine.New(ctx)
	if err != nil {
		log.Fatal(err)
	}
	profile, err := e.Profile("ci-gate")
	if err != nil {
		log.Fatal(err)
	}
	sbom := `{
  "bomFormat": "CycloneDX", "specVersion": "1.6",
  "components": [{"type": "library", "name": "left-pad"}]
}`
	bundle, err := evidence.OpenFS(fstest.MapFS{"app.cdx.json": {Data: []byte(sbom)}}, evidence.Limits{})
	if err != nil {
		log.Fatal(err)
	}
	result, err := e.Screen(ctx, bundle, engine.Screening{Profile: profile, AsOf: "2026-11-21"})
	if err != nil {
		log.Fatal(err)
	}
	r := result.Report
	fmt.Println(r.Verdict) // meets, meets_with_exceptions, does_not_meet or undetermined
	for _, f := range r.Findings {
		if f.ID != "sbom.component_version" {
			continue
		}
		for _, v := range f.Violations {
			p := v.Places[0]
			fmt.Printf("%s:%d:%d: %s\n%s\n", p.Document, p.Line, p.Column, v.Message, f.Remedy)
		}
	}
	// Output:
	// does_not_meet
	// app.cdx.json:3:18: In 1 of 1 software component the version is absent; at least 95 % must state a usable one.
	// Add `version` to each component listed; if it cannot be known, declare it unknown.
}

// screenUpload answers an archive that is posted with the report as a page. One
// Engine serves all requests. What a request may cost is bounded on the way in
// (bytes), in the reader (evidence.Limits) and in time (the context).
func screenUpload(e *engine.Engine, profile *tender.Profile, now func() time.Time) http.Handler {
	const most = 8 << 20
	limits := evidence.Limits{MaxFiles: 200, MaxBundleBytes: 64 << 20, MaxRatio: 50, MaxComponents: 50_000}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, stop := context.WithTimeout(r.Context(), 30*time.Second)
		defer stop()
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, most))
		if err != nil {
			http.Error(w, "the archive is too large", http.StatusRequestEntityTooLarge)
			return
		}
		bundle, err := evidence.OpenArchive(bytes.NewReader(body), int64(len(body)), limits)
		if errors.Is(err, evidence.ErrNotArchive) {
			http.Error(w, "send a .zip, .tar or .tar.gz archive", http.StatusUnsupportedMediaType)
			return
		}
		var result *engine.Result
		if err == nil {
			result, err = e.Screen(ctx, bundle, engine.Screening{Profile: profile, AsOf: now().UTC().Format(time.DateOnly)})
		}
		if err != nil { // ours, or the time is over; what is wrong with the bundle is in the report
			http.Error(w, "the screening could not be made", http.StatusServiceUnavailable)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("X-Verdict", string(result.Report.Verdict))
		_ = render.Render(w, result.Report, "html", render.Options{}) // the client has gone
	})
}

// An http.Handler over an Engine, with bounds on what a request may cost.
func Example_handler() {
	ctx := context.Background()
	e, err := engine.New(ctx)
	if err != nil {
		log.Fatal(err)
	}
	profile, err := e.Profile("ci-gate")
	if err != nil {
		log.Fatal(err)
	}
	day := func() time.Time { return time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC) }
	server := httptest.NewServer(screenUpload(e, profile, day))
	defer server.Close()
	for _, body := range []string{archive("app.cdx.json", `{"bomFormat": "CycloneDX", "specVersion": "1.6"}`), "no archive", strings.Repeat("x", 9<<20)} {
		answer, err := http.Post(server.URL, "application/octet-stream", strings.NewReader(body))
		if err != nil {
			log.Fatal(err)
		}
		_ = answer.Body.Close()
		fmt.Printf("%d %q\n", answer.StatusCode, answer.Header.Get("X-Verdict"))
	}
	// Output:
	// 200 "does_not_meet"
	// 415 ""
	// 413 ""
}

func archive(name, text string) string {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(name)
	if err == nil {
		_, err = io.WriteString(w, text)
	}
	if err = errors.Join(err, z.Close()); err != nil {
		log.Fatal(err)
	}
	return b.String()
}

package engine_test

import (
	"context"
	"fmt"
	"log"
	"os"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/report"
)

// Screen a vendor's folder against the built-in baseline.
func Example() {
	ctx := context.Background()
	e, err := engine.New(ctx) // compile once, screen many
	if err != nil {
		log.Fatal(err)
	}
	profile, err := e.Profile("baseline")
	if err != nil {
		log.Fatal(err)
	}
	folder := os.DirFS("../fixtures/keycloak-contradicts/bundle")
	bundle, err := evidence.OpenFS(folder, evidence.Limits{})
	if err != nil {
		log.Fatal(err)
	}
	result, err := e.Screen(ctx, bundle, engine.Screening{Profile: profile, AsOf: "2026-11-21"})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(result.Report.Verdict)
	for _, f := range result.Report.Findings {
		if f.Status == report.Fail && f.Severity == report.Blocking {
			fmt.Println(f.ID, "-", f.Violations[0].Message)
		}
	}
	// Output:
	// does_not_meet
	// product.same_product - This document is about version 10.0.1, and declaration/keycloak.yaml, which is about the same product, about version 9.0.3.
}

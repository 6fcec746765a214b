package authoring_test

import (
	"context"
	"fmt"
	"log"
	"os"

	"github.com/bidgate/bidgate/engine/authoring"
)

// A tree of policies is linted, then tested.
func Example() {
	ctx, tree := context.Background(), os.DirFS("../../cmd/bidgate/testdata/pack")
	options := authoring.Options{Name: "pack"}
	problems, err := authoring.Lint(ctx, tree, options)
	if err != nil {
		log.Fatal(err)
	}
	for _, p := range problems {
		fmt.Println(p)
	}
	report, err := authoring.Test(ctx, tree, options)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(len(problems), "problems,", report.Tests, "tests,", report.Percent(), "percent reached")
	// Output: 0 problems, 0 tests, 0 percent reached
}

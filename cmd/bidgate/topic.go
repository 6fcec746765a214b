package main

import (
	"embed"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/bidgate/bidgate/engine/authoring"
	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/report"
	"github.com/bidgate/bidgate/engine/tender"
)

//go:embed help
var helpFiles embed.FS

// topics are the pages of help that belong to no command, with what they tell.
var topics = map[string]string{
	"author":   "For policy authors: write, test, choose and hand on a requirement",
	"bundle":   "What to put in a bundle, with examples",
	"ci":       "For pipelines: exit statuses, baselines, code hosts",
	"conftest": "Writing requirements, for those who know Conftest",
	"vendor":   "For vendors: from what you have to a bundle that meets",
	"officer":  "For procurement officers: from the call for bids to the decision",
	"formats":  "What is read and written, by name, and the schemas",
	"data":     "Data sets that the buyer brings: what, from where and how",
}

// inserted is the place of an example in a page: {{path}}.
var inserted = regexp.MustCompile(`\{\{([^} ]+)\}\}`)

// topic is a page of help with its examples, which are files that tests read.
func topic(name string) (string, error) {
	if marker, is := strings.CutPrefix(name, schemaTopic); is {
		return schemaOf(marker)
	}
	page, err := helpFiles.ReadFile("help/" + name + ".md")
	if err != nil {
		return "", err
	}
	text := inserted.ReplaceAllStringFunc(string(page), func(place string) string {
		if made, there := madeParts[strings.Trim(place, "{}")]; there {
			return made()
		}
		example, failed := helpFiles.ReadFile("help/example/" + strings.Trim(place, "{}"))
		if failed != nil {
			err = failed
		}
		return strings.ReplaceAll(strings.TrimRight(string(example), "\n"), "\t", "    ")
	})
	return text, err
}

// madeParts are the places of a page that are filled from the tables.
var madeParts = map[string]func() string{
	"@reports": func() string {
		var b strings.Builder
		for _, f := range formatTable("") {
			fmt.Fprintf(&b, "    %-16s %s\n", f.Name, f.Help)
		}
		return strings.TrimRight(b.String(), "\n")
	},
	"@comparisons": func() string { return namesOf(comparisons()) },
	"@annexes":     func() string { return namesOf(render.AnnexFormats()) },
}

func namesOf(list []render.Format) string {
	names := make([]string, len(list))
	for i, f := range list {
		names[i] = f.Name
	}
	return strings.Join(names, ", ")
}

// schemaTopic begins the topics that are a JSON Schema.
const schemaTopic = "schema-"

func isTopic(name string) bool {
	marker, schema := strings.CutPrefix(name, schemaTopic)
	return topics[name] != "" || schema && slices.Contains(schemaNames(), marker)
}

// schemaNames are the schemas that there are.
func schemaNames() []string {
	names := append([]string{"report", "input"}, tender.Schemas()...)
	return append(names, slices.Sorted(maps.Keys(formSchemas))...)
}

func schemaOf(marker string) (string, error) {
	switch marker {
	case "report":
		return string(report.Schema()), nil
	case "input":
		text, err := authoring.InputSchema()
		return string(text), err
	}
	if _, form := formSchemas[marker]; form {
		return string(evidence.FormSchema(marker)), nil
	}
	return string(tender.Schema(marker)), nil
}

// topicList lists the topics as the commands are listed.
func topicList() string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(topics)) {
		fmt.Fprintf(&b, "  %-12s %s\n", name, topics[name])
	}
	return b.String()
}

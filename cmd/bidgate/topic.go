package main

import (
	"embed"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
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
	"data":     "Data sets that the buyer brings: what, from where and how",
}

// inserted is the place of an example in a page: {{path}}.
var inserted = regexp.MustCompile(`\{\{([^} ]+)\}\}`)

// topic is a page of help with its examples, which are files that tests read.
func topic(name string) (string, error) {
	page, err := helpFiles.ReadFile("help/" + name + ".md")
	if err != nil {
		return "", err
	}
	text := inserted.ReplaceAllStringFunc(string(page), func(place string) string {
		example, failed := helpFiles.ReadFile("help/example/" + strings.Trim(place, "{}"))
		if failed != nil {
			err = failed
		}
		return strings.ReplaceAll(strings.TrimRight(string(example), "\n"), "\t", "    ")
	})
	return text, err
}

// topicList lists the topics as the commands are listed.
func topicList() string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(topics)) {
		fmt.Fprintf(&b, "  %-12s %s\n", name, topics[name])
	}
	return b.String()
}

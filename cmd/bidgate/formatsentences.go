package main

import (
	"fmt"

	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/report"
)

// The sentences on formats, and on reports that are compared.

func unknownFormat(format string, known []string) error {
	return complain("--format", fmt.Sprintf("%q is not a format", format), "use one of "+alternatives(known))
}

func notForTerminal(format string) error {
	return complain("--format", format+" is no text, and a terminal cannot show it", "write it to a file: "+format+"=FILE")
}

func noBrowser(named string) error {
	if named != "" {
		return complain(named, "is no program that can be started", "name a Chromium, or leave --browser out to take one on the path")
	}
	return complain("pdf", "is printed by a Chromium, and there is none on the path", "install one (Debian: chromium), name it with --browser, or write html and print that")
}

func noFormatFile(value string) error {
	return complain("--format", fmt.Sprintf("%q names no file", value), formatUsage)
}

func twoFormatsToStdout() error {
	return complain("--format", "only one format can go to standard output", "write the others as FORMAT=FILE")
}

func twoFormatsToFile(file string) error {
	return complain(file, "two formats would be written here", "give each its own file")
}

func badReplyBy(day string) error {
	return complain("--reply-by", fmt.Sprintf("%q is no date", day), "write it as YYYY-MM-DD")
}

func oneReport(format string, reports int) error {
	return complain("--format", fmt.Sprintf("%s holds one report, and there are %d", format, reports), "write json, and make the format of each with `bidgate render`, or screen them one by one")
}

func comparedTwice(path string) error {
	return complain(path, "is given twice", "give each report once")
}

func notComparable(e *report.NotComparable) error {
	return complain(e.Second, "was not judged as "+render.Escape(e.First, 200)+" was: the "+e.What+" differs", "screen all bids again in one run, with one tender, and compare those reports; `bidgate diff` shows both sides")
}

func noReports(dir string) error {
	return complain(dir, "holds no report of a bid", "give the folder that `bidgate screen --results` filled, or the reports themselves")
}

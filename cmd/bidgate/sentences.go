package main

import (
	"errors"
	"fmt"
	"strings"
	"syscall"

	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/report"
)

// The sentences of this layer for people, in one place for translation. Each
// complaint names a thing, says what is wrong with it and what to do.

const (
	seeHelp      = "`bidgate help` lists what there is"
	giveBundle   = "give a folder, a .zip, .tar or .tar.gz archive, or one document"
	formatUsage  = "write FORMAT or FORMAT=FILE"
	readable     = "give a file that can be read"
	givePolicies = "give a folder of policies, a bundle that `bidgate policy build` wrote, or the word built-in"
	giveReport   = "give a file that `bidgate screen -f json=FILE` wrote"
)

// complaint is an error of this layer, one sentence that names its thing.
type complaint string

func (c complaint) Error() string { return string(c) }

func complain(thing, wrong, do string) error {
	const most = 200 // columns of a name on a line
	return complaint(render.Escape(thing, most) + ": " + strings.Join(strings.Fields(wrong), " ") + "; " + do)
}

func noCommand() error {
	return errors.New("no command is given; `bidgate help` lists them, and `bidgate help vendor`, `officer` and `ci` go through a whole job")
}

func noSubcommand(command string, known []string) error {
	return complain(command, "needs a second word", "use one of "+alternatives(known))
}

func unknownCommand(word, above string, known []string) error {
	return complain(word, "is not a command"+suffix(" of ", above), "use one of "+alternatives(known))
}

func unknownFlag(flag string) error {
	return complain(flag, "is not a flag of any command", seeHelp)
}

func flagOfOther(flag, command string) error {
	return complain(flag, "is not a flag of "+command, "see `bidgate help "+command+"`")
}

func flagTwice(flag string) error {
	return complain(flag, "is given twice", "give it once")
}

func noValue(flag string) error {
	return complain(flag, "has no value", "write the value after it; one that begins with a hyphen is joined by =")
}

func badFlagValue(err error) error {
	return complain("command line", err.Error(), seeHelp)
}

func badChoice(flag, value string, known []string) error {
	return complain(flag, fmt.Sprintf("%q is not a choice", value), "use "+alternatives(known))
}

func limitsInBundle(file, bundle string) error {
	return complain(file, "lies in the bundle "+render.Escape(bundle, 200), "give a file of limits that the buyer wrote, outside of every bundle")
}

func badWidth(width string) error {
	return complain("--width", fmt.Sprintf("%q is no width of a page", width), fmt.Sprintf("give a number from %d to %d", minWidth, maxWidth))
}

func badFailOn(word string, known []report.Verdict) error {
	names := make([]string, len(known))
	for i, verdict := range known {
		names[i] = string(verdict)
	}
	return complain("--fail-on", fmt.Sprintf("%q is not a verdict to fail on", word),
		"use all, none, or some of "+strings.Join(names, ",")+" with commas between them")
}

func badDate(flag string, err error) error {
	return errors.New(flag + ": " + err.Error())
}

func wrongArguments(command, want string, got int) error {
	return complain(command, fmt.Sprintf("takes %s and was given %s", want, count(got, "argument")), "see `bidgate help "+command+"`")
}

func noBundle() error {
	return errors.New("no bundle is given; give the folder, archive or document to screen, or a tender that has offers")
}

func noProfile() error {
	return errors.New("no profile is given; choose one with --profile, such as baseline, or give a tender that names one; `bidgate policy profiles` says which there are, and for whom")
}

func unknownProfile(name string, known []string) error {
	return complain(name, "is neither a file nor the name of a profile", "give a file, or one of "+alternatives(known))
}

func annexAndProfile() error {
	return complain("init", "--annex and --profile are given, and an annex has its profile", "give one of them")
}

func wrongDigest(file, got string) error {
	return complain(file, "is not the profile that the tender means: its digest is "+got, "get the right file, or correct the digest in the tender")
}

func cannotRead(path string, err error, do string) error {
	return complain(path, reason(err), do)
}

func notABundle(path string) error {
	return complain(path, "is neither a file nor a folder", giveBundle)
}

func badArchive(path string, err error) error {
	return complain(path, "cannot be opened as a bundle ("+composed(err.Error())+")", giveBundle)
}

func notAFolder(path, flag string) error {
	return complain(path, "is not a folder", "give "+flag+" a folder of policies")
}

func notWritten(path string, err error) error {
	var told complaint
	switch {
	case errors.As(err, &told), errors.Is(err, errGivenUp): // names the file already, or is no fault of it
		return err
	case errors.Is(err, syscall.EISDIR):
		return complain(path, "is a folder", "give the name of a file to write")
	}
	return complain(path, "could not be written whole ("+reason(err)+")", "make room or choose another place, and run again")
}

func badParam(value string) error {
	return complain("--param", fmt.Sprintf("%q does not set a parameter", value), "write area.requirement.parameter=value")
}

func paramTwice(name string) error {
	return complain("--param", name+" is given twice", "give it once")
}

func unknownParam(name string, known []string) error {
	if len(known) == 0 {
		return complain("--param", name+" is not a parameter: its requirement has none", "see `bidgate policy list`")
	}
	return complain("--param", name+" is not a parameter", "use one of "+alternatives(known))
}

func paramOfUnknown(name, requirement string) error {
	return complain("--param", name+" is not a parameter: there is no requirement "+requirement, "see `bidgate policy list`")
}

func wrongParamType(name, value, kind string) error {
	return complain("--param", fmt.Sprintf("%q is not a value for %s", value, name), "give "+kind)
}

func oneOffer(bundles int) error {
	return complain("--offer-vendor, --offer-product, --offer-version", fmt.Sprintf("describe one bundle, and there are %d", bundles), "describe the offers in a tender file")
}

func versionWithoutProduct() error {
	return complain("--offer-version", "there is no product that has this version", "add --offer-product")
}

func exportOne(bundles int) error {
	return complain("--export", fmt.Sprintf("takes one bundle, and there are %d", bundles), "screen and export them one by one")
}

func bundleTwice(path string) error {
	return complain(path, "is given twice", "give each bundle once")
}

func badIsolate(when string) error {
	return complain("--isolate", fmt.Sprintf("%q is no such choice", when), "use auto, always or never")
}

func badIsolateTime() error {
	return complain("--isolate-time", "is no time to evaluate in", "give a time such as 30s")
}

func badIsolateMemory(least int) error {
	return complain("--isolate-memory", "is too little to evaluate in", fmt.Sprintf("give %d or more", least))
}

func unknownRequirement(id string) error {
	return complain(id, "is not the id of a requirement", "see `bidgate policy list`")
}

func interrupted() error {
	return errors.New("interrupted; nothing was written")
}

func interruptedWriting() error {
	return errors.New("interrupted while the results were written; do not use them, and run again")
}

// brokeDown tells of a fault of the program itself.
func brokeDown(what any) error {
	return errors.New("bidgate broke down and decided nothing (" + oneLine(fmt.Sprint(what)) + "); please report this as SECURITY.md says")
}

func replayable(dir, replay string) string {
	return "bidgate: " + dir + ": holds policy.tar.gz, input.json and decision.json; run there, this prints the decision again:\n" + replay + "\n"
}

func cannotConvert(name string, err error) error {
	return complaint(render.Escape(name, 200) + ": " + err.Error())
}

func unknownConversion(to string) error {
	return complain("--to", fmt.Sprintf("%q is not a form that declarations are turned into", to), "use one of "+alternatives(conversions))
}

func tooLargeToConvert(name string, most int) error {
	return complain(name, fmt.Sprintf("is larger than %d MiB", most>>20), "give a declaration")
}

// listSum sums a list of requirements up, of so many.
func listSum(kept, all int) string {
	switch {
	case kept == 0 && all > 0:
		return "No requirement is like that; leave out a flag, or see them all with `bidgate policy list`."
	case kept < all:
		return fmt.Sprintf("%d of %s; `bidgate explain ID` tells more of one.", kept, count(all, "requirement"))
	}
	return count(all, "requirement") + "; `bidgate explain ID` tells more of one."
}

// mended sums a lint up.
func mended(problems int) string {
	if problems == 0 {
		return "There is nothing to mend."
	}
	return "There " + be(problems) + " " + count(problems, "problem") + " to mend."
}

// tested sums a run of tests up.
func tested(report testResult, least int) string {
	if report.Tests == 0 {
		return "There is no test; write rules test_… in a file beside each policy, <name>_test.rego."
	}
	text := count(report.Tests, "test") + " ran and passed"
	if failed := len(report.Failures); failed > 0 {
		text = fmt.Sprintf("%d of %s failed", failed, count(report.Tests, "test"))
	}
	text += fmt.Sprintf("; %d percent of the lines of policies are reached", report.Percent())
	if report.Percent() < least {
		text += fmt.Sprintf(", and %d are asked for", least)
	}
	if all := len(report.Examples); all > 0 {
		text += fmt.Sprintf("; %s judged as meant", ofAll(all-report.wrong(), all, "example"))
	}
	return text + "."
}

// ofAll says how many of all things are, with the verb.
func ofAll(n, all int, noun string) string {
	if n == all {
		return count(all, noun) + " " + be(all)
	}
	return fmt.Sprintf("%d of %s %s", n, count(all, noun), be(all))
}

// misjudged says what is wrong with an example.
func misjudged(x judged) string {
	status := strings.ReplaceAll(string(x.Status), "_", " ")
	if status == "" {
		status = "silent"
	}
	if x.Good {
		return fmt.Sprintf("is an example that meets %s, and the outcome is %q; mend the example or the rules", oneLine(x.Requirement), status)
	}
	return fmt.Sprintf("is an example that does not meet %s, and the outcome is %q; mend the example or the rules", oneLine(x.Requirement), status)
}

func notAReport(path, wrong string) error {
	return complain(path, strings.TrimPrefix(wrong, "report: "), giveReport)
}

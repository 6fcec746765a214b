package main

import (
	"errors"
	"fmt"
)

// The sentences of the commands for authors of policies.

func badCoverage(percent string) error {
	return complain("--coverage", fmt.Sprintf("%q is no share of lines", percent), "give a whole number of percent from 0 to 100")
}

func noOutput() error {
	return complain("policy build", "has no file to write", "name it with -o")
}

func badNew(err error) error { return errors.New("policy new: " + err.Error()) }

func areaOfLibrary(area string) error {
	return complain("policy new", area+" is an area of the built-in requirements", "use an area of your own, such as acme_"+area)
}

func noCases(dir string) error {
	return complain(dir, "holds no case", "give --fixtures a folder of folders with args and bundle, or of bundles")
}

func noProfileForBundles() error {
	return complain("--fixtures", "names bundles, and there is no profile to screen them by", "add --profile")
}

// differenceSum sums up how two sets of policies differ.
func differenceSum(d policyDifference) string {
	text := "The policies are the same"
	if len(d.Changes) > 0 {
		text = count(len(d.Changes), "difference")
	}
	if d.Screened == 0 {
		return text + "."
	}
	if len(d.Fixtures) == 0 {
		return text + "; " + count(d.Screened, "case") + " screened, with the same outcome."
	}
	return fmt.Sprintf("%s; %d of %s with another outcome.", text, len(d.Fixtures), count(d.Screened, "case"))
}

func libraryAndPolicy() error {
	return complain("--library", "does not go with --policy", "leave one of them out")
}

func folderIsThere(dir string) error {
	return complain(dir, "is there already, and nothing was changed", "choose another name, or remove it")
}

func noDocsFolder() error {
	return complain("policy docs", "has no folder for the pages", "name it with -o")
}

func listingOnStdout() error {
	return complain("-o", "standard output carries what was built, in words", "name a file")
}

package main

import (
	"fmt"
	"strings"
)

// The sentences of keygen, sign and verify for people.

func fileIsThere(path string) error {
	return complain(path, "is there already, and nothing was changed", "choose another name, or move it away")
}

func noKeyName() error {
	return complain("keygen", "has no name for the two files", "name them with --out")
}

func noKey() error {
	return complain("sign", "has no key to sign with", "name its file with --key; `bidgate keygen` makes one")
}

func noOutputOf(command string) error {
	return complain(command, "has no file to write", "name it with -o")
}

func noPassphrase(file string) error {
	return complain(file, "is encrypted", "put its passphrase into the variable COSIGN_PASSWORD")
}

func badKey(file string, err error) error {
	wrong, do, found := strings.Cut(err.Error(), "; ")
	if !found {
		do = "give another key"
	}
	return complain(file, wrong, do)
}

func signatureInBundle(file, bundle string) error {
	return complain(file, "lies in the bundle "+bundle+", which it would change", "write the signature beside the bundle with -o")
}

func notSigned(bundle string, refused []string) error {
	return complain(bundle, fmt.Sprintf("cannot be signed, because not all of it can be read (%s)", composed(refused[0])), "mend the bundle first")
}

func notPacked(bundle, why string) error {
	return complain(bundle, fmt.Sprintf("cannot be packed (%s)", composed(why)), "mend the bundle first; `bidgate check` says more")
}

func tooLarge(path string, most int64, do string) error {
	return complain(path, fmt.Sprintf("is larger than %d MiB", most>>20), do)
}

func nothingToVerify() error {
	return complain("verify", "is given neither a report nor a bundle", "give a report, or --bundle with --bundle-signature")
}

func noTrustedKeys(flag string) error {
	return complain(flag, "is given without the keys to trust", "name them with --keys")
}

func keysWithoutSignature() error {
	return complain("--keys", "there is no signature to verify", "name it with --signature or --bundle-signature")
}

func needsReport(flag string) error {
	return complain(flag, "is given without a report", "give the report to hold it against")
}

func recordsWithoutSignature(kind string) error {
	return complain("verify", "there is no signature to hold the "+kind+" against", "name it with --signature, and the keys with --keys")
}

func recordKeysAlone() error {
	return complain("--record-keys", "there is no file of records to check", "name it with --exceptions or --determinations, or in the tender")
}

// signRecords is what to do where the signature of a file of records is missing.
const signRecords = "let who approves the records sign them with `bidgate sign`, or leave --record-keys out"

func badRecordSignature(file string, err error) error {
	return complain(file, "is not read, for its signature "+file+signatureEnding+" does not hold ("+err.Error()+")", signRecords)
}

func needsFlag(flag, other string) error {
	return complain(flag, "is given without "+other, "give "+other+" too")
}

func keysInBundle(file, bundle string) error {
	return complain(file, "lies in the bundle "+bundle, "take the keys from where you keep them, not from who is to be verified")
}

func oneSignature(bundles int) error {
	return complain("--bundle-signature", fmt.Sprintf("is over one bundle, and there are %d", bundles), "screen them one by one, or put each signature into its bundle")
}

func badBundleSignature(file string, err error) error {
	return complain(file, "is not usable: "+err.Error(), "ask the vendor for the file that `bidgate sign` wrote")
}

func badDigest(flag, value string) error {
	return complain(flag, fmt.Sprintf("%q is not a digest", value), "write sha256: and 64 hexadecimal digits")
}

func noOPA(name string) error {
	return complain(name, "is not a program that can be started", "give --opa the path of the public opa program")
}

// The names of what verify checks, in its order.
const (
	checkReportSignature = "signature of the report"
	checkRecordSignature = "signature of the "
	checkSeal            = "seal of the report"
	checkBundleSignature = "signature of the bundle"
	checkBundle          = "evidence"
	checkPolicies        = "policies"
	checkTold            = "report and decision"
	checkReplay          = "replay by bidgate"
	checkOPA             = "replay by opa"
)

// What verify says of a check that it did not make, and how to have it made.
const (
	askReportSignature = "give --signature and --keys"
	askBundleSignature = "give --bundle-signature and --keys"
	askBundle          = "give --bundle"
	askPolicies        = "give --policy-bundle or --replay"
	askReplay          = "give --replay, the folder that `bidgate screen --export` wrote"
	askOPA             = "give --replay, and have the public opa program at hand"
	askNoOPA           = "there is no opa program on the path; give --opa"
	stopped            = "the signature of the report does not hold, so nothing in it is read"
	noReport           = "no report is given"
	toldRest           = "sentences and places in it are not compared: only a signature or a known digest holds them"
)

// verdictLine sums verify up.
func verdictLine(wrong, missing int) string {
	switch {
	case wrong > 0:
		return fmt.Sprintf("%s not hold. Do not rely on what was verified.", does(wrong, "check"))
	case missing > 0:
		return fmt.Sprintf("All that was asked for holds; %s not made.", was(missing, "check"))
	}
	return "All checks hold."
}

func does(n int, noun string) string {
	if n == 1 {
		return "1 " + noun + " does"
	}
	return count(n, noun) + " do"
}

func was(n int, noun string) string {
	if n == 1 {
		return "1 " + noun + " was"
	}
	return count(n, noun) + " were"
}

package main

import (
	"bytes"
	"fmt"
	"regexp"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine/report"
	"github.com/bidgate/bidgate/engine/tender"
)

const verifyHelp = `
Checks what a report rests on, a line for each check: ok, not ok or not checked.
A REPORT is a file that ` + "`bidgate screen -f json=FILE`" + ` wrote. Its signature comes
first; where it does not hold, nothing in the report is read. Without a REPORT,
--bundle and --bundle-signature check what a vendor signed. In the place of a
report a file of exceptions or determinations is checked against --signature.

--replay decides again from the folder that ` + "`bidgate screen --export`" + ` wrote: with
this program, and with the public opa program where there is one. It replays the
judgement; that the input is a true reading of the files rests on bidgate. Give
the same --policy folders as to the screening.

A list of trusted keys is a file of yours:
  keys: 1
  list:
    - id: "sha256:..."       # as ` + "`bidgate keygen`" + ` shows it
      owner: Acme Devices
      from: 2026-01-01       # optional: first and last day valid
      until: 2027-12-31
      public: |
        -----BEGIN PUBLIC KEY-----
        ...
        -----END PUBLIC KEY-----
Validity is judged at --as-of: a signature does not say when it was made.

Exit status: 0 all that was asked for holds, 1 something does not hold or could
not be shown, 2 could not run.`

// statusNotHeld is the exit status of verify where a check does not hold.
const statusNotHeld = 1

func (p *program) verifyCommand() *cli.Command {
	return &cli.Command{
		Name:        "verify",
		Usage:       "Check a report, its signature and what it rests on",
		ArgsUsage:   "[REPORT|RECORDS]",
		Description: verifyHelp,
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "signature", Usage: "`FILE` with the signature of the report"},
			&cli.StringFlag{Name: "bundle-signature", Usage: "`FILE` with the vendor's signature of the bundle"},
			&cli.StringFlag{Name: "keys", Usage: "`FILE` with the keys to trust: a list, or one .pub file"},
			&cli.StringFlag{Name: "as-of", Usage: "`DATE` at which keys must be valid, YYYY-MM-DD (today)"},
			&cli.StringFlag{Name: "digest", Usage: "`DIGEST` that the report must have, as its renderings show it"},
			&cli.StringFlag{Name: "bundle", Usage: "`BUNDLE` with the evidence"},
			&cli.StringFlag{Name: "policy-bundle", Usage: "`FILE` with the policies, the policy.tar.gz of an export"},
			&cli.StringFlag{Name: "replay", Usage: "`DIR` of an export to decide from again"},
			&cli.StringFlag{Name: "opa", Usage: "`PATH` of the public opa program (the one on the path)"},
			limitsFlag(),
			listFormatFlag(),
		}, policyFlags()...),
		Action: p.verify,
	}
}

// check is one line of verify.
type check struct {
	What   string   `json:"what"`
	State  string   `json:"state"` // ok, not ok or not checked
	Detail []string `json:"detail"`
}

// The states of a check.
const (
	stateOK         = "ok"
	stateNotOK      = "not ok"
	stateNotChecked = "not checked"
)

// verification is what verify tells.
type verification struct {
	Holds  bool    `json:"holds"` // all that was asked for
	AsOf   string  `json:"as_of"` // of the keys
	Checks []check `json:"checks"`
}

func (v *verification) add(what, state string, detail ...string) {
	v.Checks = append(v.Checks, check{what, state, append([]string{}, detail...)})
	v.Holds = v.Holds && state != stateNotOK
}

// judge adds a check that was made: err is why it does not hold.
func (v *verification) judge(what string, err error, detail ...string) {
	if err != nil {
		v.add(what, stateNotOK, err.Error())
		return
	}
	v.add(what, stateOK, detail...)
}

func (v *verification) count(state string) int {
	n := 0
	for _, c := range v.Checks {
		if c.State == state {
			n++
		}
	}
	return n
}

// verifier is verify on its way: the report is nil until it may be read.
type verifier struct {
	*program
	c      *cli.Context
	on     tender.Day
	result verification
	text   []byte // of the report; nil where none is given
	report *report.Report
}

func (p *program) verify(c *cli.Context) error {
	v := &verifier{program: p, c: c, result: verification{Holds: true}}
	if err := v.prepare(); err != nil {
		return err
	}
	return p.list(c.String("format"), func() (any, func(*bytes.Buffer), error) {
		steps := []func() error{v.reportSignature, v.seal, v.bundle, v.replay}
		if kind := recordKind(v.text); kind != "" {
			steps = []func() error{func() error { return v.records(kind) }}
		}
		for _, step := range steps {
			if err := step(); err != nil {
				return nil, nil, err
			}
		}
		if !v.result.Holds {
			p.status = statusNotHeld
		}
		return v.result, func(w *bytes.Buffer) { verificationText(w, v.result) }, nil
	})
}

// prepare refuses what is asked for in part: it would else seem to be checked.
func (v *verifier) prepare() error {
	c := v.c
	given := func(flag string) bool { return c.String(flag) != "" }
	switch {
	case c.NArg() > 1:
		return wrongArguments("verify", "one report at most", c.NArg())
	case c.NArg() == 0 && !given("bundle-signature"):
		return nothingToVerify()
	case given("bundle-signature") && !given("bundle"):
		return needsFlag("--bundle-signature", "--bundle")
	case given("opa") && !given("replay"):
		return needsFlag("--opa", "--replay")
	case given("keys") && !given("signature") && !given("bundle-signature"):
		return keysWithoutSignature()
	}
	for _, flag := range []string{"signature", "bundle-signature"} {
		if given(flag) && !given("keys") {
			return noTrustedKeys("--" + flag)
		}
	}
	if c.NArg() == 0 {
		for _, flag := range []string{"signature", "digest", "policy-bundle", "replay"} {
			if given(flag) {
				return needsReport("--" + flag)
			}
		}
	}
	if given("bundle") && given("keys") && liesIn(c.String("keys"), c.String("bundle")) {
		return keysInBundle(c.String("keys"), c.String("bundle"))
	}
	if digest := c.String("digest"); digest != "" && !digestForm.MatchString(digest) {
		return badDigest("--digest", digest)
	}
	return v.read()
}

var digestForm = regexp.MustCompile(`^sha256:[0-9a-f]{64}$`)

// read settles the day and reads the report, whose bytes are not parsed yet.
func (v *verifier) read() (err error) {
	v.result.AsOf = either(v.c.String("as-of"), v.now().UTC().Format(time.DateOnly))
	if v.on, err = tender.ParseDay(v.result.AsOf); err != nil {
		return badDate("--as-of", err)
	}
	if v.c.NArg() > 0 {
		v.text, err = readWhole(v.c.Args().First(), maxReport, giveReport)
	}
	return err
}

func verificationText(w *bytes.Buffer, v verification) {
	for _, c := range v.Checks {
		fmt.Fprintf(w, "%-11s  %s", c.State, c.What)
		for i, line := range c.Detail {
			if i == 0 {
				fmt.Fprintf(w, ": %s\n", oneLine(line))
				continue
			}
			fmt.Fprintf(w, "%-13s%s\n", "", oneLine(line))
		}
		if len(c.Detail) == 0 {
			w.WriteByte('\n')
		}
	}
	fmt.Fprintf(w, "\n%s\n", verdictLine(v.count(stateNotOK), v.count(stateNotChecked)))
}

package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine/attest"
	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/report"
)

const signHelp = `
Signs a report (the file that ` + "`bidgate screen -f json=FILE`" + ` wrote), a file of
exceptions or determinations, or a bundle, and writes the signature into a file of
its own, in the form DSSE. Of a report or records the exact bytes are signed. Of a bundle the list of its files with their digests is:
a bundle that is packed anew still verifies, one with an added, removed or
changed file does not. Keep the signature beside the bundle, not in it. Of
records keep it beside their file, where screen --record-keys looks for it; sign
anew when a record is added.

A key is a PEM file (PKCS#8) of Ed25519 or ECDSA P-256, made by ` + "`bidgate keygen`" + `
or openssl; one that cosign encrypted is read too, and its passphrase is taken
from the variable COSIGN_PASSWORD.

Without a key of your own, cosign signs a report with your login (keyless):
  cosign sign-blob --yes --bundle report.sigstore.json report.json
  cosign verify-blob --bundle report.sigstore.json --certificate-identity WHO --certificate-oidc-issuer ISSUER report.json
Such a signature is verified by cosign, not by bidgate.

Exit status: 0 written, 2 could not run.`

// signatureEnding is added to the name of what is signed.
const signatureEnding = ".dsse"

func (p *program) signCommand() *cli.Command {
	return &cli.Command{
		Name:        "sign",
		Usage:       "Sign a report, records or a bundle",
		ArgsUsage:   "REPORT|RECORDS|BUNDLE",
		Description: signHelp,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "key", Usage: "`FILE` with the private key"},
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "`FILE` to write (what is signed, with " + signatureEnding + " after it)"},
			limitsFlag(),
			listFormatFlag(),
		},
		Action: p.sign,
	}
}

// signed is what sign tells.
type signed struct {
	File   string `json:"file"`
	Of     string `json:"of"` // report, exceptions, determinations or bundle
	Digest string `json:"digest"`
	Files  int    `json:"files"`
	KeyID  string `json:"key_id"`
	text   []byte
}

func (p *program) sign(c *cli.Context) error {
	if c.NArg() != 1 {
		return wrongArguments("sign", "one report, file of records or bundle", c.NArg())
	}
	key, err := p.readPrivateKey(c.String("key"))
	if err != nil {
		return err
	}
	what := c.Args().First()
	file, err := signatureFile(what, c.String("output"))
	if err != nil {
		return err
	}
	return p.list(c.String("format"), func() (any, func(*bytes.Buffer), error) {
		s, err := p.signThing(c, what, key)
		if err != nil {
			return nil, nil, err
		}
		s.File = file
		return s, func(w *bytes.Buffer) { w.WriteString(signedText(s)) }, p.writeFiles(outFile{file, s.text})
	})
}

// signatureFile is where the signature goes: never into the bundle, which it
// would change.
func signatureFile(what, file string) (string, error) {
	clean := filepath.Clean(what)
	if file == "" && (what == standardInput || clean == "." || strings.HasSuffix(clean, "..")) {
		return "", noOutputOf("sign")
	}
	if file == "" {
		file = clean + signatureEnding
	}
	if isStandardOutput(file) {
		return "", listingOnStdout()
	}
	if info, err := os.Stat(what); err == nil && info.IsDir() && liesIn(filepath.Dir(file), what) {
		return "", signatureInBundle(file, what)
	}
	return file, nil
}

func (p *program) signThing(c *cli.Context, what string, key attest.PrivateKey) (*signed, error) {
	public, err := key.Public()
	if err != nil {
		return nil, err
	}
	s := &signed{KeyID: public.ID()}
	if text, err := readWhole(what, maxReport, giveReport); err == nil {
		if r, err := report.Decode(bytes.NewReader(text)); err == nil {
			s.Of, s.Files = "report", 1
			if s.Digest, err = r.Digest(); err == nil {
				s.text, err = attest.SignReport(text, key)
			}
			return s, err
		}
		if kind := recordKind(text); kind != "" {
			if _, err := countRecords(kind, what, text); err != nil {
				return nil, err
			}
			s.Of, s.Files, s.Digest = kind, 1, digestOf(text)
			s.text, err = attest.SignRecords(text, key)
			return s, err
		}
	}
	limits, err := readLimits(c.String("limits"), []string{what})
	if err != nil {
		return nil, err
	}
	bundle, err := p.openBundle(c.Context, what, limits)
	if err != nil {
		return nil, err
	}
	if refused := bundle.Refused(); len(refused) > 0 {
		return nil, notSigned(what, refused)
	}
	contents := bundle.Contents()
	s.Of, s.Digest, s.Files = "bundle", evidence.ContentDigest(contents), len(contents)
	s.text, err = attest.SignBundle(filesOf(contents), key)
	return s, err
}

func filesOf(contents []evidence.Content) []attest.File {
	files := make([]attest.File, len(contents))
	for i, c := range contents {
		files[i] = attest.File(c)
	}
	return files
}

func (p *program) readPrivateKey(file string) (none attest.PrivateKey, err error) {
	if file == "" {
		return none, noKey()
	}
	text, err := readWhole(file, maxFile, readable)
	if err != nil {
		return none, err
	}
	passphrase := p.getenv("COSIGN_PASSWORD")
	if attest.NeedsPassphrase(text) && passphrase == "" {
		return none, noPassphrase(file)
	}
	key, err := attest.ParsePrivateKey(text, []byte(passphrase))
	if err != nil {
		return none, badKey(file, err)
	}
	return key, nil
}

func signedText(s *signed) string {
	what := s.Of + " " + s.Digest
	if s.Of == "bundle" {
		what = fmt.Sprintf("bundle of %s, content %s", count(s.Files, "file"), s.Digest)
	}
	return fmt.Sprintf("%s: signature over the %s\nwith the key %s\n", oneLine(s.File), what, s.KeyID)
}

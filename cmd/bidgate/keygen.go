package main

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine/attest"
)

const keygenHelp = `
Makes a pair of keys: NAME.key, with which you sign and which only you may read,
and NAME.pub, which you give to those who verify. The key is not encrypted: keep
it where nobody else can read it. Files that are there are never replaced.

What it prints can be pasted into a list of trusted keys (bidgate help verify).
Keys that openssl made do as well:
  openssl genpkey -algorithm ed25519 -out NAME.key
  openssl pkey -in NAME.key -pubout -out NAME.pub

Exit status: 0 written, 2 could not run.`

// The endings of the two files of a pair.
const (
	privateEnding = ".key"
	publicEnding  = ".pub"
)

func (p *program) keygenCommand() *cli.Command {
	return &cli.Command{
		Name:        "keygen",
		Usage:       "Make a pair of keys to sign and verify with",
		Description: keygenHelp,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "out", Usage: "`NAME` of the two files, without their ending"},
			&cli.StringFlag{Name: "type", Value: attest.Ed25519, Usage: "`KIND` of key: " + alternatives(attest.KeyKinds())},
			listFormatFlag(),
		},
		Action: p.keygen,
	}
}

// newPair is what keygen tells.
type newPair struct {
	Private string `json:"private"`
	Public  string `json:"public"`
	KeyID   string `json:"key_id"`
	PEM     string `json:"pem"` // of the public key
}

func (p *program) keygen(c *cli.Context) error {
	name, kind := c.String("out"), c.String("type")
	switch {
	case c.NArg() > 0:
		return wrongArguments("keygen", "no argument", c.NArg())
	case name == "":
		return noKeyName()
	case !slices.Contains(attest.KeyKinds(), kind):
		return badChoice("--type", kind, attest.KeyKinds())
	}
	return p.list(c.String("format"), func() (any, func(*bytes.Buffer), error) {
		pair, err := p.writePair(name, kind)
		return pair, func(w *bytes.Buffer) {
			fmt.Fprintf(w, "%s: sign with it, and let nobody else read it\n", oneLine(pair.Private))
			fmt.Fprintf(w, "%s: give it to those who verify; its id is %s\n", oneLine(pair.Public), pair.KeyID)
		}, err
	})
}

func (p *program) writePair(name, kind string) (*newPair, error) {
	private, err := attest.NewKey(kind, rand.Reader)
	if err != nil {
		return nil, err
	}
	public, err := private.Public()
	if err != nil {
		return nil, err
	}
	secret, err := private.PEM()
	if err != nil {
		return nil, err
	}
	open, err := public.PEM()
	if err != nil {
		return nil, err
	}
	pair := &newPair{name + privateEnding, name + publicEnding, public.ID(), string(open)}
	return pair, p.writeNew(
		newFile{outFile{pair.Private, secret}, secretMode},
		newFile{outFile{pair.Public, open}, newFileMode})
}

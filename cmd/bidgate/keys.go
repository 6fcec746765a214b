package main

import (
	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine/attest"
	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/tender"
)

func keysFlag() cli.Flag {
	return &cli.StringFlag{Name: "keys", Usage: "`FILE` with the keys to trust for signatures in the bundle: a list, or one .pub file"}
}

// verifierOf verifies with the keys in a file, as they are valid on a day; nil
// where no file is given. Keys from a bundle would let a vendor vouch for himself.
func verifierOf(file, on string, bundles []string) (evidence.Verifier, error) {
	if file == "" {
		return nil, nil
	}
	for _, bundle := range bundles {
		if liesIn(file, bundle) {
			return nil, keysInBundle(file, bundle)
		}
	}
	keys, err := parseFile(file, attest.ParseKeys)
	if err != nil {
		return nil, err
	}
	day, err := tender.ParseDay(on)
	if err != nil {
		return nil, badDate("--as-of", err)
	}
	return attest.Verifier(keys, day), nil
}

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

func bundleSignatureFlag() cli.Flag {
	return &cli.StringFlag{Name: "bundle-signature", Usage: "`FILE` with the vendor's signature of the bundle, where it did not come in it"}
}

// bundleSignatureOf reads the signature over the one bundle; nil where none is
// given.
func bundleSignatureOf(file string, bundles int) ([]byte, error) {
	switch {
	case file == "":
		return nil, nil
	case bundles > 1:
		return nil, oneSignature(bundles)
	}
	return readWhole(file, attest.MaxEnvelope, readable)
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
	judge := attest.Verifier(keys, day)
	return func(keyID string, message, signature []byte) evidence.Judged {
		s := judge(keyID, message, signature)
		if s.State == attest.Unknown {
			return evidence.Judged{Outcome: outcomeOf[s.State]}
		}
		return evidence.Judged{Outcome: outcomeOf[s.State], KeyID: s.KeyID, Owner: s.Owner, Until: s.Until}
	}, nil
}

// outcomeOf are the words of the evidence for what became of a signature.
var outcomeOf = map[attest.State]string{
	attest.Good: "verified", attest.Expired: "expired", attest.NotYetValid: "not_yet_valid", attest.Unknown: "unknown_key", attest.Broken: "broken",
}

package attest

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/bidgate/bidgate/engine/tender"
)

// Key is a public key that the buyer trusts.
type Key struct {
	Public PublicKey
	Owner  string     // whose it is, in the buyer's words; "" where that is not said
	From   tender.Day // first day valid; zero is from ever
	Until  tender.Day // last day valid; zero is for ever
}

func (k Key) stateOn(day tender.Day) State {
	switch {
	case k.From.Text != "" && day.Day < k.From.Day:
		return NotYetValid
	case k.Until.Text != "" && day.Day > k.Until.Day:
		return Expired
	}
	return Good
}

// Verifier judges signatures over messages by keys as they are valid on a day.
// KeyID is what a signature says of its key: where that is the id of a trusted
// key and no trusted key made the signature, it is broken.
func Verifier(keys []Key, on tender.Day) func(keyID string, message, signature []byte) Signature {
	return func(keyID string, message, sig []byte) Signature {
		judged := judge(message, parsedSignature{keyID, sig}, keys, on)
		if judged.State == Unknown && slices.ContainsFunc(keys, func(k Key) bool { return k.Public.ID() == keyID }) {
			judged.State = Broken
		}
		return judged
	}
}

// ParseKeys reads a list of trusted keys (package tender says its form), or a
// PEM file with one public key, which is then valid for ever. The name is the
// file's, for errors.
func ParseKeys(name string, text []byte) ([]Key, error) {
	if bytes.HasPrefix(bytes.TrimSpace(text), []byte("-----BEGIN ")) {
		public, err := ParsePublicKey(text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		return []Key{{Public: public}}, nil
	}
	listed, err := tender.ParseKeys(name, text)
	if err != nil {
		return nil, err
	}
	keys := make([]Key, len(listed))
	for i, l := range listed {
		public, err := ParsePublicKey([]byte(l.Public))
		switch {
		case err != nil:
			return nil, l.Fault("public", err.Error(), "copy the whole .pub file")
		case l.ID != public.ID():
			return nil, l.Fault("id", "is not the id of this key, which is "+public.ID(), "make sure that the key is the right one, then correct the id")
		}
		keys[i] = Key{Public: public, Owner: l.Owner, From: l.From, Until: l.Until}
	}
	return keys, nil
}

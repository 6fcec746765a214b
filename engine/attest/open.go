package attest

import (
	"errors"
	"fmt"
	"strings"

	"github.com/bidgate/bidgate/engine/tender"
)

// State is what became of one signature of an envelope.
type State string

// The states. Only a good signature counts.
const (
	Good        State = "good"
	Expired     State = "expired"       // it holds, and the key was not to be used any more
	NotYetValid State = "not_yet_valid" // it holds, and the key was not to be used yet
	Unknown     State = "unknown"       // no trusted key made it, or what is signed was changed
	Broken      State = "broken"        // only of Verifier: it names a trusted key, which did not make it
)

// Signature is one signature of an envelope, judged.
type Signature struct {
	State State `json:"state"`
	// KeyID and Owner are those of the trusted key that made it; where none
	// did, KeyID is what the envelope says, which anyone can change.
	KeyID string `json:"key_id"`
	Owner string `json:"owner"`
	From  string `json:"from,omitempty"`
	Until string `json:"until,omitempty"`
}

// Opened is an envelope of which at least one signature is good.
type Opened struct {
	Payload    []byte // the bytes that were verified
	Signatures []Signature
}

// Refused says that no signature of an envelope is good.
type Refused struct{ Signatures []Signature }

func (r *Refused) Error() string {
	seen := map[State]bool{}
	for _, s := range r.Signatures {
		seen[s.State] = true
	}
	var reasons []string
	for _, told := range []struct {
		state State
		words string
	}{
		{Expired, "the key had expired"},
		{NotYetValid, "the key was not valid yet"},
		{Unknown, "no trusted key made it, or what was signed has been changed"},
	} {
		if seen[told.state] {
			reasons = append(reasons, told.words)
		}
	}
	return "the signature is not good: " + strings.Join(reasons, "; ")
}

// Open verifies an envelope with trusted keys, as they are valid on a day. One
// good signature is enough; ids of keys in the envelope decide nothing. The
// payload type must be the wanted one. The error is a *Refused where the
// envelope is whole and no signature is good; then nothing is opened.
func Open(text []byte, payloadType string, keys []Key, on tender.Day) (*Opened, error) {
	if len(keys) == 0 {
		return nil, errors.New("no trusted key is given")
	}
	p, err := parse(text)
	if err != nil {
		return nil, err
	}
	if p.payloadType != payloadType {
		return nil, fmt.Errorf("is a signature over something else: its payload type is %q, and %q is wanted", p.payloadType, payloadType)
	}
	signed := preAuthentication(p.payloadType, p.payload)
	judged := make([]Signature, len(p.signatures))
	good := false
	for i, s := range p.signatures {
		judged[i] = judge(signed, s, keys, on)
		good = good || judged[i].State == Good
	}
	if !good {
		return nil, &Refused{judged}
	}
	return &Opened{Payload: p.payload, Signatures: judged}, nil
}

// judge finds the trusted key that made a signature. A key may be listed for
// several periods: one in which it is valid wins.
func judge(signed []byte, s parsedSignature, keys []Key, on tender.Day) Signature {
	judged := Signature{State: Unknown, KeyID: s.keyID}
	for _, key := range keys {
		if !key.Public.verifies(signed, s.sig) {
			continue
		}
		found := Signature{State: key.stateOn(on), KeyID: key.Public.ID(), Owner: key.Owner, From: key.From.Text, Until: key.Until.Text}
		if found.State == Good {
			return found
		}
		judged = found
	}
	return judged
}

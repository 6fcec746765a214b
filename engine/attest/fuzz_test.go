package attest_test

import (
	"bytes"
	"testing"

	"github.com/bidgate/bidgate/engine/attest"
	"github.com/bidgate/bidgate/engine/tender"
)

// fuzzKey made the envelopes of the corpus.
const fuzzKey = `-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEAXgx/ugvnyB197CBOCjfu6O1GR4qKfyIe6tPVru7mJQk=
-----END PUBLIC KEY-----
`

// fuzzPayload is all that it signed.
const fuzzPayload = "bidgate"

// FuzzOpen: whatever an envelope is, it opens to nothing that was not signed,
// and an error gives out nothing.
func FuzzOpen(f *testing.F) {
	public, err := attest.ParsePublicKey([]byte(fuzzKey))
	if err != nil {
		f.Fatal(err)
	}
	keys := []attest.Key{{Public: public}}
	f.Fuzz(func(t *testing.T, text []byte) {
		opened, err := attest.Open(text, attest.ReportType, keys, tender.Day{})
		switch {
		case err != nil && opened != nil:
			t.Error("an error gives out an envelope")
		case err == nil && !bytes.Equal(opened.Payload, []byte(fuzzPayload)):
			t.Errorf("opened to %q", opened.Payload)
		}
	})
}

// FuzzParseKeys: a list of keys never breaks the reader, and each key that is
// read can be written.
func FuzzParseKeys(f *testing.F) {
	f.Fuzz(func(t *testing.T, text []byte) {
		keys, err := attest.ParseKeys("keys.yaml", text)
		if err != nil && keys != nil {
			t.Error("an error gives keys")
		}
		for _, key := range keys {
			if _, err := key.Public.PEM(); err != nil {
				t.Error(err)
			}
		}
	})
}

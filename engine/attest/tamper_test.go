package attest_test

import (
	"bytes"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine/attest"
	"github.com/bidgate/bidgate/engine/tender"
)

// pair is a private key with its trusted half.
type pair struct {
	private attest.PrivateKey
	trusted attest.Key
}

func newPair(t testing.TB, kind string) pair {
	t.Helper()
	private, err := attest.NewKey(kind, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	public, err := private.Public()
	if err != nil {
		t.Fatal(err)
	}
	return pair{private, attest.Key{Public: public, Owner: kind}}
}

func day(t testing.TB, text string) tender.Day {
	t.Helper()
	d, err := tender.ParseDay(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

const reportText = `{"report": 1, "verdict": "meets"}` + "\n"

// TestTamper is the table of what is refused and what is accepted, for both
// kinds of keys.
func TestTamper(t *testing.T) {
	for _, kind := range attest.KeyKinds() {
		mine, other := newPair(t, kind), newPair(t, kind)
		good, err := attest.SignReport([]byte(reportText), mine.private)
		if err != nil {
			t.Fatal(err)
		}
		two, err := attest.SignReport([]byte(reportText), other.private, mine.private)
		if err != nil {
			t.Fatal(err)
		}
		bundle, err := attest.SignBundle([]attest.File{{Path: "a"}}, mine.private)
		if err != nil {
			t.Fatal(err)
		}
		until, from := mine.trusted, mine.trusted
		until.Until, from.From = day(t, "2026-11-20"), day(t, "2026-11-22")
		only := []attest.Key{mine.trusted}
		edit := func(old, new string) []byte { return edited(t, good, old, new) }
		payload, sig := member(t, good, "payload"), member(t, good, "sig")
		for _, c := range []struct {
			name string
			text []byte
			keys []attest.Key
			want string // "" is accepted
		}{
			{"as signed", good, only, ""},
			{"other trusted keys too", good, []attest.Key{other.trusted, mine.trusted}, ""},
			{"two signatures, one by a trusted key", two, only, ""},
			{"valid for the last day", good, []attest.Key{valid(t, mine.trusted, "", "2026-11-21")}, ""},
			{"valid for the first day", good, []attest.Key{valid(t, mine.trusted, "2026-11-21", "")}, ""},
			{"expired once, and trusted anew", good, []attest.Key{until, valid(t, mine.trusted, "2026-11-21", "")}, ""},
			{"key id changed: it is a hint", edit(mine.trusted.Public.ID(), "sha256:00"), only, ""},
			{"key id is that of another trusted key", edit(mine.trusted.Public.ID(), other.trusted.Public.ID()), []attest.Key{other.trusted, mine.trusted}, ""},
			{"layout changed", bytes.ReplaceAll(good, []byte("\n"), []byte(" ")), only, ""},
			{"a member that DSSE does not name", edit(`"payloadType"`, `"more": 1, "payloadType"`), only, ""},

			{"no trusted key", good, nil, "no trusted key is given"},
			{"another key", good, []attest.Key{other.trusted}, "no trusted key made it"},
			{"expired", good, []attest.Key{until}, "the key had expired"},
			{"not yet valid", good, []attest.Key{from}, "the key was not valid yet"},
			{"two signatures, none by a trusted key", two, []attest.Key{newPair(t, kind).trusted}, "no trusted key made it"},
			{"payload type of a bundle", bundle, only, "is a signature over something else"},
			{"payload type renamed", edit(attest.ReportType, attest.BundleType), only, "is a signature over something else"},
			{"payload type renamed to the wanted one", edited(t, bundle, attest.BundleType, attest.ReportType), only, "no trusted key made it"},
			{"payload changed", edit(payload, flipped(t, payload)), only, "no trusted key made it"},
			{"payload longer", edit(payload, longer(t, payload)), only, "no trusted key made it"},
			{"payload empty", edit(payload, ""), only, "its payload is not base64"},
			{"payload in base64 for addresses", edit(payload, payload[:4]+"-_"+payload[6:]), only, "its payload is not base64"},
			{"payload with a line end", edit(payload, payload[:4]+`\n`+payload[4:]), only, "its payload is not base64"},
			{"payload not padded", edit(payload, payload+"A"), only, "its payload is not base64"},
			{"signature changed", edit(sig, flipped(t, sig)), only, "no trusted key made it"},
			{"signature longer", edit(sig, longer(t, sig)), only, "no trusted key made it"},
			{"signature empty", edit(sig, ""), only, "a signature in it is not base64"},
			{"signature of the payload of another", edit(sig, member(t, bundle, "sig")), only, "no trusted key made it"},
			{"no signature", edit(`"signatures": [`, `"signatures": [], "were": [`), only, "holds no signature"},
			{"payload twice", edit(`"payload":`, `"payload": "e30=", "payload":`), only, "is not a signature in the form DSSE"},
			{"payload in another case", edit(`"payload":`, `"Payload":`), only, "its payload is not base64"},
			{"something behind it", append(bytes.Clone(good), '{'), only, "is not a signature in the form DSSE"},
			{"nothing", nil, only, "is not a signature in the form DSSE"},
		} {
			t.Run(kind+"/"+c.name, func(t *testing.T) {
				opened, err := attest.Open(c.text, attest.ReportType, c.keys, day(t, "2026-11-21"))
				if err == nil {
					err = opened.Report([]byte(reportText))
				}
				told(t, c.want, err)
			})
		}
		truncated(t, good, only)
		everyByte(t, good, mine.trusted)
	}
}

func told(t *testing.T, want string, err error) {
	t.Helper()
	switch {
	case want == "" && err != nil:
		t.Errorf("refused: %v", err)
	case want != "" && (err == nil || !strings.Contains(err.Error(), want)):
		t.Errorf("got %v, want %q", err, want)
	}
}

func valid(t *testing.T, k attest.Key, from, until string) attest.Key {
	t.Helper()
	if from != "" {
		k.From = day(t, from)
	}
	if until != "" {
		k.Until = day(t, until)
	}
	return k
}

// truncated: an envelope that is cut anywhere is refused.
func truncated(t *testing.T, good []byte, keys []attest.Key) {
	t.Helper()
	for n := range len(good) - 1 { // the last byte is the line's end
		if _, err := attest.Open(good[:n], attest.ReportType, keys, tender.Day{}); n < len(good)-2 && err == nil {
			t.Errorf("cut to %d bytes it is accepted", n)
		}
	}
}

// everyByte flips a bit of each byte of the envelope: it is refused, or it
// opens to the very bytes that were signed.
func everyByte(t *testing.T, good []byte, key attest.Key) {
	t.Helper()
	want, err := attest.Open(good, attest.ReportType, []attest.Key{key}, tender.Day{})
	if err != nil {
		t.Fatal(err)
	}
	start := bytes.Index(good, []byte(key.Public.ID()))
	for i := range good {
		changed := bytes.Clone(good)
		changed[i] ^= 1
		got, err := attest.Open(changed, attest.ReportType, []attest.Key{key}, tender.Day{})
		hint := i >= start && i < start+len(key.Public.ID())
		space := good[i] == ' ' || good[i] == '\n'
		name := bytes.Contains(good[max(0, i-6):min(len(good), i+6)], []byte("keyid"))
		switch {
		case err == nil && !bytes.Equal(got.Payload, want.Payload):
			t.Fatalf("byte %d (%q): other bytes are opened", i, good[i])
		case err == nil && !hint && !space && !name:
			t.Errorf("byte %d (%q): it is accepted", i, good[i])
		}
	}
}

func TestRefusedTellsEachSignature(t *testing.T) {
	a, b := newPair(t, attest.Ed25519), newPair(t, attest.ECDSA)
	text, err := attest.SignReport([]byte(reportText), a.private, b.private)
	if err != nil {
		t.Fatal(err)
	}
	late := valid(t, a.trusted, "", "2026-01-01")
	_, err = attest.Open(text, attest.ReportType, []attest.Key{late}, day(t, "2026-11-21"))
	var refused *attest.Refused
	if !errors.As(err, &refused) {
		t.Fatal(err)
	}
	if got := refused.Signatures; got[0].State != attest.Expired || got[0].Until != "2026-01-01" || got[1].State != attest.Unknown {
		t.Errorf("%+v", got)
	}
}

// TestReportOfOtherBytes: one byte more or less is another report.
func TestReportOfOtherBytes(t *testing.T) {
	mine := newPair(t, attest.Ed25519)
	text, err := attest.SignReport([]byte(reportText), mine.private)
	if err != nil {
		t.Fatal(err)
	}
	opened, err := attest.Open(text, attest.ReportType, []attest.Key{mine.trusted}, tender.Day{})
	if err != nil {
		t.Fatal(err)
	}
	for _, other := range []string{"", reportText[1:], reportText + " ", strings.ToUpper(reportText)} {
		if opened.Report([]byte(other)) == nil {
			t.Errorf("%q is accepted", other)
		}
	}
	if _, err := opened.Bundle(nil); err == nil {
		t.Error("a signature over a report is taken for one over a bundle")
	}
}

func edited(t *testing.T, text []byte, old, new string) []byte {
	t.Helper()
	if !bytes.Contains(text, []byte(old)) {
		t.Fatalf("no %q in %s", old, text)
	}
	return bytes.Replace(text, []byte(old), []byte(new), 1)
}

// member is the text of a member of an envelope that Sign wrote.
func member(t *testing.T, text []byte, name string) string {
	t.Helper()
	_, rest, found := strings.Cut(string(text), `"`+name+`": "`)
	value, _, ended := strings.Cut(rest, `"`)
	if !found || !ended {
		t.Fatalf("no %s in %s", name, text)
	}
	return value
}

func flipped(t *testing.T, text string) string {
	t.Helper()
	data := decoded(t, text)
	data[len(data)/2] ^= 1
	return base64.StdEncoding.EncodeToString(data)
}

func longer(t *testing.T, text string) string {
	t.Helper()
	return base64.StdEncoding.EncodeToString(append(decoded(t, text), 0))
}

func decoded(t *testing.T, text string) []byte {
	t.Helper()
	data, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

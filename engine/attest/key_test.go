package attest_test

import (
	"bytes"
	"context"
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/sha256"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/secure-systems-lab/go-securesystemslib/dsse"
	"github.com/secure-systems-lab/go-securesystemslib/encrypted"

	"github.com/bidgate/bidgate/engine/attest"
	"github.com/bidgate/bidgate/engine/tender"
)

func texts(t *testing.T, p pair) (private, public []byte) {
	t.Helper()
	private, err := p.private.PEM()
	if err != nil {
		t.Fatal(err)
	}
	public, err = p.trusted.Public.PEM()
	if err != nil {
		t.Fatal(err)
	}
	return private, public
}

// TestKeysOfCosign: a key file that cosign encrypted is read with its
// passphrase, under both of its names, and not without it.
func TestKeysOfCosign(t *testing.T) {
	mine := newPair(t, attest.ECDSA)
	plain, _ := texts(t, mine)
	block, _ := pem.Decode(plain)
	box, err := encrypted.Encrypt(block.Bytes, []byte("secret"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"ENCRYPTED SIGSTORE PRIVATE KEY", "ENCRYPTED COSIGN PRIVATE KEY"} {
		file := pem.EncodeToMemory(&pem.Block{Type: name, Bytes: box})
		if !attest.NeedsPassphrase(file) || attest.NeedsPassphrase(plain) {
			t.Errorf("%s: which key is encrypted is not seen", name)
		}
		key, err := attest.ParsePrivateKey(file, []byte("secret"))
		if err != nil {
			t.Fatal(err)
		}
		if public, err := key.Public(); err != nil || public.ID() != mine.trusted.Public.ID() {
			t.Errorf("%s: another key is read, %v", name, err)
		}
		if _, err := attest.ParsePrivateKey(file, []byte("wrong")); err == nil || !strings.Contains(err.Error(), "cannot be decrypted") {
			t.Errorf("%s: with a wrong passphrase: %v", name, err)
		}
	}
}

func TestKeysThatAreRefused(t *testing.T) {
	private, public := texts(t, newPair(t, attest.Ed25519))
	for _, c := range []struct {
		name, text, want string
		private          bool
	}{
		{"no PEM", "key", "is not a key in PEM form", true},
		{"two keys", string(private) + string(private), "several PEM blocks", true},
		{"the public half", string(public), "no private key in the form PKCS#8", true},
		{"the private half", string(private), "no public key", false},
		{"damaged", strings.Replace(string(public), "\nMC", "\nMD", 1), "is a damaged public key", false},
		{"another curve", p384, "is a key that bidgate does not use", false},
	} {
		var err error
		if c.private {
			_, err = attest.ParsePrivateKey([]byte(c.text), nil)
		} else {
			_, err = attest.ParsePublicKey([]byte(c.text))
		}
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.name, err, c.want)
		}
	}
}

const p384 = `-----BEGIN PUBLIC KEY-----
MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEIpmx92RIBDbGzzcufr7RblTJJ4+pf091
S1cMAeQJxhaewbxwXndyhUZyzBRs9FMuEz8/z2ThHRMv8lGOykgy4YavpPDtksMe
cDZuqQYhxYJq+mk03V2ZjberYUHsseIH
-----END PUBLIC KEY-----
`

// TestSameEnvelopeAgain: signing has no chance in it.
func TestSameEnvelopeAgain(t *testing.T) {
	for _, kind := range attest.KeyKinds() {
		mine := newPair(t, kind)
		first, err := attest.SignReport([]byte(reportText), mine.private)
		if err != nil {
			t.Fatal(err)
		}
		second, err := attest.SignReport([]byte(reportText), mine.private)
		if err != nil || !bytes.Equal(first, second) {
			t.Errorf("%s: two signatures differ, %v", kind, err)
		}
	}
}

// TestOpenSSL: keys of openssl sign and verify here, and openssl verifies what
// is signed here: each over the bytes that DSSE says.
func TestOpenSSL(t *testing.T) {
	program, err := exec.LookPath("openssl")
	if err != nil {
		t.Skip("openssl is not installed; keys and signatures are not held against it")
	}
	for kind, options := range map[string][]string{
		attest.Ed25519: {"-algorithm", "ed25519"},
		attest.ECDSA:   {"-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"},
	} {
		t.Run(kind, func(t *testing.T) {
			dir := t.TempDir()
			file := func(name string) string { return filepath.Join(dir, name) }
			run := func(args ...string) {
				t.Helper()
				if out, err := exec.Command(program, args...).CombinedOutput(); err != nil {
					t.Fatalf("openssl %v: %v\n%s", args, err, out)
				}
			}
			run(append(append([]string{"genpkey"}, options...), "-out", file("k"))...)
			run("pkey", "-in", file("k"), "-pubout", "-out", file("pub"))
			key, err := attest.ParsePrivateKey(read(t, file("k")), nil)
			if err != nil {
				t.Fatal(err)
			}
			keys, err := attest.ParseKeys("pub", read(t, file("pub")))
			if err != nil {
				t.Fatal(err)
			}
			text, err := attest.SignReport([]byte(reportText), key)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := attest.Open(text, attest.ReportType, keys, tender.Day{}); err != nil {
				t.Fatal(err)
			}
			payload := decoded(t, member(t, text, "payload"))
			write(t, file("pae"), dsse.PAE(attest.ReportType, payload))
			write(t, file("sig"), decoded(t, member(t, text, "sig")))
			verify := []string{"pkeyutl", "-verify", "-pubin", "-inkey", file("pub"), "-in", file("pae"), "-sigfile", file("sig"), "-rawin"}
			if kind == attest.ECDSA {
				verify = append(verify, "-digest", "sha256")
			}
			run(verify...)
		})
	}
}

// keyOfDSSE is a public key for the library that is the oracle here.
type keyOfDSSE struct {
	key crypto.PublicKey
	id  string
}

func (k keyOfDSSE) KeyID() (string, error)   { return k.id, nil }
func (k keyOfDSSE) Public() crypto.PublicKey { return k.key }
func (k keyOfDSSE) Verify(_ context.Context, text, sig []byte) error {
	sum := sha256.Sum256(text)
	switch key := k.key.(type) {
	case ed25519.PublicKey:
		if ed25519.Verify(key, text, sig) {
			return nil
		}
	case *ecdsa.PublicKey:
		if ecdsa.VerifyASN1(key, sum[:], sig) {
			return nil
		}
	}
	return errors.New("not verified")
}

// TestLibraryAgrees: the library for DSSE opens what is signed here.
func TestLibraryAgrees(t *testing.T) {
	for _, kind := range attest.KeyKinds() {
		mine := newPair(t, kind)
		_, public := texts(t, mine)
		block, _ := pem.Decode(public)
		key, err := x509.ParsePKIXPublicKey(block.Bytes)
		if err != nil {
			t.Fatal(err)
		}
		verifier, err := dsse.NewEnvelopeVerifier(keyOfDSSE{key, mine.trusted.Public.ID()})
		if err != nil {
			t.Fatal(err)
		}
		text, err := attest.SignBundle([]attest.File{{Path: "ä/b.json", SHA256: "00", Size: 1}}, mine.private)
		if err != nil {
			t.Fatal(err)
		}
		var e dsse.Envelope
		if err := json.Unmarshal(text, &e); err != nil {
			t.Fatal(err)
		}
		if accepted, err := verifier.Verify(t.Context(), &e); err != nil || len(accepted) != 1 {
			t.Errorf("%s: %d accepted, %v", kind, len(accepted), err)
		}
	}
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func write(t *testing.T, name string, text []byte) {
	t.Helper()
	if err := os.WriteFile(name, text, 0o600); err != nil {
		t.Fatal(err)
	}
}

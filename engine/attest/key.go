package attest

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/sha256"
	"crypto/x509"
	"encoding/hex"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/secure-systems-lab/go-securesystemslib/encrypted"
)

// The kinds of keys that can be made and used.
const (
	Ed25519 = "ed25519"
	ECDSA   = "ecdsa-p256"
)

// KeyKinds lists the kinds of keys, the usual one first.
func KeyKinds() []string { return []string{Ed25519, ECDSA} }

// The types of PEM blocks.
const (
	privateBlock = "PRIVATE KEY"
	publicBlock  = "PUBLIC KEY"
)

// encryptedBlocks are the types of key files that cosign writes.
var encryptedBlocks = []string{"ENCRYPTED SIGSTORE PRIVATE KEY", "ENCRYPTED COSIGN PRIVATE KEY"}

// errCurve: of the curves of ECDSA one is enough.
var errCurve = errors.New("is a key that bidgate does not use; give one of Ed25519 or of ECDSA on P-256")

// PrivateKey signs. Its zero value is no key.
type PrivateKey struct{ signer crypto.Signer }

// PublicKey verifies. Its zero value is no key.
type PublicKey struct {
	key crypto.PublicKey
	id  string
}

// ID is "sha256:" and the hex digest of the key in its DER form (PKIX).
func (k PublicKey) ID() string { return k.id }

// Public is the key that verifies what k signs.
func (k PrivateKey) Public() (PublicKey, error) { return publicKey(k.signer.Public()) }

// NewKey makes a key of one of KeyKinds.
func NewKey(kind string, random io.Reader) (PrivateKey, error) {
	switch kind {
	case Ed25519:
		_, key, err := ed25519.GenerateKey(random)
		return PrivateKey{key}, err
	case ECDSA:
		key, err := ecdsa.GenerateKey(elliptic.P256(), random)
		return PrivateKey{key}, err
	}
	return PrivateKey{}, fmt.Errorf("%q is not a kind of key", kind)
}

// PEM is the key as PKCS#8.
func (k PrivateKey) PEM() ([]byte, error) {
	der, err := x509.MarshalPKCS8PrivateKey(k.signer)
	if err != nil {
		return nil, err
	}
	return pem.EncodeToMemory(&pem.Block{Type: privateBlock, Bytes: der}), nil
}

// PEM is the key as PKIX.
func (k PublicKey) PEM() ([]byte, error) {
	der, err := x509.MarshalPKIXPublicKey(k.key)
	if err != nil {
		return nil, err
	}
	return pem.EncodeToMemory(&pem.Block{Type: publicBlock, Bytes: der}), nil
}

// NeedsPassphrase says that the text is a key that cosign encrypted.
func NeedsPassphrase(text []byte) bool {
	block, _ := pem.Decode(text)
	return block != nil && slices.Contains(encryptedBlocks, block.Type)
}

// ParsePrivateKey reads a PEM file with one private key: PKCS#8, or encrypted
// as cosign does, and then with the passphrase.
func ParsePrivateKey(text, passphrase []byte) (PrivateKey, error) {
	block, err := oneBlock(text)
	if err != nil {
		return PrivateKey{}, err
	}
	der := block.Bytes
	switch {
	case slices.Contains(encryptedBlocks, block.Type):
		if der, err = encrypted.Decrypt(der, passphrase); err != nil {
			return PrivateKey{}, errors.New("cannot be decrypted; give its passphrase")
		}
	case block.Type != privateBlock:
		return PrivateKey{}, fmt.Errorf("holds %q and no private key in the form PKCS#8; convert it with `openssl pkcs8 -topk8 -nocrypt`", block.Type)
	}
	key, err := x509.ParsePKCS8PrivateKey(der)
	if err != nil {
		return PrivateKey{}, errors.New("is a damaged private key; get a whole copy of it")
	}
	signer, ok := key.(crypto.Signer)
	if !ok {
		return PrivateKey{}, errCurve
	}
	if _, err := publicKey(signer.Public()); err != nil {
		return PrivateKey{}, err
	}
	return PrivateKey{signer}, nil
}

// ParsePublicKey reads a PEM file with one public key (PKIX).
func ParsePublicKey(text []byte) (PublicKey, error) {
	block, err := oneBlock(text)
	if err != nil {
		return PublicKey{}, err
	}
	if block.Type != publicBlock {
		return PublicKey{}, fmt.Errorf("holds %q and no public key; give the file that ends in .pub", block.Type)
	}
	key, err := x509.ParsePKIXPublicKey(block.Bytes)
	if err != nil {
		return PublicKey{}, errors.New("is a damaged public key; get a whole copy of it")
	}
	return publicKey(key)
}

// oneBlock refuses what stands beside a key: it would be overlooked.
func oneBlock(text []byte) (*pem.Block, error) {
	block, rest := pem.Decode(text)
	if block == nil {
		return nil, errors.New("is not a key in PEM form; make one with `bidgate keygen`")
	}
	if another, _ := pem.Decode(rest); another != nil {
		return nil, errors.New("holds several PEM blocks; give a file with one key alone")
	}
	return block, nil
}

func publicKey(key crypto.PublicKey) (PublicKey, error) {
	switch k := key.(type) {
	case ed25519.PublicKey:
	case *ecdsa.PublicKey:
		if k.Curve != elliptic.P256() {
			return PublicKey{}, errCurve
		}
	default:
		return PublicKey{}, errCurve
	}
	der, err := x509.MarshalPKIXPublicKey(key)
	if err != nil {
		return PublicKey{}, err
	}
	sum := sha256.Sum256(der)
	return PublicKey{key, "sha256:" + hex.EncodeToString(sum[:])}, nil
}

// sign signs without chance (ECDSA by RFC 6979), so that the same file and key
// give the same envelope.
func (k PrivateKey) sign(text []byte) ([]byte, error) {
	if _, ok := k.signer.(ed25519.PrivateKey); ok {
		return k.signer.Sign(nil, text, crypto.Hash(0))
	}
	sum := sha256.Sum256(text)
	return k.signer.Sign(nil, sum[:], crypto.SHA256)
}

func (k PublicKey) verifies(text, signature []byte) bool {
	switch key := k.key.(type) {
	case ed25519.PublicKey:
		return ed25519.Verify(key, text, signature)
	case *ecdsa.PublicKey:
		sum := sha256.Sum256(text)
		return ecdsa.VerifyASN1(key, sum[:], signature)
	}
	return false
}

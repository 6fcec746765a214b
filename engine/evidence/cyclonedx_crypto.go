package evidence

import (
	"strconv"
	"strings"
)

func (r *cdxReader) withinCrypto(v token) bool {
	return r.within(v, &r.cryptoParts, "MaxCryptoAssets", r.limits.MaxCryptoAssets, "the number of cryptographic assets and entries in them")
}

// readCrypto reads the cryptoProperties of a component, or of the subject,
// which is row -1. They say one thing each, whatever the type of the asset.
func (r *cdxReader) readCrypto(v token, row int) {
	if !r.withinCrypto(v) {
		return
	}
	none, never := Integer{State: Absent}, Date{State: Absent}
	a := CryptoAsset{Row: row, Location: r.pointer(), Strength: none, Quantum: none, Size: none, CipherSuites: noTexts, Certifications: noTexts,
		Functions: noTexts, Uses: noTexts, NotBefore: never, NotAfter: never, Created: never, Revoked: never}
	if !r.is(v, '{') {
		return
	}
	defer r.owned(owner{of: ofCrypto, row: len(r.crypto), pointer: a.Location})()
	for key, v, ok := r.member(); ok; key, v, ok = r.member() {
		switch key {
		case keyAssetType:
			a.AssetType = r.word(v).Value
		case keyOID:
			a.OID = r.shared(v).Value
		case keyAlgorithmProperties:
			r.readAlgorithm(v, &a)
		case keyCertificateProperties:
			r.readCertificate(v, &a)
		case keyRelatedCryptoMaterialProperties:
			r.readMaterial(v, &a)
		case keyProtocolProperties:
			r.readProtocol(v, &a)
		default:
			r.rest(key, v)
		}
	}
	r.crypto = append(r.crypto, a)
}

// members reads the members of an object.
func (r *cdxReader) members(v token, read func(key cdxKey, v token)) {
	if !r.is(v, '{') {
		return
	}
	for key, v, ok := r.member(); ok; key, v, ok = r.member() {
		read(key, v)
	}
}

func (r *cdxReader) readAlgorithm(v token, a *CryptoAsset) {
	curve := ""
	r.members(v, func(key cdxKey, v token) {
		switch key {
		case keyPrimitive:
			a.Primitive = r.word(v).Value
		case keyAlgorithmFamily:
			a.Family = r.word(v).Value
		case keyParameterSetIdentifier:
			a.Parameter = r.shared(v).Value
		case keyCurve: // to 1.6
			curve = r.shared(v).Value
		case keyEllipticCurve:
			a.Curve = r.word(v).Value
		case keyMode:
			a.Mode = r.word(v).Value
		case keyClassicalSecurityLevel:
			a.Strength = r.level(v)
		case keyNISTQuantumSecurityLevel:
			a.Quantum = r.level(v)
		case keyCertificationLevel:
			r.readWords(v, &a.Certifications)
		case keyPadding:
			a.Padding = r.word(v).Value
		case keyCryptoFunctions:
			r.readWords(v, &a.Functions)
		case keyExecutionEnvironment:
			a.Environment = r.word(v).Value
		case keyImplementationPlatform:
			a.Platform = r.word(v).Value
		default:
			r.rest(key, v)
		}
	})
	if a.Curve == "" {
		a.Curve = curve
	}
}

// readWords reads a list of words of CycloneDX.
func (r *cdxReader) readWords(v token, into *[]string) {
	r.each(v, func(v token, _ int) {
		if word := r.word(v); word.State == Stated && r.withinCrypto(v) {
			*into = append(*into, word.Value)
		}
	})
}

// level reads a level, a whole number from 0.
func (r *cdxReader) level(v token) Integer {
	if !r.is(v, '0') {
		return Integer{State: Invalid}
	}
	n, err := strconv.ParseInt(string(r.src.data[v.start:v.end]), 10, 64)
	if err != nil || n < 0 {
		return Integer{State: Invalid}
	}
	return Integer{State: Stated, Value: n}
}

func (r *cdxReader) readCertificate(v token, a *CryptoAsset) {
	states := []string{}
	r.members(v, func(key cdxKey, v token) {
		switch key {
		case keyNotValidBefore:
			a.NotBefore = r.timestamp(v)
		case keyNotValidAfter:
			a.NotAfter = r.timestamp(v)
		case keyCertificateState:
			r.each(v, func(v token, _ int) {
				if state := r.certificateState(v); state != "" && r.withinCrypto(v) {
					states = append(states, state)
				}
			})
		case keySubjectName:
			a.Subject = r.field(v).Value
		case keyIssuerName:
			a.Issuer = r.shared(v).Value
		case keySerialNumber:
			a.Serial = r.field(v).Value
		case keyFingerprint:
			a.Fingerprint = r.fingerprint(v)
		case keyCertificateFormat:
			a.Format = r.shared(v).Value
		case keySignatureAlgorithmRef:
			a.Algorithm = r.shared(v).Value
		case keySubjectPublicKeyRef:
			a.PublicKey = r.shared(v).Value
		case keyCreationDate:
			a.Created = r.timestamp(v)
		case keyRevocationDate:
			a.Revoked = r.timestamp(v)
		default:
			r.rest(key, v)
		}
	})
	if len(states) > 0 {
		a.MaterialState = strings.Join(states, ", ")
	}
}

// certificateState is a state of CycloneDX, or a name of the vendor's.
func (r *cdxReader) certificateState(v token) string {
	state := Text{State: Absent}
	r.members(v, func(key cdxKey, v token) {
		switch key {
		case keyState, keyName:
			keepBetter(&state, r.shared(v))
		default:
			r.rest(key, v)
		}
	})
	return state.Value
}

// readMaterial reads what a key, a token or the like is. It is of use from its
// activation to its expiry.
func (r *cdxReader) readMaterial(v token, a *CryptoAsset) {
	r.members(v, func(key cdxKey, v token) {
		switch key {
		case keyType:
			a.MaterialType = r.word(v).Value
		case keyState:
			a.MaterialState = r.word(v).Value
		case keyActivationDate:
			a.NotBefore = r.timestamp(v)
		case keyExpirationDate:
			a.NotAfter = r.timestamp(v)
		case keyID:
			a.ID = r.field(v).Value
		case keyFormat:
			a.Format = r.shared(v).Value
		case keySize:
			a.Size = r.level(v)
		case keyAlgorithmRef:
			a.Algorithm = r.shared(v).Value
		case keySecuredBy:
			r.readSecuredBy(v, a)
		case keyFingerprint:
			a.Fingerprint = r.fingerprint(v)
		case keyCreationDate:
			a.Created = r.timestamp(v)
		case keyValue: // it is not kept: it may be a secret
			_, state := r.content(v)
			a.Exposed = state == Stated
		default:
			r.rest(key, v)
		}
	})
}

// readSecuredBy reads by what mechanism key material is protected.
func (r *cdxReader) readSecuredBy(v token, a *CryptoAsset) {
	r.members(v, func(key cdxKey, v token) {
		if key == keyMechanism {
			a.SecuredBy = r.shared(v).Value
		} else {
			r.rest(key, v)
		}
	})
}

// fingerprint is a hash as "algorithm:hex"; "" where it is none.
func (r *cdxReader) fingerprint(v token) string {
	start := v.start
	r.skip(v)
	if v.kind != '{' {
		return ""
	}
	list := hashesIn([]byte("["+string(r.src.data[start:r.end])+"]"), r.limits)
	return strongest(list).Value
}

func (r *cdxReader) readProtocol(v token, a *CryptoAsset) {
	r.members(v, func(key cdxKey, v token) {
		switch key {
		case keyType:
			a.Protocol = r.word(v).Value
		case keyVersion:
			a.Version = r.shared(v).Value
		case keyCipherSuites:
			r.each(v, func(v token, _ int) {
				if suite := r.cipherSuite(v); suite != "" && r.withinCrypto(v) {
					a.CipherSuites = append(a.CipherSuites, suite)
				}
			})
		case keyCryptoRefArray:
			r.each(v, func(v token, _ int) {
				if ref := r.shared(v); ref.State == Stated && r.withinCrypto(v) {
					a.Uses = append(a.Uses, ref.Value)
				}
			})
		default:
			r.rest(key, v)
		}
	})
}

// cipherSuite is the name of a suite, or the numbers that stand for it
// ("0x13 0x01") where it has no name.
func (r *cdxReader) cipherSuite(v token) string {
	name, numbers := "", []string{}
	r.members(v, func(key cdxKey, v token) {
		switch key {
		case keyName:
			name = r.shared(v).Value
		case keyIdentifiers:
			r.each(v, func(v token, _ int) {
				if t := r.shared(v); t.State == Stated && r.withinCrypto(v) {
					numbers = append(numbers, t.Value)
				}
			})
		default:
			r.rest(key, v)
		}
	})
	if name == "" {
		return strings.Join(numbers, " ")
	}
	return name
}

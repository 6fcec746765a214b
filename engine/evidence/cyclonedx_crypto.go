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
	none := Integer{State: Absent}
	a := CryptoAsset{Row: row, Location: r.pointer(), Strength: none, Quantum: none, CipherSuites: noTexts, Certifications: noTexts,
		NotBefore: Date{State: Absent}, NotAfter: Date{State: Absent}}
	if !r.is(v, '{') {
		return
	}
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
			r.skip(v)
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
			r.each(v, func(v token, _ int) {
				if word := r.word(v); word.State == Stated && r.withinCrypto(v) {
					a.Certifications = append(a.Certifications, word.Value)
				}
			})
		default:
			r.skip(v)
		}
	})
	if a.Curve == "" {
		a.Curve = curve
	}
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
		default:
			r.skip(v)
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
			r.skip(v)
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
		default:
			r.skip(v)
		}
	})
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
		default:
			r.skip(v)
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
			r.skip(v)
		}
	})
	if name == "" {
		return strings.Join(numbers, " ")
	}
	return name
}

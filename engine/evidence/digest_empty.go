package evidence

// emptyDigests are the digests of nothing at all, in lower case: what a tool
// writes that hashed a file before it was there. BLAKE3 has one for each length,
// and here that of 256 bits; the Streebog ones are not here, for nothing at hand
// computes them.
var emptyDigests = map[string]bool{
	"d41d8cd98f00b204e9800998ecf8427e":                                                                                                 true, // MD5
	"da39a3ee5e6b4b0d3255bfef95601890afd80709":                                                                                         true, // SHA-1
	"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855":                                                                 true, // SHA-256
	"38b060a751ac96384cd9327eb1b1e36a21fdb71114be07434c0cc7bf63f6e1da274edebfe76f65fbd51ad2f14898b95b":                                 true, // SHA-384
	"cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e": true, // SHA-512
	"a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a":                                                                 true, // SHA3-256
	"0c63a75b845e4f7d01107d852e4c2485c51a50aaaa94fc61995e71bbee983a2ac3713831264adb47fb6bd1e058d5f004":                                 true, // SHA3-384
	"a69f73cca23a9ac5c8b567dc185a756e97c982164fe25859e0d1dcc1475c80a615b2123af1f5f94c11e3e9402c3ac558f500199d95b6d3e301758586281dcd26": true, // SHA3-512
	"0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8":                                                                 true, // BLAKE2b-256
	"b32811423377f52d7862286ee1a72ee540524380fda1724a6f25d7978c6fd3244a6caf0498812673c5e05ef583825100":                                 true, // BLAKE2b-384
	"786a02f742015903c6c6fd852552d272912f4740e15847618a86e217f71f5419d25e1031afee585313896444934eb04b903a685b1448b755d56f701afe9be2ce": true, // BLAKE2b-512
	"af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262":                                                                 true, // BLAKE3
}

// emptyStarts holds the first two digits of each: one look at them spares nearly
// every digest the search.
var emptyStarts = func() map[[2]byte]bool {
	starts := map[[2]byte]bool{}
	for digest := range emptyDigests {
		starts[[2]byte{digest[0], digest[1]}] = true
	}
	return starts
}()

// isEmptyDigest says whether a digest in hexadecimal of either case is that of
// an empty input.
func isEmptyDigest(digits []byte) bool {
	var buffer [maxDigits]byte
	if len(digits) > len(buffer) || !emptyStarts[[2]byte{lower(digits[0]), lower(digits[1])}] {
		return false
	}
	lowered := buffer[:0]
	for _, c := range digits {
		lowered = append(lowered, lower(c))
	}
	return emptyDigests[string(lowered)]
}

// maxDigits is the length of the longest digest, in hexadecimal digits.
const maxDigits = 128

// isOneDigit says whether a digest is one digit over and over, as in zeros: no
// input is known that has such a one, and templates hold it.
func isOneDigit(digits []byte) bool {
	for _, c := range digits[1:] {
		if c != digits[0] {
			return false
		}
	}
	return true
}

# The forms of identifiers, hashes and licence expressions.
package reference

cpe23 := `^cpe:2\.3:([aho]|\\?[*-])(:([A-Za-z0-9._*?-]|\\[!-/:-@\[-\x60{-~])+){10}$`

cpe22 := `^(?i:cpe:/[aho]?)(:[A-Za-z0-9._~%-]*){0,6}$`

cpe_state(v) := "invalid" if {
	state_of(v) == "stated"
	not _cpe(v)
} else := state_of(v)

_cpe(v) if regex.match(cpe23, v)

_cpe(v) if {
	regex.match(cpe22, v)
	regex.match(`:[^:]`, substring(v, 5, -1))
}

swhid := `^swh:1:(cnt|dir|rel|rev|snp):[0-9a-fA-F]{40}(;(?s:.*))?$`

omnibor := `^gitoid:[^:]+:(sha1:[0-9a-fA-F]{40}|sha256:[0-9a-fA-F]{64})$`

# METADATA
# description: |
#   Takes a package URL apart, decoded and otherwise as written. Undefined for
#   a text that is none.
purl(v) := {"kind": kind, "namespace": namespace, "name": name, "version": version, "subpath": subpath, "epoch": epoch} if {
	lower(substring(v, 0, 4)) == "pkg:"
	rest := trim_left(substring(v, 4, -1), "/")
	_escaped(after(rest, "#"))
	decoded := _decode(after(rest, "#"))
	every i, segment in split(decoded, "/") {
		_plain_segment(i, segment)
	}
	subpath := trim(decoded, "/")
	whole := before(rest, "#")
	pairs := [pair | some pair in split(after(whole, "?"), "&"); pair != ""]
	every pair in pairs {
		regex.match(`^[A-Za-z._-][A-Za-z0-9._-]*(=[^;]*)?$`, pair)
		_escaped(after(pair, "="))
	}
	keys := [lower(before(pair, "=")) | some pair in pairs; after(pair, "=") != ""]
	count(keys) == count({key | some key in keys})
	path := before(whole, "?")
	contains(path, "/")
	kind := lower(before(path, "/"))
	regex.match(`^[a-z.+-][a-z0-9.+-]*$`, kind)
	parts := _path(kind, after(path, "/"))
	name := _decode(parts.name)
	name != ""
	version := _decode(parts.version)
	namespace := concat("/", [_decode(s) | some s in split(parts.namespace, "/"); s != ""])
	_allowed(kind, namespace, keys)
	epoch := concat("", [_decode(after(pair, "=")) | some pair in pairs; before(pair, "=") == "epoch"])
}

_escaped(s) if regex.match(`^([^%]|%[0-9A-Fa-f]{2})*$`, s)

_decode(s) := urlquery.decode(replace(s, "+", "%2B"))

_plain_segment(_, segment) if not segment in {".", ".."}

_plain_segment(0, _)

_path(kind, path) := {"namespace": namespace, "name": name, "version": version} if {
	_leads(kind, path)
	_escaped(path)
	found := regex.find_all_string_submatch_n(`^((?s:.+))@([^@]*)$`, path, 1)
	halves := [[found[0][1], found[0][2]] | count(found) == 1]
	half := array.concat(halves, [[path, ""]])[0]
	version := half[1]
	segments := split(half[0], "/")
	name := segments[count(segments) - 1]
	namespace := concat("/", array.slice(segments, 0, count(segments) - 1))
}

_leads(_, path) if not startswith(path, "@")

_leads("npm", path) if contains(path, "/")

_allowed(kind, namespace, _) if {
	kind in {"swift", "vscode-extension"}
	namespace != ""
}

_allowed(kind, "", _) if kind in {"otp", "vcpkg", "chrome-extension"}

_allowed("julia", "", keys) if "uuid" in keys

_allowed("cpan", namespace, _) if upper(namespace) == namespace

_allowed(kind, _, _) if not kind in {"swift", "vscode-extension", "otp", "vcpkg", "chrome-extension", "julia", "cpan"}

purl_state(v) := "invalid" if {
	state_of(v) == "stated"
	not purl(v)
} else := state_of(v)

algorithms := [
	"MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512", "SHA3-256", "SHA3-384", "SHA3-512",
	"BLAKE2b-256", "BLAKE2b-384", "BLAKE2b-512", "BLAKE3", "Streebog-256", "Streebog-512",
]

# Hexadecimal digits of a value; BLAKE3 has any of them and ranks with 256 bits.
_digits := [32, 40, 64, 96, 128, 64, 96, 128, 64, 96, 128, 64, 64, 128]

_hash_form(alg, v) if {
	some i
	algorithms[i] == alg
	regex.match(`^[0-9a-fA-F]+$`, v)
	_fits(alg, count(v), _digits[i])
}

_fits("BLAKE3", n, _) if n in {0, 32, 40, 64, 96, 128}

_fits(alg, n, n) if alg != "BLAKE3"

hash_rank(alg) := (_digits[i] * 16) + i if {
	some i
	algorithms[i] == alg
}

# METADATA
# description: The state of one entry of a list of hashes.
hash_state(v) := "invalid" if {
	not is_object(v)
} else := best([alg, content]) if {
	alg := state_of(object.get(v, "alg", ""))
	content := state_of(object.get(v, "content", ""))
	alg != "stated"
	content != "stated"
} else := "invalid" if {
	state_of(object.get(v, "alg", "")) != "stated"
} else := state_of(object.get(v, "content", "")) if {
	state_of(object.get(v, "content", "")) != "stated"
} else := "placeholder" if {
	_hash_form(v.alg, v.content)
	count({digit | some digit in split(v.content, "")}) == 1
} else := "stated" if {
	_hash_form(v.alg, v.content)
} else := "invalid"

# METADATA
# description: Says whether a stated hash is that of an empty input.
hash_of_nothing(h) if {
	hash_state(h) == "stated"
	lower(h.content) in _empty_digests
}

_empty_digests := {
	"d41d8cd98f00b204e9800998ecf8427e",
	"da39a3ee5e6b4b0d3255bfef95601890afd80709",
	"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
	"38b060a751ac96384cd9327eb1b1e36a21fdb71114be07434c0cc7bf63f6e1da274edebfe76f65fbd51ad2f14898b95b",
	"cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e",
	"a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a",
	"0c63a75b845e4f7d01107d852e4c2485c51a50aaaa94fc61995e71bbee983a2ac3713831264adb47fb6bd1e058d5f004",
	"a69f73cca23a9ac5c8b567dc185a756e97c982164fe25859e0d1dcc1475c80a615b2123af1f5f94c11e3e9402c3ac558f500199d95b6d3e301758586281dcd26",
	"0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8",
	"b32811423377f52d7862286ee1a72ee540524380fda1724a6f25d7978c6fd3244a6caf0498812673c5e05ef583825100",
	"786a02f742015903c6c6fd852552d272912f4740e15847618a86e217f71f5419d25e1031afee585313896444934eb04b903a685b1448b755d56f701afe9be2ce",
	"af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262",
}

# METADATA
# description: |
#   Says whether a text is an SPDX licence expression. Each word becomes a
#   letter, and what is in parentheses a licence, from the inside eight deep.
expression(v) if {
	spaced := replace(replace(v, "(", " ( "), ")", " ) ")
	signs := concat("", [_sign(word) | some word in regex.split(`[ \t\r\n]+`, spaced); word != ""])
	s0 := replace(signs, "LwE", "L")
	s1 := _inner(s0)
	s2 := _inner(s1)
	s3 := _inner(s2)
	s4 := _inner(s3)
	s5 := _inner(s4)
	s6 := _inner(s5)
	s7 := _inner(s6)
	s8 := _inner(s7)
	regex.match(`^L(oL)*$`, s8)
}

_inner(s) := regex.replace(s, `\(L(oL)*\)`, "L")

_sign(word) := word if {
	word in {"(", ")"}
} else := "o" if {
	word in {"AND", "and", "OR", "or"}
} else := "w" if {
	word in {"WITH", "with"}
} else := "L" if {
	lower(word) in licences
} else := "L" if {
	trim_suffix(lower(word), "+") in licences
} else := "L" if {
	regex.match(`^(DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+$`, word)
} else := "E" if {
	lower(word) in exceptions
} else := "E" if {
	regex.match(`^(DocumentRef-[A-Za-z0-9.-]+:)?AdditionRef-[A-Za-z0-9.-]+$`, word)
} else := "x"

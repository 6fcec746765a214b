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
} else := "stated" if {
	_hash_form(v.alg, v.content)
} else := "invalid"

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

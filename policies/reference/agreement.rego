# What components say of themselves in several ways, and alike components.
package reference

_folded := {
	"alpm", "apk", "bitbucket", "bitnami", "brew", "composer", "deb", "docker", "github", "gitlab", "golang", "hex",
	"huggingface", "npm", "nuget", "oci", "pub", "pypi", "qpkg", "rpm",
}

_joined(p, head, name) := _fold(p, name) if {
	head == ""
} else := _fold(p, concat("/", [head, name]))

_fold(p, name) := _of_type(p, _case(p, replace(name, ":", "/")))

_case(p, name) := lower(name) if {
	p.kind in _folded
} else := name

_of_type(p, name) := trim_prefix(name, "@") if {
	p.kind == "npm"
} else := regex.replace(name, `[-_.]+`, "-") if {
	p.kind == "pypi"
} else := name

_image(name) := last if {
	whole := before(lower(name), "@")
	segments := split(whole, "/")
	last := regex.replace(segments[count(segments) - 1], `:[^:]*$`, "")
}

# METADATA
# description: The names by which the package may be called, and the component is.
called(p, _, name) if {
	p.kind in {"docker", "oci"}
	_image(name) == _image(p.name)
}

called(p, group, name) if {
	not p.kind in {"docker", "oci"}
	count(_package_names(p) & _own_names(p, group, _bare(p, name))) > 0
}

called(p, group, name) if {
	not p.kind in {"docker", "oci"}
	_group_is_no_part(p, group)
	_fold(p, _bare(p, name)) == _fold(p, p.name)
}

called(p, group, name) if {
	group != ""
	not p.kind in {"docker", "oci"}
	_joined(p, group, _bare(p, name)) == _fold(p, p.name)
}

_bare(p, name) := before(name, ":") if {
	p.kind == "deb"
} else := name

_package_names(p) := {_joined(p, p.namespace, p.name)} | {_joined(p, p.namespace, concat("/", [p.name, p.subpath])) | p.subpath != ""}

_own_names(p, group, name) := {_fold(p, name)} | {_joined(p, group, name) | group != ""}

_group_is_no_part(_, "")

_group_is_no_part(p, _) if p.namespace == ""

_group_is_no_part(p, _) if p.kind in {"alpm", "apk", "deb", "rpm", "qpkg"}

plain_version(v) := regex.replace(trim_space(v), `^[vV]([0-9])`, "$1")

_go_version(v) := trim_suffix(regex.replace(v, `^go([0-9])`, "$1"), "+incompatible")

_without_epoch(v) := regex.replace(v, `^[0-9]+:`, "")

_is_digest(v) if regex.match(`^sha[^:]*:[0-9a-fA-F]{32,}$`, v)

# METADATA
# description: How a component's version and that of its package URL compare.
versions(p, mine) := "not_comparable" if {
	some [a, b] in [[mine, p.version], [p.version, mine]]
	_is_digest(a)
	not _is_digest(b)
} else := _outcome(lower(mine) == lower(p.version)) if {
	_is_digest(mine)
} else := _outcome(lower(mine) == lower(p.version)) if {
	p.kind == "huggingface"
} else := _outcome(count(_spellings(p, mine) & _their_spellings(p)) > 0)

_spellings(p, v) := {_of_go(p, plain_version(v))}

_of_go(p, v) := _go_version(v) if {
	p.kind == "golang"
} else := v

_their_spellings(p) := {_of_go(p, plain_version(p.version))}

_outcome(true) := "equal"

_outcome(false) := "unequal"

# With an epoch, versions also agree where only one of them states it.
version_outcome(p, mine) := "equal" if {
	p.kind in {"alpm", "deb", "rpm"}
	versions(p, mine) == "unequal"
	own := plain_version(mine)
	theirs := _with_epoch(p, plain_version(p.version))
	own in {theirs, _without_epoch(theirs)}
} else := "equal" if {
	p.kind in {"alpm", "deb", "rpm"}
	versions(p, mine) == "unequal"
	_without_epoch(plain_version(mine)) == _with_epoch(p, plain_version(p.version))
} else := versions(p, mine)

_with_epoch(p, v) := concat(":", [p.epoch, v]) if {
	p.epoch != ""
	_without_epoch(v) == v
} else := v

name_compared(row) := _outcome(count([1 | called(purl(row.purl), row.group, row.name)]) > 0) if {
	row.purl != ""
	row.name != ""
} else := "not_comparable"

version_compared(row) := version_outcome(p, row.version) if {
	row.purl != ""
	row.version != ""
	p := purl(row.purl)
	p.version != ""
} else := "not_comparable"

cpe_compared(row) := _outcome(count([1 | some [a, b] in [[mine, theirs], [theirs, mine]]; _goes_on(a, b)]) > 0) if {
	row.cpe != ""
	row.version != ""
	version := _cpe_version(row.cpe)
	not version in {"", "*", "-"}
	mine := _bare_version(row.name, row.version)
	theirs := _bare_version(row.name, version)
} else := "not_comparable"

_goes_on(longer, shorter) if longer == shorter

_goes_on(longer, shorter) if {
	startswith(longer, shorter)
	regex.match(`^[-+~_]`, trim_prefix(longer, shorter))
}

_bare_version(name, v) := _without_epoch(plain_version(_go_version(_without_name(lower(name), lower(v)))))

_without_name(name, v) := trim_prefix(v, concat("", [name, "-"])) if {
	name != ""
} else := v

_cpe_version(v) := regex.replace(found[0][1], `\\((?s:.))`, "$1") if {
	found := regex.find_all_string_submatch_n(`^cpe:2\.3:(?:(?:[^:\\]|\\.)+:){3}((?:[^:\\]|\\.)+)`, v, 1)
	count(found) == 1
} else := _decoded(parts_[4]) if {
	parts_ := split(v, ":")
	count(parts_) > 4
} else := ""

_decoded(v) := _decode(v) if {
	_escaped(v)
} else := v

_software_rows := [row | some row in rows; row.software]

agreement := {
	"names_compared": count([1 | some row in _software_rows; name_compared(row) != "not_comparable"]),
	"names": sort([row.pointer | some row in _software_rows; name_compared(row) == "unequal"]),
	"versions_compared": count([1 | some row in _software_rows; version_compared(row) != "not_comparable"]),
	"versions": sort([row.pointer | some row in _software_rows; version_compared(row) == "unequal"]),
	"cpe_versions_compared": count([1 | some row in _software_rows; cpe_compared(row) != "not_comparable"]),
	"cpe_versions": sort([row.pointer | some row in _software_rows; cpe_compared(row) == "unequal"]),
	"subject_name": name_compared(_subject_row),
	"subject_version": version_compared(_subject_row),
}

_subject_row := {
	"group": value(member(_subject, "group")),
	"name": value(member(_subject, "name")),
	"version": value(member(_subject, "version")),
	"purl": _valid(_subject, "purl", purl_state(object.get(_subject, "purl", ""))),
}

# Groups of alike components, by key.
_by_purl[row.purl] contains row.pointer if {
	some row in rows
	row.purl != ""
}

_by_name[[row.group, row.name, row.version]] contains row.pointer if {
	some row in rows
	row.name != ""
	row.version != ""
}

_by_hash[[row.group, row.name, row.version, row.strongest.alg]] contains [row.pointer, row.strongest.values] if {
	some row in rows
	row.name != ""
	row.version != ""
	count(row.strongest.values) == 1
}

# Components of a value, as [pointer, what it is called].
_by_value[[row.strongest.alg, row.strongest.values]] contains [row.pointer, [row.name, row.version]] if {
	some row in rows
	not row.type in {"file", "data"}
	not row.hash_of_nothing
	count(row.strongest.values) == 1
}

duplicates := {
	"same_hash": sort([found[0] |
		some _, group in _by_value
		count({found[1] | some found in group}) > 1
		some found in group
	]),
	"purl": sort([pointer | some _, group in _by_purl; count(group) > 1; some pointer in group]),
	"name_version": sort([pointer | some _, group in _by_name; count(group) > 1; some pointer in group]),
	"different_hash": sort([found[0] |
		some _, group in _by_hash
		count({found[1] | some found in group}) > 1
		some found in group
	]),
}

# What the characters of names and identifiers are, by classes of RE2.
package reference

_bidi := `[\x{61C}\x{200E}\x{200F}\x{202A}-\x{202E}\x{2066}-\x{2069}]`

# Format characters that are seen, beside those that turn letters around.
_other_format := `[\x{600}-\x{605}\x{6DD}\x{70F}\x{890}\x{891}\x{8E2}\x{110BD}\x{110CD}]`

_unseen := `[\p{Cf}\x{FE00}-\x{FE0F}\x{E0100}-\x{E01EF}\x{34F}\x{115F}\x{1160}\x{17B4}\x{17B5}\x{180B}-\x{180D}\x{180F}\x{2800}\x{3164}\x{FFA0}]`

# Joiners after letters of scripts that are written with them, and what emoji
# are put together with.
_joined_letter := concat("", [
	`[\p{Arabic}\p{Syriac}\p{Mongolian}\p{Devanagari}\p{Bengali}\p{Gurmukhi}\p{Gujarati}`,
	`\p{Oriya}\p{Tamil}\p{Telugu}\p{Kannada}\p{Malayalam}\p{Sinhala}\p{Khmer}\p{Myanmar}][\x{200C}\x{200D}]`,
])

_emoji := `[\p{So}\x{1F3FB}-\x{1F3FF}](\x{FE0F}\x{200D}|\x{FE0F}|\x{200D})`

_without_joiners(text_) := regex.replace(regex.replace(text_, _joined_letter, "a"), _emoji, "a")

_seen_less(text_) := regex.replace(regex.replace(_without_joiners(text_), _bidi, ""), _other_format, "")

_scripts := [
	"Latin", "Greek", "Cyrillic", "Han", "Hiragana", "Katakana", "Bopomofo", "Hangul", "Arabic", "Armenian",
	"Bengali", "Devanagari", "Ethiopic", "Georgian", "Gujarati", "Gurmukhi", "Hebrew", "Kannada", "Khmer", "Lao",
	"Malayalam", "Myanmar", "Oriya", "Sinhala", "Tamil", "Telugu", "Thaana", "Thai", "Tibetan",
]

_any_script := concat("", [sprintf(`\p{%s}`, [script]) | some script in _scripts])

# The scripts of a word; the letters mu and omega stand for units.
_scripts_of(word) := {script | some script in _scripts; regex.match(sprintf(`\p{%s}`, [script]), units)} | {"other" |
	regex.match(sprintf(`[^%s\p{Common}\p{Inherited}]`, [_any_script]), units)
} if {
	units := replace(replace(word, "μ", ""), "Ω", "")
}

_together := [
	{"Latin", "Han", "Hiragana", "Katakana"},
	{"Latin", "Han", "Bopomofo"},
	{"Latin", "Han", "Hangul"},
]

_go_together(found) if count(found) < 2

_go_together(found) if {
	some usual in _together
	count(found - usual) == 0
}

_go_together(found) if {
	count(found) == 2
	"Latin" in found
	count(found & {"Greek", "Cyrillic", "other"}) == 0
}

_mixed(text_) if {
	some word in regex.find_n(`[\p{L}\p{M}\p{N}]+`, text_, -1)
	not _go_together(_scripts_of(word))
}

# METADATA
# description: The ways in which a text does not show what it holds.
flaws(text_) := set() if {
	regex.match(`^[ -~]*$`, text_)
} else := ({"bidi" | regex.match(_bidi, text_)} | {"control" | regex.match(`[\p{Cc}\x{2028}\x{2029}]`, text_)}) | ({"invisible" | regex.match(_unseen, _seen_less(text_))} | {"mixed_script" | _mixed(text_)})

_texts(o) := {text_ |
	some text_ in [value(member(o, "group")), value(member(o, "name")), value(member(o, "version")), _valid(o, "cpe", cpe_state(object.get(o, "cpe", "")))]
} | {text_ |
	some written in [_valid(o, "purl", purl_state(object.get(o, "purl", ""))), ref_of(o)]
	some text_ in [written, _decoded(written)]
}

_flaws_of[pointer] := found if {
	some pointer, part in parts
	found := {flaw | some text_ in _texts(as_object(part.object)); some flaw in flaws(text_)}
}

text_facts := object.union(
	{"looked_at": count(parts)},
	{kind: sort([pointer | some pointer, found in _flaws_of; kind in found]) | some kind in ["bidi", "invisible", "control", "mixed_script"]},
)

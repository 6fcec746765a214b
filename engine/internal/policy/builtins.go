package policy

import (
	"github.com/open-policy-agent/opa/v1/ast"
)

// allowed names the builtins that policies may call, by the reason why each is
// a function of its operands alone. Every other builtin of the pinned OPA is
// listed, with the reason, in refused; a test holds the two tables together
// equal to OPA's own, so that an upgrade adds nothing unseen.
var allowed = map[string][]string{
	"computes over its operands alone, the same on every host": {
		"abs", "ceil", "floor", "format_int", "max", "min", "minus", "mul", "plus", "product", "rem", "round", "sum",
		"to_number",
	},
	"refused by the lint, with a better sentence than the compiler's; its value is of its numbers alone": {
		"div",
	},
	"works on the bits of its numbers, and only makes them smaller or as large as they are": {
		"bits.and", "bits.negate", "bits.or", "bits.rsh", "bits.xor",
	},
	"lists numbers between two others; bounded by memory alone, so an added pack does it in a process of its own": {
		"numbers.range", "numbers.range_step",
	},
	"compares two values, or gives one a name": {
		"assign", "eq", "equal", "gt", "gte", "lt", "lte", "neq", "internal.member_2", "internal.member_3",
		"internal.test_case",
	},
	"erased by the compiler, for nothing takes what is printed; refused by the lint": {
		"internal.print", "print",
	},
	"builds a list, set or object of its operands alone": {
		"and", "or", "array.concat", "array.flatten", "array.reverse", "array.slice", "intersection", "union", "sort",
		"count", "walk", "object.filter", "object.get", "object.keys", "object.remove", "object.subset", "object.union",
		"object.union_n", "json.filter", "json.remove",
	},
	"tells the type of its operand": {
		"is_array", "is_boolean", "is_null", "is_number", "is_object", "is_set", "is_string", "type_name",
	},
	"writes or reads JSON given as text; what it writes is in one order": {
		"json.is_valid", "json.marshal", "json.marshal_with_options", "json.unmarshal",
	},
	"writes or reads bytes in letters": {
		"base64.decode", "base64.encode", "base64.is_valid", "base64url.decode", "base64url.encode",
		"base64url.encode_no_pad", "hex.decode", "hex.encode", "urlquery.decode", "urlquery.decode_object",
		"urlquery.encode", "urlquery.encode_object",
	},
	"is a sum over its text, without key or salt": {
		"crypto.md5", "crypto.sha1", "crypto.sha256",
	},
	"works on its texts by code points, with no language of the host": {
		"concat", "contains", "endswith", "indexof", "indexof_n", "lower", "replace", "split", "sprintf", "startswith",
		"strings.any_prefix_match", "strings.any_suffix_match", "strings.count", "strings.replace_n", "strings.reverse",
		"strings.split_n", "substring", "trim", "trim_left", "trim_prefix", "trim_right", "trim_space", "trim_suffix",
		"upper",
	},
	"matches a text with a pattern, and reads nothing else": {
		"glob.match", "glob.quote_meta", "regex.find_all_string_submatch_n", "regex.find_n", "regex.is_valid", "regex.match",
		"regex.replace", "regex.split", "regex.template_match",
	},
	"reads an address, version or identifier given as text; nobody is asked for it": {
		"net.cidr_contains", "net.cidr_contains_matches", "net.cidr_intersects", "net.cidr_is_valid", "net.cidr_merge",
		"semver.compare", "semver.is_valid", "uri.is_valid", "uri.parse", "uuid.parse",
	},
}

// refused gives for every builtin that is left out the reason.
var refused = map[string][]string{
	"reaches the world or chance": {
		"http.send", "net.lookup_ip_addr", "opa.runtime", "time.now_ns", "rand.intn", "uuid.rfc4122",
	},
	"reads file:// references, and a schema that refers to itself kills the process": {
		"json.match_schema", "json.verify_schema",
	},
	"depends on the host's time zones; a day is a number in the input": {
		"time.add_date", "time.clock", "time.date", "time.diff", "time.format", "time.parse_duration_ns", "time.parse_ns",
		"time.parse_rfc3339_ns", "time.weekday",
	},
	"does unbounded work or takes unbounded memory": {
		"bits.lsh", "graph.reachable", "graph.reachable_paths", "json.patch", "net.cidr_expand", "regex.globs_match",
		"strings.render_template",
	},
	"has no use here": {
		"internal.template_string", "rego.metadata.chain", "rego.metadata.rule",
		"crypto.hmac.equal", "crypto.hmac.md5", "crypto.hmac.sha1", "crypto.hmac.sha256", "crypto.hmac.sha512",
		"crypto.parse_private_keys", "crypto.x509.parse_and_verify_certificates",
		"crypto.x509.parse_and_verify_certificates_with_options", "crypto.x509.parse_certificate_request",
		"crypto.x509.parse_certificates", "crypto.x509.parse_keypair", "crypto.x509.parse_rsa_private_key",
		"graphql.is_valid", "graphql.parse", "graphql.parse_and_verify", "graphql.parse_query", "graphql.parse_schema",
		"graphql.schema_is_valid", "io.jwt.decode", "io.jwt.decode_verify", "io.jwt.encode_sign", "io.jwt.encode_sign_raw",
		"io.jwt.verify_eddsa", "io.jwt.verify_es256", "io.jwt.verify_es384", "io.jwt.verify_es512", "io.jwt.verify_hs256",
		"io.jwt.verify_hs384", "io.jwt.verify_hs512", "io.jwt.verify_ps256", "io.jwt.verify_ps384", "io.jwt.verify_ps512",
		"io.jwt.verify_rs256", "io.jwt.verify_rs384", "io.jwt.verify_rs512", "providers.aws.sign_req", "rego.parse_module",
		"trace", "units.parse", "units.parse_bytes", "yaml.is_valid", "yaml.marshal", "yaml.unmarshal",
	},
	"is deprecated": {
		"all", "any", "cast_array", "cast_boolean", "cast_null", "cast_object", "cast_set", "cast_string",
		"net.cidr_overlap", "re_match", "set_diff",
	},
}

// Capabilities are those of the pinned OPA with the allowed builtins alone and
// no host to reach.
func Capabilities() *ast.Capabilities {
	keep := map[string]bool{}
	for _, names := range allowed {
		for _, name := range names {
			keep[name] = true
		}
	}
	c := *ast.CapabilitiesForThisVersion()
	all := c.Builtins
	c.Builtins = nil
	for _, b := range all {
		if keep[b.Name] {
			c.Builtins = append(c.Builtins, b)
		}
	}
	c.AllowNet = []string{}
	c.Features = []string{ast.FeatureKeywordsInRefs, ast.FeatureRegoV1} // and none of what is to come
	c.FutureKeywords = nil
	return &c
}

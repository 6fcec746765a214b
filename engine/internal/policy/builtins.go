package policy

import (
	"github.com/open-policy-agent/opa/v1/ast"
)

// allowed names the builtins that policies may call. Every other builtin of
// the pinned OPA is listed, with the reason, in refused; a test holds the two
// lists together equal to OPA's own, so that an upgrade adds nothing unseen.
var allowed = []string{
	"abs", "and", "array.concat", "array.flatten", "array.reverse", "array.slice", "assign",
	"base64.decode", "base64.encode", "base64.is_valid", "base64url.decode", "base64url.encode", "base64url.encode_no_pad",
	"bits.and", "bits.negate", "bits.or", "bits.rsh", "bits.xor",
	"ceil", "concat", "contains", "count",
	"crypto.md5", "crypto.sha1", "crypto.sha256",
	"div", // refused by the lint, with a better sentence than the compiler's
	"endswith", "eq", "equal", "floor", "format_int",
	"glob.match", "glob.quote_meta", "gt", "gte", "hex.decode", "hex.encode",
	"indexof", "indexof_n", "internal.member_2", "internal.member_3",
	"internal.print", // erased by the compiler; print itself is refused by the lint
	"internal.test_case", "intersection",
	"is_array", "is_boolean", "is_null", "is_number", "is_object", "is_set", "is_string",
	"json.filter", "json.is_valid", "json.marshal", "json.marshal_with_options", "json.remove", "json.unmarshal",
	"lower", "lt", "lte", "max", "min", "minus", "mul",
	"net.cidr_contains", "net.cidr_contains_matches", "net.cidr_intersects", "net.cidr_is_valid", "net.cidr_merge",
	"neq", "numbers.range", "numbers.range_step",
	"object.filter", "object.get", "object.keys", "object.remove", "object.subset", "object.union", "object.union_n",
	"or", "plus", "print", "product",
	"regex.find_all_string_submatch_n", "regex.find_n", "regex.is_valid", "regex.match", "regex.replace", "regex.split", "regex.template_match",
	"rem", "replace", "round",
	"semver.compare", "semver.is_valid", "sort", "split", "sprintf", "startswith",
	"strings.any_prefix_match", "strings.any_suffix_match", "strings.count", "strings.replace_n", "strings.reverse", "strings.split_n",
	"substring", "sum",
	"to_number", "trim", "trim_left", "trim_prefix", "trim_right", "trim_space", "trim_suffix", "type_name", "union", "upper",
	"uri.is_valid", "uri.parse", "urlquery.decode", "urlquery.decode_object", "urlquery.encode", "urlquery.encode_object",
	"uuid.parse", "walk",
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
	keep := make(map[string]bool, len(allowed))
	for _, name := range allowed {
		keep[name] = true
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

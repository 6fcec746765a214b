package authoring

import (
	"embed"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/bidgate/bidgate/engine/internal/policy"
)

//go:embed scaffold
var scaffold embed.FS

// start is a kind of evidence that a new requirement can begin with.
type start struct {
	kind, table, builder, field string
	subject                     string // in words
	path                        string // of the field, as vendors write it
	document                    string // of the examples, with the line that states the field
	line                        string
}

var starts = []start{
	{"sbom", "sboms", "sbom", "timestamp", "SBOM", "metadata.timestamp", "sbom.cdx.json", "    \"timestamp\": \"2026-10-01T00:00:00Z\",\n"},
	{"threat_model", "threat_models", "threat_model", "date", "threat model", "date", "threat-model.yaml", "date: \"2026-09-14\"\n"},
	{"declaration", "declarations", "declaration", "date", "declaration", "date", "declaration.yaml", "date: \"2026-11-02\"\n"},
	{"vex", "vex", "vex", "date", "VEX document", "timestamp", "vex.openvex.json", "  \"timestamp\": \"2026-10-05T00:00:00Z\",\n"},
}

// Starts are the kinds of evidence that New knows.
func Starts() []string {
	kinds := make([]string, len(starts))
	for i, s := range starts {
		kinds[i] = s.kind
	}
	return kinds
}

// New makes the files of a new requirement that looks at one kind of evidence:
// rules with METADATA, tests that reach every line, and an example of evidence
// that meets it and of one that does not. It lints clean and its tests pass as
// it stands; the author changes what it asks. Paths are below the folder of the
// requirement. The error says what is wrong with the id or the kind.
func New(id, kind string) ([]Doc, error) {
	if err := CheckID(id); err != nil {
		return nil, err
	}
	i := slices.IndexFunc(starts, func(s start) bool { return s.kind == kind })
	if i < 0 {
		return nil, fmt.Errorf("%q is no kind of evidence to begin with; use one of %s", kind, strings.Join(Starts(), ", "))
	}
	s := starts[i]
	area, name, _ := strings.Cut(id, ".")
	fill := strings.NewReplacer("{area}", area, "{name}", name, "{kind}", s.kind, "{table}", s.table,
		"{builder}", s.builder, "{field}", s.field, "{subject}", s.subject, "{path}", s.path)
	good := text(s.document)
	return []Doc{
		{"example/bad/" + s.document, []byte(strings.Replace(good, s.line, "", 1))},
		{"example/good/" + s.document, []byte(good)},
		{name + ".rego", []byte(fill.Replace(text("rule.rego.txt")))},
		{name + "_test.rego", []byte(fill.Replace(text("test.rego.txt")))},
	}, nil
}

// CheckID says what is wrong with the id of a requirement, AREA.NAME.
func CheckID(id string) error {
	area, name, two := strings.Cut(id, ".")
	if !two || !policy.IsIdentifier(area) || !policy.IsIdentifier(name) {
		return fmt.Errorf("%q is not the id of a requirement; write AREA.NAME, each of small letters, digits and single underscores, such as acme.update_signed", id)
	}
	return nil
}

// IsReserved tells the areas of the built-in requirements, which no pack may use.
func IsReserved(area string) bool { return policy.IsReserved(area) }

// text is a file of the scaffold, which is there.
func text(name string) string {
	content, err := scaffold.ReadFile(path.Join("scaffold", name))
	if err != nil {
		panic(err) // an embedded file
	}
	return string(content)
}

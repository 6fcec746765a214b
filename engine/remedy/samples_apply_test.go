package remedy_test

import (
	"crypto/sha256"
	"crypto/sha512"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine/remedy"
	"github.com/bidgate/bidgate/engine/report"
)

// editor makes the edits that causes advise, as a vendor would who knows what
// the words in capitals stand for: in a CycloneDX document itself, or in a
// summary beside a threat model.
type editor struct {
	document string
	bom      map[string]any // nil for what is no CycloneDX in JSON
	summary  *summary       // nil for what is no threat model
	done     map[string]bool
}

func newEditor(document string, s screened) *editor {
	e := &editor{document: document, done: map[string]bool{}}
	if len(s.dossier.ThreatModels) > 0 {
		e.summary = newSummary(document, &s.dossier.ThreatModels[0])
	}
	return e
}

// files are the documents that were written.
func (e *editor) files(t *testing.T) map[string][]byte {
	t.Helper()
	if e.summary != nil {
		return e.summary.files(t)
	}
	data, err := json.Marshal(e.bom)
	if err != nil {
		t.Fatal(err)
	}
	return map[string][]byte{e.document: data}
}

// apply makes each edit once at each object; false says that there was none.
func (e *editor) apply(t *testing.T, now screened) bool {
	t.Helper()
	before := len(e.done)
	for _, c := range now.of(e.document) {
		for _, edit := range c.Edits {
			switch {
			case e.summary != nil:
				e.summary.add(t, edit, e.done)
			default:
				e.cyclonedx(t, edit, placesOf(now.report, &c, e.document))
			}
		}
	}
	return len(e.done) > before
}

// load reads the document once.
func (e *editor) load(t *testing.T, data []byte) {
	t.Helper()
	if err := json.Unmarshal(data, &e.bom); err != nil {
		t.Fatal(err)
	}
}

// placesOf are the pointers of all places of a cause's findings.
func placesOf(r *report.Report, c *remedy.Cause, document string) []string {
	var list []string
	for _, f := range r.Findings {
		if !slices.Contains(c.Findings, f.ID) {
			continue
		}
		for _, s := range slices.Concat(f.Violations, f.Reviews) {
			for _, p := range s.Places {
				if p.Document == document && !slices.Contains(list, p.Pointer) {
					list = append(list, p.Pointer)
				}
			}
		}
	}
	return list
}

// cyclonedx makes an edit in the document.
func (e *editor) cyclonedx(t *testing.T, edit remedy.Edit, places []string) {
	t.Helper()
	if version, _ := e.bom["specVersion"].(string); version < edit.Needs {
		e.bom["specVersion"] = edit.Needs
	}
	metadata := object(e.bom, "metadata")
	switch edit.Where {
	case "document":
		e.merge(t, e.bom, "", edit)
	case "metadata":
		e.merge(t, metadata, "/metadata", edit)
	case "subject":
		e.merge(t, object(metadata, "component"), "/metadata/component", edit)
	case "component":
		for i, c := range e.components() {
			e.merge(t, c, "/components/"+strconv.Itoa(i), edit)
		}
	case "place":
		for _, pointer := range places {
			if at, is := lookUp(e.bom, pointer).(map[string]any); is {
				e.merge(t, at, pointer, edit)
			}
		}
	}
}

// components are all at the top of the document.
func (e *editor) components() []map[string]any {
	var list []map[string]any
	rows, _ := e.bom["components"].([]any)
	for _, row := range rows {
		if c, is := row.(map[string]any); is {
			list = append(list, c)
		}
	}
	return list
}

// appended are the lists that an edit adds to; others it replaces.
var appended = []string{"properties", "externalReferences", "compositions", "hashes", "authors", "dependencies"}

// merge adds the members of an edit to an object, once.
func (e *editor) merge(t *testing.T, into map[string]any, pointer string, edit remedy.Edit) {
	t.Helper()
	if e.done[pointer+edit.Add] {
		return
	}
	e.done[pointer+edit.Add] = true
	var members map[string]any
	if err := json.Unmarshal([]byte("{"+e.filled(edit.Add, pointer)+"}"), &members); err != nil {
		t.Fatalf("%s: %v", edit.Add, err)
	}
	for key, value := range members {
		list, isList := value.([]any)
		old, _ := into[key].([]any)
		switch {
		case key == "dependencies":
			into[key] = e.graph(old, list)
		case isList && slices.Contains(appended, key):
			into[key] = append(old, list...)
		case key == "licenses" && concluded(old): // and it says more
		case key == "name" && named(into[key]): // the product has one
		default:
			into[key] = value
		}
	}
}

// named says that a value is a name, and not the folder that a tool looked at.
func named(v any) bool {
	name, _ := v.(string)
	return len(name) > 1
}

// concluded says that a list of licences says which one was found to hold.
func concluded(licences []any) bool {
	return slices.ContainsFunc(licences, func(l any) bool {
		licence, _ := l.(map[string]any)["license"].(map[string]any)
		return licence["acknowledgement"] == "concluded"
	})
}

// graph adds a row for the product that needs what nothing else needs, and one
// that needs nothing for each component without one.
func (e *editor) graph(old, added []any) []any {
	product := added[0].(map[string]any)
	needed, has := map[any]bool{}, map[any]bool{}
	for _, row := range old {
		r := row.(map[string]any)
		has[r["ref"]] = true
		if r["ref"] == product["ref"] {
			continue
		}
		if on, is := r["dependsOn"].([]any); is {
			for _, ref := range on {
				needed[ref] = true
			}
		}
	}
	roots := []any{}
	for _, ref := range product["dependsOn"].([]any) {
		if !has[ref] {
			old = append(old, map[string]any{"ref": ref, "dependsOn": []any{}})
		}
		if !needed[ref] && ref != product["ref"] {
			roots = append(roots, ref)
		}
	}
	product["dependsOn"] = roots
	return append(slices.DeleteFunc(old, func(row any) bool { return row.(map[string]any)["ref"] == product["ref"] }), product)
}

// filled puts what a vendor knows in the place of the words in capitals. What has
// one name and version has one hash.
func (e *editor) filled(text, pointer string) string {
	hashed := pointer
	if c, is := lookUp(e.bom, pointer).(map[string]any); is && c["name"] != nil {
		hashed = fmt.Sprint(c["name"], "@", c["version"])
	}
	short, long := sha256.Sum256([]byte(hashed)), sha512.Sum512([]byte(hashed))
	refs := []string{}
	for i, c := range e.components() {
		if c["bom-ref"] == nil {
			c["bom-ref"] = "part-" + strconv.Itoa(i)
		}
		refs = append(refs, c["bom-ref"].(string))
	}
	list, _ := json.Marshal(refs) //nolint:errchkjson // strings
	subject := object(object(e.bom, "metadata"), "component")
	if subject["bom-ref"] == nil {
		subject["bom-ref"] = "product"
	}
	ref, _ := json.Marshal(subject["bom-ref"]) //nolint:errchkjson // a string
	return strings.NewReplacer(
		`["BOM-REFS"]`, string(list), `"PRODUCT-REF"`, string(ref), "HEX512", hex.EncodeToString(long[:]), "HEX", hex.EncodeToString(short[:]),
		"SPDX-ID", "MIT", "NAME", "Example Maker", "EMAIL", "sbom@maker.example", "EXECUTABLE", "executable", "FILE", "part-"+hex.EncodeToString(short[:4])+".tgz",
		"URL", "https://maker.example/"+hex.EncodeToString(short[:4])+".tgz", "YYYY-MM-DDTHH:MM:SSZ", "2026-11-21T10:00:00Z", "YYYY-MM-DD", "2030-12-31",
		"UUID", "3e671687-395b-41f5-a30f-a58921a69b79", "PRODUCT", "Gateway", "VERSION", "1.0.0", "TYPE", "generic",
	).Replace(text)
}

// object is a member that is an object, made where it is not there.
func object(of map[string]any, key string) map[string]any {
	if o, is := of[key].(map[string]any); is {
		return o
	}
	o := map[string]any{}
	of[key] = o
	return o
}

// lookUp follows a JSON pointer.
func lookUp(v any, pointer string) any {
	for step := range strings.SplitSeq(strings.TrimPrefix(pointer, "/"), "/") {
		switch at := v.(type) {
		case map[string]any:
			v = at[strings.NewReplacer("~1", "/", "~0", "~").Replace(step)]
		case []any:
			i, err := strconv.Atoi(step)
			if err != nil || i >= len(at) {
				return nil
			}
			v = at[i]
		}
	}
	return v
}

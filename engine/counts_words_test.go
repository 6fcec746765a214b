package engine

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/policies"
)

var (
	word     = regexp.MustCompile(`[a-z0-9_]+`)
	snake    = regexp.MustCompile(`^[a-z0-9_]+$`)
	imported = regexp.MustCompile(`data\.bidgate\.((?:lib|requirement)\.[a-z0-9_.]+)`)
)

// libraryWords are the words in the files of each requirement of the policy
// library, with those of the packages that it imports: what no word of it names
// it does not read.
func libraryWords(t *testing.T, e *Engine) map[string]map[string]bool {
	t.Helper()
	words := map[string]map[string]bool{}
	for id, r := range e.library.Catalogue().All() {
		if len(r.ComposedOf) == 0 {
			words[id] = map[string]bool{}
			addWords(t, "bidgate/requirement/"+strings.ReplaceAll(id, ".", "/"), words[id], map[string]bool{})
		}
	}
	return words
}

func addWords(t *testing.T, folder string, words, read map[string]bool) {
	t.Helper()
	if read[folder] {
		return
	}
	read[folder] = true
	files, err := fs.ReadDir(policies.FS, folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if file.IsDir() || strings.HasSuffix(file.Name(), "_test.rego") {
			continue
		}
		text, err := fs.ReadFile(policies.FS, path.Join(folder, file.Name()))
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range word.FindAllString(string(text), -1) {
			words[w] = true
		}
		for _, found := range imported.FindAllStringSubmatch(string(text), -1) {
			addWords(t, "bidgate/"+strings.ReplaceAll(found[1], ".", "/"), words, read)
		}
	}
}

// readers are the requirements that may read the list at the path: they read its
// table, and name what leads to it, as far as the schema has such names. Those
// that did as much in an earlier bid with the same table are not asked again.
func (g *growth) readers(ids []string, table any, path []any, once map[string]int) []string {
	g.t.Helper()
	text, err := json.Marshal(table)
	if err != nil {
		g.t.Fatal(err)
	}
	key := fmt.Sprint(path, sha256.Sum256(text))
	var found []string
	for _, id := range ids {
		looked := fmt.Sprint(id, once[id], key)
		if comparesPairs[id] != "" || g.looked[looked] || !g.names(id, path) || !g.engine.library.InputKeys([]string{id})[path[0].(string)] {
			continue
		}
		g.looked[looked] = true
		found = append(found, id)
	}
	return found
}

func (g *growth) names(id string, path []any) bool {
	for _, step := range path[1:] {
		if name, ok := step.(string); ok && g.fields[name] && !g.words[id][name] {
			return false
		}
	}
	return true
}

// schemaNames are the names of fields in the schema of the input. Ids of clauses,
// which it also has, are written otherwise: rules go over them without a word.
func schemaNames(t *testing.T) map[string]bool {
	t.Helper()
	text, err := fs.ReadFile(policies.FS, "schema/input.json")
	if err != nil {
		t.Fatal(err)
	}
	var schema any
	if err := json.Unmarshal(text, &schema); err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	var walk func(any)
	walk = func(v any) {
		object, _ := v.(map[string]any)
		fields, _ := object["properties"].(map[string]any)
		for name := range fields {
			names[name] = snake.MatchString(name)
		}
		for _, part := range object {
			walk(part)
		}
	}
	walk(schema)
	return names
}

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// editCommands are what a vendor does with an editor: `edit FILE EDITS` makes
// each change of a list, in every place, where a line of it is `OLD => NEW`, with \\n
// for the end of a line;
// `write FILE WHERE MEMBERS` adds members to an object of a CycloneDX document:
// document, metadata, subject, or component for each of them, and to lists that are
// there; and `sample FILE NAME` takes a document of the repository as it is.
var editCommands = map[string]func(ts *testscript.TestScript, neg bool, args []string){
	"edit": func(ts *testscript.TestScript, neg bool, args []string) {
		if neg || len(args) != 2 {
			ts.Fatalf("usage: edit FILE EDITS")
		}
		text := ts.ReadFile(args[0])
		for line := range strings.SplitSeq(strings.TrimSpace(ts.ReadFile(args[1])), "\n") {
			old, now, found := strings.Cut(strings.ReplaceAll(line, `\n`, "\n"), " => ")
			if !found || !strings.Contains(text, old) {
				ts.Fatalf("%s: nothing to change for %q", args[0], line)
			}
			text = strings.ReplaceAll(text, old, now)
		}
		ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o600))
	},
	"write": func(ts *testscript.TestScript, neg bool, args []string) {
		if neg || len(args) != 3 {
			ts.Fatalf("usage: write FILE WHERE MEMBERS")
		}
		text, err := withMembers([]byte(ts.ReadFile(args[0])), args[1], args[2])
		ts.Check(err)
		ts.Check(os.WriteFile(ts.MkAbs(args[0]), text, 0o600))
	},
	"sample": func(ts *testscript.TestScript, neg bool, args []string) {
		if neg || len(args) != 2 {
			ts.Fatalf("usage: sample FILE NAME")
		}
		data, err := os.ReadFile(filepath.Join(ts.Getenv("SAMPLES"), filepath.FromSlash(args[1])))
		ts.Check(err)
		file := ts.MkAbs(args[0])
		ts.Check(os.MkdirAll(filepath.Dir(file), 0o750))
		ts.Check(os.WriteFile(file, data, 0o600))
	},
}

// withMembers adds members, in which NAME stands for the name of the object and REF
// for its bom-ref, to objects of a CycloneDX document.
func withMembers(text []byte, where, members string) ([]byte, error) {
	var bom map[string]any
	if err := json.Unmarshal(text, &bom); err != nil {
		return nil, err
	}
	metadata, _ := bom["metadata"].(map[string]any)
	var into []any
	switch where {
	case "document":
		into = []any{bom}
	case "metadata":
		into = []any{metadata}
	case "subject":
		into = []any{metadata["component"]}
	case "component":
		into, _ = bom["components"].([]any)
	}
	for _, o := range into {
		object, is := o.(map[string]any)
		if !is {
			return nil, fmt.Errorf("there is no %s", where)
		}
		named := strings.NewReplacer("NAME", fmt.Sprint(object["name"]), "REF", fmt.Sprint(object["bom-ref"])).Replace(members)
		var added map[string]any
		if err := json.Unmarshal([]byte("{"+named+"}"), &added); err != nil {
			return nil, fmt.Errorf("%s: %w", named, err)
		}
		for key, value := range added {
			old, _ := object[key].([]any)
			if list, is := value.([]any); is && key != "licenses" {
				value = append(old, list...)
			}
			object[key] = value
		}
	}
	return json.MarshalIndent(bom, "", "  ")
}

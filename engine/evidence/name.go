package evidence

import (
	"io/fs"
	"path"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

const (
	codeName      = "name"           // a path that some system reads in another way
	codeSameName  = "name_collision" // two paths that some system takes for one
	codeLink      = "link"           // a link
	codeSpecial   = "special_file"   // a pipe, socket or device
	codeArchive   = "archive"        // an archive that two programs could read differently, or a damaged one
	codeEncrypted = "encrypted"      // an encrypted entry
)

// admit returns the entries with a name that means the same everywhere, in
// order of path, without the folders that all of them lie under.
func (b *Bundle) admit(entries []entry) []entry {
	var good []entry
	var folders []string
	for _, e := range entries {
		if e.folder {
			folders = append(folders, e.path)
			continue
		}
		if reason := badName(e.path); reason != "" {
			b.refuse(codeName, e.path, reason)
			continue
		}
		good = append(good, e)
	}
	b.top = stripCommonFolder(good)
	sort.SliceStable(good, func(i, j int) bool { return good[i].path < good[j].path })
	good = slices.DeleteFunc(good, b.overlong)
	for i, name := range folders {
		folders[i] = strings.TrimPrefix(name, b.top)
	}
	colliding := collisions(good, folders)
	return slices.DeleteFunc(good, func(e entry) bool {
		if !colliding[e.path] {
			return false
		}
		b.refuse(codeSameName, e.path, "another file or folder has the same name on some systems")
		return true
	})
}

func (b *Bundle) refuse(code, path, reason string) {
	b.problems = append(b.problems, Problem{Code: code,
		Message: "the file " + quoted(path) + " was not read: " + reason + "; rename it"})
}

// overlong refuses a path over the bounds on names.
func (b *Bundle) overlong(e entry) bool {
	name, value := "MaxNameBytes", b.limits.MaxNameBytes
	if len(e.path) <= value {
		name, value = "MaxNameDepth", b.limits.MaxNameDepth
		if strings.Count(e.path, "/") <= value {
			return false
		}
	}
	b.problems = append(b.problems, *limitProblem(name, value, "the path "+quoted(e.path), Position{}))
	return true
}

// deviceNames are names that Windows does not take for a file, with any ending.
var deviceNames = setOf("con", "prn", "aux", "nul", "conin$", "conout$",
	"com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "com¹", "com²", "com³",
	"lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "lpt¹", "lpt²", "lpt³")

func setOf(names ...string) map[string]bool {
	set := make(map[string]bool, len(names))
	for _, n := range names {
		set[n] = true
	}
	return set
}

// badName says why a path cannot mean the same on every system, or "".
func badName(path string) string {
	switch {
	case !utf8.ValidString(path):
		return "its name is not UTF-8"
	case !fs.ValidPath(path) || path == ".":
		return "its name is no plain relative path"
	case strings.ContainsAny(path, `\:`):
		return "its name holds a backslash or a colon"
	}
	for _, r := range path {
		if unicode.In(r, unicode.Cc, unicode.Cf) || r == utf8.RuneError {
			return "its name holds an invisible character"
		}
	}
	for element := range strings.SplitSeq(path, "/") {
		if strings.HasSuffix(element, ".") || strings.HasSuffix(element, " ") {
			return "a part of its name ends in a dot or a space"
		}
		stem, _, _ := strings.Cut(strings.ToLower(element), ".")
		if deviceNames[strings.TrimRight(stem, " ")] {
			return "its name is that of a device on Windows"
		}
	}
	return ""
}

// stripCommonFolder takes the folders that every entry lies under off the
// paths, so that a folder, an archive of it and an archive of its content have
// the same paths. It returns what it took off.
func stripCommonFolder(entries []entry) string {
	if len(entries) == 0 {
		return ""
	}
	prefix := entries[0].path
	for _, e := range entries {
		for !strings.HasPrefix(e.path, prefix) || !strings.HasSuffix(prefix, "/") {
			cut := strings.LastIndexByte(strings.TrimSuffix(prefix, "/"), '/')
			if prefix = prefix[:cut+1]; prefix == "" {
				return ""
			}
		}
	}
	for i := range entries {
		entries[i].path = entries[i].path[len(prefix):]
	}
	return prefix
}

// documentAt is the row of the document with a path, as documents and
// manifests write it; -1 when there is none. A path that counts from above the
// root of the bundle is found where the folders that were left out of all
// paths account for the difference, and only one file can be meant.
func (d *Dossier) documentAt(name string) int {
	name = path.Clean(strings.TrimPrefix(name, "./"))
	if row := d.rowOf(name); row >= 0 {
		return row
	}
	found := -1
	for top := d.top; top != ""; _, top, _ = strings.Cut(top, "/") {
		rest, under := strings.CutPrefix(name, top)
		row := d.rowOf(rest)
		switch {
		case !under || row < 0 || row == found:
		case found >= 0:
			return -1
		default:
			found = row
		}
	}
	return found
}

// rowOf is the row of the document with exactly this path, or -1.
func (d *Dossier) rowOf(name string) int {
	row, found := slices.BinarySearchFunc(d.Bundle.Documents, name, func(doc Document, name string) int { return strings.Compare(doc.Path, name) })
	if !found {
		return -1
	}
	return row
}

// sameName folds what some file systems do not tell apart.
func sameName(path string) string {
	return norm.NFC.String(cases.Fold().String(norm.NFC.String(path)))
}

// collisions finds the paths of files that equal another after folding, or
// that are a folder, by an entry of its own or as the folder of another file.
func collisions(entries []entry, folders []string) map[string]bool {
	holders := map[string][]string{}
	for _, e := range entries {
		key := sameName(e.path)
		holders[key] = append(holders[key], e.path)
	}
	colliding := map[string]bool{}
	collide := func(paths []string) {
		for _, p := range paths {
			colliding[p] = true
		}
	}
	for _, name := range folders {
		key := sameName(name) + "/"
		for i, c := range key {
			if c == '/' {
				collide(holders[key[:i]])
			}
		}
	}
	for key, paths := range holders {
		if len(paths) > 1 {
			collide(paths)
		}
		for i, c := range key {
			if above := holders[key[:i]]; c == '/' && above != nil {
				collide(above)
				collide(paths)
			}
		}
	}
	return colliding
}

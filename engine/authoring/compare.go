package authoring

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

// Change is one thing in which two sets of policies differ.
type Change struct {
	Requirement string `json:"requirement"` // "" for what belongs to none
	// Aspect is what differs: requirement where one side does not have it at all.
	Aspect string `json:"aspect"`
	Name   string `json:"name"`   // of the parameter, message, source, member, profile, …; "" where there is one only
	Before string `json:"before"` // "" where that side has none
	After  string `json:"after"`
}

// Described is one set of policies as Compare reads it.
type Described struct {
	Requirements []report.Requirement
	// Rules are digests of rules: of each requirement by its id, and of helpers
	// and the decision by their packages.
	Rules map[string]string
}

// Compare tells what sets two sets of policies apart: by requirement, then in
// the order of aspects, then by name.
func Compare(before, after Described) []Change {
	changes := []Change{}
	old, now := byID(before.Requirements), byID(after.Requirements)
	for _, id := range union(old, now) {
		a, b := old[id], now[id]
		if a.ID == "" || b.ID == "" {
			changes = append(changes, Change{Requirement: id, Aspect: "requirement", Before: a.Title, After: b.Title})
			continue
		}
		for _, aspect := range aspects {
			changes = append(changes, differences(id, aspect.name, aspect.of(a), aspect.of(b))...)
		}
		changes = append(changes, differences(id, "rules", one(before.Rules[id]), one(after.Rules[id]))...)
	}
	for _, name := range union(before.Rules, after.Rules) {
		if old[name].ID == "" && now[name].ID == "" {
			changes = append(changes, differences("", "rules", map[string]string{name: before.Rules[name]}, map[string]string{name: after.Rules[name]})...)
		}
	}
	return changes
}

// aspects are what is compared of a requirement: texts by name.
var aspects = []struct {
	name string
	of   func(report.Requirement) map[string]string
}{
	{"severity", func(r report.Requirement) map[string]string { return one(string(r.Severity)) }},
	{"title", func(r report.Requirement) map[string]string { return one(r.Title) }},
	{"description", func(r report.Requirement) map[string]string {
		return one(strings.Join(strings.Fields(r.Description), " "))
	}},
	{"section", func(r report.Requirement) map[string]string { return one(r.Section) }},
	{"evidence", func(r report.Requirement) map[string]string { return one(needed(r.Evidence)) }},
	{"looks at", func(r report.Requirement) map[string]string { return one(r.Over) }},
	{"in force", func(r report.Requirement) map[string]string { return one(inForce(r)) }},
	{"parameter", parametersByName},
	{"message", func(r report.Requirement) map[string]string {
		return byName(r.Messages, func(m report.Wording) (string, string) { return m.Code, m.Text })
	}},
	{"source", func(r report.Requirement) map[string]string { return sourcesByName(r.Sources) }},
	{"remedy", func(r report.Requirement) map[string]string { return one(r.Remedy) }},
	{"question", func(r report.Requirement) map[string]string { return one(r.Question) }},
	{"tag", func(r report.Requirement) map[string]string {
		return byName(r.Tags, func(tag string) (string, string) { return tag, "given" })
	}},
	{"equivalent", func(r report.Requirement) map[string]string {
		return byName(r.Equivalents, func(c report.Clause) (string, string) { return c.Standard + ", " + c.Clause, "accepted" })
	}},
	{"composed of", func(r report.Requirement) map[string]string {
		return byName(r.ComposedOf, func(id string) (string, string) { return id, "part" })
	}},
	{"member", membersByName},
	{"profile", profilesByName},
}

func parametersByName(r report.Requirement) map[string]string {
	list := map[string]string{}
	for i, text := range settings(r) {
		name, about := r.Parameters[i].Name, r.Parameters[i].Description
		list[name] = strings.TrimSuffix(strings.TrimPrefix(text, "`"+r.ID+"."+name+"` "), ": "+about)
		if about != "" {
			list[name+", what it is"] = about
		}
	}
	return list
}

func sourcesByName(sources []report.Source) map[string]string {
	return byName(sources, func(s report.Source) (string, string) {
		return s.Standard + ", " + s.Edition + ", " + s.Clause, Confidence(s.Confidence)
	})
}

func membersByName(r report.Requirement) map[string]string {
	return byName(r.Members, func(m report.MemberRow) (string, string) {
		return m.ID, fmt.Sprintf("%s: %s; %s; %s; %s", m.Severity, m.Title, m.Remedy, m.Question, strings.Join(sources(m.Sources), "; "))
	})
}

func profilesByName(r report.Requirement) map[string]string {
	return byName(r.Profiles, func(u report.Use) (string, string) {
		name := u.Profile
		if u.Member != "" {
			name += ", " + u.Member
		}
		return name, strings.TrimRight(fmt.Sprintf("%s, %s, %s", u.Severity, u.Level, strings.ReplaceAll(values(u.Values), "`", "")), ", ")
	})
}

func differences(id, aspect string, before, after map[string]string) []Change {
	var changes []Change
	for _, name := range union(before, after) {
		if before[name] != after[name] {
			changes = append(changes, Change{Requirement: id, Aspect: aspect, Name: name, Before: before[name], After: after[name]})
		}
	}
	return changes
}

func one(text string) map[string]string { return map[string]string{"": text} }

func byName[T any](list []T, of func(T) (name, text string)) map[string]string {
	texts := map[string]string{}
	for _, item := range list {
		name, text := of(item)
		texts[name] = text
	}
	return texts
}

func byID(list []report.Requirement) map[string]report.Requirement {
	all := map[string]report.Requirement{}
	for _, r := range list {
		all[r.ID] = r
	}
	return all
}

func union[V any](a, b map[string]V) []string {
	names := slices.AppendSeq(slices.Collect(maps.Keys(a)), maps.Keys(b))
	slices.Sort(names)
	return slices.Compact(names)
}

// RulesOf gives digests of the Rego in trees, tests left out: of each
// requirement by its id, and of helpers and the decision by their packages.
func RulesOf(trees ...fs.FS) (map[string]string, error) {
	var files []file
	for _, tree := range trees {
		more, err := regoFiles(tree, ".", "")
		if err != nil {
			return nil, err
		}
		files = append(files, more...)
	}
	slices.SortFunc(files, func(a, b file) int { return cmp.Compare(path.Base(a.name), path.Base(b.name)) })
	sums := map[string]string{}
	for _, f := range files {
		name := packageOf(f.content)
		if f.test() || name == "" || strings.HasPrefix(name, "bidgate.lib.testing") {
			continue
		}
		name = strings.TrimPrefix(name, "bidgate.requirement.")
		sum := sha256.Sum256(append([]byte(sums[name]+path.Base(f.name)+"\n"), withoutComments(f.content)...))
		sums[name] = "sha256:" + hex.EncodeToString(sum[:])
	}
	return sums, nil
}

// withoutComments leaves the lines of rules: METADATA is compared by itself.
func withoutComments(content []byte) []byte {
	var kept []byte
	for line := range strings.Lines(string(content)) {
		if text := strings.TrimSpace(line); text != "" && !strings.HasPrefix(text, "#") {
			kept = append(kept, line...)
		}
	}
	return kept
}

package policy

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// far are the requirements that another process evaluates.
type far struct {
	run     Runner
	request request                    // with the packs, and no ids
	keys    map[string]map[string]bool // of the input, by requirement
	says    map[string]map[string][]string
}

// Isolation says how requirements are evaluated in another process.
type Isolation struct {
	Run Runner
	// Everything sends the built-in requirements too.
	Everything bool
}

// LoadIsolated is Load with the packs that are not built in parsed, compiled
// and evaluated by another process alone. This process reads their bytes,
// evaluates the built-in requirements and decides; of the other it takes
// descriptions and results, checked like any other input. The first pack must
// be the built-in tree. Digest, catalogue, bundle and decisions are Load's.
func LoadIsolated(ctx context.Context, packs []Pack, how Isolation) (*Library, error) {
	l := newLoading(packs)
	l.unchecked = true
	var found problems
	l.read(&found)
	if err := found.err(); err != nil {
		return nil, err
	}
	away := &far{run: how.Run, request: request{WithoutLibrary: packs[0].WithoutLibrary, Everything: how.Everything, Packs: l.sent(), IDs: []string{}}}
	told, err := away.ask(ctx, nil, nil)
	if err != nil {
		return nil, err
	}
	if err := l.unite(told); err != nil {
		return nil, err
	}
	if away.keys, err = l.keysOf(told, how.Everything); err != nil {
		return nil, err
	}
	if away.says, err = l.toldSays(told); err != nil {
		return nil, err
	}
	lib, err := l.library()
	if err != nil {
		return nil, err
	}
	lib.far = away
	return lib, nil
}

// sent are the packs that are not built in.
func (l *loading) sent() []sentPack {
	packs := make([]sentPack, len(l.packs)-1)
	for i, pack := range l.packs[1:] {
		packs[i] = sentPack{Name: pack.Name, Files: []sentFile{}}
	}
	for _, s := range l.sources {
		if s.pack > 0 {
			packs[s.pack-1].Files = append(packs[s.pack-1].Files, sentFile{Path: s.path, Content: s.content()})
		}
	}
	return packs
}

// errAnswer begins every complaint of an answer that cannot be taken.
var errAnswer = errors.New("the process that evaluates policies gave an answer that cannot be trusted, so nothing was decided")

func distrust(format string, args ...any) error {
	return fmt.Errorf("%w: "+format, append([]any{errAnswer}, args...)...)
}

// ask sends the request for these requirements, or to load alone.
func (f *far) ask(ctx context.Context, ids []string, input []byte) (*reply, error) {
	r := f.request
	r.IDs = slices.Concat([]string{}, ids)
	text, err := r.encode(input)
	if err != nil {
		return nil, err
	}
	text, err = f.run(ctx, text)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		return nil, err
	}
	a, err := decodeAnswer(text)
	if err != nil {
		return nil, distrust("it %v", err)
	}
	switch {
	case len(a.Problems) > maxProblems:
		return nil, distrust("it tells of more than %d problems", maxProblems)
	case len(a.Problems) > 0:
		return nil, problems(a.Problems).err()
	case a.Fault != "":
		return nil, fmt.Errorf("the policies could not be evaluated: %s", firstLine(a.Fault))
	}
	return a, nil
}

// evaluates tells whether the requirement is evaluated in the other process.
func (f *far) evaluates(id string) bool {
	if f == nil {
		return false
	}
	_, ok := f.keys[id]
	return ok
}

// results evaluates the requirements in the other process; there is one result
// for each and no other.
func (f *far) results(ctx context.Context, ids []string, in Input) (Results, error) {
	a, err := f.ask(ctx, ids, in.text)
	if err != nil {
		return nil, err
	}
	asked := slices.Sorted(slices.Values(ids))
	if !slices.Equal(asked, sortedKeys(a.Results)) {
		return nil, distrust("its results are not of the requirements that were asked for")
	}
	results := Results{}
	for _, id := range asked {
		if results[id], err = a.Results[id].result(); err != nil {
			return nil, distrust("the result of %s: %v", id, err)
		}
	}
	return results, nil
}

func (s sentResult) result() (Result, error) {
	if s.Error != "" {
		if strings.Contains(s.Error, "\n") || len(s.Error) > maxProblemText || string(s.Rules) != "0" {
			return Result{}, errors.New("the error is no short line, or there are rules too")
		}
		return Result{err: s.Error}, nil
	}
	rules, err := decodeRules(s.Rules)
	return Result{rules: rules}, err
}

// unite puts together what this process read and what it was told of the rest.
func (l *loading) unite(told *reply) error {
	var found problems
	own := slices.DeleteFunc(slices.Clone(l.sources), func(s source) bool { return s.pack > 0 })
	l.modules = l.modulesOf(own, &found)
	sortModules(l.modules)
	if len(found) == 0 {
		l.describe(&found)
	}
	if len(found) == 0 {
		l.compose(&found)
	}
	if err := found.err(); err != nil {
		return err
	}
	modules, err := l.toldModules(told)
	if err != nil {
		return err
	}
	l.modules = append(l.modules, modules...)
	if checkNames(l.packs, l.modules, &found); len(found) > 0 {
		return distrust("it puts files where they may not be")
	}
	sortModules(l.modules)
	if err := l.toldRequirements(told); err != nil {
		return err
	}
	l.schema, err = inputSchema(l.text.content(), l.catalogue)
	return err
}

// toldModules are the sent files with the packages that they are told to be
// of. They are never parsed here.
func (l *loading) toldModules(told *reply) ([]*module, error) {
	type key struct {
		pack int
		path string
	}
	packages := map[key][]string{}
	for _, m := range told.Modules {
		packages[key{m.Pack, m.Path}] = m.Package
	}
	var modules []*module
	for _, s := range l.sources {
		if s.pack == 0 || path.Ext(s.path) != ".rego" {
			continue
		}
		steps := packages[key{s.pack, s.path}]
		if len(steps) < 2 {
			return nil, distrust("it does not say of which package %s is", s.name)
		}
		parsed := &ast.Module{Package: &ast.Package{Location: &ast.Location{File: s.name}}}
		for _, step := range slices.Concat([]string{"data"}, steps) {
			parsed.Package.Path = append(parsed.Package.Path, ast.StringTerm(step))
		}
		modules = append(modules, newModule(s, parsed))
	}
	if len(modules) != len(told.Modules) {
		return nil, distrust("it tells of files that it was not sent")
	}
	return modules, nil
}

// toldRequirements adds the requirements of the modules that were sent, each
// held to what loading would have held it to.
func (l *loading) toldRequirements(told *reply) error {
	wanted := map[string]bool{}
	for _, m := range l.modules {
		if m.source.pack > 0 && m.role == requirement {
			wanted[m.id()] = true
		}
	}
	if !slices.Equal(sortedKeys(wanted), sortedKeys(told.Requirements)) {
		return distrust("its requirements are not those of the files that it was sent")
	}
	for _, id := range sortedKeys(told.Requirements) {
		q := told.Requirements[id]
		if err := q.restore(); err != nil {
			return distrust("requirement %s: %v", id, err)
		}
		if q.Area+"."+q.Name != id {
			return distrust("requirement %s has another name", id)
		}
		l.catalogue.put(id, q)
	}
	for _, id := range sortedKeys(told.Requirements) {
		for _, part := range l.catalogue.Requirement(id).ComposedOf {
			if !l.catalogue.Has(part) || len(l.catalogue.Requirement(part).ComposedOf) > 0 {
				return distrust("requirement %s folds %q, which has no rules", id, part)
			}
		}
	}
	return nil
}

// keysOf are the keys of the input by requirement, of those that the other
// process evaluates.
func (l *loading) keysOf(told *reply, everything bool) (map[string]map[string]bool, error) {
	keys := map[string]map[string]bool{}
	for id, q := range l.catalogue.All() {
		if _, sent := told.Requirements[id]; len(q.ComposedOf) > 0 || !sent && !everything {
			continue
		}
		list, ok := told.Keys[id]
		if !ok || len(list) > maxKeysAnswered {
			return nil, distrust("it does not say what requirement %s reads", id)
		}
		keys[id] = map[string]bool{}
		for _, key := range list {
			keys[id][key] = true
		}
	}
	return keys, nil
}

func sortModules(modules []*module) {
	slices.SortFunc(modules, func(a, b *module) int { return cmp.Compare(a.canonical(), b.canonical()) })
}

package engine

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/bidgate/bidgate/engine/internal/policy"
	"github.com/bidgate/bidgate/engine/tender"
	"github.com/bidgate/bidgate/policies"
)

// Version is the version of bidgate, as reports state it.
const Version = "0.1.0"

// Engine holds compiled policies and profiles. Make one with New and keep it:
// compiling costs far more than screening.
type Engine struct {
	library  *policy.Library
	profiles map[string]profile
	builtIn  map[string]bool // ids of the profiles that come with the library
}

// Option chooses what New loads.
type Option func(*options) error

type options struct {
	packs          []fs.FS
	library        fs.FS // nil is the built-in tree
	isolation      Isolation
	withoutLibrary bool
	profiles       []*tender.Profile
}

// WithPolicies adds trees of policy sources to the built-in library. Each may
// define requirements in areas of its own, and nothing else.
func WithPolicies(packs ...fs.FS) Option {
	return func(o *options) error {
		for _, pack := range packs {
			if pack == nil {
				return errors.New("a policy tree is nil; pass a file system")
			}
			o.packs = append(o.packs, pack)
		}
		return nil
	}
}

// WithLibrary takes another tree in the place of the built-in one, whole: its
// decision, helpers, schema, requirements and profiles. It is for those who
// work on that tree; reports tell it by the digest of the policies. It cannot
// go with an isolation, whose process has the built-in tree.
func WithLibrary(tree fs.FS) Option {
	return func(o *options) error {
		if tree == nil {
			return errors.New("the library tree is nil; pass a file system")
		}
		o.library = tree
		return nil
	}
}

// WithoutLibrary leaves out the built-in requirements, but for the area
// screening, which watches over the screening itself. The decision, its helpers
// and the input schema are always there. The built-in profiles name what is
// then missing: bring one of your own. The names of their areas stay reserved.
func WithoutLibrary() Option {
	return func(o *options) error {
		o.withoutLibrary = true
		return nil
	}
}

// WithProfiles adds profiles, which other profiles may extend by their id. Two
// of one id are an error, also where one is built in.
func WithProfiles(profiles ...*tender.Profile) Option {
	return func(o *options) error {
		if slices.Contains(profiles, nil) {
			return errors.New("a profile is nil; parse one with package tender")
		}
		o.profiles = append(o.profiles, profiles...)
		return nil
	}
}

// New loads, checks and compiles the policies. An error names the file and
// line that is at fault. When the context ends first, New returns its error;
// compiling cannot be stopped, so its goroutine then goes on until it is done.
func New(ctx context.Context, opts ...Option) (*Engine, error) {
	var o options
	for _, opt := range opts {
		if err := opt(&o); err != nil {
			return nil, err
		}
	}
	tree := fs.FS(policies.FS)
	if o.library != nil {
		tree = o.library
	}
	if o.library != nil && o.isolation.Run != nil {
		return nil, errors.New("a library tree of your own cannot be evaluated in a process of its own; leave out the isolation")
	}
	packs := []policy.Pack{{FS: tree, BuiltIn: true, WithoutLibrary: o.withoutLibrary}}
	for i, pack := range o.packs {
		name := ""
		if len(o.packs) > 1 {
			name = fmt.Sprintf("policy tree %d", i+1)
		}
		packs = append(packs, policy.Pack{Name: name, FS: pack})
	}
	library, err := within(ctx, "loading the policies", func() (*policy.Library, error) {
		if o.library != nil {
			return policy.Check(ctx, packs)
		}
		return o.isolation.load(ctx, packs)
	})
	if err != nil {
		return nil, err
	}
	profiles, err := builtInProfiles(tree)
	if err != nil {
		return nil, err
	}
	builtIn := builtInIDs(profiles)
	for _, p := range o.profiles {
		if _, ok := profiles[p.ID]; ok {
			return nil, fmt.Errorf("there are two profiles %q; give yours another id", p.ID)
		}
		profiles[p.ID] = func() (*tender.Profile, error) { return p, nil }
	}
	return &Engine{library: library, profiles: profiles, builtIn: builtIn}, nil
}

// profile gives a profile, read when it is first asked for.
type profile func() (*tender.Profile, error)

// builtInProfiles are those of the tree. The embedded ones are known by the
// names of their files, as a test holds, and read when they are asked for: to
// read them all was a twentieth of a cold start (BenchmarkNew). Those of another
// tree are read now, so that New tells what is wrong with one.
func builtInProfiles(tree fs.FS) (map[string]profile, error) {
	names, err := fs.Glob(tree, "profile/*.yaml")
	if err == nil && len(names) == 0 { // a tree of policies alone
		tree = policies.FS
		names, err = fs.Glob(tree, "profile/*.yaml")
	}
	if err != nil {
		return nil, err
	}
	profiles := map[string]profile{}
	for _, name := range names {
		read := sync.OnceValues(func() (*tender.Profile, error) {
			data, err := fs.ReadFile(tree, name)
			if err != nil {
				return nil, err
			}
			return tender.ParseProfile(path.Base(name), data)
		})
		id := strings.TrimSuffix(path.Base(name), path.Ext(name))
		if tree != fs.FS(policies.FS) {
			p, err := read()
			if err != nil {
				return nil, err
			}
			id = p.ID
		}
		profiles[id] = read
	}
	return profiles, nil
}

// Profile returns the profile of that id, built in or added.
func (e *Engine) Profile(id string) (*tender.Profile, error) {
	if read, ok := e.profiles[id]; ok {
		return read()
	}
	return nil, fmt.Errorf("there is no profile %q; there are %s", id, quotedList(e.Profiles()))
}

// Profiles lists the ids of the profiles there are, in order.
func (e *Engine) Profiles() []string {
	ids := make([]string, 0, len(e.profiles))
	for id := range e.profiles {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// WritePolicyBundle writes all loaded policies as an OPA bundle (tar.gz), the
// same bytes each time. With the exported input of a screening, stock opa
// gives the same decision.
func (e *Engine) WritePolicyBundle(w io.Writer) error {
	return e.library.WriteBundle(w)
}

// chain is the profile and those that it extends, nearest first.
func (e *Engine) chain(p *tender.Profile) ([]*tender.Profile, error) {
	chain := []*tender.Profile{p}
	for p.Extends != "" {
		read, ok := e.profiles[p.Extends]
		if !ok {
			return nil, p.Fault("extends", fmt.Sprintf("there is no profile %q", p.Extends), "extend one of "+quotedList(e.Profiles()))
		}
		base, err := read()
		if err != nil {
			return nil, err
		}
		if slices.Contains(chain, base) {
			return nil, p.Fault("extends", "the profiles extend each other in a circle", "leave out extends in one of them")
		}
		chain = append(chain, base)
		p = base
	}
	return chain, nil
}

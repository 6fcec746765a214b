package policy

import (
	"context"
	"sync"
	"sync/atomic"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// chosenPackage is the package of the decision whose rules read the profile, the
// day and the catalogue alone, as TestChosenReadsNoEvidence holds.
var chosenPackage = dataRef("bidgate", "lib", "chosen")

// remembered is what those rules gave for one profile and one day. The next
// decision by the same two need not evaluate them again: two fifths of its steps
// (BenchmarkDecide, where all but the first are such).
type remembered struct {
	profile, day ast.Value
	text         []byte // that the profile was read from
	refs         []ast.Ref
	values       []*ast.Term
}

// memory holds what the last decision left. It is safe for concurrent use: what
// it holds is never changed.
type memory struct {
	last  atomic.Pointer[remembered]
	first sync.Mutex // held while the first is foreseen
}

// Foresee works out what the first decision takes from the profile, the day and
// the catalogue, which can be told before the evidence is read: two fifths of
// its steps, that need not be waited for (BenchmarkCold). The input has those two and
// may lack all else; it is not asked for where a decision was made before. What
// goes wrong, the decision tells.
func (l *Library) Foresee(ctx context.Context, input func() (Input, error)) {
	if l.memory.last.Load() != nil || !l.units[decisionUnit].sound || !l.memory.first.TryLock() {
		return
	}
	defer l.memory.first.Unlock()
	q, err := l.units[decisionUnit].query(chosenPackage.String(), func(*ast.Compiler) ast.Body {
		return ast.NewBody(ast.Equality.Expr(ast.NewTerm(answer), ast.NewTerm(chosenPackage)))
	})
	if err != nil {
		return
	}
	in, err := input()
	if err != nil {
		return
	}
	cache := topdown.NewVirtualCache()
	if v, err := l.run(ctx, q, in, base{catalogue: l.described}, cache, nil); err == nil && v != nil {
		l.memory.keep(in, q.unit.compiler, cache)
	}
}

// latest is what the last decision left, or what the first will take.
func (m *memory) latest() *remembered {
	if m.last.Load() == nil {
		m.first.Lock()
		defer m.first.Unlock()
	}
	return m.last.Load()
}

var (
	profileKey = ast.StringTerm("profile")
	dayKey     = ast.StringTerm("as_of")
)

// recall gives a cache for one evaluation, and whether it holds what is
// remembered of this profile and day.
func (m *memory) recall(in Input) (cache topdown.VirtualCache, known bool) {
	cache = topdown.NewVirtualCache()
	profile, day := in.value.Get(profileKey), in.value.Get(dayKey)
	last := m.latest()
	if last == nil || profile == nil || day == nil || !sameValue(last.profile, profile.Value) || !sameValue(last.day, day.Value) {
		return cache, false
	}
	for i, ref := range last.refs {
		cache.Put(ref, last.values[i])
	}
	return cache, true
}

// keep remembers what an evaluation without an error left in its cache.
func (m *memory) keep(in Input, c *ast.Compiler, cache topdown.VirtualCache) {
	profile, day := in.value.Get(profileKey), in.value.Get(dayKey)
	if profile == nil || day == nil {
		return
	}
	now := &remembered{profile: profile.Value, text: in.profile, day: day.Value}
	for _, rule := range c.GetRulesWithPrefix(chosenPackage) {
		ref := rule.Ref()
		if value, _ := cache.Get(ref); value != nil {
			now.refs, now.values = append(now.refs, ref), append(now.values, value)
		}
	}
	m.last.Store(now)
}

// sameValue is Equal, but for values that differ in their hash, which values
// know of themselves.
func sameValue(a, b ast.Value) bool { return a == b || a.Hash() == b.Hash() && a.Compare(b) == 0 }

// shared are caches of rules that the requirements of one screening use in
// common, one for each goroutine: a helper that several read is evaluated once.
type shared chan topdown.VirtualCache

// sharedText is the size of the input above which helpers are evaluated for
// each requirement: what they give then is kept for as long as all requirements
// take, and of a large SBOM that is much.
const sharedText = 1 << 20

// share makes caches for so many goroutines; nil where nothing is to be shared.
func share(workers int, in Input, tracer topdown.QueryTracer) shared {
	if tracer != nil || len(in.text) > sharedText {
		return nil
	}
	s := make(shared, max(workers, 1))
	for range cap(s) {
		s <- topdown.NewVirtualCache()
	}
	return s
}

func (s shared) take() topdown.VirtualCache {
	if s == nil {
		return nil
	}
	return <-s
}

// back takes a cache back. One of an evaluation that had an error is thrown
// away: it holds as undefined what was in error, and the next requirement that
// reads it must meet the error itself.
func (s shared) back(cache topdown.VirtualCache, sound bool) {
	switch {
	case s == nil:
	case sound:
		s <- cache
	default:
		s <- topdown.NewVirtualCache()
	}
}

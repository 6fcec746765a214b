package advisory

import (
	"sync"
	"sync/atomic"
)

// kept is a chunk that was read and held to its digest. Its bytes never change.
type kept struct {
	data []byte
	used atomic.Bool // since the cache last looked at it
}

func (k *kept) use() []byte {
	if !k.used.Load() {
		k.used.Store(true)
	}
	return k.data
}

// slot is the place of a chunk while the cache keeps it.
type slot = atomic.Pointer[kept]

// cache bounds how many chunks are kept. When it is full, one goes that nobody
// used since the cache last looked at it. It is safe for concurrent use.
type cache struct {
	mu    sync.Mutex
	limit int
	slots []*slot // of the chunks that are kept
	hand  int     // which is looked at next
}

func newCache(limit int) *cache { return &cache{limit: limit} }

// put keeps a chunk in its slot. Where two readers bring the same chunk, the
// later one stays.
func (c *cache) put(s *slot, k *kept) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if s.Swap(k) != nil {
		return
	}
	if len(c.slots) < c.limit {
		c.slots = append(c.slots, s)
		return
	}
	for c.slots[c.hand].Load().used.Swap(false) {
		c.hand = (c.hand + 1) % c.limit
	}
	c.slots[c.hand].Store(nil)
	c.slots[c.hand] = s
	c.hand = (c.hand + 1) % c.limit
}

package advisory

import (
	"crypto/sha256"
	"fmt"
	"io"
	"sync"
)

// A set file is read in chunks, and each chunk is held to its digest when it is
// read: digests of chunks stand in chunks of their own, up to one digest in the
// header (as fs-verity does it). So opening costs the same whatever the size,
// and no byte is used that the digest of the set does not cover.
const (
	chunkSize  = 4 << 10
	perChunk   = chunkSize / sha256.Size // digests in one chunk
	cacheLimit = 8 << 10                 // chunks in each generation: 32 MiB
)

type sum = [sha256.Size]byte

// level is one layer of a set file: level 0 is the body, level n+1 holds the
// digests of the chunks of level n.
type level struct{ off, size int64 }

// chunks reads a set file chunk by chunk.
type chunks struct {
	file   io.ReaderAt
	name   string // for complaints
	levels []level
	root   sum // digest of the only chunk of the last level
	cache  *cache
	set    int // tells the set's chunks from those of others in the cache
}

// layers gives the levels of a body that begins at off, and where they end.
func layers(off, size int64) ([]level, int64) {
	var list []level
	for {
		list = append(list, level{off, size})
		off += size
		if size <= chunkSize {
			return list, off
		}
		size = (size + chunkSize - 1) / chunkSize * sha256.Size
	}
}

// chunk gives a chunk of a level, which the caller must not change.
func (c *chunks) chunk(at int, n int64) ([]byte, error) {
	key := chunkKey{c.set, at, n}
	if data, ok := c.cache.get(key); ok {
		return data, nil
	}
	l := c.levels[at]
	size := min(chunkSize, l.size-n*chunkSize)
	if n < 0 || size < 0 {
		return nil, c.damaged("it points outside itself")
	}
	want := c.root
	if at+1 < len(c.levels) {
		parent, err := c.chunk(at+1, n/perChunk)
		if err != nil {
			return nil, err
		}
		copy(want[:], parent[n%perChunk*sha256.Size:])
	}
	data := make([]byte, size)
	if got, err := c.file.ReadAt(data, l.off+n*chunkSize); got < len(data) {
		return nil, c.damaged(fmt.Sprintf("it ends early: %v", err))
	}
	if sha256.Sum256(data) != want {
		return nil, c.damaged(fmt.Sprintf("the bytes from %d on are not those that were stored", l.off+n*chunkSize))
	}
	c.cache.put(key, data)
	return data, nil
}

// read gives a part of the body, which the caller must not change.
func (c *chunks) read(off, size int64) ([]byte, error) {
	if body := c.levels[0].size; off < 0 || size < 0 || off > body || size > body-off {
		return nil, c.damaged("it points outside itself")
	}
	n, from := off/chunkSize, off%chunkSize
	if size == 0 {
		return nil, nil
	}
	if from+size <= chunkSize {
		data, err := c.chunk(0, n)
		if err != nil {
			return nil, err
		}
		return data[from : from+size], nil
	}
	all := make([]byte, 0, size)
	for int64(len(all)) < size {
		data, err := c.chunk(0, n)
		if err != nil {
			return nil, err
		}
		data = data[from:]
		all = append(all, data[:min(int64(len(data)), size-int64(len(all)))]...)
		n, from = n+1, 0
	}
	return all, nil
}

func (c *chunks) damaged(what string) error {
	return &DamageError{File: c.name, What: what}
}

// DamageError tells of a stored set that is not as it was stored. The data in
// it must be imported again.
type DamageError struct {
	File string // within the store
	What string
}

func (e *DamageError) Error() string {
	return fmt.Sprintf("%s: the stored data set is damaged (%s): import it again", e.File, e.What)
}

type chunkKey struct {
	set, level int
	n          int64
}

// cache keeps chunks that were read, in two generations: when the young one is
// full it becomes the old one. It is safe for concurrent use.
type cache struct {
	mu         sync.Mutex
	limit      int
	young, old map[chunkKey][]byte
}

func newCache(limit int) *cache {
	return &cache{limit: limit, young: map[chunkKey][]byte{}}
}

func (c *cache) get(key chunkKey) ([]byte, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	data, ok := c.young[key]
	if !ok {
		if data, ok = c.old[key]; ok {
			c.add(key, data)
		}
	}
	return data, ok
}

func (c *cache) put(key chunkKey, data []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.add(key, data)
}

func (c *cache) add(key chunkKey, data []byte) {
	if len(c.young) >= c.limit {
		c.old, c.young = c.young, make(map[chunkKey][]byte, c.limit)
	}
	c.young[key] = data
}

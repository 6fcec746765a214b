package advisory

import (
	"crypto/sha256"
	"fmt"
	"io"
)

// A set file is read in chunks, and each chunk is held to its digest when it is
// read: digests of chunks stand in chunks of their own, up to one digest in the
// header (as fs-verity does it). So opening costs the same whatever the size,
// and no byte is used that the digest of the set does not cover. Larger reads
// were measured and cost more: who looks packages up jumps about.
const (
	chunkSize  = 4 << 10
	perChunk   = chunkSize / sha256.Size // digests in one chunk
	cacheLimit = 16 << 10                // chunks: 64 MiB
)

type sum = [sha256.Size]byte

// level is one layer of a set file: level 0 is the body, level n+1 holds the
// digests of the chunks of level n.
type level struct{ off, size int64 }

// chunks reads a set file chunk by chunk. It is safe for concurrent use.
type chunks struct {
	file   io.ReaderAt
	name   string // for complaints
	levels []level
	root   sum // digest of the only chunk of the last level
	cache  *cache
	slots  [][]slot // of the chunks of each level
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

// newSlots makes room for the chunks of every level.
func newSlots(levels []level) [][]slot {
	slots := make([][]slot, len(levels))
	for i, l := range levels {
		slots[i] = make([]slot, max(1, (l.size+chunkSize-1)/chunkSize))
	}
	return slots
}

// chunk gives a chunk of a level, which the caller must not change.
func (c *chunks) chunk(at int, n int64) ([]byte, error) {
	if n < 0 || n >= int64(len(c.slots[at])) {
		return nil, c.damaged("it points outside itself")
	}
	s := &c.slots[at][n]
	if k := s.Load(); k != nil {
		return k.use(), nil
	}
	want := c.root
	if at+1 < len(c.levels) {
		parent, err := c.chunk(at+1, n/perChunk)
		if err != nil {
			return nil, err
		}
		copy(want[:], parent[n%perChunk*sha256.Size:])
	}
	l := c.levels[at]
	k := &kept{data: make([]byte, min(chunkSize, l.size-n*chunkSize))}
	if got, err := c.file.ReadAt(k.data, l.off+n*chunkSize); got < len(k.data) {
		return nil, c.damaged(fmt.Sprintf("it ends early: %v", err))
	}
	if sha256.Sum256(k.data) != want {
		return nil, c.damaged(fmt.Sprintf("the bytes from %d on are not those that were stored", l.off+n*chunkSize))
	}
	c.cache.put(s, k)
	return k.data, nil
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

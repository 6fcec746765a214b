package advisory

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"io"
	"math/bits"
	"slices"

	"github.com/go-json-experiment/json"
)

// row is one record on its way into a set file.
type row struct {
	order string // rows with near order are stored near each other
	id    string // with it, order is total
	body  []byte
	text  string
	keys  []string
}

// writeTable writes a set file with the rows, which it sorts: equal rows and
// head give equal bytes. The head needs its places filled in, which are known
// before the first byte is written.
func writeTable(w io.Writer, head header, rows []row) (digest string, size int64, err error) {
	slices.SortFunc(rows, func(a, b row) int {
		return cmp.Or(cmp.Compare(a.order, b.order), cmp.Compare(a.id, b.id), bytes.Compare(a.body, b.body))
	})
	body := &body{}
	body.records(rows)
	head.Texts = body.size
	for _, r := range rows {
		body.add([]byte(r.text))
	}
	head.Postings = body.size
	body.postings(rows)
	head.Keys = body.size
	head.FanBits = body.index()
	head.Fans = body.size - (1<<head.FanBits+1)*fanSize
	head.Body = body.size
	if len(body.keys) > maxKeys {
		return "", 0, errTooLarge
	}
	root, above := digests(body.parts)
	head.Root = hex.EncodeToString(root[:])
	front, err := frontOf(head)
	if err != nil {
		return "", 0, err
	}
	hash := sha256.Sum256(front)
	for _, part := range slices.Concat([][]byte{front}, body.parts, above) {
		n, err := w.Write(part)
		if err != nil {
			return "", 0, err
		}
		size += int64(n)
	}
	return "sha256:" + hex.EncodeToString(hash[:]), size, nil
}

func frontOf(head header) ([]byte, error) {
	text, err := json.Marshal(head)
	if err != nil {
		return nil, err
	}
	if len(text) > maxHeader {
		return nil, errTooLarge
	}
	front := binary.BigEndian.AppendUint32([]byte(magic), uint32(len(text))) //nolint:gosec // at most maxHeader
	return append(front, text...), nil
}

// body grows in parts of the size of a chunk, so that no large piece of memory
// is moved.
type body struct {
	parts  [][]byte
	size   int64
	places []int64 // of the records
	keys   []key
}

type key struct {
	hash uint64
	at   int64
}

func (b *body) add(data []byte) {
	b.size += int64(len(data))
	for len(data) > 0 {
		if len(b.parts) == 0 || len(b.parts[len(b.parts)-1]) == chunkSize {
			b.parts = append(b.parts, make([]byte, 0, chunkSize))
		}
		last := &b.parts[len(b.parts)-1]
		n := min(len(data), chunkSize-len(*last))
		*last, data = append(*last, data[:n]...), data[n:]
	}
}

// sized adds what stands behind its own length.
func (b *body) sized(data []byte) {
	b.add(binary.AppendUvarint(nil, uint64(len(data))))
	b.add(data)
}

func (b *body) records(rows []row) {
	b.places = make([]int64, len(rows))
	text, record := uint64(0), []byte{}
	for i, r := range rows {
		b.places[i] = b.size
		record = binary.AppendUvarint(record[:0], text)
		record = binary.AppendUvarint(record, uint64(len(r.text)))
		b.sized(append(record, r.body...))
		text += uint64(len(r.text))
	}
}

// postings adds the postings in the order of their keys: those of packages of
// one ecosystem lie together.
func (b *body) postings(rows []row) {
	type link struct {
		key string
		row int
	}
	var links []link
	for i, r := range rows {
		for _, key := range r.keys {
			links = append(links, link{key, i})
		}
	}
	slices.SortFunc(links, func(x, y link) int { return cmp.Or(cmp.Compare(x.key, y.key), cmp.Compare(x.row, y.row)) })
	links = slices.Compact(links)
	posting := []byte{}
	for i := 0; i < len(links); {
		name, last := links[i].key, int64(0)
		posting = binary.AppendUvarint(posting[:0], uint64(len(name)))
		posting = append(posting, name...)
		for ; i < len(links) && links[i].key == name; i++ {
			at := b.places[links[i].row]
			posting = binary.AppendUvarint(posting, uint64(at-last)) //nolint:gosec // places rise
			last = at
		}
		b.keys = append(b.keys, key{hashOf(name), b.size})
		b.sized(posting)
	}
}

// index adds keys and fans, and gives the bits of a fan.
func (b *body) index() int {
	slices.SortFunc(b.keys, func(x, y key) int { return cmp.Or(cmp.Compare(x.hash, y.hash), cmp.Compare(x.at, y.at)) })
	fanBits := bits.Len(uint(len(b.keys) / perFan))
	fans := make([]uint32, 1<<fanBits+1)
	pair := make([]byte, keySize)
	for _, k := range b.keys {
		binary.BigEndian.PutUint64(pair, k.hash)
		binary.BigEndian.PutUint64(pair[8:], uint64(k.at)) //nolint:gosec // not negative
		b.add(pair)
		fans[k.hash>>(64-fanBits)+1]++
	}
	n := uint32(0)
	for _, count := range fans {
		n += count
		b.add(binary.BigEndian.AppendUint32(nil, n))
	}
	return fanBits
}

// digests gives the parts of the levels above the body, and the root.
func digests(parts [][]byte) (root sum, above [][]byte) {
	for len(parts) > 1 {
		next := &body{}
		for _, part := range parts {
			hash := sha256.Sum256(part)
			next.add(hash[:])
		}
		above, parts = append(above, next.parts...), next.parts
	}
	if len(parts) == 0 {
		return sha256.Sum256(nil), nil
	}
	return sha256.Sum256(parts[0]), above
}

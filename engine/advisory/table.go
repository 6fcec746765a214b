package advisory

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"io"
	"sort"
	"strings"

	"github.com/go-json-experiment/json"
)

// A set file is
//
//	magic · length of the header (4 bytes) · header (JSON) · body · digests
//
// and the set's digest is that of everything before the body. The body is
//
//	records · texts · postings · keys · fans
//
// A record is its length, the place and length of its text, and its bytes. A
// posting is a key and the places of the records that it finds. Keys are pairs
// of the key's hash and its posting's place, sorted by hash; fans say where the
// hashes with the same first bits begin, so that a key is found by one look at
// few neighbours and one that is not there costs no read of the body.
const (
	magic     = "bidgate data 1\n\x00"
	maxHeader = 1 << 20
	keySize   = 16
	fanSize   = 4
	perFan    = 16 // keys to a fan, about
	maxKeys   = 1 << 31
)

// header is what a set file says of itself.
type header struct {
	Kind       Kind     `json:"kind"`
	Format     string   `json:"format"`
	Date       string   `json:"date"`
	Records    int      `json:"records"`
	Withdrawn  int      `json:"withdrawn"`
	Skipped    int      `json:"skipped"`
	Ecosystems []string `json:"ecosystems"`
	Texts      int64    `json:"texts"` // where the texts begin in the body, and so on
	Postings   int64    `json:"postings"`
	Keys       int64    `json:"keys"`
	Fans       int64    `json:"fans"`
	FanBits    int      `json:"fan_bits"`
	Body       int64    `json:"body"` // its size
	Root       string   `json:"root"`
}

// table is an open set file.
type table struct {
	chunks
	head   header
	digest string
	size   int64
}

// openTable reads the header of a set file and checks that the file has the
// size that the header says.
func openTable(name string, file io.ReaderAt, size int64, c *cache) (*table, error) {
	t := &table{chunks: chunks{file: file, name: name, cache: c}, size: size}
	start := make([]byte, len(magic)+4)
	if n, _ := file.ReadAt(start, 0); n < len(start) || string(start[:len(magic)]) != magic {
		return nil, t.damaged("it does not begin as a data set of this version does")
	}
	length := int64(binary.BigEndian.Uint32(start[len(magic):]))
	if length > maxHeader || length > size {
		return nil, t.damaged("its header is too long")
	}
	front := make([]byte, int64(len(start))+length)
	if n, _ := file.ReadAt(front, 0); n < len(front) {
		return nil, t.damaged("it ends early")
	}
	digest := sha256.Sum256(front)
	t.digest = "sha256:" + hex.EncodeToString(digest[:])
	if err := json.Unmarshal(front[len(start):], &t.head, json.RejectUnknownMembers(true)); err != nil {
		return nil, t.damaged("its header cannot be read")
	}
	return t, t.place(int64(len(front)))
}

// place finds the parts of the file, and refuses a header that contradicts
// itself: a digest in the name covers it, yet a file may lie in no store.
func (t *table) place(body int64) error {
	h := t.head
	root, err := hex.DecodeString(h.Root)
	ordered := 0 <= h.Texts && h.Texts <= h.Postings && h.Postings <= h.Keys && h.Keys <= h.Fans && h.Fans <= h.Body && h.Body <= t.size
	if err != nil || len(root) != sha256.Size || !ordered || h.FanBits < 0 || h.FanBits > 32 ||
		(h.Fans-h.Keys)%keySize != 0 || (h.Fans-h.Keys)/keySize > maxKeys || h.Body-h.Fans != (1<<h.FanBits+1)*fanSize {
		return t.damaged("its header contradicts itself")
	}
	copy(t.root[:], root)
	var end int64
	if t.levels, end = layers(body, h.Body); end != t.size {
		return t.damaged("it is not as long as it was")
	}
	t.slots = newSlots(t.levels)
	return nil
}

// hashOf is where a key stands among the keys: those of packages, which are
// asked for most, stand together. SHA-256 leaves nobody a way to make keys that
// meet.
func hashOf(key string) uint64 {
	hash := sha256.Sum256([]byte(key))
	n := binary.BigEndian.Uint64(hash[:]) >> 1
	if !strings.HasPrefix(key, packageKey) {
		n |= 1 << 63
	}
	return n
}

// find gives the places of the records that a key finds; nil when there are none.
func (t *table) find(key string) ([]int64, error) {
	hash := hashOf(key)
	fan, err := t.read(t.head.Fans+int64(hash>>(64-t.head.FanBits))*fanSize, 2*fanSize) //nolint:gosec // at most 32 bits
	if err != nil {
		return nil, err
	}
	from, to := int64(binary.BigEndian.Uint32(fan)), int64(binary.BigEndian.Uint32(fan[fanSize:]))
	keys, err := t.read(t.head.Keys+from*keySize, (to-from)*keySize)
	if err != nil {
		return nil, err
	}
	n := len(keys) / keySize
	i := sort.Search(n, func(i int) bool { return binary.BigEndian.Uint64(keys[i*keySize:]) >= hash })
	for ; i < n && binary.BigEndian.Uint64(keys[i*keySize:]) == hash; i++ {
		at := int64(binary.BigEndian.Uint64(keys[i*keySize+8:])) //nolint:gosec // read refuses what is out of range
		places, found, err := t.posting(at, key)
		if err != nil || found {
			return places, err
		}
	}
	return nil, nil
}

// posting reads the posting at a place, if it is the key's.
func (t *table) posting(at int64, key string) (places []int64, found bool, err error) {
	data, _, err := t.sized(at)
	if err != nil {
		return nil, false, err
	}
	got, rest, ok := cutBytes(data)
	if !ok {
		return nil, false, t.damaged("a posting is cut off")
	}
	if !bytes.Equal(got, []byte(key)) {
		return nil, false, nil
	}
	last := int64(0)
	for len(rest) > 0 {
		step, n := binary.Uvarint(rest)
		if n <= 0 {
			return nil, false, t.damaged("a posting is cut off")
		}
		last += int64(step) //nolint:gosec // read refuses what is out of range
		places, rest = append(places, last), rest[n:]
	}
	return places, true, nil
}

// sized reads what begins with its own length, and gives where it ends.
func (t *table) sized(at int64) (data []byte, end int64, err error) {
	front, err := t.read(at, min(binary.MaxVarintLen64, max(0, t.head.Body-at)))
	if err != nil {
		return nil, 0, err
	}
	length, n := binary.Uvarint(front)
	if n <= 0 || length > uint64(t.head.Body) { //nolint:gosec // Body is not negative
		return nil, 0, t.damaged("it points outside itself")
	}
	data, err = t.read(at+int64(n), int64(length))  //nolint:gosec // compared above
	return data, at + int64(n) + int64(length), err //nolint:gosec // compared above
}

// record reads the record at a place.
func (t *table) record(at int64) (r stored, end int64, err error) {
	data, end, err := t.sized(at)
	if err != nil {
		return r, 0, err
	}
	place, n := binary.Uvarint(data)
	length, m := 0, 0
	if n > 0 {
		var l uint64
		l, m = binary.Uvarint(data[n:])
		length = int(min(l, 1<<31)) //nolint:gosec // read refuses what is out of range
	}
	if n <= 0 || m <= 0 {
		return r, 0, t.damaged("a record is cut off")
	}
	return stored{body: data[n+m:], text: int64(place), textSize: int64(length)}, end, nil //nolint:gosec // read refuses what is out of range
}

// text reads the text of a record.
func (t *table) text(r stored) (string, error) {
	data, err := t.read(t.head.Texts+r.text, r.textSize)
	return string(data), err
}

// stored is a record as it lies in the file.
type stored struct {
	body           []byte
	text, textSize int64
}

// each calls for every record, in the order in which they are stored.
func (t *table) each(call func(stored) error) error {
	for at := int64(0); at < t.head.Texts; {
		r, end, err := t.record(at)
		if err != nil {
			return err
		}
		if err := call(r); err != nil {
			return err
		}
		at = end
	}
	return nil
}

// verify reads every byte.
func (t *table) verify() error {
	fresh := t.chunks
	fresh.cache, fresh.slots = newCache(1<<8), newSlots(t.levels)
	for at := range fresh.levels {
		for n := int64(0); n*chunkSize < fresh.levels[at].size; n++ {
			if _, err := fresh.chunk(at, n); err != nil {
				return err
			}
		}
	}
	return nil
}

// cutBytes takes bytes off that stand behind their length.
func cutBytes(data []byte) (taken, rest []byte, ok bool) {
	length, n := binary.Uvarint(data)
	if n <= 0 || length > uint64(len(data)-n) { //nolint:gosec // n is at most len(data)
		return nil, nil, false
	}
	end := n + int(length) //nolint:gosec // compared above
	return data[n:end], data[end:], true
}

var errTooLarge = errors.New("the data set is larger than a set may be")

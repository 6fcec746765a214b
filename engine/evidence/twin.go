package evidence

import (
	"math"
	"sort"
)

// twinPlace pairs an offset in a twin with the offset in the document that it
// was written from.
type twinPlace struct{ twin, document uint32 }

// original is the document that a source's bytes are the twin of. Its places
// are in order.
type original struct {
	data   []byte
	places []twinPlace
}

// offset is the place in the document of an offset in the twin: that of the
// last value which begins at or before it.
func (o *original) offset(twin int64) int64 {
	i := sort.Search(len(o.places), func(i int) bool { return int64(o.places[i].twin) > twin })
	if i == 0 {
		return 0
	}
	return int64(o.places[i-1].document)
}

// mark notes that what is written next is of this offset in the document.
// Beyond 4 GiB, which no limit allows by default, places stay where they were.
func (t *xmlTwin) mark(document int) {
	if len(t.out) > math.MaxUint32 || document > math.MaxUint32 {
		return
	}
	t.places = append(t.places, twinPlace{uint32(len(t.out)), uint32(document)})
}

package evidence

import (
	"cmp"
	"hash/maphash"
	"iter"
	"math/bits"
	"slices"
	"strconv"
)

// listed is an element of a list that must have no equals. Its mark is a digest
// of what tells it from others; what is equal has one mark.
type listed struct {
	mark      uint64
	at, index int
}

// repeat is an element and the first one that it equals.
type repeat struct{ later, earlier listed }

// repeated finds the elements that equal an earlier one, in their order. Of
// those with one mark the whole is digested, and of those with one digest it is
// compared.
func (s *scanner) repeated(list []listed) []repeat {
	if !someAlike(list) {
		return nil
	}
	var found []repeat
	for alike := range marked(list) {
		for i := range alike {
			alike[i].mark, _ = s.digest(alike[i].at)
		}
		for equal := range marked(alike) {
			found = s.repeatedOf(equal, found)
		}
	}
	slices.SortFunc(found, func(a, b repeat) int { return cmp.Compare(a.later.index, b.later.index) })
	return found
}

// someAlike reports whether two elements have one mark. In nearly all lists none
// have, and to sort them all was a quarter of the validation of 100,000
// components (BenchmarkSchema/schema).
func someAlike(list []listed) bool {
	if len(list) <= 8 {
		for i := range list {
			for j := range i {
				if list[i].mark == list[j].mark {
					return true
				}
			}
		}
		return false
	}
	shift := bits.LeadingZeros64(uint64(len(list))) - 1 // at least half of the slots stay free
	slots := make([]uint64, 1<<(64-shift))
	for _, element := range list {
		mark := max(element.mark, 1)                  // 0 is a free slot
		at := int(mark * 0x9E3779B97F4A7C15 >> shift) //nolint:gosec // as many bits as there are slots
		for slots[at] != 0 {
			if slots[at] == mark {
				return true
			}
			at = (at + 1) % len(slots)
		}
		slots[at] = mark
	}
	return false
}

// marked sorts a list by mark, and gives what has a mark that others have too.
func marked(list []listed) iter.Seq[[]listed] {
	slices.SortFunc(list, func(a, b listed) int {
		if a.mark != b.mark {
			return cmp.Compare(a.mark, b.mark)
		}
		return cmp.Compare(a.index, b.index)
	})
	return func(yield func([]listed) bool) {
		for len(list) > 0 {
			alike := 1
			for alike < len(list) && list[alike].mark == list[0].mark {
				alike++
			}
			if alike > 1 && !yield(list[:alike]) {
				return
			}
			list = list[alike:]
		}
	}
}

// repeatedOf appends the repeats among elements of one digest.
func (s *scanner) repeatedOf(alike []listed, found []repeat) []repeat {
	first := map[string]listed{}
	for _, l := range alike {
		value := string(s.canonical(nil, l.at))
		if earlier, there := first[value]; there {
			found = append(found, repeat{later: l, earlier: earlier})
		} else {
			first[value] = l
		}
	}
	return found
}

// identity is a digest of an element: of its reference alone where it has one, for
// those are seldom the same, and to digest whole components was a third of the
// validation of 100,000 (BenchmarkSchema/schema).
func (s *scanner) identity(at int) uint64 {
	if s.data[at] == '{' {
		for i := s.separator(at + 1); s.data[i] != '}'; {
			end := s.stringEnd(i)
			name := s.content(i, end)
			reference := string(name) == "bom-ref" || string(name) == "ref"
			i = s.separator(end)
			if reference {
				digest, _ := s.digest(i)
				return digest
			}
			i = s.separator(s.skip(i))
		}
	}
	digest, _ := s.digest(at)
	return digest
}

// digest returns a digest of the value at at, the same for all ways to write
// one value, and the offset after it. The members of an object count in any
// order.
func (s *scanner) digest(at int) (uint64, int) {
	switch s.data[at] {
	case '"':
		end := s.stringEnd(at)
		return maphash.Bytes(digestSeed, s.content(at, end)), end
	case '{':
		sum := uint64(1)
		i := s.separator(at + 1)
		for s.data[i] != '}' {
			name, end := s.digest(i)
			value, end := s.digest(s.separator(end))
			sum += mix(name, value)
			i = s.separator(end)
		}
		return mix(sum, '{'), i + 1
	case '[':
		sum := uint64('[')
		i := s.separator(at + 1)
		for s.data[i] != ']' {
			value, end := s.digest(i)
			sum = mix(sum, value)
			i = s.separator(end)
		}
		return mix(sum, ']'), i + 1
	}
	end := s.plainEnd(at)
	return mix(maphash.Bytes(digestSeed, s.plain(at, end)), '0'), end
}

// mix makes one digest of two, in which their order counts.
func mix(a, b uint64) uint64 {
	h := (a ^ b*0x9E3779B97F4A7C15) * 0xBF58476D1CE4E5B9
	return h ^ h>>29
}

// plain is a number, true, false or null in the one way to write it.
func (s *scanner) plain(at, end int) []byte {
	raw := s.data[at:end]
	if raw[0] > '9' || wholeLiteral(raw) {
		return raw
	}
	return []byte(rational(string(raw)).RatString())
}

// canonical appends the value at at in the one way to write it.
func (s *scanner) canonical(dst []byte, at int) []byte {
	switch s.data[at] {
	case '"':
		return strconv.AppendQuote(dst, string(s.content(at, s.stringEnd(at))))
	case '{':
		var members []string
		for i := s.separator(at + 1); s.data[i] != '}'; {
			value := s.separator(s.stringEnd(i))
			member := append(s.canonical(nil, i), ':')
			members = append(members, string(s.canonical(member, value)))
			i = s.separator(s.skip(value))
		}
		slices.Sort(members)
		dst = append(dst, '{')
		for _, m := range members {
			dst = append(append(dst, m...), ',')
		}
		return append(dst, '}')
	case '[':
		dst = append(dst, '[')
		for i := s.separator(at + 1); s.data[i] != ']'; i = s.separator(s.skip(i)) {
			dst = append(s.canonical(dst, i), ',')
		}
		return append(dst, ']')
	}
	return append(dst, s.plain(at, s.plainEnd(at))...)
}

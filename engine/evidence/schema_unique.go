package evidence

import (
	"cmp"
	"hash/maphash"
	"slices"
	"strconv"
)

// listed is an element of a list that must have no equals.
type listed struct {
	digest    uint64
	at, index int
}

// repeat is an element and the first one that it equals.
type repeat struct{ later, earlier listed }

// repeated finds the elements that equal an earlier one, in their order.
// Elements with one digest are compared in full.
func (s *scanner) repeated(list []listed) []repeat {
	slices.SortFunc(list, func(a, b listed) int {
		return cmp.Or(cmp.Compare(a.digest, b.digest), cmp.Compare(a.index, b.index))
	})
	var found []repeat
	for len(list) > 0 {
		alike := 1
		for alike < len(list) && list[alike].digest == list[0].digest {
			alike++
		}
		if alike > 1 {
			found = s.repeatedOf(list[:alike], found)
		}
		list = list[alike:]
	}
	slices.SortFunc(found, func(a, b repeat) int { return cmp.Compare(a.later.index, b.later.index) })
	return found
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

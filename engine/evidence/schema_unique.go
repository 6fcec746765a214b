package evidence

import (
	"bytes"
	"hash/maphash"
	"slices"
	"strconv"
)

// listed is an element of a list that must have no equals.
type listed struct {
	digest    uint64
	at, index int
}

// repeated finds the first element that equals an earlier one. Elements with
// one digest are compared in full.
func (s *scanner) repeated(list []listed) (later, earlier listed, found bool) {
	slices.SortFunc(list, func(a, b listed) int {
		switch {
		case a.digest < b.digest:
			return -1
		case a.digest > b.digest:
			return 1
		}
		return a.index - b.index
	})
	for i := 1; i < len(list); i++ {
		if list[i].digest != list[i-1].digest || found && list[i].index > later.index {
			continue
		}
		if bytes.Equal(s.canonical(nil, list[i].at), s.canonical(nil, list[i-1].at)) {
			later, earlier, found = list[i], list[i-1], true
		}
	}
	return later, earlier, found
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

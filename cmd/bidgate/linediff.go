package main

// mendedLine is one line that was changed, taken out or added in the copy.
type mendedLine struct {
	File string `json:"file"`
	Line int    `json:"line"` // in the file as it was
	Old  string `json:"old"`  // "" for one that was added
	New  string `json:"new"`  // "" for one that was taken out
}

// maxDiffLines bounds the lines that are compared with each other; beyond it a
// whole stretch counts as changed.
const maxDiffLines = 3000

// changedLines compares two texts line by line. A line that takes the place of
// another is one entry.
func changedLines(file string, old, now []string) []mendedLine {
	first := 0
	for first < len(old) && first < len(now) && old[first] == now[first] {
		first++
	}
	end := 0
	for end < len(old)-first && end < len(now)-first && old[len(old)-1-end] == now[len(now)-1-end] {
		end++
	}
	kept := commonLines(old[first:len(old)-end], now[first:len(now)-end])
	kept = append(kept, [2]int{len(old) - end - first, len(now) - end - first})
	list := []mendedLine{}
	i, j := 0, 0
	for _, k := range kept {
		for ; i < k[0] || j < k[1]; i, j = min(i+1, k[0]), min(j+1, k[1]) {
			m := mendedLine{File: file, Line: first + i + 1}
			if i < k[0] {
				m.Old = old[first+i]
			}
			if j < k[1] {
				m.New = now[first+j]
			}
			list = append(list, m)
		}
		i, j = k[0]+1, k[1]+1
	}
	return list
}

// commonLines are the places of a longest list of lines that both have.
func commonLines(a, b []string) [][2]int {
	if len(a) > maxDiffLines || len(b) > maxDiffLines {
		return nil
	}
	length := make([][]int, len(a)+1)
	for i := range length {
		length[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			length[i][j] = max(length[i+1][j], length[i][j+1])
			if a[i] == b[j] {
				length[i][j] = length[i+1][j+1] + 1
			}
		}
	}
	var list [][2]int
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			list = append(list, [2]int{i, j})
			i, j = i+1, j+1
		case length[i+1][j] >= length[i][j+1]:
			i++
		default:
			j++
		}
	}
	return list
}

package evidence

// nodes makes the graph of what is delivered: by containment and by dependsOn.
func (t *bomTables) nodes() nodeGraph {
	g := nodeGraph{root: t.subject, count: len(t.refs.names), ofRow: make([]int32, len(t.rows))}
	fresh := func() int32 { g.count++; return int32(g.count - 1) }
	if g.root == noRef {
		g.root = fresh()
	}
	contains, dependsOn := pairs{}, newPairs(len(t.targets))
	for row := range t.rows {
		node := t.rowRefs[row]
		if node == noRef {
			node = fresh()
		}
		g.ofRow[row] = node
		switch c := &t.rows[row]; {
		case !delivered(c):
		case c.Parent >= 0:
			contains.add(g.ofRow[c.Parent], node)
		case c.From == "metadata":
			contains.add(g.root, node)
		}
	}
	for _, e := range t.edges {
		if e.ref == noRef {
			continue
		}
		for _, target := range t.targets[e.from:e.to] {
			if target != noRef {
				dependsOn.add(e.ref, target)
			}
		}
	}
	for i, from := range t.contained.from {
		contains.add(from, t.contained.to[i])
	}
	for _, id := range t.described {
		contains.add(g.root, id)
	}
	g.contains, g.dependsOn = contains.adjacency(g.count), dependsOn.adjacency(g.count)
	return g
}

// distances gives the least number of edges from the root to each node, -1
// where no path leads. Breadth first with a queue: the depth of a hostile
// graph is not the depth of the stack.
func (g *nodeGraph) distances(edges ...adjacency) []int {
	distance := make([]int, g.count)
	for n := range distance {
		distance[n] = -1
	}
	distance[g.root] = 0
	queue := append(make([]int32, 0, g.count), g.root)
	for head := 0; head < len(queue); head++ {
		n := queue[head]
		for _, a := range edges {
			for _, to := range a.to[a.start[n]:a.start[n+1]] {
				if distance[to] < 0 {
					distance[to] = distance[n] + 1
					queue = append(queue, to)
				}
			}
		}
	}
	return distance
}

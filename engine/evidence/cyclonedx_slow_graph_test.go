package evidence

import "strconv"

// slowGraph measures the graph by bom-refs as texts, walking again and again
// until nothing changes.
func slowGraph(doc map[string]any, parts []slowPart, facts map[string]any, add func(name, pointer string)) {
	known := map[string]bool{}
	metadata, _ := doc["metadata"].(map[string]any)
	subject, _ := metadata["component"].(map[string]any)
	root, _ := subject["bom-ref"].(string)
	known[root] = root != ""
	services := 0
	var service func(v any)
	service = func(v any) {
		items, _ := v.([]any)
		for _, item := range items {
			services++
			object, _ := item.(map[string]any)
			if ref, _ := object["bom-ref"].(string); ref != "" {
				known[ref] = true
			}
			service(object["services"])
		}
	}
	service(doc["services"])
	facts["services"] = services
	before := map[string]bool{}
	for ref := range known {
		before[ref] = known[ref]
	}
	owned := map[string][]string{}
	for _, p := range parts {
		if ref, _ := p.object["bom-ref"].(string); ref != "" {
			owned[ref] = append(owned[ref], p.pointer)
			known[ref] = true
		}
	}
	duplicates := 0
	for ref, pointers := range owned {
		duplicates += len(pointers)
		if !before[ref] {
			duplicates--
		}
	}
	facts["duplicates"] = duplicates
	rows, _ := doc["dependencies"].([]any)
	if len(rows) == 0 {
		return
	}
	edges := map[string][]string{}
	references, dangling := 0, 0
	for i, v := range rows {
		row, _ := v.(map[string]any)
		ref, _ := row["ref"].(string)
		targets, _ := row["dependsOn"].([]any)
		missing := 0
		if ref == "" || !known[ref] {
			missing++
		}
		for _, v := range targets {
			target, _ := v.(string)
			references++
			if target == "" || !known[target] {
				missing++
			}
			if ref != "" && target != "" {
				edges[ref] = append(edges[ref], target)
			}
		}
		dangling += missing
		if missing > 0 {
			add("dangling", "/dependencies/"+strconv.Itoa(i))
		}
		if ref != "" && ref == root {
			facts["root"] = true
		}
	}
	facts["edges"], facts["dangling references"] = references, dangling
	slowReach(root, edges, parts, facts, add)
}

func slowReach(root string, edges map[string][]string, parts []slowPart, facts map[string]any, add func(name, pointer string)) {
	near := map[string]int{}
	if root != "" {
		near[root] = 0
	}
	for changed := true; changed; {
		changed = false
		for from, targets := range edges {
			d, reached := near[from]
			if !reached {
				continue
			}
			for _, to := range targets {
				if have, ok := near[to]; !ok || have > d+1 {
					near[to], changed = d+1, true
				}
			}
		}
	}
	// Reached over containment too: by ref, and by pointer for what has none.
	far := map[string]bool{"ref " + root: root != "", "at ": true}
	for ref := range near {
		far["ref "+ref] = true
	}
	refOf := func(p slowPart) string { ref, _ := p.object["bom-ref"].(string); return ref }
	deliveredParts := []slowPart{}
	for _, p := range parts {
		if p.from == "components" || p.from == "nested" || p.from == "metadata" {
			deliveredParts = append(deliveredParts, p)
		}
	}
	for changed := true; changed; {
		changed = false
		reach := func(key string) {
			if !far[key] {
				far[key], changed = true, true
			}
		}
		for _, p := range deliveredParts {
			ref := refOf(p)
			if ref != "" && far["ref "+ref] {
				reach("at " + p.pointer)
			}
			contained := p.from == "metadata" && p.parent == "" || p.parent != "" && far["at "+p.parent]
			if contained {
				reach("at " + p.pointer)
			}
			if far["at "+p.pointer] && ref != "" {
				reach("ref " + ref)
			}
		}
		for from, targets := range edges {
			if far["ref "+from] {
				for _, to := range targets {
					reach("ref " + to)
				}
			}
		}
	}
	direct, depth := map[string]bool{}, 0
	for _, p := range deliveredParts {
		if !far["at "+p.pointer] {
			add("orphan", p.pointer)
		}
		if d, ok := near[refOf(p)]; ok && refOf(p) != "" {
			depth = max(depth, d)
			if d == 1 {
				direct[refOf(p)] = true
			}
		}
	}
	facts["direct"], facts["depth"] = len(direct), depth
}

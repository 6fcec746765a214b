package evidence

import (
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"

	packageurl "github.com/package-url/packageurl-go"
)

// slowPart is a component as the slow reading finds it in the tree that
// encoding/json makes.
type slowPart struct {
	pointer, from, parent string
	object                map[string]any // nil when it is no object
}

// slowParts collects the components of a document from every place, in any order.
func slowParts(doc map[string]any) []slowPart {
	var parts []slowPart
	var list func(v any, pointer, from, parent string)
	inside := func(object map[string]any, pointer, from, parent string) {
		inner := from
		if from == "components" {
			inner = "nested"
		}
		list(object["components"], pointer+"/components", inner, parent)
		pedigree, _ := object["pedigree"].(map[string]any)
		for _, key := range []string{"ancestors", "descendants", "variants"} {
			list(pedigree[key], pointer+"/pedigree/"+key, "pedigree", parent)
		}
	}
	list = func(v any, pointer, from, parent string) {
		items, _ := v.([]any)
		for i, item := range items {
			object, _ := item.(map[string]any)
			at := pointer + "/" + strconv.Itoa(i)
			parts = append(parts, slowPart{at, from, parent, object})
			inside(object, at, from, at)
		}
	}
	list(doc["components"], "/components", "components", "")
	metadata, _ := doc["metadata"].(map[string]any)
	subject, _ := metadata["component"].(map[string]any)
	inside(subject, "/metadata/component", "metadata", "")
	tools, _ := metadata["tools"].(map[string]any)
	list(tools["components"], "/metadata/tools/components", "tools", "")
	formulas, _ := doc["formulation"].([]any)
	for i, f := range formulas {
		formula, _ := f.(map[string]any)
		list(formula["components"], fmt.Sprintf("/formulation/%d/components", i), "formulation", "")
	}
	object := func(v any) map[string]any { o, _ := v.(map[string]any); return o }
	each := func(key string, take func(item map[string]any, pointer string)) {
		items, _ := doc[key].([]any)
		for i, item := range items {
			take(object(item), fmt.Sprintf("/%s/%d", key, i))
		}
	}
	list(object(object(doc["declarations"])["targets"])["components"], "/declarations/targets/components", "declarations", "")
	each("vulnerabilities", func(item map[string]any, pointer string) {
		list(object(item["tools"])["components"], pointer+"/tools/components", "vulnerabilities", "")
	})
	each("annotations", func(item map[string]any, pointer string) {
		if c, there := object(item["annotator"])["component"]; there {
			at := pointer + "/annotator/component"
			parts = append(parts, slowPart{at, "annotations", "", object(c)})
			inside(object(c), at, "annotations", at)
		}
	})
	return parts
}

// slowText is the state of one text member of an object.
func slowText(object map[string]any, key string, valid func(string) bool) State {
	v, there := object[key]
	if !there {
		return Absent
	}
	return slowValue(v, valid)
}

func slowValue(v any, valid func(string) bool) State {
	text, ok := v.(string)
	switch {
	case !ok:
		return Invalid
	case strings.TrimSpace(text) == "":
		return Absent
	case isPlaceholder(text), strings.EqualFold(strings.TrimSpace(text), "none"),
		strings.EqualFold(strings.TrimSpace(text), "(devel)"), strings.EqualFold(strings.TrimSpace(text), "0.0.0-unknown"):
		return Placeholder
	case valid != nil && !valid(text):
		return Invalid
	}
	return Stated
}

// slowBest is the state that tells most.
func slowBest(states ...State) State {
	for _, s := range []State{Stated, Withheld, Unknown, Invalid, Placeholder} {
		for _, have := range states {
			if have == s {
				return s
			}
		}
	}
	return Absent
}

// slowEach is the best state over the items of a list member.
func slowEach(object map[string]any, key string, state func(any) State) State {
	v, there := object[key]
	if !there {
		return Absent
	}
	items, ok := v.([]any)
	if !ok {
		return Invalid
	}
	states := []State{}
	for _, item := range items {
		states = append(states, state(item))
	}
	return slowBest(states...)
}

func slowParty(v any) State {
	party, ok := v.(map[string]any)
	if !ok {
		return Invalid
	}
	text := func(v any) State { return slowValue(v, nil) }
	return slowBest(slowText(party, "name", nil), slowText(party, "email", nil), slowEach(party, "url", text),
		slowEach(party, "contact", func(v any) State {
			contact, ok := v.(map[string]any)
			if !ok {
				return Absent // the contact is wrong, the e-mail address absent
			}
			return slowText(contact, "email", nil)
		}))
}

func slowPartyMember(object map[string]any, key string) State {
	if v, there := object[key]; there {
		return slowParty(v)
	}
	return Absent
}

func slowHash(v any) State {
	hash, ok := v.(map[string]any)
	if !ok {
		return Invalid
	}
	alg, content := slowText(hash, "alg", nil), slowText(hash, "content", nil)
	switch {
	case alg == Stated && content == Stated:
		name, text := hash["alg"].(string), hash["content"].(string)
		switch {
		case !validHash(name, []byte(text)):
			return Invalid
		case strings.Trim(text, text[:1]) == "": // a digit over and over
			return Placeholder
		}
		return Stated
	case alg != Stated && content != Stated:
		return slowBest(alg, content)
	case alg != Stated:
		return Invalid
	}
	return content
}

func slowLicence(v any) State {
	entry, ok := v.(map[string]any)
	if !ok {
		return Invalid
	}
	states := []State{slowText(entry, "expression", nil)}
	if licence, ok := entry["license"].(map[string]any); ok {
		states = append(states, slowText(licence, "id", nil), slowText(licence, "name", nil))
	}
	if best := slowBest(states...); best != Absent {
		return best
	}
	return Invalid
}

// slowStates derives the states of one component.
func slowStates(p slowPart) ComponentStates {
	o := p.object
	if o == nil {
		return ComponentStates{Invalid, Invalid, Invalid, Invalid, Invalid, Invalid, Invalid}
	}
	swid := Absent
	if v, there := o["swid"]; there {
		tag, _ := v.(map[string]any)
		swid = Invalid
		if slowText(tag, "tagId", nil) == Stated && slowText(tag, "name", nil) == Stated {
			swid = Stated
		}
	}
	parse := func(text string) bool { _, err := packageurl.FromString(text); return err == nil }
	states := ComponentStates{
		Name: slowText(o, "name", nil), Version: slowText(o, "version", nil),
		Identifier: slowBest(slowText(o, "purl", parse), slowText(o, "cpe", validCPE), swid,
			slowEach(o, "omniborId", func(v any) State { return slowValue(v, validOmniBOR) }),
			slowEach(o, "swhid", func(v any) State { return slowValue(v, validSWHID) })),
		Producer: slowBest(slowPartyMember(o, "manufacturer"), slowEach(o, "authors", slowParty),
			slowText(o, "author", nil), slowText(o, "publisher", nil)),
		Supplier: slowPartyMember(o, "supplier"),
		Hash: slowBest(slowEach(o, "hashes", slowHash), slowEach(o, "externalReferences", func(v any) State {
			ref, _ := v.(map[string]any)
			if ref["type"] != "distribution" {
				return Absent
			}
			return slowEach(ref, "hashes", slowHash)
		})),
		Licence: slowEach(o, "licenses", slowLicence),
	}
	// A list of references that is none says nothing of hashes.
	if _, ok := o["externalReferences"].([]any); !ok {
		states.Hash = slowEach(o, "hashes", slowHash)
	}
	slowDeclared(o, &states)
	return states
}

func slowDeclared(o map[string]any, states *ComponentStates) {
	fields := map[componentField]*State{nameField: &states.Name, versionField: &states.Version,
		identifierField: &states.Identifier, producerField: &states.Producer, supplierField: &states.Supplier,
		hashField: &states.Hash, licenceField: &states.Licence}
	properties, _ := o["properties"].([]any)
	for _, name := range []string{"cdx:cisa:unknown-information", "cdx:cisa:withheld-information"} {
		for _, v := range properties {
			property, _ := v.(map[string]any)
			value, _ := property["value"].(string)
			if property["name"] != name {
				continue
			}
			for _, word := range strings.Split(strings.ToLower(value), ",") {
				field, known := declaredFields[strings.TrimPrefix(strings.TrimSpace(word), "component ")]
				if !known {
					continue
				}
				if s := fields[field]; *s == Absent || *s == Placeholder || *s == Unknown {
					*s = declaringProperties[name]
				}
			}
		}
	}
}

// slowFacts is every list of the facts by pointer, and the counts.
func slowFacts(doc map[string]any) map[string]any {
	parts := slowParts(doc)
	facts := map[string]any{}
	lists := map[string][]string{}
	add := func(name, pointer string) { lists[name] = append(lists[name], pointer) }
	all, software := 0, 0
	for _, p := range parts {
		if !slices.Contains([]string{"components", "nested", "metadata"}, p.from) {
			continue
		}
		all++
		kind, _ := p.object["type"].(string)
		isSoft := !map[string]bool{"file": true, "data": true, "device": true,
			"machine-learning-model": true, "cryptographic-asset": true}[kind]
		if isSoft {
			software++
		}
		s := slowStates(p)
		for name, state := range map[string]State{"name": s.Name, "version": s.Version, "identifier": s.Identifier,
			"producer": s.Producer, "supplier": s.Supplier, "hash": s.Hash, "licence": s.Licence} {
			add("all "+name+" "+string(state), p.pointer)
			if isSoft {
				add("software "+name+" "+string(state), p.pointer)
			}
		}
	}
	facts["all"], facts["software"] = all, software
	slowGraph(doc, parts, facts, add)
	for name, list := range lists {
		sort.Strings(list)
		facts[name] = list
	}
	return facts
}

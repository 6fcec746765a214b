package evidence

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// The name spaces of a .tm7 file. It is a dump of objects of the tool: which
// prefix stands for which of them is up to the writer.
const (
	tmtModel     = "http://schemas.datacontract.org/2004/07/ThreatModeling.Model"
	tmtAbstracts = tmtModel + ".Abstracts"
	tmtKnowledge = "http://schemas.datacontract.org/2004/07/ThreatModeling.KnowledgeBase"
	tmtArrays    = "http://schemas.microsoft.com/2003/10/Serialization/Arrays"
	xmlInstance  = "http://www.w3.org/2001/XMLSchema-instance"
)

// tmtNames are the elements that are read, by name space. All others are
// passed over, the knowledge base among them, which is most of a file.
var tmtNames = map[string][]string{
	tmtModel: {
		"ThreatModel", "DrawingSurfaceList", "DrawingSurfaceModel", "Borders", "Lines", "ThreatInstances", "MetaInformation", "Version",
		"Assumptions", "Contributors", "ExternalDependencies", "HighLevelSystemDescription", "Owner", "Reviewer", "ThreatModelName",
	},
	tmtAbstracts: {"Guid", "TypeId", "Properties", "SourceGuid", "TargetGuid"},
	tmtKnowledge: {
		"DisplayName", "Value", "SelectedIndex", "FlowGuid", "Id", "Priority", "Properties", "SourceGuid", "State", "StateInformation",
		"TargetGuid", "Title", "UserThreatCategory", "UserThreatDescription",
	},
	tmtArrays: {"KeyValueOfguidanyType", "KeyValueOfstringstring", "Key", "Value", "anyType", "string"},
}

// tmtRead says by which name an element is read; "" is not at all. The tool
// writes the type of a threat into the name of its entry, with a mark that
// differs between files.
func tmtRead(space, local string) string {
	const threat = "KeyValueOfstringThreat"
	if space == tmtArrays && strings.HasPrefix(local, threat) {
		return threat
	}
	if slices.Contains(tmtNames[space], local) {
		return local
	}
	return ""
}

// tmtLists are the elements whose content is a list, however long.
var tmtLists = map[string]bool{
	"DrawingSurfaceList": true, "Borders": true, "Lines": true, "ThreatInstances": true, "Properties": true,
}

// parseTM7 reads a .tm7 file through the XML gate into a tree: an element with
// elements in it is an object, one of tmtLists an array, and one with text a
// string. The type of an element stands in it as "@type".
func parseTM7(data []byte, l Limits) (*node, *Problem) {
	l = l.withDefaults()
	if len(data) > l.MaxTreeBytes {
		return nil, limitProblem("MaxTreeBytes", l.MaxTreeBytes, fmt.Sprintf("an XML document of %d bytes", len(data)), Position{})
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	t := tmtTree{xmlGate: newXMLGate(data, l), cursor: cursor{data: data, line: 1, column: 1}}
	tok := t.next()
	for tok.kind == xmlText {
		tok = t.next()
	}
	var root *node
	if tok.kind == xmlOpens {
		root = t.element(tok)
		for t.refusal == nil && t.next().kind != xmlNothing {
			continue
		}
	}
	switch {
	case t.refusal != nil:
		return nil, t.refusal
	case root == nil || root.kind != objectNode:
		return nil, &Problem{Code: codeNotObject, At: Position{Line: 1, Column: 1}, Message: "the threat model is empty; send the whole file"}
	}
	return root, nil
}

// tmtTree builds the tree.
type tmtTree struct {
	*xmlGate
	cursor cursor
	nodes  int
}

// element reads the element that tok opens, up to its end.
func (t *tmtTree) element(tok xmlToken) *node {
	if t.nodes++; t.nodes > t.limits.MaxNodes {
		t.refusal = limitProblem("MaxNodes", t.limits.MaxNodes, "the number of values", t.position())
		return nil
	}
	t.cursor.advance(tok.offset)
	n := &node{kind: stringNode, line: t.cursor.line, column: t.cursor.column}
	local, kind, empty := tok.local, "", false
	for _, a := range tok.attributes {
		switch {
		case a.space != xmlInstance:
		case a.local == "type":
			kind = a.value[strings.LastIndexByte(a.value, ':')+1:]
		case a.local == "nil":
			empty = a.value == "true" || a.value == "1"
		}
	}
	if tmtLists[local] {
		n.kind = arrayNode
	}
	text := t.content(n)
	switch {
	case t.refusal != nil:
	case empty && len(n.children) == 0:
		n.kind = nullNode
	case n.kind == stringNode:
		n.text = string(trimXML(text))
		t.refusal = textProblem(n.text, t.limits, t.position)
	case n.kind == objectNode && kind != "":
		n.names = append(n.names, "@type")
		n.children = append(n.children, &node{kind: stringNode, text: kind, line: n.line, column: n.column})
	}
	return n
}

// content reads what stands in an element. One that stands twice where the
// tool writes one is refused, because two readers could take either.
func (t *tmtTree) content(n *node) (text []byte) {
	for tok := t.next(); tok.kind == xmlOpens || tok.kind == xmlText; tok = t.next() {
		if tok.kind == xmlText {
			if len(text)+len(tok.text) <= t.limits.MaxStringBytes+len("\r\n") {
				text = append(text, tok.text...)
			} else if len(trimXML(tok.text)) > 0 {
				t.refusal = limitProblem("MaxStringBytes", t.limits.MaxStringBytes, "a text", t.position())
			}
			continue
		}
		local := tmtRead(tok.space, tok.local)
		if local == "" {
			t.skip()
			continue
		}
		if n.kind == stringNode {
			n.kind = objectNode
			if local == "string" {
				n.kind = arrayNode
			}
		}
		if slices.Contains(n.names, local) {
			t.refuse(codeDuplicate, "the element "+quoted(local)+" stands twice in one element; keep one of them")
		}
		if child := t.element(tok); t.refusal == nil {
			n.children = append(n.children, child)
			if n.kind == objectNode {
				n.names = append(n.names, local)
			}
		}
	}
	return text
}

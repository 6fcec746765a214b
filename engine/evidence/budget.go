package evidence

import "fmt"

// budget is what is left of the bounds that all documents of a bundle share.
// One document within its own bounds is cheap; ten thousand of them are not.
type budget struct {
	limits    Limits
	yaml      int // of MaxYAMLTotal
	nodes     int // of MaxNodesTotal
	rows      int // of MaxRows
	unread    int // of MaxYAMLTotal, for documents in a form that is not read
	tables    rowCounts
	documents int // of MaxDocuments
}

func newBudget(l Limits) *budget {
	return &budget{limits: l, yaml: l.MaxYAMLTotal, nodes: l.MaxNodesTotal, rows: l.MaxRows, unread: l.MaxYAMLTotal, tables: newTables(l), documents: l.MaxDocuments}
}

// tree parses a document within what is left. The problem says which shared
// bound the document crosses; what else is wrong with it is the reader's to
// tell, and parse then gives the same again.
func (b *budget) tree(src *source) *Problem { return b.treeOf(src, &format{}) }

func (b *budget) treeOf(src *source, f *format) *Problem {
	if src.syntax == yamlSyntax {
		if len(src.data) > b.yaml {
			return limitProblem("MaxYAMLTotal", b.limits.MaxYAMLTotal, "the size of all YAML documents together", Position{})
		}
		b.yaml -= len(src.data)
	}
	over := limitProblem("MaxNodesTotal", b.limits.MaxNodesTotal, "the number of values in all documents that are read whole", Position{})
	if b.nodes == 0 {
		return over
	}
	l := b.limits
	most := l.MaxNodes
	if f.large {
		src.large, most = true, l.MaxNodesTotal
	}
	l.MaxNodes = min(most, b.nodes)
	root, p := src.parse(l)
	switch {
	case p != nil && p.Limit == "MaxNodes" && (f.large || l.MaxNodes < most):
		return over
	case p != nil:
		// What was read of it is gone, and was work: about a value for eight bytes.
		b.nodes = max(b.nodes-min(l.MaxNodes, len(src.data)/8), 0)
		return nil
	}
	if src.expanded > b.yaml {
		return limitProblem("MaxYAMLTotal", b.limits.MaxYAMLTotal, "the size of all YAML documents together, with their aliases written out,", Position{})
	}
	b.yaml -= src.expanded
	nodes, rows := root.count(f.keyed)
	if f.rows {
		rows = 0
	}
	if b.nodes -= nodes; rows > b.rows {
		src.tree = nil
		return limitProblem("MaxRows", b.limits.MaxRows, fmt.Sprintf("the number of list entries in all threat models, declarations and manifests (%d more here)", rows), Position{})
	}
	b.rows -= rows
	return nil
}

// count is the number of values in a tree, and of those the entries of lists.
// In a form that is keyed, objects in an object are entries too.
func (n *node) count(keyed bool) (nodes, entries int) {
	nodes = 1
	if n.kind == arrayNode {
		entries = len(n.children)
	}
	for _, child := range n.children {
		if keyed && n.kind == objectNode && child.kind == objectNode {
			entries++
		}
		more, within := child.count(keyed)
		nodes, entries = nodes+more, entries+within
	}
	return nodes, entries
}

// tooMany enters a document beyond MaxDocuments. The first is told, as an
// unreadable one of every kind, for nobody looks at what it and those after it
// are: nothing that needs evidence of any kind passes beside it. Ten thousand
// times the same problem would cost more than the documents.
func (r *reader) tooMany(doc *Document) {
	if doc.Kinds, doc.Readable = []Kind{KindAttachment}, r.left.documents < -1; doc.Readable {
		return
	}
	doc.Kinds = []Kind{KindSBOM, KindThreatModel, KindDeclaration, KindVEX, KindLifecycle, KindStandard, KindAttestation}
	doc.Problems = []Problem{*limitProblem("MaxDocuments", r.limits.MaxDocuments,
		"the number of documents that are no attachments, counted to this one in order of their paths,", Position{})}
}

// another counts a document that is more than an attachment: what is measured
// of each, and what policies ask of each, costs more than its bytes.
func (b *budget) another(id identity) bool {
	if id.refused == nil && (id.form == nil || id.form.read == nil) {
		return true
	}
	b.documents--
	return b.documents >= 0
}

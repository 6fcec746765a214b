package evidence

// The tables that rows of large documents go into. Their bounds are of all
// documents of a bundle together: one document within them is cheap, and a
// hundred small files could each fill them.
const (
	componentRows = iota
	dependencyRows
	statementRows
	propertyRows
	pedigreeRows
	evidenceRows
	extraRows
	serviceRows
	cryptoRows
	cardRows
	sharedTables
)

// rowCounts are numbers of rows, by table.
type rowCounts [sharedTables]int

// tableBounds are the bounds of the tables, and what they bound in words.
var tableBounds = [sharedTables]struct {
	limit, what string
	of          func(*Limits) *int
}{
	componentRows:  {"MaxComponents", "components", func(l *Limits) *int { return &l.MaxComponents }},
	dependencyRows: {"MaxDependencies", "rows of dependency graphs and of compositions, with what they name,", func(l *Limits) *int { return &l.MaxDependencies }},
	statementRows:  {"MaxStatements", "statements about vulnerabilities, with the products that they name,", func(l *Limits) *int { return &l.MaxStatements }},
	propertyRows:   {"MaxProperties", "properties", func(l *Limits) *int { return &l.MaxProperties }},
	pedigreeRows:   {"MaxPedigree", "commits, patches and notes, with the issues that they resolve,", func(l *Limits) *int { return &l.MaxPedigree }},
	evidenceRows:   {"MaxEvidence", "entries of the evidence of components", func(l *Limits) *int { return &l.MaxEvidence }},
	extraRows:      {"MaxExtras", "values beside the tables", func(l *Limits) *int { return &l.MaxExtras }},
	serviceRows:    {"MaxServices", "services, endpoints and kinds of data", func(l *Limits) *int { return &l.MaxServices }},
	cryptoRows:     {"MaxCryptoAssets", "cryptographic assets and entries in them", func(l *Limits) *int { return &l.MaxCryptoAssets }},
	cardRows:       {"MaxModelCards", "model cards and entries in them", func(l *Limits) *int { return &l.MaxModelCards }},
}

func newTables(l Limits) rowCounts {
	var left rowCounts
	for i, t := range tableBounds {
		left[i] = *t.of(&l)
	}
	return left
}

// limitTables bounds one document by what is left of the tables. Below zero is
// none at all, for zero asks for the default.
func (b *budget) limitTables(l *Limits) {
	for i, t := range tableBounds {
		if *t.of(l) = b.tables[i]; b.tables[i] == 0 {
			*t.of(l) = -1
		}
	}
}

// chargeTables takes the rows of a document from what is left. A bound that it
// crossed only because of others before it is told as that.
func (b *budget) chargeTables(got *reading) {
	rows := got.rows()
	for i, t := range tableBounds {
		bound := *t.of(&b.limits)
		for j := range got.problems {
			if p := &got.problems[j]; p.Limit == t.limit && b.tables[i] < bound {
				*p = *limitProblem(t.limit, bound, "the number of "+t.what+" in all documents", p.At)
			}
		}
		b.tables[i] = max(b.tables[i]-rows[i], 0)
	}
}

// rows counts what a document took of the tables: what it gave, or what was
// read of one that was then refused.
func (r *reading) rows() rowCounts {
	n := r.taken
	if n != (rowCounts{}) {
		return n
	}
	n[componentRows], n[propertyRows] = len(r.components), r.properties.count()
	n[serviceRows], n[cryptoRows], n[cardRows] = len(r.services), len(r.crypto), len(r.modelCards)
	n[dependencyRows] = r.dependencies.count()
	for i := range r.statements {
		n[statementRows] += 1 + len(r.statements[i].Products)
	}
	return n
}

// taken counts the rows of a document that may be refused after them.
func (r *cdxReader) taken() rowCounts {
	return rowCounts{componentRows: len(r.rows), dependencyRows: r.graphRows, statementRows: max(r.limits.MaxStatements, 0) - max(r.statements.left, 0),
		propertyRows: r.propertyParts, pedigreeRows: r.changeParts, evidenceRows: r.proofParts, extraRows: r.extraParts, serviceRows: r.serviceParts, cryptoRows: r.cryptoParts, cardRows: r.cardParts}
}

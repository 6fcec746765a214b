package evidence

import "reflect"

// properties looks at the texts of the properties of an SBOM: at each name once,
// and at a value only where it is not plainly written. To go over 400,000 rows by
// reflection took a seventieth of a screening of 100,000 components
// (make bench TABLE=peers).
func (w *textWalk) properties(d *Dossier, i int) {
	table := d.Properties[i]
	if table.Len() == 0 {
		return
	}
	l := table.rows
	judged := judgeNames(l.names)
	plan := planOf(reflect.TypeFor[Property]())
	for row := range l.list {
		p := &l.list[row]
		name, in := judged[p.name], judged[p.in]
		plain, some := l.plain(p)
		w.check.LookedAt += name.some + in.some
		if some {
			w.check.LookedAt++
		}
		if flawed := name.flawedName || in.flawedPart || !plain && flawsAs("value", l.value(p)) != 0; flawed && w.rows < maxMisleading {
			w.tell(d, reflect.ValueOf(table.At(row)), plan, []any{"properties", i, row})
		}
	}
}

// judgedName is what is to be told of a text wherever it stands.
type judgedName struct {
	some                   int // 1 where it is any text
	flawedName, flawedPart bool
}

func judgeNames(names []string) []judgedName {
	judged := make([]judgedName, len(names))
	for i, name := range names {
		judged[i] = judgedName{min(len(name), 1), flawsAs("name", name) != 0, flawsAs("in", name) != 0}
	}
	return judged
}

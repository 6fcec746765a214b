package tender

import (
	"math"
	"strconv"

	"go.yaml.in/yaml/v3"

	"github.com/bidgate/bidgate/engine/internal/pattern"
)

// Limit is one bound that the buyer sets for what is taken from a bundle.
type Limit struct {
	Name  string
	Value int // from 1
}

// ParseLimits reads a file of limits, in the file's order; name is the file's
// name for errors. What limits there are is the caller's to say in known.
//
//	limits: 1
//	MaxFiles: 20000
func ParseLimits(name string, data []byte, known []string) ([]Limit, error) {
	d, o := parse(name, data, "limits", known...)
	if o == nil {
		return nil, d.faults
	}
	list := []Limit{}
	for _, key := range o.order {
		if key != "limits" {
			list = append(list, Limit{Name: key, Value: d.wholeNumber(o.values[key], key)})
		}
	}
	if len(d.faults) > 0 {
		return nil, d.faults.sorted()
	}
	return list, nil
}

var wholeForm = pattern.Lazy(`^[1-9][0-9]{0,9}$`)

// wholeNumber reads a number from 1 that fits in 32 bits.
func (d *document) wholeNumber(n *yaml.Node, place string) int {
	if n.Kind == yaml.ScalarNode && n.ShortTag() == "!!int" && wholeForm().MatchString(n.Value) {
		if value, err := strconv.Atoi(n.Value); err == nil && value <= math.MaxInt32 {
			return value
		}
	}
	d.fault(n.Line, place, shown(n)+" is not a number that a limit can have", "use a whole number from 1 to 2147483647")
	return 0
}

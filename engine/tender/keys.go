package tender

import "go.yaml.in/yaml/v3"

// Key is a public key that the buyer trusts, as a list of keys has it. What
// the key is, is for others to read.
type Key struct {
	ID     string // "sha256:" and hex
	Owner  string
	Public string // PEM
	From   Day    // first day valid; zero is from ever
	Until  Day    // last day valid; zero is for ever
	file   string
	path   string
	lines  map[string]int
}

// Fault is an error on one value of the key, which looks like those of ParseKeys.
func (k Key) Fault(key, wrong, do string) error {
	at := join(k.path, key)
	return Faults{{File: k.file, Line: k.lines[at], Key: at, Wrong: wrong, Do: do}}
}

// ParseKeys reads a list of trusted keys, in the order of the file; name is
// the file's name for errors.
func ParseKeys(name string, data []byte) ([]Key, error) {
	d, o := parse(name, data, "keys", "list")
	if o == nil {
		return nil, d.faults
	}
	o.need("list")
	keys := each(o, "list", d.key)
	if len(d.faults) == 0 && len(keys) == 0 {
		o.fault("list", "holds no key", "list the keys that you trust")
	}
	if len(d.faults) > 0 {
		return nil, d.faults.sorted()
	}
	return keys, nil
}

func (d *document) key(n *yaml.Node, place string) Key {
	o := d.object(n, place, "a key", "id", "owner", "public", "from", "until")
	o.need("id", "owner", "public")
	k := Key{file: d.file, path: place, lines: d.lines, Owner: o.text("owner"), Public: o.text("public"), From: o.day("from"), Until: o.day("until")}
	if id := o.digest("id"); id != "" {
		k.ID = "sha256:" + id
	}
	if k.From.Text != "" && k.Until.Text != "" && k.From.Day > k.Until.Day {
		o.fault("until", k.Until.Text+" is before from", "give a day on or after "+k.From.Text)
	}
	return k
}

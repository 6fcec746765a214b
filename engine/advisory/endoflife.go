package advisory

import (
	"bytes"
	"path"
	"strings"
	"time"

	"github.com/go-json-experiment/json/jsontext"
	"go.yaml.in/yaml/v3"
)

// eolProduct is a product of endoflife.date: of its API version 1, of the front
// matter of its pages, and of lists made of them. The names differ, the sense
// does not.
type eolProduct struct {
	Name        text            `json:"name" yaml:"-"`
	Label       text            `json:"label" yaml:"title"`
	Aliases     []text          `json:"aliases" yaml:"-"`
	Identifiers []eolIdentifier `json:"identifiers" yaml:"identifiers"`
	Releases    []eolRelease    `json:"releases" yaml:"releases"`
}

type eolIdentifier struct {
	Type text `json:"type"`
	ID   text `json:"id"`
	PURL text `json:"purl" yaml:"purl"`
	CPE  text `json:"cpe" yaml:"cpe"`
}

type eolRelease struct {
	Cycle    text      `json:"cycle" yaml:"-"`                   // API version 0
	Name     text      `json:"name" yaml:"-"`                    // API version 1
	Page     text      `json:"releaseCycle" yaml:"releaseCycle"` // pages
	Released text      `json:"releaseDate" yaml:"releaseDate"`
	EOL      text      `json:"eol" yaml:"eol"` // a date, or whether it has come
	Support  text      `json:"support" yaml:"-"`
	EOAS     text      `json:"eoas" yaml:"eoas"`
	Latest   eolLatest `json:"latest" yaml:"latest"`
	LatestAt text      `json:"latestReleaseDate" yaml:"latestReleaseDate"`
	IsEOL    text      `json:"isEol" yaml:"-"`
	EOLFrom  text      `json:"eolFrom" yaml:"-"`
	IsEOAS   text      `json:"isEoas" yaml:"-"`
	EOASFrom text      `json:"eoasFrom" yaml:"-"`
}

// eolLatest is a version, or an object with its name and date.
type eolLatest struct{ name, date text }

// UnmarshalJSONFrom reads either.
func (l *eolLatest) UnmarshalJSONFrom(d *jsontext.Decoder) error {
	value, err := d.ReadValue()
	if err != nil {
		return err
	}
	if value.Kind() != '{' {
		return decode(value, &l.name)
	}
	long := struct {
		Name text `json:"name"`
		Date text `json:"date"`
	}{}
	err = decode(value, &long)
	l.name, l.date = long.Name, long.Date
	return err
}

// UnmarshalYAML reads a version as it is written.
func (l *eolLatest) UnmarshalYAML(n *yaml.Node) error { return l.name.UnmarshalYAML(n) }

// UnmarshalYAML reads a scalar as it is written: 3.10 is a version, and no number.
func (t *text) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind != yaml.ScalarNode {
		return errScalar
	}
	if n.Tag != "!!null" {
		*t = text(n.Value)
	}
	return nil
}

// maxYAML bounds a document of YAML, in bytes.
const maxYAML = 4 << 20

// readEndOfLife reads lifecycle data of endoflife.date in any of its shapes.
func readEndOfLife(r *reading, d document) error {
	data, err := d.whole(maxDocument)
	if err != nil {
		return err
	}
	stem := strings.ToValidUTF8(strings.TrimSuffix(path.Base(d.name), path.Ext(d.name)), "\ufffd")
	err = r.endOfLife(stem, data)
	return within(err, d.name, data, 0, "")
}

func (r *reading) endOfLife(name string, data []byte) error {
	if bytes.HasPrefix(data, []byte("---")) {
		return r.endOfLifePage(name, data)
	}
	if err := strict(data); err != nil {
		return err
	}
	if data = bytes.TrimSpace(data); data[0] == '{' {
		return r.endOfLifeAnswer(name, data)
	}
	rows := []struct {
		eolProduct
		Cycle text `json:"cycle"`
	}{}
	if err := decode(data, &rows); err != nil {
		return err
	}
	if len(rows) > 0 && rows[0].Cycle != "" { // API version 0: the name is that of the file
		product := eolProduct{Name: text(name)}
		if err := decode(data, &product.Releases); err != nil {
			return err
		}
		return r.cycles(&product)
	}
	for i := range rows {
		if err := r.cycles(&rows[i].eolProduct); err != nil {
			return err
		}
	}
	return nil
}

// endOfLifeAnswer reads an answer of the API version 1, or one product.
func (r *reading) endOfLifeAnswer(name string, data []byte) error {
	answer := struct {
		Generated string         `json:"generated_at"`
		Result    jsontext.Value `json:"result"`
	}{}
	if err := decode(data, &answer); err != nil {
		return err
	}
	if answer.Generated != "" {
		if err := r.datedStrictly(answer.Generated); err != nil {
			return err
		}
	}
	products := []eolProduct{}
	switch one := (eolProduct{}); answer.Result.Kind() {
	case '[':
		if err := decode(answer.Result, &products); err != nil {
			return err
		}
	case '{':
		data = answer.Result
		fallthrough
	default:
		if err := decode(data, &one); err != nil {
			return err
		}
		if one.Name == "" {
			one.Name = text(name)
		}
		products = append(products, one)
	}
	for i := range products {
		if err := r.cycles(&products[i]); err != nil {
			return err
		}
	}
	return nil
}

// endOfLifePage reads the front matter of a page.
func (r *reading) endOfLifePage(name string, data []byte) error {
	if len(data) > maxYAML {
		return refuse("the page is larger than %d bytes", maxYAML)
	}
	front, _, closed := bytes.Cut(bytes.TrimPrefix(data, []byte("---")), []byte("\n---"))
	if !closed {
		return refuse("the front matter of the page is not closed by ---")
	}
	product := eolProduct{Name: text(name)}
	if err := yaml.Unmarshal(front, &product); err != nil {
		return refuse("the front matter of the page is not YAML of this kind: %s", strings.TrimPrefix(err.Error(), "yaml: "))
	}
	return r.cycles(&product)
}

func (r *reading) cycles(p *eolProduct) error {
	if p.Name == "" {
		return refuse("a product has no name")
	}
	if len(p.Releases) == 0 {
		return &ImportError{Record: string(p.Name), What: "the product has no releases"}
	}
	purls, cpes, names := []string{}, []string{}, []string{strings.ToLower(string(p.Name))}
	for _, name := range append(p.Aliases, p.Label) {
		if lower := strings.ToLower(string(name)); lower != "" && lower != names[0] {
			names = append(names, lower)
		}
	}
	for _, id := range p.Identifiers {
		switch {
		case id.PURL != "" || id.Type == "purl":
			purls = append(purls, string(id.PURL+oneOf(id.Type == "purl", id.ID)))
		case id.CPE != "" || id.Type == "cpe":
			cpes = append(cpes, string(id.CPE+oneOf(id.Type == "cpe", id.ID)))
		}
	}
	for i := range p.Releases {
		cycle, err := p.Releases[i].cycle()
		if err != nil {
			return within(err, "", nil, 0, string(p.Name))
		}
		cycle.Product, cycle.PURLs, cycle.CPEs, cycle.Names = string(p.Name), purls, cpes, names
		rec := cycleRecord(&cycle)
		rec.dated = string(p.Releases[i].LatestAt + p.Releases[i].Latest.date)
		if err := r.add(rec); err != nil {
			return within(err, "", nil, 0, string(p.Name)+" "+cycle.Cycle)
		}
	}
	return nil
}

func oneOf(yes bool, t text) text {
	if yes {
		return t
	}
	return ""
}

// cycle turns a release into a cycle. The end of life of endoflife.date is the
// end of security fixes for everyone; what is sold after it is no support that
// a buyer of the product has.
func (e *eolRelease) cycle() (Cycle, error) {
	c := Cycle{Cycle: string(e.Cycle + e.Name + e.Page), Released: string(e.Released), Latest: string(e.Latest.name)}
	if c.Cycle == "" {
		return c, refuse("a release has no name")
	}
	end, ended := dateOrFlag(e.EOL + e.EOLFrom)
	if end == "" && e.IsEOL != "" {
		ended = string(e.IsEOL)
	}
	support, _ := dateOrFlag(e.Support + e.EOAS + e.EOASFrom)
	c.EndOfLife, c.EndOfSecurity, c.EndOfSupport, c.Ended = end, end, support, ended
	for _, date := range []string{c.Released, c.EndOfLife, c.EndOfSupport} {
		if _, err := time.Parse(time.DateOnly, date); err != nil && date != "" {
			return c, refuse("cycle %s has a date that is none: %s", printable(c.Cycle), printable(date))
		}
	}
	return c, nil
}

func dateOrFlag(t text) (date, flag string) {
	if t == "true" || t == "false" {
		return "", string(t)
	}
	return string(t), ""
}

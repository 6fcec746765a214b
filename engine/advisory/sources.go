package advisory

import (
	"bytes"
	_ "embed"
	"errors"
	"io"
	"net/url"
	"strings"

	"github.com/go-json-experiment/json"
	"go.yaml.in/yaml/v3"
)

// sourcesSchema is the schema of a list of prohibited sources.
//
//go:embed schema/sources.json
var sourcesSchema []byte

type sourceList struct {
	Issued  string   `json:"issued"`
	Entries []Entity `json:"entries"`
}

// readSources reads a list in YAML or JSON. All scalars are text, so that a
// country NO or a date stays what is written.
func readSources(r *reading, d document) error {
	data, err := d.whole(maxYAML)
	if err != nil {
		return err
	}
	list, err := r.parseSources(data)
	if err != nil {
		return within(err, d.name, data, 0, "")
	}
	r.dated(list.Issued)
	for i := range list.Entries {
		e := &list.Entries[i]
		for _, field := range []*[]string{&e.Aliases, &e.Domains, &e.CPEVendors, &e.Namespaces, &e.Identifiers, &e.Countries} {
			*field = append([]string{}, *field...)
		}
		if len(e.Domains)+len(e.CPEVendors)+len(e.Namespaces)+len(e.Identifiers)+len(e.Countries) == 0 && e.Name == "" {
			return within(refuse("the entry has nothing by which it could be found"), d.name, nil, 0, e.ID)
		}
		for i, namespace := range e.Namespaces {
			if plain, err := url.PathUnescape(namespace); err == nil {
				e.Namespaces[i] = plain
			}
		}
		if err := r.add(entityRecord(e)); err != nil {
			return within(err, d.name, nil, 0, e.ID)
		}
	}
	return nil
}

func (r *reading) parseSources(data []byte) (*sourceList, error) {
	documents := yaml.NewDecoder(bytes.NewReader(data))
	root := yaml.Node{}
	if err := documents.Decode(&root); err != nil {
		return nil, refuse("the list is not YAML: %s", strings.TrimPrefix(err.Error(), "yaml: "))
	}
	if err := documents.Decode(&yaml.Node{}); !errors.Is(err, io.EOF) {
		return nil, refuse("the file holds more than one list")
	}
	value, err := plainYAML(root.Content[0], 0)
	if err != nil {
		return nil, err
	}
	text, err := json.Marshal(value)
	if err != nil {
		return nil, err
	}
	if err := r.conforms(sourcesSchema, text); err != nil {
		return nil, whereInYAML(err, &root)
	}
	list := &sourceList{}
	return list, json.Unmarshal(text, list)
}

package policy

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"

	"github.com/go-json-experiment/json/jsontext"
)

// Runner carries a request to another process of the same program, which hands
// it to Answer, and brings the answer back. It bounds time and memory; an error
// says what happened to the process, or is the context's.
type Runner func(ctx context.Context, request []byte) (answer []byte, err error)

// request is what one process is asked to do: to load the packs, beside the
// built-in tree, and to evaluate requirements. On the way it is one line, and
// the input, if any, stands after it.
type request struct {
	WithoutLibrary bool       `json:"without_library"`
	Everything     bool       `json:"everything"` // tell of the built-in requirements too
	Packs          []sentPack `json:"packs"`
	IDs            []string   `json:"ids"` // none: to load alone
}

// sentPack is a pack as its files.
type sentPack struct {
	Name  string     `json:"name"`
	Files []sentFile `json:"files"`
}

type sentFile struct {
	Path    string `json:"path"`
	Content []byte `json:"content"`
}

// reply is what the process gives back. The asking process takes it for what
// it is: text from somebody else.
type reply struct {
	Problems []Problem `json:"problems"` // why the policies are refused
	Fault    string    `json:"fault"`    // why there is nothing else
	// Of a load: the packages of the sent modules, the requirements of the sent
	// packs, and the keys of the input that each requirement reads.
	Modules      []sentModule           `json:"modules"`
	Requirements map[string]Requirement `json:"requirements"`
	Keys         map[string][]string    `json:"keys"`
	// Says is which rules emit the codes of the requirements of the sent packs.
	Says map[string]map[string][]string `json:"says"`
	// Of an evaluation.
	Results map[string]sentResult `json:"results"`
}

// sentModule says which package a sent file is a module of.
type sentModule struct {
	Pack    int      `json:"pack"` // from 1
	Path    string   `json:"path"`
	Package []string `json:"package"`
}

// sentResult is a Result on its way.
type sentResult struct {
	Error string          `json:"error"`
	Rules json.RawMessage `json:"rules"`
}

func newReply() *reply {
	return &reply{
		Problems: []Problem{}, Modules: []sentModule{}, Requirements: map[string]Requirement{},
		Keys: map[string][]string{}, Says: map[string]map[string][]string{}, Results: map[string]sentResult{},
	}
}

// encode writes the request with the input after it.
func (r request) encode(input []byte) ([]byte, error) {
	head, err := json.Marshal(r)
	if err != nil {
		return nil, err
	}
	text := make([]byte, 0, len(head)+1+len(input))
	return append(append(append(text, head...), '\n'), input...), nil
}

// Answer does what a request asks, in the process that may be killed for it.
func Answer(ctx context.Context, text []byte) ([]byte, error) {
	head, input, found := bytes.Cut(text, []byte{'\n'})
	var r request
	if err := json.Unmarshal(head, &r); err != nil || !found {
		return nil, errors.New("the request is not of this program")
	}
	a := newReply()
	if err := r.serve(ctx, input, a); err != nil {
		*a = *newReply()
		var refused *LoadError
		if errors.As(err, &refused) {
			a.Problems = refused.Problems
		} else {
			a.Fault = firstLine(err.Error())
		}
	}
	return json.Marshal(a)
}

func (r request) serve(ctx context.Context, input []byte, a *reply) error {
	lib, err := Load(ctx, r.packs())
	if err != nil {
		return err
	}
	if len(r.IDs) == 0 {
		lib.tell(a, r.Everything)
		return nil
	}
	in, err := ParseInput(input)
	if err != nil {
		return err
	}
	results, err := lib.Results(ctx, r.IDs, in, runtime.GOMAXPROCS(0))
	if err != nil {
		return err
	}
	for id, result := range results {
		sent := sentResult{Error: result.err, Rules: json.RawMessage("0")}
		if result.err == "" {
			if sent.Rules, err = encodeRules(result.rules); err != nil {
				return err
			}
		}
		a.Results[id] = sent
	}
	return nil
}

// packs are the sent packs after the built-in one.
func (r request) packs() []Pack {
	packs := []Pack{builtIn(r.WithoutLibrary)}
	for _, sent := range r.Packs {
		pack := Pack{Name: sent.Name, given: []source{}}
		for _, f := range sent.Files {
			pack.given = append(pack.given, pack.source(len(packs), f.Path, f.Content))
		}
		packs = append(packs, pack)
	}
	return packs
}

// tell describes what was loaded.
func (l *Library) tell(a *reply, everything bool) {
	for _, m := range l.modules {
		if m.source.pack == 0 {
			continue
		}
		a.Modules = append(a.Modules, sentModule{Pack: m.source.pack, Path: m.source.path, Package: m.path})
		if m.role == requirement {
			a.Requirements[m.id()] = l.catalogue.Requirement(m.id())
			a.Says[m.id()] = l.Says(m.id())
		}
	}
	for id, q := range l.catalogue.All() {
		if _, sent := a.Requirements[id]; len(q.ComposedOf) == 0 && (sent || everything) {
			a.Keys[id] = sortedKeys(l.InputKeys([]string{id}))
		}
	}
}

// decodeAnswer reads an answer strictly: it must be, byte for byte, what this
// program writes of what it reads, so that no two readings are possible.
func decodeAnswer(text []byte) (*reply, error) {
	dec := jsontext.NewDecoder(bytes.NewReader(text))
	for {
		token, err := dec.ReadToken()
		switch {
		case errors.Is(err, io.EOF):
		case err != nil:
			return nil, errors.New("is not JSON")
		case dec.StackDepth() > maxAnswerDepth:
			return nil, fmt.Errorf("is deeper than %d", maxAnswerDepth)
		case token.Kind() == 'n':
			return nil, errors.New("holds a null")
		}
		if err != nil {
			break
		}
	}
	var a reply
	plain := json.NewDecoder(bytes.NewReader(text))
	plain.DisallowUnknownFields()
	plain.UseNumber()
	if err := plain.Decode(&a); err != nil {
		return nil, errors.New("is not of the form that is expected")
	}
	again, err := json.Marshal(&a)
	if err != nil || !bytes.Equal(again, text) {
		return nil, errors.New("is not written as this program writes")
	}
	return &a, nil
}

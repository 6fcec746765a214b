package advisory

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// whole reads a document to its end.
func (d document) whole(most int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(d.read, most+1))
	switch {
	case err != nil:
		return nil, err
	case int64(len(data)) > most:
		return nil, &ImportError{File: d.name, What: fmt.Sprintf("the document is larger than %d bytes", most)}
	case len(bytes.TrimSpace(data)) == 0:
		return nil, &ImportError{File: d.name, What: "the file is empty"}
	}
	return bytes.TrimPrefix(data, []byte("\ufeff")), nil
}

// values calls for every JSON value of a document with the line on which it
// begins: one value on each line, or one value or list of values over many.
func (d document) values(l Limits, call func(value []byte, line int) error) error {
	first, err := d.line(l.Record, 1)
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	first = bytes.TrimPrefix(first, []byte("\ufeff"))
	if !jsontext.Value(first).IsValid(jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true)) || bytes.HasPrefix(first, []byte("[")) {
		return d.spread(first, l, call)
	}
	line := first
	for number := 1; ; number++ {
		if len(bytes.TrimSpace(line)) > 0 {
			if err := call(line, number); err != nil {
				return err
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if line, err = d.line(l.Record, number+1); err != nil && !errors.Is(err, io.EOF) {
			return err
		}
	}
}

// spread is values where a value takes more than one line.
func (d document) spread(first []byte, l Limits, call func(value []byte, line int) error) error {
	rest, err := io.ReadAll(io.LimitReader(d.read, maxDocument+1))
	data := append(bytes.Clone(first), rest...)
	switch {
	case err != nil:
		return err
	case len(data) > maxDocument:
		return &ImportError{What: fmt.Sprintf("the document is larger than %d bytes: give a record on each line", maxDocument)}
	case len(bytes.TrimSpace(data)) == 0:
		return &ImportError{What: "the file is empty"}
	}
	if err := shallow(data); err != nil {
		return err
	}
	decoder := jsontext.NewDecoder(bytes.NewBuffer(data))
	list := decoder.PeekKind() == '['
	if list {
		_, err = decoder.ReadToken()
	}
	for err == nil && (!list || decoder.PeekKind() != ']') {
		var value jsontext.Value
		if value, err = decoder.ReadValue(); err != nil {
			break
		}
		if int64(len(value)) > l.Record {
			return &ImportError{What: fmt.Sprintf("a record is larger than %d bytes", l.Record)}
		}
		line, _ := position(data, decoder.InputOffset()-int64(len(value)))
		if err := call(value, line); err != nil {
			return err
		}
	}
	if err == nil { // the end of the list, and then that of the document
		if _, err = decoder.ReadToken(); err == nil {
			if _, err = decoder.ReadToken(); err == nil {
				err = errTrailing
			}
		}
	}
	if err == io.EOF { //nolint:errorlint // an early end wraps it
		return nil
	}
	return within(err, "", data, 0, "")
}

var errTrailing = errors.New("something stands behind the end of the JSON")

// maxDocument bounds a document that is read as a whole, in bytes.
const maxDocument = 256 << 20

// line reads a line; with the last one comes io.EOF.
func (d document) line(most int64, number int) ([]byte, error) {
	var line []byte
	for {
		part, err := d.read.ReadSlice('\n')
		line = append(line, part...)
		if int64(len(line)) > most {
			return nil, &ImportError{Line: number, What: fmt.Sprintf("the line is longer than %d bytes", most)}
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, err
		}
	}
}

// maxDepth bounds how deep JSON may nest: no format needs a third of it.
const maxDepth = 200

// decode reads JSON strictly: no name twice, nothing after the value, no
// deeper than maxDepth.
func decode(data []byte, into any) error {
	if err := shallow(data); err != nil {
		return err
	}
	return json.Unmarshal(data, into)
}

// shallow refuses JSON that nests too deep, before anything walks down into it.
func shallow(data []byte) error {
	depth, inString := 0, false
	for i := 0; i < len(data); i++ {
		switch c := data[i]; {
		case inString && c == '\\':
			i++
		case c == '"':
			inString = !inString
		case inString:
		case c == '{' || c == '[':
			if depth++; depth > maxDepth {
				line, column := position(data, int64(i))
				return &ImportError{Line: line, Column: column, What: fmt.Sprintf("the JSON nests more than %d deep", maxDepth)}
			}
		case c == '}' || c == ']':
			depth--
		}
	}
	return nil
}

// text is a string that may be given as a number or truth value, as tools that
// turn YAML into JSON do.
type text string

// UnmarshalJSONFrom reads a scalar as its text.
func (t *text) UnmarshalJSONFrom(d *jsontext.Decoder) error {
	token, err := d.ReadToken()
	if err != nil {
		return err
	}
	switch token.Kind() {
	case '"', '0':
		*t = text(token.String())
	case 't', 'f':
		*t = text(token.String())
	case 'n':
		*t = ""
	default:
		return errScalar
	}
	return nil
}

var errScalar = errors.New("a list or object stands where a text belongs")

package advisory

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// ImportError tells why an import was refused, and where. Nothing of a refused
// import is stored.
type ImportError struct {
	File   string // within the source; "" for the source as a whole
	Line   int    // 0 where not known
	Column int    // in bytes, from 1
	Record string // id of the record; "" where not known
	What   string

	damaged bool // the file itself is, and not only a record in it
}

func (e *ImportError) Error() string {
	var b strings.Builder
	if e.File != "" {
		b.WriteString(e.File + ":")
	}
	if e.Line > 0 {
		fmt.Fprintf(&b, "%d:", e.Line)
		if e.Column > 0 {
			fmt.Fprintf(&b, "%d:", e.Column)
		}
	}
	if b.Len() > 0 {
		b.WriteString(" ")
	}
	if e.Record != "" {
		fmt.Fprintf(&b, "record %s: ", printable(e.Record))
	}
	b.WriteString(e.What)
	return b.String()
}

// refuse makes an error of a file or record without a place in it.
func refuse(format string, args ...any) error {
	return &ImportError{What: fmt.Sprintf(format, args...)}
}

// within adds the file and the place to what went wrong while reading data,
// which begins in the file at the line. The record is named where it is known.
func within(err error, file string, data []byte, line int, record string) error {
	if err == nil {
		return nil
	}
	fault := &ImportError{}
	if !errors.As(err, &fault) {
		offset, what := placeOf(err, data)
		fault = &ImportError{What: what, damaged: errors.As(err, new(*jsontext.SyntacticError)) && !errors.Is(err, jsontext.ErrDuplicateName)}
		if offset >= 0 {
			fault.Line, fault.Column = position(data, offset)
		}
	}
	full := *fault
	full.File = file
	if line > 0 {
		full.Line = max(full.Line, 1) + line - 1
	}
	if full.Record == "" {
		full.Record = record
	}
	return &full
}

// placeOf gives where in the data JSON is wrong (-1 where that is not known)
// and says what is wrong, in the words of a person who did not write it.
func placeOf(err error, data []byte) (offset int64, what string) {
	var syntactic *jsontext.SyntacticError
	var semantic *json.SemanticError
	switch {
	case errors.As(err, &syntactic):
		what = strings.TrimPrefix(syntactic.Err.Error(), "jsontext: ")
		switch {
		case errors.Is(err, jsontext.ErrDuplicateName):
			what = "the name " + printable(syntactic.JSONPointer.LastToken()) + " stands twice in one object"
		case strings.Contains(what, "EOF"):
			what = "the JSON ends early: the file was cut off"
		default:
			what = "not JSON: " + what
		}
		return syntactic.ByteOffset, what
	case errors.As(err, &semantic):
		what = "a value has another type than the format gives it"
		if semantic.JSONPointer != "" {
			what = printable(string(semantic.JSONPointer)) + " has another type than the format gives it"
		}
		return locate(data, semantic.JSONPointer), what
	}
	return -1, err.Error()
}

// locate gives where the value of a pointer ends in the data, or -1.
func locate(data []byte, pointer jsontext.Pointer) int64 {
	for d := jsontext.NewDecoder(bytes.NewReader(data)); ; {
		token, err := d.ReadToken()
		if err != nil {
			return -1
		}
		if kind := token.Kind(); d.StackPointer() == pointer && kind != '}' && kind != ']' && !isName(d) {
			return max(d.InputOffset()-1, 0)
		}
	}
}

// isName says that the token read last is the name of a member: the stack
// pointer is the same behind the name and behind its value.
func isName(d *jsontext.Decoder) bool {
	kind, length := d.StackIndex(d.StackDepth())
	return kind == '{' && length%2 == 1
}

func position(data []byte, offset int64) (line, column int) {
	before := data[:min(int64(len(data)), max(offset, 0))]
	return bytes.Count(before, []byte("\n")) + 1, len(before) - bytes.LastIndexByte(before, '\n')
}

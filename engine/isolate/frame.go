package isolate

import (
	"encoding/binary"
	"errors"
	"io"
)

// head goes before a request: what the child has to know to bound itself.
type head struct {
	Time, Memory, Answer, Request int64 // milliseconds and bytes
}

// maxRequest is more than policies and the input of the largest bundle take.
const maxRequest = 1 << 30

// answerMark begins an answer, so that what a broken runtime prints is none.
const answerMark = "bidgate-answer-1"

// writeRequest writes the frame; the reader then waits for the end of input.
func writeRequest(w io.Writer, l Limits, request []byte) error {
	h := head{Time: l.Time.Milliseconds(), Memory: l.Memory, Answer: l.Answer, Request: int64(len(request))}
	if err := binary.Write(w, binary.BigEndian, h); err != nil {
		return err
	}
	_, err := w.Write(request)
	return err
}

// writeAnswer writes the answer with its length.
func writeAnswer(w io.Writer, answer []byte) error {
	frame := binary.BigEndian.AppendUint64([]byte(answerMark), uint64(len(answer)))
	if _, err := w.Write(frame); err != nil {
		return err
	}
	_, err := w.Write(answer)
	return err
}

var errFrame = errors.New("its answer was cut short or is no answer")

// parseAnswer gives the answer in all that was read.
func parseAnswer(text []byte) ([]byte, error) {
	const start = len(answerMark) + 8
	if len(text) < start || string(text[:len(answerMark)]) != answerMark {
		return nil, errFrame
	}
	if binary.BigEndian.Uint64(text[len(answerMark):start]) != uint64(len(text)-start) { //nolint:gosec // not negative: checked above
		return nil, errFrame
	}
	return text[start:], nil
}

package evidence

import (
	"errors"
	"strings"
	"testing"
)

func TestNotAnArchive(t *testing.T) {
	for _, text := range []string{"", "hello", "{}", strings.Repeat("x", 100_000)} {
		if _, err := OpenArchive(strings.NewReader(text), int64(len(text)), Limits{}); !errors.Is(err, ErrNotArchive) {
			t.Errorf("%.10q gives %v", text, err)
		}
	}
}

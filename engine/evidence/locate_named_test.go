package evidence

import (
	"strings"
	"testing"
)

// TestPlacesOfRowsAreCalled: a threat's id may be forty letters that say nothing,
// so its place carries its title, as a component's carries its name.
func TestPlacesOfRowsAreCalled(t *testing.T) {
	model := `{"schema": 1, "applicationInfo": {"name": "x"}, "threats": [
	{"id": "04330dd9", "statement": "Someone reads the key"}, {"id": "0a054002", "statement": "` + strings.Repeat("long ", 40) + `"}]}`
	d := readFiles(t, map[string]string{"model.tc.json": model})
	for i, want := range []string{"Someone reads the key", strings.Repeat("long ", 16) + "…"} {
		got, _, err := d.Locate([]any{"threat_models", 0, "threats", "items", i, "status"}, 1)
		if err != nil || len(got) != 1 || got[0].Name != want || got[0].Line != 2 {
			t.Errorf("threat %d: %+v, %v", i, got, err)
		}
	}
}

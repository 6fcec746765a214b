package xlsx_test

import (
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine/render"
)

// everySheet is the filter with which LibreOffice writes each sheet as CSV, in
// UTF-8, with cells as they are shown.
const everySheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"

// TestOpenedByLibreOffice opens a workbook with a spreadsheet program, which
// shows in each cell what the table has.
func TestOpenedByLibreOffice(t *testing.T) {
	if os.Getenv("BIDGATE_OFFICE") == "" {
		t.Skip("BIDGATE_OFFICE is not set; make office installs what this needs and runs it")
	}
	r := recorded(t, "meets_with_exceptions.json")
	r.Inventory.Components[0].Name, r.Inventory.Components[1].Version = "=1+1", "-2"
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.xlsx"), written(t, r), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("soffice", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", everySheet, "--outdir", dir, filepath.Join(dir, "a.xlsx"))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	tables, err := render.Tables(r)
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range tables {
		text, err := os.ReadFile(filepath.Join(dir, "a-"+table.Title+".csv"))
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(string(text))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		n := 1
		for want := range table.Rows {
			for i, c := range want {
				shown := c.Text
				if _, ok := c.Value.(bool); ok {
					shown = strings.ToUpper(shown)
				}
				if rows[n][i] != shown {
					t.Errorf("%s: row %d, %s: %q, want %q", table.Title, n, table.Columns[i], rows[n][i], shown)
				}
			}
			n++
		}
	}
}

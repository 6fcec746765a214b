package policy_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine/internal/policy"
	"github.com/google/go-cmp/cmp"
)

const (
	limits     = `{"limits": {"versions": 2}}`
	limitsForm = `{"type": "object", "required": ["limits"], "additionalProperties": false,
 "properties": {"limits": {"type": "object", "additionalProperties": {"type": "integer", "minimum": 0}}}}`
)

// tabled reads the least number of versions from the table of its area.
var tabled = strings.Replace(versions, "share.stated >= input.parameters.acme.versions.min_share * share.total",
	"share.stated >= input.parameters.acme.versions.min_share * share.total\n\tshare.total >= data.bidgate.table.acme.limits.versions", 1)

func withTable(data, form string) map[string]string {
	return map[string]string{"v.rego": tabled, "bidgate/table/acme/data.json": data, "bidgate/table/acme/schema.json": form}
}

// TestTablesOfPacks: the data of a pack is read where stock opa has it too, counts
// in the digest and stands in the bundle, which is a pack again.
func TestTablesOfPacks(t *testing.T) {
	lib, err := load(t, withTable(limits, limitsForm))
	if err != nil {
		t.Fatal(err)
	}
	text := input(share("1", "1"), share("3", "3"))
	got := decide(t, lib, text, "acme.versions")
	if !strings.Contains(got, `"at":["sboms",1]`) || strings.Contains(got, `"at":["sboms",0]`) {
		t.Errorf("the table does not decide: %s", got)
	}
	other, err := load(t, withTable(strings.Replace(limits, "2", "1", 1), limitsForm))
	if err != nil {
		t.Fatal(err)
	}
	if other.Digest() == lib.Digest() {
		t.Error("the digest does not cover the table")
	}
	opa, err := exec.LookPath("opa")
	if err != nil {
		t.Skip("opa is not installed")
	}
	var bundle bytes.Buffer
	if err := lib.WriteBundle(&bundle); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for name, content := range map[string]string{"policy.tar.gz": bundle.String(), "input.json": text} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.CommandContext(t.Context(), opa, "eval", "-b", "policy.tar.gz", "-i", "input.json", "-f", "raw", "data.bidgate.decision")
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if diff := cmp.Diff(got+"\n", string(out)); diff != "" {
		t.Error(diff)
	}
}

// TestTablesAreRefused: what a table says wrongly is told with its line.
func TestTablesAreRefused(t *testing.T) {
	for _, c := range []struct {
		name  string
		files map[string]string
		want  string
	}{
		{"wrong type", withTable("{\"limits\": {\n\"versions\": \"two\"}}", limitsForm), `pack/bidgate/table/acme/data.json:2: what stands at /limits/versions does not fit schema.json: Invalid type`},
		{"key that is missing", withTable("{}", limitsForm), `data.json:1: what stands at / does not fit schema.json: limits is required`},
		{"no JSON", withTable("{\n\"limits\" 1}", limitsForm), `data.json:2: is not valid JSON`},
		{"a key twice", withTable("{\"limits\": {},\n\"limits\": {}}", limitsForm), `data.json:2: is not valid JSON`},
		{"no object", withTable("[]", limitsForm), `data.json:1: holds no object`},
		{"no schema", map[string]string{"v.rego": tabled, "bidgate/table/acme/data.json": limits}, `data.json: has no schema`},
		{"no table", map[string]string{"v.rego": versions, "bidgate/table/acme/schema.json": limitsForm}, `schema.json: is the schema of a table that is not there`},
		{"schema that is none", withTable(limits, `{"type": "thing"}`), `schema.json: is no JSON schema`},
		{"schema from elsewhere", withTable(limits, "{\n\"$ref\": \"https://a.example/s.json\"}"), `schema.json:2: refers to something outside of this file`},
		{"table of another area", map[string]string{"v.rego": versions, "bidgate/table/other/data.json": limits, "bidgate/table/other/schema.json": limitsForm}, `is a table of the area "other", which has no requirement in this pack`},
		{"table that is not there", map[string]string{"v.rego": tabled}, `data.bidgate.table.acme.limits.versions is nowhere`},
		{"another's table", map[string]string{"v.rego": strings.ReplaceAll(tabled, "table.acme", "table.other")}, `is the table of another area`},
		{"all tables", map[string]string{"v.rego": strings.ReplaceAll(tabled, "data.bidgate.table.acme.limits.versions", "count(data.bidgate.table)")}, `is the table of another area`},
		{"table elsewhere", map[string]string{"v.rego": versions, "bidgate/requirement/acme/versions/data.json": limits}, `could supply results without a rule`},
	} {
		_, err := load(t, c.files)
		var refused *policy.LoadError
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %s (%T)", c.name, err, c.want, refused)
		}
	}
}

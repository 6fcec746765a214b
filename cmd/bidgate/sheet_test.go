package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/width"

	"github.com/bidgate/bidgate/engine/remedy"
	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/report"
)

// wideCauses are those of a Chinese product, with names that have no spaces.
func wideCauses() *checked {
	const document = "证据/智能电表通信模块固件软件物料清单.cdx.json"
	return &checked{
		Verdict: report.Undetermined, Profile: "基线", AsOf: "2026-11-22", Open: 3, Decision: "sha256:" + strings.Repeat("0123456789abcdef", 4),
		Causes: []remedy.Cause{{
			Cause: "syft writes no supplier where the files that it reads name none, as lock files and Go binaries do not.", Severity: report.Major,
			Document: document, Tool: "syft", Version: "1.50.0", Specific: true, Confidence: remedy.Recalled, Count: 214,
			Findings: []string{"sbom.component_producer", "sbom.component_supplier"},
			Messages: []string{"In 214 of 214 software components the supplier is absent; at least 95 % must state a usable one."},
			Do:       "Add suppliers after the tool has run, from the registry that each package comes from.",
			Run:      "syft SOURCE --source-name PRODUCT --source-version VERSION --enrich all -o cyclonedx-json",
			Edits:    []remedy.Edit{{Where: "place", Add: `"supplier": {"name": "NAME"}`, Needs: "1.3"}},
			Places: []report.Place{
				{Document: document, Line: 8, Column: 5, Name: "智能电表通信模块 2.4.1"}, {Document: document, Line: 1008, Column: 5, Name: "深圳市示例科技有限公司固件更新服务程序库 1.0.0"},
				{Document: document, Line: 12, Column: 5, Name: "ﾒｰﾀｰ ゲートウェイ"}, {Document: document, Line: 16, Column: 5, Name: "x"},
			},
		}, {
			Cause: "关于威胁模型“智能电表通信模块威胁模型二〇二六年版”没有说明下一次审查的日期，因此必须有人询问供应商何时再次审查该模型并说明理由。", Severity: report.Blocking, Count: 1,
			Document: "a.yaml", Findings: []string{"threat_model.next_review"}, Do: "Say it.", Places: []report.Place{{Document: "a.yaml", Line: 1, Column: 1}},
		}},
	}
}

// columnsOf is how many columns a terminal gives to a line.
func columnsOf(line string) int {
	n := 0
	for _, r := range line {
		switch {
		case unicode.In(r, unicode.Mn):
		case r > 0x300 && (width.LookupRune(r).Kind() == width.EastAsianWide || width.LookupRune(r).Kind() == width.EastAsianFullwidth):
			n += 2
		default:
			n++
		}
	}
	return n
}

// colours are what a terminal takes for itself.
var colours = regexp.MustCompile("\x1b\\[[0-9;]*m")

// TestSheets: what check, init and pack write for 80 and for 120 columns, with
// colour and without, with Chinese names: no line is wider, but for commands and
// digests that are kept whole, and colours change nothing else.
func TestSheets(t *testing.T) {
	for _, columns := range []int{80, 120} {
		told := map[bool]string{}
		for _, colour := range []bool{false, true} {
			s := render.NewSheet(render.Options{Width: columns, Colour: colour})
			checkedText(s, wideCauses())
			mendedText(s, "副本", []mendedLine{{"清单.yaml", 3, "vendor: 深圳市示例科技有限公司", "vendor: unknown"}})
			s.Blank()
			scaffoldedText(s, &scaffolded{
				Found: []string{"软件物料清单.cdx.json: sbom"}, Kept: []string{"threat-model.yaml"}, Written: []string{"declaration.yaml"},
				Schemas: []string{"bidgate.declaration.schema.json"}, Check: "bidgate check '智能电表' --profile baseline",
			})
			s.Blank()
			packedText(s, &submission{File: "智能电表.zip", Files: 4, Digest: "sha256:" + strings.Repeat("ab", 32), Manifest: true, KeyID: "sha256:" + strings.Repeat("cd", 32)})
			told[colour] = s.String()
			golden := filepath.Join("testdata", "sheet", fmt.Sprintf("%d.txt", columns))
			if colour {
				golden = filepath.Join("testdata", "sheet", fmt.Sprintf("%d-colour.txt", columns))
			}
			sameAsGolden(t, golden, told[colour])
		}
		if diff := cmp.Diff(told[false], colours.ReplaceAllString(told[true], "")); diff != "" {
			t.Errorf("%d columns: colour changes more than colours\n%s", columns, diff)
		}
		for line := range strings.SplitSeq(told[false], "\n") {
			if n := columnsOf(line); n > columns && !strings.Contains(line, "Run ") && !strings.Contains(line, "Then run") && !strings.Contains(line, "sha256:") {
				t.Errorf("%d columns: %d of %q", columns, n, line)
			}
		}
	}
}

func sameAsGolden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file) //nolint:gosec // named here
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s: -want +got\n%s", file, diff)
	}
}

package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine/render"
)

// widthTender has vendors and products with wide characters in their names.
const widthTender = `tender: 1
id: 採購-2026-417
as_of: 2026-11-20
profile: {file: house.yaml}
offers:
  - {bundle: bids/one, vendor: 博特感測有限公司, items: [{product: 感測閘道器專業版, version: "2.4.1"}]}
  - {bundle: bids/two, vendor: Acme Devices, items: [{product: Sensor Gateway with a rather long name for a table, version: "7"}]}
  - {bundle: bids/three, vendor: 株式会社ミナト電子計測, items: [{product: ミナト水道メーター, version: "三"}]}
`

// TestWidths holds what an officer reads on a terminal to 80 and to 120 columns,
// with and without colour: nothing is wider, colour adds nothing but colour, and
// wide characters take two columns where texts stand below each other.
func TestWidths(t *testing.T) {
	pack, _ := filepath.Abs("testdata/pack")
	house, _ := filepath.Abs("testdata/house.yaml")
	golden, _ := filepath.Abs("testdata/width")
	t.Chdir(t.TempDir())
	bring(t, house, "house.yaml")
	lay(t, "tender.yaml", widthTender)
	for name, files := range map[string]int{"one": 1, "two": 2, "three": 3} {
		for _, file := range []string{"a.txt", "b.txt", "c.txt"}[:files] {
			lay(t, filepath.Join("bids", name, file), name+file)
		}
	}
	run := func(args ...string) string {
		t.Helper()
		status, stdout, stderr := start(t.Context(), nil, args...)
		if status == statusCouldNotRun {
			t.Fatalf("%v: %s", args, stderr)
		}
		return stdout
	}
	policies := []string{"--policy", pack, "--no-builtin", "--isolate", "never"}
	screen := append([]string{"screen", "--tender", "tender.yaml", "--results", "results"}, policies...)
	run(screen...)
	run("exception", "add", "leave.yaml", "--report", "results/one/report.json", "--requirement", "acme.papers", "--id", "EX-1", "--until", "2027-05-31",
		"--approver", "陳美玲，資訊安全長", "--reason", "第二份文件將於五月提交；在此之前，設備僅在試驗網路中運行，並由採購單位每月檢視一次。The second paper comes in May, and until then the device runs in a test network alone.")
	run("determine", "add", "found.yaml", "--vendor", "株式会社ミナト電子計測", "--product", "ミナト水道メーター", "--requirement", "acme.papers", "--outcome", "met", "--by", "A. Kowalczyk",
		"--place", "第四頁，第二節，支援期間與安全更新", "--reason", "支援至二〇三二年。Support is promised until 2032, as the second section says in so many words.", "--date", "2026-11-19")

	for name, args := range map[string][]string{
		"screen":    screen,
		"compare":   {"compare", "results", "--verbose"},
		"diff":      {"diff", "results/one/report.json", "results/three/report.json"},
		"exception": {"exception", "list", "leave.yaml"},
		"determine": {"determine", "list", "found.yaml"},
		"annex":     append([]string{"policy", "annex", "--tender", "tender.yaml"}, policies...),
	} {
		for _, width := range []string{"80", "120"} {
			laid := args
			if name == "screen" || name == "compare" || name == "diff" {
				laid = append(laid[:len(laid):len(laid)], "--width", width)
			} else if width == "120" {
				continue // paragraphs of 80 columns, or Markdown
			}
			text := run(laid...)
			if name == "screen" || name == "compare" || name == "diff" {
				coloured := run(append(laid, "--color", "always")...)
				if coloured == text {
					t.Errorf("%s: --color always colours nothing", name)
				}
				if plain := colours.ReplaceAllString(coloured, ""); plain != text {
					t.Errorf("%s: colour changes the text: %s", name, cmp.Diff(text, plain))
				}
			}
			for line := range strings.Lines(text) {
				if most := map[string]int{"80": 80, "120": 120}[width]; name != "annex" && render.Columns(strings.TrimRight(line, "\n")) > most {
					t.Errorf("%s: wider than %d columns: %s", name, most, line)
				}
			}
			holdGolden(t, filepath.Join(golden, name+"-"+width+".txt"), text)
		}
	}
}

func holdGolden(t *testing.T, file, text string) {
	t.Helper()
	text = regexp.MustCompile(`sha256:[0-9a-f]{64}`).ReplaceAllString(text, "sha256:"+strings.Repeat("0", 64))
	if *update {
		lay(t, file, text)
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), text); diff != "" {
		t.Errorf("%s: -want +got\n%s", filepath.Base(file), diff)
	}
}

// Command gen writes deterministic CycloneDX 1.6 SBOMs with seeded defects, and
// the lists that a buyer compares them with: as the data document of the peers'
// rules, and in the publishers' own forms.
//
//	go run . -n 10000 -out sbom.json              one SBOM
//	go run . -n 10000 -defects 0 -out clean.json  without defects
//	go run . -lists DIR                           the lists
//
// The same flags always give the same bytes.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

// lists are the data document of the peers' rules.
func lists() map[string]any {
	r := rand.New(rand.NewPCG(7, 7))
	kev, eol, banned, forb := map[string]any{}, map[string]any{}, map[string]bool{}, map[string]bool{}
	for i := range 1400 {
		kev[cve(i)] = map[string]any{"dueDate": fmt.Sprintf("2025-%02d-15", 1+i%12), "knownRansomwareCampaignUse": []string{"Known", "Unknown"}[i%2], "vendorProject": words[i%len(words)], "product": words[i/3%len(words)]}
	}
	for i := range 400 {
		cycles := map[string]string{}
		for c := range 3 {
			cycles[strconv.Itoa(c)] = fmt.Sprintf("20%d-06-30", 18+r.IntN(6))
		}
		eol[fmt.Sprintf("eol-product-%d", i)] = cycles
	}
	for i := range 40 {
		banned[fmt.Sprintf("Banned Vendor %d", i)] = true
	}
	for _, l := range forbidden {
		forb[l] = true
	}
	return map[string]any{"kev": kev, "eol": eol, "banned_suppliers": banned, "forbidden_licences": forb}
}

// publishers gives the same lists in the forms of their publishers, by file.
func publishers(data map[string]any) map[string]any {
	kev, eol, banned := []any{}, []any{}, []any{}
	for id, row := range data["kev"].(map[string]any) {
		row := row.(map[string]any)
		kev = append(kev, map[string]any{
			"cveID": id, "vendorProject": row["vendorProject"], "product": row["product"], "vulnerabilityName": id,
			"dateAdded": "2025-01-01", "dueDate": row["dueDate"], "shortDescription": "A flaw.", "requiredAction": "Update.",
			"knownRansomwareCampaignUse": row["knownRansomwareCampaignUse"], "notes": "", "cwes": []string{},
		})
	}
	for name, cycles := range data["eol"].(map[string]any) {
		releases := []any{}
		for cycle, day := range cycles.(map[string]string) {
			releases = append(releases, map[string]any{"name": cycle, "eolFrom": day, "isEol": true, "latest": map[string]any{"name": cycle + ".0"}})
		}
		eol = append(eol, map[string]any{
			"name": name, "label": name, "releases": releases,
			"identifiers": []any{map[string]any{"type": "purl", "id": "pkg:generic/" + name}},
		})
	}
	for name := range data["banned_suppliers"].(map[string]bool) {
		banned = append(banned, map[string]any{"id": strings.ReplaceAll(name, " ", "-"), "name": name, "legal_basis": "The buyer's own list"})
	}
	return map[string]any{
		"kev.json": map[string]any{
			"title": "KEV", "catalogVersion": "2026.11.01", "dateReleased": "2026-11-01T00:00:00Z", "count": len(kev), "vulnerabilities": kev,
		},
		"endoflife.json": eol,
		"sources.yaml":   map[string]any{"prohibited_sources": 1, "issued": "2026-11-01", "entries": banned}, // JSON is YAML
	}
}

func create(path string) *os.File {
	must(os.MkdirAll(filepath.Dir(path), 0o755))
	f, err := os.Create(path)
	must(err)
	return f
}

func writeJSON(path string, v any) {
	f := create(path)
	e := json.NewEncoder(f)
	e.SetIndent("", " ")
	must(e.Encode(v))
	must(f.Close())
}

func main() {
	n := flag.Int("n", 1000, "components")
	seed := flag.Uint64("seed", 1, "seed")
	defects := flag.Float64("defects", 0.01, "rate of each seeded defect (0: a clean SBOM)")
	out := flag.String("out", "", "write the SBOM here")
	dir := flag.String("lists", "", "write the lists here")
	flag.Parse()
	if *dir != "" {
		data := lists()
		writeJSON(filepath.Join(*dir, "data.json"), data)
		for name, v := range publishers(data) {
			writeJSON(filepath.Join(*dir, name), v)
		}
	}
	if *out != "" {
		f := create(*out)
		x := &g{rand.New(rand.NewPCG(*seed, 42)), *defects}
		x.sbom(f, *n, fmt.Sprintf("3e671687-395b-41f5-a30f-%012x", *seed))
		must(f.Close())
	}
}

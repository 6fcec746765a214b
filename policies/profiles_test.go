package policies_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// shipped are the profiles that the library promises; small-maker and
// buyer-data are there besides.
var shipped = []string{
	"ai-device", "baseline", "bsi-tr-03183", "building-automation", "ci-gate", "cisa-acquisition", "consumer-iot", "eu-cra",
	"industrial-62443", "medical-fda", "uk-psti", "us-federal-iot", "us-nss",
}

var editionForm = regexp.MustCompile(`^20\d\d\.\d\d$`)

// statedProfile is what a profile says of itself.
type statedProfile struct {
	ID           string                    `yaml:"id"`
	Edition      string                    `yaml:"edition"`
	Title        string                    `yaml:"title"`
	Description  string                    `yaml:"description"`
	Extends      string                    `yaml:"extends"`
	RejectAt     string                    `yaml:"reject_at"`
	ClarifyAt    string                    `yaml:"clarify_at"`
	Use          []string                  `yaml:"use"`
	Requirements map[string]map[string]any `yaml:"requirements"`
}

// TestProfilesStateWhatTheyAsk: each profile says for whom it is, in which
// edition, what it uses and what rejects; its page lists severities, parameters
// and the editions of the standards behind it.
func TestProfilesStateWhatTheyAsk(t *testing.T) {
	names, err := filepath.Glob("profile/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	known := texts(t)
	var there []string
	for _, name := range names {
		p := decodeLoose[statedProfile](t, name)
		there = append(there, p.ID)
		t.Run(p.ID, func(t *testing.T) { p.check(t, name, known) })
	}
	for _, id := range shipped {
		if !slices.Contains(there, id) {
			t.Errorf("there is no profile %s", id)
		}
	}
}

func (p statedProfile) check(t *testing.T, name string, known map[string]text) {
	t.Helper()
	source, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	header, _, _ := strings.Cut(string(source), "profile: 1\n")
	for _, heading := range []string{"For whom:", "Editions:"} {
		if !strings.Contains(header, heading) {
			t.Errorf("the comment at the top has no %q", heading)
		}
	}
	if p.ID != strings.TrimSuffix(filepath.Base(name), ".yaml") || !editionForm.MatchString(p.Edition) || p.Title == "" || len(p.Description) < 80 {
		t.Errorf("id %q, edition %q, title %q: state each, and what it asks in description", p.ID, p.Edition, p.Title)
	}
	for _, words := range []string{header, p.Title, p.Description} {
		if found := refusedText[noLaw].FindString(words); found != "" && !strings.Contains(words, "never say") {
			t.Errorf("it says %q: %s", found, noLaw)
		}
	}
	if p.Extends == "" && (p.RejectAt == "" || p.ClarifyAt == "" || len(p.Use) == 0) {
		t.Error("it stands alone: state use, reject_at and clarify_at")
	}
	for id, choice := range p.Requirements {
		if _, ok := known[id]; !ok {
			t.Errorf("%s is no requirement and no member of one", id)
		}
		if len(choice) == 0 {
			t.Errorf("%s chooses nothing", id)
		}
	}
	page, err := os.ReadFile("doc/profile/" + p.ID + ".md")
	if err != nil {
		t.Fatal(err)
	}
	for _, heading := range []string{"## For whom, and what it asks", "## What a result means", "## How much it asks", "| Parameters |", "## Standards and editions"} {
		if !strings.Contains(string(page), heading) {
			t.Errorf("its page has no %q", heading)
		}
	}
}

// readsOf8259 finds the publications that no rule of the EU or the UK asks for.
var readsOf8259 = regexp.MustCompile(`(?i)8259|8425`)

// TestOtherPlacesNeverDemandIR8259: a profile of the EU or the UK asks for no
// answer to a clause of NIST IR 8259, A or B, nor of IR 8425, unless the same
// requirement takes answers to another standard as equal.
func TestOtherPlacesNeverDemandIR8259(t *testing.T) {
	asked := asked(t)
	for _, profile := range []string{"eu-cra", "uk-psti", "consumer-iot", "bsi-tr-03183"} {
		if len(asked[profile]) == 0 {
			t.Fatalf("the profile %s asks for nothing", profile)
		}
		for id, r := range asked[profile] {
			if strings.HasPrefix(id, "nist_8259") || strings.HasPrefix(id, "nist_8425") {
				t.Errorf("%s asks for %s", profile, id)
			}
			only := len(r.sources) > 0
			for _, s := range slices.Concat(r.sources, r.equal) {
				only = only && readsOf8259.MatchString(s)
			}
			if only {
				t.Errorf("%s asks for %s, which no other standard than IR 8259 or 8425 stands behind", profile, id)
			}
			for where, sentence := range map[string]string{"title": r.Title, "remedy": r.Remedy, "question": r.Question} {
				if readsOf8259.MatchString(sentence) {
					t.Errorf("%s: %s of %s names IR 8259 or 8425: %s", profile, where, id, sentence)
				}
			}
		}
	}
}

// demand is what a profile asks for, with what stands behind it.
type demand struct {
	text
	sources, equal []string // standards
}

var linked = regexp.MustCompile(`\]\(\.\./requirement/([a-z0-9_.]+)\.md\)`)

// asked are the requirements of each profile, as its page lists them.
func asked(t *testing.T) map[string]map[string]demand {
	t.Helper()
	data, err := os.ReadFile("bidgate/catalog/data.json")
	if err != nil {
		t.Fatal(err)
	}
	type cited struct {
		Standard string `json:"standard"`
	}
	var catalogue struct {
		Requirements map[string]struct {
			text
			Sources     []cited `json:"sources"`
			Equivalents []cited `json:"equivalents"`
		} `json:"requirements"`
	}
	if err := json.Unmarshal(data, &catalogue); err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob("doc/profile/*.md")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]map[string]demand{}
	for _, name := range names {
		page, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		found := map[string]demand{}
		for _, m := range linked.FindAllStringSubmatch(string(page), -1) {
			r := catalogue.Requirements[m[1]]
			d := demand{text: r.text}
			for _, s := range r.Sources {
				d.sources = append(d.sources, s.Standard)
			}
			for _, s := range r.Equivalents {
				d.equal = append(d.equal, s.Standard)
			}
			found[m[1]] = d
		}
		all[strings.TrimSuffix(filepath.Base(name), ".md")] = found
	}
	return all
}

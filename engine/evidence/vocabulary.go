package evidence

import "strings"

// words is a vocabulary of a form: its values in snake case, and other
// spellings of them. Case, "-", "_" and spaces make no difference.
type words struct {
	values []string
	also   map[string]string // synonym to value, both in snake case
	// open also takes other words, which stay as they are written.
	open bool
}

// snake brings a word to lower case with underscores.
func snake(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return r == '-' || r == '_' || r == ' ' || r == '\t' || r == '\n'
	}), "_")
}

// find returns the value that text stands for.
func (w *words) find(text string) (string, bool) {
	word := snake(text)
	for _, v := range w.values {
		if v == word || snake(v) == word {
			return v, true
		}
	}
	v, ok := w.also[word]
	return v, ok
}

// list says the values to a person.
func (w *words) list() string { return strings.Join(w.values, ", ") }

func closed(values string) *words { return &words{values: strings.Fields(values)} }

func open(values string) *words { return &words{values: strings.Fields(values), open: true} }

func (w *words) with(also map[string]string) *words {
	return &words{values: w.values, also: also, open: w.open}
}

// The vocabularies of the threat-model summary (reference formats 1.2 and 1.4).
var (
	likelihoodWords = closed("rare unlikely possible likely certain").with(map[string]string{"almost_certain": "certain"})
	impactWords     = closed("negligible minor moderate major severe")
	severityWords   = closed("info low medium high critical").with(map[string]string{
		"very_low": "low", "very_high": "high", "informational": "info", "moderate": "medium", "elevated": "high",
	})
	levelWords        = closed("very_low low medium high very_high critical")
	threatStatusWords = closed("open mitigated accepted transferred avoided not_applicable").with(map[string]string{
		"accept": "accepted", "transfer": "transferred", "avoid": "avoided", "n/a": "not_applicable", "na": "not_applicable",
	})
	responseWords         = closed("reduce avoid transfer accept none").with(map[string]string{"mitigate": "reduce"})
	mitigationStatusWords = closed("proposed planned in_progress implemented verified rejected retired").with(map[string]string{
		"inprogress": "in_progress",
	})
	assumptionStatusWords = closed("unconfirmed confirmed rejected")
	modelPartWords        = closed("process external data_store device service")
	methodWords           = open("STRIDE STRIDE-per-element LINDDUN PASTA TARA VAST OCTAVE MAESTRO CIA PLOT4ai attack-tree other").with(map[string]string{"attack_trees": "attack-tree"})
	categoryWords         = open(`spoofing tampering repudiation information_disclosure denial_of_service elevation_of_privilege
		linking identifying non_repudiation detecting data_disclosure unawareness non_compliance`)
	taxonomyWords     = open("STRIDE LINDDUN CIA PLOT4ai CWE CAPEC ATT&CK")
	impactDomainWords = open("safety availability physical privacy confidentiality integrity financial legal reputation")
)

// The vocabularies of the declaration form (reference formats 2.3).
var (
	answerStatusWords = closed("met partial not_met not_applicable").with(map[string]string{
		"yes": "met", "true": "met", "no": "not_met", "false": "not_met", "partially": "partial", "n/a": "not_applicable", "na": "not_applicable",
	})
	partKindWords     = closed("device firmware app service gateway")
	evidenceKindWords = closed("threat_model sbom vex test_report pentest_report risk_assessment policy certificate document")
	mechanismWords    = closed("automatic assisted manual none")
	feedWords         = open("csaf vex openvex cyclonedx osv")
	dutyWords         = open("none required optional automatic")
	needOwnerWords    = closed("product service supplier integrator customer")
	autonomyWords     = closed("none advisory bounded full")
	passwordWords     = closed("none user_set unique_random unique_keyed universal incremental derived")
	logEventWords     = open("configuration identity data_access")
	assessorWords     = closed("self second_party third_party")
	signatureWords    = closed("detached dsse jsf scan")
	craClassWords     = closed("default important_1 important_2 critical").with(map[string]string{
		"important_i": "important_1", "important_ii": "important_2", "important_class_i": "important_1", "important_class_ii": "important_2",
	})
	craRouteWords = closed("module_a module_b_c module_h certification").with(map[string]string{
		"a": "module_a", "b+c": "module_b_c", "module_b+c": "module_b_c", "h": "module_h",
	})
	userInfoWords      = closed("1 2 3 4 5 6 7 8 8a 8b 8c 8d 8e 8f 9")
	technicalFileWords = closed("description design risk_assessment support_period standards test_reports declaration_of_conformity")
	tlsWords           = closed("ssl3 tls1.0 tls1.1 tls1.2 tls1.3").with(map[string]string{
		"1.0": "tls1.0", "1.1": "tls1.1", "1.2": "tls1.2", "1.3": "tls1.3",
		"tls_1.0": "tls1.0", "tls_1.1": "tls1.1", "tls_1.2": "tls1.2", "tls_1.3": "tls1.3",
		"tlsv1.0": "tls1.0", "tlsv1.1": "tls1.1", "tlsv1.2": "tls1.2", "tlsv1.3": "tls1.3",
	})
)

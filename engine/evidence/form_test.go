package evidence

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// forms are the hand-written forms with the types that they are read into.
var forms = []struct {
	name string
	rows []formField
	into reflect.Type
	read func(*source, Limits) reading
}{
	{"threat_model", summaryForm(), reflect.TypeFor[ThreatModel](), readSummary},
	{"declaration", declarationForm(), reflect.TypeFor[Declaration](), readDeclaration},
}

// TestFormTables holds the rows of each form well made: they fit the types,
// stand once, and say how often the field may stand.
func TestFormTables(t *testing.T) {
	for _, form := range forms {
		compileForm(form.rows, form.into)
		seen := map[string]bool{}
		for _, row := range form.rows {
			if seen[row.path] {
				t.Errorf("%s: %s stands twice", form.name, row.path)
			}
			seen[row.path] = true
			if !slices.Contains([]string{"1", "0..1", "0..n", "1..n"}, row.card) {
				t.Errorf("%s: %s has cardinality %q", form.name, row.path, row.card)
			}
			isList := slices.Contains([]valueType{listValue, textsValue, namesValue, linksValue}, row.is)
			if isList != strings.HasSuffix(row.path, "[]") || isList != strings.HasSuffix(row.card, "n") {
				t.Errorf("%s: %s is %s, %s", form.name, row.path, row.is, row.card)
			}
			for _, list := range strings.Fields(strings.TrimPrefix(row.refs, "?")) {
				if !slices.ContainsFunc(form.rows, func(r formField) bool { return strings.ReplaceAll(r.path, "[]", "") == list && r.is == listValue }) {
					t.Errorf("%s: %s refers to %s, which is no list", form.name, row.path, list)
				}
			}
		}
	}
}

// derived are the places of the dossier that no field of a form fills: what is
// computed, and what says where something was read.
var derived = strings.Fields(`
	document format format_version unsupported location method_basis counts clauses
	supplements.model supplements.fields supplemented_by.path supplemented_by.model supplemented_by.fields
	supplements.document supplemented_by.document warnings.code warnings.text demo demo_of threats.response_basis
	sbom_ref.document sbom_ref.state scale.state scope.state owner.state owner.location approver.state approver.location
	threats.key threats.severity_raw threats.severity_basis threats.status_raw threats.status_basis threats.untouched threats.mitigations
	mitigations.status_raw interfaces.basis data_flows.crosses_basis mitigations.evidence.outcome mitigations.evidence.document
	support.computed_end support.end_differs_days support.period_months
	answers.evidence.outcome answers.evidence.document evidence.file.outcome evidence.file.document evidence.file.location
	responsibility_matrix.told_in.outcome responsibility_matrix.told_in.document
	affirmation.signatories.known affirmation.signatories.signature.outcome affirmation.signatories.signature.document
	affirmation.signatories.signature.url`)

// TestEveryPlaceHasAField finds places of the dossier that no form can fill.
func TestEveryPlaceHasAField(t *testing.T) {
	for _, form := range forms {
		filled := map[string]bool{}
		entry := map[string]string{"": ""} // place of a list by its path in the form
		for _, row := range form.rows {
			base := ""
			for path := range entry {
				if path != "" && strings.HasPrefix(row.path, path+".") && len(path) > len(base) {
					base = path
				}
			}
			to := row.to
			if to == "" {
				to = strings.TrimPrefix(strings.TrimPrefix(strings.ReplaceAll(row.path, "[]", ""), strings.ReplaceAll(base, "[]", "")), ".")
			}
			place := strings.TrimPrefix(entry[base]+"."+to, ".")
			if row.is == listValue {
				entry[row.path] = place
			}
			filled[place] = true
		}
		for _, place := range places(form.into, "") {
			last := place[strings.LastIndexByte(place, '.')+1:]
			if !filled[place] && !slices.Contains(derived, place) && last != "location" && last != "state" {
				t.Errorf("%s: no field fills %s", form.name, place)
			}
		}
	}
}

// places lists the JSON paths of the values of a type, without those of the
// plain value types.
func places(t reflect.Type, at string) []string {
	if t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Struct && t.Elem() != reflect.TypeFor[BOMLink]() {
		return places(t.Elem(), at)
	}
	if t.Kind() != reflect.Struct || t.NumField() == 2 && (t.Field(1).Name == "Value") || t == reflect.TypeFor[Contact]() || t == reflect.TypeFor[ThreatCounts]() {
		return []string{at}
	}
	if items, ok := t.FieldByName("Items"); ok {
		if items.Type.Elem().Kind() != reflect.Struct || items.Type.Elem() == reflect.TypeFor[BOMLink]() {
			return []string{at}
		}
		return places(items.Type.Elem(), at)
	}
	var list []string
	for i := range t.NumField() {
		if f := t.Field(i); f.IsExported() {
			list = append(list, places(f.Type, strings.TrimPrefix(at+"."+f.Tag.Get("json"), "."))...)
		}
	}
	return list
}

// catalogueNames are the names that the requirements catalogue uses for what a
// declaration states, with the field or the answer that holds each.
var catalogueNames = map[string]string{
	"889a": "section_889.part_a", "889b": "section_889.part_b", "SAG.GOV.01-19": "sag-GOV-01",
	"acknowledgement and status days": "vulnerability_disclosure.acknowledgement_days",
	"ai.features":                     "ai.features[]", "ai monitoring": "ai.features[].monitoring", "ai explanation": "ai.features[].explanation",
	"asns and prefixes": "networks.asns[]", "assumptions": "assumptions", "broadcasts": "broadcasts", "cadence": "vulnerability_disclosure.monitoring_days",
	"cmvp": "cmvp[]", "comms": "comms", "contact": "vulnerability_disclosure.contact", "country_of_production": "country_of_production",
	"cra_class": "cra.class", "crypto agility": "bidgate-CRY-06", "cryptographic weaknesses in scope": "bidgate-VUL-19",
	"customers": "customers[]", "data": "data[]", "design": "design", "dnssec zones": "networks.zones[]", "edition": "standards[].edition",
	"eol_plan": "support.eol_plan", "excluded_uses": "excluded_uses[]", "first_market_date": "product.first_market_date", "foci": "foci",
	"framework id": "frameworks[]", "inventory of cryptography": "bidgate-CRY-01", "ipv6 only": "bidgate-NET-05", "log_events": "log_events[]",
	"maintenance": "maintenance", "needs": "needs[]", "notice_days": "support.notice_days", "password_scheme": "password_scheme",
	"policy": "vulnerability_disclosure.policy", "product": "product", "product_category": "product_category", "product_parts": "product.parts[]",
	"regimes": "regimes[]", "responsibility_matrix": "responsibility_matrix[]", "retirement": "retirement", "role, name, date": "answers[].responsible",
	"route": "cra.route", "safety_relevant": "product.safety_relevant", "sbom update practice": "bidgate-SBOM-21", "service_loss": "service_loss[]",
	"signature_scheme": "signature_scheme", "ssdf": "ssdf-1.1-PO.1.1", "statutory reporting": "bidgate-VUL-18", "supplier disclosure": "vulnerability_disclosure.supplier_disclosure",
	"cna": "vulnerability_disclosure.cve_numbering_authority", "support_contact": "support_contact", "techfile": "cra.technical_file[]",
	"tls versions": "networks.tls_versions[]", "traffic described": "bidgate-NET-06", "update availability": "updates.available",
	"update_headroom": "update_headroom", "update_sla": "updates.sla_days", "updates": "updates", "use_cases": "use_cases[]",
	"user_info": "cra.user_info[]", "bad practices": "sbd-01", "registry facts": "ctm-2", "risk-based security": "cra-I-1",
	"period not shortened": "bidgate-EOL-05", "on request": "ir8259b-ID-2",
}

// TestEveryCatalogueNameHasAPlace holds the form complete: what a row of the
// requirements catalogue asks of the vendor is a field or an answer.
func TestEveryCatalogueNameHasAPlace(t *testing.T) {
	known := KnownClauses()
	for name, place := range catalogueNames {
		field := slices.ContainsFunc(declarationForm(), func(f formField) bool { return f.path == place })
		if !field && !slices.Contains(known, place) && !inQuestionnaire(place) {
			t.Errorf("%s has no place: %s is neither a field nor an answer", name, place)
		}
	}
}

// document writes a JSON document whose only field is row, with value.
func document(form string, row formField, value string) string {
	steps := strings.Split(row.path, ".")
	for i := len(steps) - 1; i >= 0; i-- {
		name, list := strings.CutSuffix(steps[i], "[]")
		if list && i < len(steps)-1 {
			value = "[" + value + "]"
		}
		value = `{"` + name + `":` + value + `}`
	}
	return `{"` + form + `":1,` + value[1:]
}

// kept is the state that a read document has for the field of a row, or false
// where the dossier keeps no state for it.
func kept(row formField, out reading) (State, bool) {
	sh, v := declarationShape(), reflect.ValueOf(out.declaration)
	if out.threatModel() != nil {
		sh, v = summaryShape(), reflect.ValueOf(out.threatModel())
	}
	v = v.Elem()
	for _, step := range strings.Split(row.path, ".") {
		s := sh.slots[sh.byName[strings.TrimSuffix(step, "[]")]]
		sh = s.sub
		if s.to == "-" {
			return "", false
		}
		if s.list == strings.ReplaceAll(row.path, "[]", "") {
			if s.index == nil {
				return "", false
			}
			field := v.FieldByIndex(s.index)
			if field.Kind() != reflect.Struct {
				return "", false
			}
			state := field.FieldByName("State")
			if !state.IsValid() {
				return "", false
			}
			return State(state.String()), true
		}
		if s.is == listValue {
			list := v.FieldByIndex(s.index)
			if list.Kind() == reflect.Struct {
				list = list.FieldByName("Items")
			}
			v = list.Index(0)
		}
	}
	panic("unreachable")
}

// TestEveryStateOfEveryField reads each field of both forms absent and with a
// value of each sort, and compares the state.
func TestEveryStateOfEveryField(t *testing.T) {
	OneGoroutine(t)
	for _, form := range forms {
		for _, row := range form.rows {
			if row.path == form.name || row.to == "-" {
				continue
			}
			absent := Absent
			if row.path == "threats[].status" {
				absent = Stated // derived
			}
			cases := map[string]State{`null`: absent, `"unknown"`: Unknown, `"Not known"`: Unknown, `"withheld"`: Withheld, `"TBD"`: Placeholder, `"<fill in>"`: Placeholder}
			if row.is != objectValue && row.is != listValue {
				cases[`{"a":1}`] = Invalid
			}
			if row.is == objectValue || row.is == listValue || row.is == flagValue {
				cases["7"] = Invalid
			}
			if value := valid(row); value != "" {
				cases[value] = Stated
			}
			for value, want := range cases {
				out := form.read(jsonSource(document(form.name, row, value)), Limits{})
				if !out.readable {
					t.Fatalf("%s: %s: %v", form.name, document(form.name, row, value), out.problems)
				}
				got, ok := kept(row, out)
				if ok && got != want {
					t.Errorf("%s: %s = %s gives %s, want %s (%v)", form.name, row.path, value, got, want, out.problems)
				}
				if want == Invalid && !slices.ContainsFunc(out.problems, func(p Problem) bool {
					return p.Code == codeWrongType || p.Code == codeUnknownValue || p.Code == codeBadNumber
				}) {
					t.Errorf("%s: %s = %s gives no problem (%v)", form.name, row.path, value, out.problems)
				}
				if value == `null` && len(out.problems) != 0 {
					t.Errorf("%s: %s = %s: %v", form.name, row.path, value, out.problems)
				}
			}
		}
	}
}

// valid is a value that the field takes, in JSON.
func valid(row formField) string {
	text := "some text"
	switch {
	case row.words != nil:
		text = row.words.values[0]
	case row.path == "product.purl":
		text = "pkg:generic/a/b@1"
	case row.path == "product.cpe":
		text = "cpe:2.3:a:acme:gateway:1:*:*:*:*:*:*:*"
	case strings.HasSuffix(row.path, "digest"):
		text = strings.Repeat("0a", 32)
	case strings.HasSuffix(row.path, "techniques[]"):
		text = "T1190"
	case row.norm != nil:
		text = "1234"
	case strings.HasSuffix(row.path, ".likelihood"):
		text = "rare"
	case strings.HasSuffix(row.path, ".impact"):
		text = "severe"
	}
	switch row.is {
	case dateValue:
		text = "2026-09-14"
	case periodValue:
		text = "P5Y"
	case numberValue, integerValue:
		return "1"
	case flagValue:
		return "true"
	case objectValue:
		return "{}"
	case listValue:
		return "[]"
	case textsValue, namesValue, linksValue:
		return "[" + strconv.Quote(text) + "]"
	}
	return strconv.Quote(text)
}

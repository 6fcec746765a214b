package evidence

import "testing"

// FuzzHCLTM reads anything as a hcltm file.
func FuzzHCLTM(f *testing.F) {
	f.Add(example(f, "threatmodel/hcltm-tm1.json"))
	f.Add(`{"spec_version":"1","threatmodel":[{"a":[{"threat":[{"description":"x","control":"y"},{"t":{"description":"z"}}]}]}]}`)
	f.Fuzz(func(t *testing.T, text string) { fuzzForm(t, "hcltm", text, false) })
}

// FuzzPytm reads anything as a pytm file.
func FuzzPytm(f *testing.F) {
	f.Add(`{"threatsFile":"x","elements":[{"name":"a","__class__":"Server","inScope":false,"findings":[{"id":1,"severity":"High"}]}],"flows":[{"source":"a","sink":"b"}],"assumptions":["a",{"name":"b"}],"excluded_findings":[{"assumption":"x"}]}`)
	f.Fuzz(func(t *testing.T, text string) { fuzzForm(t, "pytm", text, false) })
}

// FuzzTM7 reads anything as a .tm7 file.
func FuzzTM7(f *testing.F) {
	f.Add(tm7Model)
	f.Fuzz(func(t *testing.T, text string) { fuzzAs(t, "tmt", "a.tm7", text, nil) })
}

// FuzzThreagile reads anything as a model beside a list of risks.
func FuzzThreagile(f *testing.F) {
	f.Add(example(f, "threatmodel/threagile-stub.yaml"), "[]")
	f.Add(threagileModel, threagileRisks)
	f.Add("threagile_version: 1\nincludes: [risks.json, model.yaml]\nx: &a {<<: *a}\n", `[{"synthetic_id": "a@b", "category": 1}]`)
	f.Fuzz(func(t *testing.T, model, risks string) {
		fuzzAs(t, "threagile", "model.yaml", model, map[string]string{"risks.json": risks})
		fuzzAs(t, "threagile-risks", "risks.json", risks, map[string]string{"model.yaml": model, "stats.json": risks})
	})
}

package evidence

import "testing"

// FuzzHCLTM reads anything as a hcltm file.
func FuzzHCLTM(f *testing.F) {
	f.Add(example(f, "threatmodel/hcltm-tm1.json"))
	f.Add(`{"spec_version":"1","threatmodel":[{"a":[{"threat":[{"description":"x","control":"y"},{"t":{"description":"z"}}]}]}]}`)
	f.Fuzz(func(t *testing.T, text string) { fuzzForm(t, readHCLTM, text, false) })
}

// FuzzPytm reads anything as a pytm file.
func FuzzPytm(f *testing.F) {
	f.Add(`{"threatsFile":"x","elements":[{"name":"a","__class__":"Server","inScope":false,"findings":[{"id":1,"severity":"High"}]}],"flows":[{"source":"a","sink":"b"}],"assumptions":["a",{"name":"b"}],"excluded_findings":[{"assumption":"x"}]}`)
	f.Fuzz(func(t *testing.T, text string) { fuzzForm(t, readPytm, text, false) })
}

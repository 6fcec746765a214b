package evidence

import "testing"

// FuzzLifecycle reads anything as a record of either format.
func FuzzLifecycle(f *testing.F) {
	f.Add(cleDocument)
	f.Add(`{"$schema":"https://docs.oasis-open.org/openeox/v1.0/schema/core.json","end_of_life":"tba","end_of_security_support":"2030-01-01T00:00:00Z","last_updated":"2026-01-01T00:00:00Z"}`)
	f.Fuzz(func(t *testing.T, text string) {
		for _, form := range []string{"cle", "openeox"} {
			got := formNamed(t, form).read(jsonSource(text), Limits{})
			if got.readable != (len(got.lifecycle) == 1) || !got.readable && len(got.problems) == 0 {
				t.Fatalf("readable %v with %d records", got.readable, len(got.lifecycle))
			}
			fuzzAs(t, form, "a.json", text, map[string]string{"b.cdx.json": vexGateway})
		}
	})
}

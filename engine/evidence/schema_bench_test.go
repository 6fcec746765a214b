package evidence

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// fleet is the largest SBOM of the corpus, or a generated one of its size.
func fleet(b *testing.B) []byte {
	data, err := os.ReadFile(filepath.Join(corpusDir, "sbom/generated-syft-lockfile-fleet.1.6.cdx.json"))
	if err != nil {
		return generateSBOM(13_000)
	}
	return data
}

// BenchmarkSchema holds a large SBOM against its schema: the walk alone, our
// pass alone, both as a document is read, and the whole document at once by
// another validator. "peak-MB" is what the live heap grows by at most.
func BenchmarkSchema(b *testing.B) {
	data := fleet(b)
	whole := wholeSchemas(b)["1.6"]
	cdxSchemas["1.6"]()
	src := &source{data: data, syntax: jsonSyntax}
	limits := Limits{}.withDefaults()
	ways := []struct {
		name string
		do   func() bool
	}{
		{"walk", func() bool { return !walkCycloneDX(src, limits, nil).refused }},
		{"schema", func() bool { return len(validateCycloneDX(src, "1.6", limits).problems) == 0 }},
		{"both", func() bool { return len(readCycloneDXJSON(src, limits).problems) == 0 }},
		{"whole", func() bool {
			document, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
			return err == nil && whole.Validate(document) == nil
		}},
	}
	for _, way := range ways {
		b.Run(way.name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if !way.do() {
					b.Fatal("the document has problems")
				}
			}
			b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N)/(float64(len(data))/1e6), "ms/MB")
			b.StopTimer()
			b.ReportMetric(peak(way.do), "peak-MB")
		})
	}
}

// peak samples the heap while do runs.
func peak(do func() bool) float64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	before, most := m.HeapAlloc, m.HeapAlloc
	done := make(chan struct{})
	go func() { do(); close(done) }()
	for {
		select {
		case <-done:
			return float64(most-before) / 1e6
		case <-time.After(2 * time.Millisecond):
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapAlloc)
		}
	}
}

// BenchmarkSchemaLoad makes each version's schema, as a cold command does for
// the versions that it meets.
func BenchmarkSchemaLoad(b *testing.B) {
	for _, version := range cdxVersions {
		b.Run(version, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				loadSchema("bom-" + version + ".schema.json")
			}
		})
	}
}

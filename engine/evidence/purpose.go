package evidence

import "strings"

// PurposeFacts lists components by what they are commonly used for.
type PurposeFacts struct {
	// MachineLearning are delivered software components that, by their package
	// URL or else their name, run or call machine-learning models.
	MachineLearning []Row `json:"machine_learning" table:"components"`
}

// learning are the packages that run or call machine-learning models, by type of
// package URL: namespace and name in lower case, or the beginning of them. Those
// under "" are of every other type and of components without a package URL, by
// name alone. Common ones only, as registries and projects call them; written from
// memory and reviewed 2026-11-22. policies/reference has the table a second time.
var learning = map[string]*stems{
	"pypi": stemsOf(
		"ai-edge-litert", "anthropic", "coremltools", "diffusers", "faster-whisper", "flax", "jax", "jaxlib", "keras", "langchain",
		"llama-cpp-python", "mediapipe", "mxnet", "ollama", "onnxruntime", "openai", "openvino", "paddlepaddle", "pytorch",
		"sentence-transformers", "tensorflow", "tensorrt", "tflite", "torch", "transformers", "ultralytics", "vllm",
	),
	"npm": stemsOf(
		"@anthropic-ai", "@huggingface", "@langchain", "@mediapipe", "@tensorflow", "@xenova/transformers", "brain.js", "langchain",
		"ml5", "node-llama-cpp", "ollama", "onnxruntime", "openai",
	),
	"maven": stemsOf(
		"ai.djl", "com.google.mlkit", "com.microsoft.onnxruntime", "com.openai", "dev.langchain4j", "org.deeplearning4j", "org.pytorch", "org.tensorflow",
	),
	"nuget": stemsOf("microsoft.ml", "openai", "tensorflow.net", "torchsharp"),
	"cargo": stemsOf("candle-core", "candle-nn", "llama-cpp", "ort", "tch", "tensorflow", "tract-onnx", "tract-tensorflow"),
	"golang": stemsOf(
		"github.com/ollama/ollama", "github.com/openai/openai-go", "github.com/tensorflow/tensorflow", "github.com/tmc/langchaingo",
		"github.com/yalue/onnxruntime_go", "gorgonia.org/gorgonia",
	),
	"": stemsOf(
		"executorch", "ggml", "libncnn", "libonnxruntime", "libtensorflow", "libtorch", "llama.cpp", "ncnn", "onnxruntime", "openvino",
		"pytorch", "python3-tensorflow", "python3-torch", "tensorflow", "tensorrt", "tflite", "whisper.cpp",
	),
}

// stems are what names begin with, and the first bytes of them.
type stems struct {
	list  []string
	first [256]bool
}

func stemsOf(list ...string) *stems {
	s := &stems{list: list}
	for _, stem := range list {
		s.first[stem[0]] = true
	}
	return s
}

// purposes finds the components with a purpose that other statements can be held
// against.
func (t *bomTables) purposes() PurposeFacts {
	facts := PurposeFacts{MachineLearning: []Row{}}
	for row := range t.rows {
		if c := &t.rows[row]; c.Shipped() && learns(c) {
			facts.MachineLearning = append(facts.MachineLearning, Row(row))
		}
	}
	return facts
}

func learns(c *Component) bool {
	if plainlyOther(c.PURL) {
		return false
	}
	kind, called := packageName(c.PURL)
	if called == "" {
		called = strings.ReplaceAll(c.Name, " ", "-")
	}
	known := learning[kind]
	if kind == "" || known == nil {
		known, called = learning[""], called[strings.LastIndexByte(called, '/')+1:]
	}
	called = strings.ToLower(called)
	for _, stem := range known.list {
		if rest, found := strings.CutPrefix(called, stem); found && (rest == "" || strings.IndexByte("-_./", rest[0]) >= 0) {
			return true
		}
	}
	return false
}

// plainlyOther spares the usual package URL the closer look: a type that has
// packages of its own, and a name that begins with the first letter of none. That
// takes a third of the time (BenchmarkFacts/purposes).
func plainlyOther(purl string) bool {
	rest, _ := strings.CutPrefix(purl, "pkg:")
	kind, rest, _ := strings.Cut(rest, "/")
	known := learning[kind]
	return kind != "" && known != nil && rest != "" && 'A' <= rest[0] && rest[0] <= 'z' && !known.first[lower(rest[0])]
}

// packageName gives the type of a well-formed package URL in lower case, and its
// namespace and name decoded; "" of what is none.
func packageName(purl string) (kind, called string) {
	if len(purl) < len("pkg:") {
		return "", ""
	}
	purl = strings.TrimLeft(purl[len("pkg:"):], "/")
	if end := strings.IndexAny(purl, "?#"); end >= 0 {
		purl = purl[:end]
	}
	kind, called, _ = strings.Cut(purl, "/")
	if at := strings.LastIndexByte(called, '@'); at > 0 {
		called = called[:at]
	}
	if strings.IndexByte(called, '%') >= 0 {
		called = unescape(called)
	}
	return strings.ToLower(kind), called
}

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
var learning = map[string][]string{
	"pypi": {
		"ai-edge-litert", "anthropic", "coremltools", "diffusers", "faster-whisper", "flax", "jax", "jaxlib", "keras", "langchain",
		"llama-cpp-python", "mediapipe", "mxnet", "ollama", "onnxruntime", "openai", "openvino", "paddlepaddle", "pytorch",
		"sentence-transformers", "tensorflow", "tensorrt", "tflite", "torch", "transformers", "ultralytics", "vllm",
	},
	"npm": {
		"@anthropic-ai", "@huggingface", "@langchain", "@mediapipe", "@tensorflow", "@xenova/transformers", "brain.js", "langchain",
		"ml5", "node-llama-cpp", "ollama", "onnxruntime", "openai",
	},
	"maven": {
		"ai.djl", "com.google.mlkit", "com.microsoft.onnxruntime", "com.openai", "dev.langchain4j", "org.deeplearning4j", "org.pytorch", "org.tensorflow",
	},
	"nuget": {"microsoft.ml", "openai", "tensorflow.net", "torchsharp"},
	"cargo": {"candle-core", "candle-nn", "llama-cpp", "ort", "tch", "tensorflow", "tract-onnx", "tract-tensorflow"},
	"golang": {
		"github.com/ollama/ollama", "github.com/openai/openai-go", "github.com/tensorflow/tensorflow", "github.com/tmc/langchaingo",
		"github.com/yalue/onnxruntime_go", "gorgonia.org/gorgonia",
	},
	"": {
		"executorch", "ggml", "libncnn", "libonnxruntime", "libtensorflow", "libtorch", "llama.cpp", "ncnn", "onnxruntime", "openvino",
		"pytorch", "python3-tensorflow", "python3-torch", "tensorflow", "tensorrt", "tflite", "whisper.cpp",
	},
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
	kind, called := packageName(c.PURL)
	if called == "" {
		called = strings.ReplaceAll(c.Name, " ", "-")
	}
	stems, known := learning[kind]
	if kind == "" || !known {
		stems, called = learning[""], called[strings.LastIndexByte(called, '/')+1:]
	}
	called = strings.ToLower(called)
	for _, stem := range stems {
		if rest, found := strings.CutPrefix(called, stem); found && (rest == "" || strings.IndexByte("-_./", rest[0]) >= 0) {
			return true
		}
	}
	return false
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

# Components by what they are commonly used for.
package reference

purposes := {"machine_learning": _pointers([row |
	some row in rows
	row.software
	row.scope != "excluded"
	_learns(row)
])}

# Packages that run or call machine-learning models, by type of package URL;
# those of every other type, and without a package URL, stand under "".
_learning := {
	"pypi": [
		"ai-edge-litert", "anthropic", "coremltools", "diffusers", "faster-whisper", "flax", "jax", "jaxlib", "keras", "langchain",
		"llama-cpp-python", "mediapipe", "mxnet", "ollama", "onnxruntime", "openai", "openvino", "paddlepaddle", "pytorch",
		"sentence-transformers", "tensorflow", "tensorrt", "tflite", "torch", "transformers", "ultralytics", "vllm",
	],
	"npm": [
		"@anthropic-ai", "@huggingface", "@langchain", "@mediapipe", "@tensorflow", "@xenova/transformers", "brain.js", "langchain",
		"ml5", "node-llama-cpp", "ollama", "onnxruntime", "openai",
	],
	"maven": [
		"ai.djl", "com.google.mlkit", "com.microsoft.onnxruntime", "com.openai", "dev.langchain4j", "org.deeplearning4j", "org.pytorch", "org.tensorflow",
	],
	"nuget": ["microsoft.ml", "openai", "tensorflow.net", "torchsharp"],
	"cargo": ["candle-core", "candle-nn", "llama-cpp", "ort", "tch", "tensorflow", "tract-onnx", "tract-tensorflow"],
	"golang": [
		"github.com/ollama/ollama", "github.com/openai/openai-go", "github.com/tensorflow/tensorflow", "github.com/tmc/langchaingo",
		"github.com/yalue/onnxruntime_go", "gorgonia.org/gorgonia",
	],
	"": [
		"executorch", "ggml", "libncnn", "libonnxruntime", "libtensorflow", "libtorch", "llama.cpp", "ncnn", "onnxruntime", "openvino",
		"pytorch", "python3-tensorflow", "python3-torch", "tensorflow", "tensorrt", "tflite", "whisper.cpp",
	],
}

_learns(row) if {
	[kind, called] := _package(row)
	some stem in _learning[kind]
	startswith(called, stem)
	regex.match(`^($|[-_./])`, trim_prefix(called, stem))
}

_package(row) := [kind, called] if {
	row.purl != ""
	p := purl(row.purl)
	kind := p.kind
	kind != ""
	_learning[kind]
	called := lower(concat("/", [part | some part in [p.namespace, p.name]; part != ""]))
} else := ["", lower(_last(concat("/", [p.namespace, p.name])))] if {
	row.purl != ""
	p := purl(row.purl)
} else := ["", lower(_last(replace(row.name, " ", "-")))]

_last(path) := segments[count(segments) - 1] if segments := split(path, "/")

package evidence

// readSignature reads an enveloped signature (JSF 0.82): one signer, several,
// or a chain. It is stated where a signer names its algorithm and has a value;
// whether it verifies is not looked at here.
func (r *cdxReader) readSignature(v token) State {
	if !r.is(v, '{') {
		return Invalid
	}
	state := Invalid
	var algorithm, value State
	for key, v, ok := r.member(); ok; key, v, ok = r.member() {
		switch key {
		case keyAlgorithm:
			_, algorithm = r.content(v)
		case keyValue:
			_, value = r.content(v)
		case keySigners, keyChain:
			if !r.is(v, '[') {
				continue
			}
			for v, ok := r.element(); ok; v, ok = r.element() {
				state = better(state, r.readSignature(v))
			}
		default:
			r.skip(v)
		}
	}
	if algorithm == Stated && value == Stated {
		state = Stated
	}
	return state
}

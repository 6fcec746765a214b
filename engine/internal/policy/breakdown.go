package policy

import "fmt"

// brokeDown is a panic as an error: a breakdown of the language's parser,
// compiler or a builtin is never a result.
func brokeDown(what string, p any) error {
	return fmt.Errorf("%s broke down: %v", what, p)
}

// unbroken does work that may panic.
func unbroken(work func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = brokeDown("reading it", p)
		}
	}()
	return work()
}

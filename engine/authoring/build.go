package authoring

import (
	"context"
	"fmt"
	"io"
	"io/fs"
)

// Build writes the tree with the built-in library as an OPA bundle (tar.gz),
// the same bytes that the engine exports, and gives the digest over its
// sources that reports name. Nothing is written of policies that the engine
// would refuse.
func Build(ctx context.Context, w io.Writer, tree fs.FS, o Options) (digest string, err error) {
	library, err := o.load(ctx, tree)
	if err != nil {
		return "", err
	}
	if err := library.WriteBundle(w); err != nil {
		return "", fmt.Errorf("policy bundle: %w", err)
	}
	return library.Digest(), nil
}

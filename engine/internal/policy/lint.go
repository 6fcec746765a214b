package policy

import "github.com/open-policy-agent/opa/v1/ast"

func (l *loading) lint(found *problems) {}

func (l *loading) references(c *ast.Compiler, found *problems) {}

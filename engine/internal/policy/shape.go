package policy

func (l *loading) shapes(found *problems) {}

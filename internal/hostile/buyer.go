package hostile

func buyerRows() []Row { return nil }

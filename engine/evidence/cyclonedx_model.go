package evidence

func (r *cdxReader) withinCards(v token) bool {
	return r.within(v, &r.cardParts, "MaxModelCards", r.limits.MaxModelCards, "the number of model cards and entries in them")
}

// readModelCard reads the modelCard of a component, or of the subject, which
// is row -1.
func (r *cdxReader) readModelCard(v token, row int) {
	if !r.withinCards(v) {
		return
	}
	text, texts := Text{State: Absent}, Texts{State: Absent, Items: noTexts}
	card := ModelCard{Row: row, Location: r.pointer(), Task: text, Architecture: text, Datasets: texts, Users: texts, UseCases: texts,
		Limitations: texts, Tradeoffs: texts, Ethical: texts, Fairness: texts}
	if !r.is(v, '{') {
		return
	}
	defer r.owned(owner{of: ofModelCard, row: len(r.cards), pointer: card.Location})()
	for key, v, ok := r.member(); ok; key, v, ok = r.member() {
		switch key {
		case keyModelParameters:
			r.readModelParameters(v, &card)
		case keyQuantitativeAnalysis:
			r.members(v, func(key cdxKey, v token) {
				if key != keyPerformanceMetrics {
					r.rest(key, v)
					return
				}
				r.each(v, func(v token, _ int) {
					card.Metrics++
					r.extra(v)
				})
			})
		case keyConsiderations:
			r.readConsiderations(v, &card)
		case keyProperties:
			r.readProperties(v, nil, "")
		default:
			r.rest(key, v)
		}
	}
	r.cards = append(r.cards, card)
}

// readModelParameters reads the task, the architecture (else the family of
// architectures) and the datasets, by name or what else leads to them.
func (r *cdxReader) readModelParameters(v token, card *ModelCard) {
	family := Text{State: Absent}
	r.members(v, func(key cdxKey, v token) {
		switch key {
		case keyTask:
			card.Task = r.field(v)
		case keyModelArchitecture:
			card.Architecture = r.field(v)
		case keyArchitectureFamily:
			family = r.field(v)
		case keyDatasets:
			r.readTexts(v, &card.Datasets, keyName, keyRef, keyBOMRef, keyContents)
		default:
			r.rest(key, v)
		}
	})
	keepBetter(&card.Architecture, family)
}

func (r *cdxReader) readConsiderations(v token, card *ModelCard) {
	r.members(v, func(key cdxKey, v token) {
		switch key {
		case keyUsers:
			r.readTexts(v, &card.Users)
		case keyUseCases:
			r.readTexts(v, &card.UseCases)
		case keyTechnicalLimitations:
			r.readTexts(v, &card.Limitations)
		case keyPerformanceTradeoffs:
			r.readTexts(v, &card.Tradeoffs)
		case keyEthicalConsiderations:
			r.readTexts(v, &card.Ethical, keyName)
		case keyFairnessAssessments:
			r.readTexts(v, &card.Fairness, keyGroupAtRisk, keyHarms, keyBenefits)
		default:
			r.rest(key, v)
		}
	})
}

// readTexts reads a list of texts or, where keys are given, of objects that are
// told by the first of those members that tells most.
func (r *cdxReader) readTexts(v token, into *Texts, keys ...cdxKey) {
	if v.kind != '[' {
		into.State = Invalid
	}
	r.each(v, func(v token, _ int) {
		if !r.withinCards(v) {
			return
		}
		t := Text{}
		if len(keys) == 0 {
			t = r.field(v)
		} else {
			t = r.told(v, keys)
		}
		if t.State == Stated {
			into.Items = append(into.Items, t.Value)
		}
		into.State = better(into.State, t.State)
	})
}

// told reads an object for the member by which it is told. Contents are told
// by their address. All members are kept as they stand, too.
func (r *cdxReader) told(v token, keys []cdxKey) Text {
	best := Text{State: Invalid}
	if !r.is(v, '{') {
		return best
	}
	best.State = Absent
	found := make([]Text, len(keys))
	for key, v, ok := r.member(); ok; key, v, ok = r.member() {
		at := -1
		for i, wanted := range keys {
			if key == wanted {
				at = i
			}
		}
		switch {
		case at < 0:
			r.rest(key, v)
		case key == keyContents:
			r.members(v, func(key cdxKey, v token) { r.also(key, keyURL, v, &found[at]) })
		default:
			r.also(key, key, v, &found[at])
		}
	}
	for _, t := range found {
		keepBetter(&best, t)
	}
	return best
}

// also reads a member that is wanted as a text, and keeps all of them.
func (r *cdxReader) also(key, wanted cdxKey, v token, into *Text) {
	if key == wanted {
		*into = r.field(v)
		r.scalar(v)
	} else {
		r.rest(key, v)
	}
}

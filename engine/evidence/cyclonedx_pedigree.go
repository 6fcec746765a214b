package evidence

// withinKept counts one entry of a table whose rest is left out beyond its
// bound, which is told: a document is not refused for what tools add to it.
func (r *cdxReader) withinKept(count *int, name string, bound int, what string) bool {
	if *count >= bound {
		r.tellCut(name, bound, what)
		return false
	}
	*count++
	return true
}

func (r *cdxReader) withinPedigree() bool {
	return r.withinKept(&r.changeParts, "MaxPedigree", r.limits.MaxPedigree, "the number of commits, patches and notes, with the issues that they resolve,")
}

// addChange puts a step of a pedigree into the table.
func (r *cdxReader) addChange(c Change) {
	if r.withinPedigree() {
		r.changes = append(r.changes, c)
	}
}

// readCommits reads the commits by which a component differs from its ancestors.
func (r *cdxReader) readCommits(v token, row int) {
	r.each(v, func(v token, _ int) {
		c := Change{Row: row, Kind: "commit", Date: Date{State: Absent}, Resolves: []Issue{}, Location: r.pointer()}
		r.members(v, func(key cdxKey, v token) {
			switch key {
			case keyUID:
				c.UID = r.field(v).Value
			case keyURL:
				c.URL = r.field(v).Value
			case keyAuthor:
				r.readAuthor(v, &c)
			case keyMessage:
				c.Text = r.keptText(v)
			default:
				r.rest(key, v)
			}
		})
		r.addChange(c)
	})
}

// readAuthor reads who made a commit and when.
func (r *cdxReader) readAuthor(v token, c *Change) {
	name := Text{State: Absent}
	r.members(v, func(key cdxKey, v token) {
		switch key {
		case keyTimestamp:
			c.Date = r.timestamp(v)
		case keyName:
			name = r.shared(v)
		default:
			r.rest(key, v)
		}
	})
	c.Author = name.Value
}

// readPatches reads the patches to a component with the issues that they resolve.
func (r *cdxReader) readPatches(v token, row int) {
	r.each(v, func(v token, _ int) {
		c := Change{Row: row, Kind: "patch", Date: Date{State: Absent}, Resolves: []Issue{}, Location: r.pointer()}
		r.members(v, func(key cdxKey, v token) {
			switch key {
			case keyType:
				c.Type = r.word(v).Value
			case keyDiff:
				r.members(v, func(key cdxKey, v token) {
					if key == keyURL {
						c.URL = r.field(v).Value
					} else {
						r.rest(key, v)
					}
				})
			case keyResolves:
				r.each(v, func(v token, _ int) { r.readIssue(v, &c) })
			default:
				r.rest(key, v)
			}
		})
		r.addChange(c)
	})
}

// readIssue reads an issue that a patch resolves.
func (r *cdxReader) readIssue(v token, c *Change) {
	if !r.withinPedigree() {
		r.skip(v)
		return
	}
	issue := Issue{}
	r.members(v, func(key cdxKey, v token) {
		switch key {
		case keyType:
			issue.Type = r.word(v).Value
		case keyID:
			issue.ID = r.field(v).Value
		case keySource:
			r.members(v, func(key cdxKey, v token) {
				if key == keyName {
					issue.Source = r.shared(v).Value
				} else {
					r.rest(key, v)
				}
			})
		default:
			r.rest(key, v)
		}
	})
	c.Resolves = append(c.Resolves, issue)
}

// readNotes reads what a person wrote of the pedigree.
func (r *cdxReader) readNotes(v token, row int) {
	c := Change{Row: row, Kind: "notes", Date: Date{State: Absent}, Resolves: []Issue{}, Location: r.pointer()}
	if c.Text = r.keptText(v); c.Text != "" {
		r.addChange(c)
	}
}

// keptText reads a text for people. One that is too long is left out, which is
// told.
func (r *cdxReader) keptText(v token) string {
	if !r.is(v, '"') {
		return ""
	}
	return r.propertyText(v)
}

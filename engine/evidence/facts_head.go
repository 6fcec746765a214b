package evidence

import "strings"

// headFacts measures the head of the document.
func (t *bomTables) headFacts(s *SBOM) HeadFacts {
	facts := HeadFacts{Generator: Tool{Name: Text{State: Absent}, Version: Text{State: Absent}},
		Signature: t.signature, EndOfSupport: t.endOfSupport}
	if facts.Signature == "" {
		facts.Signature = Absent
	}
	if facts.EndOfSupport.State == "" {
		facts.EndOfSupport.State = Absent
	}
	tools := map[string]bool{}
	for _, tool := range s.Tools.Items {
		if tool.Name.State != Stated {
			continue
		}
		tools[makerName(tool.Name.Value)], tools[toolName(tool.Name.Value)] = true, true
		if facts.ToolsNamed == 0 {
			facts.Generator = generator(tool)
		}
		facts.ToolsNamed++
		if tool.Version.State == Stated {
			facts.ToolsWithVersion++
		}
	}
	for i, author := range s.Authors.Items {
		if author.text().State != Stated {
			continue
		}
		if i >= len(s.Authors.Items)-t.organisations {
			facts.Organisations++
		} else {
			facts.Persons++
		}
		if author.Email.State == Stated || author.URL.State == Stated {
			facts.AuthorsWithContact++
		}
		if name := value(author.Name); name != "" && (tools[makerName(name)] || tools[toolName(name)]) {
			facts.AuthorsNamedAsTool++
		}
	}
	return facts
}

// generator is a tool in the form in which generators are compared.
func generator(t Tool) Tool {
	t.Name.Value = toolName(t.Name.Value)
	if t.Version.State == Stated {
		t.Version.Value = plainVersion(t.Version.Value)
	}
	return t
}

// toolName is a tool's name in lower case, without npm scope or path, and with
// hyphens for spaces.
func toolName(name string) string {
	name = makerName(name)
	name = strings.ReplaceAll(name[strings.LastIndexByte(name, '/')+1:], " ", "-")
	return name
}

package evidence

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// codeXML is XML that two readers could read in different ways.
const codeXML = "xml"

// xmlKind is the kind of an xmlToken. The zero value follows a refusal and the
// end of the document.
type xmlKind uint8

const (
	xmlNothing xmlKind = iota
	xmlOpens
	xmlText
	xmlCloses
)

// xmlToken is one token of an XML document that passed the gate. Its
// attributes and text are valid until the next call.
type xmlToken struct {
	kind         xmlKind
	offset       int // of the tag
	space, local string
	attributes   []xmlAttribute
	text         []byte
}

// xmlAttribute is an attribute that is no declaration of a name space.
type xmlAttribute struct{ space, local, value string }

// xmlGate is the strict pass over an XML document. The decoder of the standard
// library lets much through that other readers take in another way, or that
// reaches out of the document: a DOCTYPE with its entities, processing
// instructions, attributes that stand twice, prefixes without a name space,
// more than one root. All these are refused. Of a byte order mark, which is
// lawful in XML, nothing is seen here.
type xmlGate struct {
	data    []byte
	dec     *xml.Decoder
	limits  Limits
	at      int               // offset of the last token
	open    []xmlElement      // from the root to the innermost
	spaces  map[string]string // the name space of each prefix in scope
	rooted  bool              // the root has been seen
	attrs   []xmlAttribute
	refusal *Problem
	pointer func() string // where the reader is, for a refusal
}

// xmlElement is an open element: its name as written, and what its prefixes
// meant before it declared others.
type xmlElement struct {
	name  xml.Name
	outer []xmlBinding
}

type xmlBinding struct {
	prefix, space string
	bound         bool
}

var errCharset = errors.New("not UTF-8")

func newXMLGate(data []byte, l Limits) *xmlGate {
	g := &xmlGate{data: data, limits: l, dec: xml.NewDecoder(bytes.NewReader(data)), pointer: func() string { return "" },
		spaces: map[string]string{"xml": "http://www.w3.org/XML/1998/namespace"}}
	g.dec.CharsetReader = func(string, io.Reader) (io.Reader, error) { return nil, errCharset }
	if p := encodingProblem(data); p != nil {
		g.refusal = p
	}
	return g
}

// next reads the next token. Comments are passed over.
func (g *xmlGate) next() xmlToken {
	for g.refusal == nil {
		g.at = int(g.dec.InputOffset())
		raw, err := g.dec.RawToken()
		if err != nil {
			g.failed(err)
			break
		}
		switch t := raw.(type) {
		case xml.StartElement:
			return g.opens(t)
		case xml.EndElement:
			return g.closes(t)
		case xml.CharData:
			if len(g.open) > 0 {
				return xmlToken{kind: xmlText, offset: g.at, text: t}
			}
			g.outside(t)
		case xml.ProcInst:
			if g.at != 0 || t.Target != "xml" {
				g.refuse(codeXML, "a processing instruction (<?"+clip(t.Target)+" …?>) stands in the XML; remove it")
			}
		case xml.Directive:
			g.refuse(codeXML, "the XML holds a DOCTYPE or another <!…> declaration; remove it")
		}
	}
	return xmlToken{}
}

// opens takes a start tag.
func (g *xmlGate) opens(t xml.StartElement) xmlToken {
	switch {
	case len(g.open) == 0 && g.rooted:
		g.refuse(codeTrailing, "there is more after the end of the XML document; remove it")
	case len(g.open) > g.limits.MaxDepth:
		// A text is an element here and no container in JSON: hence one more.
		g.refusal = limitProblem("MaxDepth", g.limits.MaxDepth, "the nesting", g.position())
	}
	g.rooted = true
	e := xmlElement{name: t.Name}
	for _, a := range t.Attr {
		g.bind(&e, a)
	}
	g.open = append(g.open, e)
	tok := xmlToken{kind: xmlOpens, offset: g.at, local: t.Name.Local, space: g.spaceOf(t.Name, true)}
	tok.attributes = g.attributes(t.Attr)
	if g.refusal != nil {
		return xmlToken{}
	}
	return tok
}

// bind takes a declaration of a name space.
func (g *xmlGate) bind(e *xmlElement, a xml.Attr) {
	prefix, declares := declaredPrefix(a.Name)
	if !declares {
		return
	}
	if prefix != "" && a.Value == "" || prefix == "xml" || prefix == "xmlns" {
		g.refuse(codeXML, "the prefix "+quoted(prefix)+" may not be declared like this; correct the XML")
	}
	for _, before := range e.outer {
		if before.prefix == prefix {
			g.refuse(codeDuplicate, "the attribute "+quoted(attributeName(a.Name))+" stands twice in one element; keep one of them")
		}
	}
	space, bound := g.spaces[prefix]
	e.outer = append(e.outer, xmlBinding{prefix, space, bound})
	g.spaces[prefix] = a.Value
}

// declaredPrefix is the prefix that an attribute declares, "" for the default.
func declaredPrefix(name xml.Name) (prefix string, declares bool) {
	if name.Space == "xmlns" {
		return name.Local, true
	}
	return "", name.Space == "" && name.Local == "xmlns"
}

func attributeName(name xml.Name) string {
	if name.Space != "" {
		return name.Space + ":" + name.Local
	}
	return name.Local
}

// spaceOf is the name space of a name. An attribute without a prefix has none.
func (g *xmlGate) spaceOf(name xml.Name, element bool) string {
	if len(name.Local)+len(name.Space) > g.limits.MaxStringBytes {
		g.refusal = limitProblem("MaxStringBytes", g.limits.MaxStringBytes, "a name", g.position())
	}
	if name.Space == "" && !element {
		return ""
	}
	space, bound := g.spaces[name.Space]
	if !bound && name.Space != "" || strings.Contains(name.Local, ":") {
		g.refuse(codeXML, "the name "+quoted(attributeName(name))+" has a prefix that stands for no name space; declare it or remove it")
	}
	return space
}

// attributes takes the attributes of a start tag. None may stand twice, under
// whatever prefix.
func (g *xmlGate) attributes(raw []xml.Attr) []xmlAttribute {
	const few = 16
	g.attrs = g.attrs[:0]
	var seen map[xml.Name]bool
	if len(raw) > few {
		seen = map[xml.Name]bool{}
	}
	for _, a := range raw {
		if _, declares := declaredPrefix(a.Name); declares {
			continue
		}
		got := xmlAttribute{space: g.spaceOf(a.Name, false), local: a.Name.Local, value: a.Value}
		twice := seen[xml.Name{Space: got.space, Local: got.local}]
		if seen != nil {
			seen[xml.Name{Space: got.space, Local: got.local}] = true
		} else {
			for _, before := range g.attrs {
				twice = twice || before.local == got.local && before.space == got.space
			}
		}
		if twice {
			g.refuse(codeDuplicate, "the attribute "+quoted(attributeName(a.Name))+" stands twice in one element; keep one of them")
		}
		g.attrs = append(g.attrs, got)
	}
	return g.attrs
}

// closes takes an end tag, which must be that of the innermost element.
func (g *xmlGate) closes(t xml.EndElement) xmlToken {
	if len(g.open) == 0 || g.open[len(g.open)-1].name != t.Name {
		g.refuse(codeSyntax, "the end tag </"+clip(attributeName(t.Name))+"> closes no element that is open; correct the XML")
		return xmlToken{}
	}
	for _, b := range g.open[len(g.open)-1].outer {
		if b.bound {
			g.spaces[b.prefix] = b.space
		} else {
			delete(g.spaces, b.prefix)
		}
	}
	g.open = g.open[:len(g.open)-1]
	return xmlToken{kind: xmlCloses, offset: g.at}
}

// outside checks the text around the root.
func (g *xmlGate) outside(text []byte) {
	if len(trimXML(text)) == 0 {
		return
	}
	if g.rooted {
		g.refuse(codeTrailing, "there is more after the end of the XML document; remove it")
		return
	}
	g.refuse(codeSyntax, "there is text before the first element; remove it")
}

// failed takes the decoder's error, or the end of the document.
func (g *xmlGate) failed(err error) {
	var syntax *xml.SyntaxError
	switch {
	case errors.Is(err, io.EOF) && g.rooted && len(g.open) == 0:
	case errors.Is(err, io.EOF), errors.As(err, &syntax) && syntax.Msg == "unexpected EOF":
		g.at = len(g.data)
		g.refuse(codeSyntax, "the XML ends too early; send the whole file")
	case errors.Is(err, errCharset):
		g.refuse(codeEncoding, "the XML says that it is not in UTF-8; save it as UTF-8")
	case syntax != nil:
		g.at = int(g.dec.InputOffset())
		g.refuse(codeSyntax, "this is not valid XML ("+clip(syntax.Msg)+"); correct it at the place given")
	default:
		g.refuse(codeSyntax, "this is not valid XML ("+clip(strings.TrimPrefix(err.Error(), "xml: "))+"); correct it at the place given")
	}
}

// skip reads past the element that was just opened, with every check.
func (g *xmlGate) skip() {
	for depth := len(g.open); len(g.open) >= depth && g.refusal == nil; {
		g.next()
	}
}

// position is the place of the last token.
func (g *xmlGate) position() Position {
	p := Position{Pointer: g.pointer()}
	p.Line, p.Column = lineColumnIn(g.data, g.at)
	return p
}

// refuse makes the document unreadable; only the first refusal counts.
func (g *xmlGate) refuse(code, message string) {
	if g.refusal == nil {
		g.refusal = &Problem{Code: code, Message: message, At: g.position()}
	}
}

// trimXML removes the white space of XML.
func trimXML(text []byte) []byte { return bytes.Trim(text, " \t\r\n") }

// clip is a vendor's text fit for a message, without quotes around it.
func clip(s string) string {
	s = quoted(s)
	return s[1 : len(s)-1]
}

package main

import (
	"fmt"
	"sync"
	"time"
)

// progress tells on standard error how far a run is: on a terminal in one line
// that is written over, else in a line for each bid.
type progress struct {
	p       *program
	mu      sync.Mutex
	total   int
	decided int // in this run
	ended   int
	current string
	start   time.Time
}

func (p *program) progress(total int) *progress {
	return &progress{p: p, total: total, start: p.now()}
}

// begin notes what is being looked at now.
func (g *progress) begin(path string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.current = path
	g.show()
}

// done notes that a bid has its outcome.
func (g *progress) done(j oneBid) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.ended++
	if !j.kept {
		g.decided++
	}
	if !g.p.watched {
		g.p.note(bidDone(g.ended, g.total, j.state, j.kept))
		return
	}
	if j.state.Error != "" {
		g.p.note("\r\x1b[K" + bidDone(g.ended, g.total, j.state, false))
	}
	g.show()
	if g.ended == g.total {
		g.p.note("\r\x1b[K")
	}
}

// show writes the line of a terminal. How long it takes yet is told when one
// bid is decided.
func (g *progress) show() {
	if !g.p.watched || g.ended == g.total {
		return
	}
	left := ""
	if g.decided > 0 {
		each := g.p.now().Sub(g.start) / time.Duration(g.decided)
		left = bidsLeft((each * time.Duration(g.total-g.ended)).Round(time.Second))
	}
	line := fmt.Sprintf("%d/%d %s", g.ended, g.total, oneLine(g.current)) + left
	g.p.note("\r\x1b[K" + cutTo(line, g.p.errColumns))
}

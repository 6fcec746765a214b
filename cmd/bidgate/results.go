package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/urfave/cli/v2"
	"golang.org/x/sync/semaphore"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/report"
)

// resultFiles are the names of the formats in the folder of a bid.
var resultFiles = map[string]string{
	"text": "report.txt", "json": resultReport, "html": resultPage, "html-public": "public.html", "markdown": "report.md",
	"markdown-public": "public.md", "letter": "letter.md", "letter-html": "letter.html", "csv": "report.csv", "sarif": "report.sarif",
	"junit": "junit.xml", "github": "github.txt", "gitlab": "gitlab.json", "vsa": "vsa.json", "oscal": "oscal.json", "cdxa": "cdxa.cdx.json",
	"csv-components": "components.csv", "csv-threats": "threats.csv", "csv-answers": "answers.csv", "csv-documents": "documents.csv",
	"xlsx": "report.xlsx", "pdf": "report.pdf",
}

const (
	resultReport = "report.json" // always there for a bid that was judged
	resultPage   = "report.html"
	resultState  = "bid.json" // written last, so that what is there is whole
	resultIndex  = "index.html"
)

// run is one screening of many bids into a folder.
type run struct {
	p        *program
	engine   *engine.Engine
	buyer    *buyer
	settled  *settled
	out      outputs
	dir      string
	settings string   // digest of all that the bids are decided by
	folders  []string // of the bids, in dir
	memory   *semaphore.Weighted
	most     int64 // bytes of memory
	progress *progress
}

// intoFolder refuses formats that name a file, and adds those that there
// always are.
func (o *outputs) intoFolder(b *buyer) error {
	if slices.ContainsFunc(b.bids, func(bid bid) bool { return bid.path == standardInput }) {
		return inputWithResults()
	}
	targets := []target{{format: "json"}, {format: "html"}}
	for _, t := range o.targets {
		if t.file != "" {
			return fileWithResults(t.file)
		}
		if !slices.Contains(targets, t) && t.format != "text" {
			targets = append(targets, t)
		}
	}
	o.targets = targets
	return nil
}

// screenInto screens bids beside each other. Each is written whole when it is
// decided; only what concerns all of them ends the run.
func (p *program) screenInto(c *cli.Context, e *engine.Engine, b *buyer, out outputs, dir string) error {
	workers, memory := c.Int("workers"), int64(c.Int("memory"))<<20
	if c.IsSet("workers") && workers < 1 || c.IsSet("memory") && memory < leastMemory {
		return badWorkers(leastMemory >> 20)
	}
	if workers == 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	if memory == 0 {
		memory = 2 << 30
	}
	s, err := p.settle(c, e, b, func(error) error { return nil })
	if err != nil {
		return err
	}
	defer s.close()
	r := &run{p: p, engine: e, buyer: b, settled: s, out: out, dir: dir, folders: folders(b.bids),
		memory: semaphore.NewWeighted(memory), most: memory, progress: p.progress(len(b.bids))}
	if r.settings, err = r.digest(either(c.String("keys"), b.tender.Keys)); err != nil {
		return err
	}
	states, err := r.all(c.Context, workers)
	if err != nil {
		return err
	}
	return r.finish(states)
}

// all gives the state of every bid, in their order.
func (r *run) all(ctx context.Context, workers int) ([]bidState, error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	todo, done := make(chan int), make(chan oneBid)
	var group sync.WaitGroup
	for range workers {
		group.Go(func() {
			for i := range todo {
				done <- r.judge(ctx, i)
			}
		})
	}
	go func() {
		defer close(todo)
		for i := range r.buyer.bids {
			select {
			case todo <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	go func() { group.Wait(); close(done) }()
	states := make([]bidState, len(r.buyer.bids))
	var failed error
	for j := range done {
		if failed == nil {
			if failed = r.keep(j); failed != nil {
				stop() // the workers still hand over what they hold
			}
		}
		states[j.bid] = j.state
	}
	return states, errors.Join(failed, ctx.Err())
}

// oneBid is a bid as a worker hands it over; err is what ends the run.
type oneBid struct {
	bid   int
	state bidState
	kept  bool // decided in an earlier run
	files []outFile
	err   error
}

// judge decides one bid, or finds that it is decided already.
func (r *run) judge(ctx context.Context, i int) (j oneBid) {
	bid := r.buyer.bids[i]
	j = oneBid{bid: i, state: bidState{Version: 1, Bid: bid.path, Offer: bid.offer, Settings: r.settings, Files: []string{}}}
	defer func() {
		if what := recover(); what != nil {
			j.state.Error = brokeDown(what).Error()
		}
	}()
	r.progress.begin(bid.path)
	bundle, err := r.p.openBundle(ctx, bid.path, r.buyer.limits)
	if err != nil {
		j.state.Error, j.err = strings.TrimPrefix(err.Error(), bid.path+": "), ctx.Err()
		return j
	}
	j.state.Bundle = evidence.ContentDigest(bundle.Contents())
	if old, ok := r.earlier(i, j.state); ok {
		j.state, j.kept = old, true
		return j
	}
	weight := min(expected(bundle), r.most)
	if j.err = r.memory.Acquire(ctx, weight); j.err != nil {
		return j
	}
	defer r.memory.Release(weight)
	result, err := r.engine.Screen(ctx, bundle, r.settled.of(r.buyer, i))
	if err != nil { // the bundle has no part in it, so it would be so for all
		j.err = err
		return j
	}
	j.err = r.write(ctx, &j, result.Report)
	return j
}

// write makes the files of a bid.
func (r *run) write(ctx context.Context, j *oneBid, decided *report.Report) error {
	folder := filepath.Join(r.dir, r.folders[j.bid])
	for _, t := range r.out.targets {
		var b bytes.Buffer
		f, _ := formatNamed(r.out.formats, t.format)
		if err := f.write(ctx, &b, decided, render.Options{Verbose: r.out.verbose, ReplyBy: r.out.replyBy}); err != nil {
			return err
		}
		name := resultFiles[t.format]
		j.files = append(j.files, outFile{filepath.Join(folder, name), b.Bytes()})
		j.state.Files = append(j.state.Files, name)
		if t.format == "json" {
			j.state.Report = digestOf(b.Bytes())
		}
	}
	j.state.Verdict, j.state.Counts = decided.Verdict, decided.Counts
	return nil
}

// keep writes the files of a bid, and last what says that they are whole. It
// is called by one goroutine at a time.
func (r *run) keep(j oneBid) error {
	if j.err != nil {
		return j.err
	}
	r.progress.done(j)
	if j.kept {
		return nil
	}
	folder := filepath.Join(r.dir, r.folders[j.bid])
	if err := os.MkdirAll(folder, 0o750); err != nil {
		return notWritten(folder, err)
	}
	clearStaged(folder)
	if err := r.p.writeFiles(j.files...); err != nil {
		return err
	}
	data, err := json.MarshalIndent(j.state, "", "  ")
	if err != nil {
		return err
	}
	return r.p.writeFiles(outFile{filepath.Join(folder, resultState), report.Inert(append(data, '\n'))})
}

// expected is the memory in bytes that a bundle is expected to need: its
// tables take up to some twelve times its bytes, and its policies as much as
// those of an empty one.
func expected(b *evidence.Bundle) int64 {
	const base, times = 48 << 20, 12
	total := int64(base)
	for _, c := range b.Contents() {
		total += c.Size * times
	}
	return total
}

// folders names a folder for each bid after its bundle.
func folders(bids []bid) []string {
	names, taken := make([]string, len(bids)), map[string]bool{}
	for i, bid := range bids {
		name := filepath.Base(filepath.Clean(bid.path))
		for _, ending := range archiveNames {
			name = strings.TrimSuffix(name, ending)
		}
		name = strings.Trim(strings.Map(plainRune, name), ".-")
		if name == "" {
			name = "bid"
		}
		names[i] = unused(name, taken)
	}
	return names
}

func plainRune(c rune) rune {
	switch {
	case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '.', c == '_', c == '-':
		return c
	}
	return '-'
}

// Package pdf prints the page of a report through a Chromium that is
// installed: tagged, with its title, language and outline. It stands apart
// because it starts a program, which nothing else of the renderers does.
//
// The page goes to the program through a pipe and the document comes back
// through another: no port is opened, the evidence is written to no file, and
// no script runs. The program keeps its own state in a folder that is removed.
// The same report gives the same bytes from the same version of the program.
package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"time"

	"github.com/bidgate/bidgate/engine/internal/pattern"
	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/report"
)

// patience is how long a document may take: 5,000 findings take half a minute.
const patience = 3 * time.Minute

// programs are the names of a Chromium and what is made of it, in the order in
// which they are looked for.
var programs = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"}

// ErrNoBrowser says that there is no program to print with.
var ErrNoBrowser = errors.New("no Chromium is found")

// Format describes the format.
func Format() render.Format {
	return render.Format{Name: "pdf", Help: "for the case file on paper: the page, printed by a Chromium that is installed", Binary: true}
}

// Find gives the program to print with: the one named, or the first that is on
// the path. The error is ErrNoBrowser.
func Find(named string) (string, error) {
	names := programs
	if named != "" {
		names = []string{named}
	}
	for _, name := range names {
		if found, err := exec.LookPath(name); err == nil {
			return found, nil
		}
	}
	return "", ErrNoBrowser
}

// Write prints the report with the program at a path, as Find gives it. The
// error is the writer's or the context's, or says what became of the program.
func Write(ctx context.Context, w io.Writer, r *report.Report, o render.Options, program string) error {
	var page bytes.Buffer
	if err := render.Render(&page, r, "html", o); err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	folder, err := os.MkdirTemp("", "bidgate-pdf-")
	if err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	defer os.RemoveAll(folder) //nolint:errcheck // nothing of ours is in it
	bounded, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	data, err := printed(bounded, program, folder, page.String())
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case bounded.Err() != nil:
		return fmt.Errorf("pdf: %s took longer than %s; write html, and print that", program, patience)
	case err != nil:
		return fmt.Errorf("pdf: %w", err)
	}
	if _, err := w.Write(dated(data, r.AsOf)); err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	return nil
}

// written is when a document says that it was made.
var written = pattern.Lazy(`/(?:CreationDate|ModDate) \(D:(\d{14}\+00'00')\)`)

// dated sets the dates of a document to the day decided for: a clock would make
// two documents of one report differ. The length stays, on which the table of
// its parts rests.
func dated(data []byte, day string) []byte {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		t = time.Unix(0, 0).UTC()
	}
	for _, at := range written().FindAllSubmatchIndex(data, -1) {
		copy(data[at[2]:at[3]], t.Format("20060102150405")+"+00'00'")
	}
	return data
}

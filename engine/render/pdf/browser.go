package pdf

import (
	"bufio"
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"
)

// The bounds on what the program may send.
const (
	maxAnswer    = 512 << 20
	maxComplaint = 4 << 10
)

// arguments keep the program from the network, from sound and screen, and from
// asking anything.
var arguments = []string{
	"--headless=new", "--remote-debugging-pipe", "--no-first-run", "--no-default-browser-check", "--disable-gpu", "--disable-dev-shm-usage",
	"--disable-extensions", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-breakpad", "--mute-audio",
	"--host-resolver-rules=MAP * ~NOTFOUND", "--lang=en", "--force-color-profile=srgb",
}

// printed has the program print a page.
func printed(ctx context.Context, program, folder, page string) ([]byte, error) {
	toRead, in, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	defer in.Close() //nolint:errcheck // the program has gone
	out, toWrite, err := os.Pipe()
	if err != nil {
		_ = toRead.Close()
		return nil, err
	}
	defer out.Close() //nolint:errcheck // only read
	args := append([]string{"--user-data-dir=" + folder}, arguments...)
	if os.Geteuid() == 0 {
		args = append(args, "--no-sandbox") // Chromium does not start otherwise; the page holds no script
	}
	var complaint bytes.Buffer
	cmd := exec.CommandContext(ctx, program, append(args, "about:blank")...) //nolint:gosec // the operator names it
	cmd.ExtraFiles = []*os.File{toRead, toWrite}                             // its descriptors 3 and 4, as its protocol has it
	cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + folder, "TZ=UTC", "LANG=C.UTF-8"}
	cmd.Dir, cmd.Stderr, cmd.WaitDelay = folder, &limited{&complaint, maxComplaint}, 5*time.Second
	err = cmd.Start()
	_, _ = toRead.Close(), toWrite.Close() // the program has its own
	if err != nil {
		return nil, err
	}
	stop := context.AfterFunc(ctx, func() { _ = out.Close() })
	defer stop()
	data, err := (&talk{in: in, out: bufio.NewReader(io.LimitReader(out, maxAnswer))}).print(page)
	_ = cmd.Process.Kill() // what it knows is not wanted any more
	_ = cmd.Wait()
	if err != nil {
		return nil, fmt.Errorf("%s did not print: %w%s", program, err, lastLine(complaint.String()))
	}
	return data, nil
}

// lastLine is what a program said last, to tell beside an error.
func lastLine(said string) string {
	lines := strings.Split(strings.TrimSpace(said), "\n")
	if last := strings.TrimSpace(lines[len(lines)-1]); last != "" {
		return " (" + last + ")"
	}
	return ""
}

// limited keeps the first bytes and drops the rest.
type limited struct {
	b    *bytes.Buffer
	most int
}

func (l *limited) Write(p []byte) (int, error) {
	l.b.Write(p[:min(len(p), l.most-l.b.Len())])
	return len(p), nil
}

// talk is the protocol of the developer tools over two pipes: messages of JSON,
// each ended by a zero.
type talk struct {
	in      io.Writer
	out     *bufio.Reader
	session string
	last    int
}

// print opens a page that runs no script, fills it, and prints it.
func (t *talk) print(page string) ([]byte, error) {
	var target struct{ TargetID string }
	if err := t.ask("Target.createTarget", fields{"url": "about:blank"}, &target); err != nil {
		return nil, err
	}
	var session struct{ SessionID string }
	if err := t.ask("Target.attachToTarget", fields{"targetId": target.TargetID, "flatten": true}, &session); err != nil {
		return nil, err
	}
	t.session = session.SessionID
	var tree struct {
		FrameTree struct{ Frame struct{ ID string } }
	}
	if err := t.ask("Page.getFrameTree", fields{}, &tree); err != nil {
		return nil, err
	}
	for _, step := range []struct {
		method string
		with   fields
	}{
		{"Emulation.setScriptExecutionDisabled", fields{"value": true}},
		{"Page.setDocumentContent", fields{"frameId": tree.FrameTree.Frame.ID, "html": page}},
	} {
		if err := t.ask(step.method, step.with, nil); err != nil {
			return nil, err
		}
	}
	var document struct{ Data string }
	if err := t.ask("Page.printToPDF", fields{"printBackground": true, "preferCSSPageSize": true, "generateTaggedPDF": true, "generateDocumentOutline": true}, &document); err != nil {
		return nil, err
	}
	return base64.StdEncoding.DecodeString(document.Data)
}

type fields map[string]any

// ask sends one request and waits for its answer; what else is told is left.
func (t *talk) ask(method string, with fields, answer any) error {
	t.last++
	message := fields{"id": t.last, "method": method, "params": with}
	if t.session != "" {
		message["sessionId"] = t.session
	}
	data, err := json.Marshal(message)
	if err != nil {
		return err
	}
	if _, err := t.in.Write(append(data, 0)); err != nil {
		return fmt.Errorf("%s: %w", method, err)
	}
	for {
		line, err := t.out.ReadBytes(0)
		if err != nil {
			return fmt.Errorf("%s: %w", method, err)
		}
		var got struct {
			ID     int
			Result json.RawMessage
			Error  *struct{ Message string }
		}
		switch err := json.Unmarshal(line[:len(line)-1], &got); {
		case err != nil:
			return fmt.Errorf("%s: %w", method, err)
		case got.ID != t.last:
		case got.Error != nil:
			return errors.New(method + ": " + got.Error.Message)
		case answer == nil:
			return nil
		default:
			return json.Unmarshal(got.Result, answer)
		}
	}
}

package main

import (
	"context"
	"errors"
	"io"
	"slices"

	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/render/pdf"
	"github.com/bidgate/bidgate/engine/render/xlsx"
	"github.com/bidgate/bidgate/engine/report"
)

// format is an output format with what writes it.
type format struct {
	render.Format
	write func(context.Context, io.Writer, *report.Report, render.Options) error
}

// formatTable is every format: those of package render, and those that stand
// apart because of what they link or start. Help, validation and tests range
// over it. The browser is the one to print with, or "" for one on the path.
func formatTable(browser string) []format {
	var list []format
	for _, f := range render.Formats() {
		list = append(list, format{f, func(_ context.Context, w io.Writer, r *report.Report, o render.Options) error {
			return render.Render(w, r, f.Name, o)
		}})
	}
	return append(list,
		format{xlsx.Format(), func(_ context.Context, w io.Writer, r *report.Report, o render.Options) error {
			return xlsx.Write(w, r, o)
		}},
		format{pdf.Format(), func(ctx context.Context, w io.Writer, r *report.Report, o render.Options) error {
			return printPDF(ctx, w, r, o, browser)
		}})
}

// formatsOf are formats of something else than a report, which their command writes.
func formatsOf(list []render.Format) []format {
	formats := make([]format, len(list))
	for i, f := range list {
		formats[i] = format{Format: f}
	}
	return formats
}

func printPDF(ctx context.Context, w io.Writer, r *report.Report, o render.Options, browser string) error {
	program, err := pdf.Find(browser)
	if errors.Is(err, pdf.ErrNoBrowser) {
		return noBrowser(browser)
	}
	if err != nil {
		return err
	}
	return pdf.Write(ctx, w, r, o, program)
}

// formatNamed finds a format by its name.
func formatNamed(list []format, name string) (format, bool) {
	i := slices.IndexFunc(list, func(f format) bool { return f.Name == name })
	if i < 0 {
		return format{}, false
	}
	return list[i], true
}

func formatNames(list []format) []string {
	names := make([]string, len(list))
	for i, f := range list {
		names[i] = f.Name
	}
	return names
}

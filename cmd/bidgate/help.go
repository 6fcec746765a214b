package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"
)

const intro = `bidgate screens a vendor's evidence bundle against a buyer's profile.

Usage: bidgate COMMAND [FLAGS] [ARGUMENTS]

Commands:
`

const outro = `
Flags may stand anywhere; after -- nothing is a flag.
` + "`bidgate help COMMAND`" + ` tells more of a command or topic.

Exit status: 0 meets, 1 does not meet, 2 could not run, 3 undetermined,
4 meets only with exceptions. Of several bundles the worst: 2, 1, 3, 4, 0.
`

// help is the text for one command, or for all when command is nil.
func help(commands []*cli.Command, command *cli.Command, path string) string {
	var b strings.Builder
	if command == nil {
		b.WriteString(intro)
		list(&b, commands)
		b.WriteString("\nTopics:\n" + topicList())
		b.WriteString(outro)
		return b.String()
	}
	usage := strings.TrimSpace("bidgate " + path + " " + command.ArgsUsage)
	fmt.Fprintf(&b, "Usage: %s\n\n%s.\n", usage, command.Usage)
	if command.Description != "" {
		b.WriteString("\n" + strings.TrimSpace(command.Description) + "\n")
	}
	if len(command.Subcommands) > 0 {
		b.WriteString("\nCommands:\n")
		list(&b, command.Subcommands)
	}
	if len(command.Flags) > 0 {
		b.WriteString("\nFlags:\n")
		for _, flag := range command.Flags {
			left, right := flagHelp(flag)
			fmt.Fprintf(&b, "  %-28s %s\n", left, right)
		}
	}
	return b.String()
}

func list(b *strings.Builder, commands []*cli.Command) {
	for _, command := range commands {
		fmt.Fprintf(b, "  %-12s %s\n", command.Name, command.Usage)
	}
}

// flagHelp gives a flag as it is typed, and what it is for. The name of its
// value is the part of the usage that stands in backquotes.
func flagHelp(flag cli.Flag) (left, right string) {
	names := make([]string, 0, 2)
	for _, name := range flag.Names() {
		if len(name) == 1 {
			names = append([]string{"-" + name}, names...)
			continue
		}
		names = append(names, "--"+name)
	}
	left = strings.Join(names, ", ")
	if documented, ok := flag.(cli.DocGenerationFlag); ok {
		right = documented.GetUsage()
	}
	before, rest, quoted := strings.Cut(right, "`")
	value, after, closed := strings.Cut(rest, "`")
	if quoted && closed {
		return left + " " + value, before + value + after
	}
	return left, right
}

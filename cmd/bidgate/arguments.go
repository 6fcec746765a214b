package main

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// commandLine is a command line in the order that the flag parser needs: the
// parser stops at the first word and drops the flags after it without a sound.
type commandLine struct {
	args    []string     // command, flags as --name=value, "--", words
	command *cli.Command // nil when help was asked for in general
	path    string       // the command's name with those above it
	help    bool
	topic   string // of the help that is asked for; "" for that of a command
}

// given is one flag of the command line.
type given struct {
	name  string // the flag's first name
	typed string // as typed, for complaints
	arg   string // --name or --name=value
}

// arrange finds the command and its flags, wherever they stand, and refuses
// what it does not understand. After "--" nothing is a flag.
func arrange(commands []*cli.Command, args []string) (commandLine, error) {
	flags, words, help, err := divide(args, takesValue(commands))
	if err != nil {
		return commandLine{}, err
	}
	if len(words) > 0 && words[0] == "help" {
		words, help = words[1:], true
	}
	if len(words) == 0 {
		if help {
			return commandLine{help: true}, nil
		}
		return commandLine{}, noCommand()
	}
	if help && len(words) == 1 && isTopic(words[0]) {
		return commandLine{help: true, topic: words[0]}, nil
	}
	line := commandLine{help: help}
	if words, err = line.find(commands, words); err != nil {
		return commandLine{}, err
	}
	line.args = strings.Fields(line.path)
	for _, f := range flags {
		if lookup(line.command.Flags, f.name) == nil {
			return commandLine{}, flagOfOther(f.typed, line.path)
		}
		line.args = append(line.args, f.arg)
	}
	line.args = append(append(line.args, "--"), words...)
	return line, repeated(line.command.Flags, flags)
}

// find takes the words that name the command, and gives those after them.
// Help may be asked for a command that needs a second word.
func (l *commandLine) find(commands []*cli.Command, words []string) ([]string, error) {
	for level := commands; level != nil; level = l.command.Subcommands {
		if len(words) == 0 && l.help {
			return nil, nil
		}
		if len(words) == 0 {
			return nil, noSubcommand(l.path, names(level))
		}
		next := slices.IndexFunc(level, func(c *cli.Command) bool { return c.Name == words[0] })
		if next < 0 {
			return nil, unknownCommand(words[0], l.path, names(level))
		}
		l.command, words = level[next], words[1:]
		l.path = strings.TrimSpace(l.path + " " + l.command.Name)
	}
	return words, nil
}

// divide parts flags from words. A value in the next argument is joined to its
// flag; there it may not begin with a hyphen, or a forgotten value would
// swallow the flag after it.
func divide(args []string, takesValue map[string]cli.Flag) (flags []given, words []string, help bool, err error) {
	for i := 0; i < len(args); i++ {
		arg := args[i]
		if arg == "--" {
			return flags, append(words, args[i+1:]...), help, nil
		}
		if len(arg) < 2 || arg[0] != '-' {
			words = append(words, arg)
			continue
		}
		typed, value, joined := strings.Cut(arg, "=")
		name := strings.TrimPrefix(strings.TrimPrefix(typed, "-"), "-")
		if name == "help" || name == "h" {
			help = true
			continue
		}
		flag, ok := takesValue[name]
		if !ok {
			return nil, nil, false, unknownFlag(typed)
		}
		f := given{name: flag.Names()[0], typed: typed}
		f.arg = "--" + f.name
		if needsValue(flag) && !joined {
			if i++; i == len(args) || len(args[i]) > 1 && args[i][0] == '-' {
				return nil, nil, false, noValue(typed)
			}
			value, joined = args[i], true
		}
		if joined {
			f.arg += "=" + value
		}
		flags = append(flags, f)
	}
	return flags, words, help, nil
}

// takesValue holds the flags of all commands by each of their names: a flag
// may stand before the command whose flag it is. One name means one kind of
// flag throughout.
func takesValue(commands []*cli.Command) map[string]cli.Flag {
	flags := map[string]cli.Flag{}
	for _, command := range commands {
		for _, flag := range command.Flags {
			for _, name := range flag.Names() {
				flags[name] = flag
			}
		}
		for name, flag := range takesValue(command.Subcommands) {
			flags[name] = flag
		}
	}
	return flags
}

func needsValue(flag cli.Flag) bool {
	_, boolean := flag.(*cli.BoolFlag)
	return !boolean
}

func lookup(flags []cli.Flag, name string) cli.Flag {
	for _, flag := range flags {
		if slices.Contains(flag.Names(), name) {
			return flag
		}
	}
	return nil
}

// repeated refuses a second value for a flag that takes one: the parser would
// take the last without a word.
func repeated(known []cli.Flag, flags []given) error {
	seen := map[string]bool{}
	for _, f := range flags {
		_, many := lookup(known, f.name).(*cli.StringSliceFlag)
		if seen[f.name] && !many {
			return flagTwice(f.typed)
		}
		seen[f.name] = true
	}
	return nil
}

func names(commands []*cli.Command) []string {
	names := make([]string, len(commands))
	for i, command := range commands {
		names[i] = command.Name
	}
	return names
}

package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/render"
)

const completionHelp = `
Writes a script that completes commands, flags, formats and profiles. For bash:
source <(bidgate completion bash). For zsh the same with zsh, and for fish:
bidgate completion fish | source.`

// shells is the closed set of those that are completed for.
var shells = []string{"bash", "zsh", "fish"}

func (p *program) completionCommand() *cli.Command {
	return &cli.Command{
		Name:        "completion",
		Usage:       "Write a script that completes command lines in a shell",
		ArgsUsage:   "SHELL",
		Description: completionHelp,
		Action: func(c *cli.Context) error {
			if c.NArg() != 1 || !slices.Contains(shells, c.Args().First()) {
				return badShell(c.Args().Slice(), shells)
			}
			e, err := engine.New(c.Context)
			if err != nil {
				return err
			}
			return p.write(completion(c.Args().First(), p.commands(), e.Profiles()))
		},
	}
}

// choiceOf is one place of a command line with the words that fit there.
type choiceOf struct {
	after string // command path, or command path and flag
	words []string
}

// choices are all places that a script completes.
func choices(commands []*cli.Command, path string, profiles []string) []choiceOf {
	var list []choiceOf
	var here []string
	for _, command := range commands {
		here = append(here, command.Name)
		at := strings.TrimSpace(path + " " + command.Name)
		list = append(list, choices(command.Subcommands, at, profiles)...)
		var flags []string
		for _, flag := range command.Flags {
			for _, name := range flag.Names() {
				if len(name) > 1 {
					flags = append(flags, "--"+name)
				}
			}
			name := flag.Names()[0]
			switch name {
			case "profile":
				list = append(list, choiceOf{at + " --profile", profiles})
			case "format":
				list = append(list, choiceOf{at + " --format", valuesOf(at)}, choiceOf{at + " -f", valuesOf(at)})
			}
		}
		if len(flags) > 0 {
			list = append(list, choiceOf{at, flags})
		}
	}
	if path == "" || len(commands) > 0 {
		list = append(list, choiceOf{path, here})
	}
	return list
}

// valuesOf are the words of --format for a command.
func valuesOf(command string) []string {
	switch command {
	case "screen", "render":
		return formatNames(formatTable(""))
	case "compare":
		return formatNames(formatsOf(comparisons()))
	case "policy annex":
		return formatNames(formatsOf(render.AnnexFormats()))
	}
	return listFormats
}

// completion is the script for one shell. Words of ours alone stand in it:
// letters, digits, hyphens and dots.
func completion(shell string, commands []*cli.Command, profiles []string) string {
	words := map[string][]string{}
	for _, c := range choices(commands, "", profiles) {
		words[c.after] = append(words[c.after], c.words...)
	}
	places := slices.Sorted(maps.Keys(words))
	switch shell {
	case "fish":
		return fishCompletion(places, words)
	case "zsh":
		return "autoload -U +X bashcompinit && bashcompinit\n" + bashCompletion(places, words)
	default:
		return bashCompletion(places, words)
	}
}

// ofFlag says that a place is behind a flag, whose values fit there.
func ofFlag(place string) bool { return strings.Contains(place, " -") }

func fishCompletion(places []string, words map[string][]string) string {
	var b strings.Builder
	for _, place := range places {
		if ofFlag(place) {
			continue // the values stand with their flags
		}
		condition := "__fish_use_subcommand"
		if place != "" {
			condition = "__fish_seen_subcommand_from " + place[strings.LastIndexByte(place, ' ')+1:]
		}
		for _, word := range words[place] {
			long, flag := strings.CutPrefix(word, "--")
			if !flag {
				fmt.Fprintf(&b, "complete -c bidgate -f -n '%s' -a %s\n", condition, word)
				continue
			}
			fmt.Fprintf(&b, "complete -c bidgate -n '%s' -l %s", condition, long)
			if values := words[place+" "+word]; len(values) > 0 {
				fmt.Fprintf(&b, " -x -a '%s'", strings.Join(values, " "))
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// bashCompletion finds the command among the words so far, and offers what fits
// behind the last of them, else files.
func bashCompletion(places []string, words map[string][]string) string {
	var find, flags, rest strings.Builder
	for _, place := range places {
		offer := fmt.Sprintf("    \"%s\") COMPREPLY=($(compgen -W \"%s\" -- \"$word\"))", place, strings.Join(words[place], " "))
		if ofFlag(place) {
			flags.WriteString(offer + "; return;;\n")
			continue
		}
		rest.WriteString(offer + ";;\n")
		if place != "" {
			fmt.Fprintf(&find, "      \"%s %s\") path=\"%s\";;\n", parent(place), strings.TrimSpace(strings.TrimPrefix(place, parent(place))), place)
		}
	}
	return "_bidgate() {\n" +
		"  local word=\"${COMP_WORDS[COMP_CWORD]}\" before=\"${COMP_WORDS[COMP_CWORD-1]}\" path=\"\" one\n" +
		"  for one in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n    case \"$path $one\" in\n" + find.String() + "    esac\n  done\n" +
		"  case \"$path $before\" in\n" + flags.String() + "  esac\n" +
		"  case \"$path\" in\n" + rest.String() + "  esac\n" +
		"  [[ ${#COMPREPLY[@]} -gt 0 || $word == -* ]] || COMPREPLY=($(compgen -f -- \"$word\"))\n}\n" +
		"complete -o filenames -F _bidgate bidgate\n"
}

func parent(place string) string {
	if at := strings.LastIndexByte(place, ' '); at >= 0 {
		return place[:at]
	}
	return ""
}

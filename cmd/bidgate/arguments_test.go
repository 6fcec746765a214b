package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestArrange(t *testing.T) {
	p := &program{}
	for _, test := range []struct{ line, want string }{
		{"screen b", "screen -- b"},
		{"screen b --profile x", "screen --profile=x -- b"},
		{"--profile x screen b", "screen --profile=x -- b"},
		{"screen --profile=x b c", "screen --profile=x -- b c"},
		{"screen -f json b -f=text=o.txt", "screen --format=json --format=text=o.txt -- b"},
		{"screen b --no-builtin c", "screen --no-builtin -- b c"},
		{"screen b --no-builtin=false", "screen --no-builtin=false -- b"},
		{"screen -- --profile x", "screen -- --profile x"},
		{"screen - b", "screen -- - b"},
		{"screen --profile -", "screen --profile=- --"},
		{"screen --profile=-x b", "screen --profile=-x -- b"},
		{"screen --param a.b.c=-1 b", "screen --param=a.b.c=-1 -- b"},
		{"policy list -f json", "policy list --format=json --"},
		{"-f json policy list", "policy list --format=json --"},
		{"policy -f json list", "policy list --format=json --"},
	} {
		got, err := arrange(p.commands(), strings.Fields(test.line))
		if err != nil || got.help {
			t.Errorf("arrange(%q) = %+v, %v", test.line, got, err)
			continue
		}
		if diff := cmp.Diff(strings.Fields(test.want), got.args); diff != "" {
			t.Errorf("arrange(%q) (-want +got):\n%s", test.line, diff)
		}
	}
}

// TestFlagsMeanOneThing holds what arrange rests on: a flag may stand before
// the command whose flag it is, so one name takes a value everywhere or nowhere.
func TestFlagsMeanOneThing(t *testing.T) {
	p := &program{}
	commands := p.commands()
	known := takesValue(commands)
	for len(commands) > 0 {
		command := commands[0]
		commands = append(commands[1:], command.Subcommands...)
		for _, flag := range command.Flags {
			for _, name := range flag.Names() {
				if needsValue(flag) != needsValue(known[name]) {
					t.Errorf("--%s takes a value in one command and none in another", name)
				}
			}
		}
	}
}

package main

import (
	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine/report"
	"github.com/bidgate/bidgate/engine/tender"
)

// maxAnnex is more than an annex of the whole library has, in bytes.
const maxAnnex = 16 << 20

func annexFlag() cli.Flag {
	return &cli.StringFlag{Name: "annex", Usage: "`FILE` that was published before, of `bidgate policy annex -f json`: other rules are a finding; without --tender and --profile its rules are taken"}
}

// readAnnex reads what was published: the flag's file, else the tender's.
func (b *buyer) readAnnex(c *cli.Context) error {
	file := either(c.String("annex"), b.tender.Annex)
	if file == "" {
		return nil
	}
	text, err := readWhole(file, maxAnnex, giveAnnex)
	if err != nil {
		return err
	}
	if b.annex, err = report.DecodeAnnex(text); err != nil {
		return notAnAnnex(file, err)
	}
	if b.fromAnnex(c) {
		b.tender.ID, b.tender.Parameters = b.annex.Tender.ID, parametersOf(b.annex)
	}
	return nil
}

// fromAnnex says that the rules are those of the annex: neither a tender nor a
// profile is named.
func (b *buyer) fromAnnex(c *cli.Context) bool {
	return b.annex != nil && c.String("tender") == "" && b.flagProfile == ""
}

// annexApart refuses an annex that a bundle brought: a vendor would else choose
// the rules.
func (b *buyer) annexApart(c *cli.Context) error {
	file := either(c.String("annex"), b.tender.Annex)
	for _, bid := range b.bids {
		if file != "" && liesIn(file, bid.path) {
			return annexInBundle(file, bid.path)
		}
	}
	return nil
}

// parametersOf are the parameters that an annex sets, keyed by requirement and
// parameter as those of a tender are.
func parametersOf(a *report.Annex) map[string]map[string]any {
	all := map[string]map[string]any{}
	for _, asked := range a.Asked {
		for _, p := range asked.Parameters {
			if !p.Set {
				continue
			}
			if all[asked.ID] == nil {
				all[asked.ID] = map[string]any{}
			}
			all[asked.ID][p.Name] = parameterValue(p.Value)
		}
	}
	return all
}

// parameterValue is a value that came as JSON, as a tender has it.
func parameterValue(value any) any {
	list, is := value.([]any)
	if !is {
		return value
	}
	texts := make([]string, len(list))
	for i, item := range list {
		texts[i], _ = item.(string) // the decoder took nothing else
	}
	return texts
}

// profileInAnnex reads the profile's file out of an annex.
func profileInAnnex(a *report.Annex) (*tender.Profile, error) {
	return tender.ParseProfile("profile of the annex", []byte(a.ProfileFile.Text))
}

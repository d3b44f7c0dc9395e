package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"crosscheck/compare/nli/hub"
)

const modelListLong = `list shows the models that we recommend: how much is fetched, the published
accuracy on the two halves of MultiNLI (genres seen in training, and others), the
licence under which its owner publishes it, and where it is, if it was pulled.

The figures are others', of their own measuring; "crosscheck eval nli" measures on
data of yours. Nobody has published figures of the int8 models, which compute in
whole numbers of 8 bits. With --format json every file is there with its size and
checksum, and every figure with its source.`

func (a *app) modelListCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "list",
		Short:   "Show the models that we recommend",
		Long:    modelListLong,
		Example: "  crosscheck model list\n  crosscheck model list --format json",
		Args:    noArguments,
	}
	format := formatFlag(c, "text", "json")
	c.RunE = func(*cobra.Command, []string) error {
		rows, err := whereabouts(hub.Models().Models)
		if err != nil {
			return modelHint(err)
		}
		if format.value == "json" {
			e := json.NewEncoder(a.stdout)
			e.SetIndent("", "  ")
			return e.Encode(rows)
		}
		_, err = a.stdout.Write([]byte(modelTable(rows)))
		return err
	}
	return c
}

// listedModel is a model of the table, and where it is.
type listedModel struct {
	hub.Model
	Bytes   int64  `json:"bytes"`   // of the files for this machine
	Rounded bool   `json:"rounded"` // Bytes is not exact
	Pulled  bool   `json:"pulled"`
	Folder  string `json:"folder"` // where it is, or would be
}

func whereabouts(models []hub.Model) ([]listedModel, error) {
	out := make([]listedModel, len(models))
	for i, m := range models {
		out[i].Model = m
		if m.Figures == nil {
			out[i].Figures = []hub.Figure{} // [] in JSON
		}
		out[i].Bytes, out[i].Rounded = hub.Total(m.For(goarch))
		var err error
		if out[i].Folder, err = hub.Folder(m.Name); err != nil {
			return nil, err
		}
		_, err = hub.Find(m.Name)
		out[i].Pulled = err == nil
	}
	return out, nil
}

// modelTable is the list in lines: a model's facts, and below what it is good for.
func modelTable(rows []listedModel) string {
	widest := len("model")
	for _, r := range rows {
		widest = max(widest, len(r.Name))
	}
	var b strings.Builder
	line := func(name, size, seen, unseen, licence, where string) {
		fmt.Fprintf(&b, "%-*s  %8s  %9s  %11s  %-10s  %s\n", widest, name, size, seen, unseen, licence, where)
	}
	line("model", "fetched", "MNLI seen", "MNLI unseen", "licence", "where")
	for _, r := range rows {
		where := "not pulled"
		if r.Pulled {
			where = printable(r.Folder)
		}
		size := "-"
		if r.Bytes > 0 {
			size = megabytes(r.Bytes)
		}
		line(r.Name, size, accuracy(r.Model, "MNLI matched"), accuracy(r.Model, "MNLI mismatched"), r.Licence, where)
		fmt.Fprintf(&b, "%*s%s\n", 4, "", r.About)
	}
	return b.String()
}

// accuracy is a published figure, "-" where there is none.
func accuracy(m hub.Model, set string) string {
	if v := m.Accuracy(set); v > 0 {
		return fmt.Sprintf("%.4g", v)
	}
	return "-"
}

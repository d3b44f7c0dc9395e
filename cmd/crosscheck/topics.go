package main

import (
	"context"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/check"
	"crosscheck/report"
)

const topicsLong = `topics lists what the articles are about: the claims of one subject together,
whatever they say of it and whoever prints them, story by story. Nothing is
judged.

A topic comes first that most outlets have of their own in one story; twelve
papers that print one agency text are one witness. As text, topics of a single
outlet and those after the first ten are left out, and counted. Other formats,
and --story, leave nothing out.

A PATH is a file, a folder (every article in it and below) or "-" for standard
input. A file named with -o is complete or is not there: it is written beside
its place and then renamed.

--articles sorts the articles into stories, and looks for no claims; --format
jsonl then prints {"id", "story"} for each article, in the order of the input.

--why holds two claims against each other: whether they are of one story, how
many days lie between them, how alike they are, and which words make them so.
It says which of these kept them apart. The IDs of claims are shown with -v.`

const topicsExample = `  crosscheck topics articles/
  crosscheck topics --story a_0123456789ab --claims 20 articles/
  crosscheck topics --state news/ today.jsonl
  crosscheck topics --state news/
  crosscheck topics --articles --format jsonl articles.jsonl > stories.jsonl
  crosscheck topics --why c_0123456789ab c_ba9876543210 articles/`

// The topics that a screen shows where nothing else is asked for.
const (
	usualOutlets = 2
	usualLimit   = 10
)

// topicFlags are the flags of the command.
type topicFlags struct {
	report.TopicOptions
	format   *choice
	out      []string
	articles bool
	why      []string
	state    string
	all      bool
	set      func(flag string) bool // whether the flag was given
}

func (a *app) topicsCommand() *cobra.Command {
	f := &topicFlags{}
	c := &cobra.Command{
		Use:     "topics PATH...",
		Short:   "List what the articles are about, and in which story",
		Long:    topicsLong,
		Example: topicsExample,
	}
	f.format, f.set = formatFlag(c, report.TopicNames()...), c.Flags().Changed
	a.namesFlag(c)
	flags := c.Flags()
	flags.StringArrayVarP(&f.out, "out", "o", nil, "also write `FILE`, in the format of its extension (may be repeated)")
	flags.BoolVar(&f.articles, "articles", false, "list the articles by story instead")
	flags.StringArrayVar(&f.why, "why", nil, "explain why two claims met or did not: `CLAIM CLAIM`")
	flags.StringVar(&f.state, "state", "", "keep what is known in the folder (or database) `DIR`, and list only the topics of articles that are new there; with no PATH, all of it")
	flags.BoolVar(&f.all, "all", false, "with --state, list everything")
	flags.StringVar(&f.Story, "story", "", "only the topics of the story of this `ID`")
	flags.IntVar(&f.Outlets, "outlets", usualOutlets, "only topics that `N` outlets or more have; 1 for data and for one story")
	flags.IntVar(&f.Limit, "limit", usualLimit, "only the first `N`; 0 is all, as for data and for one story")
	flags.IntVar(&f.Claims, "claims", 3, "show `N` claims of each topic, as text")
	flags.BoolVarP(&f.Verbose, "verbose", "v", false, "show the IDs of topics and claims, as text")
	c.RunE = func(c *cobra.Command, args []string) error {
		paths, err := f.check(args)
		if err != nil {
			return err
		}
		if len(paths) == 0 && f.state != "" {
			if err := f.lists(c.Context()); err != nil {
				return err
			}
		} else if err := needPaths(c, paths); err != nil {
			return err
		}
		return a.topics(c.Context(), paths, f)
	}
	return c
}

// check refuses what makes no sense, and returns the paths: the second claim of
// --why is an argument.
func (f *topicFlags) check(args []string) (paths []string, err error) {
	for _, n := range []struct {
		flag         string
		value, least int
	}{{"outlets", f.Outlets, 1}, {"limit", f.Limit, 0}, {"claims", f.Claims, 1}} {
		if n.value < n.least {
			return nil, misuse(fmt.Sprintf("--%s %d is the least", n.flag, n.least), "--%s %d makes no sense", n.flag, n.value)
		}
	}
	switch {
	case f.state == "" && f.set("state"):
		return nil, misuse("name a folder", "--state is empty")
	case f.state == "" && f.all:
		return nil, misuse("without --state everything is listed", "--all goes with --state")
	case f.state != "" && (f.articles || len(f.why) > 0):
		return nil, misuse("leave one out", "--state does not go with --articles or --why")
	case len(f.why) > 0 && f.articles:
		return nil, misuse("choose one of them", "--why and --articles do not go together")
	case len(f.why) > 0:
		return f.checkWhy(args)
	}
	return args, nil
}

// lists makes --state without a path list all that the archive knows.
func (f *topicFlags) lists(ctx context.Context) error {
	there, err := hasArchive(ctx, f.state)
	if err != nil {
		return err
	}
	if !there {
		at := storeName(f.state)
		return misuse("name articles to begin one: crosscheck topics --state "+at+" articles/", "--state %s holds nothing yet", at)
	}
	f.all = true
	return nil
}

// options are those of a writer: for data and for one story nothing is left out
// unless that is asked for.
func (f *topicFlags) options(text bool) report.TopicOptions {
	o := f.TopicOptions
	all := !text || f.Story != ""
	if all && !f.set("outlets") {
		o.Outlets = 1
	}
	if all && !f.set("limit") {
		o.Limit = 0
	}
	return o
}

// writer is what writes in a format.
func (f *topicFlags) writer(format report.TopicFormat, screen report.Options) report.Writer {
	o := f.options(format.Name == "text")
	o.Width, o.Color = screen.Width, screen.Color
	if f.articles {
		return format.Articles(o)
	}
	return format.Topics(o)
}

// byFile returns the writer that a file's extension stands for.
func (f *topicFlags) byFile(path string, opt report.Options) (report.Writer, error) {
	format, err := report.TopicsByFile(path)
	if err != nil {
		return nil, err
	}
	return f.writer(format, opt), nil
}

// topics lists topics. Whatever can be refused is refused before it starts.
func (a *app) topics(ctx context.Context, paths []string, f *topicFlags) error {
	if len(f.why) > 0 {
		return a.why(ctx, paths, f)
	}
	format, err := report.TopicsByName(f.format.value)
	if err != nil {
		return err
	}
	out, err := planFiles(f.out, paths, f.byFile)
	if err != nil {
		return err
	}
	show := func(r *compare.Report) error {
		a.warnAll(r.Warnings)
		if err := f.checkStory(r); err != nil {
			return err
		}
		if err := a.write(ctx, out, r); err != nil {
			return err
		}
		a.console.quiet()
		return f.writer(format, report.Options{Width: a.columns, Color: a.colour}).Write(a.stdout, r)
	}
	if f.state != "" {
		return a.add(ctx, paths, f, out, show)
	}
	r, err := a.grouped(ctx, paths, f, out)
	if err != nil {
		return err
	}
	return show(r)
}

// grouped reads the articles and sorts them, or their claims too.
func (a *app) grouped(ctx context.Context, paths []string, f *topicFlags, out files) (*compare.Report, error) {
	articles, _, err := a.readArticles(ctx, paths, out.include)
	if err != nil {
		return nil, err
	}
	do := check.Topics
	if f.articles {
		do = check.Stories
	}
	return do(ctx, articles, check.Options{Names: a.names, Progress: a.progress})
}

func (a *app) warnAll(warnings []claims.Warning) {
	for _, w := range warnings {
		a.console.warn(w)
	}
}

// checkStory refuses the ID of a story that is not there. That of any article
// in it is taken for the story's.
func (f *topicFlags) checkStory(r *compare.Report) error {
	if f.Story == "" {
		return nil
	}
	for _, s := range r.Stories {
		if slices.Contains(s.Articles, f.Story) {
			return nil
		}
	}
	return misuse(`"crosscheck topics --articles PATH..." lists the stories with their IDs`, "--story %s: there is no such story", f.Story)
}

package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/check"
)

const whyHint = `--why takes the IDs of two claims: crosscheck topics --why c_0123456789ab c_ba9876543210 articles/`

// checkWhy completes the two claims of --why: the flag takes the first, and the
// second is the first argument that is nothing to read.
func (f *topicFlags) checkWhy(args []string) (paths []string, err error) {
	paths = args
	at := slices.IndexFunc(args, func(arg string) bool {
		_, err := os.Stat(arg)
		return err != nil && arg != "-"
	})
	if len(f.why) == 1 && at >= 0 {
		f.why = append(f.why, args[at])
		paths = slices.Delete(slices.Clone(args), at, at+1)
	}
	switch {
	case len(f.why) != 2:
		return nil, misuse(whyHint, "--why compares two claims, but was given %d", len(f.why))
	case f.why[0] == f.why[1]:
		return nil, misuse(whyHint, "--why was given %s twice", f.why[0])
	case f.format.value != "text" && f.format.value != "json":
		return nil, misuse("--format text or --format json", "--why cannot be set as %s", f.format.value)
	case len(f.out) > 0:
		return nil, misuse("send it to a file with >", "--why and -o do not go together")
	}
	return paths, nil
}

// why explains a pair of claims.
func (a *app) why(ctx context.Context, paths []string, f *topicFlags) error {
	r, err := a.grouped(ctx, paths, f, nil)
	if err != nil {
		return err
	}
	m, err := check.Why(r, f.why[0], f.why[1], check.Options{})
	if errors.Is(err, check.ErrNoClaim) {
		return withHint(err, `"crosscheck claims --format jsonl PATH..." lists the claims with their IDs`)
	}
	if err != nil {
		return err
	}
	return a.printTable(f.format.value, m, func(b *strings.Builder) { whyText(b, r, m) })
}

// whyText is the explanation to read.
func whyText(b *strings.Builder, r *compare.Report, m check.Meeting) {
	sideText(b, "A", m.A, m.SentenceA, r)
	sideText(b, "B", m.B, m.SentenceB, r)
	fmt.Fprintf(b, "%s\n\n", outcome(r, m))
	fmt.Fprintf(b, "event    %s\n", passing(m.Event, eventText(m)))
	fmt.Fprintf(b, "time     %s\n", passing(m.Time, timeText(m)))
	fmt.Fprintf(b, "subject  %s\n", passing(m.Subject, subjectText(m)))
	if len(m.Reasons) == 0 {
		return
	}
	fmt.Fprintf(b, "\nThe words that make them alike:\n")
	for _, w := range m.Reasons {
		fmt.Fprintf(b, "  %3.0f%%  %s\n", 100*w.Weight, wordsText(w))
	}
}

func sideText(b *strings.Builder, side, id, sentence string, r *compare.Report) {
	for i := range r.Claims {
		c := &r.Claims[i]
		if c.ID != id {
			continue
		}
		who := []string{id, cmp.Or(c.Outlet, "unknown outlet")}
		if c.Speaker != nil {
			who = append(who, c.Speaker.Name)
		}
		if c.Date != "" {
			who = append(who, c.Date)
		}
		fmt.Fprintf(b, "%s  %s\n   %s\n\n", side, printable(strings.Join(who, ", ")), printable(spoken(*c, sentence)))
	}
}

// spoken is what is held against the other side, on one line.
func spoken(c claims.Claim, sentence string) string {
	text := strings.Join(strings.Fields(cmp.Or(sentence, c.Text)), " ")
	if c.Kind == claims.Direct {
		return "“" + text + "”"
	}
	return text
}

// outcome says first what an editor wants to know.
func outcome(r *compare.Report, m check.Meeting) string {
	switch {
	case m.Copies:
		return "They are copies of one text" + topicText(r, m) + "."
	case m.SentenceA == "" || m.SentenceB == "":
		return "They were not compared: " + silentText(m) + " states nothing that could be opposed."
	case m.Topic != "" && m.Met():
		return "They met" + topicText(r, m) + askedText(m) + "."
	case m.Topic != "":
		return "They were not compared, but others brought them" + topicText(r, m) + "."
	case m.Met():
		return "They were compared, and are in no topic together" + askedText(m) + "."
	}
	return "They did not meet."
}

func silentText(m check.Meeting) string {
	switch {
	case m.SentenceA == "" && m.SentenceB == "":
		return "neither"
	case m.SentenceA == "":
		return "A"
	}
	return "B"
}

func topicText(r *compare.Report, m check.Meeting) string {
	for _, t := range r.Topics {
		if t.ID == m.Topic {
			return fmt.Sprintf(", in the topic “%s” (%s)", printable(t.Label), t.ID)
		}
	}
	return ""
}

func askedText(m check.Meeting) string {
	if m.Asked {
		return ""
	}
	return "; no judge is asked, since one side or both are an outlet's own voice"
}

// passing is a line that begins with whether a gate was passed.
func passing(passed bool, why string) string {
	if passed {
		return "passed  " + why
	}
	return "FAILED  " + why
}

func eventText(m check.Meeting) string {
	switch {
	case m.StoryA == m.StoryB:
		return "one story, " + m.StoryA
	case m.Event:
		return "two stories, but alike beyond doubt"
	}
	return fmt.Sprintf("two stories, %s and %s", m.StoryA, m.StoryB)
}

func timeText(m check.Meeting) string {
	apart := "no date known"
	if m.Days >= 0 {
		apart = plural(m.Days, "day", "days") + " apart"
	}
	switch {
	case m.StoryA == m.StoryB:
		return apart + ", in one story"
	case m.SameSpeaker:
		return apart + ", one speaker"
	case m.Days > m.MostDays:
		return fmt.Sprintf("%s, more than %d", apart, m.MostDays)
	}
	return apart
}

func subjectText(m check.Meeting) string {
	switch {
	case m.SentenceA == "" || m.SentenceB == "":
		return "nothing to compare"
	case m.StoryA == m.StoryB:
		return fmt.Sprintf("similarity %.2f, and %.2f is enough in one story", m.Similarity, m.Least)
	case !m.SharedKey:
		return fmt.Sprintf("similarity %.2f, and none of their rare words in common", m.Similarity)
	}
	return fmt.Sprintf("similarity %.2f, and two stories need %.2f", m.Similarity, m.Least)
}

// wordsText is a pair of words, or the one that both have.
func wordsText(w check.Reason) string {
	if w.A == w.B {
		return printable(w.A)
	}
	return printable(w.A) + " ~ " + printable(w.B)
}

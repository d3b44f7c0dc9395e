package eval

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"crosscheck/claims/datatest"
)

// TestTopicScores groups the articles of public data sets into stories.
func TestTopicScores(t *testing.T) {
	var b strings.Builder
	for _, set := range []string{"basil", "ecbplus"} {
		f, err := os.Open(datatest.Path(t, "data", "stories", set+".jsonl"))
		if err != nil {
			t.Fatal(err)
		}
		gold, warnings, err := ReadTopics(set+".jsonl", f)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		table, err := RunTopics(gold, 0)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%s, %d warnings: %s", set, len(warnings), topicScores(table))
	}
	datatest.Golden(t, "testdata/topics.txt", b.String())
}

func topicScores(table TopicTable) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d articles, %d stories, %d found\n", table.Articles, table.Marked, table.Found)
	fmt.Fprintf(&b, "  B-cubed P %.3f R %.3f F1 %.3f\n", table.BCubed.Precision, table.BCubed.Recall, table.BCubed.F1)
	fmt.Fprintf(&b, "  adjusted Rand index %.3f\n", table.ARI)
	if k := table.Blocking; k != nil {
		fmt.Fprintf(&b, "  pairs completeness %s\n  reduction ratio %s\n", share(k.Completeness), share(k.Reduction))
	}
	return b.String()
}

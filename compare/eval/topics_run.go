package eval

import "crosscheck/compare/story"

// RunTopics groups the articles of the gold into stories, as a run of the
// pipeline does, and scores that. It names at most most mistakes of each sort;
// below 0 none is looked for.
func RunTopics(gold TopicGold, most int) (TopicTable, error) {
	got := story.Of(gold.Articles)
	table, err := ScoreTopics(gold.Stories, got)
	if err != nil {
		return table, err
	}
	blocking := ScoreBlocking(gold, story.Compared)
	table.Blocking = &blocking
	if most >= 0 {
		m := FindMistakes(gold, got, most)
		table.Mistakes = &m
	}
	return table, nil
}

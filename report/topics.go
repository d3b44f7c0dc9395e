package report

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
)

// TopicOptions choose topics, and tell how much of each is shown.
type TopicOptions struct {
	Options
	Story   string // only topics that run through this story, by its ID or that of an article in it; "" is all
	Outlets int    // fewest outlets of a topic
	Limit   int    // most topics, of stories where articles are listed by story; 0 is all
	Claims  int    // most claims shown of each topic, where they are shown at all; 0 is three
}

// TopicFormat is one way to list topics, or articles by story. Its writer shows
// what check.Topics makes; the findings of a report are left out.
type TopicFormat struct {
	Name       string   // "text", as in --format
	Extensions []string // ".txt", in lower case
	Doc        string   // one line for a help text
	Topics     func(TopicOptions) Writer
	Articles   func(TopicOptions) Writer
}

// topicFormats is the one list of them, in the order of a help text.
var topicFormats = []TopicFormat{
	{"text", []string{".txt"}, "to read on a terminal, story by story",
		func(o TopicOptions) Writer { return &TopicText{o} }, func(o TopicOptions) Writer { return &StoryText{o} }},
	{"json", []string{".json"}, "one object with stories, topics, copies, articles and claims",
		func(o TopicOptions) Writer { return &TopicJSON{o} }, func(o TopicOptions) Writer { return &StoryJSON{o} }},
	{"jsonl", []string{".jsonl"}, "a topic on each line",
		func(o TopicOptions) Writer { return &TopicJSONL{o} }, func(o TopicOptions) Writer { return &StoryJSONL{o} }},
	{"csv", []string{".csv"}, "a row for each topic, safe to open in a spreadsheet",
		func(o TopicOptions) Writer { return &TopicCSV{o} }, func(o TopicOptions) Writer { return &StoryCSV{o} }},
}

// TopicFormats returns all ways to list topics, in the order of a help text.
func TopicFormats() []TopicFormat { return slices.Clone(topicFormats) }

// TopicNames returns their names, in the order of a help text.
func TopicNames() []string {
	var names []string
	for _, f := range topicFormats {
		names = append(names, f.Name)
	}
	return names
}

// TopicsByName returns the listing of topics of that name.
func TopicsByName(name string) (TopicFormat, error) {
	for _, f := range topicFormats {
		if f.Name == name {
			return f, nil
		}
	}
	return TopicFormat{}, fmt.Errorf("no listing of topics is called %q\nhint: the formats are %s", name, strings.Join(TopicNames(), ", "))
}

// TopicsByFile returns the listing of topics that the extension of path stands
// for, in upper or lower case.
func TopicsByFile(path string) (TopicFormat, error) {
	ext := strings.ToLower(filepath.Ext(path))
	var known []string
	for _, f := range topicFormats {
		if slices.Contains(f.Extensions, ext) {
			return f, nil
		}
		known = append(known, f.Extensions...)
	}
	return TopicFormat{}, fmt.Errorf("no listing of topics goes with the file name %q\nhint: end it in one of %s", path, strings.Join(known, ", "))
}

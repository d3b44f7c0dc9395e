package review

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"crosscheck/claims"
)

// The vocabulary: schema.org's, and one term of ours that holds the event as it
// is, as a JSON literal (JSON-LD 1.1, section 4.2.2). A urn needs no host.
var ldContext = []any{"https://schema.org", map[string]any{
	"event": map[string]any{"@id": "urn:crosscheck:event", "@type": "@json"},
}}

// ldDocument is what is written.
type ldDocument struct {
	Context []any    `json:"@context"`
	Graph   []ldNode `json:"@graph"`
}

// ldNode is a ClaimReview for a verdict on a pair, and an UpdateAction for
// everything else.
type ldNode struct {
	Type     string    `json:"@type"`
	ID       string    `json:"@id"`
	Date     string    `json:"datePublished,omitempty"`
	Start    string    `json:"startTime,omitempty"`
	Author   *ldThing  `json:"author,omitempty"`
	Agent    *ldThing  `json:"agent,omitempty"`
	Claimed  string    `json:"claimReviewed,omitempty"`
	Item     []ldClaim `json:"itemReviewed,omitempty"`
	Rating   *ldRating `json:"reviewRating,omitempty"`
	Body     string    `json:"reviewBody,omitempty"`
	Expires  string    `json:"expires,omitempty"`
	Object   string    `json:"object,omitempty"`
	Original Event     `json:"event"`
}

type ldThing struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

type ldClaim struct {
	Type       string    `json:"@type"`
	Text       string    `json:"text"`
	Author     *ldThing  `json:"author,omitempty"`
	Date       string    `json:"datePublished,omitempty"`
	Appearance *ldAppear `json:"appearance,omitempty"`
}

type ldAppear struct {
	Type      string   `json:"@type"`
	Headline  string   `json:"headline,omitempty"`
	URL       string   `json:"url,omitempty"`
	Publisher *ldThing `json:"publisher,omitempty"`
}

// ldRating says a verdict in words. No figure goes with it: the verdicts are no
// scale.
type ldRating struct {
	Type      string `json:"@type"`
	Name      string `json:"alternateName"`
	Explained string `json:"ratingExplanation,omitempty"`
}

func exportClaimReview(w io.Writer, events []Event) error {
	doc := ldDocument{ldContext, []ldNode{}}
	for _, e := range events {
		doc.Graph = append(doc.Graph, node(e))
	}
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetIndent("", "  ")
	if err := enc.Encode(doc); err != nil {
		return fmt.Errorf("writing ClaimReview: %w", err)
	}
	_, err := buf.WriteTo(w)
	return err
}

func node(e Event) ldNode {
	n := ldNode{ID: "urn:crosscheck:event:" + e.ID, Original: e}
	when := e.At.Format("2006-01-02T15:04:05.000Z07:00")
	person := &ldThing{"Person", e.Who}
	if e.Action != Decide || e.Pair == nil {
		n.Type, n.Start, n.Agent, n.Object = "UpdateAction", when, person, e.Subject
		return n
	}
	info, _ := e.Verdict.Info()
	n.Type, n.Date, n.Author, n.Body = "ClaimReview", when, person, e.Why
	n.Claimed = e.Pair.A.Text + " / " + e.Pair.B.Text
	n.Item = []ldClaim{e.Pair.A.claim(), e.Pair.B.claim()}
	n.Rating = &ldRating{"Rating", info.Name, info.Doc}
	if !e.Expires.IsZero() {
		n.Expires = e.Expires.Format("2006-01-02")
	}
	return n
}

func (s Side) claim() ldClaim {
	c := ldClaim{Type: "Claim", Text: s.Text, Date: s.Date}
	if s.Speaker != "" {
		c.Author = &ldThing{"Person", s.Speaker}
	} else if s.Outlet != "" {
		c.Author = &ldThing{"Organization", s.Outlet}
	}
	if s.Outlet != "" || s.URL != "" || s.Title != "" {
		c.Appearance = &ldAppear{Type: "NewsArticle", Headline: s.Title, URL: s.URL}
		if s.Outlet != "" {
			c.Appearance.Publisher = &ldThing{"Organization", s.Outlet}
		}
	}
	return c
}

func importClaimReview(r io.Reader) (events []Event, problems []Problem, err error) {
	var doc struct {
		Graph []struct {
			Original json.RawMessage `json:"event"`
		} `json:"@graph"`
	}
	data, err := io.ReadAll(io.LimitReader(r, maxImport))
	if err != nil {
		return nil, nil, fmt.Errorf("reading ClaimReview: %w", err)
	}
	if err := json.Unmarshal(data, &doc); err != nil {
		return nil, nil, fmt.Errorf("reading ClaimReview: %s\nhint: \"crosscheck decisions export --format claimreview\" writes what can be imported", claims.JSONFault(data, err))
	}
	for i, n := range doc.Graph {
		if len(n.Original) == 0 {
			problems = append(problems, Problem{i + 1, "a review of somebody else: it names no pair that could be found again"})
			continue
		}
		e, err := decode(n.Original)
		if err != nil {
			problems = append(problems, Problem{i + 1, err.Error()})
			continue
		}
		events = append(events, e)
	}
	return events, problems, nil
}

package claims

// Value is a number of a claim, as printed and as understood. What was printed
// is its span of Article.Text.
type Value struct {
	Span Span `json:"span"` // hedge, currency, figure and unit; not the noun
	// Kind is what the number numbers: one of the kinds of package quantity,
	// "cardinal", "money", "percent" ...
	Kind string `json:"kind"`
	// Low and High bound the value and are equal for a point. Nil is an end
	// that the text leaves open: "more than 30" has no High.
	Low  *float64 `json:"low,omitempty"`
	High *float64 `json:"high,omitempty"`
	// Approx is how the text hedges the number: "about", "at least", "at
	// most", "nearly", "just over"; "" for the number as it stands.
	Approx string `json:"approx,omitempty"`
	// Unit is an ISO 4217 code, "percent", or a unit in the British singular;
	// "" for a bare number.
	Unit string `json:"unit,omitempty"`
	// Noun is the stems of the words that name what is counted, or "".
	Noun string `json:"noun,omitempty"`
}

// Time is a date that a claim tells, as printed (its span) and as resolved
// against the date of the article.
type Time struct {
	Span Span `json:"span"` // without a preposition before it
	// First and Last are the first and the last day, YYYY-MM-DD and both
	// included; equal for one day, "" where the days are not known.
	First string `json:"first,omitempty"`
	Last  string `json:"last,omitempty"`
	// Grain is how exact the text is: "part" (of a day), "day", "week",
	// "month", "quarter", "season", "year", "decade" or "century".
	Grain string `json:"grain"`
}

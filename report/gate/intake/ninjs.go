package intake

import (
	"cmp"
	"slices"
	"strings"
)

// ninjs are the fields of ninjs that a draft needs, after the schemas of the IPTC:
// 2.0 to 2.4 and 3.0 to 3.3 have lists with roles; 1, which older systems send, has
// a headline and a body for each content type.
type ninjs struct {
	URI            string   `json:"uri"`
	GUID           string   `json:"guid"` // Superdesk's own
	VersionCreated string   `json:"versioncreated"`
	FirstCreated   string   `json:"firstcreated"`
	By             string   `json:"by"`
	Headlines      []valued `json:"headlines"`
	Bodies         []valued `json:"bodies"`
	Descriptions   []valued `json:"descriptions"`

	Headline        string `json:"headline"`
	BodyText        string `json:"body_text"`
	BodyXHTML       string `json:"body_xhtml"`
	DescriptionText string `json:"description_text"`
	DescriptionHTML string `json:"description_html"`
}

// valued is a text in a role.
type valued struct {
	Role        string `json:"role"`
	ContentType string `json:"contenttype"`
	Value       string `json:"value"`
}

// isHTML reports whether a text is markup: the examples of the IPTC say
// "text/html", "application/xhtml+xml" and "body_xhtml".
func (v valued) isHTML() bool { return strings.Contains(strings.ToLower(v.ContentType), "html") }

// best is the text of a list that tells most: markup keeps the paragraphs, and
// of two alike the main one is it.
func best(list []valued) (text string, isHTML bool) {
	worth := func(v valued) (n int) {
		if v.isHTML() {
			n += 2
		}
		if v.Role == "main" {
			n++
		}
		return n
	}
	filled := slices.DeleteFunc(slices.Clone(list), func(v valued) bool { return strings.TrimSpace(v.Value) == "" })
	if len(filled) == 0 {
		return "", false
	}
	v := slices.MaxFunc(filled, func(a, b valued) int { return cmp.Compare(worth(a), worth(b)) })
	return v.Value, v.isHTML()
}

// headline is the main headline.
func (n ninjs) headline() string {
	text, _ := best(n.Headlines)
	return oneLine(cmp.Or(text, n.Headline))
}

// description is the summary.
func (n ninjs) description() string {
	text, _ := best(n.Descriptions)
	return cmp.Or(text, n.DescriptionText, n.DescriptionHTML)
}

// day is the day of this version.
func (n ninjs) day() string { return cmp.Or(dayOf(n.VersionCreated), dayOf(n.FirstCreated)) }

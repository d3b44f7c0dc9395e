package serve

import (
	"strconv"

	"crosscheck/report/gate/docket"
)

// logJSON is a page of the log, as it is kept: there are no words of a draft in it.
type logJSON struct {
	Entries []docket.Entry `json:"entries"`
	Next    int64          `json:"next"` // where the next page begins; 0 where this is the last
}

// log shows who checked and who overrode what, in order.
func (s *Server) log(c *call) error {
	after := int64(0)
	if text := c.r.URL.Query().Get("after"); text != "" {
		var err error
		if after, err = strconv.ParseInt(text, 10, 64); err != nil || after < 0 {
			return problem(Malformed, "\"after\" is the number of an entry.")
		}
	}
	list, err := s.opt.Store.Look(c.r.Context(), docket.Query{After: after})
	if err != nil {
		return broken(err)
	}
	page := logJSON{Entries: list}
	if list == nil {
		page.Entries = []docket.Entry{}
	}
	if len(list) == docket.MostEntries {
		page.Next = list[len(list)-1].Seq
	}
	return c.answer(page)
}

package web

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"crosscheck/report/review"
)

// input are the fields that a person sent, as a form or as a JSON object.
type input struct{ url.Values }

// read reads the fields. JSON may hold texts, numbers, true and lists of texts.
func read(r *http.Request) (input, error) {
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if kind != "application/json" {
		err := r.ParseForm()
		if kind == "multipart/form-data" {
			err = r.ParseMultipartForm(maxBody)
		}
		if err != nil {
			return input{}, unreadable(err)
		}
		return input{r.Form}, nil
	}
	var fields map[string]any
	if err := json.NewDecoder(r.Body).Decode(&fields); err != nil {
		return input{}, unreadable(err)
	}
	in := input{r.URL.Query()}
	for name, v := range fields {
		in.Del(name)
		list, ok := v.([]any)
		if !ok {
			list = []any{v}
		}
		for _, one := range list {
			in.Add(name, text(one))
		}
	}
	return in, nil
}

func text(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case bool:
		return strconv.FormatBool(v)
	}
	return ""
}

func unreadable(err error) error {
	var big *http.MaxBytesError
	if errors.As(err, &big) {
		return err
	}
	return fault(http.StatusBadRequest, "The request could not be read.")
}

// filter is the filter with which the person came, as the field "query".
func (in input) filter() Filter {
	q, _ := url.ParseQuery(in.Get("query"))
	return filterOf(q)
}

// event is the beginning of an event. Its ID is made of the one in the form and
// of all that was sent: a form that arrives twice is one event, and one that is
// sent again with another verdict, by way of the back button, is another.
func (in input) event(r *http.Request, a review.Action) review.Event {
	e := review.Event{Who: by(r).Name, Action: a, Why: strings.TrimSpace(in.Get("why"))}
	if id := strings.TrimSpace(in.Get("id")); id != "" {
		sum := sha256.Sum256([]byte(strings.Join([]string{id, e.Who, r.URL.Path, in.Encode()}, "\x00")))
		e.ID = hex.EncodeToString(sum[:16])
	}
	return e
}

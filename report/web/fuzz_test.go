package web

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"crosscheck/report/review"
	"crosscheck/report/review/reviewtest"
)

// FuzzSend sends anything to every deed of the desk, and wants an answer that
// blames the sender: no panic, and no fault of ours.
func FuzzSend(f *testing.F) {
	f.Add(uint8(0), "application/json", `{"verdict": "unclear", "why": ["a", 1, null, {}], "days": 1e9}`)
	f.Add(uint8(1), "application/x-www-form-urlencoded", "why=%zz&id=1&query=%3f&after=*")
	f.Add(uint8(7), "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"words\"\r\n\r\nsafe\r\n--x--")
	l, err := review.NewLedger(f.Context(), &review.Memory{}, (&clock{now: reviewtest.Noon}).Now)
	if err != nil {
		f.Fatal(err)
	}
	d, err := New(f.Context(), sample(2), l, Options{Door: anybody{"ada": Admin}})
	if err != nil {
		f.Fatal(err)
	}
	pair := "/pair/" + d.board.Load().items[0].Key
	deeds := []string{pair + "/decide", pair + "/note", pair + "/flag", pair + "/skip", pair + "/undismiss", "/undo", "/claim/c0-0/speaker", "/claim/c0-0/span", "/topic/t0/part", "/topic/t0/join"}
	f.Fuzz(func(t *testing.T, deed uint8, kind, body string) {
		r := httptest.NewRequest("POST", deeds[int(deed)%len(deeds)], strings.NewReader(body))
		r.Header.Set("Content-Type", kind)
		r.Header.Set("X-Test-Person", "ada")
		w := httptest.NewRecorder()
		d.Handler().ServeHTTP(w, r)
		if w.Code >= http.StatusInternalServerError {
			t.Errorf("%s %q %q: status %d: %s", r.URL, kind, body, w.Code, w.Body)
		}
	})
}

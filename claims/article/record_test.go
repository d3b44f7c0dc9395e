package article

import (
	"encoding/json"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

var records = []string{
	`{"id":"a","outlet":"B","title":"c","date":"d","url":"e","authors":"f","byline":"g","body":"h"}`,
	` { "body" : "One.\n\n\"Two,\" \u201cthree\u201d \/ \\ \t\u0041é" , "other":"x\"y" } ` + "\r",
	`{"body":"x","body":"y"}`, `{"Body":"x"}`, `{"b\u006fdy":"x"}`, `{"ſ":"x","body":"k"}`,
	`{"id":1,"body":"x"}`, `{"authors":["a"],"body":"x"}`, `{"body":null}`, `{}`, `{"body":"\ud83d\ude00 \ud800 \udc00"}`,
	`{"body":"x"`, `{"body":"x"}}`, `{"body":"x",}`, `{"body":"\x"}`, `{"body":"\u00g0"}`, `{"body":"\`, `{"body":"\u00`, `{"body":"a` + "\n" + `b"}`, `["body"]`, ``,
}

// sameRecord compares readRecord with package json.
func sameRecord(t *testing.T, data string) {
	t.Helper()
	var want record
	wantErr := json.Unmarshal([]byte(data), &want)
	got, err := readRecord([]byte(data))
	if (err == nil) != (wantErr == nil) {
		t.Errorf("%q: error %v, want %v", data, err, wantErr)
	} else if diff := cmp.Diff(want, got); err == nil && diff != "" {
		t.Errorf("%q: -json +got\n%s", data, diff)
	}
}

func TestRecord(t *testing.T) {
	for _, data := range records {
		sameRecord(t, data)
	}
	var rec record
	for _, data := range records[:3] {
		if !rec.read([]byte(data)) {
			t.Errorf("%q is left to package json", data)
		}
	}
}

func FuzzRecord(f *testing.F) {
	for _, data := range records {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data string) {
		if utf8.ValidString(data) {
			sameRecord(t, data)
		}
	})
}

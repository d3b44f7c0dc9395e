package web

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
	"net/http"
	"strings"
	"time"

	"crosscheck/report/review"
)

// pageNames are the pages; each is a file of that name beside the layout.
var pageNames = []string{"queue", "pair", "article", "topics", "topic", "history", "agreement", "keys", "message", "stale", "login"}

// parse reads the templates. Each page has the layout's blocks to itself.
func (d *Desk) parse() (map[string]*template.Template, error) {
	out := map[string]*template.Template{}
	for _, name := range pageNames {
		t, err := template.New("layout.html").Funcs(d.funcs()).ParseFS(files, "page/layout.html", "page/"+name+".html")
		if err != nil {
			return nil, err
		}
		out[name] = t
	}
	return out, nil
}

func (d *Desk) funcs() template.FuncMap {
	return template.FuncMap{
		"day": day, "count": count, "decimal": decimal,
		"at":       func(t time.Time) string { return t.In(d.zone()).Format("2 January 2006, 15:04") },
		"verdict":  func(v review.Verdict) string { i, _ := v.Info(); return i.Name },
		"verdicts": review.Verdicts,
		"newID":    review.NewID,
		"inc":      func(n int) int { return n + 1 },
		"add":      func(a, b int) int { return a + b },
		"others":   func() []Key { return otherKeys },
		"did":      did,
	}
}

func (d *Desk) zone() *time.Location {
	if d.opt.Zone == nil {
		return time.UTC
	}
	return d.opt.Zone
}

// frame is what stands around every page.
type frame struct {
	Title  string
	Person Person
	Today  Today
	Flash  string // what was just done, "" for nothing
	Bare   bool   // no menu: nobody is in
	Leaves bool   // there is a way out
	Page   any
}

// Today is the progress of the day.
type Today struct {
	Mine int `json:"mine"` // verdicts that the person gave today
	All  int `json:"all"`  // verdicts of the whole desk
	Left int `json:"left"` // pairs that wait for the person
}

// wantsJSON reports whether a program asks.
func wantsJSON(r *http.Request) bool {
	accept := r.Header.Get("Accept")
	return strings.Contains(accept, "application/json") && !strings.Contains(accept, "text/html")
}

// show answers with a page, or with its data.
func (d *Desk) show(w http.ResponseWriter, r *http.Request, status int, name, title string, page any) error {
	if wantsJSON(r) {
		return answer(w, status, page)
	}
	f := frame{Title: title, Person: by(r), Page: page, Bare: by(r).Name == "", Leaves: d.opt.Door.Entrance() != ""}
	if !f.Bare {
		f.Today, f.Flash = d.today(by(r)), d.flash(r)
	}
	var b bytes.Buffer // so that a broken page is an error and not half a page
	if err := d.pages[name].ExecuteTemplate(&b, "layout.html", f); err != nil {
		return fmt.Errorf("showing the page %s: %w", name, err)
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, err := b.WriteTo(w)
	return err
}

// answer writes JSON.
func answer(w http.ResponseWriter, status int, v any) error {
	data, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("writing the answer: %w", err)
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, err = w.Write(append(data, '\n'))
	return err
}

// Message is a page that says one thing.
type Message struct {
	Status int    `json:"status"`
	Error  string `json:"error"`
	Back   string `json:"-"`
}

// fail answers with what went wrong.
func (d *Desk) fail(w http.ResponseWriter, r *http.Request, err error) {
	f := faultOf(err)
	if f.to != "" && !wantsJSON(r) {
		http.Redirect(w, r, f.to, http.StatusSeeOther)
		return
	}
	if r.Method == http.MethodPost {
		w.Header().Set("HX-Push-Url", "false") // the address of a deed is no page to come back to
	}
	page := Message{Status: f.Status, Error: f.Text, Back: "/queue"}
	if by(r).Name == "" {
		page.Back = d.opt.Door.Entrance()
	}
	if err := d.show(w, r, f.Status, "message", http.StatusText(f.Status), page); err != nil {
		http.Error(w, f.Text, f.Status)
	}
}

// flash says what was just done, as the address tells: an event's ID.
func (d *Desk) flash(r *http.Request) (text string) {
	id := r.URL.Query().Get("done")
	if id == "" {
		return ""
	}
	d.ledger.View(func(s *review.State) {
		e, ok := s.Event(id)
		if !ok || e.Who != by(r).Name {
			return
		}
		if of, ok := s.Event(e.Of); ok {
			text = map[review.Action]string{review.Undo: "Taken back: ", review.Redo: "Put back: "}[e.Action] + did(of) + "."
			return
		}
		text = "Recorded: " + did(e) + "."
	})
	return text
}

// did says in words what somebody did.
func did(e review.Event) string {
	switch e.Action {
	case review.Decide:
		i, _ := e.Verdict.Info()
		return i.Name
	case review.Undismiss:
		return "back into the queue"
	case review.Note:
		return "a note"
	case review.Flag:
		return "flagged"
	case review.Unflag:
		return "no longer flagged"
	case review.Skip:
		return "left for later"
	case review.Undo:
		return "took back"
	case review.Redo:
		return "put back"
	}
	return corrected(e)
}

// corrected says what was corrected.
func corrected(e review.Event) string {
	c := e.Correction
	switch {
	case c == nil:
		return string(e.Action)
	case c.Kind == review.FixSpeaker && c.Speaker == nil:
		return "speaker: nobody, instead of " + c.Was
	case c.Kind == review.FixSpeaker:
		return "speaker: " + c.Speaker.Name
	case c.Kind == review.FixSpan:
		return "the words: “" + c.Quote.Exact + "”"
	case c.Kind == review.Apart:
		return fmt.Sprintf("%s taken out of the topic “%s”", count(len(c.A), "claim"), c.Label)
	}
	return "joined to the topic “" + c.Label + "”"
}

// day writes a date in words, and anything else as it is.
func day(iso string) string {
	t, err := time.Parse(time.DateOnly, strings.TrimSpace(iso))
	if err != nil {
		return iso
	}
	return t.Format("2 January 2006")
}

// count is a number with its noun: "1 pair", "2 pairs".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	if strings.HasSuffix(noun, "y") {
		return fmt.Sprintf("%d %sies", n, noun[:len(noun)-1])
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func decimal(x float64) string { return fmt.Sprintf("%.2f", x) }

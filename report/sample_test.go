package report_test

import (
	"strings"
	"testing"

	"crosscheck/claims"
	"crosscheck/compare"
)

// The sample is an invented affair in an invented port, reported by three
// invented outlets, one that copies and one that means harm.
const (
	postText = `No leak at the fuel depot, harbour master says

Harbour master Mara Lind said on Tuesday that the depot was sound. “There is no leak in tank four,” she told reporters. “We checked every weld twice.

“Nothing has reached the water.”

Some 40 boats stayed in port.
`
	courierText = `Tank four leaks, inspector warns

Fisheries inspector Tom Okoye contradicted her an hour later. “Tank four is leaking, and it has been for days,” he said. He asked for divers.

Some 60 boats stayed in port.
`
	lampText = `Depot may be closed

The depot will be closed on Friday, the town council decided. "There is no leak that we know of in tank four," Ms Lind said.
`
	dockText = `Boats kept in port

Some 14 boats stayed in port.
`
	quayText = `No boats out

Some 40 boats stayed in port.
`
	hostileText = "=HYPERLINK(\"http://evil.example\") wins\n\n" +
		"# Heading <script>alert(1)</script> [a link](http://evil.example) \x1b[31mred\x1b[0m. " +
		"The depot \u202estays open\u202c, says <b>*Bo*</b> | `x` & www.evil.example. " +
		"Z\u0334\u0335\u0336\u0337\u0338\u0339\u033a " + // one letter under seven marks
		"\n"
)

// words are the spans of the given words, each searched behind the one before.
func words(text string, all ...string) []claims.Span {
	var out []claims.Span
	at := 0
	for _, w := range all {
		i := strings.Index(text[at:], w)
		if i < 0 {
			panic("not in the sample: " + w)
		}
		out = append(out, claims.Span{Start: at + i, End: at + i + len(w)})
		at += i + len(w)
	}
	return out
}

// claim makes a claim with the content.
func claim(id string, a claims.Article, kind claims.Kind, who *claims.Speaker, content ...string) claims.Claim {
	return claims.Claim{
		ID: id, Article: a.ID, Outlet: a.Outlet, Kind: kind, Speaker: who, Date: a.Date,
		Source: []claims.Span{}, Cue: []claims.Span{},
		Content: words(a.Text, content...), Text: strings.Join(content, " "),
	}
}

// past is a claim of an article that the report does not have.
func past(id, outlet, text string) claims.Claim {
	return claims.Claim{ID: id, Article: "old-" + id, Outlet: outlet, Kind: claims.Own, Source: []claims.Span{}, Cue: []claims.Span{}, Content: []claims.Span{}, Text: text,
		Date: "2031-05-05"}
}

// sample is the recorded report.
func sample() *compare.Report {
	post := claims.Article{ID: "post-1", Path: "port/post.txt", Outlet: "Harbour Post", Title: "No leak at the fuel depot, harbour master says",
		Date: "2031-05-06", URL: "https://post.example/depot", Text: postText, Language: "en",
		Origin: claims.Origins{Outlet: claims.FromMetadata, Title: claims.FromPage, Date: claims.FromMetadata}}
	courier := claims.Article{ID: "courier-1", Path: "port/courier.html", Outlet: "Coast Courier", Title: "Tank four leaks, inspector warns",
		Date: "2031-05-06", Text: courierText, Language: "en",
		Origin: claims.Origins{Outlet: claims.FromPage, Title: claims.FromPage, Date: claims.FromPage}}
	lamp := claims.Article{ID: "lamp-1", Path: "port/lamp.jsonl", Line: 3, Outlet: "Evening Lamp", Title: "Depot may be closed",
		Byline: "Ann Ray", Text: lampText, Origin: claims.Origins{Outlet: claims.FromFolder, Title: claims.FromFile}}
	hostile := claims.Article{ID: "evil-1", Path: "-", Outlet: "<i>Evil</i> *Times*\x1b[31m", Title: "=HYPERLINK(\"http://evil.example\") wins",
		Date: "2031-05-06", URL: "javascript:alert(1)", Text: hostileText}

	dock := claims.Article{ID: "dock-1", Path: "port/dock.md", Outlet: "Dock Daily", Title: "Boats kept in port", Date: "2031-05-07", Text: dockText}
	quay := claims.Article{ID: "quay-1", Path: "port/quay.md", Outlet: "Quay News", Title: "No boats out", Date: "2031-05-07", Text: quayText}

	lind := &claims.Speaker{ID: "mara-lind", Name: "Mara Lind", Role: "harbour master", Affiliation: "Port Elm"}
	okoye := &claims.Speaker{ID: "tom-okoye", Name: "Tom Okoye", Role: "inspector", Affiliation: "Fisheries Office", Party: "Fisheries Office"}
	bo := &claims.Speaker{ID: "bo", Name: "=[Bo](javascript:alert(1))\u202e", Role: "*chief*"}
	council := &claims.Speaker{ID: "council", Name: "the town council"}

	noLeak := claim("c1", post, claims.Direct, lind, "There is no leak in tank four,")
	nothing := claim("c2", post, claims.Direct, lind, "We checked every weld twice.", "Nothing has reached the water.")
	sound := claim("c3", post, claims.Reported, lind, "the depot was sound")
	sound.Source, sound.Cue = words(postText, "Harbour master Mara Lind"), words(postText, "said")
	forty := claim("c4", post, claims.Own, nil, "Some 40 boats stayed in port.")
	leaking := claim("c5", courier, claims.Direct, okoye, "Tank four is leaking, and it has been for days,")
	fourteen := claim("c12", dock, claims.Own, nil, "Some 14 boats stayed in port.")
	same := claim("c13", quay, claims.Own, nil, "Some 40 boats stayed in port.")
	sixty := claim("c6", courier, claims.Own, nil, "Some 60 boats stayed in port.")
	may := claim("c7", lamp, claims.Titled, nil, "Depot may be closed")
	will := claim("c8", lamp, claims.Reported, council, "The depot will be closed on Friday")
	known := claim("c9", lamp, claims.Direct, lind, "There is no leak that we know of in tank four,")
	open := claim("c10", hostile, claims.Reported, bo, "The depot \u202estays open\u202c")
	hostileHead := claim("c11", hostile, claims.Titled, nil, "=HYPERLINK(\"http://evil.example\") wins")

	return &compare.Report{
		Version:  compare.Version,
		Articles: []claims.Article{post, courier, lamp, hostile, dock, quay},
		Claims:   []claims.Claim{noLeak, nothing, sound, forty, leaking, sixty, may, will, known, open, hostileHead, fourteen, same},
		Stories: []compare.Story{
			{ID: "evil-1", Title: "=HYPERLINK(\"http://evil.example\") wins", Articles: []string{"evil-1"}, From: "2031-05-06", To: "2031-05-06"},
			{ID: "lamp-1", Title: "Depot may be closed", Articles: []string{"lamp-1", "courier-1", "post-1"}, From: "2031-05-06", To: "2031-05-06"},
			{ID: "dock-1", Title: "Boats kept in port", Articles: []string{"dock-1", "quay-1"}, From: "2031-05-07", To: "2031-05-07"},
		},
		Topics: []compare.Topic{
			{ID: "t1", Label: "leak, tank four", Claims: []string{"c9", "c5", "c1", "c2", "c3"}, Centre: "c1", Stories: []string{"lamp-1"},
				Outlets: []string{"Coast Courier", "Evening Lamp", "Harbour Post"}, Speakers: []string{"Mara Lind", "Tom Okoye"}, From: "2031-05-06", To: "2031-05-06"},
			{ID: "t2", Label: "boats, port", Claims: []string{"c6", "c4", "c12", "c13"}, Centre: "c4", Stories: []string{"dock-1", "lamp-1"},
				Outlets: []string{"Coast Courier", "Dock Daily", "Harbour Post", "Quay News"}, Speakers: []string{}, From: "2031-05-06", To: "2031-05-07"},
			{ID: "t3", Label: "# depot, <closed>", Claims: []string{"c7", "c8", "c10"}, Centre: "c7", Stories: []string{"evil-1", "lamp-1"},
				Outlets: []string{"<i>Evil</i> *Times*\x1b[31m", "Evening Lamp"}, Speakers: []string{bo.Name, "the town council"}, To: "2031-05-06"},
		},
		Copies: []compare.Copies{{Kind: "wire", Claims: []string{"c4", "c12", "c13"}, Witnesses: 1}},
		Findings: []compare.Finding{
			{ID: "f1", Relation: compare.Dispute, Type: compare.Negation, A: "c1", B: "c5", Score: 0.93, Topic: "t1",
				Why:   "One side says that there is no leak, the other that tank four is leaking.",
				Judge: "rules/1", Rule: "denied-event",
				Evidence: compare.Evidence{A: words(postText, "no leak"), B: words(courierText, "is leaking", "it has been")},
				Also:     compare.Also{A: []string{"c9", "c3"}, B: []string{}}},
			{ID: "f2", Relation: compare.Misquote, Type: compare.Wording, A: "c1", B: "c9", Score: 0.88, Topic: "t1",
				Why:   "The same remark with and without “that we know of”.",
				Judge: "rules/1", Rule: "same-quote",
				Evidence: compare.Evidence{A: []claims.Span{}, B: words(lampText, "that we know of")},
				Also:     compare.Also{A: []string{}, B: []string{}}},
			{ID: "f3", Relation: compare.Conflict, Type: compare.Number, A: "c4", B: "c6", Score: 0.74, Topic: "t2",
				Why:   "40 boats against 60 boats.",
				Judge: "rules/1", Rule: "figure",
				Evidence: compare.Evidence{A: words(postText, "40"), B: words(courierText, "60")},
				Also:     compare.Also{A: []string{}, B: []string{}}},
			{ID: "f4", Relation: compare.Heading, Type: compare.Modality, A: "c7", B: "c8", Score: 0.62, Topic: "t3",
				Why:   "The headline says “may”, the article says “will”.",
				Judge: "rules/1", Rule: "may-will",
				Evidence: compare.Evidence{A: words(lampText, "may"), B: words(lampText, "will")},
				Also:     compare.Also{A: []string{}, B: []string{}}},
			{ID: "f5 <evil>", Relation: compare.Dispute, Type: compare.Antonym, A: "c8", B: "c10", Score: 0.4, Topic: "t3",
				Why:   "+“closed” against “open”, said \x1b]0;Bo\a <img src=x onerror=alert(1)>.",
				Judge: "rules/1", Rule: "antonym",
				Evidence: compare.Evidence{A: words(lampText, "closed on"), B: words(hostileText, "\u202estays open\u202c")},
				Also:     compare.Also{A: []string{}, B: []string{"c11"}}},
			{ID: "f6", Relation: compare.Edit, Type: compare.Number, A: "c4", B: "c12", Score: 0.35, Topic: "t2",
				Why:   "“40” became “14”.",
				Judge: "wire/1", Rule: "edit",
				Evidence: compare.Evidence{A: words(postText, "40"), B: words(dockText, "14")},
				Also:     compare.Also{A: []string{}, B: []string{}}},
		},
		Rules: []compare.RuleDoc{
			{ID: "antonym", Doc: `The two sides differ in a word and its antonym: "a <long> day" / "a short day".`},
			{ID: "denied-event", Doc: "One side says that what the other tells of did not happen."},
			{ID: "different-subject", Doc: "The two sides speak of two things."},
			{ID: "same-quote", Doc: "One remark stands in quotation marks on both sides, in different words."},
			{ID: "wire/1", Doc: "Two outlets print one text, and one of them changed it."},
		},
		SetAside: []compare.SetAside{
			{A: "c3", B: "c2", Reason: "same-speaker", Type: compare.Negation, Why: "Both are Mara Lind and mean the same."},
			{A: "c3", B: "c5", Reason: "different-subject", Type: compare.Antonym, Why: "The depot is not the tank."},
			{A: "c3", B: "c10", Reason: "different-subject", Type: compare.Antonym, Why: "Sound is not <b>open</b>."},
		},
		Warnings: []claims.Warning{
			{Path: "port/empty.txt", Reason: "the file is empty"},
			{Path: "port/lamp.jsonl", Line: 4, Reason: "no field \"body\" in <script>alert(1)</script>"},
		},
		Since: &compare.Since{File: "yesterday.json", New: []string{"f3", "f5 <evil>"}, Gone: []compare.Gone{{
			Finding: compare.Finding{ID: "f9", Relation: compare.Conflict, Type: compare.Number, A: "c21", B: "c22", Score: 0.7, Judge: "rules/1", Rule: "figure",
				Why: "4 tanks against 5 tanks.", Evidence: compare.Evidence{A: []claims.Span{}, B: []claims.Span{}}, Also: compare.Also{A: []string{}, B: []string{}}},
			A: past("c21", "Harbour Post", "The depot has 4 tanks."), B: past("c22", "<i>Evil</i> *Times*", "The depot has =5 tanks, says <b>nobody</b>."),
		}}},
	}
}

// with is the sample after a change.
func with(change func(*compare.Report)) *compare.Report {
	r := sample()
	change(r)
	return r
}

// set writes r in the format of that name.
func set(t testing.TB, name string, r *compare.Report) string {
	t.Helper()
	return setWith(t, name, r, options)
}

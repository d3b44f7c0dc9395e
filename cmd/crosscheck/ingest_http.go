package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"path"
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/article"
	"crosscheck/report/feed"
)

// longestPost bounds what is sent at once: a day of an agency.
const longestPost = 64 << 20

// posted are the forms in which articles may be sent, and the file names that
// stand for them.
var posted = map[string]string{
	"application/jsonl":    ".jsonl",
	"application/x-ndjson": ".jsonl",
	"text/html":            ".html",
	"text/markdown":        ".md",
	"text/plain":           ".txt",
}

// intakeAnswer is the answer to who sent articles.
type intakeAnswer struct {
	Articles int      `json:"articles"`
	New      int      `json:"new"`
	Warnings []string `json:"warnings"`
}

// ingestOver takes what is sent until the context ends, and finishes what it has
// accepted.
func (a *app) ingestOver(ctx context.Context, q *feed.Feed, listen string) error {
	if err := needLoopback(listen); err != nil {
		return err
	}
	listener, err := net.Listen("tcp", listen)
	if err != nil {
		return withHint(err, "name another place with --listen HOST:PORT")
	}
	if _, err := fmt.Fprintf(a.stdout, "http://%s/v1/articles\n", listener.Addr()); err != nil {
		return errors.Join(err, listener.Close())
	}
	return a.serveUntil(ctx, listener, intakeHandler(q, a.console.warn))
}

// intakeHandler takes articles. A page in a browser on this machine can send none:
// neither from another origin, nor under another name for this host.
// What cannot be kept is told to tell, too: who sends learns only to try again.
func intakeHandler(q *feed.Feed, tell func(claims.Warning)) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /v1/articles", func(w http.ResponseWriter, r *http.Request) { takePosted(w, r, q, tell) })
	mux.HandleFunc("GET /health", func(w http.ResponseWriter, r *http.Request) {
		if _, err := q.Waiting(r.Context()); err != nil {
			http.Error(w, "the database does not answer", http.StatusServiceUnavailable)
			return
		}
		fmt.Fprintln(w, "ok")
	})
	inner := http.NewCrossOriginProtection().Handler(mux)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host, _, err := net.SplitHostPort(r.Host)
		if err != nil {
			host = r.Host
		}
		if ip := net.ParseIP(strings.Trim(host, "[]")); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
			http.Error(w, "this is not the name of this host", http.StatusMisdirectedRequest)
			return
		}
		inner.ServeHTTP(w, r)
	})
}

// takePosted takes the articles of a request, all or none. A body of which nothing
// can be taken is the sender's fault.
func takePosted(w http.ResponseWriter, r *http.Request, q *feed.Feed, tell func(claims.Warning)) {
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	ext, ok := posted[kind]
	if err != nil || !ok {
		http.Error(w, "send application/jsonl, text/html, text/markdown or text/plain", http.StatusUnsupportedMediaType)
		return
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, longestPost))
	if _, tooLong := errors.AsType[*http.MaxBytesError](err); err != nil && !tooLong {
		http.Error(w, "the body could not be read to its end", http.StatusBadRequest)
		return
	}
	if err != nil {
		http.Error(w, fmt.Sprintf("send at most %d MiB at once", longestPost>>20), http.StatusRequestEntityTooLarge)
		return
	}
	name := path.Base(path.Clean("/" + r.URL.Query().Get("name")))
	if !strings.HasSuffix(name, ext) {
		name = strings.TrimLeft(name, "/") + ext
	}
	answer := intakeAnswer{Warnings: []string{}}
	var parts []article.Raw
	warn := func(c claims.Warning) { answer.Warnings = append(answer.Warnings, place(c)+printable(c.Reason)) }
	keep := func(p article.Raw) error {
		if len(bytes.TrimSpace(p.Data)) == 0 {
			warn(claims.Warning{Path: p.Path, Reason: "is empty"})
			return nil
		}
		p.Data = bytes.Clone(p.Data)
		parts = append(parts, p)
		return nil
	}
	err = article.Cut("sent/"+name, bytes.NewReader(body), keep, warn)
	if err == nil && len(parts) > 0 {
		answer.New, err = q.Take(r.Context(), parts)
	}
	if err != nil {
		if r.Context().Err() == nil {
			tell(claims.Warning{Path: name, Reason: "what was sent could not be kept: " + err.Error()})
		}
		http.Error(w, "this could not be kept: send it again", http.StatusServiceUnavailable)
		return
	}
	answer.Articles = len(parts)
	w.Header().Set("Content-Type", "application/json")
	if len(parts) == 0 {
		w.WriteHeader(http.StatusBadRequest)
	}
	json.NewEncoder(w).Encode(answer) // whoever went away sends it again: it is kept once
}

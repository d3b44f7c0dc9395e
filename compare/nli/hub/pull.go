package hub

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"path/filepath"
	"runtime"
	"slices"
	"time"
)

// longest is how long one pull may take: two gigabytes on the slowest line that
// anybody would wait for. A guess.
const longest = 12 * time.Hour

// Options say how to pull. The zero value takes the usual hub, place and files.
type Options struct {
	Hub  string // the hub's address; "" for the table's
	Dir  string // the folder; "" for the usual one
	Arch string // the GOARCH that the model is to run on; "" for this machine's
	// Progress is told how far a file is, in bytes, as it comes; nil for nobody.
	// total is 0 where it is not known.
	Progress func(path string, done, total int64)
	// Waiting is told before each wait for a hub that is busy or went away; nil
	// for nobody.
	Waiting func(path string, why error, wait time.Duration)

	sleep    func(context.Context, time.Duration) error // nil for the clock
	patience time.Duration                              // 0 for stalling
}

// Result is what a pull did.
type Result struct {
	Dir     string
	Files   []Outcome // those that are there, in the order of the table
	Partial int64     // bytes kept of a file that is not whole; the next pull goes on behind them
}

// Outcome is what a pull did about one file.
type Outcome struct {
	LockedFile
	Kept bool // it was there already, and is what it should be
}

// Pull fetches what is missing of a model into a folder, and records it there.
// The result tells what was done also beside an error; every error but that of
// an ended context is an [*Error].
func Pull(ctx context.Context, m Model, opt Options) (Result, error) {
	p, err := newPull(m, opt)
	if err != nil {
		return Result{}, err
	}
	ctx, cancel := context.WithTimeoutCause(ctx, longest, &Error{Err: ErrCut, Reason: fmt.Sprintf("it took longer than %v", longest), Hint: goOn})
	defer cancel()
	result := Result{Dir: p.dir}
	for _, f := range p.files {
		done, err := p.one(ctx, f)
		if err != nil {
			result.Partial = draftOf(p.path(f), m.Revision).size()
			return result, err
		}
		result.Files = append(result.Files, done)
		if err := p.record(done.LockedFile); err != nil {
			return result, err
		}
	}
	p.lock.Complete = true
	return result, disk(p.lock.write(p.dir))
}

// pull is one model on its way into one folder.
type pull struct {
	model Model
	opt   Options
	hub   *url.URL
	dir   string
	files []File
	old   Lock // what was there before; the zero value where nothing was
	lock  Lock
}

func newPull(m Model, opt Options) (*pull, error) {
	p := &pull{model: m, opt: opt, dir: opt.Dir, files: m.For(cmp.Or(opt.Arch, runtime.GOARCH))}
	if p.files == nil {
		return nil, &Error{Reason: fmt.Sprintf("%s is not published for %s", m.Name, cmp.Or(opt.Arch, runtime.GOARCH)),
			Hint: `"crosscheck model list" has others; those without int8 run everywhere`}
	}
	var err error
	if p.hub, err = Address(cmp.Or(opt.Hub, Models().Hub)); err != nil {
		return nil, err
	}
	if p.dir == "" {
		if p.dir, err = Folder(m.Name); err != nil {
			return nil, err
		}
	}
	p.lock = Lock{Version: lockVersion, Name: m.Name, Kind: m.Kind, Repository: m.Repository, Revision: m.Revision, Licence: m.Licence, FetchedFrom: p.hub.String()}
	return p, p.readOld()
}

// readOld reads what an earlier pull recorded, and refuses the folder of another
// model.
func (p *pull) readOld() error {
	old, err := ReadLock(p.dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return disk(err)
	case old.Name != p.model.Name:
		return &Error{Reason: fmt.Sprintf("%s has model %s", p.dir, old.Name), Hint: "name a folder of its own: -o DIR"}
	}
	p.old = old
	return nil
}

func (p *pull) path(f File) string { return filepath.Join(p.dir, filepath.FromSlash(f.Path)) }

// one sees to one file.
func (p *pull) one(ctx context.Context, f File) (Outcome, error) {
	before, ours := p.old.file(f.Path)
	known := ours && p.old.Revision == p.model.Revision
	own, by := f.SHA256, ByTable
	if own == "" && known {
		own, by = before.SHA256, ByLock
	}
	now, size, err := summed(ctx, p.path(f))
	switch {
	case ctx.Err() != nil:
		return Outcome{}, context.Cause(ctx)
	case err == nil && own != "" && now.sha256 == own:
		kept := LockedFile{Path: f.Path, Size: size, SHA256: own, Checked: by}
		if known {
			kept.Checked = before.Checked
		}
		return Outcome{LockedFile: kept, Kept: true}, nil
	case err == nil && !ours:
		return Outcome{}, &Error{Err: fs.ErrExist, Reason: fmt.Sprintf("%s is there already, and is not the model's", p.path(f)), Hint: "name another folder: -o DIR"}
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return Outcome{}, disk(err)
	}
	locked, err := p.fetch(f, own, by).run(ctx)
	return Outcome{LockedFile: locked}, err
}

func (p *pull) fetch(f File, own string, by Checked) *fetch {
	out := &fetch{
		hub: p.hub, url: p.hub.JoinPath(p.model.Repository, "resolve", p.model.Revision, f.Path).String(),
		revision: p.model.Revision, file: f, draft: draftOf(p.path(f), p.model.Revision), own: own, by: by,
		progress: p.opt.Progress, waiting: p.opt.Waiting, sleep: p.opt.sleep, patience: cmp.Or(p.opt.patience, stalling),
	}
	if out.progress == nil {
		out.progress = func(string, int64, int64) {}
	}
	if out.waiting == nil {
		out.waiting = func(string, error, time.Duration) {}
	}
	if out.sleep == nil {
		out.sleep = sleep
	}
	return out
}

// record adds a file to the lock, so that the next pull knows it as ours even
// where this one ends early. What the old lock has of this revision stays.
func (p *pull) record(f LockedFile) error {
	p.lock.Files = append(p.lock.Files, f)
	now := p.lock
	now.Files = slices.Clone(now.Files)
	for _, before := range p.old.Files {
		if _, done := p.lock.file(before.Path); !done && p.old.Revision == p.model.Revision {
			now.Files = append(now.Files, before)
		}
	}
	return disk(now.write(p.dir))
}

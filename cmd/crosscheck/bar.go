package main

import (
	"fmt"
	"math"
	"runtime"
	"strings"
	"time"

	"github.com/rivo/uniseg"
)

// Note: schollz/progressbar and vbauerster/mpb were looked at. Both read the
// clock themselves, so that no test can hold it, know no locale, and would have
// to be told of every warning between two of their lines; what they would save
// is this file.

// fewestCells and mostCells are how long the bar may be: one of fewer cells
// tells less than the figures in its place, a longer one no more.
const fewestCells, mostCells = 8, 40

// gap stands between the parts of a line.
const gap = "  "

// gauge is how far a stage is, at one moment.
type gauge struct {
	stage string // in words
	done  int
	total int     // 0 where it is not known
	rate  float64 // done a second; 0 where it is not known
	ascii bool    // use no character beyond ASCII
}

// line is the gauge in at most width columns, as much of it as fits: the bar
// goes first, then rate and time left, and the stage is cut last.
func (g gauge) line(width int) string {
	count := fmt.Sprint(g.done)
	if g.total > 0 {
		if s := g.withBar(width); s != "" {
			return s
		}
		count = fmt.Sprintf("%d %%", g.percent())
	}
	for _, s := range []string{
		join(g.stage, count, g.pace(), g.left()),
		join(g.stage, count, g.left()),
		join(g.stage, count),
	} {
		if uniseg.StringWidth(s) <= width {
			return s
		}
	}
	return join(g.cut(g.stage, width-len(gap+count)), g.cut(count, width))
}

// widestPace and widestLeft are what a line keeps free for rate and time left,
// so that the bar does not change its length with them.
const widestPace, widestLeft = len("99999/s"), len("99 h 59 min left")

// withBar is the line with a bar, with or without the rate, "" where there is
// no room for one.
func (g gauge) withBar(width int) string {
	count := fmt.Sprintf("%d of %d", g.done, g.total)
	widest := len(fmt.Sprintf("%d of %d", g.total, g.total))
	free := width - uniseg.StringWidth(g.stage) - len(gap) - len(gap) - widest - len(gap) - widestLeft
	if g.ascii {
		free -= len("[]")
	}
	for _, try := range []struct {
		cells int
		tail  string
	}{
		{free - len(gap) - widestPace, join(count, g.pace(), g.left())},
		{free, join(count, g.left())},
	} {
		if try.cells < fewestCells {
			continue
		}
		s := join(g.stage, g.bar(min(try.cells, mostCells)), try.tail)
		if uniseg.StringWidth(s) <= width {
			return s
		}
	}
	return ""
}

// bar is a bar of so many cells.
func (g gauge) bar(cells int) string {
	full := int(float64(cells) * g.share())
	if g.ascii {
		return "[" + strings.Repeat("#", full) + strings.Repeat(".", cells-full) + "]"
	}
	return strings.Repeat("█", full) + strings.Repeat("░", cells-full)
}

// share is how much of the stage is done, in [0, 1].
func (g gauge) share() float64 {
	return min(1, max(0, float64(g.done)/float64(g.total)))
}

// percent is that share, 100 only where all is done.
func (g gauge) percent() int { return int(100 * g.share()) }

// pace is the rate in words: "810/s", "0.4/s"; "" where it is not known.
func (g gauge) pace() string {
	switch {
	case g.rate <= 0:
		return ""
	case g.rate < 10:
		return fmt.Sprintf("%.1f/s", g.rate)
	}
	return fmt.Sprintf("%.0f/s", g.rate)
}

// left is the time left for the stage in words, "" where nobody can tell.
func (g gauge) left() string {
	if g.rate <= 0 || g.done >= g.total {
		return ""
	}
	seconds := math.Ceil(float64(g.total-g.done) / g.rate)
	if seconds > maxLeft.Seconds() {
		return ""
	}
	return duration(int(seconds)) + " left"
}

// maxLeft is the time left above which none is told: the rate is too low to
// be one.
const maxLeft = 100 * time.Hour

// duration is a time in two units at most: "40 s", "3 min 20 s", "2 h 5 min".
// Above a minute it counts in steps of ten seconds.
func duration(seconds int) string {
	if seconds >= 60 {
		seconds = (seconds + 9) / 10 * 10
	}
	switch h, m, s := seconds/3600, seconds/60%60, seconds%60; {
	case seconds < 60:
		return fmt.Sprintf("%d s", s)
	case h == 0:
		return fmt.Sprintf("%d min %d s", m, s)
	default:
		return fmt.Sprintf("%d h %d min", h, m)
	}
}

// cut is s in at most width columns, with an ellipsis where something is
// missing.
func (g gauge) cut(s string, width int) string {
	more := "…"
	if g.ascii {
		more = "..."
	}
	switch {
	case uniseg.StringWidth(s) <= width:
		return s
	case width <= len(more):
		return ""
	}
	room, end := width-uniseg.StringWidth(more), 0
	for rest, state := s, -1; rest != ""; {
		var cluster string
		var columns int
		cluster, rest, columns, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if room -= columns; room < 0 {
			break
		}
		end += len(cluster)
	}
	return strings.TrimRight(s[:end], " ") + more
}

// join joins the parts that are not empty.
func join(parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, gap)
}

// asciiOnly reports whether the locale has no characters beyond ASCII for us:
// it names UTF-8 nowhere (POSIX: LC_ALL, else LC_CTYPE, else LANG). Windows
// names none; its terminal is written to in UTF-16.
func asciiOnly(getenv func(string) string) bool {
	if runtime.GOOS == "windows" {
		return false
	}
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if locale := strings.ToLower(getenv(name)); locale != "" {
			return !strings.Contains(locale, "utf-8") && !strings.Contains(locale, "utf8")
		}
	}
	return true
}

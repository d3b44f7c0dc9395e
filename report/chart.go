package report

import (
	"fmt"
	"slices"
	"time"
)

// Chart is a drawing of claims by day: a dot for each, those of side 1 above
// the line and those of side 2 below it. Lengths are in units of the drawing.
type Chart struct {
	Width, Height, Line int // Line is how far down the line is
	Days                []ChartDay
	Ticks               []float64 // where a day is; none where they are too many
	From, To            string    // the first and the last day, YYYY-MM-DD
}

// ChartDay is the claims of a day, or of several where the days are many.
type ChartDay struct {
	Label string // "21 December 2016: 3 claims above the line, 1 below"
	Dots  []Dot
}

// Dot is a claim.
type Dot struct {
	X, Y float64
	Side int
}

// The measures of a drawing: it is as wide as a phone, and grows with the page.
const (
	chartWidth  = 360
	chartMargin = 6
	dotStep     = 8 // from one dot to the next
	maxHigh     = 6 // dots on top of each other; more stand closer
	maxTicks    = 62
)

const secondsADay = 24 * 60 * 60

// chart draws the rows that have a date, which are in order; nil where they are
// of fewer than two days.
func chart(rows []TimelineRow) *Chart {
	rows = slices.DeleteFunc(slices.Clone(rows), func(r TimelineRow) bool { return dayNumber(r.Date) == 0 })
	var days []int
	for _, r := range rows {
		days = append(days, dayNumber(r.Date))
	}
	if len(days) == 0 || days[0] == days[len(days)-1] {
		return nil
	}
	first, last := days[0], days[len(days)-1]
	scale := float64(chartWidth-2*chartMargin) / float64(last-first)
	c := &Chart{Width: chartWidth, From: rows[0].Date, To: rows[len(rows)-1].Date}
	for d := first; d <= last && last-first <= maxTicks; d++ {
		c.Ticks = append(c.Ticks, chartMargin+scale*float64(d-first))
	}
	var up, down int
	for begin := 0; begin < len(rows); {
		end := begin // behind the rows that are drawn as one day
		for end < len(rows) && scale*float64(days[end]-days[begin]) < dotStep {
			end++
		}
		d, above, below := chartDay(rows[begin:end], chartMargin+scale*float64(days[begin]-first))
		c.Days = append(c.Days, d)
		up, down = max(up, above), max(down, below)
		begin = end
	}
	c.level(up, down)
	return c
}

// dayNumber counts the days since 1 January 1970; 0 for what is no date.
func dayNumber(date string) int {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return 0
	}
	return int(t.Unix() / secondsADay)
}

// chartDay piles the claims of a day up from the line and down from it, and
// tells how many are on top of each other.
func chartDay(rows []TimelineRow, x float64) (d ChartDay, up, down int) {
	for _, r := range rows {
		if r.Side == 1 {
			up++
			d.Dots = append(d.Dots, Dot{x, -float64(up), 1})
		} else {
			down++
			d.Dots = append(d.Dots, Dot{x, float64(down), 2})
		}
	}
	when := day(rows[0].Date)
	if to := rows[len(rows)-1].Date; to != rows[0].Date {
		when += " to " + day(to)
	}
	d.Label = fmt.Sprintf("%s: %s above the line, %s below", when, count(up, "claim"), grouped(down))
	return d, up, down
}

// level turns the dots' places in their piles into lengths, and sets the height
// to what the highest piles need.
func (c *Chart) level(up, down int) {
	step := func(n int) float64 { return dotStep * min(1, maxHigh/float64(n)) }
	c.Line = dotStep * (min(up, maxHigh) + 1)
	c.Height = c.Line + dotStep*(min(down, maxHigh)+1)
	for _, d := range c.Days {
		for i, dot := range d.Dots {
			n := up
			if dot.Side == 2 {
				n = down
			}
			d.Dots[i].Y = float64(c.Line) + dot.Y*step(n)
		}
	}
}

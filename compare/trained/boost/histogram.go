package boost

import "sync"

// sums are of the first and second derivatives of the rows in one bin.
type sums struct{ g, h float64 }

// histogram holds the sums of a branch, column by column.
type histogram []sums

func (h histogram) column(c int) []sums { return h[c*MaxBins : (c+1)*MaxBins] }

// take takes the sums of a part off.
func (h histogram) take(part histogram) {
	for i := range h {
		h[i].g -= part[i].g
		h[i].h -= part[i].h
	}
}

// count makes the histogram of some rows. The columns are shared out, so that
// each sum is taken in the order of the rows.
func (l *learner) count(rows []int32, columns []int) histogram {
	hist := make(histogram, len(columns)*MaxBins)
	if len(rows) < fewRows {
		l.countColumns(rows, columns, hist)
		return hist
	}
	var wg sync.WaitGroup
	for w := range workers {
		from, to := w*len(columns)/workers, (w+1)*len(columns)/workers
		wg.Go(func() { l.countColumns(rows, columns[from:to], hist[from*MaxBins:to*MaxBins]) })
	}
	wg.Wait()
	return hist
}

// fewRows is how many rows are not worth sharing out.
const fewRows = 2000

func (l *learner) countColumns(rows []int32, columns []int, hist histogram) {
	features := l.rows.Features
	for _, i := range rows {
		g, h := float64(l.g[i]), float64(l.h[i])
		bins := l.bins[int(i)*features : (int(i)+1)*features]
		for c, feature := range columns {
			s := &hist[c*MaxBins+int(bins[feature])]
			s.g += g
			s.h += h
		}
	}
}

package main

import (
	"math/rand/v2"
	"sync"
)

// passes is how often k-means moves its centres; between 12 and 30 fewer than
// one word in a hundred changes its group.
const passes = 15

// kmeans groups the rows by direction (spherical k-means, Dhillon and Modha
// 2001) and returns each row's group in [0, k). The centres start at rows drawn
// with a fixed seed.
func kmeans(rows [][]float64, k int) []int {
	k = min(k, len(rows))
	unit := make([][]float64, len(rows))
	for i, row := range rows {
		unit[i] = append([]float64(nil), row...)
		scale(unit[i], 1/max(length(row), 1e-12))
	}
	centres := make([][]float64, k)
	for c, i := range rand.New(rand.NewPCG(1, 2)).Perm(len(rows))[:k] {
		centres[c] = append([]float64(nil), unit[i]...)
	}
	group := make([]int, len(rows))
	for range passes {
		assign(unit, centres, group)
		for _, centre := range centres {
			scale(centre, 1e-9) // a group that lost all its words stays where it was
		}
		for i, row := range unit {
			add(centres[group[i]], row, 1)
		}
		for _, centre := range centres {
			scale(centre, 1/max(length(centre), 1e-12))
		}
	}
	return group
}

// assign puts every row into the group of its nearest centre, on two threads.
func assign(rows, centres [][]float64, group []int) {
	const threads = 2
	var wait sync.WaitGroup
	for t := range threads {
		wait.Go(func() {
			for i := t; i < len(rows); i += threads {
				group[i] = nearest(rows[i], centres)
			}
		})
	}
	wait.Wait()
}

func nearest(row []float64, centres [][]float64) int {
	best, at := -2.0, 0
	for c, centre := range centres {
		if cos := inner(row, centre); cos > best {
			best, at = cos, c
		}
	}
	return at
}

package main

import (
	"fmt"
	"hash/fnv"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

func init() {
	register.Function2x1(way2)
	register.Function2x1(way4)
	register.Function2x1(way8)
}

// ways are into how many parts a run may be spread, and who says which part a key
// is in.
var ways = map[int]func(key string, _ []byte) int{2: way2, 4: way4, 8: way8}

func way2(key string, _ []byte) int { return way(key, 2) }
func way4(key string, _ []byte) int { return way(key, 4) }
func way8(key string, _ []byte) int { return way(key, 8) }

func way(key string, n uint32) int {
	h := fnv.New32a()
	h.Write([]byte(key))
	return int(h.Sum32() % n)
}

// spread does the work of a stage in several parts, by key. Prism takes all that
// waits for a stage as one bundle, and works a bundle on one core; parts are
// stages of their own. Other runners make bundles themselves: one part is right
// for them.
func spread(s beam.Scope, parts int, work func(s beam.Scope, in []beam.PCollection) []beam.PCollection, in ...beam.PCollection) []beam.PCollection {
	by, ok := ways[parts]
	if !ok {
		return work(s, in)
	}
	split := make([][]beam.PCollection, len(in))
	for i, c := range in {
		split[i] = beam.Partition(s, parts, by, c)
	}
	var out [][]beam.PCollection
	for n := range parts {
		mine := make([]beam.PCollection, len(in))
		for i := range in {
			mine[i] = split[i][n]
		}
		out = append(out, work(s.Scope(fmt.Sprintf("part %d", n+1)), mine))
	}
	joined := make([]beam.PCollection, len(out[0]))
	for i := range joined {
		var all []beam.PCollection
		for _, o := range out {
			all = append(all, o[i])
		}
		joined[i] = beam.Flatten(s, all...)
	}
	return joined
}

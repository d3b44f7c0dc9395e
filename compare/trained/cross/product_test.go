package cross

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// drawnProduct has rows further apart than they are long, and the greatest
// numbers among the rounded ones.
func drawnProduct(rng *rand.Rand, rows, k int) *product {
	p := &product{rows: rows, k: k, yStep: outs + 3, xStep: k + 16, byStep: 2, wStep: k + 5}
	p.y, p.xBy, p.wBy = drawn(rng, rows*p.yStep, 1), drawn(rng, rows*p.byStep, 1), drawn(rng, outs, 1)
	p.x, p.w = make([]int16, rows*p.xStep), make([]int16, outs*p.wStep)
	for i := range p.x {
		p.x[i] = int16(min(max(rng.IntN(1<<17)-1<<16, -widest), widest))
	}
	for i := range p.w {
		p.w[i] = int16(min(max(rng.IntN(512)-256, -128), 127))
	}
	return p
}

// TestProduct wants of both ways to the same sums, to the bit, and that nothing
// beside them is written.
func TestProduct(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, rows := range []int{1, 2, 3, 4, 7, MaxPieces} {
		for _, k := range []int{16, 32, 48, 64, stretch} {
			p := drawnProduct(rng, rows, k)
			given, want := append([]float32(nil), p.y...), append([]float32(nil), p.y...)
			for r := range rows {
				for o := range outs {
					var sum int64
					for i := range k {
						sum += int64(p.x[r*p.xStep+i]) * int64(p.w[o*p.wStep+i])
					}
					want[r*p.yStep+o] += float32(float32(sum) * float32(p.xBy[r*p.byStep]*p.wBy[o]))
				}
			}
			p.run()
			if diff := cmp.Diff(want, p.y); diff != "" {
				t.Errorf("%d rows of %d (-want +got):\n%s", rows, k, diff)
			}
			copy(p.y, given)
			p.runPlain()
			if diff := cmp.Diff(want, p.y); diff != "" {
				t.Errorf("%d rows of %d in plain Go (-want +got):\n%s", rows, k, diff)
			}
		}
	}
}

// TestProductBounds wants a panic of the wide way, too, where a slice is short,
// and nothing read or written beyond it.
func TestProductBounds(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for name, cut := range map[string]func(p *product){
		"y":   func(p *product) { p.y = p.y[: 2*p.yStep+outs-1 : 2*p.yStep+outs-1] },
		"x":   func(p *product) { p.x = p.x[:2*p.xStep+p.k-1] },
		"w":   func(p *product) { p.w = p.w[:3*p.wStep+p.k-1] },
		"xBy": func(p *product) { p.xBy = p.xBy[:2*p.byStep] },
		"wBy": func(p *product) { p.wBy = p.wBy[:outs-1] },
	} {
		p := drawnProduct(rng, 3, 32)
		cut(p)
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s cut short: no panic", name)
				}
			}()
			p.run()
		}()
	}
}

func BenchmarkProduct(b *testing.B) {
	for name, run := range map[string]func(*product){"run": (*product).run, "plain": (*product).runPlain} {
		b.Run(name, func(b *testing.B) {
			p := drawnProduct(rand.New(rand.NewPCG(1, 2)), 64, stretch)
			for b.Loop() {
				run(p)
			}
			b.ReportMetric(float64(b.N)*64*outs*stretch/b.Elapsed().Seconds()/1e9, "Gproducts/s")
		})
	}
}

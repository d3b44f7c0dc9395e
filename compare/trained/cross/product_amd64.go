package cross

import "golang.org/x/sys/cpu"

// run works the product out, by the processor's wide instructions where it has
// them: fifteen to twenty times as fast, and the same to the bit.
//
// Note: all products of a pair of 64 pieces at the real size, side by side on one
// core, pairs a second: plain fractions 10, gonum's blas32 18, viterin/vek's
// products of rows 48 and of matrices 57, Go's archsimd experiment 78 with
// fractions (AVX-512) and 91 with whole numbers, this 140.
func (p *product) run() {
	if !cpu.X86.HasAVX2 {
		p.runPlain()
		return
	}
	last := p.rows - 1 // what is beyond the slices' ends panics here, as it would in Go
	_, _, _, _ = p.y[last*p.yStep+outs-1], p.xBy[last*p.byStep], p.wBy[outs-1], p.x[last*p.xStep+p.k-1]
	_ = p.w[(outs-1)*p.wStep+p.k-1]
	runAVX2(p)
}

// runAVX2 is in product_amd64.s.
//
//go:noescape
func runAVX2(p *product)

package attribution

// parameters are the weights while they are learned.
type parameters struct {
	rows []float32 // [feature][role]
	step [states][states]float32
	end  [states]float32
}

func newParameters() *parameters { return &parameters{rows: make([]float32, int(roles)<<rowBits)} }

// row is that of a feature.
func (p *parameters) row(feature uint32) []float32 {
	return p.rows[int(feature)*int(roles):][:roles]
}

func (p *parameters) add(q *parameters) {
	for i, w := range q.rows {
		p.rows[i] += w
	}
	for from := range q.step {
		for to, w := range q.step[from] {
			p.step[from][to] += w
		}
		p.end[from] += q.end[from]
	}
}

func (p *parameters) divide(n float32) {
	for i := range p.rows {
		p.rows[i] /= n
	}
	for from := range p.step {
		for to := range p.step[from] {
			p.step[from][to] /= n
		}
		p.end[from] /= n
	}
}

// quantum is the weight that one step of a byte stands for. The greatest weight
// of a row sets it, so that none is cut off.
func (p *parameters) quantum() float32 {
	most := float32(0)
	for _, w := range p.rows {
		most = max(most, w, -w)
	}
	return max(most/127, 1e-6)
}

//go:build !amd64

package cross

// run works the product out.
func (p *product) run() { p.runPlain() }

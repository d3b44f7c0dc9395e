package wire

// union is disjoint sets of the numbers from 0 (Tarjan 1975, with path halving).
type union struct{ up []int }

func (u *union) reset(n int) {
	u.up = u.up[:0]
	for i := range n {
		u.up = append(u.up, i)
	}
}

func (u *union) root(i int) int {
	for u.up[i] != i {
		u.up[i] = u.up[u.up[i]]
		i = u.up[i]
	}
	return i
}

// unite makes the sets of i and j one, whose root is their least number.
func (u *union) unite(i, j int) {
	i, j = u.root(i), u.root(j)
	u.up[max(i, j)] = min(i, j)
}

// classes are the sets, by their least number.
func (u *union) classes() [][]int { return u.among(all(len(u.up))) }

// all are the numbers below n.
func all(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// among are the sets of some of the numbers, which ascend.
func (u *union) among(some []int) [][]int {
	var out [][]int
	at := map[int]int{}
	for _, i := range some {
		n, ok := at[u.root(i)]
		if !ok {
			n = len(out)
			at[u.root(i)] = n
			out = append(out, nil)
		}
		out[n] = append(out[n], i)
	}
	return out
}

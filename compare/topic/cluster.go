package topic

// cluster gathers the profiles into topics. A statement that is like no other
// but has copies is a topic with them.
func (r *run) cluster() {
	links := make([][]link, len(r.profiles))
	for i, edges := range r.edges {
		for _, e := range edges {
			if float64(e.similarity) >= r.opt.Suggest {
				links[i] = append(links[i], link(e))
				links[e.to] = append(links[e.to], link{int32(i), e.similarity})
			}
		}
	}
	r.topicOf = star(links, func(i int32) string { return r.profiles[i].item.ID })
	for i := range r.topicOf {
		if r.topicOf[i] < 0 && len(r.copies[i]) > 0 {
			r.topicOf[i] = int32(i)
		}
	}
}

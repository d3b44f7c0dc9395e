package dispute

// Here it is passed over what stands between a verb of dispute, what it names and the clause.

// behindTime passes over adverbs and "on Friday".
func (p *page) behindTime(l *line, j int) int {
	for range 4 {
		if p.manner(l, j) || p.norm(l, j) == "on" && p.is(l, j+1, adverb) {
			j++
		}
	}
	return j
}

// behindHearer passes over "to the Herald" before "that".
func (p *page) behindHearer(l *line, j int) int {
	const most = 8 // words
	if p.norm(l, j) != "to" {
		return j
	}
	for k := j + 1; k < min(j+most, l.to) && !p.words[k].Punct; k++ {
		if p.norm(l, k) == "that" {
			return k
		}
	}
	return j
}

// behindOwner passes over whose claim it is at the start of a clause: "that, as Lind has
// claimed, it rained".
func (p *page) behindOwner(l *line, j int, o *object) int {
	const most = 8 // words
	if p.norm(l, j) == "," {
		j++
	}
	if p.norm(l, j) != "as" {
		return j
	}
	for k := j + 1; k < min(j+most, l.to); k++ {
		if p.norm(l, k) == "," && k > j+2 {
			last := k - 1
			for last > j+1 && !p.words[last].Capital {
				last--
			}
			if p.words[last].Capital {
				o.owner = p.span(p.nameFrom(l, j+1, last), last+1)
				return k + 1
			}
		}
	}
	return j
}

// behindAside passes over what stands between dashes before the clause of a
// claim: "the notion — spread by Lind — that".
func (p *page) behindAside(l *line, m int) int {
	const longest = 8 // words
	if m >= l.to || !p.words[m].Punct || !aside(p.norm(l, m)) {
		return m
	}
	for k := m + 1; k < min(m+1+longest, l.to-1); k++ {
		if aside(p.norm(l, k)) {
			if p.norm(l, k+1) == "that" {
				return k + 1
			}
			return m
		}
	}
	return m
}

func aside(norm string) bool {
	return norm == "—" || norm == "–" || norm == "-" || norm == "--"
}

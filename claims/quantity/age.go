package quantity

// oldest is the highest figure read as an age where only its place tells.
const oldest = 115

// age reads an age: "13-year-old", "aged 18 to 34", "Roe, 45,".
func (p parser) age(i int) (Value, int) {
	f, ok := p.number(i, false)
	if !ok || f.scaled || f.vague || f.low > oldest {
		return Value{}, i
	}
	high, j := f.high, f.end
	if b, ok := p.upper(amount{figure: f, kind: Cardinal}, i, false); ok && b.high > high && b.high <= oldest {
		high, j = b.high, b.end
	}
	v := Value{Kind: Age, Low: f.low, High: high, Unit: "year"}
	if u := units[p.norm(j)]; u.kind == Measure {
		switch p.norm(j + 1) {
		case "old", "olds":
			v.Unit, v.Noun = u.name, p.noun(j+2, Age)
			return v, j + 2
		}
	}
	if p.aged(i) && !p.measured(j) || p.norm(i-1) == "," && p.beside(i, j) {
		return v, j
	}
	switch p.norm(j) + " " + p.norm(j+1) {
	case "and older", "or older":
		return hedged(v, AtLeast), j + 2
	case "and younger", "or younger":
		return hedged(v, AtMost), j + 2
	}
	return Value{}, i
}

// aged reports whether the words before i speak of an age: "aged", "the age
// of", "older than".
func (p parser) aged(i int) bool {
	switch p.norm(i - 1) {
	case "aged", "age", "ages":
		return true
	case "of":
		return p.norm(i-2) == "age"
	case "than":
		return p.norm(i-2) == "older" || p.norm(i-2) == "younger"
	}
	return false
}

// beside reports whether the figure from i to j stands between commas behind a
// name: "Ann Roe, 45, said".
func (p parser) beside(i, j int) bool {
	name := p.at(i - 2)
	if !name.capital || name.punct || p.in(monthName, i-2) || j != i+1 || !p.at(i).digits() {
		return false
	}
	return p.norm(j) == "," && !p.at(j+1).digits()
}

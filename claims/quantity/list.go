package quantity

import (
	_ "embed"
	"strconv"
	"strings"

	"crosscheck/claims/word"
)

var (
	//go:embed lists/numbers.txt
	numberList string
	//go:embed lists/units.txt
	unitList string
	//go:embed lists/currencies.txt
	currencyList string
	//go:embed lists/approximators.txt
	approximatorList string
	//go:embed lists/context.txt
	contextList string

	numbers    = readNumbers(numberList)
	vulgar     = readVulgar(numberList)
	units      = readUnits(unitList)
	dimensions = readDimensions(unitList)
	currencies = readCurrencies(currencyList)
	hedges     = readHedges(approximatorList)
	contexts   = readContexts(contextList)

	// The number words, by kind.
	partWords    = word.NewTable(numbers["part"])
	ordinalWords = word.NewTable(numbers["ordinal"])
	scaleWords   = word.NewTable(numbers["scale"])
	oneWords     = word.NewTable(numbers["one"])
	vagueWords   = word.NewTable(numbers["vague"])
	someWords    = word.NewTable(numbers["some"])

	openers = word.NewTable(readOpeners())

	moneyStarts = readMoneyStarts()

	// pairStarts are the first words of units and currencies of two.
	pairStarts = readPairStarts()

	// hedgeStarts are the first words of hedges, by place.
	hedgeStarts = readStarts(hedges)
)

// unit is what a unit or currency word stands for.
type unit struct {
	name   string
	kind   Kind
	factor float64 // of a currency: what one is worth in the unit, 0.01 for a cent
}

// dimension is what a unit measures.
type dimension struct {
	name   string
	factor float64 // to the dimension's base unit
}

// rows are the fields of a list's lines; notes are left out.
func rows(list string, least int) [][]string {
	var out [][]string
	for line := range strings.Lines(list) {
		f := strings.Fields(line)
		if len(f) >= least && !strings.HasPrefix(f[0], "#") {
			out = append(out, f)
		}
	}
	return out
}

// number is the value written in a list; our own lists are well formed, and
// the tests look at every row.
func number(s string) float64 {
	v, _ := strconv.ParseFloat(s, 64)
	return v
}

// readNumbers reads "kind word value" into kind -> word -> value.
func readNumbers(list string) map[string]map[string]float64 {
	out := map[string]map[string]float64{}
	for _, f := range rows(list, 3) {
		if out[f[0]] == nil {
			out[f[0]] = map[string]float64{}
		}
		out[f[0]][f[1]] = number(f[2])
	}
	return out
}

// part is a fraction that is one character: "½".
type part struct{ numerator, denominator float64 }

// readVulgar reads "vulgar character numerator denominator".
func readVulgar(list string) map[string]part {
	out := map[string]part{}
	for _, f := range rows(list, 4) {
		if f[0] == "vulgar" {
			out[f[1]] = part{number(f[2]), number(f[3])}
		}
	}
	return out
}

// spaced is a form or name with its underscores as spaces.
func spaced(s string) string { return strings.ReplaceAll(s, "_", " ") }

// of is the value of a number word on a list, 0 where it is not on it.
func of(list *word.Table[float64], norm string) float64 {
	v, _ := list.Look(norm)
	return v
}

// readUnits reads "name dimension factor form ..." into form -> unit.
func readUnits(list string) map[string]unit {
	out := map[string]unit{}
	for _, f := range rows(list, 4) {
		kind := Measure
		if f[1] == "share" {
			kind = Percent
		}
		for _, form := range f[3:] {
			out[spaced(form)] = unit{name: spaced(f[0]), kind: kind, factor: 1}
		}
	}
	return out
}

// readDimensions reads the same rows into name -> dimension.
func readDimensions(list string) map[string]dimension {
	out := map[string]dimension{}
	for _, f := range rows(list, 4) {
		name := f[1]
		if name == "-" {
			name = f[0]
		}
		out[spaced(f[0])] = dimension{name: name, factor: number(f[2])}
	}
	return out
}

// readCurrencies reads "code factor form ..." into form -> unit.
func readCurrencies(list string) map[string]unit {
	out := map[string]unit{}
	for _, f := range rows(list, 3) {
		for _, form := range f[2:] {
			out[strings.ToLower(spaced(form))] = unit{name: f[0], kind: Money, factor: number(f[1])}
		}
	}
	return out
}

// readHedges reads "place reading phrase ..." into place -> phrase -> reading.
func readHedges(list string) map[string]map[string]Approx {
	readings := map[string]Approx{"exact": Exact, "about": About, "atleast": AtLeast, "atmost": AtMost, "nearly": Nearly, "justover": JustOver}
	out := map[string]map[string]Approx{"before": {}, "after": {}}
	for _, f := range rows(list, 3) {
		for _, phrase := range f[2:] {
			out[f[0]][spaced(phrase)] = readings[f[1]]
		}
	}
	return out
}

// readStarts lists the first words of phrases, by place.
func readStarts(phrases map[string]map[string]Approx) map[string]*word.Table[bool] {
	out := map[string]*word.Table[bool]{}
	for place := range phrases {
		starts := map[string]bool{}
		for phrase := range phrases[place] {
			first, _, _ := strings.Cut(phrase, " ")
			starts[first] = true
		}
		out[place] = word.NewTable(starts)
	}
	return out
}

// context is a set of the lists of context.txt, which says what each is for.
type context uint32

const (
	functionWord context = 1 << iota
	possessor
	label
	monthName
	sinceWord
	peopleWord
	scoreWord
	extent
	yearPrefix
	timesWord
	notOne
)

// contextNames are the names of the lists in context.txt.
var contextNames = map[string]context{
	"function": functionWord, "possessor": possessor, "label": label, "month": monthName, "since": sinceWord, "people": peopleWord,
	"score": scoreWord, "extent": extent, "prefix": yearPrefix, "times": timesWord, "notone": notOne,
}

// readContexts reads "name: word ..." into word -> lists.
func readContexts(list string) *word.Table[context] {
	out := map[string]context{}
	for name, w := range word.Listed(list) {
		out[w] |= contextNames[name]
	}
	return word.NewTable(out)
}

// readOpeners lists every word that a value may begin with.
func readOpeners() map[string]bool {
	out := map[string]bool{"a": true, "an": true, "between": true}
	for kind, words := range numbers {
		for w := range words {
			if kind != "scale" {
				out[w] = true
			}
		}
	}
	for phrase := range hedges["before"] {
		first, _, _ := strings.Cut(phrase, " ")
		out[first] = true
	}
	for form := range moneyStarts {
		out[form] = true
	}
	return out
}

func readPairStarts() map[string]bool {
	out := map[string]bool{}
	for _, forms := range []map[string]unit{units, currencies} {
		for form := range forms {
			if first, _, two := strings.Cut(form, " "); two {
				out[first] = true
			}
		}
	}
	return out
}

// readMoneyStarts lists what money may begin with.
func readMoneyStarts() map[string]bool {
	out := map[string]bool{}
	for form := range currencies {
		out[form] = true
		out[strings.TrimRight(form, "$")] = true // the tokenizer parts "US$"
	}
	return out
}

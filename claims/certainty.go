package claims

// Certainty is how sure a claim is of what it says, read from its words. All
// spans point into the text that the claim's Content points into. The zero
// value means that nobody looked.
type Certainty struct {
	// Factuality is what the speaker commits to, the stance of the cue
	// included.
	Factuality Factuality `json:"factuality,omitempty"`
	// Polarity is that of the main clause of the first sentence, the stance of
	// the cue left aside. For both together see [Claim.Polarity].
	Polarity    Polarity     `json:"polarity,omitempty"`
	Negations   []Negation   `json:"negations,omitempty"`
	Modals      []Modal      `json:"modals,omitempty"`
	Hedges      []Hedge      `json:"hedges,omitempty"`
	Conditions  []Span       `json:"conditions,omitempty"` // "if the rain stops", conjunction and all
	Quantifiers []Quantifier `json:"quantifiers,omitempty"`
	Question    bool         `json:"question,omitempty"` // it has a question mark, or is an indirect question: "whether the road is open"
}

// Polarity tells whether something is said to be so.
type Polarity string

// The polarities. The zero value is a speaker who takes no position.
const (
	Positive Polarity = "positive"
	Negative Polarity = "negative"
)

// Not is the opposite polarity; that of no position is none.
func (p Polarity) Not() Polarity {
	switch p {
	case Positive:
		return Negative
	case Negative:
		return Positive
	}
	return ""
}

// Polarity tells whether the speaker holds what the main clause speaks of to
// be so: its polarity, turned over by a cue of denial. "Denied that talks had
// stopped" is negative, "denied that talks had not stopped" positive. It is ""
// where the cue commits the speaker to neither.
func (c Claim) Polarity() Polarity {
	switch c.Stance {
	case Asserted:
		return c.Certainty.Polarity
	case Denied:
		return c.Certainty.Polarity.Not()
	}
	return ""
}

// Factuality is what a source commits itself to, in the values of FactBank
// (Saurí and Pustejovsky 2009): how certain, and which polarity.
type Factuality string

// The values. FactBank's CTu, certain of an unknown polarity, is not told.
const (
	Fact             Factuality = "CT+" // certain: "talks stopped"
	Counterfact      Factuality = "CT-" // certainly not: "talks did not stop"
	Probable         Factuality = "PR+" // "talks have probably stopped"
	NotProbable      Factuality = "PR-" // "talks have probably not stopped"
	Possible         Factuality = "PS+" // "talks may stop"
	NotPossible      Factuality = "PS-" // "talks may not stop"
	Underspecified   Factuality = "Uu"  // asked, wished, conditional, required or told of others: no commitment
	factualityDegree            = 2     // bytes before the sign
)

// Under is what becomes of f under a cue of a stance: a denial turns the
// polarity over, and all others that are no assertion leave no commitment.
func (f Factuality) Under(s Stance) Factuality {
	switch {
	case s == Asserted || f == "" || f == Underspecified:
		return f
	case s == Denied && f[factualityDegree] == '+':
		return f[:factualityDegree] + "-"
	case s == Denied:
		return f[:factualityDegree] + "+"
	}
	return Underspecified
}

// NegationKind tells what negates.
type NegationKind string

// The kinds of negation.
const (
	NegationWord    NegationKind = "word"    // "not", "no", "never", "nobody", "without"
	NegationAffix   NegationKind = "affix"   // the "un" of "unhappy"
	NegationLexical NegationKind = "lexical" // "fail to", "deny", "lack of", "unable to"
	NegationWeak    NegationKind = "weak"    // "hardly", "rarely"
)

// Negation is a cue that negates, and what it negates.
type Negation struct {
	Cue   Span         `json:"cue"`             // "not", the "n't" of "don't", the "un" of "unhappy"
	Scope []Span       `json:"scope,omitempty"` // what it governs, the cue left out, as in *SEM 2012 (Morante and Blanco); none for the "no" of an answer
	Kind  NegationKind `json:"kind"`
	Main  bool         `json:"main,omitempty"` // it turns the main clause of its sentence
}

// ModalKind tells apart what modal expressions say, after Palmer (2001).
type ModalKind string

// The kinds of modality.
const (
	Obligation     ModalKind = "obligation"     // deontic: "must", "has to", "should"
	Ability        ModalKind = "ability"        // dynamic: "can", "is able to"
	Possibility    ModalKind = "possibility"    // epistemic, speculative: "may", "might"
	Probability    ModalKind = "probability"    // epistemic, deductive: "must have", "is likely to"
	Future         ModalKind = "future"         // epistemic, assumptive: "will", "is going to"
	Counterfactual ModalKind = "counterfactual" // "would have"
)

// Modal is a modal expression.
type Modal struct {
	Span Span      `json:"span"`
	Kind ModalKind `json:"kind"`
	Main bool      `json:"main,omitempty"` // it stands in the main clause of its sentence
}

// HedgeKind tells apart what a hedge takes back, after Prince, Frader and Bosk
// (1982).
type HedgeKind string

// The kinds of hedge.
const (
	Plausibility HedgeKind = "plausibility" // a shield: "probably", "appears to", "I think"
	Hearsay      HedgeKind = "hearsay"      // an attribution shield: "reportedly", "allegedly"
	Approximator HedgeKind = "approximator" // "about", "sort of"
)

// Hedge is an expression that makes a statement less sure or less exact.
type Hedge struct {
	Span Span      `json:"span"`
	Kind HedgeKind `json:"kind"`
	Main bool      `json:"main,omitempty"` // it stands in the main clause of its sentence
}

// QuantifierKind is how much of a whole a quantifier speaks of.
type QuantifierKind string

// The kinds of quantifier.
const (
	All    QuantifierKind = "all"     // "all", "every", "both"
	NotAll QuantifierKind = "not all" // "not every"
	Most   QuantifierKind = "most"    // "most", "almost every"
	Many   QuantifierKind = "many"    // "many of", "a lot of"
	Some   QuantifierKind = "some"    // "some", "several", "a few"
	Few    QuantifierKind = "few"     // "few", "hardly any", "almost no"
	None   QuantifierKind = "none"    // "no", "none of", "nobody"
)

// Quantifier is a quantifier that is no number.
type Quantifier struct {
	Span Span           `json:"span"`
	Kind QuantifierKind `json:"kind"`
}

package gate

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"crosscheck/compare"
)

// oneOf refuses a word that is not on a list.
func (p *Policy) oneOf(where, what, word string, known []string) *PolicyError {
	if word == "" || slices.Contains(known, word) {
		return nil
	}
	return p.errorAt(where, fmt.Sprintf("%s %q is not known", what, word), didYouMean(word, known)+"known are "+strings.Join(known, ", "))
}

// checkHead checks what stands once in a policy.
func (p *Policy) checkHead() *PolicyError {
	if err := p.oneOf("$.hold_on", "hold_on", string(p.HoldOn), []string{string(Error), string(Warning)}); err != nil {
		return err
	}
	if err := p.oneOf("$.on_error", "on_error", p.OnError, []string{"hold", "pass"}); err != nil {
		return err
	}
	if d, err := time.ParseDuration(cmp.Or(p.Budget, "0")); err != nil || d < 0 {
		return p.errorAt("$.budget", fmt.Sprintf("budget %q is no time", p.Budget), `write it as "30s" or "2m"; "0" is no limit`)
	}
	if p.Defaults != nil && !*p.Defaults && len(p.Rules) == 0 {
		return p.errorAt("$.defaults", "without the default rules and without rules nothing is ever held", "add rules, or take defaults out")
	}
	return nil
}

// checkRules checks every rule by itself, and that it can be reached.
func (p *Policy) checkRules() *PolicyError {
	for i, r := range p.Rules {
		where := fmt.Sprintf("$.rules[%d]", i)
		for _, w := range []struct {
			key, word string
			known     []string
		}{
			{"code", string(r.Code), ruledCodes()}, {"relation", string(r.Relation), relationNames()},
			{"type", string(r.Type), typeNames()}, {"level", string(r.Level), levelNames()},
		} {
			if err := p.oneOf(where+"."+w.key, w.key, w.word, w.known); err != nil {
				return err
			}
		}
		if reason, hint := r.fault(); reason != "" {
			return p.errorAt(where, reason, hint)
		}
		for k, before := range p.Rules[:i] {
			if before.covers(r) {
				line, _ := p.position(fmt.Sprintf("$.rules[%d]", k))
				return p.errorAt(where, fmt.Sprintf("the rule is never reached: that of line %d decides before it", line), "put the narrower rule, or the one with the higher score, first")
			}
		}
	}
	return nil
}

// fault is what is wrong with a rule beside its words, with a hint.
func (r Rule) fault() (reason, hint string) {
	switch {
	case r.Level == "":
		return "a rule needs a level", "levels are " + strings.Join(levelNames(), ", ")
	case !(r.From >= 0 && r.From <= 1):
		return fmt.Sprintf("from is %v", r.From), "a score is from 0 to 1"
	case r.Code == "" && r.Relation == "" && r.Type == "" && r.From == 0:
		return "the rule is about everything", "say what it is about: a code, a relation, a type or from which score on"
	}
	info, _ := r.Code.Info()
	if info.About != OfFinding && r.Code != "" && (r.Relation != "" || r.Type != "" || r.From > 0) {
		return fmt.Sprintf("%s is no finding", r.Code), "it has no relation, type or score: give it a level alone"
	}
	return "", ""
}

// checkWaivers checks that every waiver names something, and a day.
func (p *Policy) checkWaivers() *PolicyError {
	for i, w := range p.Waivers {
		where := fmt.Sprintf("$.waivers[%d]", i)
		if err := p.oneOf(where+".code", "code", string(w.Code), findingCodes()); err != nil {
			return err
		}
		if w.Pair == "" && w.Finding == "" && w.Draft == "" {
			return p.errorAt(where, "the waiver is about no finding and no draft", `"crosscheck gate" prints the pair and the ID of each finding; name one, or the file of a draft. What holds for all drafts is for rules`)
		}
		if _, err := time.Parse(dayLayout, w.Expires); w.Expires != "" && err != nil {
			return p.errorAt(where+".expires", fmt.Sprintf("expires %q is no day", w.Expires), "write it as 2031-05-06")
		}
	}
	return nil
}

func levelNames() []string {
	var out []string
	for _, l := range levels {
		out = append(out, string(l))
	}
	return out
}

// ruledCodes are the codes that a rule may name: a failure is for on_error.
func ruledCodes() []string {
	var out []string
	for _, c := range codes {
		if c.About != OfFailure {
			out = append(out, string(c.Code))
		}
	}
	return out
}

func findingCodes() []string {
	var out []string
	for _, c := range codes {
		if c.About == OfFinding {
			out = append(out, string(c.Code))
		}
	}
	return out
}

func relationNames() []string {
	return names([]compare.Relation{compare.Dispute, compare.Conflict, compare.Shift, compare.Misquote, compare.Heading, compare.Edit})
}

func typeNames() []string {
	return names([]compare.Type{compare.Negation, compare.Antonym, compare.Number, compare.Date, compare.Quantifier, compare.Modality,
		compare.Factivity, compare.Structure, compare.Lexical, compare.Wording, compare.Attribution})
}

func names[T ~string](list []T) []string {
	var out []string
	for _, x := range list {
		out = append(out, string(x))
	}
	return out
}

package rule

import "regexp"

// ofMany matches a speaker who is a share of those asked in a survey: "only 13 percent",
// "six in ten voters", "most parents", "a third of them", and the bare figure of "only 13%
// say". "Residents in Elm" and "the minority leader" are none.
var ofMany = regexp.MustCompile(`^(?i:(?:only|just|about|around|nearly|roughly|almost|over|under|another|some|the|an?|slim|narrow|large|small|vast|at least|(?:more|fewer|less) than) )*` +
	`(?:[\d.]+ ?%|[\d.]+ (?:percent|per cent)\b|\d\d?(?:\.\d+)?$|(?i:` + inFigures + `)[ -](?:in|out of)[ -](?:` + inFigures + `)\b|` +
	`(?i:most|few|fewest)(?: [a-z-]+s| people| women| men)?$|(?i:half|majority|plurality|minority|third|quarter|(?:two|three)[ -](?:thirds|quarters|fourths|fifths))(?: of\b|$))`)

const inFigures = `\d+|one|two|three|four|five|six|seven|eight|nine|ten|twenty`

// partOf reports whether a speaker's name is a share of many.
func partOf(name string) bool { return ofMany.MatchString(name) }

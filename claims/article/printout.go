package article

import (
	"bytes"
	"regexp"
)

// How the files begin that crosscheck itself writes, of which a folder of articles may
// hold some: a report in JSON, a page, and text with its totals.
var (
	savedReport  = regexp.MustCompile(`^\{\s*"version": "\d+\.\d+",\s*"articles": \[`)
	reportPage   = []byte(`<meta name="generator" content="crosscheck">`)
	reportTotals = regexp.MustCompile(`^(# [^\n]{1,80}\n\n)?[\d,]+ articles? from [\d,]+ outlets?( in [\d,]+ (story|stories))?: [\d,]+ claims?`)
)

// printout says why data is no article but something that crosscheck wrote, "" where it
// is not: a report that is read as news quotes everybody wrongly.
func printout(data []byte) string {
	const head = 8 << 10 // a page's first lines
	start := bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), head)], []byte("\uFEFF")), " \t\r\n")
	switch {
	case savedReport.Match(start):
		return "is a report that crosscheck saved, not news, and was left out; hint: crosscheck report --from FILE"
	case bytes.Contains(start, reportPage), reportTotals.Match(start):
		return "is a report that crosscheck wrote, not news, and was left out; hint: keep reports out of the articles' folders"
	}
	return ""
}

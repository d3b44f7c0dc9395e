package metric

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// ContentType is that of what [Set.Write] writes.
const ContentType = "text/plain; version=0.0.4; charset=utf-8"

// What the format escapes in a help text and in a label.
var (
	inHelp  = strings.NewReplacer(`\`, `\\`, "\n", `\n`)
	inLabel = strings.NewReplacer(`\`, `\\`, "\n", `\n`, `"`, `\"`)
)

// Write shows all metrics.
func (s *Set) Write(w io.Writer) error {
	now := s.readings()
	s.mu.Lock()
	defer s.mu.Unlock()
	out := bufio.NewWriter(w)
	for _, name := range sorted(s.families) {
		f := s.families[name]
		fmt.Fprintf(out, "# HELP %s %s\n# TYPE %s %s\n", name, inHelp.Replace(f.help), name, f.kind)
		if f.read != nil {
			fmt.Fprintf(out, "%s %s\n", name, number(now[name]))
		}
		for _, key := range sorted(f.values) {
			f.write(out, f.values[key])
		}
	}
	return out.Flush()
}

// readings are what those gauges show that are read when asked. Nobody waits for
// them: one may ask a database.
func (s *Set) readings() map[string]float64 {
	s.mu.Lock()
	ask := map[string]func() float64{}
	for name, f := range s.families {
		if f.read != nil {
			ask[name] = f.read
		}
	}
	s.mu.Unlock()
	out := make(map[string]float64, len(ask))
	for name, read := range ask {
		out[name] = read()
	}
	return out
}

// write shows one value.
func (f *family) write(out io.Writer, v *value) {
	if f.kind != "histogram" {
		fmt.Fprintf(out, "%s%s %s\n", f.name, f.named(v, ""), number(v.sum))
		return
	}
	var n uint64
	for i, c := range v.counts {
		n += c
		bound := "+Inf"
		if i < len(f.bounds) {
			bound = number(f.bounds[i])
		}
		fmt.Fprintf(out, "%s_bucket%s %d\n", f.name, f.named(v, bound), n)
	}
	fmt.Fprintf(out, "%s_sum%s %s\n%s_count%s %d\n", f.name, f.named(v, ""), number(v.sum), f.name, f.named(v, ""), n)
}

// named are the labels of a value, with a bucket's bound where there is one.
func (f *family) named(v *value, bound string) string {
	var parts []string
	for i, l := range f.labels {
		parts = append(parts, fmt.Sprintf(`%s="%s"`, l, inLabel.Replace(v.labels[i])))
	}
	if bound != "" {
		parts = append(parts, fmt.Sprintf(`le="%s"`, bound))
	}
	if len(parts) == 0 {
		return ""
	}
	return "{" + strings.Join(parts, ",") + "}"
}

package main

import (
	"errors"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// flagError says in our words which flag is wrong, and what it takes or which one
// may have been meant.
func flagError(c *cobra.Command, err error) error {
	hint := `"` + c.CommandPath() + ` --help" lists the flags`
	if e, ok := errors.AsType[*pflag.NotExistError](err); ok {
		return unknownFlag(c, e, hint)
	}
	if e, ok := errors.AsType[*pflag.ValueRequiredError](err); ok {
		return missingValue(e, hint)
	}
	if e, ok := errors.AsType[*pflag.InvalidValueError](err); ok {
		return wrongValue(e, hint)
	}
	return withHint(err, "%s", hint)
}

// unknownFlag tells of a flag that is not there. One dash before a whole word is
// a slip, too: package pflag has it for so many flags of one letter.
func unknownFlag(c *cobra.Command, err *pflag.NotExistError, hint string) error {
	dashes, name := "--", err.GetSpecifiedName()
	if letters := err.GetSpecifiedShortnames(); letters != "" {
		dashes = "-"
		name, _, _ = strings.Cut(letters, "=")
	}
	var known []string
	c.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, f.Name) })
	if like := nearest(name, known); like != "" {
		hint = "did you mean --" + like + "? " + hint
	}
	return misuse(hint, "unknown flag: %s%s", dashes, name)
}

// missingValue tells of a flag that is the last word of a command line.
func missingValue(err *pflag.ValueRequiredError, hint string) error {
	flag := "--" + err.GetSpecifiedName()
	if err.GetSpecifiedShortnames() != "" {
		flag = "-" + err.GetSpecifiedName()
	}
	value, _ := pflag.UnquoteUsage(err.GetFlag())
	return misuse(hint, "%s needs a value: %[1]s %s", flag, value)
}

// flagValues are what flags take, by the name that package pflag has for their type.
var flagValues = map[string]string{
	"bool":     "true or false",
	"int":      "a whole number such as 20",
	"uint64":   "a whole number such as 20, and not below 0",
	"float64":  "a number such as .3",
	"duration": "a time such as 30s or 2m",
}

// wrongValue tells of a value that is none of those that a flag takes. A type of
// our own, such as [choice], has its own words for that.
func wrongValue(err *pflag.InvalidValueError, hint string) error {
	why := errors.Unwrap(err).Error()
	if takes, ours := flagValues[err.GetFlag().Value.Type()]; ours {
		why = "it must be " + takes
	}
	if errors.Is(err, strconv.ErrRange) {
		why = "that is out of range"
	}
	return misuse(hint, "--%s cannot be %q: %s", err.GetFlag().Name, err.GetValue(), why)
}

// Command crosscheck-beam is "crosscheck report" for archives that are larger
// than one machine: the same stage functions, on Apache Beam.
//
//  1. read (read.go): files of any file system that Beam knows are cut into
//     articles, and each gets an ID of its own;
//  2. link (link.go): a profile is made of each article, those of a word and
//     four weeks are compared, and what is alike is grouped into stories (rounds.go);
//  3. extract (extract.go): the claims of every article;
//  4. unify (who.go): a record is made of each person, and one worker gives him
//     one name in all articles;
//  5. open (open.go): story by story, topics, copies and judged pairs;
//  6. meet (meet.go): statements of different stories that share a blocking key
//     are compared, and (judge.go) judged where both speakers are known;
//  7. join (topics.go): topics of different stories become one (rounds.go);
//  8. fold (fold.go): what says the same becomes one finding;
//  9. write (keep.go, write.go): the report, in the JSON of "crosscheck report",
//     which "crosscheck report --from", "review" and "gate" read.
//
// Values between stages are packed by package pack (packed.go, records.go). An
// article that a stage cannot work goes to the dead letters (fence.go). What a
// run shuffles is counted (packed.go, clock.go, measure.go); folder cost makes
// a table of it.
//
// The report is, byte for byte, that of the single machine on the same files. The
// program has the default judge, names and lexicon, and asks no second judge.
package main

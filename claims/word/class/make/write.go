package main

import (
	"bufio"
	"compress/gzip"
	"io"
)

// write lists the classes in the order of the tree: a line a class, its path in
// zeros and ones, then its words, the most frequent first; gzipped.
func write(out io.Writer, words []string, class []int32, root *node) error {
	members := map[int32][]string{}
	for w := reserved; w < len(words); w++ {
		members[class[w]] = append(members[class[w]], words[w])
	}
	z, err := gzip.NewWriterLevel(out, gzip.BestCompression)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(z)
	writeNode(w, members, root, "")
	if err := w.Flush(); err != nil {
		return err
	}
	return z.Close()
}

func writeNode(w *bufio.Writer, members map[int32][]string, n *node, path string) {
	switch {
	case n == nil:
	case n.left != nil:
		writeNode(w, members, n.left, path+"0")
		writeNode(w, members, n.right, path+"1")
	default:
		w.WriteString(max(path, "0")) // an only class has a path too
		for _, word := range members[n.class] {
			w.WriteString(" " + word)
		}
		w.WriteString("\n")
	}
}

// Package boost learns and asks gradient-boosted trees for several classes.
//
//  1. [Fit] sorts every feature into at most 64 bins (cuts.go), and round by
//     round grows one tree a class on the gradient of the log-loss (fit.go),
//     leaf by leaf where the gain is largest (grow.go, histogram.go);
//  2. a [Forest] sorts a vector into the same bins and adds up the leaves that
//     it falls into (forest.go), says within which bounds the sum lies where not
//     all of the vector is known (bounds.go), and which features moved it (path.go);
//  3. [Forest.Pack] and [Unpack] are the forest as bytes (pack.go).
//
// The method is Friedman 2001, "Greedy function approximation", with the
// second-order gain of Chen and Guestrin 2016, equation 7, and the histograms
// and leaf-wise growth of Ke et al. 2017 ("LightGBM"). The same rows, options
// and machine give the same forest. There are no missing values and no
// categories.
package boost

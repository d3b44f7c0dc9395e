// Package hub knows the NLI cross-encoders that we recommend, fetches them from
// the model hub that publishes them, and finds what was fetched.
//
// A pull goes through these steps:
//
//  1. models.json, an embedded table (table.go, valid.go), says what a model is called,
//     where it lies on the hub and in which revision, under which licence, with
//     which published figures, and which files it has, with their checksums
//     where we know them;
//  2. place.go says where a model belongs: in the user's cache, by its name;
//  3. pull.go passes over files that are whole already, and has the others
//     fetched one by one (fetch.go, answer.go), over HTTPS (client.go), resuming
//     a partial one (draft.go), again after a while where the hub is busy
//     (retry.go);
//  4. digest.go compares each file with the checksum of the table, or else with
//     the one that the hub announces: what does not agree is removed;
//  5. lock.go records what was fetched in a file beside the model, against which
//     later pulls, [Find] and [Verify] hold it.
//
// trial.go has the sentence pairs, of our own writing, on which a model shows
// whether it is sane, and pairs.json holds them.
//
// It runs no model: that is package nli, beside it. It holds no password or
// token, asks nothing, and contacts nobody unless [Pull] is called. The address
// of the hub stands in models.json and nowhere else.
package hub

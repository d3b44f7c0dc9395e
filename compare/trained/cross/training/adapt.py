"""Learn last from pairs of the news that people have read, and judge each unseen.

    python3 adapt.py FOLDER --start TUNED.pt --out RUN

Five times a fifth of news.read is held out and judged by a network that learned
from the rest: RUN.jsonl has what it says, a row a pair in their order, both ways
round as Both of package cross makes one of them; compare/jury/fit reads that. RUN.pt
has learned from all of them. As many rows again are of what was learned before, lest
it be forgotten.
"""
import copy
import json

import numpy as np
import torch

import measure
from finetune import arguments, judge, load, train
from rows import READ, Rows

FOLDS = 5


def chosen(rows, held, rng):
    """How much each row counts: read ones outside the fold that is held out, and as
    many others."""
    out = np.zeros(len(rows.set), np.float32)
    read = np.flatnonzero((rows.set == READ) & (rows.fold != held))
    out[read] = 1
    others = rows.weights(0)
    some = rng.choice(np.flatnonzero(others > 0), min(len(read), int((others > 0).sum())), replace=False)
    out[some] = others[some]
    return out


def both(there, back):
    """Log-probabilities of the two ways as probabilities of a pair, each row E, N, C."""
    p, q = np.exp(there.astype(np.float64)), np.exp(back.astype(np.float64))
    c, no = np.sqrt(p[:, 2] * q[:, 2]), np.sqrt((1 - p[:, 2]) * (1 - q[:, 2]))
    c = c / (c + no)
    rest = p[:, :2] / p[:, :2].sum(1, keepdims=True)
    return np.concatenate([(1 - c)[:, None] * rest, c[:, None]], 1)


def main():
    args = arguments()
    torch.set_num_threads(args.threads)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    rows = Rows(args.folder)
    start, shape = load(args)
    unseen, read = np.zeros((len(rows.set), 3)), np.flatnonzero(rows.set == READ)
    for held in [*range(FOLDS), -1]:
        torch.manual_seed(args.seed)
        net = train(copy.deepcopy(start).to(device), rows, chosen(rows, held, np.random.default_rng(args.seed)), args, device)
        index = read[rows.fold[read] == held]
        unseen[index] = both(judge(net, rows, index, device), judge(net, rows, index, device, turned=True))[index]
    torch.save({"net": net.state_dict(), "args": {**shape, "adapt": vars(args)}}, args.out + ".pt")
    with open(args.out + ".jsonl", "w") as f:
        for e, n, c in unseen[read]:
            f.write(json.dumps({"entailment": e, "neutral": n, "contradiction": c}) + "\n")
    index = np.setdiff1d(rows.held_out(0), read)
    report = "\n".join(measure.lines(rows, judge(net, rows, index, device), index))
    report += f"\n{READ}, unseen: AP {measure.average_precision(unseen[read, 2], rows.label[read] == 2):.3f}"
    print(report)
    open(args.out + ".txt", "w").write(report + "\n")


if __name__ == "__main__":
    main()

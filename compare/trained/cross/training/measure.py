"""How good the judgements of held-out rows are."""
import numpy as np


def average_precision(score, truth):
    order = np.argsort(-score, kind="stable")
    hit = truth[order]
    return float((np.cumsum(hit) / np.arange(1, len(hit) + 1))[hit].mean()) if hit.any() else float("nan")


def lines(rows, logp, index):
    """A line a set, of the rows in index."""
    out = [f"{'set':24}{'rows':>6}{'acc':>7}{'P':>7}{'R':>7}{'F1':>7}{'AP':>7}"]
    for s in sorted(set(rows.set[index])):
        i = index[rows.set[index] == s]
        said, truth = logp[i].argmax(1), rows.label[i]
        two = set(truth.tolist()) == {0, 2}
        if two:
            said = np.where(logp[i][:, 2] > logp[i][:, 0], 2, 0)
        tp = ((said == 2) & (truth == 2)).sum()
        p, r = tp / max((said == 2).sum(), 1), tp / max((truth == 2).sum(), 1)
        out.append(f"{s:24}{len(i):6}{(said == truth).mean():7.3f}{p:7.3f}{r:7.3f}{2 * p * r / max(p + r, 1e-9):7.3f}"
                   f"{average_precision(logp[i][:, 2], truth == 2):7.3f}")
    return out + alarms(rows, logp, index)


def alarms(rows, logp, index):
    """The share of news pairs flagged where MNLI's recall is so much."""
    m = index[rows.set[index] == "mnli.dev-a"]
    if len(m) == 0:
        return []
    score = logp[:, 2]
    of = np.sort(score[m][rows.label[m] == 2])[::-1]
    out = [f"{'recall on mnli':24}{'precision':>10}" + "".join(f"{s:>13}" for s in ("news.any", "news.near", "news.across"))]
    for recall in (0.10, 0.25, 0.50):
        t = of[int(recall * len(of))]
        flagged = m[score[m] > t]
        row = f"{recall:<24.2f}{(rows.label[flagged] == 2).mean():10.3f}"
        for s in ("news.any", "news.near", "news.across"):
            i = index[rows.set[index] == s]
            row += f"{100 * (score[i] > t).mean():12.3f}%"
        out.append(row)
    return out

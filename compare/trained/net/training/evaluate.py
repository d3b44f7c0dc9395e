"""Measure a trained network on rows that it was not trained on.

    python3 evaluate.py FOLDER RUN.pt [FOLD] [OOF.jsonl]

FOLD is the fold that was held out (0). OOF.jsonl gets a line for each held-out
row: set, id, and the three log-probabilities (entailment, neutral, contradiction).
"""
import json
import sys

import torch

import measure
from network import Network
from rows import Rows
from train import judge


def main(folder, run, held=0, oof=None):
    torch.set_num_threads(1)
    rows = Rows(folder)
    state = torch.load(run)
    net = Network(state["embed.weight"], scale=1.0)
    net.load_state_dict(state)
    index = rows.held_out(int(held))
    logp = judge(net, rows, index)
    print("\n".join(measure.lines(rows, logp, index)))
    if oof:
        with open(oof, "w") as f:
            for i in index:
                f.write(json.dumps({"set": str(rows.set[i]), "id": str(rows.id[i]), "logp": [round(float(x), 5) for x in logp[i]]}) + "\n")


main(*sys.argv[1:])

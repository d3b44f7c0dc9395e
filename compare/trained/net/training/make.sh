#!/bin/sh
# Makes the network's weights anew. README.md says what is needed.
set -e
work=${1:?which folder to work in?}
here=compare/trained/net
mkdir -p "$work"
go run ./$here/training/prepare -o "$work"
export OPENBLAS_NUM_THREADS=1
python3 $here/training/vectors.py "$work"
python3 $here/training/train.py "$work" --out "$work/first" --epochs 4
python3 $here/training/train.py "$work" --out "$work/net" --start "$work/first.pt" --epochs 2 --rate 1e-3
python3 $here/training/export.py "$work" "$work/net.pt" $here/weights.bin $here/testdata/agree.jsonl

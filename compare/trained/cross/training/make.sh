#!/bin/sh
# Makes the network's weights anew. README.md says what is needed.
# PRETRAIN and FINETUNE are more options of those programs.
set -e
work=${1:?which folder to work in?}
here=compare/trained/cross
mkdir -p "$work"
corpus=${CROSSCHECK_DATA:?which folder has the data?}/data/corpus/allsides.jsonl.gz
export OMP_NUM_THREADS=${OMP_NUM_THREADS:-1} PYTHONDONTWRITEBYTECODE=1
python=${PYTHON:-/usr/bin/python3}
go run ./compare/jury/fit -corpus "$corpus" -pairs "$work/read.jsonl"
go run ./$here/training/prepare -o "$work" -read "$work/read.jsonl"
$python $here/training/vectors.py "$work"
# shellcheck disable=SC2086 # several options
$python $here/training/pretrain.py "$work" --out "$work/pre" $PRETRAIN
# shellcheck disable=SC2086
$python $here/training/finetune.py "$work" --start "$work/pre.pt" --out "$work/tuned" --epochs 2 $FINETUNE
$python $here/training/adapt.py "$work" --start "$work/tuned.pt" --out "$work/adapted" --epochs 2 --rate 1e-4
$python $here/training/export.py "$work/adapted.pt" $here/weights/weights.bin $here/testdata/agree.jsonl
go run ./compare/jury/fit -corpus "$corpus" -second "$work/adapted.jsonl"

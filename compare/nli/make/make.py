"""Makes model folders as the hubs publish them, small, for the tests of package nli.

    make.py folders OUT      a folder for each family: network, tokenizer, config,
                             and reference.json: texts, pieces, torch's numbers
    make.py bench OUT        one of MiniLM's size with random weights
    make.py tokenizers OUT   the tokenizers alone, with reference pieces
"""
import glob
import json
import os
import sys

sys.dont_write_bytecode = True  # no __pycache__ in the repository

import pieces  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
PLACES = 64

# Sentences, and what a tokenizer stumbles over.
TEXTS = [
    'The harbour was closed on Monday.', 'The harbour was not closed on Monday.', 'Ferry fares will rise in spring.',
    '', ' ', 'a', '  two  spaces   here ', 'tab\tand\nline\r\nbreaks', 'trailing space ', "don't we'll they've I'm he'd it's o'clock",
    "'s alone and 'Quoted'", 'na\u00efve caf\u00e9 \u0130stanbul \u1e9e Stra\u00dfe', 'cafe\u0301 decomposed', '\u201cCurly\u201d \u2018quotes\u2019 \u2014 and dashes\u2026',
    'nbsp\u00a0here\u2009thin\u3000wide', 'zero\u200bwidth \u00adsoft\u00adhyphen \ufeffbom', 'emoji \U0001f600\U0001f600 and \u4e2d\u6587 \ud55c\uad6d', 'GDP rose 3.2% to $1,234.50 (up 12%)',
    'aaaaaa hahahaha ----- ..... !!!! =====', 'MIXED Case iPhone McDonald', 'x' * 120, 'word ' * 90, 'http://example.org/a_b?c=d&e', 'A\u0308\u0323ff\ufb01ne \u00bd \u2460',
    '\u039f\u03b4\u03c5\u03c3\u03c3\u03b5\u03cd\u03c2 \u03a3\u03a3', 'Cost: \u20ac5bn\u2014\u00a36m', '\x00\x07control\x7f\x85', ' \u00a0 ', '_under_score_ and #tags @names',
    'The minister said on Tuesday that the bridge would reopen before the end of the year.',
]

PAIRS = [(0, 1), (1, 0), (0, 0), (0, 2), (29, 1), (17, 29), (9, 10), (21, 0), (0, 21), (21, 21), (13, 25), (5, 5), (11, 12), (18, 19), (22, 16)]


def corpus():
    """The example articles of this repository."""
    files = sorted(glob.glob(os.path.join(HERE, '../../../testdata/articles/**/*.*'), recursive=True))
    return '\n'.join(open(f, encoding='utf-8', errors='ignore').read() for f in files if f.endswith(('.txt', '.md')))


def tokenizers():
    text = corpus()
    uncased = pieces.WordPiece(text, 700, True)
    cased = pieces.WordPiece(text, 500, False)
    roberta, modern = pieces.BPE(text, 700), pieces.BPE(text, 600, True, True)
    deberta, many = pieces.Unigram(text, 600), pieces.Unigram(text, 400, True)
    return {
        'wordpiece-uncased': (uncased, uncased.file(False)), 'wordpiece-cased': (cased, cased.file(True)),
        'bpe-roberta': (roberta, roberta.file()), 'bpe-modernbert': (modern, modern.file()),
        'unigram-deberta': (deberta, deberta.file()), 'unigram-xlm': (many, many.file()),
    }


def dump(path, value, **how):
    with open(path, 'w', encoding='utf-8') as f:
        json.dump(value, f, ensure_ascii=False, **how)
        f.write('\n')


def cut_all(out):
    """Each tokenizer, with what it makes of TEXTS."""
    for name, (t, file) in tokenizers().items():
        dump('%s/%s.json' % (out, name), file, separators=(',', ':'))
        rows = [{'text': x, 'ids': t.cut(x)} for x in TEXTS]
        pairs = [{'a': TEXTS[a], 'b': TEXTS[b], 'most': most, 'ids': [p[0] for p in fitted], 'types': [p[1] for p in fitted]}
                 for a, b in PAIRS for most in (PLACES, 17) for fitted in [pieces.fit(t, t.cut(TEXTS[a]), t.cut(TEXTS[b]), most)]]
        dump('%s/%s.reference.json' % (out, name), {'texts': rows, 'pairs': pairs}, indent=None, separators=(',', ':'))


# Each family: its tokenizer, the names of its labels as published ones have
# them, and what else its config.json says.
FAMILIES = {
    'bert': ('wordpiece-uncased', 'Bert', ['entailment', 'neutral', 'contradiction'], {'model_type': 'bert'}),
    'minilm': ('wordpiece-cased', 'Bert', ['contradiction', 'entailment', 'neutral'], {'model_type': 'bert', 'layers': 6, 'hidden': 48}),
    'roberta': ('bpe-roberta', 'Roberta', ['CONTRADICTION', 'NEUTRAL', 'ENTAILMENT'], {'model_type': 'roberta', 'eps': 1e-5}),
    'deberta': ('unigram-deberta', 'Deberta', ['Entailment', 'Neutral', 'Contradiction'], {'model_type': 'deberta-v2', 'eps': 1e-7}),
    'xlm': ('unigram-xlm', 'Roberta', ['entailment', 'neutral', 'contradiction'], {'model_type': 'xlm-roberta', 'eps': 1e-5}),
}


def export(model, path):
    import torch
    ids = torch.tensor([[1, 5, 6, 7], [1, 8, 9, 4]])
    given = {'input_ids': ids, 'attention_mask': torch.ones_like(ids), 'token_type_ids': torch.zeros_like(ids)}
    axes = {n: {0: 'batch', 1: 'pieces'} for n in model.inputs}
    torch.onnx.export(model, tuple(given[n] for n in model.inputs), path, opset_version=14, input_names=list(model.inputs),
                      output_names=['logits'], dynamic_axes={**axes, 'logits': {0: 'batch'}}, do_constant_folding=True)


def config(out, c, labels, places):
    family = c.model_type
    dump(out + '/config.json', {
        'model_type': family, 'hidden_size': c.hidden, 'num_hidden_layers': c.layers, 'num_attention_heads': c.heads,
        'id2label': {str(i): n for i, n in enumerate(labels)}, 'label2id': {n: i for i, n in enumerate(labels)},
        'max_position_embeddings': places + (c.pad + 1 if 'roberta' in family else 0), 'pad_token_id': c.pad,
        'type_vocab_size': 1 if 'roberta' in family else 2, 'vocab_size': c.vocabulary}, indent=1)
    dump(out + '/tokenizer_config.json', {'model_max_length': places if family == 'bert' else 1000000000000000019884624838656}, indent=1)


def folders(out):
    import torch

    import families
    made = tokenizers()
    for seed, (name, (kind, network, labels, more)) in enumerate(FAMILIES.items()):
        t, file = made[kind]
        folder = '%s/%s' % (out, name)
        inner = folder + '/onnx' if name in ('roberta', 'xlm') else folder
        os.makedirs(inner, exist_ok=True)
        c = families.Config(len(t.ids), t.pad, positions=PLACES, **more)
        model = families.seeded(getattr(families, network)(c), seed)
        export(model, inner + '/model.onnx')
        dump(folder + '/tokenizer.json', file)
        config(folder, c, labels, PLACES)
        rows = []
        for a, b in PAIRS:
            fitted = pieces.fit(t, t.cut(TEXTS[a]), t.cut(TEXTS[b]), PLACES)
            ids = torch.tensor([[p[0] for p in fitted]])
            given = {'input_ids': ids, 'attention_mask': torch.ones_like(ids), 'token_type_ids': torch.tensor([[p[1] for p in fitted]])}
            with torch.no_grad():
                logits = model(*[given[n] for n in model.inputs])[0].tolist()
            rows.append({'a': TEXTS[a], 'b': TEXTS[b], 'ids': ids[0].tolist(), 'logits': logits})
        dump(folder + '/reference.json', rows)
        if name == 'minilm':
            import quantise
            quantise.quantise(folder + '/model.onnx', folder + '/model_quantized.onnx')


def bench(out):
    import families
    folder = out + '/bench'
    os.makedirs(folder, exist_ok=True)
    t, file = tokenizers()['wordpiece-uncased']
    c = families.Config(30522, t.pad, positions=512, model_type='bert', hidden=384, heads=12, layers=6, inner=1536)
    export(families.seeded(families.Bert(c), 1, 0.03), folder + '/model.onnx')
    dump(folder + '/tokenizer.json', file)
    config(folder, c, ['contradiction', 'entailment', 'neutral'], 512)


if __name__ == '__main__':
    job, out = sys.argv[1], sys.argv[2]
    os.makedirs(out, exist_ok=True)
    {'folders': folders, 'bench': bench, 'tokenizers': cut_all}[job](out)

"""Small tokenizers of the three kinds, and a plain reference of what each does.

Written from the papers and the format of tokenizer.json, not from our Go code,
so that the two can be held against one another. Speed does not matter here.
"""
import collections
import math
import unicodedata


def category(c):
    return unicodedata.category(c)


def is_space(c):
    return c in '\t\n\r\v\f\x85' or category(c) in ('Zs', 'Zl', 'Zp')


# Cleaning -----------------------------------------------------------------


def bert_clean(text, lower):
    """BasicTokenizer of BERT (Devlin et al. 2019): clean, spread, strip, lower."""
    out = []
    for c in text:
        if c in '\t\n\r' or category(c).startswith('Z'):
            out.append(' ')
        elif c in '\0\ufffd' or category(c) in ('Cc', 'Cf', 'Co', 'Cs'):
            continue
        elif any(a <= ord(c) <= b for a, b in CHINESE):
            out.append(' %s ' % c)
        else:
            out.append(c)
    text = ''.join(out)
    if lower:
        text = ''.join(c for c in unicodedata.normalize('NFD', text) if category(c) != 'Mn')
        text = ''.join(c.lower() for c in text)
    return text


CHINESE = [(0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F),
           (0x2B920, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F)]


def bert_words(text):
    words = []
    for chunk in ''.join(' ' if is_space(c) else c for c in text).split(' '):
        word = ''
        for c in chunk:
            if category(c).startswith('P') or 33 <= ord(c) <= 126 and not c.isalnum():
                words += [word, c]
                word = ''
            else:
                word += c
        words.append(word)
    return [w for w in words if w]


# WordPiece ------------------------------------------------------------------


class WordPiece:
    kind = 'WordPiece'

    def __init__(self, text, size, lower):
        """A vocabulary by joining the pair with the best count / (count * count)."""
        self.lower = lower
        words = collections.Counter(bert_words(bert_clean(text, lower)))
        cuts = {w: [w[0]] + ['##' + c for c in w[1:]] for w in words}
        vocab = sorted({p for c in cuts.values() for p in c} | set(chr(i) for i in range(33, 127) if not (lower and chr(i).isupper())))
        vocab += ['##' + v for v in vocab if len(v) == 1 and '##' + v not in vocab]
        names = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]']
        while len(names) + len(vocab) < size:
            pairs, single = collections.Counter(), collections.Counter()
            for w, n in words.items():
                for p in cuts[w]:
                    single[p] += n
                for p in zip(cuts[w], cuts[w][1:]):
                    pairs[p] += n
            a, b = max(pairs, key=lambda p: (pairs[p] ** 2 / single[p[0]] / single[p[1]] if pairs[p] > 3 else 0, p))
            vocab.append(a + b[2:])
            for w in words:
                cuts[w] = joined(cuts[w], a, b, a + b[2:])
        self.ids = {p: i for i, p in enumerate(names + vocab)}
        self.pad, self.cls, self.sep = 0, 2, 3

    def cut(self, text):
        out = []
        for w in bert_words(bert_clean(text, self.lower)):
            out += self.word(w) if len(w) <= 100 else [1]
        return out

    def word(self, w):
        ids, at = [], 0
        while at < len(w):
            for to in range(len(w), at, -1):
                p = ('##' if at else '') + w[at:to]
                if p in self.ids:
                    ids.append(self.ids[p])
                    at = to
                    break
            else:
                return [1]
        return ids

    def pair(self, a, b):
        return [(2, 0)] + [(i, 0) for i in a] + [(3, 0)] + [(i, 1) for i in b] + [(3, 1)]

    def file(self, classic):
        special = {'[CLS]': 2, '[SEP]': 3}
        post = {'type': 'BertProcessing', 'sep': ['[SEP]', 3], 'cls': ['[CLS]', 2]} if classic else written(
            '[CLS] A0 [SEP] B1 [SEP]1', special)
        return {
            'version': '1.0', 'truncation': None, 'padding': None,
            'added_tokens': added(self.ids, '[PAD] [UNK] [CLS] [SEP] [MASK]'),
            'normalizer': {'type': 'BertNormalizer', 'clean_text': True, 'handle_chinese_chars': True,
                           'strip_accents': None if self.lower else False, 'lowercase': self.lower},
            'pre_tokenizer': {'type': 'BertPreTokenizer'}, 'post_processor': post,
            'decoder': {'type': 'WordPiece', 'prefix': '##', 'cleanup': True},
            'model': {'type': 'WordPiece', 'unk_token': '[UNK]', 'continuing_subword_prefix': '##',
                      'max_input_chars_per_word': 100, 'vocab': self.ids},
        }


def joined(cut, a, b, ab):
    out, i = [], 0
    while i < len(cut):
        if i + 1 < len(cut) and cut[i] == a and cut[i + 1] == b:
            out.append(ab)
            i += 2
        else:
            out.append(cut[i])
            i += 1
    return out


def added(ids, names):
    return [{'id': ids[n], 'content': n, 'single_word': False, 'lstrip': False, 'rstrip': False,
             'normalized': False, 'special': True} for n in names.split()]


def written(pattern, special):
    """A TemplateProcessing of words such as "[CLS]", "A0", "B1" and "[SEP]1"."""
    pair = []
    for w in pattern.split():
        kind = int(w[-1]) if w[-1].isdigit() else 0
        name = w.rstrip('01')
        pair.append({'Sequence': {'id': name, 'type_id': kind}} if name in 'AB' else {'SpecialToken': {'id': name, 'type_id': kind}})
    return {'type': 'TemplateProcessing', 'single': pair[:3], 'pair': pair,
            'special_tokens': {n: {'id': n, 'ids': [i], 'tokens': [n]} for n, i in special.items()}}


# Byte-level BPE -------------------------------------------------------------


def byte_letters():
    """bytes_to_unicode of GPT-2 (Radford et al. 2019)."""
    seen = list(range(33, 127)) + list(range(161, 173)) + list(range(174, 256))
    out, n = {b: chr(b) for b in seen}, 0
    for b in range(256):
        if b not in out:
            out[b] = chr(256 + n)
            n += 1
    return out


LETTERS = byte_letters()


def byte_words(text):
    """GPT-2's pattern, alternative by alternative."""
    kind = lambda c: 'L' if category(c)[0] == 'L' else 'N' if category(c)[0] == 'N' else 's' if is_space(c) else 'o'
    out, i = [], 0
    while i < len(text):
        ending = next((e for e in ("'s", "'t", "'re", "'ve", "'m", "'ll", "'d") if text.startswith(e, i)), None)
        if ending:
            out.append(ending)
            i += len(ending)
            continue
        j = i + 1 if text[i] == ' ' and i + 1 < len(text) and not is_space(text[i + 1]) else i
        if not is_space(text[j]):
            k = j
            while k < len(text) and kind(text[k]) == kind(text[j]):
                k += 1
        else:
            k = i
            while k < len(text) and is_space(text[k]):
                k += 1
            if k < len(text) and k - i > 1:  # \s+(?!\S)
                k -= 1
        out.append(text[i:k])
        i = k
    return out


class BPE:
    kind = 'BPE'

    def __init__(self, text, size, prefix=False, composed=False):
        self.prefix, self.composed = prefix, composed
        self.names = ['[CLS]', '[PAD]', '[SEP]', '[UNK]', '[MASK]'] if composed else ['<s>', '<pad>', '</s>', '<unk>', '<mask>']
        words = collections.Counter(self.spelt(text))
        cuts = {w: list(w) for w in words}
        vocab, self.merges = sorted(LETTERS.values()), []
        while len(self.names) + len(vocab) < size:
            pairs = collections.Counter()
            for w, n in words.items():
                for p in zip(cuts[w], cuts[w][1:]):
                    pairs[p] += n
            a, b = max(pairs, key=lambda p: (pairs[p], p))
            self.merges.append((a, b))
            if a + b not in vocab:
                vocab.append(a + b)
            for w in words:
                cuts[w] = joined(cuts[w], a, b, a + b)
        self.ids = {p: i for i, p in enumerate(self.names + vocab)}
        self.ranks = {m: i for i, m in enumerate(self.merges)}
        self.cls, self.pad, self.sep = 0, 1, 2

    def spelt(self, text):
        if self.composed:
            text = unicodedata.normalize('NFC', text)
        if self.prefix and text and not text.startswith(' '):
            text = ' ' + text
        return [''.join(LETTERS[b] for b in w.encode()) for w in byte_words(text)]

    def cut(self, text):
        out = []
        for w in self.spelt(text):
            parts = list(w)
            while len(parts) > 1:
                best = min(zip(parts, parts[1:]), key=lambda p: self.ranks.get(p, math.inf))
                if best not in self.ranks:
                    break
                parts = joined(parts, best[0], best[1], best[0] + best[1])
            out += [self.ids[p] for p in parts]
        return out

    def pair(self, a, b):
        middle = [(2, 0)] if self.composed else [(2, 0), (2, 0)]
        kind = 1 if self.composed else 0
        return [(0, 0)] + [(i, 0) for i in a] + middle + [(i, kind) for i in b] + [(2, kind)]

    def file(self):
        n = self.names
        if self.composed:
            post = {'type': 'Sequence', 'processors': [
                {'type': 'ByteLevel', 'add_prefix_space': True, 'trim_offsets': False, 'use_regex': True},
                written('[CLS] A0 [SEP] B1 [SEP]1', {'[CLS]': 0, '[SEP]': 2})]}
        else:
            post = {'type': 'RobertaProcessing', 'sep': ['</s>', 2], 'cls': ['<s>', 0], 'trim_offsets': True, 'add_prefix_space': False}
        return {
            'version': '1.0', 'truncation': None, 'padding': None, 'added_tokens': added(self.ids, ' '.join(n)),
            'normalizer': {'type': 'NFC'} if self.composed else None,
            'pre_tokenizer': {'type': 'ByteLevel', 'add_prefix_space': self.prefix, 'trim_offsets': True, 'use_regex': True},
            'post_processor': post,
            'decoder': {'type': 'ByteLevel', 'add_prefix_space': True, 'trim_offsets': True, 'use_regex': True},
            'model': {'type': 'BPE', 'dropout': None, 'unk_token': None, 'continuing_subword_prefix': '' if self.composed else None,
                      'end_of_word_suffix': None, 'fuse_unk': False, 'byte_fallback': False, 'vocab': self.ids,
                      'merges': [list(m) for m in self.merges] if self.composed else ['%s %s' % m for m in self.merges]},
        }


# Unigram --------------------------------------------------------------------

SPACE = '\u2581'


class Unigram:
    kind = 'Unigram'

    def __init__(self, text, size, multilingual=False):
        """Kudo 2018, roughly: all frequent stretches, weighed by hard EM, the best kept."""
        self.multilingual = multilingual
        self.names = ['<s>', '<pad>', '</s>', '<unk>'] if multilingual else ['[PAD]', '[CLS]', '[SEP]', '[UNK]']
        words = collections.Counter(self.words(text))
        stretches = collections.Counter()
        for w, n in words.items():
            for i in range(len(w)):
                for j in range(i + 1, min(len(w), i + 10) + 1):
                    stretches[w[i:j]] += n
        letters = {c for w in words for c in w}
        best = sorted(stretches, key=lambda s: (-stretches[s] * len(s), s))[:4 * size]
        total = sum(stretches[p] for p in set(best) | letters)
        score = {p: math.log(stretches[p] / total) for p in set(best) | letters}
        for keep in (2 * size, size, size):
            self.scores = score
            used = collections.Counter({c: 1 for c in letters})
            for w, n in words.items():
                for p in self.best(w, -100):
                    used[p] += n
            keep = sorted(used, key=lambda p: (-used[p] * len(p), p))[:keep - len(self.names)]
            total = sum(used.values())
            score = {p: round(math.log(used[p] / total), 6) for p in set(keep) | letters}
        self.scores = dict(sorted(score.items(), key=lambda s: (-s[1], s[0])))
        self.ids = {p: i for i, p in enumerate(self.names + list(self.scores))}
        if not multilingual:
            self.ids['[MASK]'] = len(self.ids)
        self.cls, self.pad, self.sep, self.unk = (0, 1, 2, 3) if multilingual else (1, 0, 2, 3)

    def words(self, text):
        if not self.multilingual:
            text = text.strip()
        while '  ' in text:
            text = text.replace('  ', ' ')
        if text and not text.startswith(' '):
            text = ' ' + text
        out = []
        for c in text.replace(' ', SPACE):
            if c == SPACE or not out:
                out.append(c)
            else:
                out[-1] += c
        return out

    def best(self, w, unknown):
        """Of all ways to write w in pieces the likeliest; None marks an unknown character."""
        ways = [(0.0, [])]
        for to in range(1, len(w) + 1):
            here = [(ways[at][0] + self.scores[w[at:to]], ways[at][1] + [w[at:to]]) for at in range(to) if w[at:to] in self.scores]
            if w[to - 1] not in self.scores:
                here.append((ways[to - 1][0] + unknown, ways[to - 1][1] + [None]))
            ways.append(max(here, key=lambda x: x[0]))
        return ways[-1][1]

    def cut(self, text):
        unknown = min(min(self.scores.values()), 0.0) - 10
        out = []
        for w in self.words(text):
            last = 0
            for p in self.best(w, unknown):
                if p is not None:
                    out.append(self.ids[p])
                elif last is not None:
                    out.append(self.unk)
                last = p
        return out

    def pair(self, a, b):
        if self.multilingual:
            return [(i, 0) for i in [0] + a + [2, 2] + b + [2]]
        return [(1, 0)] + [(i, 0) for i in a] + [(2, 0)] + [(i, 1) for i in b] + [(2, 1)]

    def file(self):
        vocab = [[n, 0.0] for n in self.names] + [[p, s] for p, s in self.scores.items()]
        squeeze = {'type': 'Replace', 'pattern': {'Regex': ' {2,}'}, 'content': ' '}
        if self.multilingual:
            normal = {'type': 'Sequence', 'normalizers': [squeeze]}
            space = {'type': 'Metaspace', 'replacement': SPACE, 'add_prefix_space': True}
            post = written('<s> A0 </s> </s> B0 </s>', {'<s>': 0, '</s>': 2})
        else:
            normal = {'type': 'Sequence', 'normalizers': [{'type': 'Strip', 'strip_left': True, 'strip_right': True}, squeeze]}
            space = {'type': 'Metaspace', 'replacement': SPACE, 'prepend_scheme': 'always', 'split': True}
            post = written('[CLS] A0 [SEP] B1 [SEP]1', {'[CLS]': 1, '[SEP]': 2})
        names = self.names + ([] if self.multilingual else ['[MASK]'])
        return {
            'version': '1.0', 'truncation': None, 'padding': None, 'added_tokens': added(self.ids, ' '.join(names)),
            'normalizer': normal, 'pre_tokenizer': {'type': 'Sequence', 'pretokenizers': [space]},
            'post_processor': post, 'decoder': space,
            'model': {'type': 'Unigram', 'unk_id': 3, 'vocab': vocab, 'byte_fallback': False},
        }


# Pairs ----------------------------------------------------------------------


def fit(tokenizer, a, b, most):
    """The pair with the longer text shortened, piece by piece, until it fits."""
    a, b = list(a), list(b)
    first_longer = len(a) > len(b)
    while len(tokenizer.pair(a, b)) > most:
        if len(a) > len(b) or len(a) == len(b) and not first_longer:
            a.pop()
        else:
            b.pop()
    return tokenizer.pair(a, b)

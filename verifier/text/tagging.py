"""Parts of speech and lemmas by HanTa, mapped to one coarse tag set for English and German."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from verifier.domain.span import Span
from verifier.text.tokens import Form, Pos, Token, split_words

_MODELS = {"en": "morphmodel_en.pgz", "de": "morphmodel_ger.pgz"}

_ENGLISH: dict[str, Pos] = {
    "NN0": Pos.NOUN, "NN1": Pos.NOUN, "NN2": Pos.NOUN, "NP0": Pos.NAME, "CRD": Pos.NUM, "ORD": Pos.ADJ,
    "AJ0": Pos.ADJ, "AJC": Pos.ADJ, "AJS": Pos.ADJ, "AV0": Pos.ADV, "AVP": Pos.ADV, "AVQ": Pos.REL,
    "AT0": Pos.DET, "DT0": Pos.DET, "DPS": Pos.POSS, "DTQ": Pos.REL, "PNP": Pos.PRON, "PNI": Pos.PRON,
    "PNQ": Pos.REL, "PNX": Pos.PRON, "PRP": Pos.ADP, "PRF": Pos.ADP, "CJC": Pos.CONJ, "CJS": Pos.SUBJ,
    "CJT": Pos.SUBJ, "XX0": Pos.NEG, "TO0": Pos.TO, "POS": Pos.GENITIVE, "EX0": Pos.PRON,
}  # fmt: skip
_GERMAN: dict[str, Pos] = {
    "NN": Pos.NOUN, "NNA": Pos.NOUN, "NNI": Pos.NOUN, "NE": Pos.NAME, "FM": Pos.NAME, "CARD": Pos.NUM,
    "ADJ(A)": Pos.ADJ, "ADJ(D)": Pos.ADJ, "ADV": Pos.ADV, "PROAV": Pos.ADV, "ART": Pos.DET, "PIAT": Pos.DET,
    "PIDAT": Pos.DET, "PDAT": Pos.DET, "PIS": Pos.PRON, "PPER": Pos.PRON, "PDS": Pos.PRON, "PRF": Pos.PRON,
    "PPOSAT": Pos.POSS, "PPOSS": Pos.PRON, "PRELS": Pos.REL, "PRELAT": Pos.REL, "PWS": Pos.REL,
    "PWAT": Pos.REL, "PWAV": Pos.REL, "APPR": Pos.ADP, "APPRART": Pos.ADP, "APPO": Pos.ADP, "APZR": Pos.ADP,
    "KON": Pos.CONJ, "KOKOM": Pos.CONJ, "KOUS": Pos.SUBJ, "KOUI": Pos.SUBJ, "PTKNEG": Pos.NEG,
    "PTKZU": Pos.TO, "PTKVZ": Pos.PREFIX, "PTKA": Pos.ADV, "PTKANT": Pos.ADV,
}  # fmt: skip
_FORMS = {"FIN": Form.FINITE, "IMP": Form.FINITE, "INF": Form.INFINITIVE, "IZU": Form.INFINITIVE, "PP": Form.PARTICIPLE}
_FORMS_KEPT = 50_000
_LONGEST_FORM = 60
"""What goes on beyond is no word; the analysis of a form takes more than linear time."""
_NUMERAL = re.compile(r"[0-9][0-9.,]*%?$")


@lru_cache(maxsize=len(_MODELS))
def _model(lang: str) -> Any:
    """HanTa with its two analyses of word forms kept: most words of a text have been met before."""
    from HanTa.HanoverTagger import HanoverTagger

    model = HanoverTagger(_MODELS[lang])
    model._tag_word = lru_cache(_FORMS_KEPT)(model._tag_word)
    model._analyze = lru_cache(_FORMS_KEPT)(model._analyze)
    return model


def tag_words(shadow: str, spans: Sequence[Span], lang: str) -> list[Token]:
    """The tokens at ``spans`` of ``shadow``, tagged as one sentence; unknown languages as English."""
    lang = lang if lang in _MODELS else "en"
    words = [shadow[span.start : min(span.end, span.start + _LONGEST_FORM)] for span in spans]
    if not words:
        return []
    tagged = _model(lang).tag_sent(words)
    tokens = [
        _token(span, word, lemma, tag, lang) for span, word, (_, lemma, tag) in zip(spans, words, tagged, strict=True)
    ]
    return [_corrected(tokens, i) if lang == "en" else token for i, token in enumerate(tokens)]


def _corrected(tokens: Sequence[Token], i: int) -> Token:
    """A word the English model takes amiss: "cannot", "tear gas", "fighters shelled positions", "had shelled it"."""
    token = tokens[i]
    if token.lower == "cannot":
        return replace(token, lemma="can", pos=Pos.MODAL, tag="VM0", form=Form.FINITE)
    if token.lower == "tear" and i + 1 < len(tokens) and tokens[i + 1].lower == "gas":
        return replace(token, pos=Pos.NOUN, tag="NN1", form=None)
    if token.tag != "AJ0" or not token.lower.endswith("ed") or not 0 < i < len(tokens) - 1:
        return token
    before, after = tokens[i - 1], tokens[i + 1]
    opens = after.pos in (Pos.DET, Pos.POSS, Pos.NUM, Pos.NOUN, Pos.NAME)
    if before.lemma == "have" and opens:
        return replace(token, lemma=_stem(token.lower), pos=Pos.VERB, tag="VVN", form=Form.PARTICIPLE)
    alone = after.pos is Pos.ADP and not any(t.is_verbal for t in _segment(tokens, i))
    if not (before.tag in ("NN2", "NP0", "NN0") and (opens or alone)):
        return token
    return replace(token, lemma=_stem(token.lower), pos=Pos.VERB, tag="VVD", form=Form.FINITE)


def _segment(tokens: Sequence[Token], i: int) -> Sequence[Token]:
    """The words around ``i`` between two commas."""
    commas = [-1, *(n for n, token in enumerate(tokens) if token.text == ","), len(tokens)]
    first = max(n for n in commas if n < i)
    return tokens[first + 1 : min(n for n in commas if n > i)]


def _stem(word: str) -> str:
    """The base of a regular past tense, doubled letters undone where that leaves a word of three letters or more."""
    base = word.removesuffix("ed")
    doubled = len(base) > 3 and base[-1] == base[-2] and base[-1] not in "lsz"
    return base[:-1] if doubled else base


def tag_text(shadow: str, start: int, end: int, lang: str) -> list[Token]:
    """Split and tag one sentence of a shadow text."""
    return tag_words(shadow, split_words(shadow, start, end, lang), lang)


def _token(span: Span, word: str, lemma: str, tag: str, lang: str) -> Token:
    pos, form = _english(word, tag) if lang == "en" else _german(word, tag)
    if _NUMERAL.match(word):
        pos = Pos.NUM
    keep_case = pos is Pos.NAME or (lang == "de" and pos is Pos.NOUN)
    return Token(span, word, lemma if keep_case else lemma.lower(), pos, tag, form)


def _english(word: str, tag: str) -> tuple[Pos, Form | None]:
    if tag[:2] in ("VV", "VB", "VH", "VD", "VM") and len(tag) == 3:
        form = {"I": Form.INFINITIVE, "N": Form.PARTICIPLE, "G": Form.GERUND}.get(tag[2], Form.FINITE)
        if tag[:2] == "VM":
            return Pos.MODAL, Form.FINITE
        return (Pos.VERB if tag[:2] == "VV" else Pos.AUX), form
    if tag.startswith("PU") or not any(c.isalnum() for c in word):
        return Pos.PUNCT, None
    return _ENGLISH.get(tag, Pos.OTHER), None


def _german(word: str, tag: str) -> tuple[Pos, Form | None]:
    if tag[:2] in ("VV", "VA", "VM"):
        kind = {"VV": Pos.VERB, "VA": Pos.AUX, "VM": Pos.MODAL}[tag[:2]]
        return kind, _FORMS.get(tag[3:].rstrip(")"), Form.FINITE)
    if tag.startswith("$") or not any(c.isalnum() for c in word):
        return Pos.PUNCT, None
    return _GERMAN.get(tag, Pos.OTHER), None

"""Parts of speech and lemmas by HanTa, mapped to one coarse tag set for English and German."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verifier.domain.span import Span
from verifier.text.english_tags import correct_english
from verifier.text.german_tags import correct_german
from verifier.text.tokens import Form, Pos, Token, split_words
from verifier.text.word_models import MODELS, model_of

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
_LONGEST_FORM = 60
"""What goes on beyond is no word; the analysis of a form takes more than linear time."""
_NUMERAL = re.compile(r"[0-9][0-9.,]*%?$")


def tag_words(shadow: str, spans: Sequence[Span], lang: str) -> list[Token]:
    """The tokens at ``spans`` of ``shadow``, tagged as one sentence; unknown languages as English."""
    lang = lang if lang in MODELS else "en"
    words = [shadow[span.start : min(span.end, span.start + _LONGEST_FORM)] for span in spans]
    if not words:
        return []
    tagged = model_of(lang).tag_sent(words)
    tokens = [
        _token(span, word, lemma, tag, lang) for span, word, (_, lemma, tag) in zip(spans, words, tagged, strict=True)
    ]
    return correct_german(tokens) if lang == "de" else correct_english(tokens)


def tag_text(shadow: str, start: int, end: int, lang: str) -> list[Token]:
    """Split and tag one sentence of a shadow text."""
    return tag_words(shadow, split_words(shadow, start, end, lang), lang)


def _token(span: Span, word: str, lemma: str, tag: str, lang: str) -> Token:
    pos, form = _english(word, tag) if lang == "en" else _german(word, tag)
    if _NUMERAL.match(word):
        pos = Pos.NUM
    elif pos is Pos.NUM and word[0].isalpha() and word[-1].isdigit():
        pos = Pos.NAME
    keep_case = pos is Pos.NAME or (lang == "de" and pos is Pos.NOUN)
    return Token(span, word, lemma if keep_case else lemma.lower(), pos, tag, form)


def _english(word: str, tag: str) -> tuple[Pos, Form | None]:
    if tag[:2] in ("VV", "VB", "VH", "VD", "VM") and len(tag) == 3:
        form = {"I": Form.INFINITIVE, "N": Form.PARTICIPLE, "G": Form.GERUND}.get(tag[2], Form.FINITE)
        if tag[:2] == "VM":
            return Pos.MODAL, Form.FINITE
        return (Pos.VERB if tag[:2] == "VV" else Pos.AUX), form
    if tag == "POS":
        return Pos.GENITIVE, None
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

"""Words of a sentence with what the tagger knows of them, alike for every language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from verifier.domain.span import Span


class Pos(StrEnum):
    """Coarse parts of speech, common to all languages."""

    NOUN = "noun"
    NAME = "name"
    VERB = "verb"
    AUX = "aux"
    MODAL = "modal"
    ADJ = "adj"
    ADV = "adv"
    DET = "det"
    POSS = "poss"
    PRON = "pron"
    REL = "rel"
    NUM = "num"
    ADP = "adp"
    CONJ = "conj"
    SUBJ = "subj"
    NEG = "neg"
    TO = "to"
    PREFIX = "prefix"
    GENITIVE = "genitive"
    PUNCT = "punct"
    OTHER = "other"


class Form(StrEnum):
    """The form of a verb."""

    FINITE = "finite"
    INFINITIVE = "infinitive"
    PARTICIPLE = "participle"
    GERUND = "gerund"


@dataclass(frozen=True, slots=True)
class Token:
    """One word: its span in the text, its shadow letters, lemma, part of speech and raw tag.

    ``lemma`` is lower-cased but for names and German nouns; ``form`` is set for verbs only.
    """

    span: Span
    text: str
    lemma: str
    pos: Pos
    tag: str
    form: Form | None = None

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def is_nominal(self) -> bool:
        return self.pos in (Pos.NOUN, Pos.NAME)

    @property
    def is_verbal(self) -> bool:
        return self.pos in (Pos.VERB, Pos.AUX, Pos.MODAL)


_WORD = re.compile(
    r"""
    [0-9]+(?:[.,:][0-9]+)*%?        # 50,000  1.5  18:00  2%
    | [$€£¥]
    | (?:[A-Za-z]\.){2,}            # U.S.
    | (?!Q[1-4]|H[12])[A-Z]{1,2}[0-9]{1,4}(?!\w)  # M23, G7, MH17, but not Q2
    | [^\W\d_]+(?:[-'][^\W_]+)*     # words, Su-57, don't, Franco's
    | \.{2,} | -+ | \S
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(r"^(.+?)(n't|'(?:s|re|ve|ll|d|m|S))$")


def split_words(shadow: str, start: int, end: int, lang: str = "en") -> list[Span]:
    """The spans of the words of ``shadow[start:end]``; English clitics ("'s", "n't") stand alone."""
    spans: list[Span] = []
    for match in _WORD.finditer(shadow, start, end):
        clitic = _CLITIC.match(match.group()) if lang == "en" or match.group().endswith("'s") else None
        if clitic:
            cut = match.start() + clitic.end(1)
            spans += [Span(match.start(), cut), Span(cut, match.end())]
        else:
            spans.append(Span(match.start(), match.end()))
    return spans


def segment(tokens: Sequence[Token], i: int) -> Sequence[Token]:
    """The words around ``i`` between two commas."""
    commas = [-1, *(n for n, token in enumerate(tokens) if token.text == ","), len(tokens)]
    first = max(n for n in commas if n < i)
    return tokens[first + 1 : min(n for n in commas if n > i)]

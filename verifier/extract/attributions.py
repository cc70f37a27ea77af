"""Who says what: the attributions of a passage, with their chains, carried over sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verifier.domain.attribution import Attribution
from verifier.extract.cast import Cast
from verifier.extract.cues import cues_of
from verifier.extract.passages import lines_of
from verifier.extract.quotes import find_quotes
from verifier.extract.runs import read_lines
from verifier.text.shadow import shadow_of
from verifier.text.tagging import tag_text
from verifier.text.tokens import Token


def find_attributions(
    text: str, sentences: Sequence[Sequence[Token]], lang: str, cast: Cast | None = None
) -> list[Attribution]:
    """The attributions of the tagged ``sentences`` of one passage of ``text``, in order of their cues.

    ``cast`` holds who earlier passages of the same document have named; it learns from this one.
    """
    sentences = [sentence for sentence in sentences if sentence]
    if not sentences:
        return []
    start, end = sentences[0][0].span.start, sentences[-1][-1].span.end
    lines = lines_of(text, sentences, find_quotes(text, start, end), lang)
    return read_lines(lines, lang, cast or new_cast(lang))


def new_cast(lang: str) -> Cast:
    """An empty cast for a document in ``lang``, to hand to its passages in order."""
    return Cast(cues_of(lang), lang)


def attributions_in(text: str, lang: str) -> list[Attribution]:
    """The attributions of a bare text in ``lang``."""
    shadow = shadow_of(text)
    tagged = [tag_text(shadow, first, last, lang) for first, last in _sentences(shadow)]
    return find_attributions(text, tagged, lang)


_END = re.compile(
    r"(?<![A-Z])(?<!\b\d)(?<!\b\d\d)(?<!\b(?:Mr|Ms|Dr|St|Jr|Lt))(?<!\b(?:Mrs|Sen|Rep|Gen|Gov|Rev|Del))[.!?][\"']*\s+(?=[A-ZÄÖÜ\"'])"
)


def _sentences(shadow: str) -> list[tuple[int, int]]:
    sentences = []
    for line in re.finditer(r"[^\n]+", shadow):
        start = line.start()
        for end in _END.finditer(shadow, line.start(), line.end()):
            sentences.append((start, end.end()))
            start = end.end()
        sentences.append((start, line.end()))
    return sentences

"""Who says what: the attributions of a passage, with their chains, carried over sentences."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.domain.attribution import Attribution
from verifier.extract.cast import Cast
from verifier.extract.cues import cues_of
from verifier.extract.passages import lines_of
from verifier.extract.quotes import find_quotes
from verifier.extract.runs import read_lines
from verifier.text.sentences import split_sentences
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
    spans = split_sentences(shadow, 0, len(shadow), lang)
    tagged = [tag_text(shadow, span.start, span.end, lang) for span in spans]
    return find_attributions(text, tagged, lang)

"""The words of a claim: its span, its text on one line, and its question with numbers and negation masked."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.domain.quantity import Quantity
from verifier.domain.span import Span
from verifier.extract.sentence import Sentence
from verifier.extract.words import load_words
from verifier.text.tokens import Pos, Token

_MASK = "N"
_OPENERS = (Pos.CONJ, Pos.SUBJ, Pos.PUNCT)
_HANGING = (*_OPENERS, Pos.ADP)
_ARTICLES = ("AT0", "ART")


def trimmed_span(sentence: Sentence, start: int, end: int) -> Span | None:
    """The letters between two offsets without conjunctions and marks at the edges; None where nothing is left.

    Quotation marks stay where their partner stays too, and so do words that a number needs: "as many as 300".
    """
    tokens = [t for t in sentence.tokens if t.span.start >= start and t.span.end <= end]
    while tokens and tokens[0].pos in _OPENERS and not (_opens_quote(tokens) or _counts(sentence, tokens[0])):
        tokens = tokens[1:]
    while tokens and _hangs(tokens) and not _closes_quote(tokens):
        tokens = tokens[:-1]
    return Span(tokens[0].span.start, tokens[-1].span.end) if tokens else None


def _counts(sentence: Sentence, token: Token) -> bool:
    return any(quantity.span.covers(token.span) for quantity in sentence.quantities)


def _hangs(tokens: Sequence[Token]) -> bool:
    """Whether the last word belongs to what follows: "the", "with", or the "down" of ", down from"."""
    last, before = tokens[-1], tokens[-2] if len(tokens) > 1 else None
    aside = last.pos is Pos.ADV and before is not None and before.text == ","
    return last.pos in _HANGING or last.tag in _ARTICLES or aside


def _opens_quote(tokens: Sequence[object]) -> bool:
    texts = [getattr(t, "text", "") for t in tokens]
    return texts[0] == '"' and texts.count('"') % 2 == 0


def _closes_quote(tokens: Sequence[object]) -> bool:
    texts = [getattr(t, "text", "") for t in tokens]
    return texts[-1] == '"' and texts.count('"') % 2 == 0


def canonical_text(text: str, span: Span) -> str:
    """The claim's words on one line."""
    return " ".join(span.of(text).split())


def question_text(text: str, span: Span, sentence: Sentence, quantities: Sequence[Quantity]) -> str:
    """The claim's words with numbers masked and negation left out: what the similarity model compares."""
    negation = load_words("syntax", sentence.lang)["negation"]["words"]
    cuts = [(q.span, _MASK) for q in quantities if span.covers(q.span)]
    cuts += [
        (t.span, "")
        for t in sentence.tokens
        if span.covers(t.span) and t.lower in negation and not any(c.overlaps(t.span) for c, _ in cuts)
    ]
    parts, at = [], span.start
    for cut, mask in sorted(cuts):
        if cut.start < at:
            continue
        parts += [text[at : cut.start], mask]
        at = cut.end
    parts.append(text[at : span.end])
    return " ".join("".join(parts).split())

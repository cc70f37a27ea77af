"""A text read as words, figures and quantities, to be held against another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verifier.domain.enums import CueClass, Qualifier, QuantityKind
from verifier.domain.quantity import Quantity
from verifier.domain.span import Span
from verifier.extract.attributions import attributions_in
from verifier.extract.quantities import find_quantities
from verifier.extract.quantity_line import Hit, NumberLine
from verifier.extract.quantity_words import qualifier_before
from verifier.pairing.entail.statement import Figure, Statement
from verifier.text.intervals import VAGUE, intervals_of
from verifier.text.number_reader import read_numbers
from verifier.text.numbers import Number
from verifier.text.sentences import split_sentences
from verifier.text.shadow import shadow_of
from verifier.text.tagging import tag_text
from verifier.text.tokens import Token

_PLAIN = (CueClass.ASSERTED, CueClass.CONFIRMED, CueClass.FOUND, CueClass.QUOTED)
_MOST = 0.6
_NO_BOUND = (Qualifier.BARE, Qualifier.EXACT)


def read_statement(text: str, lang: str, without: Sequence[Span] = ()) -> Statement:
    """The tagged words, figures and quantities of ``text``; the words in ``without`` are left out."""
    shadow = shadow_of(text)
    tokens: list[Token] = []
    quantities: list[Quantity] = []
    figures: list[Figure] = []
    for span in split_sentences(shadow, 0, len(shadow), lang):
        sentence = tag_text(shadow, span.start, span.end, lang)
        tokens += sentence
        measured = find_quantities(shadow, sentence, lang)
        quantities += measured
        numbers = list(_figures(shadow, sentence, lang))
        vague = [Figure(q, q.span) for q in measured if q.qualifier in VAGUE]
        figures += sorted([*numbers, *vague], key=lambda figure: figure.core)
    kept = [token for token in tokens if not any(span.covers(token.span) for span in without)]
    return Statement(text, lang, tuple(kept), tuple(quantities), tuple(figures))


def saying_in(text: str, lang: str) -> Sequence[Span]:
    """The words that only tell who says the rest (", the mayor said"): what is said is what can be true."""
    for attribution in attributions_in(text, lang):
        said = sum(len(span) for span in attribution.content)
        if attribution.cue_class in _PLAIN and said >= _MOST * len(text):
            return (*attribution.source, *attribution.cue)
    return ()


def _figures(shadow: str, tokens: Sequence[Token], lang: str) -> Iterator[Figure]:
    """Every number that is written, years and dates too, with the hedge before it but without unit and thing."""
    line = NumberLine(shadow, tokens, lang)
    for number in read_numbers(line.lexemes, lang):
        span = Span(line.lexemes[number.first].start, line.lexemes[number.last - 1].end)
        at = next(i for i, token in enumerate(tokens) if token.span.end > span.start)
        after = next((token for token in tokens[at:] if token.span.start >= span.end), None)
        qualifier, first = _hedge(line, number, span, at)
        start = tokens[first].span.start if first < at else span.start
        if number.dozen and qualifier is Qualifier.BARE and not any(c.isdigit() for c in span.of(shadow)):
            qualifier = Qualifier.APPROX
        if not number.vague:
            yield Figure(_figure(number, Span(start, span.end), shadow, qualifier, after), span)


def _hedge(line: NumberLine, number: Number, span: Span, at: int) -> tuple[Qualifier, int]:
    """The hedge before the number at token ``at`` and where it begins; the sign of a currency may stand between."""
    pieces = (number.first, number.last)
    places = [at, at - 1] if at and line.tokens[at - 1].text in line.units.symbols else [at]
    for first in places:
        hit = Hit(span.start, span.end, first, at + 1, number.value, number.granularity, pieces)
        hedge = qualifier_before(line, hit)
        if hedge is not None and hedge[0] not in _NO_BOUND:
            return hedge
    return Qualifier.BARE, at


def _figure(number: Number, span: Span, shadow: str, qualifier: Qualifier, after: Token | None) -> Quantity:
    """One figure; "a third man" is no fraction but the third of them."""
    ordinal = number.ordinal or (number.fraction and after is not None and after.is_nominal)
    value = round(1 / number.value) if number.fraction and ordinal else number.value
    hard, soft = intervals_of(qualifier, value, number.granularity, count=False)
    kind = QuantityKind.ORDINAL if ordinal else QuantityKind.NUMBER
    return Quantity(span, span.of(shadow), kind, hard, soft, qualifier, value, granularity=number.granularity)

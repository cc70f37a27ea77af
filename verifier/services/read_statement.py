"""A text read as words, figures and quantities, to be held against another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verifier.domain.enums import Qualifier, QuantityKind
from verifier.domain.quantity import Quantity
from verifier.domain.span import Span
from verifier.extract.quantities import find_quantities
from verifier.extract.quantity_words import qualifier_before
from verifier.pairing.entail.statement import Figure, Statement
from verifier.text.intervals import intervals_of
from verifier.text.lexemes import split_lexemes
from verifier.text.number_reader import read_numbers
from verifier.text.numbers import Number
from verifier.text.sentences import split_sentences
from verifier.text.shadow import shadow_of
from verifier.text.tagging import tag_text
from verifier.text.tokens import Token

_NO_BOUND = (Qualifier.BARE, Qualifier.EXACT)


def read_statement(text: str, lang: str) -> Statement:
    """The tagged words, figures and quantities of ``text``."""
    shadow = shadow_of(text)
    tokens: list[Token] = []
    quantities: list[Quantity] = []
    figures: list[Figure] = []
    for span in split_sentences(shadow, 0, len(shadow), lang):
        sentence = tag_text(shadow, span.start, span.end, lang)
        tokens += sentence
        quantities += find_quantities(shadow, sentence, lang)
        figures += _figures(shadow, sentence, lang)
    return Statement(text, lang, tuple(tokens), tuple(quantities), tuple(figures))


def _figures(shadow: str, tokens: Sequence[Token], lang: str) -> Iterator[Figure]:
    """Every number that is written, years and dates too, with the hedge before it but without unit and thing."""
    lexemes = split_lexemes(shadow, tokens[0].span.start, tokens[-1].span.end)
    for number in read_numbers(lexemes, lang):
        span = Span(lexemes[number.first].start, lexemes[number.last - 1].end)
        at = next(i for i, token in enumerate(tokens) if token.span.end > span.start)
        after = next((token for token in tokens[at:] if token.span.start >= span.end), None)
        hedge = qualifier_before(tokens, at, lang)
        qualifier, first = hedge if hedge is not None and hedge[0] not in _NO_BOUND else (Qualifier.BARE, at)
        start = tokens[first].span.start if first < at else span.start
        if not number.vague:
            yield Figure(_figure(number, Span(start, span.end), shadow, qualifier, after), span)


def _figure(number: Number, span: Span, shadow: str, qualifier: Qualifier, after: Token | None) -> Quantity:
    """One figure; "a third man" is no fraction but the third of them."""
    ordinal = number.ordinal or (number.fraction and after is not None and after.is_nominal)
    value = round(1 / number.value) if number.fraction and ordinal else number.value
    hard, soft = intervals_of(qualifier, value, number.granularity, count=False)
    kind = QuantityKind.ORDINAL if ordinal else QuantityKind.NUMBER
    return Quantity(span, span.of(shadow), kind, hard, soft, qualifier, value, granularity=number.granularity)

"""What a weight or a volume is of: "900 tonnes of flour", "900 Tonnen Mehl"."""

from __future__ import annotations

from verifier.domain.claim import Term
from verifier.domain.enums import QuantityKind
from verifier.domain.quantity import Quantity
from verifier.extract.heads import things_of
from verifier.extract.phrases import Phrase
from verifier.extract.sentence import Sentence
from verifier.reference import load
from verifier.text.tokens import Pos

_AMOUNTS = ("mass", "volume")


def substance_of(sentence: Sentence, quantity: Quantity) -> Term | None:
    """The noun a weight or volume is tied to right after it; None for other measures and where none is told."""
    unit = load().unit(quantity.unit) if quantity.unit is not None else None
    if quantity.kind is not QuantityKind.MEASURE or unit is None or unit.dimension not in _AMOUNTS:
        return None
    phrase = _phrase_after(sentence, quantity)
    names = (Pos.NOUN, Pos.NAME) if sentence.lang == "de" else (Pos.NOUN,)
    if phrase is None or phrase.pronoun or phrase.noun.pos not in names:
        return None
    things = things_of((phrase,), sentence.lang)
    span = phrase.span
    words = " ".join(token.text for token in phrase.words if token.span.start >= quantity.span.end)
    return Term(things[0] if things else f"~{phrase.noun.lemma.lower()}", words, span)


def _phrase_after(sentence: Sentence, quantity: Quantity) -> Phrase | None:
    """The phrase that goes on with "of", or in German is the noun right behind the unit."""
    unit = sentence.index_at(quantity.span.end - 1)
    at = unit + 1
    if at >= len(sentence.tokens):
        return None
    if sentence.lang == "en":
        linked = sentence.tokens[at].lower == "of" and at + 1 < len(sentence.tokens)
        return sentence.phrase_at(sentence.tokens[at + 1].span) if linked else None
    following = sentence.phrase_at(sentence.tokens[at].span)
    return following if following is not None and following.head >= at and sentence.tokens[at].is_nominal else None

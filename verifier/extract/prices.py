"""Sums for which something changes hands: what was bought or sold for them costs so much."""

from __future__ import annotations

from verifier.domain.enums import QuantityKind
from verifier.domain.quantity import Quantity
from verifier.extract.frames import Frame
from verifier.extract.sentence import Sentence
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.text.tokens import Pos

_COST = "cost"
_TRADE = frozenset({"buy", "sell"})


def price_frame(sentence: Sentence, quantity: Quantity) -> Frame | None:
    """The frame of a price: "ordered two ships for about 3 million euros", "für 3 Millionen Euro verkauft"."""
    at = sentence.index_at(quantity.span.start)
    clause = sentence.clause_of(at)
    if quantity.kind is not QuantityKind.MONEY or clause is None:
        return None
    senses = {sense.slug for sense in load().predicates_of_verb(clause.verb.lemma, sentence.lang)}
    while at and sentence.tokens[at - 1].pos in (Pos.ADV, Pos.ADJ, Pos.DET):  # "for about", "für rund"
        at -= 1
    joined = at > 0 and sentence.tokens[at - 1].lower in load_words("syntax", sentence.lang)["price_joints"]
    if not joined or not senses & _TRADE:
        return None
    return Frame(clause.verb.lemma, clause.verb.main, load().predicate(_COST), clause)

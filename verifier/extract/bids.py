"""What somebody demands or offers, by its figure: "the union demands 8 percent more pay", "sie bieten 4 Prozent"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verifier.domain.attribution import Attribution
from verifier.domain.claim import Reading, Term
from verifier.domain.enums import QuantityKind
from verifier.domain.quantity import Quantity
from verifier.extract.clauses import Clause
from verifier.extract.frames import Frame
from verifier.extract.heads import things_of
from verifier.extract.memory import Memory
from verifier.extract.phrases import Phrase, linked_phrase
from verifier.extract.sentence import Sentence
from verifier.extract.words import load_words
from verifier.reference import load

_DEMAND, _OFFER = "demand", "offer"
_PAY, _MONEY = "wage", "money"
_KINDS = (QuantityKind.SHARE, QuantityKind.MONEY)


def without_bids(sentence: Sentence, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions without those whose verb demands or offers a figure: they did so, and do not say it."""
    clauses = [bid[0] for q in sentence.quantities if (bid := _bid(sentence, q)) is not None]
    verbs = [sentence.tokens[clause.verb.main].span for clause in clauses]
    return [a for a in attributions if not any(cue.overlaps(verb) for cue in a.cue for verb in verbs)]


def bid_frame(sentence: Sentence, quantity: Quantity) -> Frame | None:
    """The frame of a figure that is demanded or offered; it ``measures`` the noun it is the size of, if any."""
    bid = _bid(sentence, quantity)
    if bid is None:
        return None
    clause, side, of = bid
    return Frame(clause.verb.lemma, clause.verb.main, load().predicate(side), clause, clause.subject, (), measures=of)


def matter_bid(sentence: Sentence, frame: Frame | None, quantity: Quantity) -> Term | None:
    """Pay, where a share or a sum that is demanded or offered is one of pay."""
    if frame is None or frame.predicate is None or frame.predicate.slug not in (_DEMAND, _OFFER):
        return None
    things = [quantity.thing] if quantity.thing is not None else things_of((frame.measures,), sentence.lang)
    pay = any(load().is_kind_of(thing, _PAY) for thing in things if load().thing(thing) is not None)
    money = _MONEY in things and quantity.kind is QuantityKind.SHARE
    return Term(_PAY, quantity.surface, quantity.span) if pay or money else None


def with_bid(reading: Reading, memory: Memory) -> Reading:
    """A share that is demanded or offered is one of what was so before, where it does not say of what."""
    if reading.thing is not None or not _is_bid(reading):
        return reading
    before = next((c.reading for c in reversed(memory.claims) if _is_bid(c.reading) and c.reading.thing), None)
    return replace(reading, thing=before.thing) if before is not None else reading


def _is_bid(reading: Reading) -> bool:
    quantity = reading.quantity
    named = reading.predicate is not None and reading.predicate.key in (_DEMAND, _OFFER)
    return named and quantity is not None and quantity.kind is QuantityKind.SHARE


def _bid(sentence: Sentence, quantity: Quantity) -> tuple[Clause, str, Phrase | None] | None:
    """The clause that demands or offers a figure, which of them it does, and the noun the figure is tied to."""
    own = sentence.phrase_at(quantity.span)
    if own is None or quantity.kind not in _KINDS:
        return None
    words = load_words("syntax", sentence.lang)["bids"]
    size = next((p for p in sentence.phrases if linked_phrase(p, sentence.phrases, sentence.lang) is own), None)
    for clause in sentence.clauses:
        verb = {clause.verb.lemma, clause.verb.plain}
        side = next((s for s in (_DEMAND, _OFFER) if verb & set(words[s])), None)
        told: Sequence[Phrase] = clause.objects if side is not None else ()
        if side is None and verb & set(words["asking"]):
            side, told = _DEMAND, [p for p in clause.preps if p.preposition in words["joints"]]
        if side is not None and not clause.verb.passive and any(p in (own, size) for p in told):
            return clause, side, size
    return None

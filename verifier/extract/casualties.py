"""Figures that stand apart with what became of those counted: "bomb hits market, 11 dead", "Four dead in crash"."""

from __future__ import annotations

from verifier.domain.quantity import Quantity
from verifier.extract.frames import Frame
from verifier.extract.sentence import Sentence
from verifier.reference import load
from verifier.text.tokens import Pos

_OPENED_BY = (",", ":", ";", "-", "–", "—", "and", "und")
_VICTIM = "victim"


def casualty_frame(sentence: Sentence, quantity: Quantity) -> Frame | None:
    """The frame of a count of victims that no verb of its clause acts on; None of any other figure."""
    thing, words = load().thing(quantity.thing or ""), quantity.thing_span
    if thing is None or thing.tells is None or words is None or words.start < quantity.span.start:
        return None
    if not load().is_kind_of(thing.slug, _VICTIM):
        return None
    first, last = sentence.index_at(quantity.span.start), sentence.index_at(words.end - 1)
    before = sentence.tokens[first - 1].text.lower() if first else ","
    after = sentence.tokens[last + 1] if last + 1 < len(sentence.tokens) else None
    closed = after is None or after.pos in (Pos.PUNCT, Pos.ADP, Pos.CONJ, Pos.SUBJ)
    if before not in _OPENED_BY or not closed:
        return None
    return Frame(
        sentence.tokens[last].lemma, last, load().predicate(thing.tells), sentence.clause_of(first), nominal=True
    )

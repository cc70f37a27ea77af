"""Where and when of figures listed together: told once in their clause, it holds for all of them."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.domain.claim import Place, TimeSpan
from verifier.domain.enums import PlaceRel
from verifier.domain.quantity import Quantity
from verifier.domain.span import Span
from verifier.extract.clauses import Clause
from verifier.extract.dates import DateMention
from verifier.extract.frames import Frame
from verifier.extract.scales import tells_scale
from verifier.extract.sentence import Sentence
from verifier.text.tokens import Pos


def shared_time(
    sentence: Sentence, dates: Sequence[DateMention], words: Span, frame: Frame | None, quantity: Quantity | None
) -> TimeSpan | None:
    """The one time of the clause outside ``words``: "fired 84 drones and three missiles overnight".

    A part has the time of its whole: "downed 72 of 95 drones launched overnight".
    """
    clause = _clause_of_list(sentence, frame, quantity) or _clause_of_whole(sentence, quantity)
    if clause is None:
        return None
    there = [m for m in dates if clause.span.covers(m.span)]
    return there[0].time if len(there) == 1 and not words.overlaps(there[0].span) else None


def shared_place(sentence: Sentence, words: Span, frame: Frame | None, quantity: Quantity | None) -> Place | None:
    """The one place of the clause outside ``words``: "84 drones and three missiles at Odesa"."""
    clause = _clause_of_list(sentence, frame, quantity)
    if clause is None:
        return None
    there = [m for m in sentence.places if clause.span.covers(m.span) and not m.outer]
    alone = len(there) == 1 and not words.overlaps(there[0].span) and not there[0].near
    return there[0].place if alone and there[0].place.rel is not PlaceRel.FROM else None


def _clause_of_list(sentence: Sentence, frame: Frame | None, quantity: Quantity | None) -> Clause | None:
    """The clause of a figure that an "and" ties to another one in it, or with the strength of what caused it.

    None where it stands alone.
    """
    if frame is None or frame.clause is None or frame.nominal or quantity is None:
        return None
    if tells_scale(sentence, frame.clause):
        return frame.clause
    phrase = sentence.phrase_at(quantity.span)
    listed = sentence.joined_with(phrase) if phrase is not None else []
    counted = [p for p in listed if any(token.pos is Pos.NUM for token in p.words)]
    return frame.clause if len(counted) > 1 else None


def _clause_of_whole(sentence: Sentence, quantity: Quantity | None) -> Clause | None:
    """The participle that describes the whole of which a figure is a part."""
    whole = next((q for q in sentence.quantities if quantity is not None and q.span.start == quantity.part_of), None)
    phrase = sentence.phrase_at(whole.span) if whole is not None else None
    described = (c for c in sentence.clauses if c.verb.participle_only and c.subject is not None)
    return next((c for c in described if c.subject == phrase), None)

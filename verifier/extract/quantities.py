"""The quantities a sentence states: number, wording, unit and counted thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from verifier.domain.enums import Qualifier, QuantityKind
from verifier.domain.interval import Interval
from verifier.domain.quantity import Quantity
from verifier.domain.span import Span
from verifier.extract.dates import DateMention, DateRelation, find_dates
from verifier.extract.quantity_links import with_links, with_shared_things
from verifier.extract.quantity_numbers import Hit, find_hits
from verifier.extract.quantity_things import find_counted
from verifier.extract.quantity_words import qualifier_after, qualifier_before, stance_before, trend_before
from verifier.reference.model import UnitEntry
from verifier.text.intervals import intervals_of, range_intervals, vague_intervals
from verifier.text.sentences import split_sentences
from verifier.text.shadow import shadow_of
from verifier.text.tagging import tag_text
from verifier.text.tokens import Token

_KINDS = {
    "share": QuantityKind.SHARE,
    "share_points": QuantityKind.SHARE,
    "money": QuantityKind.MONEY,
    "temperature": QuantityKind.TEMPERATURE,
}


def find_quantities(
    shadow: str, tokens: Sequence[Token], lang: str, dates: Sequence[DateMention] | None = None
) -> list[Quantity]:
    """The quantities of one tagged sentence in order; ``dates`` are its times where they are known already.

    Years, dates, clock times, names with numbers and list numbers are none.
    """
    if not tokens:
        return []
    if dates is None:
        dates = find_dates(shadow, tokens, lang, None)
    taken = [m.span for m in dates if m.relation is not DateRelation.FOR]
    found = []
    for hit in find_hits(shadow, tokens, lang):
        span = Span(tokens[hit.first].span.start, tokens[hit.last - 1].span.end)
        if not any(span.overlaps(time) for time in taken):
            found.append(_Builder(shadow, tokens, lang, hit).build())
    return with_links(with_shared_things(found, tokens), tokens, lang)


def quantities_in(text: str, lang: str) -> list[Quantity]:
    """The quantities of a whole text; offsets are offsets into ``text``."""
    shadow = shadow_of(text)
    found: list[Quantity] = []
    for span in split_sentences(shadow, 0, len(text), lang):
        found += find_quantities(shadow, tag_text(shadow, span.start, span.end, lang), lang)
    return [replace(quantity, surface=quantity.span.of(text)) for quantity in found]


@dataclass(slots=True)
class _Builder:
    """Makes one quantity out of a number and the words around it."""

    shadow: str
    tokens: Sequence[Token]
    lang: str
    hit: Hit

    def build(self) -> Quantity:
        hit = self.hit
        first, last = hit.first, hit.last
        counted = find_counted(self.tokens, hit, self.lang)
        qualifier = hit.vague or Qualifier.BARE
        before = qualifier_before(self.tokens, first, self.lang)
        after = qualifier_after(self.tokens, counted.last if hit.unit is None else last, self.lang)
        if hit.high is not None:
            qualifier = Qualifier.RANGE
        elif before is not None and hit.vague is None:
            qualifier, first = before
        elif after is not None and hit.vague is None:
            qualifier = after[0]
            last = max(last, after[1]) if after[1] - last <= 2 else last
        if hit.high is not None and before is not None:
            first = before[1]
        span = Span(self.tokens[first].span.start, self.tokens[last - 1].span.end)
        hard, soft = self._intervals(qualifier)
        return Quantity(
            span=span,
            surface=self.shadow[span.start : span.end],
            kind=self._kind(hit.unit),
            hard=hard,
            soft=soft,
            qualifier=qualifier,
            point=None if hit.high is not None or hit.vague is not None else hit.low,
            low=hit.low if hit.high is not None else None,
            high=hit.high,
            stance=stance_before(self.tokens, first, self.lang),
            trend=trend_before(self.tokens, first, self.lang),
            granularity=hit.granularity if hit.vague is None else None,
            unit=hit.unit.code if hit.unit is not None else None,
            unit_name=hit.unit.name if hit.unit is not None else None,
            thing=counted.thing,
            thing_span=counted.span,
        )

    def _kind(self, unit: UnitEntry | None) -> QuantityKind:
        if self.hit.age:
            return QuantityKind.AGE
        if self.hit.ordinal:
            return QuantityKind.ORDINAL
        if unit is not None:
            return _KINDS.get(unit.dimension, QuantityKind.MEASURE)
        return QuantityKind.SHARE if self.hit.is_share else QuantityKind.NUMBER

    def _intervals(self, qualifier: Qualifier) -> tuple[Interval, Interval]:
        hit = self.hit
        if hit.high is not None:
            return range_intervals(hit.low, hit.high)
        if hit.vague is not None:
            return vague_intervals(hit.vague, hit.times)
        if hit.dozen and qualifier is Qualifier.BARE:
            qualifier = Qualifier.APPROX
        whole = hit.unit is None and not hit.is_share and float(hit.low).is_integer()
        return intervals_of(qualifier, hit.low, hit.granularity, whole)

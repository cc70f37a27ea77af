"""The quantities a sentence states: number, wording, unit and counted thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from verifier.domain.enums import Qualifier, QuantityKind
from verifier.domain.interval import Interval
from verifier.domain.quantity import Quantity
from verifier.domain.span import Span
from verifier.extract.dates import DateMention, DateRelation, find_dates
from verifier.extract.quantity_hits import find_hits
from verifier.extract.quantity_line import Hit, NumberLine
from verifier.extract.quantity_links import with_links, with_shared_things
from verifier.extract.quantity_none import counts_nobody
from verifier.extract.quantity_rest import with_rests
from verifier.extract.quantity_things import find_counted
from verifier.extract.quantity_words import stance_before, with_trends
from verifier.reference.model import UnitEntry
from verifier.text.intervals import intervals_of, range_intervals, vague_intervals, vague_power
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
_NAMES_LOW = (Qualifier.ABOVE, Qualifier.AT_LEAST, Qualifier.EXACT)
_NAMES_HIGH = (Qualifier.BELOW, Qualifier.AT_MOST, Qualifier.UP_TO, Qualifier.EXACT)


def find_quantities(
    shadow: str, tokens: Sequence[Token], lang: str, dates: Sequence[DateMention] | None = None
) -> list[Quantity]:
    """The quantities of one tagged sentence in order; ``dates`` are its times where they are known already.

    Years, dates, clock times, names with numbers and list numbers are none.
    """
    return _read(shadow, tokens, lang, dates, alone=False)


def quantities_in(text: str, lang: str) -> list[Quantity]:
    """The quantities of a whole text; offsets are offsets into ``text``.

    Read alone, the length of a time ("for two years") and a word that multiplies ("twice") are quantities too.
    """
    shadow = shadow_of(text)
    found: list[Quantity] = []
    for span in split_sentences(shadow, 0, len(text), lang):
        tokens = tag_text(shadow, span.start, span.end, lang)
        found += _read(shadow, tokens, lang, None, alone=True)
    return [replace(quantity, surface=quantity.span.of(text)) for quantity in found]


def _read(
    shadow: str, tokens: Sequence[Token], lang: str, dates: Sequence[DateMention] | None, alone: bool
) -> list[Quantity]:
    if not tokens:
        return []
    if dates is None:
        dates = find_dates(shadow, tokens, lang, None)
    taken = [mention.span for mention in dates if mention.relation is not DateRelation.FOR]
    line = NumberLine(shadow, tokens, lang, taken)
    hits = []
    for hit in find_hits(line, alone):
        dimension = hit.unit.dimension if hit.unit is not None else None
        if (alone and dimension == "time") or not any(Span(hit.start, hit.end).overlaps(time) for time in taken):
            hits.append(hit)
    found = [_Builder(line, hit).build() for hit in with_trends(line, hits)]
    linked = with_links(with_shared_things(found, tokens, lang), tokens, lang)
    return [replace(q, surface=q.span.of(shadow)) for q in with_rests(linked, tokens, lang)]


@dataclass(slots=True)
class _Builder:
    """Makes one quantity out of a number and the words around it."""

    line: NumberLine
    hit: Hit

    def build(self) -> Quantity:
        hit, line = self.hit, self.line
        counted = counts_nobody(line, hit) or find_counted(line, hit)
        span = Span(
            line.tokens[hit.opening].span.start if hit.opening < hit.first else hit.start,
            max(hit.end, line.tokens[hit.closing - 1].span.end) if hit.closing > hit.last else hit.end,
        )
        hard, soft = self._intervals(hit)
        low, high = self._ends()
        return Quantity(
            span=span,
            surface=span.of(line.shadow),
            kind=self._kind(hit.unit),
            hard=hard,
            soft=soft,
            qualifier=hit.meant,
            point=None if hit.high is not None or hit.vague is not None else hit.low,
            low=low,
            high=high,
            stance=stance_before(line, hit.opening),
            trend=hit.trend,
            granularity=hit.granularity if hit.vague is None else None,
            unit=hit.unit.code if hit.unit is not None else None,
            unit_name=hit.unit.name if hit.unit is not None else None,
            thing=counted.thing,
            thing_span=counted.span,
            figure=Span(hit.start, hit.end),
            noun=counted.noun,
        )

    def _ends(self) -> tuple[float | None, float | None]:
        """The ends the words name: both of a range, one of a bound, the decade of a vague power of ten."""
        hit = self.hit
        if hit.high is not None:
            return hit.low, hit.high
        if hit.vague is not None:
            power = vague_power(hit.vague)
            return (None, None) if power is None else (power * hit.times, 10 * power * hit.times)
        return (
            hit.low if hit.qualifier in _NAMES_LOW else None,
            hit.low if hit.qualifier in _NAMES_HIGH else None,
        )

    def _kind(self, unit: UnitEntry | None) -> QuantityKind:
        hit = self.hit
        if hit.age:
            return QuantityKind.AGE
        if hit.ordinal:
            return QuantityKind.ORDINAL
        if unit is not None:
            return _KINDS.get(unit.dimension, QuantityKind.MEASURE)
        return QuantityKind.SHARE if hit.is_share else QuantityKind.NUMBER

    def _intervals(self, hit: Hit) -> tuple[Interval, Interval]:
        if hit.bounds is not None:
            (hard_low, soft_low), (hard_high, soft_high) = (self._intervals(bound) for bound in hit.bounds)
            return _between(hard_low, hard_high), _between(soft_low, soft_high)
        if hit.high is not None:
            return range_intervals(hit.low, hit.high)
        if hit.vague is not None:
            return vague_intervals(hit.vague, hit.times)
        whole = hit.unit is None and not hit.is_share and float(hit.low).is_integer()
        return intervals_of(hit.meant, hit.low, hit.granularity, whole)


def _between(lower: Interval, upper: Interval) -> Interval:
    """From the lower end of one interval to the upper end of another; a single value where rounding crosses them."""
    if lower.lo is not None and upper.hi is not None and lower.lo > upper.hi:
        return Interval(upper.hi, lower.lo)
    return Interval(lower.lo, upper.hi, lower.lo_open, upper.hi_open)

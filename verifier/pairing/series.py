"""Running totals of one source: each figure meets only those before and after it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from itertools import combinations, pairwise, product

from verifier.domain.claim import Claim
from verifier.domain.enums import Aspect, SlotOutcome
from verifier.pairing.compare.times import compare_times
from verifier.reference import load

Key = tuple[str, ...]
Pair = tuple[int, int]


def series_key(claim: Claim) -> Key | None:
    """What makes figures one running total: who says it, of what, where and by whom; None for any other claim."""
    reading = claim.reading
    term = reading.predicate
    if reading.aspect is not Aspect.CUMULATIVE or reading.quantity is None or term is None or as_of(claim) is None:
        return None
    slots = (reading.thing, reading.place, reading.agent, reading.patient)
    parties = tuple(slot.key if slot is not None else "" for slot in slots)
    return (claim.root_key, load().family_of(term.key), *parties, reading.quantity.unit or "")


def as_of(claim: Claim) -> date | None:
    """The day a total holds for: the end of its time, else the day it was stated or published."""
    time = claim.reading.time
    end = time.end if time is not None else None
    return end.date() if end is not None else claim.reading.stated_on or claim.published_on


def neighbours_in_series(claims: Sequence[Claim], worthy: Collection[int]) -> Iterator[Pair]:
    """Pairs of one day and of days that follow each other, series by series."""
    series: dict[Key, dict[date, list[int]]] = defaultdict(lambda: defaultdict(list))
    for i in worthy:
        key, day = series_key(claims[i]), as_of(claims[i])
        if key is not None and day is not None:
            series[key][day].append(i)
    for days in series.values():
        ordered = [days[day] for day in sorted(days)]
        for members in ordered:
            yield from combinations(members, 2)
        for earlier, later in pairwise(ordered):
            yield from (_sorted(i, j) for i, j in product(earlier, later))


def may_meet(left: Claim, right: Claim) -> bool:
    """Whether two claims may be compared although they are no neighbours in a series.

    Members of one series or table may not; and what a table says of other days is no look-alike worth listing.
    """
    if left.is_tabular or right.is_tabular:
        times = compare_times(left.reading.time, right.reading.time, left.reading.aspect)
        if left.document == right.document or times.outcome is SlotOutcome.DIFFERENT:
            return False
    key = series_key(left)
    return key is None or key != series_key(right)


def _sorted(i: int, j: int) -> Pair:
    return (i, j) if i < j else (j, i)

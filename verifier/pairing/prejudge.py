"""What slots alone decide of many pairs at once, before any of them is laid side by side.

Claims become columns of integers, by which pairs are told apart thousands at a time; where values have to be looked at,
each two of them are looked at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from verifier.domain.claim import Claim, Place, Term
from verifier.domain.enums import Aspect, ClaimKind, SlotOutcome
from verifier.pairing.blocks import Met
from verifier.pairing.compare.places import compare_places
from verifier.pairing.compare.things import compare_things
from verifier.pairing.compare.times import LONG, STOCK_DAYS
from verifier.pairing.compare.wording import is_near_copy
from verifier.pairing.keys import DEED, HAND, LINK, MATTER, SERIES, names_of
from verifier.pairing.series import may_meet, series_key

Pairs = NDArray[np.int64]
"""Indices into a list of claims, shape (n, 2)."""
_Mask = NDArray[np.bool_]

_UNFILTERED = 1 << LINK | 1 << SERIES | 1 << HAND
_BY_SLOTS = 1 << MATTER | 1 << DEED
_SECOND, _DAY = 1_000_000, 86_400_000_000
_UNTOLD = (0, 0, False, False)


def candidates_among(claims: Mapping[int, Claim], met: Met) -> tuple[list[int], dict[tuple[int, int], tuple[str, ...]]]:
    """The numbers of claims in the order of their uids, and which pairs are worth laying side by side.

    The pairs are indices into these numbers, smaller first, with the names of what brought them. Pairs with others
    than ``claims`` are left out.
    """
    numbers = sorted(claims, key=lambda n: claims[n].uid)
    listed = np.array(numbers, dtype=np.int64)
    known = np.isin(met.pairs, listed).all(axis=1)
    met_pairs, kinds = met.pairs[known], met.kinds[known]
    order = np.argsort(listed)
    pairs = np.sort(order[np.searchsorted(listed, met_pairs, sorter=order)], axis=1)
    worthy = are_worthy([claims[n] for n in numbers], pairs, kinds)
    pairs, kinds = pairs[worthy], kinds[worthy]
    brought = zip(*pairs.T.tolist(), kinds.tolist(), strict=True)
    return numbers, {(i, j): names_of(bits) for i, j, bits in brought}


def are_worthy(claims: Sequence[Claim], pairs: Pairs, kinds: NDArray[np.uint8]) -> _Mask:
    """Which pairs may be related, after what brought them; a stored pair (of no kind) always may."""
    left, right = pairs[:, 0], pairs[:, 1]
    series, _ = _numbered(series_key(claim) for claim in claims)
    meet: _Mask = (series[left] != series[right]) | (series[left] < 0)
    tabular = np.array([claim.is_tabular for claim in claims], dtype=np.bool_)
    for at in np.flatnonzero(tabular[left] | tabular[right]).tolist():
        meet[at] = may_meet(claims[left[at]], claims[right[at]])
    by_slots = (kinds & ~np.uint8(_BY_SLOTS)) == 0
    told = np.flatnonzero(meet & by_slots)
    meet[told[cannot_compete(claims, pairs[told])]] = False
    meet |= (kinds == 0) | ((kinds & _UNFILTERED) != 0)
    return meet


def cannot_compete(claims: Sequence[Claim], pairs: Pairs) -> _Mask:
    """Of which pairs two figures of different texts count different things, or things in different places.

    Such a pair is of different scope by every rule, unless the words of one are a copy of the other's or both are
    running totals.
    """
    readings = [claim.reading for claim in claims]
    counts = np.array(
        [r.kind is ClaimKind.QUANTITY and r.aspect is not Aspect.CUMULATIVE for r in readings], dtype=bool
    )
    left, right = pairs[:, 0], pairs[:, 1]
    figures = counts[left] & counts[right] & _are_of_two_texts(claims, pairs)
    things, terms = _numbered(r.thing.key if r.thing is not None else None for r in readings)
    apart: _Mask = figures & _differ(things, pairs, lambda a, b: _are_other_things(terms[a], terms[b]))
    wheres, places = _numbered(
        (r.place.key, r.place.name, r.place.within) if r.place is not None else None for r in readings
    )
    open_pairs = pairs[figures & ~apart]
    apart[figures & ~apart] = _differ(wheres, open_pairs, lambda a, b: _are_other_places(places[a], places[b]))
    return apart


def are_of_other_times(claims: Sequence[Claim], pairs: Pairs) -> _Mask:
    """Which claims of two texts tell of times that lie apart: look-alikes at best, by every rule.

    Copies and running totals are excepted, as above.
    """
    told = [claim.reading.time for claim in claims]
    ends = [_UNTOLD if time is None else _ends(time.start, time.end) for time in told]
    times = np.array(ends, dtype=np.int64).reshape(-1, 4)
    totals = np.array([claim.reading.aspect is Aspect.CUMULATIVE for claim in claims], dtype=np.bool_)
    stocks = np.array([claim.reading.aspect is Aspect.STOCK for claim in claims], dtype=np.bool_)
    left, right = pairs[:, 0], pairs[:, 1]
    start, end, is_told, is_long = times.T
    gap = np.maximum(start[left], start[right]) - np.minimum(end[left], end[right])
    momentary = stocks & (is_long == 0)
    apart = np.where(momentary[left] & momentary[right], gap > STOCK_DAYS * _DAY, gap >= 0)
    apart &= (is_told[left] & is_told[right]) != 0
    apart &= ~(totals[left] | totals[right]) & _are_of_two_texts(claims, pairs)
    for at in np.flatnonzero(apart).tolist():
        apart[at] = not is_near_copy(claims[left[at]], claims[right[at]])
    return apart


def _are_of_two_texts(claims: Sequence[Claim], pairs: Pairs) -> _Mask:
    texts, _ = _numbered(claim.document for claim in claims)
    return np.asarray(texts[pairs[:, 0]] != texts[pairs[:, 1]])


def _numbered(values: Iterable[Any]) -> tuple[NDArray[np.int64], list[Any]]:
    """A number for each value, equal ones the same and -1 for none; and the values by number."""
    known: dict[Any, int] = {}
    numbers = [-1 if value is None else known.setdefault(value, len(known)) for value in values]
    return np.array(numbers, dtype=np.int64), list(known)


def _differ(values: NDArray[np.int64], pairs: Pairs, apart: Callable[[int, int], bool]) -> _Mask:
    """Of which pairs two values are told and lie apart: each two are looked at once."""
    left, right = values[pairs[:, 0]], values[pairs[:, 1]]
    found: _Mask = (left != right) & (left >= 0) & (right >= 0)
    codes, where = np.unique(left[found] << 32 | right[found], return_inverse=True)
    found[found] = np.array([apart(code >> 32, code & 0xFFFFFFFF) for code in codes.tolist()], dtype=np.bool_)[where]
    return found


def _are_other_things(left: str, right: str) -> bool:
    return compare_things(Term(left, left), Term(right, right)).outcome is SlotOutcome.DIFFERENT


def _are_other_places(left: tuple[str, str, tuple[str, ...]], right: tuple[str, str, tuple[str, ...]]) -> bool:
    places = (Place(key, name, within=within) for key, name, within in (left, right))
    return compare_places(*places).outcome is SlotOutcome.DIFFERENT


@lru_cache(maxsize=16_384)
def _ends(start: datetime | None, end: datetime | None) -> tuple[int, int, bool, bool]:
    """A time as numbers: start and end, whether either is told, and whether it is long."""
    if start is None and end is None:
        return _UNTOLD
    first, last = _moment(start or datetime.min), _moment(end or datetime.max)
    closed = start is not None and end is not None
    return first, last, True, closed and last - first > LONG // timedelta(microseconds=1)


def _moment(moment: datetime) -> int:
    """Microseconds, without regard to the zone."""
    seconds = (moment.hour * 60 + moment.minute) * 60 + moment.second
    return moment.toordinal() * _DAY + seconds * _SECOND + moment.microsecond

"""Pictures of some claims: what their numbers entail, and when they hold and were said.

``tell`` gives the words of a picture in the language of its reader.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from verifier.domain.claim import Claim
from verifier.domain.enums import Modality
from verifier.export.desk_timeline_svg import Moment, timeline_svg
from verifier.export.intervals_svg import Row, intervals_svg

_MOST = 12
_EXPECTED = (Modality.GOAL, Modality.FORECAST)


def draw_intervals(claims: Sequence[Claim], tell: Callable[[str], str]) -> str:
    """The picture of the numbers of ``claims`` that share a unit with the first; empty without numbers."""
    counted = [c for c in claims if c.reading.quantity is not None]
    if not counted:
        return ""
    first = counted[0].reading.quantity
    rows = []
    for each in counted[:_MOST]:
        quantity = each.reading.quantity
        if quantity is None or first is None or quantity.unit != first.unit:
            continue
        rows.append(Row(_name(each, tell), quantity.surface, quantity.hard, quantity.soft, quantity.point))
    return intervals_svg(rows, tell("What the wording says"))


def draw_timeline(claims: Sequence[Claim], tell: Callable[[str], str]) -> str:
    """When the figures of ``claims`` hold and when they were stated; empty where no day is known."""
    moments = []
    for each in claims[:_MOST]:
        reading = each.reading
        told = (
            reading.quantity.surface
            if reading.quantity is not None
            else tell("denies")
            if reading.polarity == "-"
            else tell("asserts")
        )
        start = reading.time.start.date() if reading.time is not None and reading.time.start is not None else None
        end = reading.time.end.date() if reading.time is not None and reading.time.end is not None else None
        label = f"{_name(each, tell)}: {told}"
        moments.append(Moment(label, start, end, reading.stated_on, reading.modality in _EXPECTED))
    return timeline_svg(moments, tell)


def _name(claim: Claim, tell: Callable[[str], str]) -> str:
    claimant = claim.reading.claimant
    name = claimant.name if claimant is not None else tell("the article")
    return name[:1].upper() + name[1:]

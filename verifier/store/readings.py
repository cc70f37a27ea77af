"""Readings as rows and back: nothing a reading holds is lost on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from verifier.domain.attribution import Actor, Step
from verifier.domain.claim import Place, Reading, Term, TimeSpan
from verifier.domain.enums import (
    Aspect,
    ClaimKind,
    CueClass,
    Modality,
    PlaceRel,
    Polarity,
    Precision,
    Qualifier,
    QuantityKind,
    StepRole,
    TimeBasis,
    Trend,
)
from verifier.domain.interval import Interval
from verifier.domain.quantity import Quantity
from verifier.domain.span import Span
from verifier.store.sources import Directory
from verifier.store.tables import actor, attribution, claim_version, quantity

READING = tuple(
    claim_version.c[name]
    for name in (
        "kind", "canonical_text", "question_text", "t_start", "t_end", "t_precision", "t_basis", "stated_on", "aspect",
        "modality", "polarity", "commitment", "denies", "hedged", "against_interest", "caveats", "slots",
    )
)  # fmt: skip
"""The columns a reading is made of, in the order in which ``reading_of`` takes them."""
STEP = (
    attribution.c.role, actor.c.slug, attribution.c.actor_name, attribution.c.actor_kind, attribution.c.actor_side,
    attribution.c.actor_start, attribution.c.actor_end, attribution.c.cue, attribution.c.cue_start,
    attribution.c.cue_end, attribution.c.cue_class,
)  # fmt: skip
"""The same for a step of its chain."""
QUANTITY = tuple(
    quantity.c[name]
    for name in (
        "start", "end", "surface", "kind", "hard_lo", "hard_hi", "hard_lo_open", "hard_hi_open", "soft_lo", "soft_hi",
        "soft_lo_open", "soft_hi_open", "qualifier", "point", "low", "high", "stance", "trend", "granularity", "unit",
        "unit_name", "thing", "thing_start", "thing_end", "part_of",
    )
)  # fmt: skip
"""The same for a quantity."""

_Member = TypeVar("_Member", bound=StrEnum)


def members(kind: type[_Member]) -> dict[str, _Member]:
    """The members of an enumeration as they are stored: looking one up here takes a third of calling ``kind``."""
    return {member.value: member for member in kind}


_CLAIM_KINDS, _QUANTITY_KINDS, _QUALIFIERS = members(ClaimKind), members(QuantityKind), members(Qualifier)
_ASPECTS, _MODALITIES, _POLARITIES = members(Aspect), members(Modality), members(Polarity)
_CUE_CLASSES, _ROLES, _TRENDS = members(CueClass), members(StepRole), members(Trend)
_PRECISIONS, _BASES, _RELATIONS_TO_PLACE = members(Precision), members(TimeBasis), members(PlaceRel)


def version_values(reading: Reading, directory: Directory) -> dict[str, Any]:
    """The columns of claim_version that hold a reading's slots."""
    time, where = reading.time, reading.place
    return {
        "kind": reading.kind.value,
        "canonical_text": reading.canonical_text,
        "question_text": reading.question_text,
        "predicate": reading.predicate.key if reading.predicate else None,
        "agent_id": directory.actor_id(reading.agent),
        "patient_id": directory.actor_id(reading.patient),
        "thing": reading.thing.key if reading.thing else None,
        "place_id": directory.place_id(where),
        "place_rel": where.rel.value if where else None,
        "t_start": time.start if time else None,
        "t_end": time.end if time else None,
        "t_precision": time.precision.value if time else None,
        "t_basis": time.basis.value if time else None,
        "stated_on": reading.stated_on,
        "aspect": reading.aspect.value if reading.aspect else None,
        "modality": reading.modality.value,
        "polarity": reading.polarity.value,
        "commitment": reading.commitment.value,
        "denies": reading.denies,
        "hedged": reading.hedged,
        "against_interest": reading.against_interest,
        "caveats": list(reading.caveats),
        "slots": _slots(reading),
    }


def step_values(steps: Sequence[Step], directory: Directory) -> list[dict[str, Any]]:
    """One row of attribution for each step of a chain."""
    return [
        {
            "step": number,
            "role": step.role.value,
            "actor_id": directory.actor_id(step.actor),
            "actor_name": step.actor.name,
            "actor_kind": step.actor.kind,
            "actor_side": step.actor.side,
            "actor_start": step.actor.span.start if step.actor.span else None,
            "actor_end": step.actor.span.end if step.actor.span else None,
            "cue": step.cue,
            "cue_start": step.cue_span.start if step.cue_span else None,
            "cue_end": step.cue_span.end if step.cue_span else None,
            "cue_class": step.cue_class.value if step.cue_class else None,
        }
        for number, step in enumerate(steps)
    ]


def quantity_values(quantities: Sequence[Quantity]) -> list[dict[str, Any]]:
    """One row of quantity for each quantity, the one the claim is about first."""
    return [
        {
            "ordinal": number,
            "start": q.span.start,
            "end": q.span.end,
            "surface": q.surface,
            "kind": q.kind.value,
            "qualifier": q.qualifier.value,
            "point": q.point,
            "low": q.low,
            "high": q.high,
            **_bounds("hard", q.hard),
            **_bounds("soft", q.soft),
            "stance": q.stance,
            "trend": q.trend.value if q.trend else None,
            "granularity": q.granularity,
            "unit": q.unit,
            "unit_name": q.unit_name,
            "thing": q.thing,
            "thing_start": q.thing_span.start if q.thing_span else None,
            "thing_end": q.thing_span.end if q.thing_span else None,
            "part_of": q.part_of,
        }
        for number, q in enumerate(quantities)
    ]


def reading_of(version: Sequence[Any], steps: Sequence[Sequence[Any]], quantities: Sequence[Sequence[Any]]) -> Reading:
    """The reading that rows of the columns above hold."""
    (
        kind, canonical_text, question_text, t_start, t_end, precision, basis, stated_on, aspect, modality, polarity,
        commitment, denies, hedged, against_interest, caveats, slots,
    ) = version  # fmt: skip
    slot = slots.get
    return Reading(
        _CLAIM_KINDS[kind], canonical_text, question_text, tuple([_step(row) for row in steps]),
        _term(slot("predicate")), _actor(slot("agent")), _actor(slot("patient")), _term(slot("thing")),
        _place(slot("place")), _time(t_start, t_end, precision, basis, slot("time")), stated_on,
        _ASPECTS[aspect] if aspect else None, _MODALITIES[modality], _POLARITIES[polarity], _CUE_CLASSES[commitment],
        tuple([_quantity(row) for row in quantities]), denies, hedged, against_interest, tuple(caveats),
        tuple(slot("names", ())), tuple(slot("voices", ())),
    )  # fmt: skip


def _bounds(name: str, interval: Interval) -> dict[str, Any]:
    return {
        f"{name}_lo": interval.lo,
        f"{name}_hi": interval.hi,
        f"{name}_lo_open": interval.lo_open,
        f"{name}_hi_open": interval.hi_open,
    }


def _slots(reading: Reading) -> dict[str, Any]:
    """Names and spans of the slots as the text has them."""
    slots: dict[str, Any] = {}
    for name, term in (("predicate", reading.predicate), ("thing", reading.thing)):
        if term is not None:
            slots[name] = {"key": term.key, "name": term.name, "span": _pair(term.span)}
    for name, who in (("agent", reading.agent), ("patient", reading.patient)):
        if who is not None:
            slots[name] = {
                "key": who.key, "name": who.name, "kind": who.kind, "side": who.side, "span": _pair(who.span),
            }  # fmt: skip
    where = reading.place
    if where is not None:
        slots["place"] = {
            "key": where.key, "name": where.name, "rel": where.rel.value, "span": _pair(where.span),
            "within": list(where.within),
        }  # fmt: skip
    if reading.time is not None:
        slots["time"] = {"span": _pair(reading.time.span)}
    slots["names"], slots["voices"] = list(reading.names), list(reading.voices)
    return slots


def _pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span is not None else None


def _span(pair: Sequence[int] | None) -> Span | None:
    return Span(pair[0], pair[1]) if pair is not None else None


def _edges(start: int | None, end: int | None) -> Span | None:
    return Span(start, end) if start is not None and end is not None else None


def _term(slot: Mapping[str, Any] | None) -> Term | None:
    return Term(slot["key"], slot["name"], _span(slot["span"])) if slot else None


def _actor(slot: Mapping[str, Any] | None) -> Actor | None:
    return Actor(slot["key"], slot["name"], slot["kind"], slot["side"], _span(slot["span"])) if slot else None


def _place(slot: Mapping[str, Any] | None) -> Place | None:
    if not slot:
        return None
    rel, within = _RELATIONS_TO_PLACE[slot["rel"]], tuple(slot["within"])
    return Place(slot["key"], slot["name"], rel, _span(slot["span"]), within)


def _time(
    start: datetime | None, end: datetime | None, precision: str | None, basis: str, slot: Mapping[str, Any] | None
) -> TimeSpan | None:
    if not slot or precision is None:
        return None
    return TimeSpan(start, end, _PRECISIONS[precision], _BASES[basis], _span(slot["span"]))


def _step(row: Sequence[Any]) -> Step:
    role, slug, name, kind, side, start, end, cue, cue_start, cue_end, cue_class = row
    who = Actor(slug, name, kind, side, _edges(start, end))
    return Step(_ROLES[role], who, cue, _edges(cue_start, cue_end), _CUE_CLASSES[cue_class] if cue_class else None)


def _quantity(row: Sequence[Any]) -> Quantity:
    (
        start, end, surface, kind, hard_lo, hard_hi, hard_lo_open, hard_hi_open, soft_lo, soft_hi, soft_lo_open,
        soft_hi_open, qualifier, point, low, high, stance, trend, granularity, unit, unit_name, thing, thing_start,
        thing_end, part_of,
    ) = row  # fmt: skip
    return Quantity(
        Span(start, end), surface, _QUANTITY_KINDS[kind], Interval(hard_lo, hard_hi, hard_lo_open, hard_hi_open),
        Interval(soft_lo, soft_hi, soft_lo_open, soft_hi_open), _QUALIFIERS[qualifier], point, low, high, stance,
        _TRENDS[trend] if trend else None, granularity, unit, unit_name, thing, _edges(thing_start, thing_end), part_of,
    )  # fmt: skip

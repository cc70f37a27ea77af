"""What a person writes into a slot, read into the value the slot holds. An empty word makes the slot unknown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any

from verifier.domain.attribution import Actor, Step
from verifier.domain.claim import Claim, Place, Reading, Term
from verifier.domain.enums import (
    Aspect,
    ClaimKind,
    CueClass,
    Modality,
    PlaceRel,
    Polarity,
    StepRole,
)
from verifier.domain.quantity import Quantity
from verifier.errors import InputRefused, Word
from verifier.extract.names import known_actor
from verifier.extract.quantities import quantities_in
from verifier.reference import load
from verifier.reference.gazetteer import load_gazetteer
from verifier.reference.words import normalise
from verifier.services.slot_times import read_time, write_time
from verifier.text.tagging import tag_text

LONGEST = 200
_MOST_PLACES = 6


def corrected(claim: Claim, slots: Mapping[str, str]) -> Reading:
    """The reading of ``claim`` with some slots set anew. Raises InputRefused, naming all that cannot be read."""
    problems, reading = [], claim.reading
    for name, words in slots.items():
        value = words.strip()
        try:
            if name not in _SLOTS:
                raise InputRefused(
                    "There is no slot “%(name)s”; choose %(choices)s.", name=name, choices=", ".join(_SLOTS)
                )
            if len(value) > LONGEST:
                raise InputRefused(
                    "The value of %(name)s has %(number)s characters; the limit is %(limit)s.",
                    name=Word(name),
                    number=len(value),
                    limit=LONGEST,
                )
            reading = _SLOTS[name][0](claim, reading, value)
        except InputRefused as refusal:
            problems.append(str(refusal))
    if problems:
        raise InputRefused(" ".join(problems))
    return reading


def slot_values(reading: Reading) -> dict[str, str]:
    """Every slot that can be corrected as a person would write it; empty where it is unknown."""
    return {name: show(reading) or "" for name, (_, show) in _SLOTS.items()}


def slot_choices() -> dict[str, tuple[str, ...]]:
    """The words a slot with a closed vocabulary may hold."""
    return {name: tuple(kinds) for name, kinds in _CLOSED.items()}


_CLOSED: Mapping[str, type[StrEnum]] = {
    "aspect": Aspect,
    "modality": Modality,
    "polarity": Polarity,
    "commitment": CueClass,
    "kind": ClaimKind,
}
_NEVER_EMPTY = ("modality", "polarity", "commitment", "kind")


def _closed(name: str) -> Callable[[Claim, Reading, str], Reading]:
    def put(_: Claim, reading: Reading, words: str) -> Reading:
        if not words and name not in _NEVER_EMPTY:
            return _with(reading, name, None)
        try:
            return _with(reading, name, _CLOSED[name](words.lower().replace(" ", "_")))
        except ValueError:
            allowed = ", ".join(_CLOSED[name])
            raise InputRefused(
                "“%(words)s” is no %(name)s; choose %(allowed)s.", words=words, name=Word(name), allowed=allowed
            ) from None

    return put


def _predicate(claim: Claim, reading: Reading, words: str) -> Reading:
    reference, lemma = load(), _lemma(words, claim.lang)
    known = [reference.predicate(words), *reference.predicates_of_verb(lemma, claim.lang)]
    known += reference.predicates_of_noun(lemma, claim.lang)
    things = [reading.thing.key] if reading.thing is not None else []
    entry = known[0] or reference.sense_for([e for e in known if e is not None], things)
    old = reading.predicate.span if reading.predicate is not None else None
    return replace(reading, predicate=_term(entry.slug if entry else f"~{lemma.lower()}", words, old))


def _thing(claim: Claim, reading: Reading, words: str) -> Reading:
    reference, lemma = load(), _lemma(words, claim.lang)
    entry = reference.thing(words) or reference.thing_of_noun(lemma, claim.lang)
    old = reading.thing.span if reading.thing is not None else None
    return replace(reading, thing=_term(entry.slug if entry else f"~{lemma.lower()}", words, old))


def _actor(name: str) -> Callable[[Claim, Reading, str], Reading]:
    def put(claim: Claim, reading: Reading, words: str) -> Reading:
        return _with(reading, name, _named(words, claim.lang))

    return put


def _claimant(claim: Claim, reading: Reading, words: str) -> Reading:
    who = _named(words, claim.lang)
    if who is None:
        return replace(reading, chain=())
    if not reading.chain:
        return replace(reading, chain=(Step(StepRole.CLAIMANT, who),))
    return replace(reading, chain=(replace(reading.chain[0], actor=who), *reading.chain[1:]))


def _place(claim: Claim, reading: Reading, words: str) -> Reading:
    if not words:
        return replace(reading, place=None)
    gazetteer = load_gazetteer()
    entry = gazetteer.find(words)
    if entry is None:
        named = gazetteer.places_named(words, claim.lang)
        if len(named) > 1:
            shown = [f"{e.slug} ({e.kind})" for e in named[:_MOST_PLACES]]
            raise InputRefused(
                "“%(words)s” names several places; say which: %(choices)s.", words=words, choices=", ".join(shown)
            )
        entry = named[0] if named else None
    rel = reading.place.rel if reading.place is not None else PlaceRel.IN
    span = reading.place.span if reading.place is not None else None
    if entry is None:
        return replace(reading, place=Place(f"~{normalise(words)}", words, rel, span))
    return replace(reading, place=Place(entry.slug, entry.name, rel, span))


def _time(claim: Claim, reading: Reading, words: str) -> Reading:
    if not words:
        return replace(reading, time=None)
    span = reading.time.span if reading.time is not None else None
    told = read_time(words, claim.lang, reading.stated_on or claim.published_on)
    return replace(reading, time=replace(told, span=span))


def _stated_on(_: Claim, reading: Reading, words: str) -> Reading:
    if not words:
        return replace(reading, stated_on=None)
    try:
        return replace(reading, stated_on=date.fromisoformat(words))
    except ValueError:
        raise InputRefused("“%(words)s” is no day like 2024-05-07.", words=words) from None


def _number(claim: Claim, reading: Reading, words: str) -> Reading:
    """Another number the claim's words hold, or another reading of the one it is about; its letters stay."""
    if not words:
        return replace(reading, quantities=())
    read = quantities_in(words, claim.lang)
    if len(read) != 1:
        raise InputRefused("“%(words)s” is not one number that can be read whole.", words=words)
    others = [q for q in reading.quantities if normalise(q.surface) != normalise(read[0].surface)]
    same = next((q for q in reading.quantities if normalise(q.surface) == normalise(read[0].surface)), None)
    if same is not None:
        return replace(reading, quantities=(same, *others))
    if reading.quantity is None:
        raise InputRefused(
            "The words of the claim have no number that “%(words)s” could be the reading of.", words=words
        )
    return replace(reading, quantities=(_read_as(reading.quantity, read[0]), *reading.quantities[1:]))


def _read_as(old: Quantity, read: Quantity) -> Quantity:
    return replace(
        read, span=old.span, surface=old.surface, thing=old.thing or read.thing, thing_span=old.thing_span,
        part_of=old.part_of, unit=read.unit or old.unit, unit_name=read.unit_name or old.unit_name,
    )  # fmt: skip


def _named(words: str, lang: str) -> Actor | None:
    if not words:
        return None
    entry = load().actor(words)
    if entry is not None:
        return Actor(entry.slug, entry.name, entry.kind, load().side_of(entry.slug))
    return known_actor(words, lang) or Actor(f"~{normalise(words)}", words)


def _lemma(words: str, lang: str) -> str:
    return " ".join(token.lemma for token in tag_text(words, 0, len(words), lang)) if words else ""


def _term(key: str, words: str, span: Any) -> Term | None:
    return Term(key, words, span) if words else None


def _with(reading: Reading, name: str, value: object) -> Reading:
    return replace(reading, **{name: value})  # type: ignore[arg-type]


_Put = Callable[[Claim, Reading, str], Reading]
_Show = Callable[[Reading], str | None]
_SLOTS: Mapping[str, tuple[_Put, _Show]] = {
    "claimant": (_claimant, lambda r: r.claimant.name if r.claimant else None),
    "predicate": (_predicate, lambda r: r.predicate.name if r.predicate else None),
    "agent": (_actor("agent"), lambda r: r.agent.name if r.agent else None),
    "patient": (_actor("patient"), lambda r: r.patient.name if r.patient else None),
    "thing": (_thing, lambda r: r.thing.name if r.thing else None),
    "number": (_number, lambda r: r.quantity.surface if r.quantity else None),
    "place": (_place, lambda r: r.place.name if r.place else None),
    "time": (_time, lambda r: write_time(r.time)),
    "stated_on": (_stated_on, lambda r: r.stated_on.isoformat() if r.stated_on else None),
    "aspect": (_closed("aspect"), lambda r: r.aspect.value if r.aspect else None),
    "modality": (_closed("modality"), lambda r: r.modality.value),
    "polarity": (_closed("polarity"), lambda r: r.polarity.value),
    "commitment": (_closed("commitment"), lambda r: r.commitment.value),
    "kind": (_closed("kind"), lambda r: r.kind.value),
}

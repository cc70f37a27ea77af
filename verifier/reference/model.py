"""The kinds of reference data the product ships (actors, outlets, places, things, predicates, units)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Words = Mapping[str, tuple[str, ...]]
"""Words by language code."""


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """Somebody who acts or speaks. ``adjectives`` belong to states and groups ("Russian", "russisch").

    ``people`` are the words for one's citizens or members ("Dane", "Däne"). ``capitals`` stand for a
    government when they act or speak, and for a place otherwise. A role (kind "role") has no state of
    its own: ``becomes`` is the kind it takes on with one ("Russian Defense Ministry" is an org).
    A name that begins with "-" is an ending of German compounds ("-sprecher"). ``office`` is the role
    a person holds or held, as "ukraine:president". ``nature`` is "local" for an office every district
    has (police, a court), "party" for a political party, "armed" for one that fights.
    """

    slug: str
    name: str
    kind: str
    side: str | None = None
    parent: str | None = None
    country: str | None = None
    names: Words = field(default_factory=dict)
    adjectives: Words = field(default_factory=dict)
    people: Words = field(default_factory=dict)
    capitals: Words = field(default_factory=dict)
    becomes: str | None = None
    office: str | None = None
    nature: str | None = None


@dataclass(frozen=True, slots=True)
class OutletEntry:
    """A publisher of documents; ``kind`` agency for wire services."""

    slug: str
    name: str
    kind: str
    country: str | None = None
    names: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    side: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place; ``within`` names its parents (several under rival authorities), ``names`` its words."""

    slug: str
    name: str
    kind: str
    within: tuple[tuple[str, str], ...] = ()
    names: Words = field(default_factory=dict)
    government: str | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class ThingEntry:
    """Something that can be counted. ``side_bearing`` things belong to a party (drones, soldiers).

    ``tells`` is the predicate that is true of people by this very name: the dead died, participants took part.

    ``no_compounds`` are German words that end in one of the nouns by chance ("Anzug" is no "Zug").
    """

    slug: str
    label: Words
    parent: str | None = None
    side_bearing: bool = False
    tells: str | None = None
    nouns: Words = field(default_factory=dict)
    no_compounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PredicateEntry:
    """One sense of acting or being.

    ``subject`` and ``object`` name the role (agent, patient) the grammatical subject and object of the
    active voice play; ``owner`` the role of whoever the counted thing belongs to (the Russians in
    "17 Russian drones were downed" are the patient, in "50,000 Russian soldiers fight" the agent).
    ``opposite`` is a predicate that cannot be true of the same event, after ``role_map`` has renamed
    that predicate's roles to ours. ``tally`` marks figures that grow while an event unfolds.
    ``verbs`` may hold several words ("shoot down", "sign up"); ``nouns`` are nominalisations, ``adjectives``
    say that it holds of what undergoes it ("intact", "betrunken").
    ``subjects`` and ``objects`` are the things or actor kinds that speak for this sense where a word
    has several (workers strike; missiles strike a building); "any" or none makes it the fallback.
    ``splits``: of counts the opposite may be true as well, of the rest (five died, three survived).
    ``akin`` are senses of other families that a headline interchanges with this one (apply, sign up).
    ``excludes`` are further opposites whose roles are ours (what is intact was neither hit nor destroyed).
    ``entails`` is what must be true as well (what was destroyed was damaged): who denies that denies this.
    """

    slug: str
    family: str
    subject: str = "agent"
    object: str = "patient"
    owner: str = "patient"
    aspect: str | None = None
    tally: bool = False
    opposite: str | None = None
    role_map: Mapping[str, str] = field(default_factory=dict)
    verbs: Words = field(default_factory=dict)
    nouns: Words = field(default_factory=dict)
    adjectives: Words = field(default_factory=dict)
    subjects: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    splits: bool = False
    akin: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    entails: tuple[str, ...] = ()
    no_compounds: tuple[str, ...] = ()

    @property
    def is_fallback(self) -> bool:
        """Whether this sense is meant where nothing speaks for another."""
        expected = (*self.subjects, *self.objects)
        return not expected or "any" in expected


@dataclass(frozen=True, slots=True)
class ContrastEntry:
    """A scale of words: per language its poles, each with the words that mean it; poles exclude each other."""

    slug: str
    poles: Mapping[str, tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, slots=True)
class UnitEntry:
    """A unit: UCUM-like ``code`` (ISO 4217 for money); ``factor`` converts to ``base``."""

    code: str
    name: str
    dimension: str
    factor: float | None = None
    base: str | None = None
    offset: float = 0.0
    names: Words = field(default_factory=dict)
    symbols: tuple[str, ...] = ()

"""One door to all reference data; each table is read when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache

from verifier.reference.actors import ActorIndex
from verifier.reference.contrasts import Contrast, ContrastIndex
from verifier.reference.model import ActorEntry, OutletEntry, PredicateEntry, ThingEntry, UnitEntry
from verifier.reference.outlets import OutletIndex
from verifier.reference.predicates import PredicateIndex
from verifier.reference.tables import (
    actor_of,
    contrast_of,
    outlet_of,
    predicate_of,
    read_entries,
    state_of,
    thing_of,
    unit_of,
)
from verifier.reference.things import ThingIndex
from verifier.reference.units import UnitIndex

_FARTHEST = 99


class Reference:
    """Lookups over actors, outlets, things, predicates and contrasts. ``lang`` is "en" or "de" throughout."""

    @cached_property
    def actors(self) -> ActorIndex:
        return ActorIndex([*read_entries("states", state_of), *read_entries("actors", actor_of)])

    @cached_property
    def outlets(self) -> OutletIndex:
        return OutletIndex(read_entries("outlets", outlet_of))

    @cached_property
    def things(self) -> ThingIndex:
        return ThingIndex(read_entries("things", thing_of))

    @cached_property
    def predicates(self) -> PredicateIndex:
        return PredicateIndex(read_entries("predicates", predicate_of))

    @cached_property
    def contrasts(self) -> ContrastIndex:
        return ContrastIndex(read_entries("contrasts", contrast_of))

    @cached_property
    def units(self) -> UnitIndex:
        return UnitIndex(read_entries("units", unit_of))

    def unit(self, code: str) -> UnitEntry | None:
        """The unit with ``code``."""
        return self.units.entries.get(code)

    def actor(self, slug: str) -> ActorEntry | None:
        """The actor with ``slug``; "ukraine:defence-ministry" is a role with its state."""
        return self.actors.find(slug)

    def actor_named(self, words: str, lang: str, capitals: bool = True) -> ActorEntry | None:
        """The actor ``words`` name: "Selenskyj", "the Kremlin", "Ukrainian Defense Ministry", "Kyiv".

        With ``capitals`` false a capital city is no actor; ask ``is_capital`` to tell the two apart.
        """
        return self.actors.named(words, lang, capitals)

    def is_capital(self, words: str, lang: str) -> bool:
        """Whether ``words`` name a capital city, which may be a place as well as a government."""
        return bool(self.actors.capitals.find(words, lang))

    def actor_of_adjective(self, word: str, lang: str) -> ActorEntry | None:
        """The actor an adjective or demonym belongs to: "Russian", "russischen", "Däne", "US-Beamte"."""
        return self.actors.of_adjective(word, lang)

    def actor_with_state(self, role: str, state: str) -> ActorEntry | None:
        """The role ``role`` of the state ``state``, both slugs; None where one is unknown."""
        return self.actors.find(f"{state}:{role}")

    def side_of(self, slug: str) -> str | None:
        """The party an actor speaks for, by itself or through its parents; None where nothing tells."""
        return self.actors.side_of(slug)

    def outlet(self, slug: str) -> OutletEntry | None:
        """The outlet with ``slug``."""
        return self.outlets.entries.get(slug)

    def outlet_named(self, words: str) -> OutletEntry | None:
        """The outlet ``words`` name: "dpa", "The New York Times"."""
        return self.outlets.named(words)

    def outlet_of_domain(self, address: str) -> OutletEntry | None:
        """The outlet that publishes under a host or address."""
        return self.outlets.of_domain(address)

    def thing(self, slug: str) -> ThingEntry | None:
        """The thing with ``slug``."""
        return self.things.entries.get(slug)

    def thing_of_noun(self, lemma: str, lang: str) -> ThingEntry | None:
        """The thing a noun, a noun group or a German compound means."""
        return self.things.of_noun(lemma, lang)

    def is_kind_of(self, slug: str, ancestor: str) -> bool:
        """Whether the thing ``slug`` is ``ancestor`` or a kind of it."""
        return slug == ancestor or ancestor in self.things.lineage(slug)

    def thing_root(self, slug: str) -> str:
        """The topmost kind ``slug`` belongs to; ``slug`` itself where it is unknown."""
        return list(self.things.lineage(slug))[-1] if self.thing(slug) else slug

    def predicate(self, slug: str) -> PredicateEntry | None:
        """The predicate with ``slug``."""
        return self.predicates.entries.get(slug)

    def predicates_of_verb(self, lemma: str, lang: str) -> tuple[PredicateEntry, ...]:
        """The senses of a verb lemma of one or more words, the commonest first."""
        return self.predicates.of_verb(lemma, lang)

    def predicates_of_adjective(self, word: str, lang: str) -> tuple[PredicateEntry, ...]:
        """The senses of an adjective that says what something is, the commonest first."""
        return self.predicates.of_adjective(word, lang)

    def predicates_of_noun(self, lemma: str, lang: str) -> tuple[PredicateEntry, ...]:
        """The senses of a noun of action or of its head, the commonest first."""
        return self.predicates.of_noun(lemma, lang)

    def family_of(self, slug: str) -> str:
        """The family a predicate compares by; ``slug`` itself where it is unknown."""
        entry = self.predicate(slug)
        return entry.family if entry else slug

    def opposition(self, ours: str, theirs: str) -> Mapping[str, str] | None:
        """The role names of ``theirs`` mapped to those of ``ours`` if both cannot be true of one event, else None."""
        return self.predicates.opposition(ours, theirs)

    def entails(self, slug: str, other: str) -> bool:
        """Whether ``other`` must be true where ``slug`` is: the same act, or one it cannot do without."""
        return slug == other or self.family_of(other) in self.predicates.entailed(slug)

    def are_akin(self, left: str, right: str) -> bool:
        """Whether a headline may put one predicate for the other: of one family, or listed as akin."""
        entries = self.predicate(left), self.predicate(right)
        listed = any(
            entry is not None and other in entry.akin for entry, other in zip(entries, (right, left), strict=True)
        )
        return listed or self.family_of(left) == self.family_of(right)

    def contrast(self, left: str, right: str, lang: str) -> Contrast | None:
        """Whether two words mean the same or exclude each other ("near" and "far"); None where neither is known."""
        return self.contrasts.between(left, right, lang)

    def sense_for(self, senses: Sequence[PredicateEntry], things: Sequence[str]) -> PredicateEntry | None:
        """The sense that expects one of ``things`` (slugs) most nearly, else the first that expects nothing special.

        None where a word has several senses and nothing tells which is meant.
        """
        if len(senses) == 1 and (senses[0].is_fallback or not things):
            return senses[0]
        fits = [(step, at) for at, sense in enumerate(senses) if (step := self._steps_to(sense, things)) is not None]
        if fits:
            return senses[min(fits)[1]]
        return next((sense for sense in senses if sense.is_fallback), None)

    def _steps_to(self, sense: PredicateEntry, things: Sequence[str]) -> int | None:
        """How far ``sense`` is from what it expects among ``things``: 0 for the thing itself, one more a kind up.

        A general subject may stand for a special one, as the farthest fit: "Russians fight" as soldiers do.
        """
        expected = {*sense.subjects, *sense.objects}
        steps = [step for thing in things for step, kind in enumerate(self.things.lineage(thing)) if kind in expected]
        if steps:
            return min(steps)
        general = any(self.is_kind_of(subject, thing) for subject in sense.subjects for thing in things)
        return _FARTHEST if general else None


@lru_cache(maxsize=1)
def load() -> Reference:
    """The reference data this installation ships, read once a process."""
    return Reference()

"""Names of what slots hold, in the languages of readers; what reference data does not know stays as it was written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from verifier.domain.claim import Reading
from verifier.reference import load
from verifier.reference.gazetteer import load_gazetteer
from verifier.reference.model import Words

Glosses = Mapping[str, Mapping[str, str]]
"""By slot and language code."""


def glosses_of(reading: Reading) -> Glosses:
    """The slots of a reading that reference data can name, each in every language it has a name in."""
    return {slot: names for slot, words in _named(reading) if (names := _first_of_each(words))}


def side_name(slug: str, lang: str) -> str:
    """A side as a reader of one language calls it; its slug in words where it has no name."""
    actor = load().actor(slug)
    return _first_of_each(actor.names).get(lang, actor.name) if actor is not None else slug.replace("-", " ")


def _named(reading: Reading) -> Iterator[tuple[str, Words]]:
    reference = load()
    if reading.predicate is not None and (sense := reference.predicate(reading.predicate.key)) is not None:
        yield "predicate", {**sense.nouns, **sense.verbs}
    if reading.thing is not None and (thing := reference.thing(reading.thing.key)) is not None:
        yield "thing", thing.label
    for slot, who in (("agent", reading.agent), ("patient", reading.patient)):
        if who is not None and (actor := reference.actor(who.key)) is not None:
            yield slot, actor.names
    if reading.place is not None:
        state, place = reference.actor(reading.place.key), load_gazetteer().listed(reading.place.key)
        if state is not None or place is not None:
            yield "place", state.names if state is not None else place.names if place is not None else {}


def _first_of_each(words: Words) -> dict[str, str]:
    """The first whole word of each language; a leading hyphen marks an ending of compounds."""
    firsts = {lang: next((name for name in names if not name.startswith("-")), "") for lang, names in words.items()}
    return {lang: name for lang, name in firsts.items() if name}

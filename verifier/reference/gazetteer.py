"""Where things are: countries, regions, seas and cities by name, and which lies within which.

A key is the slug of a listed place or state, the slug of a city, or one of these with a direction
("ukraine/south"). Several parents are allowed: rival authorities may each claim a region.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from verifier.errors import VerifierError
from verifier.paths import bundled
from verifier.reference.cities import City, CityTable
from verifier.reference.model import ActorEntry, PlaceEntry
from verifier.reference.reference import load
from verifier.reference.words import LANGUAGES, Lexicon, words_by_language

_FIELDS = {"government", "kind", "country", "admin1", "within", "holds", "code", *LANGUAGES}
_NAMESAKES = ("-region", "-province", "-state")
"""How the slugs of regions end that share their name with a city."""

_CENTRAL = 0.75
"""How many standard deviations from the middle still count as central."""


@dataclass(frozen=True, slots=True)
class _Region:
    """A listed place with what ties it to countries and cities."""

    entry: PlaceEntry
    country: str | None
    admin1: str | None
    code: str | None
    holds: tuple[str, ...]


class Gazetteer:
    """Lookups over places. ``folder`` is where the table of cities may be kept; a user cache by default."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._regions = {slug: _region(slug, record) for slug, record in _records().items()}
        self._listed: Lexicon[PlaceEntry] = Lexicon()
        for region in self._regions.values():
            _add(self._listed, region.entry)

    @cached_property
    def _states(self) -> Mapping[str, ActorEntry]:
        return {slug: entry for slug, entry in load().actors.entries.items() if entry.kind == "state"}

    @cached_property
    def _state_names(self) -> Lexicon[PlaceEntry]:
        names: Lexicon[PlaceEntry] = Lexicon()
        for state in self._states.values():
            _add(names, _state_entry(state))
        return names

    @cached_property
    def _state_of_iso(self) -> Mapping[str, str]:
        return {state.country: slug for slug, state in self._states.items() if state.country}

    @cached_property
    def _region_of_code(self) -> Mapping[tuple[str, str], str]:
        return {
            (region.country, region.admin1): slug
            for slug, region in self._regions.items()
            if region.country and region.admin1 and region.entry.kind == "region"
        }

    @cached_property
    def _holders(self) -> Mapping[str, tuple[str, ...]]:
        held: dict[str, tuple[str, ...]] = {}
        for slug, region in self._regions.items():
            for child in region.holds:
                held[child] = (*held.get(child, ()), slug)
        return held

    @cached_property
    def _cities(self) -> CityTable:
        return CityTable(self._folder)

    @cached_property
    def _continents(self) -> Mapping[str, str]:
        slugs = {region.code: slug for slug, region in self._regions.items() if region.code}
        return {iso: slugs[code] for iso, code in self._cities.continents().items() if code in slugs}

    @lru_cache(maxsize=20_000)  # noqa: B019 -- one gazetteer lives as long as the process
    def places_named(self, words: str, lang: str) -> tuple[PlaceEntry, ...]:
        """The places ``words`` name, the likeliest first: countries, listed places, then cities by size.

        A city comes before the region of its name; ask ``regions_named`` where the text says "region".
        """
        states = _strictly(self._state_names, words, lang)
        listed = _strictly(self._listed, words, lang)
        taken = {self._regions[entry.slug].country for entry in listed if entry.kind == "city"}
        cities = [city for city in self._cities.named(words) if city.country not in taken]
        if any(entry.government for entry in listed):
            states = ()
        countries = {self._regions[entry.slug].country for entry in listed if entry.slug.endswith(_NAMESAKES)}
        shared = [self._city_entry(city) for city in cities if city.country in countries]
        others = [self._city_entry(city) for city in cities if city.country not in countries]
        return (*states, *_cities_first(listed, shared), *others)

    def regions_named(self, words: str, lang: str) -> tuple[PlaceEntry, ...]:
        """The regions that bear the name ``words``, as in "the Kursk region", "Gebiet Charkiw"."""
        return tuple(entry for entry in _strictly(self._listed, words, lang) if entry.kind == "region")

    def listed(self, key: str) -> PlaceEntry | None:
        """A listed region, sea or part of the world; cities are not looked up."""
        region = self._regions.get(key)
        return region.entry if region is not None else None

    def find(self, key: str) -> PlaceEntry | None:
        """The place with ``key``; None for directions and unknown names."""
        if key in self._regions:
            return self._regions[key].entry
        if key in self._states:
            return _state_entry(self._states[key])
        city = self._cities.find(key)
        return self._city_entry(city) if city else None

    def size_of(self, key: str) -> int:
        """How many people live in a city, by its key; 0 for anything else."""
        city = self._cities.find(key)
        return city.people if city else 0

    def capital_of(self, state: str) -> PlaceEntry | None:
        """The capital of a state, as a city."""
        entry = self._states.get(state)
        for names in entry.capitals.values() if entry else ():
            for name in names:
                for city in self._cities.named(name):
                    if entry is not None and city.country == entry.country:
                        return self._city_entry(city)
        return None

    def is_within(self, child: str, parent: str) -> bool:
        """Whether ``child`` is ``parent`` or lies in it under any authority."""
        return self._is_within(child, parent)

    @lru_cache(maxsize=50_000)  # noqa: B019 -- one gazetteer lives as long as the process
    def _is_within(self, child: str, parent: str) -> bool:
        lineage = set(self._lineage(child))
        if parent in lineage:
            return True
        base, _, direction = parent.partition("/")
        return bool(direction) and base in lineage and self._lies(child, base, direction)

    @lru_cache(maxsize=50_000)  # noqa: B019 -- one gazetteer lives as long as the process
    def holding(self, key: str) -> tuple[str, ...]:
        """Every place ``key`` lies in, near or far, under any authority."""
        return tuple(self._lineage(key))[1:]

    def parents(self, key: str) -> tuple[tuple[str, str], ...]:
        """The places ``key`` lies in, each with the authority that says so."""
        base, _, direction = key.partition("/")
        if direction:
            return ((base, "geographic"),)
        holders = tuple((holder, "geographic") for holder in self._holders.get(key, ()))
        if key in self._regions:
            return (*self._parents_of_region(self._regions[key]), *holders)
        if key in self._states:
            continent = self._continents.get(self._states[key].country or "")
            return (*(((continent, "geographic"),) if continent else ()), *holders)
        city = self._cities.find(key)
        return self._city_parents(city.country, city.admin1) if city else ()

    def _lineage(self, key: str) -> Iterator[str]:
        seen, waiting = {key}, [key]
        while waiting:
            at = waiting.pop()
            yield at
            for parent, _ in self.parents(at):
                if parent not in seen:
                    seen.add(parent)
                    waiting.append(parent)

    def _parents_of_region(self, region: _Region) -> tuple[tuple[str, str], ...]:
        own: tuple[tuple[str, str], ...] = ()
        if region.country:
            own = ((self._state_of_iso[region.country], "admin"),)
            if region.entry.kind != "region" and region.admin1:
                own = self._city_parents(region.country, region.admin1)
        return (*own, *region.entry.within)

    def _city_parents(self, country: str, admin1: str) -> tuple[tuple[str, str], ...]:
        holder = self._region_of_code.get((country, admin1)) or self._state_of_iso.get(country)
        return ((holder, "admin"),) if holder else ()

    def _city_entry(self, city: City) -> PlaceEntry:
        state = self._state_of_iso.get(city.country)
        return PlaceEntry(
            slug=city.slug,
            name=city.name,
            kind="city",
            within=self._city_parents(city.country, city.admin1),
            government=state if state and self._is_capital(city, state) else None,
            lat=city.lat,
            lon=city.lon,
        )

    def _is_capital(self, city: City, state: str) -> bool:
        named = [name for names in self._states[state].capitals.values() for name in names]
        return any(found.slug == city.slug for name in named for found in self._cities.named(name)[:1])

    def _lies(self, child: str, base: str, direction: str) -> bool:
        """Whether ``child`` lies in the direction of ``base``, seen from the middle of its cities."""
        here, area = self._position(child), self._area(base)
        if here is None or area is None:
            return False
        north, east = (here[0] - area[0]) / area[2], (here[1] - area[1]) / area[3]
        if direction == "central":
            return abs(north) <= _CENTRAL and abs(east) <= _CENTRAL
        checks = {"north": north > 0, "south": north < 0, "east": east > 0, "west": east < 0}
        return all(holds for side, holds in checks.items() if side in direction)

    def _position(self, key: str) -> tuple[float, float] | None:
        city = self._cities.find(key)
        if city:
            return city.lat, city.lon
        area = self._area(key)
        return (area[0], area[1]) if area else None

    def _area(self, key: str) -> tuple[float, float, float, float] | None:
        if key in self._states:
            return self._cities.area(self._states[key].country or "", None)
        region = self._regions.get(key)
        return self._cities.area(region.country, region.admin1) if region and region.country and region.admin1 else None


@lru_cache(maxsize=4)
def load_gazetteer(folder: Path | None = None) -> Gazetteer:
    """The gazetteer of this installation, made once a process."""
    return Gazetteer(folder)


def _records() -> Mapping[str, Mapping[str, Any]]:
    path = bundled("seeds") / "reference" / "places.toml"
    try:
        records = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise VerifierError(f"The reference table {path.name} cannot be read: {error}") from error
    for slug, record in records.items():
        unknown = sorted(record.keys() - _FIELDS) if isinstance(record, dict) else [str(record)]
        if unknown:
            raise VerifierError(f"{path.name}: the entry “{slug}” has the unknown field “{unknown[0]}”.")
    return records


def _region(slug: str, record: Mapping[str, Any]) -> _Region:
    names = words_by_language(record)
    parents = [each.strip().partition(":") for each in record.get("within", "").split(",") if each.strip()]
    entry = PlaceEntry(
        slug=slug,
        name=names["en"][0],
        kind=record["kind"],
        within=tuple((parent, authority or "geographic") for parent, _, authority in parents),
        names=names,
        government=record.get("government"),
    )
    holds = tuple(each.strip() for each in record.get("holds", "").split(",") if each.strip())
    return _Region(entry, record.get("country"), record.get("admin1"), record.get("code"), holds)


def _state_entry(state: ActorEntry) -> PlaceEntry:
    return PlaceEntry(slug=state.slug, name=state.name, kind="country", names=state.names, government=state.slug)


def _add(lexicon: Lexicon[PlaceEntry], entry: PlaceEntry) -> None:
    for lang, words in entry.names.items():
        for word in words:
            lexicon.add(word, lang, entry)


def _strictly(lexicon: Lexicon[PlaceEntry], words: str, lang: str) -> tuple[PlaceEntry, ...]:
    langs = (lang, *(other for other in LANGUAGES if other != lang))
    return next((found for each in langs if (found := lexicon.find(words, each, strict=True))), ())


def _cities_first(listed: tuple[PlaceEntry, ...], cities: list[PlaceEntry]) -> tuple[PlaceEntry, ...]:
    regions = tuple(entry for entry in listed if entry.kind == "region")
    return (*(entry for entry in listed if entry.kind != "region"), *cities, *regions)

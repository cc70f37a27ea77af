"""Where things are: names in both languages, containment, rival authorities."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.paths import bundled
from verifier.reference.cities import CityTable, sounded
from verifier.reference.gazetteer import Gazetteer, load_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


# One place under its names in either language and in the usual spellings.
@pytest.mark.parametrize(
    ("words", "lang", "name"),
    [
        ("Kyiv", "en", "Kyiv"),
        ("Kiev", "en", "Kyiv"),
        ("Kiew", "de", "Kyiv"),
        ("Moskau", "de", "Moscow"),
        ("Warschau", "de", "Warsaw"),
        ("Cologne", "en", "Köln"),
        ("Köln", "de", "Köln"),
        ("Genf", "de", "Geneva"),
        ("Mailand", "de", "Milan"),
        ("Kharkov", "en", "Kharkiv"),
        ("Charkiw", "de", "Kharkiv"),
        ("Lviv", "en", "Lviv"),
        ("Lwiw", "de", "Lviv"),
        ("Kropyvnytsky", "en", "Kropyvnytskyi"),
        ("Germany", "en", "Germany"),
        ("Deutschland", "de", "Germany"),
        ("Bayern", "de", "Bavaria"),
        ("the Black Sea", "en", "Black Sea"),
        ("Schwarzen Meer", "de", "Black Sea"),
        ("Gazastreifen", "de", "Gaza Strip"),
        ("Europe", "en", "Europe"),
    ],
)
def test_places_by_name(gazetteer: Gazetteer, words: str, lang: str, name: str) -> None:
    assert gazetteer.places_named(words, lang)[0].name == name


@pytest.mark.parametrize("words", ["", "Nobodyville", "said", "  ", "Zelenskyy", "'; DROP TABLE city; --"])
def test_words_that_name_no_place(gazetteer: Gazetteer, words: str) -> None:
    assert gazetteer.places_named(words, "en") == ()


# A city and the region of its name are two places; the bare name is the city.
@pytest.mark.parametrize(("words", "lang"), [("Kursk", "en"), ("Donetsk", "en"), ("Charkiw", "de"), ("Kyiv", "en")])
def test_city_and_region_of_one_name(gazetteer: Gazetteer, words: str, lang: str) -> None:
    named = gazetteer.places_named(words, lang)
    (region,) = gazetteer.regions_named(words, lang)
    assert (named[0].kind, region.kind) == ("city", "region")
    assert region in named
    assert named[0].slug != region.slug


@pytest.mark.parametrize(
    ("words", "parent", "inside"),
    [
        ("Kursk", "kursk-region", True),
        ("Kursk", "russia", True),
        ("Kursk", "ukraine", False),
        ("Munich", "bavaria", True),
        ("Munich", "germany", True),
        ("Munich", "europe", True),
        ("Houston", "texas", True),
        ("Edinburgh", "scotland", True),
        ("Kherson", "ukraine/south", True),
        ("Chernihiv", "ukraine/south", False),
        ("Poland", "europe", True),
        ("Sweden", "scandinavia", True),
        ("Crimea", "black-sea", False),
    ],
)
def test_containment(gazetteer: Gazetteer, words: str, parent: str, inside: bool) -> None:
    assert gazetteer.is_within(gazetteer.places_named(words, "en")[0].slug, parent) is inside


# Disputed regions lie in more than one country, and say under whose authority.
@pytest.mark.parametrize("key", ["crimea", "sevastopol", "donetsk-region", "kherson-region"])
def test_disputed_regions_have_two_parents(gazetteer: Gazetteer, key: str) -> None:
    assert gazetteer.is_within(key, "ukraine")
    assert gazetteer.is_within(key, "russia")
    claims = {parent for parent, authority in gazetteer.parents(key) if authority == "claimed_by"}
    assert claims == {"russia"}


def test_every_listed_parent_and_part_exists(gazetteer: Gazetteer) -> None:
    records = tomllib.loads((bundled("seeds") / "reference" / "places.toml").read_text(encoding="utf-8"))
    for slug, record in records.items():
        held = [part.strip() for part in record.get("holds", "").split(",") if part]
        for key in (*(parent for parent, _ in gazetteer.parents(slug)), *held):
            assert gazetteer.find(key) is not None, (slug, key)


@pytest.mark.parametrize(("state", "city"), [("ukraine", "Kyiv"), ("germany", "Berlin"), ("north-korea", "Pyongyang")])
def test_capitals(gazetteer: Gazetteer, state: str, city: str) -> None:
    capital = gazetteer.capital_of(state)
    assert capital is not None
    assert (capital.name, capital.government) == (city, state)


def test_a_place_lies_in_itself_and_not_in_its_parts(gazetteer: Gazetteer) -> None:
    assert gazetteer.is_within("ukraine", "ukraine")
    assert gazetteer.is_within("ukraine/east", "ukraine")
    assert not gazetteer.is_within("ukraine", "ukraine/east")
    assert not gazetteer.is_within("~somewhere", "ukraine")


@given(st.text(max_size=30))
def test_any_words_may_be_asked(words: str) -> None:
    for place in load_gazetteer().places_named(words, "de"):
        assert load_gazetteer().find(place.slug) is not None
    assert sounded(sounded(words)) is not None


# The table of cities is a cache: it is made again when it is missing, damaged, or cannot be kept.
def test_a_damaged_or_unwritable_cache_does_no_harm(tmp_path: Path) -> None:
    assert CityTable(tmp_path).named("Kyiv")
    (cache,) = tmp_path.glob("cities-*.sqlite")
    cache.write_bytes(b"no database at all")
    assert CityTable(tmp_path).named("Kyiv")
    blocked = tmp_path / "a-file"
    blocked.write_text("not a folder")
    assert CityTable(blocked / "below").named("Kyiv")

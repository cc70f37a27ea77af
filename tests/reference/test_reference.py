"""Looking up actors, outlets, things and predicates by the words of two languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from verifier.errors import VerifierError
from verifier.reference import load, tables
from verifier.reference.checks import check


def test_the_tables_fit_together() -> None:
    assert check() == []


def test_reference_data_is_read_once() -> None:
    assert load() is load()


# People and states are found under every spelling of the agencies.
@pytest.mark.parametrize(
    ("words", "lang", "slug"),
    [
        ("Zelenskyy", "en", "zelenskyy"),
        ("Zelensky", "en", "zelenskyy"),
        ("Volodymyr Zelenskiy", "en", "zelenskyy"),
        ("Selenskyj", "de", "zelenskyy"),
        ("Wolodymyr Selenski", "de", "zelenskyy"),
        ("President Zelenskyy", "en", "zelenskyy"),
        ("Ukrainian President Volodymyr Zelenskyy", "en", "zelenskyy"),
        ("der ukrainische Präsident Wolodymyr Selenskyj", "de", "zelenskyy"),
        ("Recep Tayyip Erdoğan", "de", "erdogan"),
        ("Erdogan", "en", "erdogan"),
        ("Kyiv", "en", "ukraine"),
        ("Kiev", "en", "ukraine"),
        ("Kiew", "de", "ukraine"),
        ("the Kremlin", "en", "russia"),
        ("Weißen Hauses", "de", "united-states"),
        ("the U.S.", "en", "united-states"),
        ("die Vereinigten Staaten", "de", "united-states"),
        ("Bundesregierung", "de", "germany"),
        ("the German government", "en", "germany"),
        ("the World Health Organization", "en", "who"),
        ("the Pentagon", "en", "united-states:defence-ministry"),
        ("IWF", "de", "imf"),
    ],
)
def test_actor_named(words: str, lang: str, slug: str) -> None:
    actor = load().actor_named(words, lang)
    assert actor is not None
    assert actor.slug == slug


# What is no name names nobody: pronouns, common words, a role's holder we do not know.
@pytest.mark.parametrize(
    ("words", "lang"),
    [("us", "en"), ("who", "en"), ("it", "en"), ("turkey", "en"), ("table", "en"), ("Tisch", "de"), ("", "en")],
)
def test_nobody_is_named(words: str, lang: str) -> None:
    assert load().actor_named(words, lang) is None


# A role takes its state from an adjective, a genitive or a following name.
@pytest.mark.parametrize(
    ("words", "lang", "slug", "kind", "side"),
    [
        ("Ukraine's Defense Ministry", "en", "ukraine:defence-ministry", "org", "ukraine"),
        ("the Defense Ministry of Russia", "en", "russia:defence-ministry", "org", "russia"),
        ("russische Verteidigungsministerium", "de", "russia:defence-ministry", "org", "russia"),
        ("das Verteidigungsministerium der Ukraine", "de", "ukraine:defence-ministry", "org", "ukraine"),
        ("US-Verteidigungsministerium", "de", "united-states:defence-ministry", "org", "united-states"),
        ("Russian air defenses", "en", "russia:air-defence", "org", "russia"),
        ("ukrainischen Streitkräfte", "de", "ukraine:armed-forces", "org", "ukraine"),
        ("Ukrainian prosecutors", "en", "ukraine:prosecutors", "org", "ukraine"),
        ("French President", "en", "france:president", "person", "france"),
        ("US officials", "en", "united-states:official", "anonymous", "united-states"),
        ("Ukrainian intelligence source", "en", "ukraine:intelligence-source", "anonymous", "ukraine"),
        ("Turkish opposition", "en", "turkey:opposition", "group", "opposition"),
        ("Interior Ministry spokesperson", "en", "interior-ministry", "role", None),
        ("a spokesman for the Ukrainian air force", "en", "ukraine:air-force", "org", "ukraine"),
        ("Sprecher des Weißen Hauses", "de", "united-states:spokesperson", "person", "united-states"),
        ("Polizeisprecherin", "de", "spokesperson", "role", None),
        ("türkische Erdbebenbehörde", "de", "turkey:authority", "org", "turkey"),
        ("A source in Ukrainian intelligence", "en", "ukraine:source", "anonymous", "ukraine"),
        ("the governor of Bryansk, Alexander Bogomaz", "en", "bogomaz", "person", "russia"),
        ("Roman Starovoit, the governor,", "en", "starovoit", "person", "russia"),
        ("the Defense Ministry on social media", "en", "defence-ministry", "role", None),
        ("police", "en", "police", "role", None),
        ("Veranstalter", "de", "organisers", "role", "protesters"),
    ],
)
def test_roles_take_on_a_state(words: str, lang: str, slug: str, kind: str, side: str | None) -> None:
    actor = load().actor_named(words, lang)
    assert actor is not None
    assert (actor.slug, actor.kind, load().side_of(actor.slug)) == (slug, kind, side)


def test_a_role_with_state_is_found_again_by_its_slug() -> None:
    actor = load().actor("ukraine:air-force")
    assert actor is not None
    assert actor.parent == "ukraine"
    assert load().actor("atlantis:air-force") is None


def test_a_capital_is_a_government_only_where_the_caller_wants_one() -> None:
    assert load().is_capital("Moscow", "en")
    assert not load().is_capital("Russia", "en")
    assert load().actor_named("Moskau", "de", capitals=False) is None


@pytest.mark.parametrize(
    ("word", "lang", "slug"),
    [
        ("Russian", "en", "russia"),
        ("russische", "de", "russia"),
        ("russischer", "de", "russia"),
        ("nordkoreanischen", "de", "north-korea"),
        ("Russinnen", "de", "russia"),
        ("Ukrainern", "de", "ukraine"),
        ("Dane", "en", "denmark"),
        ("North Koreans", "en", "north-korea"),
        ("U.S.", "en", "united-states"),
        ("US-Geheimdienste", "de", "united-states"),
        ("EU-Staaten", "de", "eu"),
        ("North Korean", "en", "north-korea"),
        ("Schweizer", "de", "switzerland"),
    ],
)
def test_actor_of_adjective(word: str, lang: str, slug: str) -> None:
    actor = load().actor_of_adjective(word, lang)
    assert actor is not None
    assert actor.slug == slug


@pytest.mark.parametrize("word", ["blue", "us", "Ukraine-Krieg", "großen"])
def test_other_adjectives_belong_to_nobody(word: str) -> None:
    assert load().actor_of_adjective(word, "de") is None


@pytest.mark.parametrize(
    ("slug", "side"),
    [
        ("zelenskyy", "ukraine"),
        ("guterres", "un"),
        ("who", "who"),
        ("verdi", "union"),
        ("ria", None),
        ("witnesses", None),
    ],
)
def test_side_of(slug: str, side: str | None) -> None:
    assert load().side_of(slug) == side


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("the New York Times", "nyt"),
        ("The Guardian", "guardian"),
        ("dpa", "dpa"),
        ("RIA state news agency", "ria"),
        ("Deutsche Welle", "dw"),
    ],
)
def test_outlet_named(words: str, slug: str) -> None:
    outlet = load().outlet_named(words)
    assert outlet is not None
    assert outlet.slug == slug


def test_an_outlet_is_not_named_by_a_common_word() -> None:
    assert load().outlet_named("time magazine articles") is None
    assert load().outlet_named("stern") is None


@pytest.mark.parametrize(
    ("address", "slug"),
    [
        ("https://p.dw.com/p/4abcD", "dw"),
        ("www.bbc.co.uk", "bbc"),
        ("https://amp.theguardian.com:443/world", "guardian"),
        ("nytimes.com.evil.example", None),
        ("example.org", None),
        ("", None),
    ],
)
def test_outlet_of_domain(address: str, slug: str | None) -> None:
    outlet = load().outlet_of_domain(address)
    assert (outlet.slug if outlet else None) == slug


@pytest.mark.parametrize(
    ("left", "right", "lang", "contrast"),
    [
        ("near", "far away from", "en", "opposite"),
        ("near", "close to", "en", "same"),
        ("north", "east", "en", "opposite"),
        ("geöffnet", "geschlossen", "de", "opposite"),
        ("near", "red", "en", None),
        ("near", "far", "de", None),
    ],
)
def test_contrast(left: str, right: str, lang: str, contrast: str | None) -> None:
    assert load().contrast(left, right, lang) == contrast


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('drone = { en = "drone", colour = "grey" }', "colour"),
        ("drone = 3", "drone"),
        ("drone = {", "things.toml"),
    ],
)
def test_a_faulty_table_names_file_and_entry(
    text: str, named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "reference").mkdir()
    (tmp_path / "reference" / "things.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(tables, "bundled", lambda _: tmp_path)
    with pytest.raises(VerifierError, match=r"things\.toml") as caught:
        list(tables.read_entries("things", tables.thing_of))
    assert named in str(caught.value)

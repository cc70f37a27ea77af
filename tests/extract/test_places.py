"""Places in both languages, and the governments, people and nouns that only look like them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.extract.places import THERE, PlaceMention, find_places
from verifier.text.shadow import shadow_of
from verifier.text.tagging import tag_text


def read(text: str, lang: str) -> list[PlaceMention]:
    shadow = shadow_of(text)
    return find_places(shadow, tag_text(shadow, 0, len(shadow), lang), lang)


def found(text: str, lang: str) -> list[str]:
    return [mention.place.key for mention in read(text, lang)]


# The preposition tells how what is told lies to the place.
@pytest.mark.parametrize(
    ("lang", "text", "key", "rel", "near"),
    [
        ("en", "Ten workers died in Hamburg.", "hamburg-de-04", "in", False),
        ("en", "Ten workers died near Hamburg.", "hamburg-de-04", "in", True),
        ("en", "Ten workers died 20 miles south of Hamburg.", "hamburg-de-04", "in", True),
        ("en", "A helicopter exploded over Hamburg.", "hamburg-de-04", "over", False),
        ("en", "Ten workers came from Hamburg.", "hamburg-de-04", "from", False),
        ("en", "Ten workers moved to Hamburg.", "hamburg-de-04", "to", False),
        ("en", "The flood hit Hamburg.", "hamburg-de-04", "in", False),
        ("en", "Hamburg was flooded twice.", "hamburg-de-04", "in", False),
        ("en", "The shelling of Kherson went on.", "kherson-ua-08", "in", False),
        ("en", "They sailed on the Black Sea.", "black-sea", "in", False),
        ("en", "She travelled to China by train.", "china", "to", False),
        ("de", "Zehn Arbeiter starben in Hamburg.", "hamburg-de-04", "in", False),
        ("de", "Zehn Arbeiter starben im Hamburger Hafen.", "hamburg-de-04", "in", False),
        ("de", "In der Münchner Innenstadt brannten zwei Häuser.", "munich-de-02", "in", False),
        ("de", "Am Bremer Hauptbahnhof wurden drei Menschen verletzt.", "bremen-de-03", "in", False),
        ("de", "Vor dem Kölner Rathaus standen 300 Menschen.", "koln-de-07", "in", False),
        ("de", "Zehn Arbeiter starben bei Hamburg.", "hamburg-de-04", "in", True),
        ("de", "Zehn Arbeiter starben in der Nähe von Hamburg.", "hamburg-de-04", "in", True),
        ("de", "Zehn Arbeiter starben südlich von Hamburg.", "hamburg-de-04", "in", True),
        ("de", "Ein Hubschrauber explodierte über Hamburg.", "hamburg-de-04", "over", False),
        ("de", "Zehn Arbeiter kamen aus Hamburg.", "hamburg-de-04", "from", False),
        ("de", "Zehn Arbeiter zogen nach Hamburg.", "hamburg-de-04", "to", False),
        ("de", "Der Angriff auf Kiew dauerte an.", "kyiv-ua-12", "in", False),
        ("de", "Sie reiste in die Türkei.", "turkey", "in", False),
    ],
)
def test_relations(lang: str, text: str, key: str, rel: str, near: bool) -> None:
    (mention,) = read(text, lang)
    assert (mention.place.key, mention.place.rel, mention.near) == (key, rel, near)


# A word such as "region" tells the region from the city of its name, and names unknown places too.
@pytest.mark.parametrize(
    ("lang", "text", "keys"),
    [
        ("en", "Fires burned in Kursk.", ["kursk-ru-41"]),
        ("en", "Fires burned in the Kursk region.", ["kursk-region"]),
        ("en", "Fires burned in the region of Kursk.", ["kursk-region"]),
        ("en", "Fires burned in the Sumy and Poltava regions.", ["sumy-region", "poltava-region"]),
        ("en", "Fires burned in the regions of Sumy and Poltava.", ["sumy-region", "poltava-region"]),
        ("en", "Fires burned in the village of Altenfurt.", ["~altenfurt"]),
        ("en", "Fires burned in Altenfurt village.", ["~altenfurt"]),
        ("en", "Fires burned in Altenfurt.", ["~altenfurt"]),
        ("en", "Fires burned in the US state of Georgia.", ["georgia-us"]),
        ("en", "Fires burned in Georgia and Alabama.", ["georgia-us", "alabama"]),
        ("en", "Fires burned in Georgia.", ["georgia"]),
        ("en", "Fires burned in the Italian capital.", ["rome-it-07"]),
        ("en", "Fires burned in Italy's capital Rome.", ["rome-it-07"]),
        ("en", "Fires burned near the Kremlin.", ["kremlin"]),
        ("en", "Fires burned in Oklahoma.", ["oklahoma"]),
        ("en", "Fires burned in Rostov-on-Don.", ["rostov-on-don-ru-61"]),
        ("de", "Es brannte in Frankfurt am Main.", ["frankfurt-am-main-de-05"]),
        ("de", "Es brannte in Kursk.", ["kursk-ru-41"]),
        ("de", "Es brannte in der Region Kursk.", ["kursk-region"]),
        ("de", "Es brannte im Gebiet Charkiw.", ["kharkiv-region"]),
        ("de", "Es brannte in den Gebieten Sumy und Poltawa.", ["sumy-region", "poltava-region"]),
        ("de", "Es brannte im Dorf Altenfurt.", ["~altenfurt"]),
        ("de", "Es brannte auf der Halbinsel Krim.", ["crimea"]),
        ("de", "Es brannte in der italienischen Hauptstadt.", ["rome-it-07"]),
        ("de", "Es brannte in Italiens Hauptstadt Rom.", ["rome-it-07"]),
    ],
)
def test_what_is_named(lang: str, text: str, keys: list[str]) -> None:
    assert found(text, lang) == keys


# A direction makes a part of the bigger place.
@pytest.mark.parametrize(
    ("lang", "text", "key"),
    [
        ("en", "Rain fell in northern Poland.", "poland/north"),
        ("en", "Rain fell in south-eastern Poland.", "poland/southeast"),
        ("en", "Rain fell in the north of Poland.", "poland/north"),
        ("en", "Rain fell in northwest Poland.", "poland/northwest"),
        ("en", "Rain fell in central Poland.", "poland/central"),
        ("en", "Rain fell in the northwest.", "~northwest"),
        ("de", "In Nordpolen regnete es.", "poland/north"),
        ("de", "Im Norden Polens regnete es.", "poland/north"),
        ("de", "Im Südosten der Slowakei regnete es.", "slovakia/southeast"),
        ("de", "In der Ostukraine regnete es.", "ukraine/east"),
    ],
)
def test_parts_of_places(lang: str, text: str, key: str) -> None:
    assert found(text, lang) == [key]


# The text itself says where a place lies, which also tells namesakes apart.
@pytest.mark.parametrize(
    ("lang", "text", "key", "within"),
    [
        (
            "en",
            "It hit Orikhiv, a town in the Ukrainian region of Zaporizhzhia.",
            None,
            ("zaporizhzhia-region", "ukraine"),
        ),
        ("en", "They met in the Spanish city of Valencia.", "valencia-es-60", ("spain",)),
        ("en", "They met in Valencia, Spain.", "valencia-es-60", ("spain",)),
        ("en", "They met in Valencia in eastern Spain.", "valencia-es-60", ("spain/east",)),
        ("en", "They met in Paris, Texas.", "paris-us-tx", ("texas",)),
        ("en", "They met in Russia's Kursk region.", "kursk-region", ("russia",)),
        ("en", "It was seen in the southern Russian region of Rostov.", "rostov-region", ("russia/south",)),
        ("de", "Sie trafen sich in der spanischen Stadt Valencia.", "valencia-es-60", ("spain",)),
        ("de", "Sie trafen sich in Valencia im Osten Spaniens.", "valencia-es-60", ("spain/east",)),
        ("de", "Sie trafen sich in der Region Sewastopol auf der Krim.", "sevastopol-region", ("crimea",)),
    ],
)
def test_where_a_place_lies(lang: str, text: str, key: str | None, within: tuple[str, ...]) -> None:
    first, *rest = read(text, lang)
    assert key is None or first.place.key == key
    assert first.place.within == within
    assert not first.outer
    assert all(mention.outer for mention in rest)


# Governments, people, bodies and common words are no places.
@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Kyiv says it downed three drones."),
        ("en", "London and Paris agreed on Tuesday."),
        ("en", "Germany warned Beijing, officials said."),
        ("en", "The EU imposed sanctions on Russia."),
        ("en", "He spoke to Moscow about aid to Kyiv."),
        ("en", "A deal between Washington and Tehran is near."),
        ("en", "Ukraine's air force and Russia's navy clashed."),
        ("en", "Joe London met Paris Hilton."),
        ("en", "He told the New York Times."),
        ("en", "It was reading material, nice of course."),
        ("en", "She sang to Clinton and heard from Nelson."),
        ("en", "He turned to the Virginia delegation and Secretary of State Jon Husted."),
        ("en", "Talks on Russia went on in silence."),
        ("en", "A Tokyo court and the Munich mayor disagreed."),
        ("en", "She is in charge, in March and in Parliament."),
        ("en", "There were three of them."),
        ("de", "Kiew teilte mit, drei Drohnen seien abgeschossen worden."),
        ("de", "London und Paris einigten sich am Dienstag."),
        ("de", "Die Sanktionen gegen Russland wirken."),
        ("de", "Ein Treffen mit Moskau ist geplant."),
        ("de", "Der Bürgermeister von Charkiw trat zurück."),
        ("de", "Deutschlands Regierung schweigt."),
        ("de", "Kinder im Alter von drei Jahren spielten im vollen Saal mit Uran."),
        ("de", "Paris Müller kam im März in Betracht."),
    ],
)
def test_look_alikes(lang: str, text: str) -> None:
    assert found(text, lang) == []


@pytest.mark.parametrize(("lang", "text"), [("en", "Two thousand live there."), ("de", "Zweitausend leben dort.")])
def test_there_is_left_to_the_reader(lang: str, text: str) -> None:
    assert found(text, lang) == [THERE]


_WORDS = (
    "in the of near Kyiv Kursk Valencia Spain Russia's region regions city village southern north Ukrainian capital "
    "and , a der die im Norden Stadt Gebiete Ukraine Deutschlands von bei Paris Berlin Altenfurt says attacked there"
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(_WORDS.split()), max_size=12), st.sampled_from(["en", "de"]))
def test_any_words_give_places_in_order(words: list[str], lang: str) -> None:
    text = " ".join(words)
    end = 0
    for mention in read(text, lang):
        assert mention.span.start >= end
        assert mention.place.name in text
        assert mention.place.key not in mention.place.within
        end = mention.span.end


@pytest.mark.parametrize(
    "text",
    [
        "Die Kölner Polizei nahm zwölf Menschen fest.",
        "Mit dem Berliner Senat wurde nicht gesprochen.",
        "Beim Lehrer Müller brannte es.",
    ],
)
def test_a_town_as_an_adjective_is_a_place_after_a_preposition_of_place_alone(text: str) -> None:
    assert [key for key in found(text, "de") if key.startswith(("koln", "berlin", "lehr"))] == []

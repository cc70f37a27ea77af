"""Quantities with their units in both languages: money, measures, shares, ages, heat, ranges, changes, things."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.domain.enums import QuantityKind
from verifier.domain.quantity import Quantity
from verifier.extract.quantities import quantities_in


def read(text: str, lang: str) -> list[Quantity]:
    return quantities_in(text, lang)


def only(text: str, lang: str) -> Quantity:
    (quantity,) = read(text, lang)
    return quantity


# Money by symbol, code or name, before or after, in millions, with its small coins.
@pytest.mark.parametrize(
    ("lang", "text", "value", "unit"),
    [
        ("en", "The bridge cost $48.6 million.", 48_600_000, "USD"),
        ("en", "The bridge cost £7m.", 7_000_000, "GBP"),
        ("en", "The bridge cost PS7.5bn.", 7.5e9, "GBP"),
        ("en", "The bridge cost C$ 12,500.", 12_500, "CAD"),
        ("en", "The bridge cost HK $ 90.", 90, "HKD"),
        ("en", "The bridge cost $US160.", 160, "USD"),
        ("en", "The bridge cost mxn$ 15.", 15, "MXN"),
        ("en", "The bridge cost EUR 20.", 20, "EUR"),
        ("en", "The bridge cost 20 usd.", 20, "USD"),
        ("en", "The bridge cost 75 USD million.", 75_000_000, "USD"),
        ("en", "The bridge cost MAUD 60.", 60_000_000, "AUD"),
        ("en", "The bridge cost 300 kroner.", 300, "{krone}"),
        ("en", "The bridge cost half a million Swiss francs.", 500_000, "CHF"),
        ("en", "The ferry costs 4 dollars and 20 cents.", 4.2, "USD"),
        ("en", "The ferry costs four dollars twenty.", 4.2, "USD"),
        ("en", "The ferry costs 11c.", 11, "[cent]"),
        ("en", "The ferry made -$3 million.", -3_000_000, "USD"),
        ("de", "Die Brücke kostet 48,6 Mio. Euro.", 48_600_000, "EUR"),
        ("de", "Die Brücke kostet 3,2 Milliarden US-Dollar.", 3.2e9, "USD"),
        ("de", "Die Brücke kostet 20 Schweizer Franken.", 20, "CHF"),
        ("de", "Die Fähre kostet 4 Euro 20.", 4.2, "EUR"),
        ("de", "Die Fähre kostet vier Euro und zwanzig Cent.", 4.2, "EUR"),
        ("de", "Die Fähre kostet eine siebenhundert-Euro-Gebühr.", 700, "EUR"),
    ],
)
def test_money(lang: str, text: str, value: float, unit: str) -> None:
    quantity = only(text, lang)
    assert (quantity.kind, quantity.point, quantity.unit) == (QuantityKind.MONEY, pytest.approx(value), unit)


@pytest.mark.parametrize(
    ("lang", "text", "value", "unit"),
    [
        ("en", "They walked seven miles.", 7, "[mi_i]"),
        ("en", "They took a six-mile path.", 6, "[mi_i]"),
        ("en", "They walked half a mile.", 0.5, "[mi_i]"),
        ("en", "The mast is 90m high.", 90, "m"),
        ("en", "The mast is 5 ft 6 in high.", 5.5, "[ft_i]"),
        ("en", "The farm has 31 sq km.", 31, "km2"),
        ("en", "The lorry did 80 km per hour.", 80, "km/h"),
        ("en", "The lorry did 50 mph.", 50, "[mi_i]/h"),
        ("en", "The ship took on 2.4m tonnes.", 2_400_000, "t"),
        ("en", "The film lasts 2 hours and 30 minutes.", 2.5, "h"),
        ("en", "The baby weighed seven pounds.", 7, "[lb_av]"),
        ("en", "A 200-pound man called.", 200, "[lb_av]"),
        ("en", "The file has 30GB.", 30, "GBy"),
        ("en", "The wheel turned by an angle of 20 degrees.", 20, "deg"),
        ("en", "It is three times as long.", 3, "[times]"),
        ("en", "It is twice as long.", 2, "[times]"),
        ("de", "Sie gingen sieben Kilometer.", 7, "km"),
        ("de", "Der Mast ist anderthalb Meter hoch.", 1.5, "m"),
        ("de", "Der Laster fuhr 80 Kilometer pro Stunde.", 80, "km/h"),
        ("de", "Der Hof hat 31 Quadratkilometer.", 31, "km2"),
        ("de", "Das Schiff lud 35.000 Tonnen Salz.", 35_000, "t"),
        ("de", "Das Buch ist doppelt so lang.", 2, "[times]"),
        ("de", "Das Kabel ist dreimal so lang.", 3, "[times]"),
    ],
)
def test_measures(lang: str, text: str, value: float, unit: str) -> None:
    quantity = only(text, lang)
    assert (quantity.kind, quantity.point, quantity.unit) == (QuantityKind.MEASURE, pytest.approx(value), unit)


@pytest.mark.parametrize(
    ("lang", "text", "value", "unit"),
    [
        ("en", "It was 40 degrees celsius.", 40, "Cel"),
        ("en", "It was 35C yesterday.", 35, "Cel"),
        ("en", "The temperature was 95 f.", 95, "[degF]"),
        ("en", "It was minus 12 degrees.", -12, "[degree]"),
        ("en", "It was 12 degrees below zero.", -12, "[degree]"),
        ("de", "Es waren -3 °C.", -3, "Cel"),
        ("de", "Es waren 12 Grad unter null.", -12, "[degree]"),
    ],
)
def test_heat(lang: str, text: str, value: float, unit: str) -> None:
    quantity = only(text, lang)
    assert (quantity.kind, quantity.point, quantity.unit) == (QuantityKind.TEMPERATURE, value, unit)


@pytest.mark.parametrize(
    ("lang", "text", "value", "unit"),
    [
        ("en", "Her son is five years old.", 5, "a"),
        ("en", "A 90-year-old called.", 90, "a"),
        ("en", "The calf is 14 months old.", 14, "mo"),
        ("en", "The patient is 3 weeks of age.", 3, "wk"),
        ("en", "A swimmer aged 34 called.", 34, "a"),
        ("en", "Anna Weber, 34, of Leeds, called.", 34, "a"),
        ("de", "Ihr Sohn ist fünf Jahre alt.", 5, "a"),
        ("de", "Eine 90-Jährige rief an.", 90, "a"),
        ("de", "Ein 34-jähriger Mann rief an.", 34, "a"),
        ("de", "Er starb im Alter von 6 Monaten.", 6, "mo"),
    ],
)
def test_ages(lang: str, text: str, value: float, unit: str) -> None:
    quantity = only(text, lang)
    assert (quantity.kind, quantity.point, quantity.unit) == (QuantityKind.AGE, value, unit)


@pytest.mark.parametrize(
    ("lang", "text", "value", "unit"),
    [
        ("en", "The mill owns 43.4 percent of the wood.", 43.4, "%"),
        ("en", "The mill owns two thirds of the wood.", 2 / 3, None),
        ("en", "One in four voters stayed away.", 0.25, None),
        ("en", "Nine out of ten voters stayed away.", 0.9, None),
        ("en", "The rate rose 2.5 percentage points.", 2.5, "[pp]"),
        ("en", "The rate rose 25 basis points.", 25, "[bp]"),
        ("de", "Die Mühle besitzt 43,4 Prozent des Waldes.", 43.4, "%"),
        ("de", "Die Mühle besitzt ein Drittel des Waldes.", 1 / 3, None),
        ("de", "Die Mühle besitzt die Hälfte des Waldes.", 0.5, None),
        ("de", "Der Satz stieg um 2,5 Prozentpunkte.", 2.5, "[pp]"),
    ],
)
def test_shares(lang: str, text: str, value: float, unit: str | None) -> None:
    quantity = only(text, lang)
    assert (quantity.kind, quantity.point, quantity.unit) == (QuantityKind.SHARE, pytest.approx(value), unit)


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("en", "It was the second attack.", 2),
        ("en", "It was the 21st attack.", 21),
        ("en", "A third party paid.", 3),
        ("de", "Es war der zweite Angriff.", 2),
        ("de", "Es war der 21. Angriff.", 21),
    ],
)
def test_ordinals(lang: str, text: str, value: float) -> None:
    quantity = only(text, lang)
    assert (quantity.kind, quantity.point) == (QuantityKind.ORDINAL, value)


# Both ends share unit and scale; a bound from below and one from above make a range too.
@pytest.mark.parametrize(
    ("lang", "text", "low", "high", "unit"),
    [
        ("en", "Between 50 and 70 boats sank.", 50, 70, None),
        ("en", "They expect 5-7 percent.", 5, 7, "%"),
        ("en", "They expect two to three million dollars.", 2e6, 3e6, "USD"),
        ("en", "They expect $5 to $7 million.", 5e6, 7e6, "USD"),
        ("en", "They ordered 5k-20k masks.", 5_000, 20_000, None),
        ("en", "They lost 5-7 percent.", 5, 7, "%"),
        ("en", "They won 5-7 small prizes.", 5, 7, None),
        ("en", "The path has six or seven bends.", 6, 7, None),
        ("en", "More than 10 but fewer than 40 boats sank.", 10, 40, None),
        ("en", "At least 5 and no more than 20 boats sank.", 5, 20, None),
        ("en", "Girls between the ages of 6 and 15 sang.", 6, 15, "a"),
        ("en", "Loans range from 200 to 500 euros.", 200, 500, "EUR"),
        ("de", "Zwischen 50 und 70 Boote sanken.", 50, 70, None),
        ("de", "Sie erwarten 5 bis 7 Prozent.", 5, 7, "%"),
        ("de", "Sie erwarten zwei bis drei Millionen Euro.", 2e6, 3e6, "EUR"),
        ("de", "Mehr als 10, aber weniger als 40 Boote sanken.", 10, 40, None),
        ("de", "Es betrifft 16- bis 24-jährige Frauen.", 16, 24, "a"),
    ],
)
def test_ranges(lang: str, text: str, low: float, high: float, unit: str | None) -> None:
    quantity = only(text, lang)
    assert (quantity.point, quantity.low, quantity.high, quantity.unit) == (None, low, high, unit)


# A change and the level it leads to are two quantities; the one the verb speaks of has the trend.
@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Prices rose by 3 percent.", [(3, "up")]),
        ("en", "Prices fell to 40 dollars.", [(40, "down")]),
        ("en", "Prices are up 3%.", [(3, "up")]),
        ("en", "Prices rose from 5 percent to 7 percent.", [(5, None), (7, "up")]),
        ("en", "Prices fell 3 percent to 40 dollars.", [(3, "down"), (40, None)]),
        ("en", "The index lost 120 points, or 0.4 percent.", [(120, "down"), (0.4, "down")]),
        ("en", "Steel plummeted 9 percent while tin slid 2 percent.", [(9, "down"), (2, "down")]),
        ("en", "The army lost 17 lorries.", [(17, None)]),
        ("de", "Die Preise stiegen um 3 Prozent.", [(3, "up")]),
        ("de", "Die Preise sind um 3 Prozent gesunken.", [(3, "down")]),
        ("de", "Die Preise fielen auf 40 Euro.", [(40, "down")]),
    ],
)
def test_trends(lang: str, text: str, expected: list[tuple[float, str | None]]) -> None:
    assert [(q.point, q.trend.value if q.trend else None) for q in read(text, lang)] == expected


@pytest.mark.parametrize(
    ("lang", "text", "noun"),
    [
        ("en", "They sold eight more boats.", "boat"),
        ("en", "They sold 2.7m digital and printed copies.", "printed copy"),
        ("en", "Half the flats stand empty.", "flat"),
        ("en", "They sold 40 new electric lorries.", "new electric lorry"),
        ("de", "Sie verkauften 40 neue Lastwagen.", "neue lastwagen"),
    ],
)
def test_counted_nouns(lang: str, text: str, noun: str) -> None:
    assert only(text, lang).noun == noun


def test_seven_or_eight_inches_share_their_unit() -> None:
    assert [q.unit for q in read("He sells 7-, 9- and 12-inch screens.", "en")] == ["[in_i]"] * 3


def test_the_figure_leaves_its_wording_aside() -> None:
    quantity = only("It weighs at least 40 kilos.", "en")
    text = "It weighs at least 40 kilos."
    assert quantity.surface == "at least 40 kilos"
    assert quantity.figure is not None
    assert quantity.figure.of(text) == "40 kilos"


words = st.sampled_from(
    ["one", "17", "50,000", "$", "%", "percent", "million", "-", "and", "to", "or", "more", "than", "old", "m", "in"]
)


@settings(max_examples=60)
@given(st.lists(words, max_size=14), st.sampled_from(["en", "de"]))
def test_any_row_of_words_is_read(row: list[str], lang: str) -> None:
    text = " ".join(row)
    end = 0
    for quantity in read(text, lang):
        assert quantity.hard.covers(quantity.soft)
        assert end <= quantity.span.start < quantity.span.end <= len(text)
        end = quantity.span.end

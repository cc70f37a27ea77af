"""News of two documents read and judged: what one denies of the other, and the look-alikes beside it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.pairing.reading import claims_of
from verifier.domain.claim import Claim
from verifier.domain.enums import Relation
from verifier.pairing.candidates import find_nearby
from verifier.pairing.ladder import compare_claims


def _read(text: str, lang: str, name: str, day: datetime | None = datetime(2024, 5, 9, tzinfo=UTC)) -> list[Claim]:
    return claims_of(text, lang, name, day)


def _contradict(left: list[Claim], right: list[Claim]) -> bool:
    found = (compare_claims(one, other) for one in left for other in right)
    return any(c.relation in (Relation.CONTRADICTS, Relation.DISPUTES) for c in found)


# An act denied in another language, of the same object; the look-alikes are of another place, day, party or thing.
@pytest.mark.parametrize(
    ("lang", "left", "other_lang", "right", "expected"),
    [
        (
            "en", "Two rockets struck a residential building in the city of Larvik on Monday night, governor Ole "
            "Brandt said.",
            "de", "Das Verteidigungsministerium in Torna teilte am Dienstag mit, in Larvik sei kein Wohnhaus "
            "getroffen worden.",
            True,
        ),
        (
            "en", "Two rockets struck a residential building in the city of Larvik on Monday night, governor Ole "
            "Brandt said. In Halden nobody was hurt.",
            "de", "Das Verteidigungsministerium in Torna teilte am Dienstag mit, in Halden sei kein Wohnhaus "
            "getroffen worden. Larvik meldete Schäden.",
            False,
        ),
        (
            "en", "Two rockets struck a power plant in the city of Larvik on Monday night, governor Ole Brandt "
            "said.",
            "de", "Das Verteidigungsministerium in Torna teilte am Dienstag mit, in Larvik sei kein Krankenhaus "
            "getroffen worden.",
            False,
        ),
        (
            "de", "Die Behörde betonte am Dienstag, in Larvik sei keine Schule geschlossen worden.",
            "en", "The primary school in Larvik was closed on Monday, parents said.",
            True,
        ),
        (
            "de", "Die Behörde betonte am Dienstag, in Larvik sei keine Schule geschlossen worden.",
            "en", "The swimming pool in Larvik was closed on Monday, parents said.",
            False,
        ),
        (
            "en", "The militia said no warehouse in Larvik was looted on Monday.",
            "de", "In Larvik wurde am Montag ein Lagerhaus geplündert, bestätigte das Welternährungsprogramm.",
            True,
        ),
        (
            "de", "Das Trinkwasser in Larvik ist nicht verunreinigt, sagte der Versorger am Freitag.",
            "en", "Tap water in Larvik is contaminated with bacteria, the health agency said on Saturday.",
            True,
        ),
        (
            "de", "Die Polizei hat bei der Demonstration in Larvik nach eigenen Angaben keine Gummigeschosse "
            "eingesetzt.",
            "en", "Police fired rubber bullets at demonstrators in Larvik, the ombudsman's office said.",
            True,
        ),
        (
            "en", "The commander denied that his officers had used tear gas in Larvik on Saturday.",
            "de", "Beamte setzten am Samstag in Larvik nach Angaben von Augenzeugen Wasserwerfer ein.",
            False,
        ),
        (
            "en", "The hospital in Larvik was evacuated on Monday, police said.",
            "de", "Das Krankenhaus in Larvik sei am Montag nicht evakuiert worden, sagte eine Sprecherin der "
            "Klinik.",
            True,
        ),
        (
            "en", "The hospital in Larvik was evacuated on Monday, police said.",
            "de", "Das Krankenhaus in Halden sei am Montag nicht evakuiert worden, sagte eine Sprecherin der "
            "Klinik. Larvik liegt nebenan.",
            False,
        ),
        (
            "en", "The hospital in Larvik was evacuated on Monday, police said.",
            "de", "Das Krankenhaus in Larvik sei am 2. Mai nicht evakuiert worden, sagte eine Sprecherin der "
            "Klinik.",
            False,
        ),
        (
            "en", "The army denied that it had attacked the hospital in Halvik on Monday.",
            "de", "Die Armee griff am Montag das Krankenhaus in Halvik an, sagten Ärzte.",
            True,
        ),
        (
            "en", "The army denied that it had attacked the hospital in Halvik on Monday.",
            "de", "Die Armee griff am Samstag das Krankenhaus in Halvik an, sagten Ärzte.",
            False,
        ),
        (
            "en", "The army denied that it had attacked the hospital in Halvik on Monday.",
            "de", "Die Armee griff am Montag die Schule in Halvik an, sagten Lehrer.",
            False,
        ),
        (
            "en", "The tanker Oriana was not hit by a missile off Torna, its owner said on Monday.",
            "de", "Der Tanker Oriana wurde vor Torna von einer Rakete getroffen, teilte die Küstenwache am Montag "
            "mit.",
            True,
        ),
        (
            "en", "The tanker Oriana was not hit by a missile off Torna, its owner said on Monday.",
            "de", "Der Tanker Meridian wurde vor Torna von einer Rakete getroffen, teilte die Küstenwache am Montag "
            "mit. Die Oriana fuhr weiter.",
            False,
        ),
        (
            "en", "The president of Torna has signed the media law, his office said on Monday.",
            "de", "Der Präsident von Torna habe das Mediengesetz nicht unterzeichnet, sagte die Opposition am "
            "Dienstag.",
            True,
        ),
        (
            "en", "The president of Torna has signed the media law, his office said on Monday.",
            "de", "Der Präsident von Torna habe das Steuergesetz nicht unterzeichnet, sagte die Opposition am "
            "Dienstag.",
            False,
        ),
        (
            "de", "Innenminister Paul Renner ist zurückgetreten, teilte die Regierung in Torna am Montag mit.",
            "en", "Finance Minister Vera Stahl has not resigned, the government in Torna said on Tuesday. Paul "
            "Renner was praised.",
            False,
        ),
        (
            "de", "Der Konzern habe das Werk in Telgau nicht verkauft, sagte eine Sprecherin am Montag.",
            "en", "The company has sold its plant in Telgau, the union said on Monday.",
            True,
        ),
        (
            "de", "Der Konzern habe das Werk in Telgau nicht verkauft, sagte eine Sprecherin am Montag.",
            "en", "The company has sold its plant in Halden, the union said on Monday. Telgau stays.",
            False,
        ),
        (
            "en", "The bank denied that customer data had been stolen in Telgau.",
            "de", "Bei der Bank in Telgau wurden Kundendaten gestohlen, teilte die Polizei mit.",
            True,
        ),
        (
            "en", "The bank denied that customer data had been stolen in Telgau.",
            "de", "In Telgau wurden zwei Autos gestohlen, teilte die Polizei mit.",
            False,
        ),
        (
            "de", "Der Tunnel in Telgau war am Montag nicht gesperrt, sagte die Autobahngesellschaft.",
            "en", "The tunnel in Telgau was closed on Monday, drivers said.",
            True,
        ),
        (
            "de", "Die Wasserversorgung in Telgau sei wiederhergestellt, sagte die Bürgermeisterin am Dienstag.",
            "en", "Water supplies in Telgau have not been restored, residents said on Tuesday.",
            True,
        ),
        (
            "en", "The government has paid a ransom for the hostages in Torna, a newspaper reported on Monday.",
            "de", "Das Ministerium erklärte am Dienstag, für die Geiseln in Torna sei kein Lösegeld gezahlt worden.",
            True,
        ),
    ],
)  # fmt: skip
def test_denied_acts(lang: str, left: str, other_lang: str, right: str, expected: bool) -> None:
    assert _contradict(_read(left, lang, "left"), _read(right, other_lang, "right")) is expected


# What an act entails is denied, not what it leaves open; the look-alikes are of another place, day, party or thing.
@pytest.mark.parametrize(
    ("lang", "left", "other_lang", "right", "expected"),
    [
        (
            "en", "The governor said the power plant in Larvik had not been damaged in Monday's storm.",
            "de", "Der Sturm habe das Kraftwerk in Larvik am Montag zerstört, sagten Anwohner.",
            True,
        ),
        (
            "en", "The governor said the power plant in Larvik had not been destroyed in Monday's storm.",
            "de", "Der Sturm habe das Kraftwerk in Larvik am Montag beschädigt, sagten Anwohner.",
            False,
        ),
        (
            "en", "Chemical company Norvex denied on Tuesday that anything had leaked from its plant in Larvik.",
            "en", "Some 300 litres of acid had escaped from the Norvex plant in Larvik, the environment agency said "
            "on Thursday.",
            True,
        ),
        (
            "en", "Chemical company Norvex denied on Tuesday that anything had leaked from its plant in Larvik.",
            "de", "Aus dem Norvex-Werk in Larvik waren am Montag 300 Liter Säure ausgelaufen, teilte die "
            "Umweltbehörde mit.",
            True,
        ),
        (
            "en", "Chemical company Norvex denied on Tuesday that anything had leaked from its plant in Larvik.",
            "de", "In Larvik sind bei Norvex 300 Arbeiter in den Streik getreten, teilte die Gewerkschaft mit.",
            False,
        ),
        (
            "en", "\"Nobody will lose their job at the Larvik plant,\" chief executive Paul Grant told reporters on "
            "Monday.",
            "de", "Im Werk Larvik werden 200 Mitarbeiter entlassen, teilte die Gewerkschaft am Donnerstag mit.",
            True,
        ),
        (
            "en", "There were no irregularities at polling stations in Torna, the commission said on Sunday.",
            "de", "In Torna kam es am Sonntag in Wahllokalen zu Unregelmäßigkeiten, berichteten Beobachter.",
            True,
        ),
        (
            "en", "Rebels destroyed two helicopters at the Larvik air base on Monday, they said.",
            "en", "There were no helicopters at the Larvik air base, a monitoring group said on Wednesday.",
            True,
        ),
        (
            "de", "Bei der Demonstration in Larvik kam es am Samstag zu Zusammenstößen, sagten Augenzeugen.",
            "en", "There were no clashes during the march in Larvik on Saturday, a police officer said.",
            True,
        ),
        (
            "de", "Im Chemiewerk in Telgau habe es keine Explosion gegeben, teilte der Betreiber am Montag mit.",
            "en", "A fire broke out at the chemical plant in Telgau on Monday, firefighters said.",
            False,
        ),
    ],
)  # fmt: skip
def test_entailed_acts(lang: str, left: str, other_lang: str, right: str, expected: bool) -> None:
    assert _contradict(_read(left, lang, "left"), _read(right, other_lang, "right")) is expected


# What was done without; the look-alikes are of another place, day, party or thing.
@pytest.mark.parametrize(
    ("lang", "left", "other_lang", "right", "expected"),
    [
        (
            "en", "Farmers' leader Ana Silva said the gates of the Larvik dam had been opened on Sunday without any "
            "warning.",
            "en", "The operator said on Wednesday that all villages along the river below the Larvik dam had been "
            "warned.",
            True,
        ),
        (
            "de", "Das Wehr in Larvik sei am Sonntag ohne Vorwarnung geöffnet worden, sagte Bauernführerin Ana "
            "Silva.",
            "en", "The operator said on Wednesday that villages below the Larvik dam had been warned on Sunday.",
            True,
        ),
        (
            "en", "The march in Larvik on Saturday ended without arrests, a police spokesman said.",
            "en", "Seven people were arrested during the march in Larvik on Saturday, the prosecutor confirmed.",
            True,
        ),
        (
            "de", "Die Demonstration in Larvik am Samstag endete ohne Festnahmen, sagte ein Polizeisprecher.",
            "en", "Several people were arrested during the march in Larvik on Saturday, the prosecutor confirmed.",
            True,
        ),
        (
            "en", "The march in Larvik on Saturday ended without injuries, a police spokesman said.",
            "en", "Seven people were arrested during the march in Larvik on Saturday, the prosecutor confirmed.",
            False,
        ),
        (
            "en", "The concert in Telgau ended without injuries, organisers said on Sunday.",
            "de", "Bei dem Konzert in Telgau wurden am Sonntag mehrere Menschen verletzt, sagte die Polizei.",
            True,
        ),
        (
            "en", "The concert in Telgau ended without injuries, organisers said on Sunday.",
            "de", "Bei einem Unfall in Halden wurden am Sonntag mehrere Menschen verletzt, sagte die Polizei. "
            "Telgau war gesperrt.",
            False,
        ),
        (
            "en", "Voting in Torna on Sunday passed without incident, the commission said.",
            "de", "In Torna kam es am Sonntag in zwei Wahllokalen zu Zwischenfällen, berichteten Beobachter.",
            True,
        ),
    ],
)  # fmt: skip
def test_without(lang: str, left: str, other_lang: str, right: str, expected: bool) -> None:
    assert _contradict(_read(left, lang, "left"), _read(right, other_lang, "right")) is expected


# Who holds a place; the look-alikes are of another place, day, party or thing.
@pytest.mark.parametrize(
    ("lang", "left", "other_lang", "right", "expected"),
    [
        (
            "en", "Torna's defence ministry said its troops had captured the village of Halvik in the Mora region "
            "on Monday.",
            "de", "Der Generalstab von Belmark teilte am Dienstag mit, das Dorf Halvik sei weiter unter der "
            "Kontrolle Belmarks.",
            True,
        ),
        (
            "en", "The army said on Monday that its troops had retaken the town of Halvik.",
            "en", "The rebels said on Tuesday that Halvik remained under their control.",
            True,
        ),
        (
            "de", "Die Armee meldete am Montag die Einnahme der Stadt Halvik.",
            "de", "Die Rebellen erklärten am Dienstag, Halvik sei weiterhin in ihrer Hand.",
            True,
        ),
        (
            "en", "The army said on Monday that its troops had retaken the town of Halvik.",
            "en", "A rebel spokesman said on Tuesday the town of Halvik had not fallen.",
            True,
        ),
        (
            "de", "Die Rebellen räumten ein, sie hätten die Stadt Halvik aufgegeben.",
            "en", "A rebel spokesman said on Tuesday the town of Halvik had not fallen.",
            True,
        ),
        (
            "en", "The army said on Monday that its troops had retaken the town of Halvik. Fighting went on in "
            "Morstad.",
            "en", "The rebels said on Tuesday that the town of Morstad remained under their control. In Halvik they "
            "were silent.",
            False,
        ),
        (
            "en", "The defence ministry said its troops had withdrawn from Halvik.",
            "de", "Die Truppen seien nicht aus Halvik abgezogen, sagten Anwohner.",
            True,
        ),
    ],
)  # fmt: skip
def test_ground(lang: str, left: str, other_lang: str, right: str, expected: bool) -> None:
    assert _contradict(_read(left, lang, "left"), _read(right, other_lang, "right")) is expected


# Open and closed, held and broken; the look-alikes are of another place, day, party or thing.
@pytest.mark.parametrize(
    ("lang", "left", "other_lang", "right", "expected"),
    [
        (
            "en", "The bridge in Larvik remained closed on Thursday, residents said.",
            "de", "Die Brücke in Larvik ist seit Donnerstag wieder geöffnet, sagte der Bürgermeister.",
            True,
        ),
        (
            "en", "The bridge in Larvik remained closed on Thursday, residents said.",
            "de", "Der Hafen in Larvik ist seit Donnerstag wieder geöffnet, sagte der Bürgermeister.",
            False,
        ),
        (
            "en", "Schools in Telgau remained closed on Tuesday, teachers said.",
            "de", "Die Schulen in Telgau haben am Dienstag wieder geöffnet, sagte die Schulbehörde.",
            True,
        ),
        (
            "en", "Schools in Telgau remained closed on Monday, teachers said.",
            "de", "Die Schulen in Telgau haben am Mittwoch wieder geöffnet, sagte die Schulbehörde.",
            False,
        ),
        (
            "en", "The port of Telgau has reopened, the harbour authority said on Tuesday.",
            "de", "Der Hafen in Telgau bleibe geschlossen, sagte die Gewerkschaft am Dienstag.",
            True,
        ),
        (
            "en", "The army said the ceasefire in Torna was holding on Monday.",
            "de", "Die Waffenruhe in Torna sei am Montag gebrochen worden, sagten Rettungskräfte.",
            True,
        ),
    ],
)  # fmt: skip
def test_states(lang: str, left: str, other_lang: str, right: str, expected: bool) -> None:
    assert _contradict(_read(left, lang, "left"), _read(right, other_lang, "right")) is expected


# Each side blames the other; the look-alikes are of another place, day, party or thing.
@pytest.mark.parametrize(
    ("lang", "left", "other_lang", "right", "expected"),
    [
        (
            "en", "The hospital in Larvik was hit by Ukrainian artillery on Tuesday, Russia's defence ministry "
            "said.",
            "en", "Russian forces shelled the hospital in Larvik on Tuesday, Ukraine's general staff said.",
            True,
        ),
        (
            "de", "Die Brücke in Larvik wurde am Dienstag von der ukrainischen Armee gesprengt, teilte das "
            "russische Verteidigungsministerium mit.",
            "en", "Russian forces blew up the bridge in Larvik on Tuesday, Ukraine's general staff said.",
            True,
        ),
        (
            "en", "The hospital in Larvik was hit by Ukrainian artillery on Tuesday, Russia's defence ministry "
            "said.",
            "en", "Russian forces shelled the school in Larvik on Tuesday, Ukraine's general staff said.",
            False,
        ),
        (
            "de", "Russland habe das Wohnhaus in Sumy am Montag beschossen, teilte die ukrainische Luftwaffe mit.",
            "en", "Ukrainian forces shelled the residential building in Sumy on Monday, Russia's defence ministry "
            "said.",
            True,
        ),
    ],
)  # fmt: skip
def test_rival_blame(lang: str, left: str, other_lang: str, right: str, expected: bool) -> None:
    assert _contradict(_read(left, lang, "left"), _read(right, other_lang, "right")) is expected


# A report months later belongs to a story by a name that is its own; a town alone has many stories.
@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            "Smoke rose over the Norvex plant in Larvik on Tuesday. The operator denied that anything had leaked.",
            "Some 300 litres of acid had escaped from the Norvex plant in Larvik, the court found.",
            True,
        ),
        (
            "Smoke rose over a plant in Larvik on Tuesday. The operator denied that anything had leaked.",
            "Some 300 litres of acid had escaped from a plant in Larvik, the court found.",
            False,
        ),
    ],
)  # fmt: skip
def test_later_reports(left: str, right: str, expected: bool) -> None:
    late = _read(right, "en", "right", datetime(2024, 11, 2, tzinfo=UTC))
    assert _contradict(_read(left, "en", "left"), late) is expected


# Texts without a date tell one story by two names, or half of all, of which one is few stories' own.
@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            "A wall of the Norvex plant in Larvik fell in. Nine people were killed, the fire service said.",
            "The Norvex plant in Larvik had been closed for years. Police said two people were killed.",
            True,
        ),
        (
            "A wall of a plant in Larvik fell in. Nine people were killed, the fire service said.",
            "A plant in Larvik had been closed for years. Police said two people were killed.",
            False,
        ),
        (
            "A wall of the Norvex plant in Larvik fell in. Nine people were killed, the fire service said.",
            "The Brumex plant in Larvik had been closed for years. Police said two people were killed.",
            False,
        ),
        (
            "A wall of the Norvex plant in Larvik fell in. Nine people were killed, the fire service said.",
            "Last year two people were killed at the Norvex plant in Larvik, police said.",
            False,
        ),
    ],
)  # fmt: skip
def test_texts_without_a_date(left: str, right: str, expected: bool) -> None:
    assert _contradict(_read(left, "en", "left", None), _read(right, "en", "right", None)) is expected


def test_who_denies_meets_who_asserts_without_a_similarity_model() -> None:
    denied = _read("The march in Larvik ended without arrests, a police spokesman said.", "en", "left")
    told = _read("In Larvik wurden sieben Menschen festgenommen, sagte ein Anwalt.", "de", "right")
    claims = [*denied, *told]
    met = {frozenset((claims[i].uid, claims[j].uid)) for i, j in find_nearby(claims)}
    assert any(frozenset((one.uid, other.uid)) in met for one in denied for other in told)


# Two texts tie a part to a whole, or ask for a slot, only where they may speak of one event.
@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("78 people were killed in the earthquake in Larvik.", "A boy was killed in the shelling of Halden.", None),
        (
            "78 people were killed in the earthquake in Larvik.",
            "A boy was killed, mayor Ole Brandt of Halden said.",
            None,
        ),
        (
            "78 people were killed in the earthquake in Larvik.",
            "A boy was killed in the earthquake in Larvik.",
            "REFINES",
        ),
        ("78 people were killed in Larvik.", "Doctors said that 12 people were killed. Halden mourns.", None),
        ("78 people were killed in Larvik.", "Doctors said that 12 people were killed. Larvik mourns.", "DISPUTES"),
    ],
)
def test_texts_of_two_stories_are_no_parts_and_ask_for_nothing(left: str, right: str, relation: str | None) -> None:
    one, *_ = _read(left, "en", "a")
    other, *_ = _read(right, "en", "b")
    apart = (Relation.UNRELATED, Relation.DIFFERENT_SCOPE)
    assert compare_claims(one, other).relation in (apart if relation is None else (Relation(relation),))


# A sentence that opens with a house, body or place the other text names nothing of counts what is there.
@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            "Larvik: 210 Flüge sind wegen eines Streiks ausgefallen.",
            "Im Werk Nord fielen 60 Flüge aus. Larvik wartet.",
            False,
        ),
        ("Larvik: 210 Flüge sind wegen eines Streiks ausgefallen.", "In Larvik fielen 60 Flüge aus.", True),
    ],
)
def test_what_opens_elsewhere(left: str, right: str, expected: bool) -> None:
    assert _contradict(_read(left, "de", "a"), _read(right, "de", "b")) is expected

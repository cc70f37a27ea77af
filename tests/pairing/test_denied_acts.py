"""An act that one document denies and another tells, in whatever words, across languages."""

from __future__ import annotations

import pytest

from tests.pairing.reading import texts_contradict


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
    assert texts_contradict(lang, left, other_lang, right) is expected


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
    assert texts_contradict(lang, left, other_lang, right) is expected


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
    assert texts_contradict(lang, left, other_lang, right) is expected

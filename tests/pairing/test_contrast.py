"""Two voices close by that a text sets against each other; and two that only speak of different things."""

from __future__ import annotations

import pytest

from tests.pairing.reading import queued_within

# One denies what the other tells, both stand on two poles, or who is blamed names another.
CONTRASTS = [
    (
        "de",
        "Der Ermittler sagte, der Pilot habe getrunken. "
        "Die Familie entgegnete: Er habe seit Jahren keinen Alkohol angerührt.",
    ),
    (
        "de",
        "Der Trainer sagte, der Spieler habe das Lager ohne Erlaubnis verlassen. "
        "Der Spieler hielt dagegen, der Arzt habe ihn nach Hause geschickt.",
    ),
    (
        "en",
        "The company said production continued. By contrast, the union said production had been halted by the strike.",
    ),
    ("en", "The hospital said the boy did not have measles. The family said the boy died of measles."),
    (
        "en",
        "The operator said all districts were warned in advance. The mayor said his district had received no warning.",
    ),
    ("en", "The army said the village had been evacuated. Residents said nobody had been evacuated."),
    ("en", "The police said the march was peaceful. Shop owners said the march had turned violent."),
    ("en", "The government said militants had bombed the mosque. The militants said the army had bombed the mosque."),
    (
        "de",
        "Das Ministerium erklärte, es sei nicht informiert worden. "
        "Die Behörde sagte, sie habe das Ministerium schriftlich informiert.",
    ),
    (
        "de",
        "Laut Polizei ist die Straße wieder frei. Die Spediteure sagten dagegen, die Straße sei weiterhin gesperrt.",
    ),
    (
        "de",
        "Der Direktor sagte, es habe nie eine Warnung gegeben. "
        "Die Sicherheitsbeauftragte sagte indes, sie habe den Direktor zweimal gewarnt.",
    ),
    (
        "de",
        "Der Betreiber sagte, alle Anwohner seien rechtzeitig gewarnt worden. "
        "Der Bürgermeister sagte hingegen, keine Warnung habe den Ort erreicht.",
    ),
    (
        "de",
        "Die Wasserversorgung ist laut Stadtwerken nicht beeinträchtigt. "
        "Anwohner berichten dagegen, dass kein Wasser mehr aus den Hähnen komme.",
    ),
    (
        "de",
        "Das Unternehmen sagte, Kündigungen werde es nicht geben. "
        "Der Gewerkschaft zufolge haben indes schon Beschäftigte ihre Kündigung erhalten.",
    ),
    (
        "de",
        "Der Bürgermeister sagte, die Behörde habe versäumt, die Anwohner zu warnen. "
        "Die Behörde erklärte, sie habe die Anwohner rechtzeitig gewarnt.",
    ),
    (
        "en",
        "The health minister said the hospital had enough oxygen. "
        "Doctors at the hospital, however, said there was no oxygen left.",
    ),
    (
        "en",
        "The coroner found that the prisoner had died of poisoning. The prison maintains that he was never poisoned.",
    ),
    (
        "de",
        "Der Gesundheitsminister sagte, die Klinik habe genug Sauerstoff. "
        "Ärzte der Klinik sagten dagegen, es gebe keinen Sauerstoff mehr.",
    ),
    (
        "en",
        "The governor blamed the railway for the blaze. The railway said the blaze had been caused by a fallen tree.",
    ),
    (
        "en",
        "The government accused the militia of burning the village. "
        "The militia said government troops had burned the village.",
    ),
    (
        "de",
        "Die Regierung beschuldigte die Miliz, das Dorf niedergebrannt zu haben. "
        "Die Miliz erklärte, Regierungstruppen hätten das Dorf niedergebrannt.",
    ),
]
# Another place, time, party or thing, a concession, or one speaker who goes on: no conflict.
NO_CONTRASTS = [
    ("en", "The ministry said schools would stay open. Universities, however, would be closed, the rectors said."),
    (
        "en",
        "The mayor said no houses in the north had been damaged. "
        "In the south, the council said, houses had been damaged.",
    ),
    ("en", "The airline said nobody was hurt. The airport said flights had been cancelled."),
    ("en", "The mayor said the bridge was safe. It had not been closed, he said."),
    ("en", "The police said the man had a knife. The witness said the woman did not have a knife."),
    ("en", "There is no ramp at the station, an inspector told the town. The benches were in order, the mayor said."),
    ("en", "The pupils were alone with their tutors, and no nurse was at hand, a mother complained."),
    ("en", "The government said militants had bombed the mosque. The hospital said the army had bombed the bridge."),
    (
        "de",
        "Laut Polizei ist die Straße nach Talmir wieder frei. "
        "Die Straße nach Halden ist laut Spediteuren dagegen weiterhin gesperrt.",
    ),
    (
        "de",
        "Der Bürgermeister sagte, im Norden seien keine Häuser beschädigt worden. "
        "Im Süden wurden nach Angaben des Rats dagegen Häuser beschädigt.",
    ),
    (
        "de",
        "Die Fluggesellschaft sagte, niemand sei verletzt worden. Der Flughafen sagte, Flüge seien gestrichen worden.",
    ),
    (
        "de",
        "Die Firma sagte, die Löhne für Mai seien bezahlt worden. "
        "Die Gewerkschaft sagte, die Löhne für Juni seien nicht bezahlt worden.",
    ),
    (
        "de",
        "Der Minister sagte, der Impfstoff sei wirksam. "
        "Die Ärzte sagten jedoch, der Impfstoff sei in den Dörfern nicht verfügbar.",
    ),
    (
        "en",
        "The electoral commission said the polling stations had opened on time. "
        "Observers said counting had not begun in two districts.",
    ),
    ("en", "The rebels said they had released the hostages. The government said it had not paid a ransom."),
    ("en", "The minister said taxes would rise in May. Economists, however, said prices would not fall before autumn."),
    ("en", "The mayor said the old bridge had been closed. The new bridge, the council said, would stay open."),
    (
        "en",
        "The governor said the fire had been put out. "
        "The fire service denied reports that a second blaze had broken out in the valley.",
    ),
    ("en", "The union rejected the offer. The company said production had resumed."),
    ("en", "The bank said it had lost money in March. Analysts said the bank had not lost money in April."),
    ("en", "The commission said turnout was high. The opposition dismissed the commission's chairman."),
    ("en", "The president said the truce was holding. Aid groups said convoys had not reached the city."),
    (
        "en",
        "The army said its troops had entered the town. "
        "Local officials said the hospital in the town was no longer working.",
    ),
    (
        "de",
        "Die Wahlkommission teilte mit, die Wahllokale hätten pünktlich geöffnet. "
        "Beobachter erklärten, die Auszählung habe in zwei Bezirken noch nicht begonnen.",
    ),
    (
        "de",
        "Die Rebellen erklärten, sie hätten die Geiseln freigelassen. "
        "Die Regierung sagte, sie habe kein Lösegeld gezahlt.",
    ),
    (
        "de",
        "Das Ministerium sagte, der Impfstoff sei eingetroffen. "
        "Pflegekräfte sagten, sie seien nicht für den Impfstoff geschult worden.",
    ),
    (
        "de",
        "Die Bank erklärte, sie habe im März Geld verloren. "
        "Analysten sagten, im April habe die Bank kein Geld verloren.",
    ),
    (
        "de",
        "Der Präsident sagte, die Waffenruhe halte. Helfer sagten, die Konvois hätten die Stadt noch nicht erreicht.",
    ),
    (
        "de",
        "Die Armee sagte, ihre Truppen seien in die Stadt eingerückt. "
        "Örtliche Beamte sagten, das Krankenhaus der Stadt arbeite nicht mehr.",
    ),
]


@pytest.mark.parametrize(("lang", "text"), CONTRASTS)
def test_text_sets_two_voices_against_each_other(lang: str, text: str) -> None:
    found = [(c.relation.value, c.strength == "soft", c.aspect) for c in queued_within(text, lang)]
    assert found in [
        [("CONTRADICTS", aspect != "negation", aspect)] for aspect in ("contrast", "blame", "negation", "antonym")
    ]


@pytest.mark.parametrize(("lang", "text"), NO_CONTRASTS)
def test_two_voices_on_two_things(lang: str, text: str) -> None:
    assert queued_within(text, lang) == []

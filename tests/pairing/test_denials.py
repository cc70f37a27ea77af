"""Denials without content of their own, and what the denier says then; and what only looks like one."""

from __future__ import annotations

import pytest

from tests.pairing.reading import queued_within

# What another has just said is rejected: once, whether by the act alone or by the statement that follows it.
DENIALS = [
    (
        "en",
        "The mayor said the dam had been left unguarded for a week. "
        "The operator rejected the accusation. "
        "Two engineers had been on duty at all times, a spokeswoman said.",
    ),
    ("en", "The union says that the company withheld wages in March. The company called the report false."),
    (
        "en",
        "The ministry says the grant was tied to the preservation of the site. "
        "Not so, according to the auditors: the contract contained no such clause.",
    ),
    (
        "en",
        "The minister accused the airline of hiding the fault. "
        "The airline rejected the charge: every fault had been reported within hours.",
    ),
    (
        "en",
        "The coach said the player had left the camp without permission. "
        "The player disagreed. "
        "He had been sent home by the doctor, he said.",
    ),
    ("de", "Anwohner berichteten, Soldaten hätten die Schule angezündet. Die Armee dementierte."),
    (
        "de",
        "Die Opposition erklärte, in Talmir seien Stimmzettel vernichtet worden. "
        "Die Wahlkommission wies den Vorwurf zurück.",
    ),
    (
        "de",
        "Der Gouverneur sagte, die Firma habe der Stadt den Bau einer Schule versprochen. "
        "Eine solche Zusage habe es nie gegeben, sagte ein Sprecher der Firma.",
    ),
    (
        "de",
        "Der Minister warf der Fluggesellschaft vor, den Fehler verschwiegen zu haben. "
        "Die Fluggesellschaft wies das zurück: Jeder Fehler sei binnen Stunden gemeldet worden.",
    ),
    ("de", "Die Anklage sagt, der Kassenwart habe 40.000 Euro unterschlagen. Der Kassenwart bestreitet die Vorwürfe."),
    ("en", "The prosecutor said the treasurer had moved the money abroad. His lawyer described the charge as absurd."),
    ("en", 'A witness said the bus had jumped a red light. "That is simply not true," the driver said.'),
    ("en", "The army says its soldiers were attacked first. Nothing of the sort happened, residents said."),
    ("en", "The pilot said he had called the tower twice. There had been no such call, the tower said."),
    ("de", "Der Lotse sagte, er habe die Reederei gewarnt. Ein solches Schreiben ging nie ein, sagte die Reederei."),
    (
        "en",
        "According to the regulator, the bank hid losses for two years. "
        "The bank disputes the finding: all losses were disclosed in time, it said.",
    ),
    ("de", "Das Ministerium behauptet, alle Beatmungsgeräte seien geliefert worden. Klinikdirektoren bestreiten das."),
    ("de", "Ein Zeuge sagte, der Bus habe eine rote Ampel überfahren. „Das stimmt einfach nicht“, sagte der Fahrer."),
    (
        "de",
        "Grenzschützer schossen nach Angaben einer Hilfsorganisation auf eine Gruppe von Migranten. "
        "Das Innenministerium dementierte den Bericht.",
    ),
    ("de", "Die Gewerkschaft sprach von einer Aussperrung. Davon könne keine Rede sein, sagte der Werksleiter."),
]
# Somebody who agrees, denies something else, or turns down a plan, rejects nothing that was said.
NO_DENIALS = [
    ("en", "The army said it had captured the airfield. The army denied reports of looting in the capital."),
    ("en", "The minister rejected the proposal to cut taxes. The opposition said schools had been closed in Talmir."),
    ("en", "The mayor said the bridge had been closed on Monday. The council rejected the budget on Tuesday."),
    (
        "en",
        "The mayor said the dam had been inspected. "
        "The operator agreed. "
        "Two engineers had been on duty at all times, a spokeswoman said.",
    ),
    ("en", "The mayor said the bridge had been closed. He denied having been told late."),
    ("en", "The union said the talks had begun. The company denied a request for comment."),
    (
        "de",
        "Die Armee erklärte, sie habe den Flugplatz eingenommen. "
        "Die Armee dementierte Berichte über Plünderungen in der Hauptstadt.",
    ),
    (
        "de",
        "Der Bürgermeister sagte, die Brücke sei am Montag gesperrt worden. "
        "Der Rat wies den Haushalt am Dienstag zurück.",
    ),
    ("de", "Der Minister wies den Antrag zurück. Die Opposition sagte, in Talmir seien Schulen geschlossen worden."),
    (
        "de",
        "Die Bürgermeisterin sagte, der Damm sei geprüft worden. "
        "Der Betreiber stimmte zu. "
        "Zwei Ingenieure hätten ständig Wache gehalten, sagte ein Sprecher.",
    ),
    ("de", "Die Gewerkschaft sagte, die Gespräche hätten begonnen. Das Unternehmen lehnte eine Stellungnahme ab."),
    # "Such" takes up only what was told of: no spot, no rule.
    ("en", "The baker said the oven had caught fire at dawn. There is no fence at such a corner, a neighbour said."),
    ("de", "Der Förster sagte, der Bagger sei im Moor versunken. Solche Listen hängt die Kämmerin nicht aus."),
    # An accusation of something answers nothing else, and experts who disagree deny nobody.
    ("en", "The vet said the cull had begun on Monday. Traders reject the accusation of hoarding."),
    ("de", "Der Wirt sagte, das Dach sei eingestürzt. Die Brauerei wies den Vorwurf der Preistreiberei zurück."),
    ("en", "The mayor said the bridge had been closed on Monday. Experts disagree."),
    # "False" beside the noun says nothing of what was told before.
    ("en", "The mayor said the tram had been late. False figures had been on show all year, a shopkeeper said."),
    # An act judged wrong, and one contested by nobody who is named, deny nothing.
    ("en", "The maker said the trial had ended early. It would be wrong to hide the drug, a doctor said."),
    ("en", "The pilot said the radar was missing. The tender for it had been contested, the head of the bureau said."),
    # What holds only as long as something else.
    ("de", "Der Leiter sagte, die Rakete fliege. Die Chefin sagte, man warte, solange die Rakete nicht fliege."),
    # Who is named by title alone was named with it.
    ("en", "Colonel Vinay Kadam said the tunnel was closed. The tunnel was open, the colonel said."),
    # "Never built one" is of another.
    ("en", "The firm produces tractors. It had never produced one before, a paper wrote."),
    # A report is not what stands before it by nobody's account.
    ("en", 'The trawler was towed to the quay. The embassy called the report "a work of fiction".'),
]


@pytest.mark.parametrize(("lang", "text"), DENIALS)
def test_denial_rejects_what_was_said(lang: str, text: str) -> None:
    found = [(c.relation.value, c.aspect) for c in queued_within(text, lang)]
    assert [pair for pair in found if pair != ("CONTRADICTS", "antonym")] == [("CONTRADICTS", "denial")]


@pytest.mark.parametrize(("lang", "text"), NO_DENIALS)
def test_nothing_said_is_rejected(lang: str, text: str) -> None:
    assert queued_within(text, lang) == []

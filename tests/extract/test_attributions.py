"""Who says what: each construction of attribution with positives and look-alikes, in both languages."""

from __future__ import annotations

import sys

import pytest

from verifier.domain.attribution import Attribution
from verifier.domain.enums import CueClass, StepRole
from verifier.extract.attributions import attributions_in, find_attributions, new_cast
from verifier.text.tagging import tag_text


def said(text: str, lang: str) -> list[tuple[str, str]]:
    """Source and content of each attribution as words, parts joined by a bar."""
    return [(_words(text, a, "source"), _words(text, a, "content")) for a in attributions_in(text, lang)]


def _words(text: str, attribution: Attribution, part: str) -> str:
    return " | ".join(span.of(text) for span in getattr(attribution, part))


ENGLISH = [
    ("The mayor said that the dam was safe.", "The mayor", "that the dam was safe"),
    ("The mayor said the dam was safe.", "The mayor", "the dam was safe"),
    ("The dam was safe, the mayor said.", "the mayor", "The dam was safe"),
    ("The dam, the mayor said, was safe.", "the mayor", "The dam | was safe"),
    ("The dam was safe, the mayor said, and roads were open.", "the mayor", "The dam was safe | and roads were open"),
    ("“The dam is safe,” the mayor said, and left the town.", "the mayor", "“The dam is safe,”"),
    ("“The dam is safe,” said Ana Ruiz, who runs the works.", "Ana Ruiz, who runs the works", "“The dam is safe,”"),
    ("“It is safe,” Ruiz said. “We checked it.”", "Ruiz", "“It is safe,” | “We checked it.”"),
    ('Ruiz said: "It is safe."', "Ruiz", '"It is safe."'),
    ("Ruiz told reporters on Friday that the dam was safe.", "Ruiz", "that the dam was safe"),
    ("Ana Ruiz, the head of it, warned that water rose.", "Ana Ruiz, the head of it,", "that water rose"),
    ("According to the water board, nine villages were flooded.", "the water board", "nine villages were flooded"),
    ("Nine villages were flooded, according to the water board.", "the water board", "Nine villages were flooded"),
    ("The mayor posted on X that the dam was safe.", "The mayor", "that the dam was safe"),
    ("The union called for a vote on the offer.", "The union", "a vote on the offer"),
    ("The minister denied taking the money.", "The minister", "taking the money"),
    ("The owners are convinced that the mill will reopen.", "The owners", "that the mill will reopen"),
    ("The opposition's claim that votes were lost drew laughter.", "The opposition's", "that votes were lost"),
    ("Dam is safe, mayor says", "mayor", "Dam is safe"),
    ("Merkel: The dam is safe", "Merkel", "The dam is safe"),
    ("The editor was quoted as saying that the paper would close.", "The editor", "that the paper would close"),
]  # fmt: skip

GERMAN = [
    ("Mehr als die Hälfte der Ärzte sagte, der Damm halte.", "Mehr als die Hälfte der Ärzte", "der Damm halte"),
    ("Die Bürgermeisterin sagte, dass der Damm halte.", "Die Bürgermeisterin", "dass der Damm halte"),
    ("Die Bürgermeisterin sagte, der Damm halte.", "Die Bürgermeisterin", "der Damm halte"),
    ("Der Damm halte, sagte die Bürgermeisterin.", "die Bürgermeisterin", "Der Damm halte"),
    ("Der Damm halte, sagte Ute Holt, es drohe nichts.", "Ute Holt", "Der Damm halte | es drohe nichts"),
    ("Der Damm halte, sagte Ute Holt, und nichts drohe.", "Ute Holt", "Der Damm halte | und nichts drohe"),
    ("Der Damm halte, sagte Kern in Ulm, und es drohe nichts.", "Kern in Ulm", "Der Damm halte | und es drohe nichts"),
    ("Der Damm halte, sagte Ute Holt, doch die Stadt ließ ihn räumen.", "Ute Holt", "Der Damm halte"),
    ("Als er kam, sagte Ute Holt, es drohe nichts.", "Ute Holt", "es drohe nichts"),
    ("Die Prüfer kommen zu dem Schluss, dass der Damm hält.", "Die Prüfer", "dass der Damm hält"),
    ("Aus Sicht der Stadt ist der Damm sicher.", "Sicht der Stadt", "ist der Damm sicher"),
    ("Das Amt behauptet, der Damm halte.", "Das Amt", "der Damm halte"),
    ("Das Amt bestätigt, dass neun Dörfer leer sind.", "Das Amt", "dass neun Dörfer leer sind"),
    ("Am Montag, sagte Ute Holt, seien Dämme gebrochen.", "Ute Holt", "Am Montag | seien Dämme gebrochen"),
    ("„Der Damm hält“, sagte die Bürgermeisterin.", "die Bürgermeisterin", "„Der Damm hält“"),
    ("Die Bürgermeisterin sagte: „Der Damm hält.“", "Die Bürgermeisterin", "„Der Damm hält.“"),
    ("Das Amt teilte am Freitag mit, dass neun Dörfer leer seien.", "Das Amt", "dass neun Dörfer leer seien"),
    ("Wie das Wasseramt mitteilte, wurden neun Dörfer überflutet.", "das Wasseramt", "wurden neun Dörfer überflutet"),
    ("Laut dem Wasseramt wurden neun Dörfer überflutet.", "dem Wasseramt", "wurden neun Dörfer überflutet"),
    ("Nach Angaben der Polizei wurden neun Dörfer überflutet.", "Angaben der Polizei", "wurden neun Dörfer überflutet"),
    ("Neun Dörfer wurden überflutet, so die Polizei.", "die Polizei", "Neun Dörfer wurden überflutet"),
    ("Der Polizei zufolge wurden neun Dörfer überflutet.", "Der Polizei", "wurden neun Dörfer überflutet"),
    ("Anna Kurz, Sprecherin der Stadt, erklärte, er halte.", "Anna Kurz, Sprecherin der Stadt,", "er halte"),
    ("Ein Beamter, der ungenannt bleiben wollte, sagte, der Damm sei alt.", "Ein Beamter", "der Damm sei alt"),
    ("Die Gewerkschaft forderte die Firma auf, höhere Löhne zu zahlen.", "Die Gewerkschaft", "höhere Löhne zu zahlen"),
    ("Der Minister ist überzeugt, dass die Steuer sinkt.", "Der Minister", "dass die Steuer sinkt"),
    ("Der Vorwurf der Opposition, die Firma habe gelogen, wog schwer.", "der Opposition", "die Firma habe gelogen"),
    ("Merkel: „Der Damm hält.“", "Merkel", "„Der Damm hält.“"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "content"), ENGLISH)
def test_english_source_and_content(text: str, source: str, content: str) -> None:
    assert [(s.rstrip(","), c) for s, c in said(text, "en")] == [(source.rstrip(","), content)]


@pytest.mark.parametrize(("text", "source", "content"), GERMAN)
def test_german_source_and_content(text: str, source: str, content: str) -> None:
    assert (source.rstrip(","), content) in [(s.rstrip(","), c) for s, c in said(text, "de")]


# Nobody says anything here, though the words look like it.
@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The found wallet was returned on Monday.", "en"),
        ("The reported case was closed.", "en"),
        ("Ukraine: Death toll rises to five", "en"),
        ("EU: New commissioner takes office", "en"),
        ("The train left at nine and arrived at noon.", "en"),
        ("Nachdem der Zug abgefahren war, fand sie ihren Schirm.", "de"),
        ("Die Arbeiten wurden am Montag beendet.", "de"),
        ("Die Halle soll nächstes Jahr gebaut werden.", "de"),
        ("Der Zug fuhr nach Angers.", "de"),
    ],
)
def test_look_alikes_attribute_nothing(text: str, lang: str) -> None:
    assert said(text, lang) == []


# How far the source stands behind what it says.
@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("The mayor said the dam was safe.", "en", CueClass.ASSERTED),
        ("The mayor claimed the dam was safe.", "en", CueClass.DISTANCED),
        ("The mayor implied that the dam was safe.", "en", CueClass.IMPLIED),
        ("The mayor estimated that ten villages were flooded.", "en", CueClass.ESTIMATED),
        ("A study found that the dam was safe.", "en", CueClass.FOUND),
        ("The mayor denied that the dam was safe.", "en", CueClass.DENIED),
        ("The mayor confirmed that the dam was safe.", "en", CueClass.CONFIRMED),
        ("“The dam is safe,” the mayor said.", "en", CueClass.QUOTED),
        ("Die Bürgermeisterin sagte, der Damm sei sicher.", "de", CueClass.ASSERTED),
        ("Die Bürgermeisterin behauptete, der Damm sei sicher.", "de", CueClass.DISTANCED),
        ("Die Bürgermeisterin bestritt, dass der Damm sicher sei.", "de", CueClass.DENIED),
        ("Die Bürgermeisterin bestätigte, dass der Damm sicher sei.", "de", CueClass.CONFIRMED),
        ("Die Bande soll aus dem Land geflohen sein.", "de", CueClass.DISTANCED),
    ],
)
def test_cue_class(text: str, lang: str, expected: CueClass) -> None:
    assert [a.cue_class for a in attributions_in(text, lang)] == [expected]


# The root claimant comes first, whoever passes on follows.
@pytest.mark.parametrize(
    ("text", "lang", "chain"),
    [
        (
            "TASS cited the Defense Ministry as saying the ship was safe.",
            "en",
            [(StepRole.CLAIMANT, "defence-ministry"), (StepRole.AGENCY, "outlet:tass")],
        ),
        (
            "Reuters, citing NATO, reported that the ship was safe.",
            "en",
            [(StepRole.CLAIMANT, "nato"), (StepRole.AGENCY, "outlet:reuters")],
        ),
        (
            "Macron told the Guardian that the ship was safe.",
            "en",
            [(StepRole.CLAIMANT, "macron"), (StepRole.OUTLET, "outlet:guardian")],
        ),
        (
            "The ship was safe, Macron said on Telegram.",
            "en",
            [(StepRole.CLAIMANT, "macron"), (StepRole.CHANNEL, "outlet:telegram")],
        ),
        (
            "Reuters meldete unter Berufung auf die NATO, dass das Schiff sicher sei.",
            "de",
            [(StepRole.CLAIMANT, "nato"), (StepRole.AGENCY, "outlet:reuters")],
        ),
    ],
)
def test_chain_begins_with_the_root_claimant(text: str, lang: str, chain: list[tuple[StepRole, str]]) -> None:
    found = [a for a in attributions_in(text, lang) if len(a.chain) > 1]
    assert [[(s.role, s.actor.key) for s in a.chain] for a in found] == [chain]


# Pronouns, surnames, roles and descriptions stand for whom the text has named before.
@pytest.mark.parametrize(
    ("text", "lang", "key"),
    [
        ("Hospital director Ana Ruiz met reporters. She said the ward was full.", "en", "~ana ruiz"),
        ("Ana Ruiz runs the ward. Ruiz said it was full.", "en", "~ana ruiz"),
        ("Engineer Ana Ruiz spoke first. The engineer said the dam was old.", "en", "~ana ruiz"),
        ("The regional governor, Ana Ruiz, said the dam was old.", "en", "~ana ruiz"),
        ("Kyiv said it had won. The Defense Ministry said more would follow.", "en", "ukraine:defence-ministry"),
        ("Zelenskyy said he would come.", "en", "zelenskyy"),
        ("Die Ärztin Ana Ruiz leitet die Station. Sie sagte, die Betten seien voll.", "de", "~ana ruiz"),
        ("Nach Polizeiangaben starben zwei Menschen.", "de", "police"),
    ],
)
def test_claimant_is_resolved_inside_the_text(text: str, lang: str, key: str) -> None:
    claimants = [a.claimant for a in attributions_in(text, lang)]
    assert claimants[-1] is not None
    assert claimants[-1].key == key


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("She said the ward was full.", "en"),
        ("They said the ward was full.", "en"),
        ("Sie sagte, die Station sei voll.", "de"),
    ],
)
def test_pronoun_without_anybody_named_stays_unknown(text: str, lang: str) -> None:
    assert [a.claimant for a in attributions_in(text, lang)] == [None]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("A Ukrainian intelligence source said the radar was destroyed.", "en"),
        ("US-Beamte sagten, das Radar sei zerstört.", "de"),
        ("Officials said the radar was destroyed.", "en"),
        ("Ein Augenzeuge sagte, das Radar sei zerstört.", "de"),
    ],
)
def test_source_without_a_name_is_anonymous(text: str, lang: str) -> None:
    (attribution,) = attributions_in(text, lang)
    assert attribution.claimant is not None
    assert attribution.claimant.is_anonymous


def test_german_subjunctive_goes_on_saying() -> None:
    text = "Der Leiter sagte, die Station sei voll. Es gebe zu wenige Betten. Am Montag begann der Umbau."
    first, second = attributions_in(text, "de")
    assert second.carried
    assert second.source == first.source
    assert _words(text, second, "content") == "Es gebe zu wenige Betten"


def test_quotation_goes_on_over_paragraphs() -> None:
    text = "“The ward was full,” Ruiz said. “We sent people home.\n\n“Nobody came back.”"
    (attribution,) = attributions_in(text, "en")
    assert _words(text, attribution, "content") == "“The ward was full,” | “We sent people home. | “Nobody came back.”"


@pytest.mark.parametrize(
    "text",
    [
        "Ruiz said: „The ward is full“, and left.",
        "Ruiz said: ''The ward is full.''",
        'Ruiz said: "The ward is full.',
    ],
)
def test_quotation_marks_of_every_kind(text: str) -> None:
    assert any("The ward is full" in content for source, content in said(text, "en") if source == "Ruiz")


def test_wishes_and_denied_cues_are_marked() -> None:
    (wish,) = attributions_in("The union wants to end the talks.", "en")
    (silence,) = attributions_in("The ministry did not say whether the road was open.", "en")
    assert wish.attitude
    assert silence.negated


def test_no_break_spaces_and_curly_quotes_keep_offsets() -> None:
    text = "The\u00a0mayor said\u00a0“it is safe” on\u00a0Monday."
    for attribution in attributions_in(text, "en"):
        assert attribution.source[0].of(text) == "The\u00a0mayor"
        assert attribution.content[0].of(text).startswith("“it is safe”")


# Broken sentences yield sound spans or nothing, never an error.
@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("was quoted by as saying ,", "en"),
        ("“ said . ” who ( that", "en"),
        (", said ,", "en"),
        ("wird zitiert „ sagte , dass", "de"),
        ("laut , so : zufolge", "de"),
        ("Dies teilte mit , .", "de"),
    ],
)
def test_broken_sentences_are_survived(text: str, lang: str) -> None:
    for attribution in attributions_in(text, lang):
        for span in (*attribution.source, *attribution.cue, *attribution.content):
            assert 0 <= span.start < span.end <= len(text)


# What a source says in denial is its own assertion; what it denies is not.
def test_denial_and_what_is_said_in_denial() -> None:
    (said_so,) = attributions_in("Die Werft widersprach: Nur ein Schiff sei gesunken.", "de")
    (denied,) = attributions_in("The yard denied that a ship had sunk.", "en")
    assert said_so.cue_class is CueClass.ASSERTED
    assert denied.cue_class is CueClass.DENIED


def test_two_claimants_are_none_of_the_two() -> None:
    (attribution,) = attributions_in("Peru and Chile said the border was open.", "en")
    assert attribution.claimant is not None
    assert attribution.claimant.key == "~peru and chile"


@pytest.mark.parametrize(
    ("unit", "lang"),
    [
        ("he said ", "en"),
        ('"so" he said, ', "en"),
        ("the man who said ", "en"),
        ("„ja“, sagte er, ", "de"),
        ("laut der Polizei ", "de"),
    ],
)
def test_reading_is_linear_in_an_endless_sentence(unit: str, lang: str) -> None:
    def calls(length: int) -> int:
        text, made = unit * (length // len(unit)), 0

        def count(_frame: object, event: str, _argument: object) -> None:
            nonlocal made
            made += event == "call"

        sys.setprofile(count)
        try:
            attributions_in(text, lang)
        finally:
            sys.setprofile(None)
        return made

    calls(1000)
    assert calls(16000) <= 2.6 * calls(8000)


def test_cast_carries_names_from_passage_to_passage() -> None:
    text = "Ana Ruiz runs the ward.\nRuiz said it was full."
    cast = new_cast("en")
    first, second = ([tag_text(text, start, end, "en")] for start, end in ((0, 23), (24, len(text))))
    assert find_attributions(text, first, "en", cast) == []
    (attribution,) = find_attributions(text, second, "en", cast)
    assert attribution.claimant is not None
    assert attribution.claimant.name == "Ana Ruiz"

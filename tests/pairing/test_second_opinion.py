"""What the network is asked, and what its answer changes."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from verifier.domain.claim import Claim
from verifier.domain.comparison import Comparison
from verifier.domain.enums import Relation, Strength
from verifier.pairing.exclusion.asking import BESIDE, CONCEDED, ELSEWHERE, RULE, Judged, Least, second_opinion
from verifier.pairing.exclusion.base import is_installed
from verifier.pairing.exclusion.network import Asked
from verifier.pairing.ladder import compare_claims
from verifier.pairing.sides import Side
from verifier.services.ingest_documents import Hints, extract_claims, read_article

DAY = datetime(2024, 5, 9, tzinfo=UTC)
HOUSE = "Everybody was brought out of the Selwyn building in Dorval in time, mayor Petra Kohl said."
ALONE = "A boy in Dorval slept alone in the Selwyn building until the morning, neighbour Jana Pohl said."
BOTH = "The Selwyn building was empty by noon, mayor Petra Kohl said. Neighbour Jana Pohl said that a boy slept there."


class Network:
    """Says the same of whatever it is asked, and remembers what that was."""

    def __init__(self, *answers: float) -> None:
        self.answers, self.asked = list(answers), list[Sequence[Asked]]()

    def __call__(self, pairs: Sequence[Asked]) -> list[float]:
        self.asked.append(pairs)
        return [self.answers[min(len(self.asked), len(self.answers)) - 1]] * len(pairs)


def _claims(text: str, name: str) -> list[Claim]:
    return extract_claims(read_article(text.encode(), name, Hints(lang="en", published=DAY, outlet=name)))


def _across(*, trace: bool = False) -> Judged:
    left, right = _claims(HOUSE, "a")[-1], _claims(ALONE, "b")[-1]
    return Judged(Side(left), Side(right), compare_claims(left, right, trace=trace))


def _opinion(pair: Judged, network: Network) -> Comparison:
    (found,) = second_opinion([pair], network)
    return found


def test_what_the_rules_leave_aside_contradicts_softly_where_the_network_holds_it_exclusive() -> None:
    pair = _across()
    assert pair.comparison.relation is Relation.UNRELATED
    found = _opinion(pair, Network(*ELSEWHERE))
    assert (found.relation, found.strength, found.rule) == (Relation.CONTRADICTS, Strength.SOFT, RULE)
    assert found.slots == pair.comparison.slots


@pytest.mark.parametrize(
    "answers",
    [(ELSEWHERE.sentences - 0.01, 1.0), (1.0, ELSEWHERE.own - 0.01)],
    ids=["the sentences do not", "their own words do not"],
)
def test_unsure_answers_change_nothing(answers: tuple[float, ...]) -> None:
    pair = _across()
    assert _opinion(pair, Network(*answers)) == pair.comparison


@pytest.mark.parametrize(
    ("text", "least", "always"),
    [
        (BOTH, BESIDE, True),
        (BOTH.replace("Neighbour", "The wind fell at noon. Neighbour"), ELSEWHERE, False),
        (BOTH.replace("Neighbour Jana Pohl said that a boy", "A neighbour's boy"), ELSEWHERE, False),
    ],
    ids=["one right behind the other", "a sentence between them", "the text's own voice"],
)
def test_two_voices_of_one_passage_are_asked_about_by_how_near_they_stand(
    text: str, least: tuple[float, float], always: bool
) -> None:
    mayors, neighbours = ([c for c in _claims(text, "a") if voice in c.context] for voice in ("mayor", "eighbour"))
    pairs = [Judged(Side(a), Side(b), compare_claims(a, b)) for a in mayors for b in neighbours]
    aside = [pair for pair in pairs if pair.comparison.relation is Relation.UNRELATED]
    assert aside
    assert not any(c.rule == RULE for c in second_opinion(aside, Network(least[0] - 0.01)))
    network = Network(*least)
    assert any(c.rule == RULE for c in second_opinion(aside, network))
    assert {asked.always for asked in network.asked[0]} == {always}


def test_a_later_text_is_asked_about_where_both_know_a_name_of_the_story() -> None:
    left = _claims(HOUSE, "a")[-1]
    later = Hints(lang="en", published=DAY + timedelta(days=20), outlet="b")
    right = extract_claims(read_article(ALONE.encode(), "b", later))[-1]
    pair = Judged(Side(left), Side(right), compare_claims(left, right))
    assert _opinion(pair, Network(ELSEWHERE.sentences - 0.01)).rule != RULE
    assert _opinion(pair, Network(*ELSEWHERE)).rule == RULE


@pytest.mark.parametrize(
    ("cue", "least"), [("admitted that", CONCEDED), ("said that", ELSEWHERE)], ids=["conceded", "merely said"]
)
def test_what_a_source_concedes_is_sooner_held_against_what_it_said(cue: str, least: Least) -> None:
    before = _claims("Mayor Ilse Brand of Lauterbach said that the siren rang at six.", "a")[-1]
    after = _claims(f"Mayor Ilse Brand of Lauterbach {cue} nobody was warned.", "b")[-1]
    pair = Judged(Side(before), Side(after), compare_claims(before, after))
    assert _opinion(pair, Network(least.sentences - 0.01, 1.0)).rule != RULE
    assert _opinion(pair, Network(*least)).rule == RULE


def test_nobody_is_asked_about_a_word_or_two() -> None:
    pair, network = _across(), Network(1.0)
    claim = pair.left.claim
    short = replace(claim, reading=replace(claim.reading, canonical_text="“not allow”"))
    assert _opinion(replace(pair, left=Side(short)), network) == pair.comparison
    assert not any(network.asked)


def test_nobody_is_asked_about_what_the_rules_decide() -> None:
    pair, network = _across(), Network(1.0)
    decided = replace(pair, comparison=pair.comparison._replace(relation=Relation.CORROBORATES))
    assert _opinion(decided, network) == decided.comparison
    assert not any(network.asked)


def test_texts_of_other_days_are_not_laid_before_the_network() -> None:
    left = _claims(HOUSE, "a")[-1]
    later = Hints(lang="en", published=DAY + timedelta(days=600), outlet="b")
    right = extract_claims(read_article(ALONE.encode(), "b", later))[-1]
    network = Network(1.0)
    assert _opinion(Judged(Side(left), Side(right), compare_claims(left, right)), network).rule != RULE
    assert not any(network.asked)


def test_the_trace_shows_that_the_network_decided() -> None:
    trials = _opinion(_across(trace=True), Network(1.0)).trials
    assert [trial.rule for trial in trials if trial.fired] == [RULE]


CROWD = ("Some 12,000 people marched through Leipzig on Saturday, police said.", "en")
FEW = ("Only a few hundred people turned out in Leipzig on Saturday, according to the city.", "en")
UNHURT = ("Bei dem Angriff wurde niemand verletzt, teilte der Gouverneur mit.", "de")
HURT = ("Four people were injured in the attack, a hospital doctor said.", "en")
BROUGHT = ("Everybody was brought out of the building in time, the mayor said.", "en")
SLEPT = ("Ein Junge schlief bis zum Morgen allein in dem Gebäude, sagte eine Nachbarin.", "de")
SPEECH = ("On Saturday people who marched through Leipzig listened to a speech by a union leader.", "en")


@pytest.mark.skipif(not is_installed(), reason="the encoder of the network is not installed (requirements-network.txt)")
def test_the_network_tells_what_excludes_from_what_does_not_in_both_languages_and_either_order() -> None:
    exclusive = [Asked(CROWD, FEW), Asked(UNHURT, HURT), Asked(BROUGHT, SLEPT)]
    answers = _answers([*exclusive, Asked(CROWD, SPEECH)])
    assert min(answers[:-1]) > BESIDE.sentences > answers[-1]
    turned = _answers([Asked(other, one) for one, other, _ in exclusive])
    assert max(abs(one - other) for one, other in zip(answers, turned, strict=False)) < 0.02


def _answers(pairs: list[Asked]) -> list[float]:
    """What the network says, in a process of its own: it is large, and other tests measure how large this one gets."""
    ask = "import json, sys; from verifier.pairing.exclusion.network import Asked, likelihoods; "
    ask += "print(json.dumps(likelihoods([Asked(tuple(a), tuple(b), c) for a, b, c in json.load(sys.stdin)])))"
    done = subprocess.run(
        [sys.executable, "-c", ask], input=json.dumps(pairs), capture_output=True, text=True, check=True
    )
    return list(json.loads(done.stdout))

"""What a sentence tells only to call it untrue is denied by whoever says so; what it leaves open is nobody's claim."""

from __future__ import annotations

import pytest

from verifier.domain.claim import Claim
from verifier.domain.enums import ClaimKind, Modality, Polarity
from verifier.services.ingest_documents import Hints, extract_claims, read_article

_OPEN = (Modality.QUESTION, Modality.CONDITIONAL)


def _telling(lang: str, text: str, words: str) -> list[Claim]:
    """The claims about ``words`` that state a fact or deny one."""
    claims = extract_claims(read_article(text.encode(), "text.md", Hints(lang=lang)))
    told = [c for c in claims if words in c.quote and c.reading.kind is not ClaimKind.OPINION]
    return [c for c in told if c.reading.modality not in _OPEN]


# Language, sentence, words of what is denied, who denies it (None: the text itself).
DENIED = [
    ("en", "Reports that the tunnel had flooded were false, the operator said.", "flooded", "operator"),
    ("en", "Claims that the tunnel has flooded are nonsense.", "flooded", None),
    ("en", "The operator said rumours that the tunnel had flooded were unfounded.", "flooded", "operator"),
    ("en", "It is not true that the tunnel flooded, the operator said.", "flooded", "operator"),
    ("en", "The operator said it was wrong to say that the tunnel had flooded.", "flooded", "operator"),
    ("en", "There is no truth in reports that the tunnel flooded, the operator said.", "flooded", "operator"),
    ("en", "The operator called reports that the tunnel had flooded a lie.", "flooded", "operator"),
    ("en", "The operator dismissed as fiction claims that the tunnel had flooded.", "flooded", "operator"),
    ("en", "The operator called reports of a collapse of the tunnel false.", "collapse", "operator"),
    (
        "en",
        "Contrary to reports that the tunnel had flooded, trains are running, the operator said.",
        "flooded",
        "operator",
    ),
    ("en", "At no point was the tunnel flooded, the operator said.", "flooded", "operator"),
    ("en", "Not once did inspectors enter the tunnel, the operator said.", "enter", "operator"),
    ("en", "The operator has yet to close the tunnel, the union said.", "close", "union"),
    ("en", "The tunnel was anything but safe, the union said.", "safe", "union"),
    ("en", "The driver denied ever having entered the tunnel.", "entered", "driver"),
    ("de", "Behauptungen, der Tunnel sei geflutet, seien falsch, sagte der Betreiber.", "geflutet", "Betreiber"),
    ("de", "Berichte, wonach der Tunnel geflutet worden sei, sind unwahr.", "geflutet", None),
    (
        "de",
        "Der Vorwurf, der Betreiber habe den Tunnel geflutet, entbehre jeder Grundlage, sagte sie.",
        "geflutet",
        None,
    ),
    ("de", "Es stimme nicht, dass der Tunnel geflutet worden sei, sagte der Betreiber.", "geflutet", "Betreiber"),
    ("de", "Es sei falsch, dass der Betreiber den Tunnel geflutet habe, sagte die Stadt.", "geflutet", "Stadt"),
    ("de", "Dass der Tunnel geflutet worden sei, treffe nicht zu, sagte der Betreiber.", "geflutet", "Betreiber"),
    ("de", "Von einer Flutung des Tunnels könne keine Rede sein, sagte der Betreiber.", "Flutung", "Betreiber"),
    ("de", "An Gerüchten, der Tunnel sei geflutet, sei nichts dran, sagte der Betreiber.", "geflutet", "Betreiber"),
    ("de", "Der Betreiber bezeichnete Berichte, der Tunnel sei geflutet, als Märchen.", "geflutet", "Betreiber"),
    ("de", "Der Betreiber nannte Berichte über einen Einsturz des Tunnels falsch.", "Einsturz", "Betreiber"),
    ("de", "Der Betreiber wies Berichte über einen Einsturz des Tunnels zurück.", "einen Einsturz", "Betreiber"),
    ("de", "Der Betreiber stellte in Abrede, den Tunnel geflutet zu haben.", "geflutet", "Betreiber"),
    ("de", "Der Kassierer weist den Vorwurf zurück, er habe Geld genommen.", "Geld", "Kassierer"),
    ("de", "Der Betreiber beteuert, nie Wasser in den Tunnel geleitet zu haben.", "Wasser", "Betreiber"),
    ("en", "The mayor warned of false reports that the tunnel had flooded.", "flooded", "mayor"),
    ("de", "Falsche Berichte, der Tunnel sei geflutet, lösten Panik aus.", "geflutet", None),
    ("de", "Der Tunnel sei alles andere als sicher, sagte die Gewerkschaft.", "sicher", "Gewerkschaft"),
]


@pytest.mark.parametrize(("lang", "text", "words", "denier"), DENIED)
def test_what_is_called_untrue_is_denied(lang: str, text: str, words: str, denier: str | None) -> None:
    [claim] = _telling(lang, text, words)
    assert claim.reading.polarity is Polarity.NEGATIVE
    name = claim.reading.claimant.name if claim.reading.claimant is not None else ""
    assert (denier or "") in name


# Nobody says that it is so, and nobody that it is not.
LEFT_OPEN = [
    ("en", "The operator would neither confirm nor deny that the tunnel had flooded.", "flooded"),
    ("en", "The operator neither confirmed nor denied that the tunnel had flooded.", "flooded"),
    ("en", "The operator refused to confirm or deny flooding the tunnel.", "flooding the tunnel"),
    ("en", "There was no evidence that the tunnel had flooded, the operator said.", "flooded"),
    ("en", "Nothing suggests that the tunnel flooded, the operator said.", "flooded"),
    ("en", "No one denies that the tunnel flooded.", "flooded"),
    ("en", "Reports that the tunnel had flooded may be false, the operator said.", "flooded"),
    ("en", "Had the tunnel not flooded, trains would have run, the operator said.", "flooded"),
    ("en", "Should the operator flood the tunnel, workers will strike, the union said.", "tunnel"),
    ("en", "Reports that the tunnel had flooded could not be verified.", "flooded"),
    ("de", "Dass der Tunnel geflutet ist, steht nicht fest, sagte sie.", "geflutet"),
    ("de", "Wäre der Tunnel geflutet, hätte es Tote gegeben, sagte sie.", "Tote"),
    ("de", "Der Betreiber wollte weder bestätigen noch dementieren, den Tunnel geflutet zu haben.", "geflutet"),
    ("de", "Der Betreiber bestritt nicht, dass er den Tunnel geflutet hat.", "geflutet"),
    ("de", "Der Betreiber schloss nicht aus, dass der Tunnel geflutet worden sei.", "geflutet"),
    ("de", "Es gebe keine Belege dafür, dass der Tunnel geflutet worden sei, sagte sie.", "geflutet"),
    ("de", "Hätte der Betreiber den Tunnel nicht geflutet, wären Züge gefahren, sagte die Stadt.", "geflutet"),
]


@pytest.mark.parametrize(("lang", "text", "words"), LEFT_OPEN)
def test_what_is_left_open_is_no_fact(lang: str, text: str, words: str) -> None:
    assert _telling(lang, text, words) == []


# Who finds fault with a fact does not deny it, what is true is affirmed, and a refused plan is none.
AFFIRMED = [
    ("en", "It is wrong that the operator charges for water, the union said.", "charges"),
    ("en", "There is no doubt that the tunnel flooded, the operator said.", "flooded"),
    ("en", "Reports that the tunnel flooded are true, the operator said.", "flooded"),
    ("de", "Es sei falsch, dass der Betreiber Geld für Wasser verlangt, sagte die Gewerkschaft.", "verlangt"),
    ("de", "Es sei wahr, dass der Tunnel geflutet worden sei, sagte der Betreiber.", "geflutet"),
]


@pytest.mark.parametrize(("lang", "text", "words"), AFFIRMED)
def test_what_is_not_called_untrue_stays_affirmed(lang: str, text: str, words: str) -> None:
    assert {claim.reading.polarity for claim in _telling(lang, text, words)} == {Polarity.POSITIVE}


# Whose report it is, what only picks it out, and what is counted is not what a report tells.
NO_CONTENT = [
    ("en", "Claims of the opposition were false, the operator said.", "opposition"),
    ("en", "The number of deaths was wrong, the operator said.", "deaths"),
    ("en", "The story that the paper ran was nonsense, the operator said.", "paper ran"),
    ("de", "„Das ist eine Lüge, es kamen keine Gäste“, sagte der Wirt.", "Gäste"),
    ("de", "Von dem Einsturz war keine Rede.", "Einsturz"),
    ("en", "The idea that the city could close the tunnel is absurd, drivers said.", "close"),
    ("de", "Behauptungen der Opposition seien falsch, sagte der Betreiber.", "Opposition"),
]


@pytest.mark.parametrize(("lang", "text", "words"), NO_CONTENT)
def test_what_is_no_content_is_not_denied(lang: str, text: str, words: str) -> None:
    assert ClaimKind.DENIAL not in {claim.reading.kind for claim in _telling(lang, text, words)}


def test_a_refused_proposal_is_not_denied() -> None:
    [claim] = _telling("de", "Die Regierung wies den Vorschlag zurück, Geld anzunehmen.", "Geld anzunehmen")
    assert claim.reading.kind is not ClaimKind.DENIAL


def test_what_goes_on_after_a_told_clause_belongs_to_its_noun() -> None:
    [claim] = _telling("de", "Gerüchte, die Armee sei geflohen, hätten eine Panik ausgelöst, sagte sie.", "Panik")
    assert claim.reading.agent is None

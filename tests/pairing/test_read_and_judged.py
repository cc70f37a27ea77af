"""Short news read and judged: what contradicts, what asks for a slot, and the look-alikes beside them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from verifier.domain.claim import Claim
from verifier.domain.comparison import Comparison
from verifier.extract.reader import read_claims
from verifier.ingest import read_document
from verifier.pairing.ladder import compare_claims


def _claims(text: str, lang: str) -> list[Claim]:
    from dataclasses import replace

    article = read_document(text.encode(), "text")
    dated = replace(article, lang=lang, published_on=datetime(2024, 5, 8, tzinfo=UTC))
    return read_claims(dated, "text", "text")


def _judged(text: str, lang: str, left: str, right: str) -> Comparison:
    """The comparison of the claims whose quotes hold ``left`` and ``right``."""
    claims = _claims(text, lang)
    one, other = (next(c for c in claims if words in c.quote) for words in (left, right))
    return compare_claims(one, other)


# None of what another counts is a dispute of numbers; of something else, or elsewhere, it is none.
@pytest.mark.parametrize(
    ("text", "lang", "left", "right", "relation"),
    [
        (
            "The mayor said 14 miners died in Zelmov on Monday. The company said nobody died in Zelmov on Monday.",
            "en", "14 miners", "nobody", "DISPUTES",
        ),
        (
            "Die Feuerwehr sagte, in Zelmov seien am Montag 14 Menschen gestorben. "
            "Der Betreiber sagte, in Zelmov sei am Montag niemand gestorben.",
            "de", "14 Menschen", "niemand", "DISPUTES",
        ),
        (
            "The mayor said 14 people died in Zelmov on Monday. The company said nobody was hurt in Zelmov on Monday.",
            "en", "14 people", "nobody", "DIFFERENT_SCOPE",
        ),
    ],
)  # fmt: skip
def test_none_against_some(text: str, lang: str, left: str, right: str, relation: str) -> None:
    assert _judged(text, lang, left, right).relation == relation


# One matter in the same words, once denied, contradicts even where no list knows the verb; another matter does not.
@pytest.mark.parametrize(
    ("text", "lang", "left", "right", "relation"),
    [
        (
            "The operator said the turbine in Zelmov had been lubricated. "
            "Inspectors said the turbine in Zelmov had not been lubricated.",
            "en", "had been lubricated", "had not been", "CONTRADICTS",
        ),
        (
            "The operator said the turbine in Zelmov had been lubricated. "
            "Inspectors said the kitchen had not been swept.",
            "en", "lubricated", "swept", "UNRELATED",
        ),
    ],
)  # fmt: skip
def test_a_matter_negated(text: str, lang: str, left: str, right: str, relation: str) -> None:
    assert _judged(text, lang, left, right).relation == relation


def test_sums_in_two_currencies_ask_for_the_rate() -> None:
    text = "The ministry said the bridge cost 40 million euros. The auditors said the bridge cost 61 million dollars."
    found = _judged(text, "en", "40 million", "61 million")
    assert (found.relation, found.aspect) == ("UNDETERMINED", "unit")


def test_what_one_side_did_is_not_what_it_underwent() -> None:
    text = "Ukraine said it shot down 61 drones. Russia's ministry said 21 Ukrainian drones were shot down."
    found = _judged(text, "en", "61 drones", "21 Ukrainian")
    assert (found.relation, found.aspect) == ("DIFFERENT_SCOPE", "role")


def test_a_figure_many_times_the_other_is_hardly_of_one_event() -> None:
    text = "Police said 12 people were arrested in Zelmov. The union said 2,400 people were arrested by officers."
    assert _judged(text, "en", "12 people", "2,400").relation == "UNDETERMINED"


# A figure that only counts again answers the one before; a state of the past is none of today.
@pytest.mark.parametrize("counter", ["The organisers counted 3,000.", "The organisers put the number at 3,000."])
def test_a_bare_count_answers_the_figure_before(counter: str) -> None:
    text = f"Police said 800 people marched in Zelmov on Monday. {counter}"
    assert _judged(text, "en", "800 people", "3,000").relation == "DISPUTES"


def test_what_was_before_is_asked_for_its_time() -> None:
    text = "The council says 4,000 people live in Zelmov. Before the dam burst 9,000 people lived in Zelmov."
    assert _judged(text, "en", "4,000", "9,000").relation != "DISPUTES"


# Two who name one thing in rival ways differ; the same word twice is support.
@pytest.mark.parametrize(
    ("text", "lang", "left", "right", "relation"),
    [
        (
            "The mayor called the attack a massacre; the general staff called it an error.",
            "en", "massacre", "error", "DIFFERS",
        ),
        (
            "Der Bürgermeister nannte den Marsch friedlich, die Polizei nannte ihn gewalttätig.",
            "de", "friedlich", "gewalttätig", "DIFFERS",
        ),
        (
            "The mayor called the attack a massacre; the governor called the flood a disaster.",
            "en", "massacre", "disaster", "DIFFERENT_SCOPE",
        ),
    ],
)  # fmt: skip
def test_rival_characterisations(text: str, lang: str, left: str, right: str, relation: str) -> None:
    assert _judged(text, lang, left, right).relation == relation

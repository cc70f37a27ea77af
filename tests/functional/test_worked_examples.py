"""The worked examples of the domain on the three real articles, row by row, through reading and the ladder."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

from verifier.domain.claim import Claim
from verifier.domain.comparison import Finding
from verifier.ingest import read_document
from verifier.pairing.ladder import compare_claims
from verifier.pairing.pipeline import PairingResult, judge

SEEDS = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the real articles lie beside the project, in ../shared")


@lru_cache(maxsize=1)
def claims_of() -> dict[str, list[Claim]]:
    from verifier.extract.reader import read_claims

    found = {}
    for letter, path in zip("ABC", sorted(SEEDS.glob("0*.txt")), strict=True):
        article = read_document(path.read_bytes(), path.name)
        found[letter] = read_claims(article, letter, letter)
        assert all(c.quote == article.text[c.span.start : c.span.end] for c in found[letter])
    return found


@lru_cache(maxsize=1)
def _result() -> PairingResult:
    return judge([c for claims in claims_of().values() for c in claims])


def _find(letter: str, words: str, section: str = "") -> Claim:
    """The first claim of an article whose quote has all ``words`` (parted by "|")."""
    parts = words.split("|")
    for claim in claims_of()[letter]:
        quote = claim.quote.replace("\xa0", " ")
        if all(part in quote for part in parts) and claim.section_kind.value.startswith(section):
            return claim
    raise AssertionError(f"no claim in {letter} has {words!r}")


# row, left (article, words, section), right, expected relation, aspect or strength
PAIRS = [
    (1, ("B", "Moscow has had to pull", "deck"), ("B", "Russia has not needed", ""), "CONTRADICTS", "hard"),
    (2, ("B", "Kremlin had pulled", ""), ("B", "Russia has not needed", ""), "CONTRADICTS", "soft"),
    (4, ("B", "50,000 Russians fighting", ""), ("B", "some 50,000", ""), "DUPLICATE", None),
    (4, ("B", "50,000 Russian troops stationed", ""), ("B", "sent 50,000", ""), "DUPLICATE", None),
    (5, ("B", "sent 50,000", ""), ("B", "about 11,000", ""), "DIFFERENT_SCOPE", "time"),
    (6, ("B", "520,000", ""), ("B", "690,000", ""), "DIFFERENT_SCOPE", "modality"),
    (7, ("B", "520,000", ""), ("B", "sent 50,000", ""), "DIFFERENT_SCOPE", "time"),
    (8, ("B", "About 700|signed up", ""), ("B", "160,000", ""), "DIFFERENT_SCOPE", "modality"),
    (10, ("B", "some 6,000", ""), ("B", "hundreds", ""), "REFINES", "part"),
    (11, ("B", "Nine of them", ""), ("B", "at least 13", ""), "REFINES", "part"),
    (12, ("A", "downed 17", "summary"), ("A", "downed 17", "body"), "DUPLICATE", None),
    (12, ("A", "downed 17", "body"), ("A", "17 Russian drones downed", "heading"), "DUPLICATE", None),
    (12, ("A", "downed 17", "body"), ("A", "total of 22", "body"), "REFINES", "part"),
    (13, ("A", "six drones", ""), ("A", "several Ukrainian", "body"), "REFINES", None),
    (14, ("A", "downed 17", "body"), ("A", "six drones", ""), "DIFFERENT_SCOPE", "role"),
    (14, ("A", "downed 17", "body"), ("A", "destroyed 11 drones", "body"), "DIFFERENT_SCOPE", "role"),
    (15, ("A", "thwarted", ""), ("A", "shot down\" over", ""), "CORROBORATES", None),
    (16, ("A", "five Ukrainian sea", "summary"), ("A", "five Ukrainian sea", "body"), "DUPLICATE", None),
    (18, ("A", "repelling", ""), ("A", "Triumf", ""), "CONTRADICTS", "soft"),
    (20, ("A", "504", ""), ("A", "killing a 6-year-old", ""), "REFINES", None),
    (21, ("C", "abwehrte", ""), ("C", "Kommandozentrale|anzugreifen", ""), "CONTRADICTS", "soft"),
    (22, ("C", "Dutzende ballistischer", ""), ("C", "mehrere Dutzend", ""), "CORROBORATES", None),
    (23, ("A", "destroyed 11 drones", "body"), ("C", "zehn ukrainische", ""), "DIFFERENT_SCOPE", None),
    (25, ("B", "calling her child", ""), ("B", "making the comment", ""), "CONTRADICTS", "soft"),
    (26, ("B", "China is neutral", ""), ("B", "decisive enabler", ""), "DIFFERS", None),
    (29, ("A", "which attacked a navy ship", ""), ("A", "tried to attack", ""), "DUPLICATE", None),
    # Row 33 says DIFFERENT_SCOPE; the text names the place of one of the two only, so the place is asked for.
    (33, ("C", "acht verletzt", ""), ("C", "eine Person durch", ""), "UNDETERMINED", "place"),
]  # fmt: skip


@pytest.mark.parametrize(("row", "left", "right", "relation", "detail"), PAIRS)
def test_pair_is_judged_as_stated(
    row: int, left: tuple[str, str, str], right: tuple[str, str, str], relation: str, detail: str | None
) -> None:
    comparison = compare_claims(_find(*left), _find(*right))
    assert comparison.relation.value == relation, f"row {row}: {comparison.rule} {comparison.aspect}"
    if detail in ("hard", "soft"):
        assert comparison.strength is not None
        assert comparison.strength.value == detail
    elif detail is not None:
        assert comparison.aspect == detail


FINDINGS = [
    (3, "HEADLINE_BODY", "commitment", "Moscow has had to pull"),
    (4, "HEADLINE_BODY", "hedge", "some 50,000"),
    (9, "HEADLINE_BODY", "verb", "apply to join"),
    (10, "PART_EXCEEDS_WHOLE", "number", "some 6,000"),
    (16, "HEADLINE_BODY", "commitment", "five Ukrainian sea"),
    (17, "HEADLINE_BODY", "claimant", "11 drones destroyed"),
    (24, "HEADLINE_BODY", "quote", "keep Ukraine in fight"),
    (28, "HEADLINE_BODY", "claimant", "Ukraine attacks Russian air defense"),
]


@pytest.mark.parametrize(("row", "kind", "aspect", "words"), FINDINGS)
def test_finding_is_there(row: int, kind: str, aspect: str, words: str) -> None:
    found = [f for f in _result().findings if _tells(f, words) and f.kind.value == kind]
    assert any(aspect in f.aspects for f in found), f"row {row}: {[(f.kind.value, f.aspects) for f in found]}"


def _tells(finding: Finding, words: str) -> bool:
    return any(words in part.quote.replace("\xa0", " ") for part in finding.parts)


def test_losses_of_ones_own_are_marked() -> None:
    assert _find("A", "two of its warships").reading.against_interest  # row 19


def test_death_toll_that_may_be_higher_is_a_lower_bound_total() -> None:
    assert _find("A", "504").reading.aspect == "cumulative"  # row 20


def test_what_is_no_part_of_the_article_yields_no_claims() -> None:
    """Row 30: link titles, captions, credits; row 31: broken syntax leaves slots unknown."""
    quotes = " ".join(c.quote for claims in claims_of().values() for c in claims)
    for words in ("Record numbers", "launches biggest attack", "Image:", "picture alliance", "Twitter", "rmt/rc"):
        assert words not in quotes


def test_broken_syntax_makes_nobody_the_agent_who_is_not() -> None:
    """Row 31: whoever delivers in "Südkorea Beschuldigt Nordkorea beliefert Russland", it is not the one supplied."""
    agent = _find("C", "beliefert Russland").reading.agent
    assert agent is None or agent.key == "north-korea"


def test_a_number_that_is_not_given_is_no_claim() -> None:
    """Row 27: "did not specify how many had joined" counts nobody, and nothing disputes those who signed up."""
    unsaid = [c for c in claims_of()["B"] if "did not specify" in c.context]
    assert all(c.reading.quantity is None for c in unsaid)
    signed_up = _find("B", "About 700|signed up").uid
    assert not [p for p in _result().pairs if p.comparison.relation.is_queued and signed_up in (p.left, p.right)]


def test_government_and_place_of_one_name_are_told_apart() -> None:
    """Row 32: "Kyiv says" is a government; the twin city is none."""
    speaker = _find("A", "17 Russian drones downed").reading.claimant
    assert speaker is not None
    assert speaker.key == "ukraine"
    twin = _find("A", "Kyiv becomes Berlin's")
    assert twin.reading.agent is None or twin.reading.agent.key != "ukraine"


def test_enough_is_read_and_little_is_queued() -> None:
    assert sum(len(claims) for claims in claims_of().values()) >= 60
    result = _result()
    queued = [p for p in result.pairs if p.comparison.relation.is_queued]
    homes = {c.uid: letter for letter, claims in claims_of().items() for c in claims}
    assert all(homes[p.left] == homes[p.right] for p in queued)
    assert len(queued) + len(result.findings) <= 15


def test_row_15_is_support_but_not_independent() -> None:
    comparison = compare_claims(_find("A", "thwarted"), _find("A", 'shot down" over'))
    assert (comparison.relation.value, comparison.independent) == ("CORROBORATES", False)


def test_row_13_parts_that_fit_their_whole_are_no_finding() -> None:
    assert not [f for f in _result().findings if f.kind.value == "SUM_MISMATCH"]

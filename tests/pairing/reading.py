"""Texts in short, read as documents of one day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from verifier.domain.claim import Claim
from verifier.domain.comparison import Comparison
from verifier.domain.enums import Relation
from verifier.extract.reader import read_claims
from verifier.ingest import read_document
from verifier.pairing.candidates import find_nearby
from verifier.pairing.ladder import compare_claims

DAY, NEXT_DAY = (datetime(2024, 5, day, tzinfo=UTC) for day in (8, 9))


def claims_of(
    text: str, lang: str, name: str = "text", day: datetime | None = DAY, outlet: str | None = None
) -> list[Claim]:
    """The claims of a document that appeared on ``day``, in the order of the text."""
    article = replace(read_document(text.encode(), name), lang=lang, published_on=day, outlet=outlet)
    return read_claims(article, name, name)


def figure_of(claims: list[Claim], number: str = "") -> Claim:
    """The first claim whose figure is written with ``number``."""
    return next(c for c in claims if c.reading.quantity is not None and number in c.reading.quantity.surface)


def contradict(left: list[Claim], right: list[Claim]) -> bool:
    """Whether two documents contradict or dispute each other anywhere."""
    found = (compare_claims(one, other) for one in left for other in right)
    return any(c.relation in (Relation.CONTRADICTS, Relation.DISPUTES) for c in found)


def texts_contradict(lang: str, left: str, other_lang: str, right: str) -> bool:
    """The same of two texts of one day."""
    return contradict(claims_of(left, lang, "left", NEXT_DAY), claims_of(right, other_lang, "right", NEXT_DAY))


def queued_within(text: str, lang: str) -> list[Comparison]:
    """The comparisons of a text's claims with each other that a reviewer would see."""
    claims = claims_of(text, lang)
    compared = (compare_claims(claims[i], claims[j]) for i, j in find_nearby(claims))
    return [comparison for comparison in compared if comparison.relation.is_queued]

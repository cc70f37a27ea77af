"""Verdicts on claims as schema.org ``ClaimReview``, for search engines and other fact-checkers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from verifier.export.edition import Edition
from verifier.export.shown import Record
from verifier.export.words import Words, load_words

_CONTEXT = {"@vocab": "https://schema.org/"}
_BEST, _WORST = 5, 1


def claim_reviews(body: Record, sha256: str, edition: Edition) -> dict[str, Any]:
    """One review for each claim with a verdict on its content; those of one dispute name each other."""
    words = load_words(edition.lang)
    graph: list[dict[str, Any]] = []
    for dispute in body["disputes"]:
        judged = [c for p in dispute["positions"] for c in p["claims"] if c["content"]]
        ids = {claim["uid"]: _address(edition, claim) for claim in judged}
        for claim in judged:
            review = _review(words, edition, claim, ids[claim["uid"]])
            review["identifier"] = f"sha256:{sha256}"
            if others := [{"@id": ids[uid]} for uid in sorted(ids) if uid != claim["uid"]]:
                review["associatedClaimReview"] = others
            graph.append(review)
    return {"@context": _CONTEXT, "@graph": graph}


def _address(edition: Edition, claim: Record) -> str:
    if edition.site:
        return f"{edition.site}/{edition.uid}/#claim-{claim['uid']}"
    return f"urn:verifier:claim-review:{claim['uid']}"


def _review(words: Words, edition: Edition, claim: Record, address: str) -> dict[str, Any]:
    said = claim["stated_on"] or claim["published"]
    item: dict[str, Any] = {
        "@type": "Claim",
        "author": {"@type": _kind(claim), "name": claim["claimant"] or claim["outlet"] or claim["document"]},
        "appearance": _work(claim),
        "firstAppearance": _work(claim),
    }
    if said:
        item["datePublished"] = said
    return {
        "@type": "ClaimReview",
        "@id": address,
        "url": f"{edition.site}/{edition.uid}/" if edition.site else address,
        "datePublished": claim["content_on"],
        "inLanguage": edition.lang,
        "author": {"@type": "Organization", "name": edition.newsroom, **_site(edition)},
        "claimReviewed": claim["quote"],
        "itemReviewed": item,
        "reviewRating": _rating(words, edition, claim["content"]),
    }


def _site(edition: Edition) -> dict[str, str]:
    return {"url": edition.site} if edition.site else {}


def _kind(claim: Record) -> str:
    return "Person" if claim["kind_of_source"] == "person" else "Organization"


def _work(claim: Record) -> dict[str, Any]:
    return {"@type": "CreativeWork", **dict(_work_fields(claim))}


def _work_fields(claim: Record) -> Iterator[tuple[str, Any]]:
    yield "name", claim["document_title"] or claim["document"]
    yield "identifier", f"sha256:{claim['snapshot']}"
    yield "inLanguage", claim["lang"]
    if claim["url"]:
        yield "url", claim["url"]
    if claim["published"]:
        yield "datePublished", claim["published"]
    if claim["outlet"]:
        yield "publisher", {"@type": "Organization", "name": claim["outlet"]}


def _rating(words: Words, edition: Edition, verdict: str) -> dict[str, Any]:
    """The newsroom's name for the verdict and, where it has a place between false and true, its value."""
    rating: Mapping[str, Any] = edition.ratings.get(verdict) or words.table["rating"][verdict]
    told: dict[str, Any] = {"@type": "Rating", "alternateName": rating["name"]}
    if rating["value"]:
        told |= {"ratingValue": rating["value"], "bestRating": _BEST, "worstRating": _WORST}
    return told

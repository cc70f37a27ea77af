"""What brings claims together does not hang on how many others are stored."""

from __future__ import annotations

from pathlib import Path

from verifier.domain.claim import Claim
from verifier.pairing.candidates import find_candidates
from verifier.paths import bundled
from verifier.services.ingest_documents import extract_claims, read_article


def _claims(path: Path) -> list[Claim]:
    return extract_claims(read_article(path.read_bytes(), path.name))


def _passage_pairs(claims: list[Claim], document: str) -> set[tuple[str, str]]:
    ordered = sorted(claims, key=lambda claim: claim.uid)
    found = find_candidates(ordered).items()
    named = {(ordered[i].uid, ordered[j].uid) for (i, j), keys in found if "passage" in keys
             and ordered[i].document == document}  # fmt: skip
    assert named
    return named


def test_claims_of_a_passage_meet_whatever_else_is_stored() -> None:
    quake, *others = sorted((bundled("seeds") / "more").glob("*.md"))
    own = _claims(quake)
    more = [claim for path in others for claim in _claims(path)]
    document = own[0].document
    assert _passage_pairs(own, document) == _passage_pairs([*own, *more], document)

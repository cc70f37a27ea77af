"""The whole comparison of two claims or two texts, rule by rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from verifier.config import Settings
from verifier.domain.claim import Claim
from verifier.domain.comparison import Comparison
from verifier.domain.enums import Relation
from verifier.errors import InputRefused, NotFound
from verifier.pairing.explain import explain_pair
from verifier.pairing.ladder import MEANINGS, compare_claims
from verifier.services.ingest_documents import Hints, extract_claims, read_article
from verifier.services.judge_inference import judge_inference
from verifier.services.lines import claim_line, side_line
from verifier.services.open_store import open_store
from verifier.store.claims import load_claims

_ORDER = tuple(Relation)
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Why:
    """Two claims, how they compare, and the sentence that says so."""

    left: Claim
    right: Claim
    comparison: Comparison
    explanation: str

    @property
    def meanings(self) -> dict[str, str]:
        """What each rule is about."""
        return MEANINGS


def explain_stored(settings: Settings, left: str, right: str) -> Why:
    """The comparison of two stored claims. Raises NotFound."""
    store = open_store(settings)
    with store.read() as connection:
        claims = {c.uid: c for c in load_claims(connection, {left, right}, live=False)}
    for uid in (left, right):
        if uid not in claims:
            raise NotFound(f"No claim with the uid “{uid}” is stored.")
    return _why(claims[left], claims[right])


def explain_texts(left: str, right: str) -> Why:
    """The comparison of the most conflicting claims of two texts. Raises InputRefused where one makes no claim."""
    best = _best_pair(_claims(left, "left", Hints()), _claims(right, "right", Hints()))
    if best is None:
        raise InputRefused("One of the texts makes no claim that can be compared.")
    return _why(*best)


def compare_texts(record: dict[str, Any]) -> dict[str, Any]:
    """One line of ``compare``: the most conflicting comparable pair of claims of two texts.

    Raises InputRefused where a side or its text is missing or its date is none.
    """
    left, right = (_side(record, side) for side in ("left", "right"))
    sides = [_claims(side["text"], name, _hints(side)) for name, side in (("left", left), ("right", right))]
    inference = judge_inference(left["text"], right["text"], (left.get("lang"), right.get("lang")))
    judged = {"nli": inference.label, "probability": round(inference.probability, _DIGITS)}
    read = {"claims": {"left": [claim_line(c) for c in sides[0]], "right": [claim_line(c) for c in sides[1]]}}
    best = _best_pair(*sides)
    if best is None:
        empty = {"relation": "UNRELATED", "strength": None, "aspect": None, "rule": "R1", "direction": None}
        return {"id": record["id"], **empty, "queued": False, **judged, "explanation": "", **read}
    why = _why(*best)
    comparison = why.comparison
    return {
        "id": record["id"],
        "relation": comparison.relation.value,
        "strength": comparison.strength.value if comparison.strength else None,
        "aspect": comparison.aspect,
        "rule": comparison.rule,
        "direction": comparison.direction,
        "independent": comparison.independent,
        "queued": comparison.relation.is_queued,
        **judged,
        "explanation": why.explanation,
        "left": side_line(why.left),
        "right": side_line(why.right),
        **read,
    }


def _claims(text: str, name: str, hints: Hints) -> list[Claim]:
    if not text.strip():
        return []
    return extract_claims(read_article(text.encode("utf-8", errors="replace"), name, hints))


def _side(record: dict[str, Any], name: str) -> dict[str, Any]:
    side = record.get(name)
    if not isinstance(side, dict) or not isinstance(side.get("text"), str):
        raise InputRefused(f"The pair “{record['id']}” has no text on its {name} side.")
    return side


def _hints(side: dict[str, Any]) -> Hints:
    published = side.get("published")
    try:
        return Hints(side.get("outlet"), date.fromisoformat(published[:10]) if published else None, side.get("lang"))
    except (TypeError, ValueError) as error:
        raise InputRefused(f"“{published}” is no date like 2024-05-07.") from error


def _why(left: Claim, right: Claim) -> Why:
    comparison = compare_claims(left, right, trace=True)
    return Why(left, right, comparison, explain_pair(left, right, comparison))


def _best_pair(left: Sequence[Claim], right: Sequence[Claim]) -> tuple[Claim, Claim] | None:
    """The pair with the most conflicting relation, the first among equals."""
    pairs = [
        (_ORDER.index(compare_claims(a, b).relation), n, m, a, b)
        for n, a in enumerate(left)
        for m, b in enumerate(right)
    ]
    if not pairs:
        return None
    best = min(pairs, key=lambda item: item[:3])
    return best[3], best[4]

"""The whole comparison of two claims or two texts, rule by rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from verifier.config import Settings
from verifier.domain.claim import Claim
from verifier.domain.comparison import Comparison
from verifier.domain.enums import Relation
from verifier.errors import InputRefused, NotFound
from verifier.pairing.explain import explain_pair
from verifier.pairing.ladder import MEANINGS, compare_claims
from verifier.services.ask_network import compare_as_stored
from verifier.services.ingest_documents import Hints, extract_claims, read_article
from verifier.services.judge_inference import judge_inference
from verifier.services.lines import claim_line, side_line
from verifier.services.open_store import open_store
from verifier.services.short_texts import short_text
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
    with open_store(settings) as store, store.read() as connection:
        claims = {c.uid: c for c in load_claims(connection, {left, right}, live=False)}
        for uid in (left, right):
            if uid not in claims:
                raise NotFound("No claim with the uid “%(uid)s” is stored.", uid=uid)
        (comparison,) = compare_as_stored(connection, [(claims[left], claims[right])], trace=True)
    return _why(claims[left], claims[right], comparison)


def explain_texts(left: str, right: str) -> Why:
    """The comparison of the most conflicting claims of two texts. Raises InputRefused where one makes no claim."""
    best = _best_pair(_claims(left, "left", Hints()), _claims(right, "right", Hints()))
    if best is None:
        raise InputRefused("One of the texts makes no claim that can be compared.")
    return _why(*best, compare_claims(*best, trace=True))


def compare_texts(record: dict[str, Any]) -> dict[str, Any]:
    """One line of ``compare``: the most conflicting comparable pair of claims of two texts. Raises InputRefused.

    A text that cannot be read makes no claims.
    """
    texts = [short_text(record.get(side), f"Record {record['id']}, {side}") for side in ("left", "right")]
    sides = [_readable_claims(text, hints) for text, hints in texts]
    inference = _inference(*texts)
    read = {"claims": {"left": [claim_line(c) for c in sides[0]], "right": [claim_line(c) for c in sides[1]]}}
    best = _best_pair(*sides)
    if best is None:
        empty = {"relation": "UNRELATED", "strength": None, "aspect": None, "rule": "R1", "direction": None}
        return {"id": record["id"], **empty, "queued": False, **inference, "explanation": "", **read}
    why = _why(*best, compare_claims(*best, trace=True))
    judged = why.comparison
    return {
        "id": record["id"],
        "relation": judged.relation.value,
        "strength": judged.strength.value if judged.strength else None,
        "aspect": judged.aspect,
        "rule": judged.rule,
        "direction": judged.direction,
        "independent": judged.independent,
        "queued": judged.relation.is_queued,
        **inference,
        "explanation": why.explanation,
        "left": side_line(why.left),
        "right": side_line(why.right),
        **read,
    }


def _claims(text: str, name: str, hints: Hints) -> list[Claim]:
    if not text.strip():
        return []
    return extract_claims(read_article(text.encode("utf-8", errors="replace"), name, hints))


def _readable_claims(text: str, hints: Hints) -> list[Claim]:
    try:
        return _claims(text, "text", hints)
    except InputRefused:
        return []


def _inference(left: tuple[str, Hints], right: tuple[str, Hints]) -> dict[str, Any]:
    """The label of the left text as premise and the right as hypothesis, and the probability that they conflict."""
    found = judge_inference(left[0], right[0], (left[1].lang, right[1].lang))
    return {"nli": found.label, "probability": round(found.probability, _DIGITS)}


def _why(left: Claim, right: Claim, comparison: Comparison) -> Why:
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

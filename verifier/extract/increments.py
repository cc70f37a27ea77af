"""Figures that only come to a count told beside them: "rose to eight after three passengers died", "two more died"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verifier.domain.enums import QuantityKind
from verifier.domain.quantity import Quantity
from verifier.extract.claim_draft import Draft
from verifier.extract.figures import HARM
from verifier.extract.measures import leads_to_level
from verifier.extract.sentence import Sentence
from verifier.extract.words import load_words


def with_increments(sentence: Sentence, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with what came to a count made part of it, or marked where that count is not told."""
    levels = [d for d in drafts if d.quantity is not None and _is_level(sentence, d)]
    return [_as_increment(sentence, draft, drafts, levels) for draft in drafts]


def _as_increment(sentence: Sentence, draft: Draft, drafts: Sequence[Draft], levels: Sequence[Draft]) -> Draft:
    quantity, family = draft.quantity, _family(draft)
    if quantity is None or family not in HARM or draft in levels or quantity.part_of is not None:
        return draft
    whole = next((d.quantity for d in levels if _family(d) == family), None)
    if whole is not None and (quantity.point or 0) < (whole.point or 0) and quantity.kind is QuantityKind.NUMBER:
        return replace(draft, quantity=replace(quantity, part_of=whole.span.start), is_more=True)
    others = any(_family(d) not in (None, family) for d in drafts)  # "two died and 14 more were hurt"
    return replace(draft, is_more=not others and _counts_more(sentence, quantity))


def _is_level(sentence: Sentence, draft: Draft) -> bool:
    clause = draft.frame.clause if draft.frame is not None else None
    return clause is not None and draft.quantity is not None and leads_to_level(sentence, draft.quantity, clause)


def _family(draft: Draft) -> str | None:
    return draft.frame.predicate.family if draft.frame is not None and draft.frame.predicate is not None else None


def _counts_more(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether "more" or "another" stands beside a number."""
    words = load_words("syntax", sentence.lang)["increments"]
    first, last = sentence.index_at(quantity.span.start), sentence.index_at(quantity.span.end - 1)
    beside = (*sentence.tokens[max(0, first - 1) : first], *sentence.tokens[last + 1 : last + 2])
    return any(token.lower in words for token in beside)

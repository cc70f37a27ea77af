"""What a statement that takes up another names of its own: then it may be of something else."""

from __future__ import annotations

from itertools import takewhile

from verifier.domain.claim import Claim
from verifier.pairing.compare.telling import contrast_words, has_any, telling_of
from verifier.reference import load
from verifier.text.stems import shared_stems, telling_stems
from verifier.text.tagging import tag_text
from verifier.text.tokens import Pos


def names_more(later: Claim, first: Claim) -> bool:
    """Whether ``later`` names something that the sentence of ``first`` does not, but for its subject and its act."""
    term, lang = later.reading.predicate, later.lang
    entry = load().predicate(term.key) if term is not None else None
    acts = [slot.name for slot in (term, later.reading.agent) if slot is not None]
    acts += entry.verbs.get(lang, ()) if entry is not None else ()
    told = telling_of(later.quote, lang)
    own = told.nouns - told.first - said_by(later) - telling_stems(" ".join(acts), lang)
    return bool(own - shared_stems(own, telling_stems(first.context, first.lang), later.lang))


def said_by(claim: Claim) -> frozenset[str]:
    """The stems of the words for who says it."""
    return telling_stems(" ".join(step.actor.name for step in claim.reading.chain), claim.lang)


def turns_to_another(claim: Claim, other: Claim) -> bool:
    """Whether a figure whose noun or verb stands in another sentence opens with what ``other`` is not told of.

    "For the pier it was 2 million", "Im ersten Winter waren es 300", "in May alone"; not "For the same pier …".
    """
    if not is_carried(claim):
        return False
    lists = contrast_words(claim.lang)
    if has_any(claim.context, lists["alone"]):
        return True
    tokens = tag_text(claim.context, 0, len(claim.context), claim.lang)
    if not tokens or tokens[0].pos is not Pos.ADP:
        return False
    opening = list(takewhile(lambda t: not (t.is_verbal or t.text == ","), tokens[1:]))
    if any(t.lower in lists["same"] for t in opening[:2]):
        return False
    named = [t for t in opening if t.is_nominal and t.lower not in other.context.lower()]
    stems = [telling_stems(t.text, claim.lang) for t in named]
    known = said_by(claim) | telling_stems(other.context, other.lang)
    return bool(named) and not any(shared_stems(each, known, claim.lang) for each in stems)


def is_carried(claim: Claim) -> bool:
    """Whether the noun or the verb of a claim's figure stands in a sentence before."""
    start = claim.span.start - max(0, claim.context.find(claim.quote))
    words = [term.span for term in (claim.reading.thing, claim.reading.predicate) if term is not None]
    return any(span is None or not start <= span.start < start + len(claim.context) for span in words)

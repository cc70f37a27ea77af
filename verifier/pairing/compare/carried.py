"""What a statement that takes up another names of its own: then it may be of something else."""

from __future__ import annotations

from itertools import takewhile

from verifier.domain.claim import Claim
from verifier.domain.span import Span
from verifier.pairing.compare.telling import contrast_words, has_any, telling_of
from verifier.reference import load
from verifier.text.stems import shared_stems, telling_stems
from verifier.text.tagging import tag_text
from verifier.text.tokens import Pos, Token

_OPENING = 25


def opens(span: Span, start: int) -> bool:
    """Whether words stand so near behind the ``start`` of a sentence or claim that they open it."""
    return 0 <= span.start - start <= _OPENING


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
    if has_any(claim.context, contrast_words(claim.lang)["alone"]):
        return True
    named = [t.text for t in _opening(claim) if t.lower not in other.context.lower()]
    stems = [telling_stems(word, claim.lang) for word in named]
    known = said_by(claim) | telling_stems(other.context, other.lang)
    return bool(named) and not any(shared_stems(each, known, claim.lang) for each in stems)


def opens_elsewhere(claim: Claim, other: Claim) -> bool:
    """Whether a sentence opens with a place, body or event of which the text of ``other`` names nothing."""
    time = claim.reading.time
    start = claim.sentence_start
    when = time.span if time is not None and time.span is not None else claim.span
    dated = time is not None and (when.start < start or opens(when, start))
    named = [t.lower for t in _opening(claim)]
    told = other.context.lower()
    shared = shared_stems(telling_stems(" ".join(named), claim.lang), telling_stems(told, other.lang), claim.lang)
    known = any(word in told or word in other.reading.names for word in named)
    return bool(named) and claim.lang == other.lang and not (dated or known or shared)


def _opening(claim: Claim) -> list[Token]:
    """The nouns of the words with a preposition that open a claim's sentence, unless they point back."""
    tokens = tag_text(claim.context, 0, len(claim.context), claim.lang)
    if not tokens or tokens[0].pos is not Pos.ADP:
        return []
    opening = list(takewhile(lambda t: not (t.is_verbal or t.text == ","), tokens[1:]))
    if any(t.lower in contrast_words(claim.lang)["same"] for t in opening[:2]):
        return []
    return [t for t in opening if t.is_nominal]


def is_carried(claim: Claim) -> bool:
    """Whether the noun or the verb of a claim's figure stands in a sentence before."""
    start = claim.sentence_start
    words = [term.span for term in (claim.reading.thing, claim.reading.predicate) if term is not None]
    return any(span is None or not start <= span.start < start + len(claim.context) for span in words)

"""Which statement a denial answers: what another said just before, what shares its matter, or what it names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from verifier.domain.claim import Claim
from verifier.domain.enums import ClaimKind, CueClass, Polarity
from verifier.extract.rejoinders import is_fault, is_general, is_message
from verifier.reference import load
from verifier.text.stems import shared_stems, telling_stems
from verifier.text.tokens import Token

_NEAR = 320
"""How many characters may lie between a statement and its denial; an accusation of the denier may stand farther off."""
_MATTER = 600
"""The same for a statement that tells of the very matter of the denial."""


def find_such(claims: Sequence[Claim], offset: int, denier: str | None, noun: Token, lang: str) -> Claim | None:
    """The nearest claim of another that tells of what "such a promise" takes up; None where none does.

    "Such a letter" may have been told of by any words for writing, warning or asking.
    """
    near = [c for c in _of_others(claims, offset, denier) if offset - c.span.end <= _NEAR]
    alike = next((c for c in reversed(near) if tells_of(c, noun, lang)), None)
    return alike or (find_answered(near, offset, denier, noun, lang) if is_message(noun, lang) else None)


def find_answered(
    claims: Sequence[Claim], offset: int, denier: str | None, noun: Token | None, lang: str, last: str = ""
) -> Claim | None:
    """The claim of ``claims`` (in order) that a denial at ``offset`` by ``denier`` answers.

    ``noun`` is the word that takes it up: one of its own kind ("promise", "Zusage") picks what tells of such an act.
    ``last`` is the sentence before: what nobody has done to the denier must stand in it, say that something is so, and
    be meant by no noun.
    """
    others = _of_others(claims, offset, denier)
    if is_fault(noun, lang):
        others = _deeds(others) or others
    near = [c for c in others if offset - c.span.end <= _NEAR]
    if noun is not None and not is_general(noun, lang):
        alike = [c for c in near if tells_of(c, noun, lang)]
        if alike:
            return alike[-1]
    before = [c for c in near if c.context == last] if last else near
    voiced = [c for c in before if c.reading.chain]
    named = noun is not None and noun.is_nominal and is_general(noun, lang)  # "the report" was made by somebody
    told = [c for c in before if c.reading.polarity is Polarity.POSITIVE and not named]
    accused = [c for c in others if c.reading.chain and accuses(c, denier)]
    groups = ([c for c in voiced if accuses(c, denier)], voiced, told, [c for c in accused if c in near], accused)
    group = next((g for g in groups if g), [])
    if not group:
        return None
    same = [c for c in group if c.context == group[-1].context]
    beside = [c for c in before if c.context == group[-1].context]
    return next(iter(_deeds(same) or _deeds(beside) or same))


def find_of_matter(claims: Sequence[Claim], offset: int, denier: str | None, text: str, lang: str) -> Claim | None:
    """The nearest claim of another that shares a telling word with ``text``, figures last; None where none does."""
    stems = telling_stems(text, lang)
    others = [c for c in _of_others(claims, offset, denier) if offset - c.span.end <= _MATTER]
    alike = [c for c in others if shared_stems(stems, telling_stems(c.quote, lang), lang)]
    return next(reversed(_deeds(alike) or alike), None)


def accuses(claim: Claim, denier: str | None) -> bool:
    """Whether a claim accuses: it names the denier as a party, or its author stands apart from it."""
    parties = {actor.key for actor in (claim.reading.agent, claim.reading.patient) if actor is not None}
    return denier in parties or claim.reading.commitment is CueClass.DISTANCED


def _of_others(claims: Sequence[Claim], offset: int, denier: str | None) -> list[Claim]:
    facts = (c for c in claims if c.reading.kind is not ClaimKind.OPINION)
    return [c for c in facts if c.span.start < offset and c.root_key != denier]


def _deeds(claims: Iterable[Claim]) -> list[Claim]:
    """Those that are no mere figures."""
    return [c for c in claims if c.reading.kind is not ClaimKind.QUANTITY]


def tells_of(claim: Claim, noun: Token, lang: str) -> bool:
    """Whether a claim tells of the act or thing a noun names, by its sense or by the stem of one of its words."""
    families = {load().family_of(entry.slug) for entry in load().predicates_of_noun(noun.lemma, lang)}
    predicate = claim.reading.predicate
    if predicate is not None and load().family_of(predicate.key) in families:
        return True
    return bool(shared_stems(telling_stems(noun.lemma, lang), telling_stems(claim.context, lang), lang))

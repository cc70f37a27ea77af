"""Statements that a text itself sets against each other: two voices close by, one matter, and what opposes them."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from verifier.domain.claim import Claim
from verifier.domain.enums import ClaimKind, CueClass
from verifier.pairing.alignment import Alignment
from verifier.pairing.compare.carried import said_by
from verifier.pairing.compare.counted import is_mere_existence
from verifier.pairing.compare.telling import Telling, contrast_words, has_any, telling_of
from verifier.pairing.conditions import both_judge_one, distance, is_light, leaves_room, tells_none
from verifier.reference import load
from verifier.text.stems import shared_stems, telling_stems

_SCALES = Path(__file__).parent / "lang" / "scales.toml"
_NEAR = 250
"""How many characters may lie between two statements of which the second answers the first."""
_NEXT = 100
_MUCH = 2
_BESIDE = 60
"""How many characters may lie between a statement and the verb that gives it as an answer."""


def contrasted_by(a: Alignment) -> str | None:
    """How two voices oppose each other in one passage: "contrast" in what they say, "blame" in whom they name."""
    how = _opposition(a) if may_contrast(a) else None
    if how is None or are_apart(a.left, a.right) or _name_two(a.left, a.right):
        return None
    return how


def _opposition(a: Alignment) -> str | None:
    one, other = _telling(a.left), _telling(a.right)
    if _negates(a, one, other) or _negates(a, other, one):
        return "contrast"
    if not both_judge_one(a) and _excludes(a, one, other):
        return "contrast"
    return "blame" if _names_rival(a, one, other) else None


def may_contrast(a: Alignment) -> bool:
    """Whether two claims are facts told by two named voices, the second close behind the first."""
    claims = (a.left, a.right)
    if not a.same_passage or a.same_root or a.has_numbers or a.left.lang != a.right.lang or distance(a) > _NEAR:
        return False
    if any(c.is_tabular or c.reading.kind is ClaimKind.OPINION for c in claims):
        return False
    unsaid = sum(not c.reading.chain for c in claims)
    if unsaid > (is_marked(a) and distance(a) <= _BESIDE):
        return False
    if any(c.section_kind.is_headline or c.reading.denies is not None for c in claims):
        return False
    later = _later(a)
    words = contrast_words(later.lang)
    agrees = later.reading.commitment is CueClass.CONFIRMED or has_any(later.context, words["agreeing"])
    return not agrees


def _telling(claim: Claim) -> Telling:
    """What a claim tells, the words for who says it left out."""
    told = telling_of(claim.quote, claim.lang, claim.reading.kind is ClaimKind.DENIAL)
    by = said_by(claim)
    return replace(told, nouns=told.nouns - by, stems=told.stems - by)


def _negates(a: Alignment, one: Telling, other: Telling) -> bool:
    """Whether ``one`` denies what ``other`` tells: what is denied there is told here."""
    if not one.is_negative or other.is_negative or leaves_room(a):
        return False
    if answers(a):
        return True
    shared = shared_stems(one.denied, other.stems, a.left.lang)
    if len(one.denied) > _MUCH and len(shared) < _MUCH:
        shared = frozenset()
    same_act = a.is_same("predicate") and a.role_map is None and not is_light(a.left)
    if not same_act and _only_describes(a):
        return False
    if _only_counts(a):
        return False
    if not (shared or same_act) or (same_act and (a.differs("agent") or a.differs("patient"))):
        return False
    if _is_denied_first(a) and not same_act and len(shared) < _MUCH:
        return False
    if not _tells_beside(a, one, other):
        return True
    return is_marked(a) and bool(shared_stems(one.denied & one.nouns, other.stems, a.left.lang))


def _only_counts(a: Alignment) -> bool:
    """Whether one side says only how many there are, and the other denies an act: "26 officers", "was not paid"."""
    mere = [c.reading.kind is ClaimKind.QUANTITY and is_mere_existence(c) for c in (a.left, a.right)]
    told = a.right if mere[0] else a.left
    return any(mere) and a.differs("predicate") and not (is_light(told) or tells_none(told.reading))


def _is_denied_first(a: Alignment) -> bool:
    """Whether a denial comes before what it would deny: then that may be told of another event."""
    first = min(a.left, a.right, key=lambda claim: claim.span)
    return first.reading.kind is ClaimKind.DENIAL


def _only_describes(a: Alignment) -> bool:
    """Whether one side tells an act and the other what somebody is ("the first patient was a fisherman")."""
    kinds = [claim.reading.kind for claim in (a.left, a.right)]
    acts = [not is_light(claim) for claim in (a.left, a.right)]
    return kinds.count(ClaimKind.CHARACTERISATION) == 1 and acts[1 - kinds.index(ClaimKind.CHARACTERISATION)]


def _excludes(a: Alignment, one: Telling, other: Telling) -> bool:
    """Whether both say opposite things of one thing they name: open and closed, intact and destroyed."""
    if one.is_negative != other.is_negative:
        return False
    words = _opposed(one, other, a.left.lang)
    if not words and a.role_map is None:
        return False
    lang = a.left.lang
    if not shared_stems(one.nouns, other.nouns, lang):
        return False
    one_subject = bool(shared_stems(one.first, other.first, lang))
    return one_subject or is_marked(a) or not _tells_beside(a, one, other, words)


def _opposed(one: Telling, other: Telling, lang: str) -> frozenset[str]:
    """The words of two statements that stand on two poles of one scale of qualities."""
    loose = _scales("apart") | _scales("loose")
    opposites = load().contrasts.opposites(one.words - other.words, other.words - one.words, lang)
    return frozenset(word for scale, *pair in opposites if scale not in loose for word in pair)


def _tells_beside(a: Alignment, one: Telling, other: Telling, without: frozenset[str] = frozenset()) -> bool:
    """Whether each side names something that the other does not: then they may speak of two things."""
    lang = a.left.lang
    opposed = telling_stems(" ".join(sorted(without)), lang)
    own = one.nouns - shared_stems(one.nouns, other.stems, lang) - opposed
    others = other.nouns - shared_stems(other.nouns, one.stems, lang) - opposed
    return bool(own and others)


def _names_rival(a: Alignment, one: Telling, other: Telling) -> bool:
    """Whether both tell one act on one thing, and one of them, whom the other names as its author, names another."""
    left, right = a.left.reading, a.right.reading
    if not shared_stems(one.nouns, other.nouns, a.left.lang) or one.is_negative or other.is_negative:
        return False
    one_act = a.is_same("predicate") and a.role_map is None
    if _answers_blame(a.left, a.right, one_act) or _answers_blame(a.right, a.left, one_act):
        return True
    if not one_act or a.opposite_polarity:
        return False
    if left.agent is None or right.agent is None or left.agent.key == right.agent.key:
        return False
    answers = ((left.claimant, right.agent), (right.claimant, left.agent))
    return any(speaker and accused and speaker.key == accused.key for speaker, accused in answers)


def _answers_blame(blaming: Claim, answer: Claim, one_act: bool) -> bool:
    """Whether somebody who is blamed names another who did it, or what else brought it about."""
    told = telling_of(answer.quote, answer.lang)
    accused = {actor.key for actor in (blaming.reading.agent, blaming.reading.patient) if actor is not None}
    speaker, agent, lang = answer.reading.claimant, answer.reading.agent, answer.lang
    if blaming.reading.commitment is not CueClass.DISTANCED or speaker is None or blaming.span > answer.span:
        return False
    own = telling_stems(speaker.name, lang)
    if not (speaker.key in accused or shared_stems(own, telling_stems(blaming.context, lang), lang)):
        return False
    another = agent is not None and agent.key not in {*accused, speaker.key}
    unlisted = agent is None and one_act and bool(told.first - own - telling_of(blaming.quote, lang).stems)
    return another or unlisted or has_any(answer.quote, contrast_words(lang)["causes"])


def is_marked(a: Alignment) -> bool:
    """Whether a word tells that the later statement stands against the one before it: "however", "dagegen"."""
    later = _later(a)
    return has_any(later.context, contrast_words(later.lang)["markers"])


def answers(a: Alignment) -> bool:
    """Whether the later statement is given as an answer to what stands right before it: "retorted", "entgegnete"."""
    later = _later(a)
    before, _, after = later.context.partition(later.quote)
    beside = before.rpartition(";")[2][-_BESIDE:] + " | " + after.partition(";")[0][:_BESIDE]
    return distance(a) <= _NEXT and has_any(beside, contrast_words(later.lang)["replies"])


def are_apart(left: Claim, right: Claim) -> bool:
    """Whether two statements name two parts of a matter: the north and the south, May and June, men and women."""
    if left.lang != right.lang:
        return False
    told = [telling_of(claim.quote, claim.lang) for claim in (left, right)]
    if told[0].of_others != told[1].of_others or _on_two_poles(told[0].words, told[1].words, left.lang, "apart"):
        return True
    around = [telling_of(claim.context, claim.lang).words for claim in (left, right)]
    return left.context != right.context and _on_two_poles(around[0], around[1], left.lang, "outside")


def _name_two(left: Claim, right: Claim) -> bool:
    """Whether each of two statements has a name that the other has not."""
    names = []
    for claim in (left, right):
        told = telling_of(claim.quote, claim.lang)
        names.append((told.names | (told.words & set(claim.reading.names))) - _said_by(claim))
    return bool(names[0] - names[1]) and bool(names[1] - names[0])


def _on_two_poles(one: frozenset[str], other: frozenset[str], lang: str, kind: str) -> bool:
    opposites = load().contrasts.opposites(one - other, other - one, lang)
    return any(scale in _scales(kind) for scale, *_ in opposites)


def _said_by(claim: Claim) -> frozenset[str]:
    """The words for who says it."""
    return frozenset(word.lower() for step in claim.reading.chain for word in step.actor.name.split())


def _later(a: Alignment) -> Claim:
    return max(a.left, a.right, key=lambda claim: claim.span)


@lru_cache(maxsize=4)
def _scales(kind: str) -> frozenset[str]:
    return frozenset(tomllib.loads(_SCALES.read_text(encoding="utf-8"))[kind])

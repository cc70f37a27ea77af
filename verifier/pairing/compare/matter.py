"""Whether a denial is of the very act another claim asserts, across words and languages: by act, object and names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from verifier.domain.claim import Claim, Term
from verifier.domain.enums import Aspect, Modality
from verifier.pairing.compare.places import folded
from verifier.pairing.entail.word_lists import load_words
from verifier.reference import load
from verifier.text.shadow import shadow_of
from verifier.text.tagging import tag_text
from verifier.text.tokens import Pos, Token

_EXISTENCE = "exist"
_STEM = 5
"""How many letters tell a word whatever its ending and the language that borrowed it."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What the words of a text speak of.

    Slugs of things, the stems of all nouns, folded names, and the words after a preposition of place.
    """

    things: frozenset[str]
    nouns: frozenset[str]
    names: frozenset[str]
    located: frozenset[str]


def is_denied_by(asserted: Claim, denied: Claim) -> bool:
    """Whether the act of ``denied`` would have to be true where ``asserted`` is, of the same object."""
    reference, object_ = load(), _object(denied)
    thing = asserted.reading.thing.key if asserted.reading.thing is not None else None
    if _is_existence(denied) and not _is_existence(asserted):
        return (
            thing is not None and object_ is not None and _happened(asserted) and reference.is_kind_of(thing, object_)
        )
    if not any(reference.entails(one, other) for one in _acts(asserted) for other in _acts(denied)):
        return False
    if object_ is None:
        return share_names(asserted.context, denied.context, asserted.lang, denied.lang)
    told = wording_of(asserted.reading.question_text, asserted.lang)
    known = {*told.things, *([thing] if thing is not None else [])}
    if not object_.startswith("~"):
        return any(reference.is_kind_of(each, object_) for each in known)
    return _stem(object_[1:]) in told.nouns or object_ in known


def share_names(one: str, other: str, lang: str, other_lang: str) -> bool:
    """Whether two texts tell of one name, in whatever spelling and case."""
    return any(_is_one_name(a, b) for a in wording_of(one, lang).names for b in wording_of(other, other_lang).names)


def _is_one_name(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and len(long) - len(short) <= 1


def _is_existence(claim: Claim) -> bool:
    term = claim.reading.predicate
    return term is not None and load().family_of(term.key) == _EXISTENCE


def _happened(claim: Claim) -> bool:
    """Whether a claim tells of a single event that nothing could undergo or cause that is not there."""
    term = claim.reading.predicate
    entry = load().predicate(term.key) if term is not None else None
    return entry is not None and entry.aspect == Aspect.EVENT_COUNT and claim.reading.modality is Modality.ACTUAL


def _acts(claim: Claim) -> set[str]:
    """The predicate of a claim; of a verb that no list knows in this use, all its senses and the verb itself."""
    term = claim.reading.predicate
    if term is None:
        return set()
    if not term.key.startswith("~"):
        return {term.key}
    lemma = term.key[1:]
    return {entry.slug for entry in load().predicates_of_verb(lemma, claim.lang)} or {f"{claim.lang}:{lemma}"}


def _object(claim: Claim) -> str | None:
    """What a denied act would have been done to; None where anything would."""
    thing: Term | None = claim.reading.thing
    if thing is None:
        return None
    if not thing.key.startswith("~"):
        return thing.key
    return f"~{thing.key[1:].split()[-1]}" if thing.key[1:].strip() else None


@lru_cache(maxsize=16_384)
def wording_of(text: str, lang: str) -> Wording:
    """The things, nouns and names in a text."""
    shadow = shadow_of(text)
    tokens = tag_text(shadow, 0, len(shadow), lang)
    return Wording(
        frozenset(_things(tokens, lang)),
        frozenset(_stem(token.lemma) for token in tokens if token.pos is Pos.NOUN),
        frozenset(folded(token.text) for token in tokens if token.pos is Pos.NAME),
        frozenset(_located(tokens, lang)),
    )


def _located(tokens: list[Token], lang: str) -> Iterator[str]:
    """The words in capitals right after a preposition of place, which may be names: "in Varno"."""
    locatives = load_words(lang).locatives
    for before, token in pairwise(tokens):
        if token.text[:1].isupper() and before.lower in locatives:
            yield token.lower


def _things(tokens: list[Token], lang: str) -> Iterator[str]:
    """What each noun means, together with the word before it where both are one name ("residential building")."""
    for before, token in pairwise([tokens[0], *tokens] if tokens else []):
        if token.pos is not Pos.NOUN:
            continue
        joined = f"{before.text} {token.lemma}" if before.pos in (Pos.ADJ, Pos.NOUN) else token.lemma
        entry = load().thing_of_noun(joined, lang)
        if entry is not None:
            yield entry.slug


def _stem(word: str) -> str:
    return folded(word)[:_STEM]

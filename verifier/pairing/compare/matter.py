"""Whether a denial is of the very act another claim asserts, across words and languages: by act, object and names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from verifier.domain.claim import Claim, Term
from verifier.domain.enums import Aspect, Modality
from verifier.pairing.compare.places import folded
from verifier.pairing.compare.stories import is_known
from verifier.pairing.entail.word_lists import load_words
from verifier.reference import load
from verifier.text.shadow import shadow_of
from verifier.text.tagging import tag_text
from verifier.text.tokens import Pos, Token

_EXISTENCE = "exist"
_SENSES = 2
"""A verb of more senses may mean anything."""
_DOERS = ("weapon", "vehicle", "person")
"""What is counted though it acts, so that what it is done to stands in the words beside it."""
_FEW = 5
"""How many words a noun of action stands with at most where it is all that is said."""
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
    has_verb: bool


def is_denied_by(asserted: Claim, denied: Claim) -> bool:
    """Whether the act of ``denied`` would have to be true where ``asserted`` is, of the same object."""
    if _is_existence(denied) and not _is_existence(asserted):
        objects = _objects(denied)
        denied_acts = {act for each in objects for act in acts_named(each)}
        foretold = asserted.reading.modality is denied.reading.modality is Modality.FORECAST
        return (_happened(asserted) or foretold) and (_tells_of(asserted, objects) or _does_any(asserted, denied_acts))
    if not _does_any(asserted, _acts(denied)):
        return False
    objects = _objects(denied)
    if not objects:
        return _happened(asserted) and (_is_bare(denied) or _share_own_names(asserted, denied))
    thing = asserted.reading.thing
    if _is_of(thing, objects):
        return True
    told = wording_of(asserted.reading.question_text, asserted.lang)
    if thing is None and not told.things:
        told = wording_of(asserted.context, asserted.lang)
    acted = thing is None or any(load().is_kind_of(thing.key, kind) for kind in _DOERS)
    return acted and any(load().is_kind_of(each, object_) for each in told.things for object_ in objects)


def _share_own_names(left: Claim, right: Claim) -> bool:
    """Whether the sentences of both name somebody or something that not all news tells of."""
    one, other = (wording_of(c.context, c.lang).names for c in (left, right))
    return any(_is_one_name(a, b) and not is_known(a) for a in one for b in other)


def _does_any(claim: Claim, acts: Iterable[str]) -> bool:
    """Whether one of ``acts`` must be true where a claim is."""
    return any(load().entails(one, other) for one in _acts(claim) for other in acts)


def _tells_of(claim: Claim, objects: frozenset[str]) -> bool:
    """Whether a claim is about one of ``objects``, or names such an event."""
    events = (t for t in wording_of(claim.reading.question_text, claim.lang).things if _is_event(t))
    return _is_of(claim.reading.thing, objects) or any(load().is_kind_of(e, each) for e in events for each in objects)


@lru_cache(maxsize=1024)
def acts_named(thing: str) -> frozenset[str]:
    """The predicates that the name of a thing tells: explode for an explosion."""
    entry = load().thing(thing)
    nouns = [(noun, lang) for lang, label in entry.label.items() for noun in label] if entry is not None else []
    return frozenset(act.slug for noun, lang in nouns for act in load().predicates_of_noun(noun, lang))


def _is_event(thing: str) -> bool:
    """Whether the name of a thing tells that something happened: an explosion, a clash."""
    return bool(acts_named(thing))


def _is_of(thing: Term | None, objects: frozenset[str]) -> bool:
    """Whether a thing is one of ``objects`` or of a kind of them."""
    if thing is None:
        return False
    key = thing.key if not thing.key.startswith("~") else f"~{_stem(thing.key[1:].split()[-1])}"
    return any(load().is_kind_of(key, each) for each in objects)


def name_others(left: Claim, right: Claim) -> bool:
    """Whether both sides name somebody or something, places apart, and nobody in common."""
    one, other = (wording_of(c.reading.question_text, c.lang) for c in (left, right))
    names = one.names - one.located, other.names - other.located
    return all(names) and not any(_is_one_name(a, b) for a in names[0] for b in names[1])


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
    """The predicate of a claim; of a verb that no list knows in this use its few senses, else the verb itself."""
    term = claim.reading.predicate
    if term is None:
        return set()
    if not term.key.startswith("~"):
        return {term.key}
    senses = load().predicates_of_verb(term.key[1:], claim.lang)
    return {entry.slug for entry in senses} if 0 < len(senses) <= _SENSES else {f"{claim.lang}:{term.key[1:]}"}


def _objects(claim: Claim) -> frozenset[str]:
    """What a denied act would have been done to; empty where it is left open ("anything", "no target").

    Who it was done to may stand beside what it was: "nobody will lose a job".
    """
    thing, lists = claim.reading.thing, load_words(claim.lang)
    if thing is None or thing.key.removeprefix("~") in lists.unnamed:
        return frozenset()
    if thing.key.startswith("~"):
        words = thing.key[1:].split()
        return frozenset({f"~{_stem(words[-1])}"} if words else ())
    nobody = claim.reading.quantity is not None and claim.reading.quantity.is_none and thing.key == "person"
    told = wording_of(claim.reading.question_text, claim.lang).things if nobody else frozenset()
    return frozenset({thing.key, *told})


def _is_bare(claim: Claim) -> bool:
    """Whether a denial means any act of its kind: "anything had leaked", or a noun alone ("without arrests")."""
    term, words = claim.reading.predicate, claim.reading.question_text.lower().split()
    entry = load().predicate(term.key) if term is not None else None
    if term is None or entry is None:
        return False
    if load_words(claim.lang).unnamed.intersection(words):
        return entry.subject == "patient" and not entry.objects
    alone = len(words) <= _FEW and not wording_of(claim.reading.question_text, claim.lang).has_verb
    return alone and bool(load().predicates_of_noun(term.name, claim.lang))


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
        any(token.is_verbal for token in tokens),
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

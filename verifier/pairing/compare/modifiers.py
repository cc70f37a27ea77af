"""Which of its kind a thing is: the "media" of a media law, the "Steuer" of a "Steuergesetz"."""

from __future__ import annotations

from functools import lru_cache

from verifier.domain.claim import Term
from verifier.pairing.compare.places import folded
from verifier.reference import load
from verifier.text.shadow import shadow_of
from verifier.text.tagging import tag_text
from verifier.text.tokens import Pos

_SHORTEST = 3
_STEM = 4
"""How many letters tell a word in both languages where one borrowed it: "media", "Medien"."""


def are_other_ones(left: Term | None, right: Term | None, lang: str, other_lang: str) -> bool:
    """Whether two things of one kind are told apart by the words that say which: a media law and a tax law."""
    if left is None or right is None or left.key != right.key:
        return False
    one, other = _modifier(left.name, left.key, lang), _modifier(right.name, right.key, other_lang)
    if one is None or other is None or folded(one)[:_STEM] == folded(other)[:_STEM]:
        return False
    kinds = _kind_of(one, lang), _kind_of(other, other_lang)
    if lang == other_lang:
        return kinds[0] is None or kinds[0] != kinds[1]
    return kinds != (None, None) and kinds[0] != kinds[1]


@lru_cache(maxsize=16_384)
def _modifier(name: str, key: str, lang: str) -> str | None:
    """The noun before an English head, the first part of a German compound."""
    words = name.split()
    if not words:
        return None
    if lang != "de":
        nouns = [token.lower for token in tag_text(shadow_of(name), 0, len(name), lang) if token.pos is Pos.NOUN]
        says_which = len(nouns) > 1 and words[-2].lower() == nouns[-2] and _is_of_kind(words[-1], key, lang)
        return nouns[-2] if says_which else None
    last = words[-1]
    for start in range(_SHORTEST, len(last) - _SHORTEST):
        if _is_of_kind(last[start:].capitalize(), key, lang):
            return last[:start].lower().rstrip("s")
    return None


def _is_of_kind(noun: str, key: str, lang: str) -> bool:
    return any(entry.slug == key for entry in load().things.nouns.find(noun, lang, strict=True))


def _kind_of(word: str, lang: str) -> str | None:
    """The thing a modifier names, whatever its ending: "pension", "Renten"."""
    stems = (word.capitalize(), word.rstrip("n").capitalize(), f"{word}e".capitalize()) if lang == "de" else (word,)
    found = (load().thing_of_noun(stem, lang) for stem in stems)
    return next((entry.slug for entry in found if entry is not None), None)

"""The wording around a number: qualifier, stance and trend, looked up in the word lists of a language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from verifier.domain.enums import Qualifier, Trend
from verifier.extract.words import load_words
from verifier.text.tokens import Pos, Token

_LONGEST = 5
_REACH = 6


@lru_cache(maxsize=8)
def _phrases(lang: str, side: str) -> Mapping[tuple[str, ...], Qualifier]:
    lists = load_words("quantities", lang)[side]
    return {tuple(words.split()): Qualifier(name) for name, listed in lists.items() for words in listed}


@lru_cache(maxsize=8)
def vague_phrases(lang: str) -> Mapping[tuple[str, ...], Qualifier]:
    """The words that are vague numbers by themselves ("several", "ein paar")."""
    return {
        tuple(words.split()): Qualifier(name) for words, name in load_words("quantities", lang)["rather_vague"].items()
    }


def qualifier_before(tokens: Sequence[Token], first: int, lang: str) -> tuple[Qualifier, int] | None:
    """The qualifier that ends right before token ``first``, and where it begins; the longest wording wins."""
    phrases = _phrases(lang, "before")
    for count in range(min(_LONGEST, first), 0, -1):
        words = tuple(t.lower for t in tokens[first - count : first])
        found = phrases.get(words)
        if found is not None and not _is_comparison(tokens, first - count, words):
            return found, first - count
    return None


def _is_comparison(tokens: Sequence[Token], at: int, words: tuple[str, ...]) -> bool:
    """Words such as "over" are prepositions after a verb of motion; "some" needs nothing, "more" a number after it."""
    return words == ("more",) or (words == ("near",) and at > 0 and tokens[at - 1].pos is Pos.NOUN)


def qualifier_after(tokens: Sequence[Token], last: int, lang: str) -> tuple[Qualifier, int] | None:
    """The qualifier that begins right at token ``last``, and where it ends."""
    phrases = _phrases(lang, "after")
    for count in (3, 2, 1):
        words = tuple(t.lower for t in tokens[last : last + count])
        if len(words) == count and words in phrases:
            return phrases[words], last + count
    return None


def stance_before(tokens: Sequence[Token], first: int, lang: str) -> str | None:
    """ "only", "nur": a judgement on the number, no bound."""
    return (
        tokens[first - 1].lower
        if first and tokens[first - 1].lower in load_words("quantities", lang)["stances"]
        else None
    )


def trend_before(tokens: Sequence[Token], first: int, lang: str) -> Trend | None:
    """Whether the words say that something rose or fell by or to this number."""
    words = load_words("quantities", lang)
    for n in range(first - 1, max(-1, first - _REACH), -1):
        token = tokens[n]
        if token.text in {",", ";", ".", ":"} or (token.pos is Pos.NUM and n < first - 3):
            return None
        if _says(token, words["up"]):
            return Trend.UP
        if _says(token, words["down"]):
            return Trend.DOWN
    return None


def _says(token: Token, words: Sequence[str]) -> bool:
    """Whether a word is one of ``words``; of "up" and "down" only the adverb itself, not the verb "to down"."""
    return token.lower in words or (token.lemma in words and token.lemma not in ("up", "down"))

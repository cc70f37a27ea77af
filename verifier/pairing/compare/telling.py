"""What the words of one statement tell: its nouns, its verbs, and what of it is denied."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from verifier.text.stems import stem_of, telling_stems
from verifier.text.tagging import tag_text
from verifier.text.tokens import Pos, Token

_FOLDER = Path(__file__).parents[1] / "lang"
_DEFAULT = "en"
_WORD = re.compile(r"\w+")
_SUBJECT = 4
"""How many words name whom a relative clause limits."""


@lru_cache(maxsize=4)
def contrast_words(lang: str) -> dict[str, frozenset[str]]:
    """The lists of ``lang`` by which statements are set against each other; English ones for a language without any."""
    path = _FOLDER / f"contrast_{lang}.toml"
    if not path.is_file():
        return contrast_words(_DEFAULT)
    return {name: frozenset(words) for name, words in tomllib.loads(path.read_text(encoding="utf-8")).items()}


@dataclass(frozen=True, slots=True)
class Telling:
    """The stems of a statement: all telling ones, those of its nouns, of the first of these, and of its names.

    ``words`` stand as written and as lemmas. ``of_others`` tells that it is of other things than those told before.
    ``denied`` are the stems of which it says that there was none or that it was not so, where ``is_negative``.
    """

    stems: frozenset[str]
    nouns: frozenset[str]
    first: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]
    of_others: bool
    is_negative: bool
    denied: frozenset[str]


def has_any(text: str, phrases: frozenset[str]) -> bool:
    """Whether one of ``phrases`` stands in ``text``, word for word."""
    words = " ".join(_WORD.findall(text.lower())).join("  ")
    return any(f" {phrase} " in words for phrase in phrases)


@lru_cache(maxsize=8192)
def is_reckoned(text: str, lang: str, way: str) -> bool:
    """Whether a figure of ``text`` is "net" or "gross" (``way``), in German also as the front of a word."""
    words = contrast_words(lang)[way]
    fronts = lang == "de" and any(word.startswith(tuple(words)) for word in text.lower().split())
    return fronts or has_any(text, words)


@lru_cache(maxsize=8192)
def takes_back(text: str, lang: str) -> bool:
    """Whether ``text`` says that its source corrects a number it gave before: "lowered the number of dead to 12"."""
    return has_any(text, contrast_words(lang)["correcting"])


@lru_cache(maxsize=8192)
def tells_rest(text: str, lang: str) -> bool:
    """Whether ``text`` tells how much is left of a state that was greater or smaller before: "still 12,000"."""
    return not contrast_words(lang)["lasting"].isdisjoint(text.lower().split())


@lru_cache(maxsize=8192)
def speaks_of_others(text: str, lang: str) -> bool:
    """Whether ``text`` leaves out who was told of before: "nobody else died", "gestorben ist sonst niemand"."""
    return has_any(text, contrast_words(lang)["else"])


@lru_cache(maxsize=8192)
def is_of_degree(denied: str, told: str, lang: str, told_lang: str) -> bool:
    """Whether ``denied`` says no only to a degree or manner that ``told`` does not have: "seriously hurt", "hurt"."""
    return has_any(denied, contrast_words(lang)["degrees"]) and not has_any(told, contrast_words(told_lang)["degrees"])


@lru_cache(maxsize=8192)
def is_of_some(context: str, quote: str, lang: str) -> bool:
    """Whether a relative clause between commas limits whom ``quote`` is told of: "Kunden, die neu sind, …"."""
    before = context[: max(0, context.find(quote))].rstrip()
    subject, parted, limit = before.removesuffix(",").rpartition(", ")
    if not (parted and before.endswith(",")) or len(subject.split()) > _SUBJECT:
        return False
    return limit.split(maxsplit=1)[0].lower() in contrast_words(lang)["relatives"]


@lru_cache(maxsize=8192)
def telling_of(text: str, lang: str, is_denied: bool = False) -> Telling:
    """What ``text`` tells; all of it turned round where ``is_denied``."""
    tokens = tag_text(text, 0, len(text), lang)
    lists = contrast_words(lang)
    nouns = frozenset(s for t in tokens if t.is_nominal for s in telling_stems(t.text, lang))
    names = frozenset(t.lower for t in tokens if t.pos is Pos.NAME)
    words = frozenset(w for t in tokens for w in (t.lower, t.lemma.lower()))
    stems = telling_stems(text, lang)
    turned = [n for n, t in enumerate(tokens) if _negates(t, lists) or _fails(tokens, n, lists)]
    odd = (len(turned) + is_denied) % 2 == 1
    denied = _denied(tokens, turned[-1], stems, lang) if odd and turned else stems
    first = next((s for t in tokens if t.is_nominal and (s := telling_stems(t.text, lang))), frozenset[str]())
    others = any(t.lower in lists["others"] and after.is_nominal for t, after in pairwise(tokens))
    return Telling(stems, nouns, first, names, words, others, odd, denied if odd else frozenset())


def _negates(token: Token, lists: dict[str, frozenset[str]]) -> bool:
    return token.lower in lists["negations"] or token.lower in lists["determiners"] - {"any"}


def _fails(tokens: Sequence[Token], n: int, lists: dict[str, frozenset[str]]) -> bool:
    """Whether a word says that something did not happen, alone or with the one after it ("ruled out")."""
    lemma = tokens[n].lemma.lower()
    words = {lemma, *(f"{lemma} {after.lower}" for after in tokens[n + 1 : n + 2])}
    return not words.isdisjoint(lists["failing"]) and tokens[n].pos is not Pos.NAME


def _denied(tokens: Sequence[Token], last: int, stems: frozenset[str], lang: str) -> frozenset[str]:
    """What the ``last`` word that turns round denies.

    The noun after "no"; what a verb that is not light says; else all that is told.
    """
    lists = contrast_words(lang)
    following = tokens[last + 1 :]
    if tokens[last].lower in lists["determiners"]:
        noun = next((t for t in following if t.is_nominal), None)
        return telling_stems(noun.text, lang) if noun is not None else stems
    if _fails(tokens, last, lists):
        return stems
    after = [t for t in following if t.pos in (Pos.VERB, Pos.ADJ)]
    if after and after[0].pos is Pos.VERB:
        return stems if after[0].lemma.lower() in lists["light"] else telling_stems(after[0].text, lang)
    verbs = [t for t in tokens if t.pos is Pos.VERB and t.lemma.lower() not in lists["light"]]
    core = verbs or after
    return frozenset(s for t in core if (s := stem_of(t.text, lang))) or stems

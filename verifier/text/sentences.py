"""Where sentences begin and end (why not by a library: docs/adr/0003-sentences.md)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from verifier.domain.span import Span

_FOLDER = Path(__file__).parent / "lang"
_DEFAULT = "en"
_LINE = re.compile(r"[^\n]+")
_STOP = re.compile(r"(?<![.!?])[.!?]++")
_CLOSERS = re.compile(r"[\"')\]]*+")
_OPENERS = "\"'([- "
_LETTERS_WITH_STOPS = re.compile(r"(?<!\w)[^\W\d_]{1,3}(?:\. ?[^\W\d_]{1,3}){1,4}$")
_WORD = re.compile(r"(?:[^\W\d_]+(?:['-][^\W\d_]+)*|[0-9]+)$")
_ROMAN = re.compile(r"[IVX]{2,5}$")
_NEXT_WORD = re.compile(r"[^\W\d_]+")
_GLUED = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+[\s,]|[A-ZÄÖÜ] ")
_REACH = 24
"""How many characters around a full stop are looked at."""

LONGEST = 1_500
"""No sentence has more characters."""

Words = Mapping[str, frozenset[str]]


def split_sentences(shadow: str, start: int, end: int, lang: str) -> list[Span]:
    """The sentences of ``shadow[start:end]``, trimmed, in order; a line break always ends one.

    Abbreviations, initials, and in German ordinals ("6. September") do not. What goes on beyond LONGEST characters
    is cut at a blank, for what reads a sentence may take more than linear time. Linear in the length.
    An unknown ``lang`` is split as English.
    """
    words = _words(lang)
    spans: list[Span] = []
    for line in _LINE.finditer(shadow, start, end):
        first = line.start()
        for last in _ends(shadow, line.start(), line.end(), words, lang):
            spans += _cut(shadow, Span(first, last))
            first = last
        spans += _cut(shadow, Span(first, line.end()))
    return [span for span in spans if len(span)]


def _cut(shadow: str, span: Span) -> Iterator[Span]:
    """The span trimmed, in parts of at most LONGEST characters."""
    start = span.start
    while span.end - start > LONGEST:
        blank = shadow.rfind(" ", start + 1, start + LONGEST)
        stop = blank if blank > 0 else start + LONGEST
        yield _trim(shadow, Span(start, stop))
        start = stop
    yield _trim(shadow, Span(start, span.end))


def _ends(shadow: str, start: int, end: int, words: Words, lang: str) -> Iterator[int]:
    """The offsets inside one line at which a sentence ends and another begins."""
    for stop in _STOP.finditer(shadow, start, end):
        closed = _close(shadow, stop.end(), end)
        if closed >= end:
            return
        quoted = closed > stop.end()
        if shadow[closed].isspace() or shadow[closed] == '"':
            if _begins(shadow, closed, end, words, quoted and '"' in shadow[stop.end() : closed]) and (
                quoted or stop.group() != "." or _may_end(shadow, start, stop.start(), closed, end, words, lang)
            ):
                yield closed
        elif _is_glued(shadow, start, stop.start(), closed, end):
            yield closed


def _close(shadow: str, at: int, end: int) -> int:
    """Where the closing marks after a stop end; of two quotation marks that touch a word, the second opens."""
    match = _CLOSERS.match(shadow, at, end)
    closed = match.end() if match else at
    if closed - at >= 2 and closed < end and shadow[closed].isalnum() and shadow[closed - 1] == '"':
        return closed - 1
    return closed


def _begins(shadow: str, at: int, end: int, words: Words, after_quote: bool) -> bool:
    """Whether what follows looks like the beginning of a sentence."""
    following = shadow[at : min(end, at + 2 * _REACH)].lstrip(_OPENERS)
    if not following or following[0].islower() or following[0] in ",;:.!?)":
        return False
    if not after_quote:
        return True
    clause = [match.group().lower() for match in _NEXT_WORD.finditer(following)][:4]
    return words["says"].isdisjoint(clause[1:]) or clause[0] in words["starters"] - {"he", "she", "they", "it"}


def _may_end(shadow: str, start: int, stop: int, at: int, end: int, words: Words, lang: str) -> bool:
    """Whether the word before a full stop is no abbreviation, initial or ordinal there."""
    low = max(start, stop - _REACH)
    chain = _LETTERS_WITH_STOPS.search(shadow, low, stop)
    found = chain or _WORD.search(shadow, low, stop)
    if found is None:
        return True
    word = found.group().lower().replace(" ", "")
    following = shadow[at : min(end, at + _REACH)].lstrip(_OPENERS)
    opener = _NEXT_WORD.match(following)
    starts = opener is not None and opener.group().lower() in words["starters"]
    if word in words["inside"]:
        return False
    if word in words["before_digits"]:
        return not following[:1].isdigit()
    if word.isdigit():
        ordinal = found.start() == start or (
            lang == "de" and len(word) <= 2 and shadow[found.start() - 1] not in ":,./"
        )
        if ordinal and lang == "de" and found.start() > start:
            before = _WORD.search(shadow, max(start, found.start() - _REACH), found.start() - 1)
            counts = before is not None and before.group() in words["counting"]
            starts = starts or (counts and opener is not None and opener.group().lower() not in words["months"])
        return starts and found.start() > start if ordinal else True
    abbreviated = word in words["either"] or chain is not None or (len(word) == 1 and word.isalpha())
    return starts if abbreviated or (lang == "de" and _ROMAN.match(found.group())) else True


def _is_glued(shadow: str, start: int, stop: int, at: int, end: int) -> bool:
    """Whether two sentences touch without a blank: a word of small letters, a stop, a capitalised word."""
    before = shadow[max(start, stop - 3) : stop]
    return len(before) == 3 and before.isalpha() and before.islower() and _GLUED.match(shadow, at, end) is not None


@lru_cache(maxsize=8)
def _words(lang: str) -> Words:
    path = _FOLDER / f"sentences_{lang}.toml"
    if not lang.isalpha() or not path.exists():
        path = _FOLDER / f"sentences_{_DEFAULT}.toml"
    lists = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in lists.items()}


def _trim(shadow: str, span: Span) -> Span:
    text = shadow[span.start : span.end]
    left = len(text) - len(text.lstrip())
    return Span(span.start + left, span.start + max(left, len(text.rstrip())))

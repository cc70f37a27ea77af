"""The wording around a number: qualifier, stance and trend, looked up in the word lists of a language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from verifier.domain.enums import Qualifier, Trend
from verifier.extract.phrases import are_places
from verifier.extract.quantity_line import Hit, NumberLine
from verifier.extract.words import load_words
from verifier.text.lexemes import Piece
from verifier.text.tokens import Pos

_LONGEST = 6
_REACH = 7
_FORWARD = 8
_NOUNS = 3
_NEAR = 2
_FILLERS = 2
_SOME = 10
_ACROSS = (("over",), ("über",))
_MANY_PLACES = 20
_STOPS = {",", ";", ".", ":", "while", "but", "während", "aber"}
_CHANGING = ("share", "share_points")


@lru_cache(maxsize=8)
def qualifier_phrases(lang: str, side: str) -> Mapping[tuple[str, ...], Qualifier]:
    """The listed wordings of one side of a number; a pattern with {} stands for each comparative put into it."""
    words = load_words("quantities", lang)
    found: dict[tuple[str, ...], Qualifier] = {}
    for name, listed in words[side].items():
        comparatives = words["comparatives"].get(name, [])
        for phrase in listed:
            for filled in [phrase.format(word) for word in comparatives] if "{}" in phrase else [phrase]:
                found[tuple(filled.replace(".", " .").split())] = Qualifier(name)
    return found


@lru_cache(maxsize=8)
def vague_phrases(lang: str) -> Mapping[tuple[str, ...], Qualifier]:
    """The words that are vague numbers by themselves ("several", "ein paar")."""
    return {
        tuple(words.split()): Qualifier(name) for words, name in load_words("quantities", lang)["rather_vague"].items()
    }


def wording_of(line: NumberLine, hit: Hit) -> Hit:
    """The hit with the qualifier its wording gives it."""
    if hit.ordinal:
        return hit
    before, after = qualifier_before(line, hit), _after(line, hit)
    first = before[1] if before is not None else hit.first
    if hit.high is not None:
        return replace(hit, qualifier=Qualifier.RANGE, wording=(first, hit.last))
    if hit.vague is not None:
        return replace(hit, qualifier=hit.vague)
    qualifier = before[0] if before is not None else Qualifier.BARE
    if after is None:
        return hit if before is None else replace(hit, qualifier=qualifier, wording=(first, hit.last))
    closing = after[2] if after[1] == hit.last else hit.last
    return replace(hit, qualifier=_combined(qualifier, after[0]), wording=(first, closing))


def _combined(before: Qualifier, after: Qualifier | None) -> Qualifier:
    """What two wordings say together: "less than 5 or equal" is at most 5; else a bound after the number rules."""
    if after is None:
        return {Qualifier.BELOW: Qualifier.AT_MOST, Qualifier.ABOVE: Qualifier.AT_LEAST}.get(before, before)
    return before if after is Qualifier.APPROX and before is not Qualifier.BARE else after


def qualifier_before(line: NumberLine, hit: Hit) -> tuple[Qualifier, int] | None:
    """The qualifier that ends right before the number, fillers aside, and where it begins; the longest wins."""
    phrases, last = qualifier_phrases(line.lang, "before"), hit.first
    for _ in range(_FILLERS + 1):
        for count in range(min(_LONGEST, last), 0, -1):
            words = tuple(token.lower for token in line.tokens[last - count : last])
            found = phrases.get(words)
            if found is not None and not _is_other_word(line, hit, last - count, words):
                return found, last - count
        if line.lower(last - 1) not in line.words["fillers"]:
            return None
        last -= 1
    return None


def _is_other_word(line: NumberLine, hit: Hit, at: int, words: tuple[str, ...]) -> bool:
    """Words that qualify elsewhere: a small "some 5", "near" after a noun, "handed over 40", "over two regions"."""
    if words == ("some",):
        return line.lexemes[hit.pieces[0]].piece is Piece.DIGITS and hit.unit is None and hit.low < _SOME
    noun = line.noun_after(hit.last) if words in _ACROSS and hit.low <= _MANY_PLACES else None
    if noun is not None and are_places(noun, line.lang):
        return True
    apart = at + len(words) < hit.first
    if apart and words[0] in line.words["none"]["openers"]:  # "keine der drei Kameras"
        return True
    if apart and " ".join(words) in line.words["prepositions"]:
        return line.tokens[at + len(words)].pos is Pos.DET
    before = line.token(at - 1)
    if before is not None and before.lemma in line.words["particle_verbs"].get(" ".join(words), ()):
        return True
    return words == ("near",) and before is not None and before.pos is Pos.NOUN


def _after(line: NumberLine, hit: Hit) -> tuple[Qualifier | None, int, int] | None:
    """The qualifier after the number or after the noun it counts, where it begins and ends; None for "or equal"."""
    phrases = qualifier_phrases(line.lang, "after")
    for at in range(hit.last, min(hit.last + _NOUNS, len(line.tokens)) + 1):
        for count in range(4, 0, -1):
            words = tuple(token.lower for token in line.tokens[at : at + count])
            if len(words) < count or (count == 1 and at > hit.last):
                continue
            if _opens_next(line, at + count):
                continue
            if words in phrases:
                return phrases[words], at, at + count
            if " ".join(words) in line.words["or_equal"]:
                return None, at, at + count
        token = line.token(at)
        if token is None or not (token.is_nominal or token.pos is Pos.ADJ):
            return None
    return None


def _opens_next(line: NumberLine, at: int) -> bool:
    """Whether the words before token ``at`` belong to the next number: "5000 or more than 4500"."""
    token = line.token(at)
    return token is not None and (token.pos is Pos.NUM or token.lower in line.words["or_than"])


def stance_before(line: NumberLine, first: int) -> str | None:
    """ "only", "nur": a judgement on the number, no bound."""
    word = line.lower(first - 1)
    return word if word in line.words["stances"] else None


def with_trends(line: NumberLine, hits: Sequence[Hit]) -> list[Hit]:
    """The hits of a sentence with whether the words say that something rose or fell by or to them."""
    result: list[Hit] = []
    for hit in hits:
        before = result[-1] if result else None
        result.append(replace(hit, trend=_trend(line, hit, before)))
    return result


def _trend(line: NumberLine, hit: Hit, before: Hit | None) -> Trend | None:
    if hit.ordinal or hit.age or (hit.unit is not None and hit.unit.dimension == "time"):
        return None
    if line.lower(hit.opening - 1) in line.words["start_words"]:
        return None
    if before is not None and _is_apposed(line, before, hit):
        return before.trend
    changing = hit.is_share or (hit.unit is not None and hit.unit.dimension in _CHANGING)
    joined = line.lower(hit.opening - 1) in line.words["change_joints"]
    strict = not (changing or joined or line.lower(hit.last) in line.words["change_units"])
    passed = 0
    for n in range(hit.opening - 1, max(-1, hit.opening - _REACH), -1):
        if before is not None and n < before.last and n >= before.opening:
            if line.lower(before.opening - 1) not in line.words["start_words"]:
                return None
            continue
        passed += 1
        if line.lower(n) in _STOPS:
            return None
        if passed > _NEAR and line.lower(n) in ("up", "down"):
            continue
        if (said := _said(line, n, strict)) is not None:
            return said
    return _trend_after(line, hit) if joined and line.lang == "de" else None


def _trend_after(line: NumberLine, hit: Hit) -> Trend | None:
    """The verb at the end of a German clause: "ist um drei Prozent gestiegen"."""
    for n in range(hit.last, min(hit.last + _FORWARD, len(line.tokens))):
        if line.lower(n) in _STOPS:
            return None
        if line.tokens[n].is_verbal and (said := _said(line, n, strict=False)) is not None:
            return said
    return None


def _is_apposed(line: NumberLine, before: Hit, hit: Hit) -> bool:
    """ "190 points, or 0.6 percent", "17.5 points (0.2 percent)": one change told twice."""
    gap = line.tokens[before.last : hit.opening]
    if not gap or len(gap) > _NOUNS or gap[-1].lower not in ("or", "oder", "("):
        return False
    return all(token.is_nominal or token.lower in (",", "or", "oder", "(") for token in gap)


def _said(line: NumberLine, n: int, strict: bool) -> Trend | None:
    token = line.tokens[n]
    forms = {token.lower, token.lemma}
    if strict and not forms.isdisjoint(_forms(line.lang, "loose_changes")):
        return None
    if not forms.isdisjoint(_forms(line.lang, "up")):
        return Trend.UP
    return None if forms.isdisjoint(_forms(line.lang, "down")) else Trend.DOWN


@lru_cache(maxsize=8)
def _forms(lang: str, name: str) -> frozenset[str]:
    """The listed words, of English ones also the regular forms; "up" and "down" only as they stand."""
    words = load_words("quantities", lang)[name]
    if lang != "en":
        return frozenset(words)
    endings = ("s", "es", "ed", "ing")
    verbs = [word for word in words if word not in ("up", "down")]
    stems = [stem for word in verbs for stem in (word, word.removesuffix("e"), word + word[-1])]
    return frozenset([*words, *(stem + ending for stem in stems for ending in endings)])


def says_change(line: NumberLine, at: int) -> bool:
    """Whether one of few words up to token ``at``, which may lie past the last, says that something rose or fell."""
    words = range(max(0, at - _NOUNS), min(at + 1, len(line.tokens)))
    return any(_said(line, n, strict=False) is not None for n in words)

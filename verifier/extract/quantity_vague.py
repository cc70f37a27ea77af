"""Words that are numbers by themselves: vague ones, multiples, and the German article before people."""

from __future__ import annotations

from dataclasses import replace

from verifier.domain.enums import Qualifier
from verifier.extract.quantity_line import Hit, NumberLine
from verifier.extract.quantity_words import vague_phrases
from verifier.reference import load
from verifier.text.number_words import number_words
from verifier.text.numbers import Number
from verifier.text.tokens import Pos

_PLURALS = {
    10: Qualifier.TENS, 12: Qualifier.DOZENS, 20: Qualifier.DOZENS, 100: Qualifier.HUNDREDS, 1e3: Qualifier.THOUSANDS,
    1e4: Qualifier.TENS_OF_THOUSANDS, 1e5: Qualifier.HUNDREDS_OF_THOUSANDS, 1e6: Qualifier.MILLIONS,
}  # fmt: skip
_SCALES = {1e3: Qualifier.THOUSANDS, 1e6: Qualifier.MILLIONS}
_ARTICLES = {"a", "an", "ein", "eine", "einen", "einem", "einer", "eines"}
_COUNTED = (Pos.NOUN, Pos.ADJ, Pos.NAME, Pos.VERB)
_BEFORE_FEW = {"the", "last", "past", "next", "very"}


def plural_of(number: Number) -> tuple[Qualifier, float]:
    """The vague plural a number word names, and how many times it: "billions" are a thousand "millions"."""
    return _PLURALS.get(number.value, Qualifier.MILLIONS), max(1.0, number.value / 1e6)


def vague_words(line: NumberLine) -> list[Hit]:
    """ "several drones", "ein paar Leute", "mehrere Dutzend": vague words before a noun."""
    phrases = vague_phrases(line.lang)
    openers = {words[0] for words in phrases}
    hits = []
    for i, token in enumerate(line.tokens):
        for count in (3, 2, 1) if token.lower in openers else ():
            words = tuple(word.lower for word in line.tokens[i : i + count])
            qualifier = phrases.get(words) if len(words) == count else None
            following = line.token(i + count)
            if qualifier is None or following is None:
                continue
            scale = _SCALES.get(number_words(line.lang).scales.get(following.lower, 0.0)) or (
                Qualifier.HUNDREDS if number_words(line.lang).role(following.lower) == "hundred" else None
            )
            if scale is not None:
                hits.append(_word_hit(line, i, i + count + 1, 0.0, scale))
                break
            if following.pos in _COUNTED or following.lower == "of":
                few = words == ("few",) and line.lower(i - 1) in _BEFORE_FEW
                if not few and (words != ("some",) or _are_people(line, i + 1)):
                    hits.append(_word_hit(line, i, i + count, 0.0, qualifier))
                break
    return hits


def _are_people(line: NumberLine, i: int) -> bool:
    """Whether the noun from token ``i`` on is a plural of people: "some workers", not "some concern"."""
    noun = line.noun_after(i)
    thing = load().thing_of_noun(noun.lemma, line.lang) if noun is not None and noun.tag in ("NN2", "NN0") else None
    return thing is not None and load().is_kind_of(thing.slug, "person")


def multiples(line: NumberLine) -> list[Hit]:
    """ "Twice as many", "doppelt so viele", "a tenfold rise": words that multiply."""
    hits = []
    for i, token in enumerate(line.tokens):
        value = line.words["multiples"].get(token.lower)
        fold = token.lower.endswith("fold") or "fach" in token.lower
        following = line.token(i + 2)
        compared = line.lower(i + 1) in line.words["multiple_joints"] and (
            following is None or following.pos not in (Pos.NAME, Pos.PRON)
        )
        if value is not None and (fold or compared):
            hits.append(replace(_word_hit(line, i, i + 1, value, None), unit=line.units.entries["[times]"]))
    return hits


def as_every(line: NumberLine, hit: Hit) -> Hit:
    """ "Every fifth voter", "jede dritte Frau": a share; "every second day" stays an ordinal."""
    if not hit.ordinal or hit.low < 2 or line.lower(hit.first - 1) not in line.words["every"]:
        return hit
    noun = line.noun_after(hit.last)
    alone = line.lang == "de" and line.tokens[hit.first].text[:1].isupper()
    if noun is None and not alone:
        return hit
    if noun is not None and (noun.lemma in line.words["not_every"] or line.units.named(noun.text, line.lang)):
        return hit
    share = replace(hit, low=1 / hit.low, granularity=0.01, ordinal=False, fraction=True, digits=False)
    return replace(share, start=line.tokens[hit.first - 1].span.start, first=hit.first - 1)


def single_people(line: NumberLine) -> list[Hit]:
    """German "eine Person" counts one: of people the indefinite article is a number, but for one behind a preposition.

    "Von einem Autofahrer angefahren", "mit einem Polizisten" only say who took part.
    """
    hits = []
    for i, token in enumerate(line.tokens[:-1] if line.lang == "de" else ()):
        if i and line.tokens[i - 1].pos is Pos.ADP:
            continue
        thing = load().thing_of_noun(line.tokens[i + 1].lemma, "de") if token.lower in _ARTICLES else None
        if thing is None or thing.slug in ("official", "journalist"):
            continue
        if load().is_kind_of(thing.slug, "person"):
            hits.append(_word_hit(line, i, i + 1, 1.0, None))
    return hits


def _word_hit(line: NumberLine, first: int, last: int, value: float, vague: Qualifier | None) -> Hit:
    start, end = line.tokens[first].span.start, line.tokens[last - 1].span.end
    return Hit(start, end, first, last, value, 1.0, line.pieces_of(start, end), vague=vague)

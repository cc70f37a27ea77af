"""The unit a number is given in: money before or after it, measures, shares, ages."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from verifier.extract.quantity_line import Hit, NumberLine
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.reference.model import UnitEntry
from verifier.text.lexemes import Piece
from verifier.text.number_words import number_words
from verifier.text.tokens import Pos

_LONGEST = 7
_NOT_ALONE = {"in", "a", "at", "as", "are", "all", "b", "mal", "s", "is", "pm", "am", "do", "so", "p"}
_GLUED = {"in", "p"}
_HEAT = {"c": "Cel", "f": "[degF]"}
_THOUSANDS = {"K": 1e3, "T": 1e3, "M": 1e6, "B": 1e9}
_OLDEST = 120
_LETTERS = {"a", "s", "t", "d", "m", "i"}
"""Small letters before a dollar sign that are an article or the end of a word."""


def with_unit(line: NumberLine, hit: Hit, taken: int) -> Hit:
    """The hit with the unit, currency or age that stands around its number, not before the offset ``taken``."""
    hit = _with_money_before(line, hit, taken)
    if hit.unit is not None:
        return _with_money_detail(line, _in_millions(line, hit))
    return _aged(line, hit) or _with_unit_after(line, hit)


def _with_unit_after(line: NumberLine, hit: Hit) -> Hit:
    hit = _in_millions(line, hit)
    at, joined = _unit_place(line, hit)
    found = _unit_at(line, at)
    if found is None:
        return hit
    text, unit, last = found
    if joined and len(text) < 3 and unit.dimension != "money":
        return hit
    hit = _spanned(line, replace(hit, unit=_meant(line, unit, hit, last)), last)
    heat = hit.unit is not None and hit.unit.dimension == "temperature"
    if heat and [line.piece(last), line.piece(last + 1)] in line.words["below_zero"]:
        return _spanned(line, replace(hit, low=-hit.low), last + 2)
    if heat and line.piece(hit.pieces[0] - 1) == "-" and _is_free_dash(line, hit):
        hit = _spanned(line, replace(hit, low=-hit.low), last, hit.pieces[0] - 1)
    return _scaled_after(line, hit, last) if unit.dimension == "money" else hit


def _unit_place(line: NumberLine, hit: Hit) -> tuple[int, bool]:
    """Where the unit of a number starts, and whether a hyphen joins it: "six-mile", "half a mile", "tens of miles"."""
    at = hit.pieces[1]
    if line.piece(at) == "-" and (line.is_glued(at) or line.is_word(at + 1)):
        return at + 1, True
    if hit.fraction or hit.vague is not None:
        of = line.piece(at) in ("of", "von")
        if of or hit.fraction:
            article = line.piece(at + of) in ("a", "an", "einer", "eines", "einem")
            at = at + of + article if of or article else at
    return at, False


def _unit_at(line: NumberLine, at: int) -> tuple[str, UnitEntry, int] | None:
    """The longest unit that begins at piece ``at``, as written, and the piece after it."""
    if line.lexeme(at) is None or line.piece(at)[:1] in ".,;:!?":
        return None
    for last in range(min(at + _LONGEST, len(line.lexemes)), at, -1):
        if line.is_glued(last) and line.lexemes[last].piece is not Piece.MARK:
            continue
        text = line.letters(at, last)
        unit = line.units.named(text, line.lang) or (
            line.units.named(text.replace("-", " "), line.lang) if "-" in text else None
        )
        if unit is not None and (text.lower() not in _NOT_ALONE or (line.is_glued(at) and text in _GLUED)):
            return text, *_per(line, unit, last)
    heat = _HEAT.get(line.piece(at))
    hot = line.is_glued(at) or not line.token_words.isdisjoint(line.words["heat_words"])
    if heat is not None and hot and not line.is_glued(at + 1):
        return line.piece(at), line.units.entries[heat], at + 1
    return None


def _per(line: NumberLine, unit: UnitEntry, last: int) -> tuple[UnitEntry, int]:
    """The unit at a rate, where reference data has it: "km per hour", "Kilometer je Stunde"."""
    if line.piece(last) not in line.words["per"] or line.lexeme(last + 1) is None:
        return unit, last
    other = line.units.named(line.lexemes[last + 1].text, line.lang)
    rate = line.units.entries.get(f"{unit.code}/{other.code}") if other is not None else None
    return (unit, last) if rate is None else (rate, last + 2)


def _meant(line: NumberLine, unit: UnitEntry, hit: Hit, last: int) -> UnitEntry:
    """Of a word with two meanings the one its sentence speaks of: pounds of weight, degrees of an angle."""
    words = line.token_words
    entries = line.units.entries
    if unit.code == "GBP" and line.piece(last - 1) in line.words["mass_units"]:
        before = {token.lemma for token in line.tokens[max(0, hit.first - 2) : hit.first]}
        heavy = _is_adjective_of_weight(line, hit, last)
        if heavy or words & set(line.words["mass_words"]) or before & set(line.words["mass_verbs"]):
            return entries["[lb_av]"]
    turned = line.piece(last) in line.words["directions"] or words & set(line.words["angle_words"])
    return entries["[degree]"] if unit.code == "deg" and not turned else unit


def _is_adjective_of_weight(line: NumberLine, hit: Hit, last: int) -> bool:
    """ "A 200-pound man": a singular after more than one, before a noun that is not paid."""
    following = line.lexeme(last)
    at = line.token_at(following.start) if following is not None else None
    noun = line.noun_after(at) if at is not None else None
    return line.piece(last - 1) == "pound" and hit.low > 1 and noun is not None and noun.lemma not in line.words["paid"]


def _is_free_dash(line: NumberLine, hit: Hit) -> bool:
    """A dash that is a minus sign: no number stands before it, and it is glued to none."""
    before = line.lexeme(hit.pieces[0] - 2)
    return hit.low > 0 and (before is None or before.piece is not Piece.DIGITS) and not line.is_glued(hit.pieces[0] - 1)


def _in_millions(line: NumberLine, hit: Hit) -> Hit:
    """An "m" right after digits: millions of money and of counted things, else metres."""
    at = hit.pieces[1]
    if line.piece(at) != "m" or not line.is_glued(at) or not hit.digits or line.lexemes[at].text != "m":
        return hit
    if line.is_glued(at + 1) and line.lexemes[at + 1].piece is not Piece.MARK:
        return hit
    following = line.token_at(line.lexemes[at + 1].start) if at + 1 < len(line.lexemes) else None
    counted = (
        following is not None
        and (line.counts_next(following) or line.lower(following) in ("of", "more"))
        and line.lower(following) not in line.words["length_words"]
    )
    money = hit.unit is not None or _names_money(line, at + 1)
    measured = not money and line.lang != "en"
    if measured or not (money or counted):
        return hit
    scaled = replace(hit, low=hit.low * 1e6, granularity=hit.granularity * 1e6, pieces=(hit.pieces[0], at + 1))
    return _spanned(line, scaled, at + 1)


def _names_money(line: NumberLine, at: int) -> bool:
    found = _unit_at(line, at)
    return found is not None and found[1].dimension in ("money", "mass", "volume")


def _spanned(line: NumberLine, hit: Hit, last: int, first: int | None = None) -> Hit:
    """The hit stretched to the pieces from ``first`` (its own first) up to ``last``."""
    start = line.lexemes[first].start if first is not None else hit.start
    end = max(hit.end, line.lexemes[last - 1].end)
    opening, closing = line.token_at(start), line.token_at(end - 1)
    return replace(
        hit,
        start=start,
        end=end,
        first=hit.first if opening is None else opening,
        last=hit.last if closing is None else closing + 1,
    )


def _with_money_before(line: NumberLine, hit: Hit, taken: int) -> Hit:
    """ "$5", "HK $ 10 billion", "$US160", "mxn$ 15", "EUR 20", "MAUD 60", "dollar 22.5 million"."""
    at = hit.pieces[0]
    sign = 1 if line.piece(at - 1) == "-" and line.is_glued(at) else 0
    for first in range(max(0, at - 4 - sign), at - sign):
        if line.lexemes[first].start < taken:
            continue
        text = "".join(line.letters(first, at - sign).split())
        found = _currency(text, line.lang, hit.digits)
        if found is None or (line.is_glued(first) and line.lexemes[first - 1].piece is not Piece.MARK):
            continue
        unit, times = found
        named = text[:1].islower() or not text.isupper()
        if named and text.isalpha() and (not hit.digits or _counts(line, hit)):
            return hit
        if text == "PS" and hit.digits and hit.granularity == 1 and hit.low < 10 and line.piece(hit.pieces[1]) != "m":
            return hit
        hit = replace(hit, unit=unit, prefixed=True, low=hit.low * times, granularity=hit.granularity * times)
        return _spanned(line, hit, hit.pieces[1], first)
    return hit


def _counts(line: NumberLine, hit: Hit) -> bool:
    return line.counts_next(hit.last) or _unit_at(line, hit.pieces[1]) is not None


@lru_cache(maxsize=4096)
def _currency(text: str, lang: str, digits: bool) -> tuple[UnitEntry, float] | None:
    """The currency that ``text`` before a number stands for, and what its leading letter multiplies by."""
    units = load().units
    unit = units.symbols.get(text)
    if unit is None and text[-1:] in "$£¥" and text[:-1].isalpha() and text[:-1] not in _LETTERS:
        unit = units.symbols.get(text.upper()) or _coded(text[:-1].upper())
    if unit is None and text[:1] == "$" and text[1:].isupper():
        unit = units.symbols.get(f"{text[1:]}$") or _coded(text[1:])
    if unit is not None:
        return (unit, 1.0) if unit.dimension == "money" else None
    if len(text) == 4 and text[0] in _THOUSANDS and (unit := _coded(text[1:])) is not None:
        return unit, _THOUSANDS[text[0]]
    named = units.named(text, lang) if digits and text.isalpha() and len(text) > 2 else None
    return (named, 1.0) if named is not None and named.dimension == "money" else None


def _coded(code: str) -> UnitEntry | None:
    entry = load().units.entries.get(code)
    return entry if entry is not None and entry.dimension == "money" and len(code) == 3 else None


def _with_money_detail(line: NumberLine, hit: Hit) -> Hit:
    """ "$75 U.S.", "$20 CAD": a dollar sign made precise after the number."""
    at = hit.pieces[1]
    lexeme = line.lexeme(at)
    if hit.unit is None or hit.unit.code != "USD" or lexeme is None:
        return hit
    unit = _coded(lexeme.text)
    if unit is not None and not lexeme.glued:
        return _spanned(line, replace(hit, unit=unit), at + 1)
    return hit


def _scaled_after(line: NumberLine, hit: Hit, last: int) -> Hit:
    """ "75 USD million": the scale word after the currency."""
    scale = number_words(line.lang).scales.get(line.piece(last))
    if scale is None or hit.granularity >= scale or abs(hit.low) >= scale or line.piece(last + 1) in ("of",):
        return hit
    return _spanned(line, replace(hit, low=hit.low * scale, granularity=hit.granularity * scale), last + 1)


@lru_cache(maxsize=4)
def _age_patterns(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load_words("quantities", lang)["ages"]
    return re.compile(words["after"], re.IGNORECASE), re.compile(words["before"], re.IGNORECASE)


def _aged(line: NumberLine, hit: Hit) -> Hit | None:
    """ "6-year-old", "34 years old", "aged 34", "50-Jährige", "im Alter von 6 Jahren", "Lee, 34, of Leeds"."""
    after, before = _age_patterns(line.lang)
    number_end = line.lexemes[hit.pieces[1] - 1].end
    found = after.match(line.shadow, number_end, line.end)
    if found is not None:
        unit = line.units.named((found["unit"] or "").lower(), line.lang) or line.units.entries["a"]
        closing = line.token_at(found.end() - 1)
        return replace(hit, age=True, unit=unit, end=found.end(), last=hit.last if closing is None else closing + 1)
    leading = line.shadow[max(line.tokens[0].span.start, hit.start - 30) : hit.start]
    if before.search(leading):
        hit = replace(hit, age=True)
        named = _unit_at(line, hit.pieces[1])
        unit = named[1] if named is not None and named[1].dimension == "time" else line.units.entries["a"]
        hit = replace(hit, unit=unit)
        return _spanned(line, hit, named[2]) if named is not None and named[1].dimension == "time" else hit
    return _age_in_commas(line, hit)


def _age_in_commas(line: NumberLine, hit: Hit) -> Hit | None:
    """ "Lee, 34, of Leeds": a number between commas right after a name."""
    token = line.token(hit.first - 2)
    enclosed = line.lower(hit.first - 1) == "," and (line.lower(hit.last) in (",", ".", "-") or hit.last == len(line.tokens))
    if not enclosed or token is None or token.pos is not Pos.NAME or not hit.digits or hit.granularity < 1:
        return None
    return replace(hit, age=True, unit=line.units.entries["a"]) if 1 <= hit.low <= _OLDEST else None

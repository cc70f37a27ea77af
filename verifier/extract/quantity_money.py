"""Money around a number: symbols, codes and names before it, what makes them precise after it."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from verifier.extract.quantity_line import Hit, NumberLine
from verifier.extract.quantity_unit_words import unit_at
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.reference.model import UnitEntry
from verifier.text.lexemes import Piece
from verifier.text.number_words import number_words

_THOUSANDS = {"K": 1e3, "T": 1e3, "M": 1e6, "B": 1e9}
_OTHER_WORDS = {"won", "mark", "marks", "real", "sol", "rand", "lek", "kip", "som", "bucks", "quid", "crown", "crowns"}
"""Names of money that are other words before a number: "they won 5 seats"."""
_LETTERS = {"a", "s", "t", "d", "m", "i"}
"""Small letters before a dollar sign that are an article or the end of a word."""


def money_before(line: NumberLine, hit: Hit, taken: int) -> Hit:
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
        minus = line.piece(first - 1) == "-" and line.is_glued(first) and not line.is_glued(first - 1)
        value = -hit.low * times if minus else hit.low * times
        hit = replace(hit, unit=unit, prefixed=True, low=value, granularity=hit.granularity * times)
        return line.stretch(hit, hit.pieces[1], first - minus)
    return hit


def _counts(line: NumberLine, hit: Hit) -> bool:
    return line.counts_next(hit.last) or unit_at(line, hit.pieces[1]) is not None


@lru_cache(maxsize=4096)
def _currency(text: str, lang: str, digits: bool) -> tuple[UnitEntry, float] | None:
    """The currency that ``text`` before a number stands for, and what its leading letter multiplies by."""
    units = load().units
    sign = load_words("quantities", lang)["money_signs"].get(text)
    unit = units.symbols.get(text) if sign is None else units.entries[sign]
    if unit is None and text[-1:] in "$£¥" and text[:-1].isalpha() and text[:-1] not in _LETTERS:
        unit = units.symbols.get(text.upper()) or _coded(text[:-1].upper())
    if unit is None and text[:1] == "$" and text[1:].isupper():
        unit = units.symbols.get(f"{text[1:]}$") or _coded(text[1:])
    if unit is not None:
        return (unit, 1.0) if unit.dimension == "money" else None
    if len(text) == 4 and text[0] in _THOUSANDS and (unit := _coded(text[1:])) is not None:
        return unit, _THOUSANDS[text[0]]
    spelled = digits and text.isalpha() and len(text) > 2 and text.lower() not in _OTHER_WORDS
    named = units.named(text, lang) if spelled else None
    return (named, 1.0) if named is not None and named.dimension == "money" else None


def _coded(code: str) -> UnitEntry | None:
    entry = load().units.entries.get(code)
    return entry if entry is not None and entry.dimension == "money" and len(code) == 3 else None


def money_detail(line: NumberLine, hit: Hit) -> Hit:
    """ "$75 U.S.", "$20 CAD": a dollar sign made precise after the number."""
    at = hit.pieces[1]
    lexeme = line.lexeme(at)
    if hit.unit is None or hit.unit.code != "USD" or lexeme is None:
        return hit
    unit = _coded(lexeme.text)
    if unit is not None and not lexeme.glued:
        return line.stretch(replace(hit, unit=unit), at + 1)
    return hit


def scaled_after(line: NumberLine, hit: Hit, last: int) -> Hit:
    """ "75 USD million": the scale word after the currency."""
    scale = number_words(line.lang).scales.get(line.piece(last))
    if scale is None or hit.granularity >= scale or abs(hit.low) >= scale or line.piece(last + 1) in ("of",):
        return hit
    return line.stretch(replace(hit, low=hit.low * scale, granularity=hit.granularity * scale), last + 1)

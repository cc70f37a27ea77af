"""The words and signs of units as they stand in a sentence."""

from __future__ import annotations

from verifier.extract.quantity_line import NumberLine
from verifier.reference.model import UnitEntry
from verifier.text.lexemes import Piece

_LONGEST = 7
_NOT_ALONE = {"in", "a", "at", "as", "are", "all", "b", "mal", "s", "is", "pm", "am", "do", "so", "p"}
_GLUED = {"in", "p"}
_HEAT = {"c": "Cel", "f": "[degF]"}


def unit_at(line: NumberLine, at: int) -> tuple[str, UnitEntry, int] | None:
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
    if line.piece(at) in line.words["times"] and line.piece(at + 1) in line.words["multiple_joints"]:
        return line.piece(at), line.units.entries["[times]"], at + 1
    return _single_letter(line, at)


def _single_letter(line: NumberLine, at: int) -> tuple[str, UnitEntry, int] | None:
    """ "35C" and "95 f" of heat, "11c" of money."""
    letter, glued = line.lexemes[at].text, line.is_glued(at)
    hot = not line.token_words.isdisjoint(line.words["heat_words"])
    if line.is_glued(at + 1) and line.is_word(at + 1):
        return None
    if letter.lower() in _HEAT and (hot or (glued and letter.isupper())):
        return letter, line.units.entries[_HEAT[letter.lower()]], at + 1
    return (letter, line.units.entries["[cent]"], at + 1) if letter == "c" and glued else None


def _per(line: NumberLine, unit: UnitEntry, last: int) -> tuple[UnitEntry, int]:
    """The unit at a rate, where reference data has it: "km per hour", "Kilometer je Stunde"."""
    if line.piece(last) not in line.words["per"] or line.lexeme(last + 1) is None:
        return unit, last
    other = line.units.named(line.lexemes[last + 1].text, line.lang)
    rate = line.units.entries.get(f"{unit.code}/{other.code}") if other is not None else None
    return (unit, last) if rate is None else (rate, last + 2)

"""The pieces numbers are made of: runs of digits, runs of letters, and marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Piece(StrEnum):
    """What a lexeme is."""

    DIGITS = "digits"
    WORD = "word"
    MARK = "mark"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One piece of a text; ``glued`` where no blank stands before it."""

    start: int
    end: int
    text: str
    lower: str
    piece: Piece
    glued: bool


_LEXEME = re.compile(
    r"""
    (?P<address>(?:https?://|www\.)\S+)
  | (?P<digits>[0-9]{1,3}(?:[ ][0-9]{3})+(?:[.,][0-9]+)?(?![0-9.,:/'^]?[0-9])      # 1 234 567,89
      | [0-9]+(?:[.,][0-9]+)?(?:[eE][+-]?[0-9]{1,2}|[ ]?[x×][ ]?10\^-?[0-9]{1,2}|\^[+-]?[0-9]{1,2})(?![0-9A-Za-z])
      | [0-9]+(?:[.,:/'][0-9]+)*
      | (?<![0-9A-Za-z.])\.[0-9]+)                                                  # .534
  | (?P<word>[^\W\d_¼-¾⅐-⅞]+)
  | (?P<mark>[><]=|=[><]|\S)
    """,
    re.VERBOSE,
)
_PIECES = {piece.value: piece for piece in Piece}


def split_lexemes(shadow: str, start: int, end: int) -> list[Lexeme]:
    """The lexemes of ``shadow[start:end]`` with offsets into ``shadow``. Digits are ASCII digits only."""
    found: list[Lexeme] = []
    last = -1
    for match in _LEXEME.finditer(shadow, start, end):
        text = match.group()
        piece = _PIECES[match.lastgroup or "mark"]
        found.append(Lexeme(match.start(), match.end(), text, text.lower(), piece, match.start() == last))
        last = match.end()
    return found

"""Digits that only name or address: streets, post codes, numbers to dial, accounts, hours of the clock."""

from __future__ import annotations

import re

from verifier.extract.quantity_line import Hit, NumberLine
from verifier.extract.quantity_unit_words import unit_at
from verifier.extract.quantity_words import says_change
from verifier.text.lexemes import Piece
from verifier.text.tokens import Form, Pos

_CLOCK = re.compile(r" ?(?:[ap]\.m\b|[ap]m\b|uhr\b|o'clock\b)", re.IGNORECASE)
_ERA = re.compile(r" ?(?:AD|BC|BCE|CE|[vn]\. ?Chr\.)(?!\w)")
_HOURS = 24
_DIAL = 12
_POSTCODE = 5
_EMERGENCY = (110, 112, 911, 999)
_ROW = 4
"""Three groups of digits with the two hyphens between them lie this many pieces apart."""
_LONGEST_STREET = 3


def is_id(line: NumberLine, hit: Hit) -> bool:
    """Whether the digits of ``hit`` are an address, a number to dial, an account or another row of digits."""
    first, last = hit.pieces
    return (
        _is_row_of_digits(line, first, last)
        or _is_case_number(line, hit)
        or (hit.unit is None and (_is_address(line, hit) or _is_called(line, hit)))
    )


def is_clock_time(line: NumberLine, hit: Hit) -> bool:
    """ "9 p.m.", "18 Uhr", "half past nine", "halb neun", "um neun fuhr …"; the year of an era ("476 AD") as well."""
    end = line.lexemes[hit.pieces[1] - 1].end
    if _ERA.match(line.shadow, end) is not None and hit.digits:
        return True
    if _CLOCK.match(line.shadow, end) is not None and hit.low <= _HOURS:
        return True
    return _is_told_hour(line, hit) or _is_part_of_hour(line, hit)


def _is_told_hour(line: NumberLine, hit: Hit) -> bool:
    """ "Half past nine", "Viertel vor acht", "halb neun", and German "um neun" before a verb."""
    words, before = line.words["clock"], line.piece(hit.pieces[0] - 1)
    parted = before in words["alone"]
    parted = parted or (before in words["joints"] and line.piece(hit.pieces[0] - 2) in words["parts"])
    if not parted and (before not in words["at"] or hit.digits):
        return False
    if not float(hit.low).is_integer() or hit.low > _HOURS or unit_at(line, hit.pieces[1]) is not None:
        return False
    following = line.token(hit.last)
    verb = following is None or following.pos is Pos.PUNCT or (following.is_verbal and following.form is Form.FINITE)
    return parted or (verb and not says_change(line, hit.last) and not says_change(line, hit.first - 2))


def _is_part_of_hour(line: NumberLine, hit: Hit) -> bool:
    """The "half" of "half past nine" and the "halb" of "halb neun"."""
    if not hit.fraction:
        return False
    words, last = line.words["clock"], hit.pieces[1]
    past = line.piece(last) in words["joints"] and line.piece(last - 1) in words["parts"]
    return (past or line.piece(last - 1) in words["alone"]) and _is_hour(line, last + past)


def _is_hour(line: NumberLine, at: int) -> bool:
    token = line.token_at(line.lexemes[at].start) if at < len(line.lexemes) else None
    return token is not None and line.tokens[token].pos is Pos.NUM and not line.counts_next(token + 1)


def _is_row_of_digits(line: NumberLine, first: int, last: int) -> bool:
    """A phone number or a row of ids: three groups of digits joined by hyphens, or digits after a leading plus."""
    left = right = first
    while are_joined(line, left - 2, left) and first - left < _ROW:
        left -= 2
    while are_joined(line, right, right + 2) and right - first < _ROW:
        right += 2
    return right - left >= _ROW or _is_dialled(line, first, last)


def _is_dialled(line: NumberLine, first: int, last: int) -> bool:
    """Groups of digits after a plus or a leading zero ("+1 555 1234"), or three and more, one with such a zero."""
    opening, closing = first, last
    if not (
        _is_digits(line, first - 1)
        or line.piece(first - 1) == "+"
        or _is_digits(line, last + (line.piece(last) == "-"))
    ):
        return False
    while opening > first - _DIAL and _is_digits(line, opening - 1):
        opening -= 1
    while closing < last + _DIAL and _is_digits(line, closing):
        closing += 1
    plus = line.piece(opening - 1) == "+" and line.is_glued(opening)
    grouped = opening < first or _is_digits(line, last + (line.piece(last) == "-"))
    zeros = [_has_leading_zero(line, n) for n in range(opening, closing)]
    return grouped and (plus or zeros[0] or (len(zeros) >= 3 and any(zeros)))


def _has_leading_zero(line: NumberLine, at: int) -> bool:
    return len(line.piece(at)) > 1 and line.piece(at)[0] == "0" and line.piece(at).isdigit()


def _is_case_number(line: NumberLine, hit: Hit) -> bool:
    """ "21-4567", "555-0123": two groups of digits too unlike to be a range, with nothing counted after them."""
    for left in (hit.pieces[0], hit.pieces[0] - 2):
        if not are_joined(line, left, left + 2):
            continue
        one, other = line.piece(left), line.piece(left + 2)
        unlike = other[0] == "0" or len(other) - len(one) > 1
        after = line.lexeme(left + 3)
        token = line.token_at(after.start) if after is not None else None
        counted = unit_at(line, left + 3) is not None or (token is not None and line.counts_next(token))
        if one.isdigit() and other.isdigit() and unlike and not counted:
            return True
    return False


def _is_address(line: NumberLine, hit: Hit) -> bool:
    """ "10 Downing Street", "Hauptstraße 12", "70173 Stuttgart"."""
    lexeme, before, following = line.lexemes[hit.pieces[0]], line.token(hit.first - 1), line.token(hit.last)
    if not hit.digits or not lexeme.text.isdigit():
        return False
    streets = tuple(line.words["streets"])
    if line.lang == "de":
        housed = before is not None and before.is_nominal and before.lower.endswith(streets)
        place = following is not None and following.pos is Pos.NAME
        return (housed and not line.counts_next(hit.last)) or (len(lexeme.text) == _POSTCODE and place)
    for n in range(hit.last, min(hit.last + _LONGEST_STREET + 1, len(line.tokens))):
        token = line.tokens[n]
        if not token.text[:1].isupper():
            return False
        if n > hit.last and token.lower in streets:
            after = line.token(n + 1)
            return after is None or not after.is_nominal
    return False


def _is_called(line: NumberLine, hit: Hit) -> bool:
    """ "Call 911", "Notruf 112", "wählte die 110"."""
    before, dialling = line.token(hit.first - 1), line.words["dialling"]
    if before is None or not hit.digits or line.counts_next(hit.last):
        return False
    known = hit.low in _EMERGENCY and not line.token_words.isdisjoint(dialling)
    return known or before.lemma in dialling or before.lower in dialling


def are_joined(line: NumberLine, left: int, right: int) -> bool:
    """Whether digits stand at both pieces, with nothing but a hyphen between them."""
    if left < 0 or right >= len(line.lexemes) or line.piece(left + 1) != "-":
        return False
    digits = line.lexemes[left].piece is Piece.DIGITS and line.lexemes[right].piece is Piece.DIGITS
    return digits and line.is_glued(left + 1) and line.is_glued(right)


def _is_digits(line: NumberLine, at: int) -> bool:
    lexeme = line.lexeme(at)
    return lexeme is not None and lexeme.piece is Piece.DIGITS

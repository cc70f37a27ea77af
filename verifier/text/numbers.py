"""Digits as a document of a given language writes them: "50,000", "50.000", "50 000", "1,5", "2.33"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

MAX_DIGITS = 30
MAX_EXPONENT = 30

_POWER = re.compile(r"(?P<value>[0-9]+(?:[.,][0-9]+)?)(?P<mark>[eE]|[ ]?[x×][ ]?10\^|\^)(?P<exponent>[+-]?[0-9]+)")
_MARKS = re.compile(r"[^0-9]")
_VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5),
    "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5),
    "⅙": (1, 6), "⅚": (5, 6),
    "⅐": (1, 7), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Number:
    """A number over the lexemes ``[first, last)``.

    ``scale`` is the last scale word's power (million: 1e6) where the number has one, ``granularity`` the
    power of ten of the last non-zero digit. ``digits`` is true where it is written with digits alone.
    ``ordinal``, ``fraction``, ``dozen`` tell its kind; a ``vague`` number ("dozens") is the plural of
    ``value``.
    """

    first: int
    last: int
    value: float
    granularity: float
    scale: float | None = None
    digits: bool = False
    ordinal: bool = False
    fraction: bool = False
    dozen: bool = False
    vague: bool = False


def parse_digits(text: str, lang: str) -> Decimal | None:
    """The value of a run of digits with separators, or None where it is not one whole number.

    Beyond MAX_DIGITS digits nothing is read. With two kinds of separators the last is the decimal one
    in any language; a single one is read as the language writes it.
    """
    if sum(c.isdigit() for c in text) > MAX_DIGITS:
        return None
    if (power := _POWER.fullmatch(text)) is not None:
        return _raised(power, lang)
    marks = _MARKS.findall(text)
    if not marks:
        return Decimal(text)
    if any(mark in ":/" for mark in marks):
        return None
    kinds = list(dict.fromkeys(marks))
    if len(kinds) == 1:
        return _one_kind(text, kinds[0], len(marks), lang)
    if len(kinds) == 2 and marks.count(kinds[1]) == 1:
        whole, _, decimals = text.rpartition(kinds[1])
        return Decimal(f"{whole.replace(kinds[0], '')}.{decimals}") if _is_grouped(whole, kinds[0]) else None
    return None


def _raised(power: re.Match[str], lang: str) -> Decimal | None:
    """ "1e10", "1.3x10^6" and "2^5"; None beyond what a float holds."""
    value, exponent = parse_digits(power["value"], lang), int(power["exponent"])
    if value is None or abs(exponent) > MAX_EXPONENT:
        return None
    return value**exponent if power["mark"] == "^" else value.scaleb(exponent)


def _one_kind(text: str, mark: str, count: int, lang: str) -> Decimal | None:
    decimal_mark = "," if lang == "de" else "."
    if mark in " '" or count > 1:
        return Decimal(text.replace(mark, "")) if _is_grouped(text, mark) else None
    if mark != decimal_mark and _is_grouped(text, mark):
        return Decimal(text.replace(mark, ""))
    return Decimal(text.replace(mark, "."))


def _is_grouped(text: str, mark: str) -> bool:
    """Whether ``mark`` groups thousands: "1,234,567", also "12,34,567" as written in India."""
    first, *rest = text.split(mark)
    if not 1 <= len(first) <= 3 or (first[0] == "0" and rest) or not rest or len(rest[-1]) != 3:
        return False
    inner = {len(group) for group in rest[:-1]}
    return inner <= {3} or (mark == "," and inner == {2} and len(first) <= 2)


def parse_vulgar(mark: str) -> float | None:
    """The value of a one-letter fraction such as "½"."""
    parts = _VULGAR.get(mark)
    return parts[0] / parts[1] if parts else None


def fraction_granularity(value: float) -> float:
    """How finely a fraction speaks: its last decimal, but no finer than a hundredth ("a third")."""
    return max(granularity_of(round(value, 6)), 0.01)


def granularity_of(value: Decimal | float) -> float:
    """The power of ten of the last non-zero digit: 50,000 → 10,000; 17 → 1; 2.5 → 0.1; 0 → 1."""
    exact = value if isinstance(value, Decimal) else Decimal(repr(value))
    _, digits, exponent = exact.normalize().as_tuple()
    if not isinstance(exponent, int) or digits == (0,):
        return 1.0
    return float(Decimal(1).scaleb(exponent))

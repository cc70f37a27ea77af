"""From bytes to text, or one clear reason why not."""

from __future__ import annotations

import re

from verifier.errors import InputRefused

MAX_BYTES = 5 * 1024 * 1024
MAX_LINE = 200_000
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_LINE = re.compile(r"[^\r\n]+")
_ODD = re.compile("[\x01-\x06\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd]")
"""Bell, backspace and escape stand in what terminals print, coloured tables for one: they are text."""
_SAMPLE = 100_000
_MOST_ODD = 0.02


def decode_text(raw: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 with a mark, or Windows-1252; line ends and blanks stay as they are.

    Raises InputRefused for what is empty, binary or beyond a limit.
    """
    if len(raw) > MAX_BYTES:
        size, most = f"{len(raw) / 1024**2:.1f}", MAX_BYTES // 1024**2
        raise InputRefused("It is %(size)s MiB large; the limit for a text is %(limit)s MiB.", size=size, limit=most)
    return checked(_decoded(raw))


def checked(text: str) -> str:
    """``text`` itself. Raises InputRefused where it is empty, no text, or has a line beyond the limit."""
    if not text.strip():
        raise InputRefused("It is empty.")
    if _looks_binary(text):
        raise InputRefused("It is not text but a binary file.")
    longest = max(match.end() - match.start() for match in _LINE.finditer(text))
    if longest > MAX_LINE:
        raise InputRefused(
            "One line has %(number)s characters; the limit is %(limit)s.", number=f"{longest:,}", limit=f"{MAX_LINE:,}"
        )
    return text


def _decoded(raw: bytes) -> str:
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            try:
                return raw.decode(encoding)
            except UnicodeDecodeError as error:
                raise InputRefused(
                    "It is marked as %(encoding)s but is not readable as such.", encoding=encoding[:6].upper()
                ) from error
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _looks_binary(text: str) -> bool:
    """Whether it holds a null, or more than a few characters are control characters or unreadable."""
    sample = text[:_SAMPLE]
    return "\x00" in text or len(_ODD.findall(sample)) > max(2, _MOST_ODD * len(sample))

"""From bytes to text, or one clear reason why not."""

from __future__ import annotations

from verifier.errors import InputRefused

MAX_BYTES = 5 * 1024 * 1024
MAX_LINE = 200_000
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_PRINTABLE = 0.98


def decode_text(raw: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 with a mark, or Windows-1252; line ends become ``\\n``, all else stays.

    Raises InputRefused for what is empty, binary or beyond a limit.
    """
    if len(raw) > MAX_BYTES:
        raise InputRefused(
            f"It is {len(raw) / 1024**2:.1f} MiB large; the limit for a text is {MAX_BYTES // 1024**2} MiB."
        )
    text = _decoded(raw).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise InputRefused("It is empty.")
    if _looks_binary(text):
        raise InputRefused("It is not text but a binary file.")
    longest = max(len(line) for line in text.split("\n"))
    if longest > MAX_LINE:
        raise InputRefused(f"One line has {longest:,} characters; the limit is {MAX_LINE:,}.")
    return text


def _decoded(raw: bytes) -> str:
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            try:
                return raw.decode(encoding)
            except UnicodeDecodeError as error:
                raise InputRefused(f"It is marked as {encoding.upper()} but is not readable as such.") from error
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _looks_binary(text: str) -> bool:
    """Whether more than a few characters are control characters or unreadable."""
    sample = text[:100_000]
    odd = sum(1 for c in sample if c == "\ufffd" or (ord(c) < 32 and c not in "\n\t\f\v") or 0x7F <= ord(c) < 0xA0)
    return "\x00" in sample or odd > (1 - _PRINTABLE) * len(sample)

"""Bytes become text, or one sentence says why not."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.errors import InputRefused
from verifier.text.decode import MAX_BYTES, MAX_LINE, decode_text

TEXT = "Zürich – „drei\u00a0Züge“\r\nfuhren\tab."


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 with a mark", "utf-16 le", "utf-16 be", "windows-1252"],
)
def test_every_encoding_gives_the_same_letters(raw: bytes) -> None:
    assert decode_text(raw) == TEXT


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        ("\ufeff".encode(), "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (bytes(range(256)) * 8, "binary"),
        (b"plain\x00text", "binary"),
        (codecs.BOM_UTF16_LE + b"a\x00b", "not readable"),
        (b"x" * (MAX_LINE + 1), "limit is 200,000"),
        (b"x" * (10 * 1024 * 1024), "10.0 MiB"),
        (b"a\n" * (MAX_BYTES // 2 + 1), "limit for a text is 5 MiB"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(raw: bytes, reason: str) -> None:
    with pytest.raises(InputRefused, match=reason) as refusal:
        decode_text(raw)
    assert str(refusal.value).count("\n") == 0


# What terminals print stays text, however short it is.
@pytest.mark.parametrize("text", ["a,\x1b[31m7\x1b[0m\n" * 4, "\x1b[1mTen\x1b[0m \x1b[4mleft\x1b[0m", "N\x08No\x08o"])
def test_colours_and_overstrikes_of_a_terminal_are_no_binary_file(text: str) -> None:
    assert decode_text(text.encode()) == text


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    try:
        text = decode_text(raw)
    except InputRefused:
        return
    assert text.strip()

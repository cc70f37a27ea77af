"""Markdown becomes plain text: front matter is taken off, marks inside lines are dropped, headings and lists stay."""

from __future__ import annotations

import re

_FRONT = re.compile(r"\A---[ \t]*\r?\n(.{0,10000}?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z_]+)[ \t]*:(.*)$", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\[\]\n]{0,500})\]\([^()\s]{1,2000}\)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,1000})(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=\S)([^*_\n]{1,1000})(?<=\S)\1(?![\w*])")
_QUOTE = re.compile(r"^>[ \t]?", re.MULTILINE)


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """The fields of a front matter and the text after it; no fields where there is none."""
    match = _FRONT.match(text)
    if match is None:
        return {}, text
    fields = {name.lower(): value.strip().strip("\"'") for name, value in _FIELD.findall(match.group(1))}
    if not fields:
        return {}, text
    return fields, text[match.end() :].lstrip("\r\n")


def plain_markdown(text: str) -> str:
    """The text without emphasis, link targets and quote marks."""
    for pattern, kept in ((_LINK, r"\1"), (_STRONG, r"\2"), (_EMPHASIS, r"\2"), (_QUOTE, "")):
        text = pattern.sub(kept, text)
    return text

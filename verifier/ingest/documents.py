"""A file becomes an article; a file of JSON lines becomes many."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from verifier.domain.document import Article
from verifier.domain.enums import Precision
from verifier.errors import InputRefused
from verifier.ingest.lines import split_lines
from verifier.ingest.markdown import plain_markdown, split_front_matter
from verifier.ingest.sections import read_layout
from verifier.reference import load
from verifier.text.decode import decode_text
from verifier.text.language import detect_language

_MARKDOWN = (".md", ".markdown")


def read_document(
    raw: bytes,
    name: str,
    *,
    outlet: str | None = None,
    published: date | None = None,
    lang: str | None = None,
    url: str | None = None,
) -> Article:
    """The article in a file of text or Markdown, named ``name``; what the caller says wins over the text.

    Raises InputRefused for what is empty, binary or beyond a limit.
    """
    text = decode_text(raw)
    fields, text = split_front_matter(text)
    if name.lower().endswith(_MARKDOWN):
        text = plain_markdown(text)
    if not text.strip():
        raise InputRefused("It has no text below its front matter.")
    layout = read_layout(list(split_lines(text)))
    said = published or _day(fields.get("published"))
    day = said or layout.published
    return Article(
        name=name,
        text=text,
        sections=tuple(layout.sections),
        title=fields.get("title") or layout.title,
        published_on=_moment(day),
        updated_on=_moment(layout.updated),
        date_precision=Precision.DAY if day is not None else Precision.NONE,
        outlet=outlet_slug(outlet or fields.get("outlet")),
        lang=lang or fields.get("lang") or detect_language(text),
        url=url or fields.get("url"),
        credits=layout.credits,
        raw=raw,
    )


def read_json_lines(raw: bytes, name: str) -> Iterator[Article | InputRefused]:
    """The articles of a file of JSON lines, in order; a line that cannot be taken in yields its reason alone."""
    text = raw.decode("utf-8-sig", errors="replace")
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield _article_of(line, f"{name}:{number}")
        except InputRefused as refusal:
            yield InputRefused(f"Line {number}: {refusal}")


def _article_of(line: str, name: str) -> Article:
    try:
        record: Any = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise InputRefused("It is no valid JSON.") from error
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise InputRefused("It has no “text”.")
    values = {key: record.get(key) for key in ("name", "outlet", "published", "lang", "url")}
    wrong = next((key for key, value in values.items() if value is not None and not isinstance(value, str)), None)
    if wrong is not None:
        raise InputRefused(f"Its “{wrong}” is no text.")
    published = values["published"]
    day = _day(published)
    if published and day is None:
        raise InputRefused(f"Its “published” is no date like 2024-05-07: {published!r}.")
    return read_document(
        record["text"].encode("utf-8", errors="replace"),
        values["name"] or name,
        outlet=values["outlet"],
        published=day,
        lang=values["lang"],
        url=values["url"],
    )


def outlet_slug(name: str | None) -> str | None:
    """The reference slug of an outlet, else its name as given."""
    if not name:
        return None
    entry = load().outlet_named(name) or load().outlet_of_domain(name)
    return entry.slug if entry is not None else name


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


def _moment(day: date | None) -> datetime | None:
    return datetime.combine(day, time()) if day is not None else None

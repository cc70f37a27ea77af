"""A file becomes an article; a file of JSON lines becomes many."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from verifier.domain.document import Article
from verifier.domain.enums import Precision
from verifier.errors import InputRefused
from verifier.ingest.lines import split_lines
from verifier.ingest.markdown import plain_markdown, split_front_matter
from verifier.ingest.sections import read_layout
from verifier.ingest.wrapping import join_wrapped
from verifier.reference import load
from verifier.text.decode import MAX_BYTES, checked, decode_text
from verifier.text.language import detect_language

_MARKDOWN = (".md", ".markdown")
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Said:
    """What the caller knows of a document."""

    outlet: str | None = None
    published: date | None = None
    lang: str | None = None
    url: str | None = None


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
    fields, text = split_front_matter(decode_text(raw))
    if name.lower().endswith(_MARKDOWN):
        text = plain_markdown(text)
    if not text.strip():
        raise InputRefused("It has no text below its front matter.")
    said = Said(outlet, published, lang, url)
    return _article(text, name, fields, said, raw)


def _article(text: str, name: str, fields: dict[str, str], said: Said, raw: bytes) -> Article:
    text = join_wrapped(text)
    lang = _code(said.lang or fields.get("lang")) or detect_language(text)
    layout = read_layout(list(split_lines(text)), lang)
    if not layout.sections:
        raise InputRefused("It has no letter that can be seen.")
    day = said.published or _day(fields.get("published")) or layout.published
    return Article(
        name=name,
        text=text,
        sections=tuple(layout.sections),
        title=fields.get("title") or layout.title,
        published_on=_moment(day),
        updated_on=_moment(layout.updated),
        date_precision=Precision.DAY if day is not None else Precision.NONE,
        outlet=outlet_slug(said.outlet or fields.get("outlet")),
        lang=lang,
        url=said.url or fields.get("url"),
        credits=layout.credits,
        raw=raw,
    )


def read_json_lines(raw: bytes, name: str) -> Iterator[Article | InputRefused]:
    """The articles of a file of JSON lines, in order; a line that cannot be taken in yields its reason alone."""
    for number, line in enumerate(raw.removeprefix(_BOM).split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            yield _article_of(line, f"{name}:{number}")
        except InputRefused as refusal:
            yield InputRefused(f"Line {number}: {refusal}")


def _article_of(line: bytes, name: str) -> Article:
    """The article of one line; its text is kept letter for letter."""
    record = _record(line)
    for key in ("name", "outlet", "published", "lang", "url"):
        if not isinstance(record.get(key), str | None):
            raise InputRefused(f"Its “{key}” is no text.")
    published = record.get("published")
    day = _day(published)
    if published and day is None:
        raise InputRefused(f"Its “published” is no date like 2024-05-07: {published[:40]!r}.")
    text = record["text"].encode("utf-8", errors="replace").decode("utf-8")
    raw = text.encode("utf-8")
    if len(raw) > MAX_BYTES:
        raise InputRefused(f"Its text is beyond the limit of {MAX_BYTES // 1024**2} MiB.")
    said = Said(record.get("outlet"), day, record.get("lang"), record.get("url"))
    return _article(checked(text), record.get("name") or name, {}, said, raw)


def _record(line: bytes) -> dict[str, Any]:
    try:
        record: Any = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InputRefused("It is not in UTF-8.") from error
    except (ValueError, RecursionError) as error:
        raise InputRefused("It is no valid JSON.") from error
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise InputRefused("It has no “text”.")
    return record


def outlet_slug(name: str | None) -> str | None:
    """The reference slug of an outlet, else its name as given."""
    if not name:
        return None
    entry = load().outlet_named(name) or load().outlet_of_domain(name)
    return entry.slug if entry is not None else name


def _code(lang: str | None) -> str | None:
    """The bare code of a language: "en" of "en-GB"."""
    return lang.strip().lower().replace("_", "-").split("-")[0] or None if lang else None


def _day(value: str | None) -> date | None:
    """The day of a date or moment as ISO 8601 writes them; None for anything else."""
    try:
        return datetime.fromisoformat(value.strip()).date() if value else None
    except ValueError:
        return None


def _moment(day: date | None) -> datetime | None:
    return datetime.combine(day, time()) if day is not None else None

"""The public folder: a page for every published report, an index and a feed, for any web server."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from xml.etree import ElementTree as ET

from markupsafe import Markup

from verifier.export.canonical_json import canonical_json
from verifier.export.claim_review import claim_reviews
from verifier.export.edition import Edition
from verifier.export.html import environment, page_style, to_html
from verifier.export.outline import Outline, Paragraph, Said, Text, plain_text, visible
from verifier.export.render import FORMATS, render
from verifier.export.report_outline import outline_report, report_title
from verifier.export.sentences import tell_count, tell_finding
from verifier.export.shown import Record, show_day
from verifier.export.words import Words, load_words

DOWNLOADS = ("md", "csv", "json", "claimreview")
_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class PublicReport:
    """A report that is, or once was, published."""

    uid: str
    sha256: str
    body: Record
    edition: Edition


def public_files(
    reports: Sequence[PublicReport], lang: str, newsroom: str, site: str
) -> Iterator[tuple[str, bytes | None]]:
    """Every file of the folder by its name; None for one that must no longer be there. The newest report first."""
    words = load_words(lang)
    yield "index.html", _index(words, reports, newsroom).encode()
    yield "feed.atom", _feed(words, reports, newsroom, site)
    for each in reports:
        yield f"{each.uid}/index.html", _page(words, each, _newest(each, reports)).encode()
        for format in DOWNLOADS:
            gone = each.edition.state == "withdrawn"
            content = None if gone else render(canonical_json(each.body), format, each.edition)
            yield f"{each.uid}/report.{FORMATS[format].suffix}", content


def _page(words: Words, each: PublicReport, newest: PublicReport | None) -> str:
    before = f'<nav class="meta"><a href="../index.html">{escape(words.plain("public", "back"))}</a>'
    if newest is not None and newest.uid != each.uid:
        before += f' · <a href="../{newest.uid}/index.html">{escape(words.plain("public", "newest"))}</a>'
    if each.edition.state == "withdrawn":
        note = words.fill("state_withdrawn", date=show_day(words, each.edition.on), note=(" ", Said(each.edition.note)))
        gone = Outline(report_title(words, each.body), words.lang, (Paragraph(note, "notice"),))
        return to_html(gone, each.sha256, before + "</nav>")
    names = {format: FORMATS[format].suffix for format in DOWNLOADS}
    links = " · ".join(f'<a href="report.{suffix}">{suffix.upper()}</a>' for suffix in names.values())
    after = f'<footer class="meta">{escape(words.plain("public", "downloads"))} {links}</footer>'
    reviews = claim_reviews(each.body, each.sha256, each.edition)
    if reviews["@graph"]:
        after += f'<script type="application/ld+json">{_embedded(reviews)}</script>'
    return to_html(outline_report(each.body, each.sha256, each.edition), each.sha256, before + "</nav>", after)


def _embedded(data: object) -> str:
    """JSON that can neither end the element it stands in nor turn the direction of its source."""
    text = json.dumps(data, sort_keys=True)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _newest(each: PublicReport, reports: Sequence[PublicReport]) -> PublicReport | None:
    """The edition of the same subject that stands now."""
    same = (r for r in reports if r.edition.state == "published" and _subject(r) == _subject(each))
    return next(same, None)


def _subject(each: PublicReport) -> tuple[str, str]:
    subject = each.body["subject"]
    return subject["kind"], subject["name"] or json.dumps(subject["filter"], sort_keys=True)


def _index(words: Words, reports: Sequence[PublicReport], newsroom: str) -> str:
    rows = [
        {
            "href": f"{each.uid}/index.html",
            "title": report_title(words, each.body),
            "day": show_day(words, each.edition.on),
            "finding": _summary(words, each),
        }
        for each in reports
        if each.edition.state == "published"
    ]
    style = Markup(page_style())  # noqa: S704 - our own file
    texts = words.table["public"]
    page = environment().get_template("public_index.html")
    return page.render(words=texts, lang=words.lang, newsroom=visible(newsroom, ""), rows=rows, style=style) + "\n"


def _summary(words: Words, each: PublicReport) -> Text:
    """The finding of the only dispute, or how many disputes there are."""
    disputes = each.body["disputes"]
    if len(disputes) != 1:
        return tell_count(words, each.body)
    claims = {c["uid"]: c for p in disputes[0]["positions"] for c in p["claims"]}
    return tell_finding(words, disputes[0], claims)


def _feed(words: Words, reports: Sequence[PublicReport], newsroom: str, site: str) -> bytes:
    ET.register_namespace("", _ATOM)
    root = f"{site}/" if site else ""
    feed = ET.Element(f"{{{_ATOM}}}feed", {"xml:lang": words.lang})
    _add(feed, "title", f"{words.plain('public', 'title')} · {visible(newsroom, '')}")
    _add(feed, "id", root or "urn:verifier:published")
    _add(feed, "link", href=f"{root}feed.atom", rel="self")
    _add(feed, "link", href=f"{root}index.html")
    _add(feed, "updated", _moment(max((r.edition.on for r in reports), default="1970-01-01")))
    _add(_add(feed, "author"), "name", visible(newsroom, ""))
    for each in reports:
        if each.edition.state == "corrected":
            continue
        entry = _add(feed, "entry")
        _add(entry, "title", plain_text(report_title(words, each.body)))
        _add(entry, "id", f"urn:verifier:report:{each.uid}")
        _add(entry, "link", href=f"{root}{each.uid}/index.html")
        _add(entry, "updated", _moment(each.edition.on))
        _add(entry, "category", term=each.edition.state)
        gone = words.fill("state_withdrawn", date=show_day(words, each.edition.on), note=(" ", Said(each.edition.note)))
        told = gone if each.edition.state == "withdrawn" else _summary(words, each)
        _add(entry, "summary", plain_text(told))
    ET.indent(feed)
    return bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def _add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    made = ET.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    made.text = text
    return made


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"

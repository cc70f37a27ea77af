"""The lines of a text, each with what it looks like by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from verifier.domain.span import Span
from verifier.ingest.line_words import leading_date, line_words
from verifier.ingest.stamps import is_time
from verifier.reference import load
from verifier.text.shadow import shadow_of

_LINE = re.compile(r"[^\n]+")
_URL = re.compile(r"^(?:https?://|www\.)\S+$|^[\w-]+(?:\.[\w-]+)+/\S*$", re.ASCII)
_HEADING_MARK = re.compile(r"^#{1,6}\s+")
_DESK = re.compile(r"[a-z]{2,4}")
_LIST_MARK = re.compile(r"^(?:[-*•]|\d{1,2}\.)\s+")
_RULE = re.compile(r"^(?:[-*_=#~] ?){3,}$")
_AGENCIES = re.compile(r"^(?P<before>[^()]{0,16})\((?P<names>[^()]{2,80})\)\s*\.?$")
_INITIALS = re.compile(r"^[a-zäöüß]{1,4}(?:[/,] ?[a-zäöüß]{1,4}){0,4}\s*$")
_SEPARATORS = re.compile(r"[,/;]|\band\b|\bund\b")
_LONGEST_HEADING = 160
_LONGEST_LINK = 100
_LONGEST_CREDIT = 200
_SHORT = 80


@dataclass(frozen=True, slots=True)
class Line:
    """One line without blanks at its ends; ``shadow`` are its letters folded; ``gap``: an empty line is above."""

    span: Span
    text: str
    shadow: str
    gap: bool

    @property
    def is_stopped(self) -> bool:
        """Whether it ends as a sentence does."""
        return self.shadow[-8:].rstrip("\"')]").endswith((".", "!", "?", ":", ";"))

    @property
    def is_question(self) -> bool:
        """One short question or call, as headlines may be."""
        return len(self.text) <= _LONGEST_LINK and self.shadow[-1] in "?!" and not set(self.shadow[:-1]) & set('.!?"')

    @property
    def is_url(self) -> bool:
        return _URL.match(self.text) is not None

    @property
    def heading_mark(self) -> int:
        """The length of a Markdown heading mark, 0 without one."""
        match = _HEADING_MARK.match(self.text)
        return match.end() if match else 0

    @property
    def list_mark(self) -> int:
        """The length of a bullet or list number, 0 without one; "3. März 2026" is numbered by nobody."""
        match = _LIST_MARK.match(self.text)
        return match.end() if match and not leading_date(self.text) else 0

    @property
    def may_be_heading(self) -> bool:
        """Bare words that end in no full stop: short, and no link."""
        return not self.is_stopped and len(self.text) <= _LONGEST_HEADING and not self.is_url

    @property
    def may_be_link(self) -> bool:
        """Bare words short enough to be the title of a link."""
        return not self.is_stopped and len(self.text) <= _LONGEST_LINK

    @property
    def is_boilerplate(self) -> bool:
        """What sites put between paragraphs: "Skip next section", "Read more", "Anzeige", links, rules, hours."""
        if self.is_url or _RULE.match(self.text) or is_time(self.text):
            return True
        bare, words = self.shadow[self.list_mark :].lower(), line_words()
        if bare.startswith(words["boilerplate_always"]):
            return True
        if len(bare) > _LONGEST_LINK:
            return False
        if bare.strip(" :.>|") in words["boilerplate"]:
            return True
        labelled = not self.is_stopped and ":" in bare and bare.split(":")[0] in words["boilerplate_labels"]
        return bare.startswith(words["boilerplate_before"]) or labelled

    @property
    def is_summary_label(self) -> bool:
        return self.shadow.lower().strip(" :#") in line_words()["summary"]

    @property
    def is_lead_in(self) -> bool:
        """Words that only announce what follows: "Here are the headlines of Tuesday:"."""
        return self.shadow.endswith(":") and self.shadow.lower().startswith(line_words()["lead_ins"])

    @property
    def is_caption(self) -> bool:
        """A picture's words with a credit glued to their end, or "Foto: …"."""
        if len(self.text) > 2 * _LONGEST_CREDIT:
            return False
        lower, words = self.shadow.lower().rstrip(" )."), line_words()
        if not self.is_stopped and lower.endswith(words["caption_ends"]):
            return True
        for mark in words["caption_marks"]:
            label = mark if mark.endswith(" by") else mark + ":"
            at = lower.rfind(label)
            if at == 0 or (at > 0 and _are_names(self.shadow[at + len(label) :])):
                return True
        return False

    @property
    def agencies(self) -> tuple[str, ...] | None:
        """The agencies a credit line names, with initials or alone: "rmt/rc (AFP, Reuters)"; None for no credit."""
        match = _AGENCIES.match(self.text)
        if match is None:
            names = known_agencies(self.text.rstrip("."), only_wires=True) if len(self.text) <= _SHORT else ()
            initials = len(self.text) <= 12 and "/" in self.text and _INITIALS.match(self.text)
            return names or (() if initials else None)
        before = match["before"].strip()
        return (known_agencies(match["names"]) or None) if not before or _INITIALS.match(before) else None

    @property
    def is_credit(self) -> bool:
        """Who wrote, edited or supplied the article."""
        if self.agencies is not None or self.is_byline:
            return True
        lower, words = self.shadow.lower().strip(" ()."), line_words()
        if len(lower) > _LONGEST_CREDIT:
            return False
        label, _, rest = self.shadow.partition(":")
        if rest and label.lower() in words["source_labels"] and known_agencies(rest.strip(" .")):
            return True
        start = next((w for w in words["credit_starts"] if lower.startswith(w)), None)
        named = start is not None and _are_names(self.shadow.strip(" ()")[len(start) :])
        return named or lower.endswith(words["credit_ends"])

    @property
    def is_byline(self) -> bool:
        """ "By Ana Ruiz", "Von Jan Maier und Eva Roth": names only."""
        start = next((w for w in line_words()["bylines"] if self.shadow.lower().startswith(w)), None)
        if start is None or self.is_stopped or len(self.text) > _SHORT:
            return False
        names = self.shadow[len(start) :]
        dated = not set(names.lower().split()).isdisjoint((*line_words()["stamp_words"][:7], *line_words()["months"]))
        return _are_names(names) and 2 <= len(names.split()) <= 9 and not dated

    @property
    def scraps(self) -> list[str]:
        """Its parts between full stops."""
        return [part for piece in re.split(r"[.!]", self.shadow) if (part := piece.strip(" \"'"))]


def known_agencies(names: str, *, only_wires: bool = False) -> tuple[str, ...]:
    """The names of a list such as "AFP, dpa" where all are known publishers, or news agencies; else none.

    The desk of an agency is no name: "dpa/lno".
    """
    told = [part for piece in _SEPARATORS.split(names) if (part := piece.strip())]
    parts = [part for n, part in enumerate(told) if not n or not _DESK.fullmatch(part) or load().outlet_named(part)]
    found = [load().outlet_named(part) for part in parts]
    known = all(outlet is not None and (not only_wires or outlet.kind == "agency") for outlet in found)
    return tuple(parts) if parts and known else ()


def _are_names(words: str) -> bool:
    """Whether there is nothing but capitalised words and what joins them."""
    for ending in line_words()["caption_ends"]:
        words = words.removesuffix(ending)
    bare = [w for w in re.split(r"[\s,;/().:|-]+", words) if w and w.lower() not in line_words()["joiners"]]
    return all(w[0].isupper() or w[0] == "©" or w.isdigit() for w in bare)


def split_lines(text: str) -> Iterator[Line]:
    """The non-empty lines of ``text`` in order, whatever its line ends are."""
    shadow = shadow_of(text)
    breaks = "\n" if "\r" not in text or "\n" not in text else "\r\n"
    last = 0
    for match in _LINE.finditer(shadow):
        bare = match.group().strip()
        if not bare:
            continue
        start = match.start() + match.group().index(bare[0])
        between = text[last:start] if breaks == "\r\n" else shadow[last:start]
        gap = between.count(breaks) > 1
        last = start + len(bare)
        yield Line(Span(start, last), text[start:last], bare, gap)

"""The lines of a text, each with what it looks like by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from verifier.domain.span import Span
from verifier.ingest.line_words import find_date, line_words
from verifier.reference import load

_LINE = re.compile(r"[^\n]+")
_URL = re.compile(r"^(?:https?://|www\.)\S+$")
_STOPPED = re.compile(r"[.!?…:;][\"')\]]*$")
_HEADING_MARK = re.compile(r"^#{1,6}\s+")
_LIST_MARK = re.compile(r"^(?:[-*•]|\d{1,2}\.)\s+")
_AGENCIES = re.compile(r"\(([^()]{2,80})\)\s*\.?$")
_INITIALS = re.compile(r"^[a-zäöüß]{1,4}(?:[/,] ?[a-zäöüß]{1,4}){0,4}\s*(?:\(|$)")
_LONGEST_HEADING = 160
_LONGEST_LINK = 100
_SHORT = 60
_FEW_WORDS = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One line without blanks at its ends. ``gap`` is true where an empty line stands before it."""

    span: Span
    text: str
    gap: bool

    @property
    def is_stopped(self) -> bool:
        """Whether it ends as a sentence does."""
        return _STOPPED.search(self.text) is not None

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
        """The length of a bullet or list number, 0 without one."""
        match = _LIST_MARK.match(self.text)
        return match.end() if match else 0

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
        """What sites put between paragraphs: "Skip next section", "Read more", "Anzeige"."""
        bare = self.text[self.list_mark :].lower()
        words = line_words()["boilerplate"]
        if any(bare.startswith(w) for w in words if w.startswith(("skip", "nächsten"))):
            return True
        return (
            len(bare) <= _SHORT
            and not self.is_stopped
            and any(bare == w or bare.startswith((w + ":", w + " ")) for w in words)
        )

    @property
    def is_summary_label(self) -> bool:
        return self.text.lower().strip(" :#") in line_words()["summary"]

    @property
    def is_caption(self) -> bool:
        """A picture's words with the credit glued to them, or "Foto: …"."""
        lower = self.text.lower()
        marks = line_words()["captions"]
        credited = any(mark in lower for mark in marks if mark.endswith(":") and len(mark) > 5)
        slashed = any(lower.rstrip(".").endswith(mark) for mark in marks)
        return (credited or slashed) and not self.is_stopped

    @property
    def published(self) -> tuple[date, date | None, int] | None:
        """Dates of publication and update of a "Published … last updated …" line, and where its words begin."""
        lower = self.text.lower()
        places = [lower.find(word) for word in line_words()["published"]]
        starts = [at for at in places if at >= 0]
        first = find_date(self.text)
        if not starts or first is None or min(starts) > first[1] or first[1] - min(starts) > _SHORT:
            return None
        rest = find_date(self.text[first[2] :])
        after = self.text[first[2] + (rest[2] if rest else 0) :]
        return (first[0], rest[0] if rest else None, min(starts)) if len(after) < _SHORT else None

    @property
    def bare_date(self) -> date | None:
        """The date a line consists of."""
        found = find_date(self.text)
        return found[0] if found and found[1] <= 2 and len(self.text) - found[2] <= 1 else None

    @property
    def agencies(self) -> tuple[str, ...] | None:
        """The agencies a credit line names at its end, after initials: "rmt/rc (AFP, Reuters)"; None for no credit."""
        match = _AGENCIES.search(self.text)
        if match is None:
            return () if _INITIALS.match(self.text) and len(self.text) <= 12 and "/" in self.text else None
        names = [name.strip() for name in match.group(1).split(",")]
        known = [name for name in names if load().outlet_named(name) is not None]
        before = self.text[: match.start()].strip()
        bare = not before or (_INITIALS.match(before) is not None and len(before) <= 16)
        return tuple(known) if known and bare and len(known) == len(names) else None

    @property
    def is_credit(self) -> bool:
        lower = self.text.lower()
        if len(self.text) <= 200 and any(words in lower for words in line_words()["credits"]):
            return True
        return self.agencies is not None or self.is_byline

    @property
    def is_byline(self) -> bool:
        """ "By Ana Ruiz", "Von Jan Maier und Eva Roth": names only."""
        lower = self.text.lower()
        if self.is_stopped or len(self.text) > 80 or not lower.startswith(line_words()["bylines"]):
            return False
        names = [w for w in self.text.split()[1:] if w.lower() not in ("and", "und", "in", "for", "für")]
        return 1 < len(names) <= 9 and all(w[0].isupper() for w in names)

    @property
    def is_fragments(self) -> bool:
        """A row of scraps, none of which says anything: "Gamer. Web fanatic. Zombie pioneer."."""
        scraps = [s.strip(" \"'„“”") for s in re.split(r"[.!]", self.text) if s.strip(" \"'„“”")]
        return len(scraps) >= 3 and all(len(s.split()) <= _FEW_WORDS for s in scraps)


def split_lines(text: str) -> Iterator[Line]:
    """The non-empty lines of ``text`` in order."""
    last = 0
    for match in _LINE.finditer(text):
        bare = match.group().strip()
        if not bare:
            continue
        start = match.start() + match.group().index(bare[0])
        gap = text.count("\n", last, start) > 1
        last = start + len(bare)
        yield Line(Span(start, last), bare, gap)

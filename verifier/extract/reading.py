"""One act of saying as token ranges of a line, before it becomes an attribution."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from verifier.extract.cues import Cue
from verifier.extract.passages import Line, Range


class Content(NamedTuple):
    """What is said, as token ranges; whether as a direct quotation; whether a colon announces it for the next line."""

    parts: tuple[Range, ...] = ()
    direct: bool = False
    colon: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """Source, cue and content of one cue in one line; ``named`` is who a relative source stands for.

    ``direct`` marks content that is a direct quotation. ``colon`` marks a cue that announces what follows
    in the next line, ``back`` one that speaks of the line before ("This was reported by …"),
    ``refers`` one whose source is only "these reports". ``negated`` marks a cue that words apart from it deny:
    "bestritt nicht", "neither confirmed nor denied", "no evidence that".
    """

    line: Line
    cue: Cue
    cue_at: tuple[Range, ...]
    source: Range | None
    content: tuple[Range, ...]
    direct: bool = False
    colon: bool = False
    named: Range | None = None
    back: bool = False
    refers: bool = False
    negated: bool = False

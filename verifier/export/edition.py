"""What a rendering adds to the frozen content: its language, whose it is, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a report, and the report's uid.

    ``state`` is draft, published, corrected or withdrawn, since ``on`` (a day), with ``note`` for why; ``head`` is the
    hash of that decision in the chain of all decisions. ``supersedes`` and ``superseded_by`` are the SHA-256 of the
    editions before and after. ``changes`` are what changed from the one before, ``corrections`` what changed to the
    published one after, each a key of ``[change]`` with its values. ``ratings`` overrides names and values of content
    verdicts; ``site`` is the address reports are published under, without a slash at its end; ``docx_template`` the
    newsroom's own Word template.
    """

    uid: str = ""
    lang: str = "en"
    newsroom: str = "Verifier"
    site: str = ""
    state: str = "draft"
    on: str = ""
    note: str = ""
    head: str | None = None
    supersedes: str | None = None
    superseded_by: str | None = None
    changes: tuple[tuple[str, Mapping[str, str]], ...] = ()
    corrections: tuple[tuple[str, Mapping[str, str]], ...] = ()
    ratings: Mapping[str, Any] = field(default_factory=dict)
    docx_template: Path | None = None

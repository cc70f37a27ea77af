"""What the form for a new report asks for: filled in by the address or sent, read as a subject and a way to show it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache

from flask import request, url_for
from werkzeug.datastructures import MultiDict

from verifier.errors import VerifierError
from verifier.export.render import FORMATS
from verifier.export.words import LANGUAGES
from verifier.services.desk_items import Wanted
from verifier.services.report_subject import Subject
from verifier.web.language import language
from verifier.web.vocabulary import N_

KINDS = ("collection", "dispute", "document", "source", "selection")
CHOSEN = ("status", "relation", "strength", "lang")
"""Filters of a selection that have a field of their own; any other is a box to be ticked, ``filter`` = "key=value"."""
PAGE = "html"


@dataclass(frozen=True, slots=True)
class Asked:
    """What was filled in."""

    given: MultiDict[str, str]

    def __getitem__(self, name: str) -> str:
        return self.given.get(name, "").strip()

    @property
    def lang(self) -> str:
        """The language the report is shown in: that of the desk where none is named."""
        asked = self["report_lang"] or language()
        return asked if asked in LANGUAGES else "en"

    @property
    def format(self) -> str:
        """The format the report is shown in: a page where none is named."""
        return self["format"] if self["format"] in FORMATS else PAGE

    @property
    def filters(self) -> list[tuple[str, str]]:
        """The properties that have no field of their own."""
        parts = [each.partition("=") for each in self.given.getlist("filter")]
        return [(key, value) for key, _, value in parts if key and value]

    def subject(self) -> Subject:
        """What the report is to be about. Raises VerifierError where that was left open."""
        kind = self["kind"]
        if kind not in KINDS:
            raise VerifierError(N_("Say what the report is to be about."))
        reviewers = "name" if self["reviewers"] == "name" else "role"
        if kind != "selection":
            return Subject(kind, self[kind], {}, reviewers)
        chosen = {name: self[name] for name in CHOSEN if self[name]}
        return Subject(kind, "", {**dict(self.filters), **chosen}, reviewers)


def address_of_selection(wanted: Wanted) -> str:
    """The form with what a list shows filled in as the selection."""
    return _address_of_selection(request.script_root, wanted)


@lru_cache(maxsize=1_024)
def _address_of_selection(root: str, wanted: Wanted) -> str:  # noqa: ARG001 - the root is part of the key
    names = [each.name for each in fields(wanted) if each.name != "sort" and getattr(wanted, each.name)]
    chosen = {name: getattr(wanted, name) for name in names if name in CHOSEN}
    filters = [f"{name}={getattr(wanted, name)}" for name in names if name not in CHOSEN]
    return url_for("reports.form", kind="selection", **chosen, filter=filters)


def asked() -> Asked:
    """What was sent, else what the address fills in."""
    return Asked(request.form if request.method == "POST" else request.args)

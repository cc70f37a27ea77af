"""What every view needs: the settings, who is signed in, the filters of a list, its JSON and CSV twins."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, fields, is_dataclass
from typing import Any, cast

from flask import Response, current_app, g, redirect, request

from verifier.config import Settings
from verifier.services.desk_items import SORTS, STATES, Wanted
from verifier.services.desk_queue import PAGE
from verifier.web.security import is_local_path

MOST = 10_000
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
_FILTERS = tuple(field.name for field in fields(Wanted))
_NARROWING = frozenset(_FILTERS) - {"state", "sort"}
_LONGEST = 200


def settings() -> Settings:
    """The settings the desk runs with."""
    found: Settings = current_app.extensions["verifier"]
    return found


def reviewer() -> str:
    """The name of who is signed in."""
    return str(g.person.name)


def wanted() -> Wanted:
    """The filters of the address."""
    given = request.args.to_dict()
    values = {name: value[:_LONGEST] for name, value in given.items() if name in _NARROWING}
    state, sort = given.get("state", ""), given.get("sort", "")
    return Wanted(state=state if state in STATES else "waiting", sort=sort if sort in SORTS else "priority", **values)


def query() -> dict[str, Any]:
    """The filters of the address as they lead on to other pages of the same queue."""
    given = request.args.to_dict()
    return {name: given[name] for name in _FILTERS if given.get(name)}


def back(default: str) -> Response:
    """The way back to the page a form was sent from, where it named one of this desk."""
    target = request.form.get("back", "")
    return cast("Response", redirect(target if is_local_path(target) else default))


def after() -> str | None:
    """The paging token."""
    return request.args.get("next")


def page_size() -> int:
    """How many rows a twin gives: all, unless the address asks for pages."""
    asked = request.args.get("limit", "")
    return min(MOST, max(1, int(asked))) if asked.isdigit() else MOST


def json_twin(rows: Iterable[Any], following: str | None = None) -> Response:
    """A list as JSON: its rows and the token of the next page."""
    body = {"items": [_plain(row) for row in rows], "next": following}
    return Response(json.dumps(body, ensure_ascii=False, default=str), mimetype="application/json")


def csv_twin(rows: Iterable[Any], columns: Sequence[str]) -> Response:
    """A list as CSV; a text that a spreadsheet would take for a formula is marked as text."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    for row in rows:
        record = _plain(row)
        writer.writerow([_cell(_reach(record, column)) for column in columns])
    return Response(out.getvalue(), mimetype="text/csv; charset=utf-8")


def _plain(row: Any) -> Any:
    return asdict(row) if is_dataclass(row) and not isinstance(row, type) else row


def _reach(record: Any, path: str) -> Any:
    value = record
    for part in path.split("."):
        if isinstance(value, Mapping):
            value = value.get(part)
        elif isinstance(value, Sequence) and part.isdigit() and int(part) < len(value):
            value = value[int(part)]
        else:
            return None
    return value


def _cell(value: Any) -> Any:
    if isinstance(value, str) and value.lstrip(" ").startswith(_DANGEROUS):
        return "'" + value
    return "" if value is None else value


__all__ = [
    "MOST",
    "PAGE",
    "after",
    "back",
    "csv_twin",
    "json_twin",
    "page_size",
    "query",
    "reviewer",
    "settings",
    "wanted",
]

"""A report as tables of typed cells: what spreadsheets are made of."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from verifier.export.shown import Record
from verifier.export.told_again import AGAIN, fold_repeated

Cell = str | int | float | bool | date | None
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
_WARY = frozenset((*_DANGEROUS, " ", "\u00a0"))


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: ``name`` and ``columns`` are keys of ``[sheet]`` and ``[column]``."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(body: Record, sha256: str) -> list[Sheet]:
    """Every table of a report, the claims first."""
    disputes = body["disputes"]
    return [
        claim_table(body),
        _sheet("comparisons", [row for d in disputes for row in _comparisons(d)]),
        _sheet("look_alikes", [row for d in disputes for row in _look_alikes(d)]),
        _sheet("sources", [row for d in disputes for row in _sources(d)]),
        _sheet("decisions", [row for d in [*disputes, *body["findings"]] for row in _decisions(d)]),
        _sheet("findings", [row for f in body["findings"] for row in _finding(f)]),
        _sheet("documents", [_document(i) for i in body["inputs"]]),
        _sheet("about", list(_about(body, sha256))),
    ]


def claim_table(body: Record) -> Sheet:
    """One row a claim, with its dispute and position; one that only repeats another stands in the row of that one."""
    folded = map(fold_repeated, body["disputes"])
    rows = [_claim(d, p, c) for d in folded for p in d["positions"] for c in p["claims"]]
    return _sheet("claims", rows)


def as_text(value: str) -> str:
    """A text as a spreadsheet may have it: one that it would take for a formula is marked as text."""
    is_formula = value[:1] in _WARY and value.lstrip(" \u00a0").startswith(_DANGEROUS)
    return "'" + value if is_formula else value


_COLUMNS = {
    "claims": (
        "dispute", "question", "status", "position", "stance", "claim", "claimant", "kind_of_source", "side",
        "commitment", "quote", "lang", "document", "outlet", "published", "start", "end", "snapshot", "number", "low",
        "high", "soft_low", "soft_high", "unit", "event_from", "event_to", "stated_on", "place", "chain", "caveats",
        "against_interest", "attribution", "content", "conflicts_with", "told_again",
    ),
    "comparisons": (
        "dispute", "kind", "left", "right", "relation", "strength", "aspect", "rule", "independent", "verdict", "slots",
        "would_change",
    ),
    "look_alikes": (
        "dispute", "claim", "member", "claimant", "quote", "document", "start", "end", "aspect", "rule", "slots",
    ),
    "sources": ("dispute", "name", "kind_of_source", "side", "grade", "basis", "claims"),
    "decisions": (
        "dispute", "no", "on", "by", "target", "uid", "asked", "verdict", "note", "evidence", "cancels", "cancelled",
    ),
    "findings": ("finding", "uid", "strength", "rule", "document", "quote", "start", "end"),
    "documents": ("document", "outlet", "url", "published", "snapshot"),
    "about": ("key", "value"),
}  # fmt: skip


def _sheet(name: str, rows: Sequence[dict[str, Cell]]) -> Sheet:
    columns = _COLUMNS[name]
    return Sheet(name, columns, tuple(tuple(row[column] for column in columns) for row in rows))


def _claim(dispute: Record, position: Record, claim: Record) -> dict[str, Cell]:
    number = claim["number"] or {"surface": None, "hard": (None, None), "soft": (None, None), "unit": None}
    time = claim["event_time"] or {"from": None, "to": None}
    repeated = claim.get(AGAIN, ())
    names = (
        "claimant", "kind_of_source", "side", "commitment", "quote", "lang", "document", "outlet", "start", "end",
        "snapshot", "place", "against_interest", "attribution", "content",
    )  # fmt: skip
    return {name: claim[name] for name in names} | {
        "dispute": dispute["uid"],
        "question": dispute["question"]["text"],
        "status": dispute["status"],
        "position": position["label"],
        "stance": position["stance"],
        "claim": claim["uid"],
        "published": _day(claim["published"]),
        "number": number["surface"],
        "low": number["hard"][0],
        "high": number["hard"][1],
        "soft_low": number["soft"][0],
        "soft_high": number["soft"][1],
        "unit": number["unit"],
        "event_from": _day(time["from"]),
        "event_to": _day(time["to"]),
        "stated_on": _day(claim["stated_on"]),
        "chain": " > ".join(f"{s['name']} ({s['cue']})" if s["cue"] else s["name"] for s in claim["chain"]),
        "caveats": " | ".join(claim["caveats"]),
        "conflicts_with": "; ".join(_rivals(dispute, {claim["uid"], *(c["uid"] for c in repeated)})),
        "told_again": " | ".join(f"{c['uid']} {c['start']}–{c['end']}: {c['quote']}" for c in repeated),
    }


def _rivals(dispute: Record, uids: Collection[str]) -> Iterator[str]:
    for judged in dispute["conflicts"]:
        left, right = judged["left"], judged["right"]
        if left in uids or right in uids:
            other = right if left in uids else left
            yield f"{other} ({judged['relation']} {judged['strength']}, {judged['rule']})"


def _comparisons(dispute: Record) -> Iterator[dict[str, Cell]]:
    for kind in ("conflicts", "fitting"):
        for judged in dispute[kind]:
            names = (
                "left",
                "right",
                "relation",
                "strength",
                "aspect",
                "rule",
                "independent",
                "verdict",
                "would_change",
            )
            told = {name: judged[name] for name in names}
            yield {"dispute": dispute["uid"], "kind": kind, "slots": _slots(judged), **told}


def _look_alikes(dispute: Record) -> Iterator[dict[str, Cell]]:
    for each in dispute["look_alikes"]:
        names = ("claim", "member", "claimant", "quote", "document", "start", "end", "aspect", "rule")
        yield {"dispute": dispute["uid"], "slots": _slots(each), **{name: each[name] for name in names}}


def _slots(judged: Record) -> str:
    told = (s for s in judged["slots"] if s["left"] is not None or s["right"] is not None)
    return "; ".join(f"{s['slot']}: {s['left']} / {s['right']} ({s['outcome']})" for s in told)


def _sources(dispute: Record) -> Iterator[dict[str, Cell]]:
    for each in dispute["sources"]:
        told = {"name": each["name"], "side": each["side"], "grade": each["grade"], "basis": each["basis"]}
        counted = len(set(each["claims"]))
        yield {"dispute": dispute["uid"], "kind_of_source": each["kind"], "claims": counted, **told}


def _decisions(holder: Record) -> Iterator[dict[str, Cell]]:
    for each in holder["decisions"]:
        names = ("no", "by", "target", "uid", "verdict", "note", "cancels", "cancelled")
        yield {name: each[name] for name in names} | {
            "dispute": holder["uid"],
            "on": _day(each["on"]),
            "asked": each["question"],
            "evidence": "; ".join(each["evidence"]),
        }


def _finding(finding: Record) -> Iterator[dict[str, Cell]]:
    for quote in finding["quotes"]:
        names = ("finding", "uid", "strength", "rule", "document")
        yield {**{name: finding[name] for name in names}, **quote}


def _document(each: Record) -> dict[str, Cell]:
    told: dict[str, Cell] = {name: each[name] for name in ("outlet", "url", "snapshot")}
    return {**told, "document": each["name"], "published": _day(each["published"])}


def _about(body: Record, sha256: str) -> Iterator[dict[str, Cell]]:
    method, as_of, subject = body["method"], body["as_of"], body["subject"]
    model: Any = method["model"] or {"name": None, "version": None, "sha256": None}
    rows: dict[str, Cell] = {
        "sha256": sha256,
        "schema": body["schema"],
        "kind": subject["kind"],
        "name": subject["name"],
        "filter": "; ".join(f"{k}={v}" for k, v in sorted(subject["filter"].items())),
        "as_of": as_of["decision"],
        "as_of_on": _day(as_of["on"]),
        "ruleset": method["ruleset"],
        "extractor": method["extractor"],
        "model": model["name"],
        "model_version": model["version"],
        "model_sha256": model["sha256"],
    }
    for key, value in rows.items():
        yield {"key": key, "value": value}


def _day(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None

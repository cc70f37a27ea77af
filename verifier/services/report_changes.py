"""What differs between two contents of a report, each difference by its key in ``[change]`` and its values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Body = Mapping[str, Any]
Change = tuple[str, Mapping[str, str]]
_DECIDED = ("attribution", "content", "content_on")


def find_changes(old: Body, new: Body) -> list[Change]:
    """Every difference from ``old`` to ``new``; empty only where they are equal."""
    if old == new:
        return []
    if old["schema"] != new["schema"]:
        return [*input_changes(old["inputs"], new["inputs"]), ("schema", {"old": old["schema"], "new": new["schema"]})]
    found = [*input_changes(old["inputs"], new["inputs"]), *_method(old["method"], new["method"])]
    found += [*_disputes(old["disputes"], new["disputes"]), *_decisions(old, new)]
    if old["findings"] != new["findings"]:
        found.append(("findings", {}))
    return found or [("other", {})]


def input_changes(old: Sequence[Body], new: Sequence[Body]) -> Iterator[Change]:
    """Documents whose text or date changed, that are gone, or that came in."""
    before, after = ({i["uid"]: i for i in inputs} for inputs in (old, new))
    for uid in sorted(before.keys() | after.keys(), key=lambda uid: (before.get(uid) or after[uid])["name"]):
        one, other = before.get(uid), after.get(uid)
        name = {"name": (one or other or {})["name"]}
        if one is None or other is None:
            yield "input_new" if one is None else "input_gone", name
        elif one["snapshot"] != other["snapshot"]:
            yield "input_changed", name
        elif one != other:
            yield "input_facts", name


def _method(old: Body, new: Body) -> Iterator[Change]:
    for key in ("ruleset", "extractor", "model"):
        if old[key] != new[key]:
            yield key, {"old": _named(old[key]), "new": _named(new[key])}
    if old["quality"] != new["quality"]:
        yield "quality", {}


def _named(value: Any) -> str:
    return f"{value['name']} {value['version']} ({value['sha256'][:8]})" if isinstance(value, Mapping) else str(value)


def _disputes(old: Sequence[Body], new: Sequence[Body]) -> Iterator[Change]:
    before, after = ({d["uid"]: d for d in disputes} for disputes in (old, new))
    for uid in sorted(before.keys() | after.keys()):
        one, other = before.get(uid), after.get(uid)
        name = {"name": (other or one or {})["question"]["text"]}
        if one is None or other is None:
            yield "dispute_new" if one is None else "dispute_gone", name
            continue
        if one["question"] != other["question"]:
            yield "title", {"old": one["question"]["text"], "new": other["question"]["text"]}
        if one["status"] != other["status"]:
            yield "status", {**name, "old": one["status"], "new": other["status"]}
        yield from _claims(one, other, name)
        if any(one[key] != other[key] for key in ("conflicts", "fitting", "look_alikes")):
            yield "conflicts", name


def _claims(one: Body, other: Body, name: Mapping[str, str]) -> Iterator[Change]:
    before, after = ({c["uid"]: c for p in body["positions"] for c in p["claims"]} for body in (one, other))
    read = [{uid: {k: v for k, v in c.items() if k not in _DECIDED} for uid, c in x.items()} for x in (before, after)]
    if read[0] != read[1] or one["sources"] != other["sources"]:
        yield "claims", name
    for uid in sorted(before.keys() & after.keys()):
        if any(before[uid][key] != after[uid][key] for key in _DECIDED):
            yield "claim_verdict", {"name": after[uid]["quote"]}


def _decisions(old: Body, new: Body) -> Iterator[Change]:
    if old["as_of"] != new["as_of"]:
        yield "decisions", {"old": str(old["as_of"]["decision"]), "new": str(new["as_of"]["decision"])}
    elif [d["decisions"] for d in old["disputes"]] != [d["decisions"] for d in new["disputes"]]:
        yield "decisions_edited", {}

"""Score what is read in short texts: quantities, attributions, dates, and the slots of claims."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from verifier.extract.attributions import attributions_in
from verifier.extract.dates import dates_in
from verifier.extract.quantities import quantities_in
from verifier.reference import load
from verifier.reference.gazetteer import load_gazetteer
from verifier.services.evaluation import Failure, SetScore, Tally
from verifier.services.ingest_documents import Hints, extract_claims, read_article
from verifier.services.lines import bare_quantity_line, claim_line, quantity_line

_HALF = 0.5
"""The share of letters two spans must have in common to be the same words."""
_PARTS = ("source", "cue", "content")
_OPEN = "open"
"""How a gold interval writes an end without bound."""
Item = dict[str, Any]


def score_reading(name: str, cases: Sequence[Item]) -> SetScore:
    """Precision and recall over the items of all cases; a case without items only costs precision."""
    tally = Tally()
    for case in cases:
        READING_SETS[name](case, tally)
    return tally.score(name)


def _score_quantities(case: Item, tally: Tally) -> None:
    text = case["text"]
    found = [bare_quantity_line(q, text) | quantity_line(q) for q in quantities_in(text, case["lang"])]
    _match(case, "quantities", case["quantities"], found, _is_quantity, tally)


def _score_dates(case: Item, tally: Tally) -> None:
    found = [d.as_json() for d in dates_in(case["text"], case["lang"], case.get("published"))]
    _match(case, "dates", case["dates"], found, _is_date, tally)


def _score_attributions(case: Item, tally: Tally) -> None:
    text = case["text"]
    found = []
    for attribution in attributions_in(text, case["lang"]):
        spans = {name: [[s.start, s.end] for s in getattr(attribution, name)] for name in _PARTS}
        words = {name: " … ".join(text[a:b] for a, b in spans[name]) for name in _PARTS}
        found.append({**words, "spans": spans})
    _match(case, "attributions", case["attributions"], found, _is_attribution, tally)


def _match(
    case: Item,
    name: str,
    expected: Sequence[Item],
    found: list[Item],
    fits: Callable[[Item, Item, str], bool],
    tally: Tally,
) -> None:
    """Give every expected item the first found one that fits; what is left over on either side is an error."""
    left = list(found)
    missed = []
    for item in expected:
        hit = next((f for f in left if fits(item, f, case["text"])), None)
        if hit is None:
            missed.append(item)
        else:
            left.remove(hit)
    tally.expected += len(expected)
    tally.read += len(found)
    tally.right += len(expected) - len(missed)
    for item in missed:
        tally.failures.append(Failure(name, "missed", case["text"], _shown(item), "; ".join(map(_shown, found)) or "—"))
    for item in left:
        if not missed:
            tally.failures.append(Failure(name, "too much", case["text"], "—", _shown(item)))


def _is_quantity(gold: Item, found: Item, text: str) -> bool:
    same = all(_equal(gold[key], found[key]) for key in gold.keys() - {"surface"})
    return same and _overlap(_place(gold["surface"], text), [[found["start"], found["end"]]]) > 0


def _is_date(gold: Item, found: Item, text: str) -> bool:
    plain = {key: value.isoformat() if isinstance(value, date) else value for key, value in gold.items()}
    ends = plain.get("from") == found["from"] and ("to" not in plain or plain["to"] == found["to"])
    same = ends and plain.get("precision", found["precision"]) == found["precision"]
    return bool(same) and _overlap(_place(gold["surface"], text), [[found["start"], found["end"]]]) > 0


def _is_attribution(gold: Item, found: Item, text: str) -> bool:
    least = {"cue": 0.0}
    return all(
        _overlap(_place(gold[part], text), found["spans"][part]) > least.get(part, _HALF)
        for part in _PARTS
        if part in gold
    )


def _equal(gold: Any, found: Any) -> bool:
    """Whether a value is the labelled one; numbers by size, "open" where there is no bound."""
    if isinstance(gold, list):
        return all(_equal(a, b) for a, b in zip(gold, found, strict=True))
    if gold == _OPEN or found is None:
        return bool(gold == _OPEN) and found is None
    if isinstance(gold, int | float):
        return isinstance(found, int | float) and abs(gold - found) <= 1e-9 * max(1.0, abs(gold))
    return bool(gold == found)


def _place(words: str, text: str) -> list[list[int]]:
    """Where words stand, each run parted by "…" on its own."""
    spans = []
    for run in words.split(" … "):
        start = text.index(run)
        spans.append([start, start + len(run)])
    return spans


def _overlap(one: Sequence[Sequence[int]], other: Sequence[Sequence[int]]) -> float:
    """The letters two lists of spans share, of those that either has."""
    letters = [{n for start, end in spans for n in range(start, end)} for spans in (one, other)]
    either = letters[0] | letters[1]
    return len(letters[0] & letters[1]) / len(either) if either else 0.0


def _score_slots(case: Item, tally: Tally) -> None:
    gold = dict(case["claim"])
    quote = gold.pop("quote")
    lines = [claim_line(c) for c in extract_claims(read_article(case["text"].encode(), "text", _hints(case)))]
    start = case["text"].index(quote)
    near = [line for line in lines if line["start"] < start + len(quote) and start < line["end"]]
    holding = [line for line in near if _leads_within(line, start, start + len(quote))]
    slots = _slots((holding or near)[0]) if near else {}
    for name, value in gold.items():
        got = slots.get(name, [])
        wanted = value.isoformat() if isinstance(value, date) else value
        right = _slot_equal(name, wanted, got)
        tally.expected += wanted != ""
        tally.read += bool(got)
        tally.right += right and wanted != ""
        if not right:
            tally.failures.append(Failure("slots", name, case["text"], str(wanted), " | ".join(map(str, got)) or "—"))


def _hints(case: Item) -> Hints:
    return Hints(published=case.get("published"), lang=case["lang"])


def _leads_within(line: Item, start: int, end: int) -> bool:
    """Whether the quantity a claim is about stands in the quote."""
    return any(start <= q["start"] and q["end"] <= end for q in line["quantities"][:1])


def _slots(line: Item) -> dict[str, list[Any]]:
    """The values a slot may be labelled by; empty where it is unknown."""
    time = line["time"] or {}
    found: dict[str, list[Any]] = {name: [line[name]] for name in ("polarity", "modality", "commitment", "hedged")}
    for name in ("predicate", "thing", "place", "aspect"):
        found[name] = [line[name]] if line[name] is not None else []
    for name in ("agent", "patient", "claimant"):
        actor: Mapping[str, Any] = line[name] or {}
        found[name] = [value for value in (actor.get("name"), actor.get("key"), actor.get("side")) if value]
    for name, end in (("from", "start"), ("to", "end")):
        found[name] = [time[end][:10]] if time.get(end) else []
    return found


def _slot_equal(name: str, wanted: Any, got: Sequence[Any]) -> bool:
    if wanted == "":
        return not got
    if name == "predicate":
        families = [load().family_of(value) for value in got]
        return load().family_of(wanted) in families
    if name == "place":
        places = load_gazetteer().places_named(wanted, "en")
        return any(place.slug in got for place in places) or wanted.lower() in " ".join(got)
    if isinstance(wanted, str):
        return any(wanted.lower() in str(value).lower() for value in got)
    return wanted in got


def _shown(item: Item) -> str:
    return ", ".join(f"{k} {v}" for k, v in item.items() if v is not None and k not in ("start", "end", "spans"))


READING_SETS: dict[str, Callable[[Item, Tally], None]] = {
    "quantities": _score_quantities,
    "attributions": _score_attributions,
    "dates": _score_dates,
    "slots": _score_slots,
}

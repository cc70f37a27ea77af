"""The lines users script against have the fields that were promised, and every quote is the text at its span."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import HARBOUR, Run


def names(words: str) -> set[str]:
    return set(words.split())


CLAIM = names(
    "uid document kind quote start end section lang text claimant chain predicate agent patient thing place time "
    "stated_on aspect modality polarity commitment quantities hedged against_interest caveats"
)
QUANTITY = names("surface start end point hard soft qualifier trend unit unit_name thing part_of")
BARE = names("start end surface kind low high point qualifier trend unit unit_name thing")
PAIR = names(
    "uid relation strength aspect rule direction independent priority probability similarity queued state "
    "explanation left right"
)
SIDE = names("claim document quote start end claimant")
FINDING = names("uid finding queued strength document quotes explanation rule")
DISPUTE = names("uid question status claims positions as_of")
ARTICLE = names("title published updated lang outlet url text sections")
COMPARED = names(
    "id relation strength aspect rule direction independent queued nli probability explanation left right claims"
)
TEXT = "Nach Angaben der Feuerwehr wurden am 3. März 2025 in Kiel 17 Menschen verletzt."


def write_lines(path: Path, *records: Any) -> str:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return str(path)


def check_claims(claims: list[dict[str, Any]], text: str) -> None:
    assert claims
    for claim in claims:
        assert set(claim) == CLAIM
        assert claim["quote"] == text[claim["start"] : claim["end"]]
        assert claim["polarity"] in "+-"
        assert claim["claimant"] is None or {"name", "kind", "side"} <= set(claim["claimant"])
        assert claim["time"] is None or set(claim["time"]) == {"start", "end", "precision", "basis"}
        assert all(set(step) == {"role", "name", "cue", "cue_class"} for step in claim["chain"])
        for quantity in claim["quantities"]:
            assert set(quantity) == QUANTITY
            assert quantity["surface"] == text[quantity["start"] : quantity["end"]]


def test_a_claim_read_and_a_claim_stored_are_the_same_line(filled: Run) -> None:
    article = json.loads(filled("read", "harbour.md", "--json").out)
    assert set(article) == ARTICLE
    assert article["published"] == "2025-03-04"
    read = filled("extract", "harbour.md", "--format", "jsonl").lines
    check_claims(read, article["text"])
    assert read == filled("claims", "--document", "harbour.md", "--format", "jsonl").lines


def test_sections_tile_what_is_read(filled: Run) -> None:
    article = json.loads(filled("read", "harbour.md", "--json").out)
    assert [part["kind"] for part in article["sections"]] == ["title", "body", "body", "body", "body"]
    for part in article["sections"]:
        assert set(part) == {"kind", "start", "end", "dated_on"}
        assert article["text"][part["start"] : part["end"]].strip()


def test_pairs_come_with_their_sides_and_the_highest_priority_first(filled: Run) -> None:
    pairs = filled("pairs", "--format", "jsonl").lines
    claims = {claim["uid"]: claim for claim in filled("claims", "--format", "jsonl").lines}
    assert [p["priority"] for p in pairs] == sorted((p["priority"] for p in pairs), reverse=True)
    for pair in pairs:
        assert set(pair) == PAIR
        for side in (pair["left"], pair["right"]):
            assert set(side) == SIDE
            assert side["quote"] == claims[side["claim"]]["quote"]
    queued = filled("pairs", "--queued", "--format", "jsonl").lines
    assert queued == [p for p in pairs if p["relation"] in ("CONTRADICTS", "DISPUTES", "REVISES")]
    assert {p["relation"] for p in queued} == {"CONTRADICTS", "DISPUTES"}
    assert filled("pairs", "--relation", "DISPUTES", "--format", "jsonl").lines == [
        p for p in pairs if p["relation"] == "DISPUTES"
    ]


def test_findings_and_disputes(filled: Run) -> None:
    findings = filled("findings", "--format", "jsonl").lines
    assert {f["finding"].split("(")[0] for f in findings} >= {"PART_EXCEEDS_WHOLE"}
    assert all(set(f) == FINDING and all(set(q) == {"quote", "start", "end"} for q in f["quotes"]) for f in findings)
    disputes = filled("disputes", "--format", "jsonl").lines
    assert len(disputes) == 2
    for dispute in disputes:
        assert set(dispute) == DISPUTE
        assert sorted(uid for p in dispute["positions"] for uid in p["claims"]) == dispute["claims"]


@pytest.mark.parametrize("what", ["claims", "quantities", "attributions", "dates"])
def test_many_short_texts(run: Run, tmp_path: Path, what: str) -> None:
    records = [{"id": "b", "text": TEXT, "lang": "de"}, {"id": 7, "text": ""}, {"id": "a", "text": TEXT}]
    lines = run("extract", "--jsonl", write_lines(tmp_path / "in.jsonl", *records), "--what", what).lines
    assert [line["id"] for line in lines] == ["b", 7, "a"]
    assert all(set(line) == {"id", what} for line in lines)
    assert lines[1][what] == []
    assert len(lines[0][what]) == 1
    assert lines[0][what] == lines[2][what]


def test_values_read_in_a_short_text(run: Run, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "in.jsonl", {"id": 1, "text": TEXT})
    claims = run("extract", "--jsonl", path).lines[0]["claims"]
    check_claims(claims, TEXT)
    (quantity,) = run("extract", "--jsonl", path, "--what", "quantities").lines[0]["quantities"]
    assert set(quantity) == BARE
    assert (quantity["surface"], quantity["point"], quantity["low"], quantity["high"]) == ("17", 17, None, None)
    (said,) = run("extract", "--jsonl", path, "--what", "attributions").lines[0]["attributions"]
    assert set(said) == {"source", "cue", "content", "claimant"}
    assert [TEXT[s:e] for s, e in said["source"]] == ["Angaben der Feuerwehr"]
    assert said["claimant"] == "Feuerwehr"
    (day,) = run("extract", "--jsonl", path, "--what", "dates").lines[0]["dates"]
    assert set(day) == {"start", "end", "surface", "from", "to", "precision"}
    assert (day["from"], day["precision"]) == ("2025-03-03", "day")


def test_compare_answers_in_order_with_a_label_for_every_record(run: Run, tmp_path: Path) -> None:
    ten, twelve = (f"{n} people were killed in the fire in Kiel on Monday, {who} said." for n, who in
                   (("Ten", "police"), ("Twelve", "the mayor")))  # fmt: skip
    day = {"published": "2025-03-04"}
    records = [
        {"id": "x", "left": {"text": ten, **day}, "right": {"text": twelve, **day}},
        {"id": "y", "left": {"text": ten}, "right": {"text": "Good morning."}},
    ]
    first, second = run("compare", "--pairs", write_lines(tmp_path / "p.jsonl", *records)).lines
    assert set(first) == COMPARED
    assert (first["id"], first["relation"], first["nli"]) == ("x", "DISPUTES", "contradiction")
    assert (second["id"], second["relation"], second["nli"]) == ("y", "UNRELATED", "neutral")
    check_claims(first["claims"]["left"], ten)


def test_ingest_reports_each_document_and_stores_the_rest(run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.md").write_text(HARBOUR, encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(bytes(range(256)))
    answer = run("ingest", "bad.txt", "good.md", "good.md", "--json")
    assert answer.code == 1
    assert [line["status"] for line in answer.lines] == ["refused", "new", "same"]
    assert all(set(line) == {"path", "status", "uid", "reason", "claims", "sections"} for line in answer.lines)
    (tmp_path / "good.md").write_text(HARBOUR + "\nNine boats burned, the coast guard said.\n", encoding="utf-8")
    assert run("ingest", "good.md", "--json").lines[0]["status"] == "updated"


def test_a_text_from_standard_input(run: Run) -> None:
    assert run("ingest", "-", stdin=HARBOUR.encode()).code == 0
    assert run("extract", "-", "--format", "jsonl", stdin=HARBOUR.encode()).lines


def test_a_draft_meets_what_is_stored_and_is_not_stored(filled: Run) -> None:
    before = filled("claims", "--format", "jsonl").out
    draft = b"The fire brigade said that 90 people were injured in the fire in Lindholm on Monday.\n"
    lines = filled("check-draft", "-", "--json", "--published", "2025-03-04", stdin=draft).lines
    assert lines[0]["relation"] == "DISPUTES"
    assert all(set(line) == {"relation", "rule", "explanation", "draft", "stored"} for line in lines)
    assert filled("claims", "--format", "jsonl").out == before

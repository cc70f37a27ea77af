"""Tables of figures: their claims, their series, and how they meet an article."""

from __future__ import annotations

from pathlib import Path

import pytest

from verifier.config import Settings
from verifier.errors import InputRefused
from verifier.ingest import tallies
from verifier.services.ingest_documents import ingest_documents
from verifier.services.list_stored import list_claims, list_pairs
from verifier.services.pair_claims import pair_claims

NIGHTS = """night_start,night_end,kind,launched,destroyed
2024-05-01 20:00,2024-05-02 04:00,Geran,30,21
2024-05-02 21:00,2024-05-03 05:00,Geran,18,18
2024-05-03 20:00,2024-05-04 03:00,Geran,24,
2024-05-03 20:00,2024-05-04 03:00,Onyx,2,none
"""
NIGHTS_MAPPING = """
claimant = "Ukrainian Air Force"
start = "night_start"
end = "night_end"
place = "Ukraine"
[[figure]]
column = "launched"
predicate = "launch-weapon"
agent = "Russia"
patient = "Ukraine"
thing_column = "kind"
[[figure]]
column = "destroyed"
part_of = "launched"
predicate = "down"
agent = "Ukraine"
patient = "Russia"
thing_column = "kind"
[things]
Geran = "drone"
"""
TOTALS = "day,cases\n2024-03-01,110\n2024-03-02,140\n2024-03-03,140\n2024-03-04,131\n2024-03-05,190\n"
TOTALS_MAPPING = """
claimant = "Health Ministry"
start = "day"
place = "Kenya"
[[figure]]
column = "cases"
predicate = "infect"
thing = "case"
aspect = "cumulative"
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path / "home", embedder="hash")


def _ingest(settings: Settings, folder: Path, table: str, mapping: str) -> None:
    (folder / "table.csv").write_text(table, encoding="utf-8")
    (folder / "mapping.toml").write_text(mapping, encoding="utf-8")
    results = ingest_documents(settings, [str(folder / "table.csv")], mapping=str(folder / "mapping.toml"))
    assert [r.status for r in results] == ["new"], results


def test_each_figure_is_an_attributed_claim_at_its_cell(settings: Settings, tmp_path: Path) -> None:
    _ingest(settings, tmp_path, NIGHTS, NIGHTS_MAPPING)
    claims = list_claims(settings)
    assert len(claims) == 6, "an empty cell and a word are no figures"
    first = next(c for c in claims if c["predicate"] == "down")
    assert first["quote"] == "21" == NIGHTS[first["start"] : first["end"]]
    assert (first["claimant"]["side"], first["agent"]["name"], first["patient"]["name"]) == (
        "ukraine",
        "Ukraine",
        "Russia",
    )
    assert first["time"]["start"].startswith("2024-05-01T20:00")
    assert first["stated_on"] == "2024-05-02"
    assert first["quantities"][0]["part_of"] == NIGHTS.index("30,21")
    assert [c["thing"] for c in claims if c["quote"] == "2"] == [None], "a kind without a noun stays unknown"


def test_an_article_meets_its_own_night_alone(settings: Settings, tmp_path: Path) -> None:
    _ingest(settings, tmp_path, NIGHTS, NIGHTS_MAPPING)
    article = tmp_path / "article.md"
    article.write_text(
        "---\npublished: 2024-05-03\nlang: en\n---\n# A night of drones\n\n"
        "Ukraine said it shot down all 18 Russian drones launched overnight.\n",
        encoding="utf-8",
    )
    ingest_documents(settings, [str(article)])
    pair_claims(settings)
    between = [p for p in list_pairs(settings) if p["left"]["document"] != p["right"]["document"]]
    assert between
    assert {side["quote"] for p in between for side in (p["left"], p["right"]) if side["document"] == "table.csv"} == {
        "18"
    }
    assert not any(p["queued"] for p in between)


def test_a_running_total_meets_its_neighbours_alone(settings: Settings, tmp_path: Path) -> None:
    _ingest(settings, tmp_path, TOTALS, TOTALS_MAPPING)
    pair_claims(settings)
    found = sorted((sorted((p["left"]["quote"], p["right"]["quote"])), p["relation"]) for p in list_pairs(settings))
    assert found == [
        (["110", "140"], "UPDATES"),
        (["131", "140"], "REVISES"),
        (["131", "190"], "UPDATES"),
        (["140", "140"], "UPDATES"),
    ]


def test_rows_of_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    mapping = tallies.read_mapping(TOTALS_MAPPING.encode())
    monkeypatch.setattr(tallies, "MAX_ROWS", 5)
    assert len(tallies.read_tally(TOTALS.encode(), "five.csv", mapping)[1]) == 5
    with pytest.raises(InputRefused, match="It has 6 rows; the limit for a table is 5"):
        tallies.read_tally(f"{TOTALS}2024-03-06,200\n".encode(), "six.csv", mapping)


@pytest.mark.parametrize(
    ("mapping", "reason"),
    [
        ("start = ", "no valid TOML"),
        ('start = "day"', "no [[figure]]"),
        ('[[figure]]\ncolumn = "cases"\npredicate = "infect"', "lacks “start”"),
        ('start = "day"\n[[figure]]\ncolumn = "cases"', "lacks “predicate”"),
        (TOTALS_MAPPING + 'colour = "red"', "not known: “colour”"),
        (TOTALS_MAPPING.replace("cumulative", "sideways"), "no aspect: 'sideways'"),
    ],
)
def test_a_mapping_that_says_nothing_is_refused(settings: Settings, tmp_path: Path, mapping: str, reason: str) -> None:
    with pytest.raises(InputRefused) as refusal:
        _ingest(settings, tmp_path, TOTALS, mapping)
    assert reason in str(refusal.value)


@pytest.mark.parametrize(
    ("table", "mapping", "reason"),
    [
        (TOTALS.replace("cases", "ill"), TOTALS_MAPPING, "no column “cases”"),
        (TOTALS + "2024-03-06,200,7\n", TOTALS_MAPPING, "Row 7 has 3 cells"),
        ('""\n', TOTALS_MAPPING, "The table is empty"),
        (TOTALS, TOTALS_MAPPING.replace("infect", "enchant"), "predicate the reference data does not have: “enchant”"),
    ],
)
def test_a_table_that_does_not_fit_is_refused(
    settings: Settings, tmp_path: Path, table: str, mapping: str, reason: str
) -> None:
    (tmp_path / "table.csv").write_text(table, encoding="utf-8")
    (tmp_path / "mapping.toml").write_text(mapping, encoding="utf-8")
    [result] = ingest_documents(settings, [str(tmp_path / "table.csv")], mapping=str(tmp_path / "mapping.toml"))
    assert result.status == "refused"
    assert reason in str(result.reason)
    assert list_claims(settings) == []
